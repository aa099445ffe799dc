// One-vs-rest logistic regression over hashed features, by AdaGrad in a fixed order: the same examples give the same
// weights, byte for byte.

/** A small generator of the same numbers each time. */
function numbers(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state
  }
}

function shuffle(order, next) {
  for (let at = order.length - 1; at > 0; at--) {
    const other = next() % (at + 1)
    const kept = order[at]
    order[at] = order[other]
    order[other] = kept
  }
}

/** The features that occur in at least so many examples, numbered in the order of their ids. */
function vocabularyOf(examples, least) {
  const seen = new Map()
  for (const { features } of examples) for (const id of features) seen.set(id, (seen.get(id) ?? 0) + 1)
  const ids = [...seen].filter(([, count]) => count >= least).map(([id]) => id)
  return Uint32Array.from(ids).sort()
}

/** of the answers that are only likely, one of so many is asked at a time: most are "no" and known to be */
const ASKED = 3

/**
 * `examples`: `features` (ids, each once) with their `values`; `labels` ([output, 1 or 0, weight]…); `rest` (the weight
 * of "no" for every output that is not told; 0 where it is not known). Returns weights by feature and output, and a
 * bias for each.
 */
export function train(examples, outputs, { least = 2, epochs = 8, rate = 8, decay = 1e-4, seed = 17 } = {}) {
  const ids = vocabularyOf(examples, least)
  const place = new Map()
  ids.forEach((id, at) => place.set(id, at))
  const prepared = examples.map(({ features, values, labels, rest }) => {
    const known = []
    for (let index = 0; index < features.length; index++) {
      const at = place.get(features[index])
      if (at !== undefined) known.push([at * outputs, values[index]])
    }
    const told = new Map(labels.map(([output, answer, weight]) => [output, [answer, weight]]))
    const asked = []
    for (let output = 0; output < outputs; output++) {
      const [answer, weight] = told.get(output) ?? [0, rest]
      if (weight > 0) asked.push([output, answer, weight])
    }
    return {
      rows: Int32Array.from(known, ([row]) => row),
      values: Float32Array.from(known, ([, value]) => value),
      asked,
    }
  })
  const weights = new Float32Array(ids.length * outputs)
  const bias = new Float32Array(outputs).fill(-2)
  const squares = new Float32Array(outputs)
  const now = new Int32Array(outputs)
  const scores = new Float64Array(outputs)
  const order = examples.map((_, at) => at)
  const next = numbers(seed)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next)
    const step = rate / (1 + epoch / 2)
    for (const at of order) {
      const { rows, values, asked } = prepared[at]
      const answers = asked.filter(([output, , weight]) => weight === 1 || (output + at + epoch) % ASKED === 0)
      const count = answers.length
      for (let which = 0; which < count; which++) {
        now[which] = answers[which][0]
        scores[which] = bias[now[which]]
      }
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index]
        const value = values[index]
        for (let which = 0; which < count; which++) scores[which] += weights[row + now[which]] * value
      }
      let moved = 0
      for (let which = 0; which < count; which++) {
        const [output, answer, weight] = answers[which]
        const gradient = weight * (1 / (1 + Math.exp(-scores[which])) - answer)
        /* what is known well enough moves nothing */
        if (Math.abs(gradient) < 2e-4) continue
        now[moved] = output
        scores[moved++] = gradient
        squares[output] += gradient * gradient
        bias[output] -= (0.1 * gradient) / Math.sqrt(squares[output] + 1e-3)
      }
      if (moved === 0) continue
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index]
        const value = values[index]
        for (let which = 0; which < moved; which++) {
          const cell = row + now[which]
          weights[cell] -= step * (scores[which] * value + decay * weights[cell])
        }
      }
    }
  }
  return { ids, weights, bias, outputs }
}
