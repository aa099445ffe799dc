import { readLicenses } from '../../../license.ts'
import type { GivenText } from '../../../licenses/given/given.ts'
import { prepare } from '../../../licenses/given/prepare.ts'
import { givenAs } from '../../../licensing/files/given-as.ts'
import { type Names, namesOf } from '../../../reports/names.ts'
import type { SentText } from '../messages.ts'
import { openSent } from '../worker/given.ts'
import type { Loaded } from '../worker/load.ts'
import { viewLicense } from './license.ts'
import { viewClauses, viewUnread } from './numbered.ts'
import { viewText, wordsOf } from './text.ts'

/** Reads license texts as `unwash license` does, and says what the page shows of them. */
export async function readTexts(sent: readonly SentText[], loaded: Loaded) {
  const opened = sent.map(openSent)
  const unread = opened.filter(one => one.is === 'unread')
  const asked = await Promise.all(
    opened
      .filter(one => one.is === 'text')
      .map(async ({ is: _, ...text }): Promise<GivenText> => {
        const given = { ...text, as: givenAs(text.path, loaded.knowledge.legalFiles) }
        // what was taken out of a PDF is neither a page nor data
        return given.pages ? given : prepare(given)
      }),
  )
  const { licenses, findings } = readLicenses({ asked, beside: asked, unread }, loaded)
  const names: Names = namesOf(loaded.knowledge)
  const clauses = viewClauses(licenses, asked, loaded.knowledge, names)
  const open = viewUnread(licenses, clauses.length)
  return {
    texts: asked.map(text => viewText(text, licenses, clauses, open)),
    licenses: licenses.map(license => viewLicense(license, clauses, open, names, asked, loaded)),
    clauses: clauses.map(({ view }) => view),
    words: wordsOf(licenses),
    findings: findings.map(({ says, wouldChange }) => ({ says, wouldChange })),
  }
}
