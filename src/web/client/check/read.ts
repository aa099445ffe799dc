import { readAnnouncement } from '../../../announcement.ts'
import { readDocument } from '../../../documents/index.ts'
import { claimsPage } from '../../../reports/claims/page.ts'
import { namesOf } from '../../../reports/names.ts'
import { citedSpans } from '../marked/cited.ts'
import { markLines } from '../marked/pieces.ts'
import type { SentText } from '../messages.ts'
import { openSent } from '../worker/given.ts'
import type { Loaded } from '../worker/load.ts'

/** What the page shows of an announcement: its sentences, marked with their claims, numbered through all texts. */
export type ClaimsView = Awaited<ReturnType<typeof readClaims>>
export type ClaimView = ClaimsView['claims'][number]

/** Checks the claims of announcements as `unwash claims` does, against the dated facts of the models they name. */
export async function readClaims(sent: readonly SentText[], { knowledge }: Loaded) {
  const opened = sent.map(openSent)
  const texts = opened.filter(one => one.is === 'text')
  const documents = texts.map(({ path, content, pages }) => {
    const text = { path, content, encoding: 'utf-8', truncated: false } as const
    return pages ? { ...readDocument(text, 'text'), pages } : readDocument(text)
  })
  const report = readAnnouncement(documents, null, knowledge)
  const names = namesOf(knowledge)
  const claims = report.claims.map((claim, index) => ({ claim, number: index + 1 }))
  const numbered = claims.map(({ claim: { cited, says }, number }) => ({ cited, number, words: says }))
  return {
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
    releases: report.releases.map(({ name, term: { floor, ceiling } }) => ({
      name,
      term: names.term(floor),
      atMost: ceiling === floor ? null : names.term(ceiling),
    })),
    findings: opened.filter(one => one.is === 'unread').map(({ says, wouldChange }) => ({ says, wouldChange })),
  }
}
