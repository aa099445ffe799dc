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
