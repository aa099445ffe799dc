import { readAnnouncement } from '../../../announcement.ts'
import { readDocument } from '../../../documents/index.ts'
import type { Report } from '../../../report.ts'
import { claimsPage } from '../../../reports/claims/page.ts'
import { notRead } from '../../../reports/licenses/index.ts'
import { namesOf } from '../../../reports/names.ts'
import { lines } from '../../../reports/page.ts'
import type { SentText } from '../messages.ts'
import { openAll } from '../worker/given.ts'
import type { Loaded } from '../worker/load.ts'
import { claimMarks } from './marks.ts'
import { Reading } from './reading.tsx'

/** Checks claims as `unwash claims` does: against a release, or dated facts of the models that are named. */
export async function readClaims(sent: readonly SentText[], of: Report | null, { knowledge }: Loaded) {
  const opened = await openAll(sent)
  const texts = opened.filter(one => one.is === 'text')
  const documents = texts.map(({ path, content, pages }) => {
    const text = { path, content, encoding: 'utf-8', truncated: false } as const
    return pages ? { ...readDocument(text, 'text'), pages } : readDocument(text)
  })
  const report = readAnnouncement(documents, of, knowledge)
  const { claims, findings, releases } = report
  const marks = claimMarks(claims, findings)
  const show = () => {
    const { title, sections } = claimsPage(report, '', namesOf(knowledge))
    const speaks = sections.filter(({ heading }) => heading !== 'Claims').flatMap(({ blocks }) => blocks)
    const unread = opened.filter(one => one.is === 'unread').map(one => ({ ...one, cited: [] }))
    const lead =
      claims.length > 0 && releases.length === 0
        ? [lines([`No release that is known here is named, so what it gives is not known: ${CHOOSE}`])]
        : speaks
    return (
      <Reading
        label="The claims"
        pages={[{ title, lead, sections: notRead(unread) }]}
        texts={texts.map(({ path, content }) => ({ path, content, added: [] }))}
        marks={marks}
      />
    )
  }
  return { report, marks, show }
}

const CHOOSE = 'choose the release above, or have it read.'
