// Says what learning from prose comes to on releases that were not learned from: how many of the sentences that take
// something are caught, where so many open releases have a sentence that is taken for one.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sentencesOf } from './cards.mjs'
import { modality, SHARES } from './featurize.mjs'
import { thresholds } from './learn.mjs'
import { joined } from './pack.mjs'
import { proseWeights } from './prose.mjs'

const { loadKnown } = await import('@unwash/library/known')
const { readSentence } = await import('@unwash/core/licenses/prose/sentence')
const { secondReaderOf, secondReader } = await import('@unwash/core/licenses/second-reader/index')

const FOLDS = 5
const POINTS = [0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3]

/** What comes of one publisher is never both learned from and asked. */
const foldOf = ({ from, group }) =>
  from === 'own' || from === 'package'
    ? -1
    : createHash('sha256').update(group.split('/').at(-1).split('__')[0].toLowerCase()).digest().readUInt32BE() % FOLDS

const NOTHING = {
  outputs: [],
  thresholds: thresholds(),
  bias: [],
  scales: [],
  shares: SHARES,
  modality,
  ids: new Uint32Array(),
  starts: [0],
  cells: [],
  steps: [],
}

const percent = (items, holds) =>
  (items.length === 0 ? '–' : ((100 * items.filter(holds).length) / items.length).toFixed(1)).padStart(9)
const best = scores => scores.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY)

/** What was said of the sentences of each README. */
function readmesOf(examples) {
  const readmes = new Map()
  for (const { group, score, bars } of examples) {
    const one = readmes.get(group) ?? { score, bars }
    readmes.set(group, { score: Math.max(one.score, score), bars: one.bars || bars })
  }
  return [...readmes.values()]
}

/** Sentences written by others to be caught, or not to be, where the folder has them. */
function invented(folder, known) {
  const path = join(folder, 'redteam/doors.json')
  if (!existsSync(path)) return []
  const cases = JSON.parse(readFileSync(path, 'utf8')).filter(({ set, doubtful }) => !doubtful && /[AB]/.test(set))
  return [...new Map(cases.map(one => [one.text, one])).values()].map(({ set, text }) => {
    const sentences = sentencesOf('README.md', text)
    const bars = sentences.some(({ passage }) => readSentence(passage.text, passage, known).bars.length > 0)
    return { takes: set === 'A', sentences, bars }
  })
}

/** One line for each share of open READMEs; `scored` gives each example and invented text its score. */
function print(title, examples, texts) {
  const readmes = readmesOf(examples.filter(({ from, sure }) => from === 'open' && sure))
  const packages = readmesOf(examples.filter(({ measured }) => measured))
  const read = examples.filter(({ from, takes, sure }) => from === 'read' && takes === 1 && sure)
  const scores = readmes.map(({ score }) => score).sort((one, other) => other - one)
  console.log(
    `\n${title}: ${readmes.length} open READMEs, ${read.length} real sentences that take something, ` +
      `${texts.length} invented texts, ${packages.length} READMEs of packages\n` +
      'open       from  invented  or bars  harmless     real  or bars packages  or bars',
  )
  for (const part of POINTS) {
    const from = scores[Math.floor(part * scores.length)] + 1e-6
    const flagged = ({ score }) => score >= from
    const either = one => flagged(one) || one.bars
    const taking = texts.filter(({ takes }) => takes)
    console.log(
      `${String(100 * part).padStart(3)} %${from.toFixed(2).padStart(10)} ` +
        percent(taking, flagged) +
        percent(taking, either) +
        percent(
          texts.filter(({ takes }) => !takes),
          flagged,
        ) +
        percent(read, flagged) +
        percent(read, either) +
        percent(packages, flagged) +
        percent(packages, either),
    )
  }
}

/** Prints the curve, of today's answer for legal sentences first. */
export async function printCurve(folder, examples) {
  const known = { ...(await loadKnown()), second: undefined }
  const texts = invented(folder, known)
  const legal = secondReader(readFileSync(new URL('../../dist/data/second-reader.bin', import.meta.url)))
  const asked = examples.map(one => ({ ...one, fold: Math.max(0, foldOf(one)) }))
  const score = (reader, { passage, surface }) => reader.prose({ ...passage, surface }).score
  const takes = ({ passage }) => legal.scores(passage).at(-1)
  const of = (text, score) => best(text.sentences.map(score))
  const wanted = ({ from }) => from !== 'own'
  print(
    'What takes something in legal texts',
    asked.filter(wanted).map(one => ({ ...one, bars: isBar(one, known), score: takes(one) })),
    texts.map(text => ({ ...text, score: of(text, takes) })),
  )
  const scored = []
  const all = texts.map(text => ({ ...text, scores: [] }))
  for (let fold = 0; fold < FOLDS; fold++) {
    const reader = secondReaderOf(
      joined(NOTHING, proseWeights(examples.filter(one => one.times > 0 && foldOf(one) !== fold))),
    )
    for (const one of asked)
      if (wanted(one) && one.fold === fold) scored.push({ ...one, bars: isBar(one, known), score: score(reader, one) })
    for (const text of all) text.scores.push(of(text, one => score(reader, one)))
  }
  /* a text that others invented is in no fold: each reader reads it, and the middle one counts */
  const middle = scores => scores.sort((one, other) => one - other)[FOLDS >> 1]
  print(
    'What takes something in prose',
    scored,
    all.map(text => ({ ...text, score: middle(text.scores) })),
  )
}

const isBar = ({ from, bars, takes, passage }, known) =>
  bars ?? (from === 'read' && takes === 1 ? readSentence(passage.text, passage, known).bars.length > 0 : false)
