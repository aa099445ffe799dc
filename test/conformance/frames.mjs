// What npm run corpus prints of sentences that readers labelled (labels/statements.tsv beside the corpus): how many the
// audit reads as they do, by act and by what they are about; how well the odds that a sentence takes something are
// calibrated; and what hearing more of those that do costs releases that are open. Alone: corpus.mjs <folder> --frames
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { judge } from '@unwash/core/judge'
import { licensesMentionedIn, resolveId } from '@unwash/core/names/index'
import { open } from '@unwash/sources/index'
import { EAST_ASIAN, GROUPS, KINDS, labelOf, readRelease } from './frames-read.mjs'
import { rowsOf } from './labelled.mjs'
import { placeOf } from './lineage.mjs'
import { nameOf } from './names.mjs'

/** What gives a passage its odds of taking something, as a logarithm: each is a line here, and gets tables of its own. */
export const ODDS = {
  'second reader, takes': (passage, known) => known.second?.().scores(passage).at(-1) ?? 0,
  'second reader, takes in prose': (passage, known) => known.second?.().prose(passage).score ?? 0,
}
/** shares of the open releases whose README may be flagged */
const FLAGGED = [0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3]
/** where all sentences, the least likely first, are cut for calibration: tenths, and the last tenth again */
const CUTS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99]

/**
 * Prints all figures, for releases that may be read and for those that nobody tunes to. `truth` has the judged releases;
 * where some were audited, `judged` has them by their folder, and only they are measured. With SHOW_FRAMES=R it shows
 * where that act is missed, or heard wrongly.
 */
export async function measureFrames({ folder, expanded, known, isKept }, truth, judged) {
  const path = join(folder, '../labels/statements.tsv')
  if (!existsSync(path)) return
  const rows = rowsOf(pathToFileURL(path))
  const openDirs = new Set(truth.filter(({ g7_term }) => /^open-/.test(g7_term)).map(({ dir }) => dir))
  const labels = []
  const opened = []
  for (const dir of judged?.keys() ?? new Set([...rows.map(({ dir }) => dir), ...openDirs])) {
    const { release, report } = judged?.get(dir) ?? (await audited(folder, expanded, dir, known))
    if (!release) continue
    const check = isKept(dir)
    const read = readRelease(release, report, known)
    if (openDirs.has(dir)) opened.push({ check, report, ...flagsOf(read) })
    const content = file => release.texts.get(file)?.content
    labels.push(
      ...rows.filter(row => row.dir === dir).map(row => ({ ...labelOf(row, read, content(row.file)), check })),
    )
  }
  tell(labels, opened, known)
}

/** Prints the figures of labels with what is read there, and of open releases with what is flagged of their READMEs. */
export function tell(labels, opened, known) {
  tellActs(labels, known.knowledge)
  tellAbout(labels)
  tellOpened(opened)
  for (const [name, odds] of Object.entries(ODDS)) {
    const scored = labels.map(one => ({ ...one, score: odds(one.passage, known) }))
    tellCalibration(name, scored)
    tellCurve(name, scored, opened, highest(odds, opened, known))
  }
  if (process.env.SHOW_FRAMES) show(labels, process.env.SHOW_FRAMES)
}

async function audited(folder, expanded, dir, known) {
  const release = await open(placeOf(folder, expanded, `releases/${dir}`), { name: nameOf(dir) })
  return { release, report: judge(release, known) }
}

/** The sentences of card and README, and the lines of them that are read, or doubted, to restrict model or whole. */
export function flagsOf({ acts, main, sentences }) {
  const linesOf = holds => {
    const cited = acts.filter(one => one.act === 'R' && hasModel(one) && holds(one)).flatMap(one => one.cited)
    return new Set(cited.filter(({ path }) => main.has(path)).map(({ path, line }) => `${path}:${line}`))
  }
  const closing = linesOf(closes)
  return { closing, doubted: linesOf(one => !closes(one)), sentences: sentences.filter(({ path }) => main.has(path)) }
}

const closes = ({ doubt }) => !doubt
const hasModel = ({ groups }) => groups.includes('model')
const isOfModel = ({ about }) => GROUPS[about] === 'model'
const means = (act, { says }, holds = () => true) => says.some(one => one.act === act && holds(one))
const reads = (act, { read }, holds = () => true) => read.some(one => one.act === act && holds(one))
const measure = (act, ofLabel, ofRead) => [one => means(act, one, ofLabel), one => reads(act, one, ofRead)]
/** the same where what is said, or what is read, is of this */
const ofWhat = (act, is) => measure(act, ...Array(2).fill(({ what }) => [what].flat().includes(is)))
const takesOfModel = one => means('R', one) && isOfModel(one)
const takesOfRest = one => means('R', one) && !isOfModel(one)

/** What is measured: whether a label means it, and whether it is read. */
const MEASURES = {
  'L under terms': measure('L'),
  'R takes': measure('R', undefined, closes),
  'R takes, or a doubt': measure('R'),
  '  of model or whole': [takesOfModel, one => reads('R', one, of => closes(of) && hasModel(of))],
  '  the same, or a doubt': [takesOfModel, one => reads('R', one, hasModel)],
  '  of anything else': [takesOfRest, one => reads('R', one, of => closes(of) && !hasModel(of))],
  ...Object.fromEntries([...KINDS, 'other'].map(kind => [`    ${kind}`, ofWhat('R', kind)])),
  'P asks only': measure('P'),
  'G gives': measure('G'),
  'F offer': measure('F'),
  '  of weights': ofWhat('F', 'weights'),
  'B starts from': measure('B'),
  'K claims': measure('K'),
}

function tellActs(labels, knowledge) {
  const heads = halves([]).flatMap(({ name }) => [`${name} precision`, `${name} recall`, `${name} F`])
  const releases = new Set(labels.map(({ dir }) => dir)).size
  print(`\n${labels.length} sentences of ${releases} releases`, ...heads)
  const line = (label, list, [meant, read]) => {
    const cells = halves(list).flatMap(({ list }) => {
      const [right, said, all] = [one => meant(one) && read(one), read, meant].map(holds => list.filter(holds).length)
      return [share(right, said), share(right, all), said + all === 0 ? '-' : ((2 * right) / (said + all)).toFixed(2)]
    })
    print(label, ...cells)
  }
  for (const [label, measure] of Object.entries(MEASURES))
    if (labels.some(one => measure.some(holds => holds(one)))) line(label, labels, measure)
  const each = labels.flatMap(one => [...'LRPGFBK'].map(act => ({ ...one, act })))
  const ofEach = [one => means(one.act, one), one => reads(one.act, one)]
  const eastAsian = each.filter(({ sentence }) => EAST_ASIAN.test(sentence))
  line('all acts', each, ofEach)
  line('  in East Asian scripts', eastAsian, ofEach)
  const named = labels.flatMap(({ check, says, read }) => {
    const [theirs, ours] = [says, read].map(list =>
      list.flatMap(one => (one.act === 'L' ? licenseIn(one.what, knowledge) : [])),
    )
    return theirs.length > 0 && ours.length > 0 ? [{ check, right: theirs.some(one => ours.includes(one)) }] : []
  })
  both('license named, the same', named, ({ right }) => right)
}

/** The id of the license that words name; nothing where they name none. */
const licenseIn = (name, knowledge) =>
  resolveId(String(name), null, knowledge)?.id ?? licensesMentionedIn(`${name} License`, knowledge).map(({ id }) => id)

/** What a sentence is about, by most of what is read in it. */
function tellAbout(labels) {
  const groups = ['model', 'code', 'data', 'documents']
  const heard = labels.flatMap(({ check, about, read }) => {
    const all = read.flatMap(one => one.groups)
    const count = group => all.filter(one => one === group).length
    const [said] = groups.toSorted((one, other) => count(other) - count(one))
    return all.length === 0 ? [] : [{ check, said, meant: GROUPS[about] ?? 'others' }]
  })
  const ofRest = heard.filter(({ meant }) => meant !== 'model')
  const ofModel = heard.filter(({ said }) => said === 'model')
  print('\nabout, where something is read', ...halves([]).map(({ name }) => name))
  for (const group of [...groups, 'others'])
    both(
      `  ${group}`,
      heard.filter(({ meant }) => meant === group),
      ({ said }) => said === group,
    )
  both('right', heard, ({ meant, said }) => meant === said)
  both('of the rest, taken for the model', ofRest, ({ said }) => said === 'model')
  both('taken for the model, rightly', ofModel, ({ meant }) => meant === 'model')
}

function tellOpened(opened) {
  // which of the sentences does not matter: so many of all
  const sentences = opened.flatMap(({ check, closing, doubted, sentences }) =>
    sentences.map((_, at) => ({ check, closes: at < closing.size, doubts: at < doubted.size })),
  )
  print('\nreleases under open terms', ...halves([]).map(({ name }) => name))
  both('term open', opened, ({ report }) => /^open-/.test(report.term.id))
  both('floor open', opened, ({ report }) => /^open-/.test(report.term.floor))
  both('doubts beside the answers', opened, ({ report }) => (report.doubts ?? []).length > 0)
  both('README sentences that restrict', sentences, one => one.closes)
  both('README sentences doubted', sentences, one => one.doubts)
  both('READMEs with one that restricts', opened, ({ closing }) => closing.size > 0)
  both('READMEs with one doubted', opened, ({ doubted }) => doubted.size > 0)
}

function tellCalibration(name, scored) {
  const all = scored.toSorted((one, other) => one.score - other.score)
  print(`\n${name}`, ...halves([]).map(({ name }) => `${name} takes`), 'said on average', 'odds from')
  for (const [at, cut] of CUTS.entries()) {
    const part = all.slice(Math.floor(cut * all.length), Math.floor((CUTS[at + 1] ?? 1) * all.length))
    const mean = part.reduce((sum, { score }) => sum + 1 / (1 + Math.exp(-score)), 0) / part.length
    both(`  sentences from ${percent(cut)}`, part, one => means('R', one), percent(mean), part[0]?.score.toFixed(2))
  }
}

/** Of each README that is open, the odds of the sentence that most seems to take something; the highest first. */
export const highest = (odds, opened, known) =>
  opened
    .map(({ check, sentences }) => ({ check, score: Math.max(...sentences.map(one => odds(one.passage, known))) }))
    .sort((one, other) => other.score - one.score)
/** The odds from which so many of the READMEs are flagged. */
export const thresholds = tops =>
  FLAGGED.map(flagged => ({ flagged, from: tops[Math.max(1, Math.round(flagged * tops.length)) - 1]?.score ?? 0 }))

/** Sentences that surely take something of the model or the whole and are caught, against READMEs that are flagged. */
function tellCurve(name, scored, opened, tops) {
  const takes = scored.filter(one => takesOfModel(one) && one.sure === '1')
  const heads = ['flagged', 'caught'].flatMap(what => halves([]).map(({ name }) => `${what}, ${name}`))
  print(`\n${name}`, ...heads, 'odds from')
  const line = (label, of, isFlagged, isCaught, ...more) =>
    print(label, ...ratios(of, isFlagged), ...ratios(takes, isCaught), ...more)
  const [closed, doubted] = [({ closing }) => closing.size > 0, one => one.closing.size + one.doubted.size > 0]
  line('the audit, closing', opened, closed, MEASURES['R takes'][1])
  line('the audit, or a doubt', opened, doubted, MEASURES['R takes, or a doubt'][1])
  for (const { flagged, from } of thresholds(tops)) {
    const isFrom = ({ score }) => score >= from
    line(`  ${percent(flagged)} of open READMEs`, tops, isFrom, isFrom, from.toFixed(2))
  }
}

/** Where an act is missed or heard wrongly, of releases that may be read. */
function show(labels, act) {
  for (const one of labels.filter(one => !one.check && means(act, one) !== reads(act, one)))
    console.log(
      `\n${one.dir} ${one.file}:${one.line} ${one.about} ${one.says.map(({ act, what }) => `${act}:${what}`)}\n`,
      `${one.sentence.slice(0, 300)}\n `,
      one.read.map(({ act, groups, what = '' }) => `${act} of ${groups} ${what}`).join('; '),
    )
}

const halves = list =>
  ['tune', 'check'].map((name, at) => ({ name, list: list.filter(one => one.check === (at === 1)) }))
const percent = part => `${(100 * part).toFixed(1)} %`
const share = (count, of) => (of === 0 ? '-' : `${percent(count / of)} (${count}/${of})`)
const ratio = (list, holds) => share(list.filter(holds).length, list.length)
const ratios = (list, holds) => halves(list).map(({ list }) => ratio(list, holds))
const print = (label, ...cells) => console.log(label.padEnd(34) + cells.map(cell => ` ${cell}`.padStart(20)).join(''))
const both = (label, list, holds, ...more) => print(label, ...ratios(list, holds), ...more)
