import { judge } from '../../../judge.ts'
import { readLicenses } from '../../../license.ts'
import type { GivenText } from '../../../licenses/given/given.ts'
import { prepare } from '../../../licenses/given/prepare.ts'
import { givenAs } from '../../../licensing/files/given-as.ts'
import { type Names, namesOf } from '../../../reports/names.ts'
import type { SentText } from '../messages.ts'
import { openAll } from '../worker/given.ts'
import type { Loaded } from '../worker/load.ts'
import { viewLicense } from './license.ts'
import { viewClauses, viewUnread } from './numbered.ts'
import { viewText, wordsOf } from './text.ts'

/** Reads license texts as `unwash license` does, and says what the page shows of them. */
export async function readTexts(sent: readonly SentText[], loaded: Loaded) {
  const opened = await openAll(sent)
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
  const report = readLicenses({ asked, beside: asked, unread }, loaded)
  const { licenses, findings } = report
  const names: Names = namesOf(loaded.knowledge)
  const clauses = viewClauses(licenses, asked, loaded.knowledge, names)
  const open = viewUnread(licenses, clauses.length)
  const view = {
    texts: asked.map(text => viewText(text, licenses, clauses, open)),
    licenses: licenses.map(license => viewLicense(license, clauses, open, names, asked, loaded)),
    clauses: clauses.map(({ view }) => view),
    words: wordsOf(licenses),
    findings: findings.map(({ says, wouldChange }) => ({ says, wouldChange })),
    uses: usesOf(asked, loaded),
  }
  return { view, report }
}

/** "Can I …" of a model that is under this text alone. */
function usesOf(asked: readonly GivenText[], known: Loaded) {
  const [text] = asked
  if (text === undefined || asked.length > 1) return []
  const [path, weights] = ['LICENSE', 'model.safetensors']
  const { uses = [] } = judge(
    {
      name: '',
      publisher: null,
      source: 'folder',
      place: text.path,
      revision: null,
      complete: true,
      files: [path, weights].map(one => ({ path: one, size: null, kind: 'file' })),
      texts: new Map([[path, { path, content: text.content, encoding: 'utf-8', truncated: false }]]),
      headers: [],
      notes: [],
    },
    known,
  )
  return uses.map(({ ask, answer, says, cited: [first] }) => ({
    ask,
    answer,
    says,
    line: first && 'line' in first ? (first.line ?? null) : null,
  }))
}
