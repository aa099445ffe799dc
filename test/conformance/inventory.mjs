// What npm run corpus prints of the inventory: the ladder of the training data and the training code, against the
// readers' columns and a naive reading; the releases that the OSI's 2024 validation named; and how many requirements
// of each framework were answered without a person.

const DATA = ['open', 'partial', 'undisclosed']
const CODE = ['full', 'partial', 'linked', 'none']

/** the readers' words for the training data as the three that are compared; what is not here is not compared */
const DATA_TRUTH = {
  open: 'open',
  partial: 'partial',
  described: 'partial',
  undisclosed: 'undisclosed',
  none: 'undisclosed',
}
const RUNGS = {
  released: 'open',
  obtainable: 'open',
  listed: 'partial',
  described: 'partial',
  vague: 'undisclosed',
  none: 'undisclosed',
}

/** Prints all of it. `results` has, of each release, the reader's row, the report and the release as it was read. */
export function measureInventory(results) {
  const inData = { truth: ({ row }) => DATA_TRUTH[row.training_data], ours: dataOf, naive: naiveData }
  agreement('training data', DATA, results, inData)
  const inCode = { truth: ({ row }) => CODE.find(word => word === row.training_code), ours: codeOf, naive: naiveCode }
  agreement('training code', CODE, results, inCode)
  validation(results.filter(({ row }) => row.osi_public_verdict !== ''))
  automation(results)
}

const component = (report, id) => report?.components.find(component => component.id === id)

function dataOf({ report }) {
  const data = component(report, 'datasets')
  const group = RUNGS[data?.ladder ?? 'none']
  return group === 'open' && data.partly ? 'partial' : group
}

function codeOf({ report }) {
  const code = component(report, 'training-code')
  if (code?.presence === 'released') return code.partly ? 'partial' : 'full'
  return code?.presence === 'linked' ? 'linked' : 'none'
}

const readmeOf = release =>
  release ? ([...release.texts.values()].find(text => /^readme\.md$/i.test(text.path))?.content ?? '') : ''

/** A link to a data set is open data, a word of it a part. */
function naiveData({ release }) {
  const readme = readmeOf(release)
  if (/huggingface\.co\/datasets\/|^datasets:/m.test(readme)) return 'open'
  return /training data|data ?set|corpus/i.test(readme) ? 'partial' : 'undisclosed'
}

/** A file called train is training code, a word of it a link. */
function naiveCode({ release }) {
  if (release?.files.some(file => /train\w*\.(py|sh)$/i.test(file.path))) return 'full'
  return /training code/i.test(readmeOf(release)) ? 'linked' : 'none'
}

function agreement(name, words, results, { truth, ours, naive }) {
  const compared = results.filter(one => truth(one) !== undefined)
  const agree = (list, answer) => list.filter(one => answer(one) === truth(one)).length
  const most = words
    .map(word => ({ word, count: compared.filter(one => truth(one) === word).length }))
    .toSorted((one, other) => other.count - one.count)[0]
  const share = count => `${((100 * count) / compared.length).toFixed(1)} % (${count})`
  console.log(
    `\n${name}: unwash ${share(agree(compared, ours))}, naive ${share(agree(compared, naive))}, always "${most.word}" ${share(most.count)}, n ${compared.length}; the reader's down, unwash's across`,
  )
  console.log(['', ...words].map(word => word.padStart(13)).join(''))
  for (const word of words) {
    const of = compared.filter(one => truth(one) === word)
    const counts = words.map(answer => String(of.filter(one => ours(one) === answer).length || '·').padStart(13))
    console.log([word.padStart(13), ...counts].join(''))
  }
  const wrong = compared.filter(one => ours(one) !== truth(one))
  if (process.env.SHOW_INVENTORY) for (const one of wrong) console.log(`  ${one.row.dir}: ${truth(one)}, ${ours(one)}`)
}

/** rows on the license of the weights and what they are given under: a release that fails these alone fails on its license */
const LICENSE_ROWS = /^OSAID-(F[134]|P2|P3|C7|D9)$/

/** the verdict itself, and what never counts */
const SUMS = ['OSAID-V', 'OSAID-P4']

function validation(results) {
  const read = results.map(({ row, report }) => {
    const found = report?.evaluations.find(({ framework }) => framework === 'osaid-1.0')
    const rows = answer => found?.requirements.filter(one => one.answer === answer && !SUMS.includes(one.id)) ?? []
    const conclusion = found?.conclusion ?? 'not evaluated'
    return { row, conclusion, deciding: rows(conclusion).map(({ id }) => id) }
  })
  const holds = ({ row, conclusion, deciding }) => {
    if (row.osi_public_verdict === 'pass') return conclusion === 'met' || conclusion === 'needs-human'
    if (row.osi_public_verdict.startsWith('fail')) return conclusion === 'unmet'
    return conclusion === 'unmet' && deciding.every(id => LICENSE_ROWS.test(id))
  }
  console.log(
    `\nOSAID 1.0 beside the OSI's validation of 2024: ${read.filter(holds).length} of ${read.length} agree (pass: met or for a person; with changes: unmet on the license alone; fail: unmet)`,
  )
  for (const one of read)
    console.log(
      `  ${holds(one) ? 'agrees' : 'differs'}  ${one.row.model} (${one.row.dir}): ${one.row.osi_public_verdict}, ${one.conclusion} by ${one.deciding.join(' ')}`,
    )
}

const ANSWERED = ['met', 'unmet', 'not-applicable']

/** Every framework of every report: the share of its answers that no person has to give. */
function automation(results) {
  const evaluations = results.flatMap(({ report }) => report?.evaluations ?? [])
  const named = evaluation => [evaluation.framework, evaluation.reading].filter(Boolean).join(', ')
  console.log('\nrequirements answered without a person (met, unmet or not applicable)')
  for (const name of [...new Set(evaluations.map(named))]) {
    const rows = evaluations.filter(one => named(one) === name).flatMap(one => one.requirements)
    const count = rows.filter(({ answer }) => ANSWERED.includes(answer)).length
    const share = rows.length === 0 ? 0 : (100 * count) / rows.length
    console.log(
      `  ${name.padEnd(24)}${`${share.toFixed(1)} % (${count})`.padStart(20)}${String(rows.length).padStart(8)}`,
    )
  }
}
