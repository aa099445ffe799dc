import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Claim, License } from '../report/report.ts'
import type { Findings } from '../verdict/index.ts'
import { isApproved, licenseName, opennessOf } from './facts.ts'

/** what a license's own text may call itself that can be tested */
const TESTED = new Set(['open source', 'permissive'])

/**
 * "additional terms, permissive or not, may be stated" speaks of no license as a whole: the word stands beside
 * "license" where it is one's own.
 */
function speaksOfItself([cited]: License['selfLabels'][number]['cited'], says: string): boolean {
  if (!cited || !('quote' in cited) || cited.quote === '') return true
  const words = says.replace(' ', '[\\s-]')
  return new RegExp(
    `${words}\\W+(?:\\w+\\W+){0,2}(?:licen[cs]e|agreement)\\b|(?:licen[cs]e|agreement) (?:is|as)\\b.{0,20}${words}`,
    'is',
  ).test(cited.quote)
}

/** License texts that call themselves open source: claims too, about the license. */
export function selfLabelClaims(licenses: readonly License[], findings: Findings, knowledge: Knowledge): Claim[] {
  return licenses.flatMap(license =>
    license.selfLabels.flatMap((label): Claim[] => {
      if (!TESTED.has(label.says) || !speaksOfItself(label.cited, label.says)) return []
      const [first] = license.cited
      const because = findings.add(
        'claimed-license',
        `${licenseName(license)} calls itself “${label.says}”; its class is ${license.class}`,
        [first ?? { looked: ['the license'] }],
        'a text without the clauses that restrict',
      )
      const openness = opennessOf(license, knowledge)
      const check =
        openness === 'restricted' ? 'contradicted' : isApproved(license, knowledge) ? 'supported' : 'undetermined'
      return [
        {
          says: label.says,
          kind: label.says === 'permissive' ? 'permissive' : 'open-source',
          about: ['license'],
          language: license.language?.startsWith('Chinese') ? 'zh-Hans' : 'en',
          cited: [...label.cited],
          check,
          because: [because],
          strength: check === 'contradicted' ? 'flat' : check === 'undetermined' ? 'scope' : null,
          suggestion: null,
        },
      ]
    }),
  )
}
