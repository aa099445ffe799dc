// node scripts/learn/statements.mjs <labels.tsv> <releases> [more labels…]: what a reader that learns from labelled sentences
// of cards and READMEs comes to beside the one that is there: whose a sentence is, what it is about, what it says. Learned
// from releases that may be tuned to, five folds by publisher; asked of all, those that nobody tunes to counted apart.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nameOf } from '../../test/conformance/names.mjs'
import { featurize, SHARES } from './featurize.mjs'
import { sentencesRead } from './sentences-read.mjs'
import { rowsOf } from './shared.mjs'
import { train } from './train.mjs'

const FOLDS = 5
const ABOUT = [...'MACTDXSOU']
const GROUPS = { M: 'model', A: 'model', C: 'code', T: 'code', D: 'data', X: 'documents' }
const ACTS = { L: 'under terms', R: 'takes', P: 'asks', G: 'gives', F: 'offers', B: 'starts from', K: 'claims' }
const OUTPUTS = [...ABOUT, ...Object.keys(ACTS)]
/** behind all hashed features, those of what was found and where a sentence stands; how much each counts */
const FOUND = 2 ** 24
const SHARE = { before: 0.3, place: 0.5, found: 0.8 }
/** shares of the labels that the curve is drawn of */
const PARTS = [0.25, 0.5, 1]
/** times that releases are drawn anew for an interval, of which 95 of 100 lie in it */
const DRAWS = 400

const numberOf = words => createHash('sha256').update(words).digest().readUInt32BE()
const isKept = dir => /^[0-4]/.test(createHash('sha256').update(dir).digest('hex'))
const publisherOf = dir => nameOf(dir).split('/')[0].toLowerCase()
const actsOf = ({ says }) => new Set(says.split(';').map(one => one[0]))
const idOf = (kind, word) => FOUND + (numberOf(`${kind} ${word}`) & (FOUND - 1))

/** What is learned from: the words with names masked, those before, what readers found; `as` says which findings. */
function featuresOf({ masked, heading, lead, before, place, found, read }, as) {
  const { features, values } = featurize({ text: masked, heading, lead })
  const ids = [...features]
  const worth = [...values]
  const add = (kind, words) => {
    const own = new Set(words.map(word => idOf(kind, word)))
    for (const id of own) {
      ids.push(id)
      worth.push(SHARE[kind] / Math.sqrt(own.size))
    }
  }
  add('before', before.toLowerCase().match(/\p{L}+/gu) ?? [])
  add('place', place)
  if (as !== 'alone') add('found', as === 'found' ? found : [...found, ...read.map(({ act }) => `reads ${act}`)])
  return { features: Uint32Array.from(ids), values: Float32Array.from(worth) }
}

/** Gives each sentence its scores, by a reader that has seen nothing of its publisher; `part` of the labels are learned. */
function scored(sentences, as, part = 1) {
  const all = sentences.map(one => {
    const publisher = publisherOf(one.dir)
    const acts = actsOf(one)
    const labels = OUTPUTS.map((output, at) => [
      at,
      Number(at < ABOUT.length ? one.about === output : acts.has(output)),
      1,
    ])
    return { one, publisher, fold: numberOf(`fold ${publisher}`) % FOLDS, labels, rest: 0, ...featuresOf(one, as) }
  })
  const isLearned = ({ one, publisher }) => !isKept(one.dir) && numberOf(`part ${publisher}`) % 1000 < 1000 * part
  for (let fold = 0; fold < FOLDS; fold++) {
    const learned = all.filter(other => other.fold !== fold && isLearned(other))
    const { ids, weights, bias } = train(learned, OUTPUTS.length, () => 1e6, { rate: 0.3, adaptive: true })
    const place = new Map([...ids].map((id, at) => [id, at * OUTPUTS.length]))
    for (const asked of all.filter(other => other.fold === fold)) {
      asked.scores = Float64Array.from(bias)
      asked.features.forEach((id, at) => {
        const row = place.get(id)
        if (row !== undefined)
          for (let output = 0; output < OUTPUTS.length; output++)
            asked.scores[output] += weights[row + output] * asked.values[at]
      })
    }
  }
  return all
}

const f = ([right, said, meant]) => (said + meant === 0 ? 0 : (2 * right) / (said + meant))
const added = counts => counts.reduce((sum, one) => sum.map((number, at) => number + one[at]), [0, 0, 0])
/** [right, said, meant] of each publisher, and of some ways to read them the difference of the first two, in an interval */
function counted(all, ways, meant) {
  const publishers = [...new Set(all.map(({ publisher }) => publisher))]
  const counts = ways.map(says =>
    publishers.map(name =>
      all
        .filter(({ publisher }) => publisher === name)
        .reduce(
          ([right, said, all], one) => [right + (says(one) && meant(one)), said + says(one), all + meant(one)],
          [0, 0, 0],
        ),
    ),
  )
  let state = 7
  const drawn = Array.from({ length: DRAWS }, () => {
    const at = publishers.map(() => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * publishers.length)
    })
    return counts.map(own => f(added(at.map(one => own[one]))))
  })
  const interval = value => {
    const sorted = drawn.map(value).sort((one, other) => one - other)
    return [sorted[Math.floor(0.025 * DRAWS)], sorted[Math.ceil(0.975 * DRAWS) - 1]]
  }
  return { sums: counts.map(added), of: at => interval(own => own[at]), gain: interval(own => own[1] - own[0]) }
}

/** the score from which most is right of what is said, on sentences that may be tuned to and are in other folds */
function thresholdsOf(all, output) {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const others = all
      .filter(one => one.fold !== fold && !isKept(one.one.dir))
      .sort((one, other) => other.scores[output] - one.scores[output])
    const meant = others.filter(one => one.labels[output][1] === 1).length
    let right = 0
    let best = { f: 0, from: Number.POSITIVE_INFINITY }
    others.forEach((one, at) => {
      right += one.labels[output][1]
      const now = f([right, at + 1, meant])
      if (now > best.f) best = { f: now, from: one.scores[output] }
    })
    return best.from
  })
}

const percent = part => (100 * part).toFixed(1)
const inWords = ([right, said, meant]) =>
  `F ${percent(f([right, said, meant]))} (precision ${percent(right / said)}, recall ${percent(right / meant)}, ${meant})`
const between = ([from, to]) => `${percent(from)} to ${percent(to)}`

function print(title, all) {
  for (const kept of [false, true]) {
    const half = all.filter(({ one }) => isKept(one.dir) === kept)
    const best = ({ scores }) => ABOUT.reduce((best, _, at) => (scores[at] > scores[best] ? at : best), 0)
    const share = holds => percent(half.filter(holds).length / half.length)
    console.log(
      `\n${title}, ${kept ? 'kept' : 'tuned to'}: ${half.length} sentences; about ` +
        `${share(one => ABOUT[best(one)] === one.one.about)} % of ${ABOUT.length}, ` +
        `${share(one => GROUPS[ABOUT[best(one)]] === GROUPS[one.one.about])} % of five`,
    )
    for (const [act, name] of Object.entries(ACTS)) {
      const output = OUTPUTS.indexOf(act)
      const from = thresholdsOf(all, output)
      const now = ({ one }) => one.read.some(read => read.act === act)
      const learned = ({ scores, fold }) => scores[output] >= from[fold]
      const { sums, of, gain } = counted(half, [now, learned], ({ labels }) => labels[output][1] === 1)
      console.log(
        `  ${name.padEnd(12)} now ${inWords(sums[0])} · learned ${inWords(sums[1])} in ${between(of(1))} · ` +
          `gain ${between(gain)}`,
      )
    }
  }
}

const [labels, releases, ...more] = process.argv.slice(2)
if (!releases || !existsSync(labels))
  throw new Error('give a table of labelled sentences, and the folder of their releases')
const rows = [labels, ...more].flatMap(rowsOf)
const sentences = await sentencesRead(rows, dir => join(releases, dir))
console.log(`${sentences.length} of ${rows.length} sentences lie in these releases; groups count ${SHARES.join(', ')}`)
print('words alone', scored(sentences, 'alone'))
print('with what wordings find', scored(sentences, 'found'))
print('with all that is read', scored(sentences, 'read'))
for (const part of PARTS.slice(0, -1)) print(`${percent(part)} % of the labels`, scored(sentences, 'found', part))
