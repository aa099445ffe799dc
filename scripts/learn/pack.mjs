// Trained weights in single bytes: a step is the hundred-and-twenty-seventh part of an output's largest weight.

export function pack({ ids, weights, bias, outputs }, facts) {
  const scales = new Float32Array(outputs)
  for (let cell = 0; cell < weights.length; cell++) {
    const size = Math.abs(weights[cell]) / 127
    if (size > scales[cell % outputs]) scales[cell % outputs] = size
  }
  const kept = []
  const starts = [0]
  const cells = []
  const steps = []
  ids.forEach((id, feature) => {
    const before = cells.length
    for (let output = 0; output < outputs; output++) {
      const step = Math.round(weights[feature * outputs + output] / scales[output])
      if (step === 0) continue
      cells.push(output)
      steps.push(step)
    }
    if (cells.length === before) return
    kept.push(id)
    starts.push(cells.length)
  })
  return {
    ...facts,
    bias,
    scales,
    ids: Uint32Array.from(kept),
    starts: Uint32Array.from(starts),
    cells: Uint8Array.from(cells),
    steps: Int8Array.from(steps),
  }
}

/** The weights of two readers of the same features as one: the answers of the first, then those of the second. */
export function joined(first, second) {
  const ids = Uint32Array.from(new Set([...first.ids, ...second.ids])).sort()
  const starts = [0]
  const cells = []
  const steps = []
  const at = [0, 0]
  for (const id of ids) {
    for (const [which, own, before] of [
      [0, first, 0],
      [1, second, first.outputs.length],
    ]) {
      if (own.ids[at[which]] !== id) continue
      const row = at[which]++
      for (let cell = own.starts[row]; cell < own.starts[row + 1]; cell++) {
        cells.push(before + own.cells[cell])
        steps.push(own.steps[cell])
      }
    }
    starts.push(cells.length)
  }
  return {
    ...first,
    outputs: [...first.outputs, ...second.outputs],
    bias: Float32Array.from([...first.bias, ...second.bias]),
    scales: Float32Array.from([...first.scales, ...second.scales]),
    surfaces: second.surfaces,
    ids,
    starts: Uint32Array.from(starts),
    cells: Uint8Array.from(cells),
    steps: Int8Array.from(steps),
  }
}
