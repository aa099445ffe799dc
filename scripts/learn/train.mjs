// One-vs-rest logistic regression over hashed features, by AdaGrad in a fixed order: the same examples give the same
// weights, byte for byte. What each example holds alone says when it is learned from, and the weights are the mean of
// those of the last epochs: a few more examples move what they are like, and little else.

/** A number of 32 bits that is as good as drawn. */
function drawn(number) {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** A number that tells what holds the same features from all else. */
const keyOf = features => features.reduce((key, id) => drawn(key ^ id), 0x9e3779b1)

/** The features that occur in at least so many examples, in the order of their ids, and how often they do. */
function vocabularyOf(examples, least) {
  const seen = new Map()
  for (const { features } of examples) for (const id of features) seen.set(id, (seen.get(id) ?? 0) + 1)
  const ids = Uint32Array.from([...seen].filter(([, count]) => count >= least).map(([id]) => id)).sort()
  return { ids, counts: Uint32Array.from(ids, id => seen.get(id)) }
}

/**
 * Which weights may stay, 1 where one goes: of each output so many that matter most, by their size and by how often
 * their feature occurs.
 */
function weakest(weights, counts, outputs, most) {
  const gone = new Uint8Array(weights.length)
  const matters = new Float32Array(counts.length)
  for (let output = 0; output < outputs; output++) {
    counts.forEach((count, feature) => {
      matters[feature] = Math.abs(weights[feature * outputs + output]) * Math.sqrt(count)
    })
    const ranked = matters.slice().sort()
    const least = ranked[Math.max(0, ranked.length - most(output))]
    counts.forEach((_, feature) => {
      if (matters[feature] < least || matters[feature] === 0) gone[feature * outputs + output] = 1
    })
  }
  for (let cell = 0; cell < weights.length; cell++) if (gone[cell] === 1) weights[cell] = 0
  return gone
}

/** of the answers that are only likely, one of so many is asked at a time: most are "no" and known to be */
const ASKED = 3
/** epochs that are left when the weights that matter least go: the others make up for them */
const AFTER = 3

/**
 * `examples`: `features` (ids, each once), their `values`; `labels` ([output, 1 or 0, weight]…); `rest` (the weight
 * of "no" for every output that is not told; 0 where it is not known). Returns weights by feature and output, and a
 * bias for each; of each output `most` says how many weights it may have. Where it is `adaptive`, what a weight has
 * moved by makes its next steps smaller, so that a rare feature counts as soon as it is met.
 */
export function train(
  examples,
  outputs,
  most,
  { least = 2, epochs = 10, rate = 8, decay = 1e-4, adaptive = false } = {},
) {
  const { ids, counts } = vocabularyOf(examples, least)
  const place = new Map()
  ids.forEach((id, at) => {
    place.set(id, at)
  })
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
      key: keyOf(features),
      rows: Int32Array.from(known, ([row]) => row),
      values: Float32Array.from(known, ([, value]) => value),
      asked,
    }
  })
  const weights = new Float32Array(ids.length * outputs)
  const bias = new Float32Array(outputs).fill(-2)
  const squares = new Float32Array(outputs)
  const moves = adaptive ? new Float32Array(weights.length).fill(1e-3) : undefined
  const now = new Int32Array(outputs)
  const scores = new Float64Array(outputs)
  let gone
  const mean = new Float32Array(weights.length)
  const middle = new Float32Array(outputs)
  const turns = new Uint32Array(prepared.length)
  const order = prepared.map((_, at) => at)
  for (let epoch = 0; epoch < epochs; epoch++) {
    prepared.forEach(({ key }, at) => {
      turns[at] = drawn(key + epoch)
    })
    order.sort((one, other) => turns[one] - turns[other])
    if (epoch === epochs - AFTER) gone = weakest(weights, counts, outputs, most)
    const step = rate / (1 + epoch / 2)
    for (const at of order) {
      const { key, rows, values, asked } = prepared[at]
      const answers = asked.filter(([output, , weight]) => weight === 1 || (output + key + epoch) % ASKED === 0)
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
          if (gone !== undefined && gone[cell] === 1) continue
          const slope = scores[which] * value + decay * weights[cell]
          if (moves === undefined) weights[cell] -= step * slope
          else {
            moves[cell] += slope * slope
            weights[cell] -= (rate * slope) / Math.sqrt(moves[cell])
          }
        }
      }
    }
    if (epoch < epochs - AFTER) continue
    for (let cell = 0; cell < weights.length; cell++) mean[cell] += weights[cell] / AFTER
    for (let output = 0; output < outputs; output++) middle[output] += bias[output] / AFTER
  }
  return { ids, weights: mean, bias: middle, outputs }
}
