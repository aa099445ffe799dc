import { readAnnouncement } from '../../../announcement.ts'
import { readDocument } from '../../../documents/index.ts'
import type { Report } from '../../../report.ts'
import { claimsPage } from '../../../reports/claims/page.ts'
import { namesOf } from '../../../reports/names.ts'
import { citedSpans } from '../marked/cited.ts'
import { markLines } from '../marked/pieces.ts'
import type { SentText } from '../messages.ts'
import { openAll } from '../worker/given.ts'
import type { Loaded } from '../worker/load.ts'

/** What the page shows of an announcement: its sentences, marked with their claims, numbered through all texts. */
export type ClaimsView = Awaited<ReturnType<typeof readClaims>>['view']
export type ClaimView = ClaimsView['claims'][number]

/** Checks claims as `unwash claims` does: against a release, or dated facts of the models that are named. */
export async function readClaims(sent: readonly SentText[], of: Report | null, { knowledge }: Loaded) {
  const opened = await openAll(sent)
  const texts = opened.filter(one => one.is === 'text')
  const documents = texts.map(({ path, content, pages }) => {
    const text = { path, content, encoding: 'utf-8', truncated: false } as const
    return pages ? { ...readDocument(text, 'text'), pages } : readDocument(text)
  })
  const report = readAnnouncement(documents, of, knowledge)
  const names = namesOf(knowledge)
  const claims = report.claims.map((claim, index) => ({ claim, number: index + 1 }))
  const numbered = claims.map(({ claim: { cited, says }, number }) => ({ cited, number, words: says }))
  const view = {
    title: claimsPage(report, '', names).title,
    texts: texts.map(({ path, content }) => ({
      path,
      lines: markLines(content, citedSpans({ path, content }, numbered)),
    })),
    claims: claims.map(({ claim, number }) => {
      const because = claim.because.flatMap(id => report.findings.find(finding => finding.id === id) ?? [])
      return {
        number,
        says: claim.says,
        check: claim.check,
        because: because.map(({ says }) => says),
        wouldChange: [...new Set(because.map(({ wouldChange }) => wouldChange))],
        suggestion: claim.suggestion,
      }
    }),
    releases: report.releases.map(({ name, by, term: { floor, ceiling } }) => ({
      name,
      audited: by === 'audit',
      term: names.term(floor),
      atMost: ceiling === floor ? null : names.term(ceiling),
    })),
    findings: opened.filter(one => one.is === 'unread').map(({ says, wouldChange }) => ({ says, wouldChange })),
  }
  return { view, report }
}
