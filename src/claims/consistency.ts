import type { Claim, Note } from '../report.ts'

/** Claims of a release that do not say the same: open source in one place, open weights in another. */
export function inconsistencies(claims: readonly Claim[]): Note[] {
  const ofModel = claims.filter(claim =>
    claim.about.some(about => about === 'model' || about === 'weights' || about === 'all'),
  )
  const source = ofModel.find(
    claim => claim.kind === 'open-source' || claim.kind === 'fully-open' || claim.kind === 'truly-open',
  )
  const weights = ofModel.find(claim => claim.kind === 'open-weights')
  if (!source || !weights) return []
  return [
    {
      says:
        `the release says “${source.says}” (${placeOf(source)}) and “${weights.says}” (${placeOf(weights)}); ` +
        'the two words do not mean the same',
      ...('path' in (source.cited[0] ?? {}) ? { path: pathOf(source) } : {}),
    },
  ]
}

function placeOf(claim: Claim): string {
  const [cited] = claim.cited
  return cited && 'path' in cited ? `${cited.path}${'line' in cited && cited.line ? `:${cited.line}` : ''}` : ''
}

function pathOf(claim: Claim): string {
  const [cited] = claim.cited
  return cited && 'path' in cited ? cited.path : ''
}
