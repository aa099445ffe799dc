// Cross-validation: what comes from one publisher is never both learned from and asked.
import { train } from '../train.mjs'
import { featuresOf } from './features.mjs'
import { hashOf, isKept } from './labels.mjs'

export const ABOUT = [...'MACTDXSOU']
/** what a sentence may say, and of offers those of weights apart */
export const ACTS = {
  L: 'under terms',
  R: 'takes',
  P: 'asks only',
  G: 'gives',
  F: 'offers anything',
  W: 'offers weights',
  B: 'starts from',
  K: 'claims',
}
export const OUTPUTS = [...ABOUT, ...Object.keys(ACTS)]
export const FOLDS = 5
const numberOf = words => Number.parseInt(hashOf(words).slice(0, 8), 16)
const publisherOf = ({ at, repo, file }) => (at === 'texts' ? file : repo.split('/')[0].toLowerCase())
const actsOf = ({ says }) =>
  new Set([...says.split(';').map(one => one[0]), ...(/(?:^|;)F:weights/.test(says) ? ['W'] : [])])

/** Sentences with a publisher, a fold, what each output is to be, and features; a second reading is none of these. */
export function prepared(sentences, as) {
  const met = new Set()
  return sentences.flatMap(one => {
    const key = [one.dir, one.commit, one.file, one.line, one.mark].join(' ')
    if (met.has(key)) return []
    met.add(key)
    const publisher = publisherOf(one)
    const acts = actsOf(one)
    const labels = OUTPUTS.map((output, at) => [
      at,
      Number(at < ABOUT.length ? one.about === output : acts.has(output)),
      1,
    ])
    return [{ one, publisher, fold: numberOf(`fold ${publisher}`) % FOLDS, labels, rest: 0, ...featuresOf(one, as) }]
  })
}

/** Gives each its scores by a reader that has seen nothing of its publisher; `part` of the publishers are learned from. */
export function scored(all, part = 1, isLearned = ({ one }) => !isKept(one)) {
  const learnable = all.filter(one => isLearned(one) && numberOf(`part ${one.publisher}`) % 1000 < 1000 * part)
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = learnable.filter(other => other.fold !== fold)
    const { ids, weights, bias } = train(seen, OUTPUTS.length, () => 1e9, { rate: 0.3, adaptive: true })
    const place = new Map([...ids].map((id, at) => [id, at * OUTPUTS.length]))
    for (const asked of all) {
      if (asked.fold !== fold) continue
      asked.scores = Float64Array.from(bias)
      asked.features.forEach((id, at) => {
        const row = place.get(id)
        if (row === undefined) return
        for (let output = 0; output < OUTPUTS.length; output++)
          asked.scores[output] += weights[row + output] * asked.values[at]
      })
    }
  }
  return { learned: learnable.length }
}
