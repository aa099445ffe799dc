import type { ClaimsReport } from '../../claims/report.ts'
import type { Names } from '../names.ts'
import { type Line, lines, look, NOT_ADVICE, type Page, type Section } from '../page.ts'
import { claimsIn } from '../sections/claims.ts'
import { count } from '../words/counts.ts'
import { checksOf } from './groups.ts'

/** What an announcement claims, whether it holds, and of which releases it speaks. */
export function claimsPage(report: ClaimsReport, subject: string, names: Names): Page {
  const { claims } = report
  const said = claimsIn(report)
  return {
    subject: [look('strong', subject)],
    title: claims.length === 0 ? 'No claim of openness found' : `${count(claims.length, 'claim')}: ${checksOf(claims)}`,
    lead: [],
    sections: [...releasesIn(report, names), ...(said ? [said] : [])],
    foot: NOT_ADVICE,
  }
}

function releasesIn({ releases }: ClaimsReport, names: Names): readonly Section[] {
  if (releases.length === 0) return []
  const all = releases.map(
    (release): Line => [
      look('strong', release.name),
      `: ${names.term(release.term.floor)}`,
      release.term.ceiling === release.term.floor ? '' : `, at most ${names.term(release.term.ceiling)}`,
      look(
        'faint',
        release.by === 'audit' ? `, audited at ${release.place ?? 'its place'}` : ', from dated facts; not audited',
      ),
    ],
  )
  return [{ heading: 'Speaks of', blocks: [lines(...all)] }]
}
