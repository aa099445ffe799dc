// How well sentences are read, in words: with intervals that hold 95 of 100 draws of publishers.
import { ABOUT, ACTS, FOLDS, OUTPUTS } from './folds.mjs'
import { isKept } from './labels.mjs'

const DRAWS = 1000
const GROUPS = { M: 'model', A: 'model', C: 'code', T: 'code', D: 'data', X: 'documents' }
const percent = part => (100 * part).toFixed(1)
const f = ([right, said, meant]) => (said + meant === 0 ? 0 : (2 * right) / (said + meant))
const part = ([right, , all]) => right / Math.max(1, all)
const sum = counts => counts.reduce((one, other) => one.map((number, at) => number + other[at]), [0, 0, 0])

/** [right, said, meant] by publisher, of each way to read them; a value of all, its interval, and of a difference. */
function counted(all, ways, meant) {
  const byPublisher = new Map()
  for (const one of all) {
    const own = byPublisher.get(one.publisher) ?? ways.map(() => [0, 0, 0])
    byPublisher.set(one.publisher, own)
    ways.forEach((says, at) => {
      const [said, is] = [says(one), meant(one)]
      own[at][0] += said === true ? is : said === false ? 0 : said === is
      own[at][1] += said === true
      own[at][2] += is === false ? 0 : 1
    })
  }
  const counts = [...byPublisher.values()]
  let state = 7
  const drawn = Array.from({ length: DRAWS }, () => {
    const sums = ways.map(() => [0, 0, 0])
    for (let turn = 0; turn < counts.length; turn++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      counts[Math.floor((state / 2 ** 32) * counts.length)].forEach((own, at) => {
        for (let cell = 0; cell < 3; cell++) sums[at][cell] += own[cell]
      })
    }
    return sums
  })
  const between = value => {
    const sorted = drawn.map(value).sort((one, other) => one - other)
    return `${percent(sorted[Math.floor(0.025 * DRAWS)])} to ${percent(sorted[Math.ceil(0.975 * DRAWS) - 1])}`
  }
  return { sums: ways.map((_, at) => sum(counts.map(own => own[at]))), between }
}

/** Of the scores of an output in other folds, the one from which most is right of what is said. */
export function thresholdsOf(all, output) {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const others = all
      .filter(one => one.fold !== fold && !isKept(one.one))
      .sort((one, other) => other.scores[output] - one.scores[output])
    const meant = others.filter(({ labels }) => labels[output][1] === 1).length
    let right = 0
    let best = { f: 0, from: Number.POSITIVE_INFINITY }
    others.forEach(({ labels, scores }, at) => {
      right += labels[output][1]
      const now = f([right, at + 1, meant])
      if (now > best.f) best = { f: now, from: scores[output] }
    })
    return best.from
  })
}

export const aboutOf = ({ scores }) => ABOUT[ABOUT.reduce((best, _, at) => (scores[at] > scores[best] ? at : best), 0)]

const reads = (act, { one }) =>
  one.read.some(read => (act === 'W' ? read.act === 'F' && read.what === 'weights' : read.act === act))

/** What is right of each answer, today and as it was learned. */
export function table(title, all, isPart) {
  const asked = all.filter(isPart)
  const lines = [`${title}: ${asked.length} sentences of ${new Set(asked.map(one => one.publisher)).size} publishers`]
  for (const [name, of] of [
    ['about, nine answers', about => about],
    ['about, five answers', about => GROUPS[about] ?? 'others'],
  ]) {
    const { sums, between } = counted(asked, [one => of(aboutOf(one))], ({ one }) => of(one.about))
    lines.push(`  ${name}: ${percent(part(sums[0]))} in ${between(own => part(own[0]))}`)
  }
  for (const [act, name] of Object.entries(ACTS)) {
    const output = OUTPUTS.indexOf(act)
    const from = thresholdsOf(all, output)
    const ways = [one => reads(act, one), ({ scores, fold }) => scores[output] >= from[fold]]
    const { sums, between } = counted(asked, ways, ({ labels }) => labels[output][1] === 1)
    const inWords = ([right, said, meant]) =>
      `F ${percent(f([right, said, meant]))} (precision ${percent(right / said)}, recall ${percent(right / meant)})`
    lines.push(
      `  ${name}, ${sums[0][2]}: today ${inWords(sums[0])} · learned ${inWords(sums[1])} in ` +
        `${between(own => f(own[1]))} · gain ${between(own => f(own[1]) - f(own[0]))}`,
    )
  }
  return lines.join('\n')
}

/** How often two readings of one sentence are the same. */
export function agreement(sentences) {
  const met = new Map()
  for (const one of sentences) {
    const key = [one.dir, one.commit, one.file, one.line, one.mark].join(' ')
    met.set(key, [...(met.get(key) ?? []), one])
  }
  const pairs = [...met.values()].filter(({ length }) => length === 2)
  const acts = ({ says }) => new Set(says.split(';').map(one => one[0]))
  const share = holds => percent(pairs.filter(holds).length / Math.max(1, pairs.length))
  const of = act => {
    const [one, other] = [0, 1].map(at => pairs.map(pair => acts(pair[at]).has(act)))
    const both = one.filter((says, at) => says && other[at]).length
    return `${ACTS[act]} F ${percent(f([both, one.filter(Boolean).length, other.filter(Boolean).length]))}`
  }
  return [
    `${pairs.length} sentences were read twice: about the same in ${share(([one, other]) => one.about === other.about)} %` +
      `, of five in ${share(([one, other]) => (GROUPS[one.about] ?? '') === (GROUPS[other.about] ?? ''))} %`,
    `  ${Object.keys(ACTS)
      .filter(act => act !== 'W')
      .map(of)
      .join(' · ')}`,
  ].join('\n')
}

const CHANCES = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]
/** Of what is said with so much certainty, how much is so. */
export function calibration(title, all, isPart) {
  const asked = all.filter(isPart)
  const lines = [`${title}: of so many with a chance from … to …, so many are so`]
  for (const act of Object.keys(ACTS)) {
    const output = OUTPUTS.indexOf(act)
    const cells = CHANCES.slice(1).map((to, at) => {
      const own = asked.filter(({ scores }) => {
        const chance = 1 / (1 + Math.exp(-scores[output]))
        return chance >= CHANCES[at] && (chance < to || to === 1)
      })
      const so = own.filter(({ labels }) => labels[output][1] === 1).length
      return `${CHANCES[at]}–${to}: ${own.length === 0 ? '–' : percent(so / own.length)} of ${own.length}`
    })
    lines.push(`  ${ACTS[act]}: ${cells.join(' · ')}`)
  }
  return lines.join('\n')
}
