import type { Citation } from '../../report.ts'
import { shortHash } from '../../verdict/findings.ts'
import type { Result } from './log.ts'

/**
 * What code scanning knows a result by from one run to the next: its rule and the words it cites, not their line nor how it
 * is told. Of those that are alike each has its number, as the field's own fingerprints have.
 */
export function fingerprints(results: readonly Result[]): readonly string[] {
  const seen = new Map<string, number>()
  return results.map(({ ruleId, cited, taxa = [] }) => {
    const seed = [ruleId, ...taxa.map(({ row }) => row), seedOf(cited[0])].join('\n')
    const count = (seen.get(seed) ?? 0) + 1
    seen.set(seed, count)
    return `${shortHash(seed)}${shortHash(`unwash\n${seed}`)}:${count}`
  })
}

function seedOf(first: Citation | undefined): string {
  if (first === undefined || !('path' in first)) return ''
  return 'quote' in first
    ? `${first.path}\n${first.quote}`
    : 'key' in first
      ? `${first.path}\n${first.key}`
      : first.path
}
