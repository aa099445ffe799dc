/** Restricted or unlicensed reported as open, open weights as open source, or no weights as any weights. */
export function isUpward(truth, answer) {
  const open = ['open-weights-ai', 'open-source-ai', 'open-source-ai-with-open-data']
  const weights = [...open, 'weights-available-ai', 'unlicensed-weights']
  if (['weights-available-ai', 'unlicensed-weights'].includes(truth)) return open.includes(answer)
  if (truth === 'open-weights-ai') return open.slice(1).includes(answer)
  return ['closed-ai', 'no-model'].includes(truth) && weights.includes(answer)
}
