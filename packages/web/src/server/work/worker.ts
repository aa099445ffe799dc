import { readAnnouncement } from '@unwash/core/announcement'
import { readDocument } from '@unwash/core/documents/index'
import { UnwashError } from '@unwash/core/error'
import { readLicenses } from '@unwash/core/license'
import type { GivenText } from '@unwash/core/licenses/given/given'
import { prepare } from '@unwash/core/licenses/given/prepare'
import { givenAs } from '@unwash/core/terms/files/given-as'
import { askingOf } from '@unwash/library/ask'
import { openWhole } from '@unwash/library/audit'
import { loadKnown } from '@unwash/library/known'
import { cacheFolder } from '@unwash/sources/hub/cache'
import { hostOf } from '@unwash/sources/hub/endpoint'
import { releaseOf, SavedEvidence } from '@unwash/sources/saved/save'
import { guardedFetch } from '../guard/fetch.ts'
import { closedGitHome, type GitHome, gitHomeFor } from '../guard/git.ts'
import { judged } from '../keep.ts'
import { type Target, told } from '../target.ts'
import type { Done, GivenWords, Work } from './pool.ts'

/** The thread's own: whatever is read here is fetched with the guard, and with nobody's token. */
delete process.env.HF_TOKEN
const hub = hostOf(process.env)
globalThis.fetch = guardedFetch({ trusted: new Set(hub === null ? [] : [hub]) })
// the cache stays where it was when git gets a home of its own
process.env.XDG_CACHE_HOME = cacheFolder(process.env).replace(/[/\\]unwash$/, '')

/** where the code that a card names is looked for (`evidence/elsewhere.ts`) */
const FORGE = 'https://github.com/'

/** Does one piece of work. What the caller can mend is told; anything else is thrown. */
export default async function work(asked: Work, tell: (says: string) => void): Promise<Done<Work['kind']>> {
  try {
    switch (asked.kind) {
      case 'audit':
        return { ok: true, result: await auditFor(asked, tell) }
      case 'judge':
        return { ok: true, result: await judged(asked.release) }
      case 'ask': {
        const { told } = askingOf(releaseOf(SavedEvidence.parse(asked.evidence)), await loadKnown())
        return { ok: true, result: told().map(({ question }) => question) }
      }
      case 'license':
        return { ok: true, result: await licensesIn(asked.texts) }
      case 'claims': {
        const { knowledge } = await loadKnown()
        const documents = asked.texts.map(text => readDocument({ ...text, encoding: 'utf-8', truncated: false }))
        return { ok: true, result: readAnnouncement(documents, asked.of, knowledge) }
      }
      case 'warm':
        await licensesIn([{ path: 'LICENSE', content: asked.text }])
        return { ok: true, result: null }
    }
  } catch (error) {
    if (error instanceof UnwashError) return { ok: false, says: told(error) }
    throw error
  }
}

async function auditFor(
  { target, submitted, on, seconds }: Extract<Work, { kind: 'audit' }>,
  tell: (says: string) => void,
) {
  const signal = AbortSignal.timeout(seconds * 1000)
  const home = await gitHomeOf(target)
  const before = process.env.HOME
  process.env.HOME = home.home
  try {
    tell('reading')
    const opened = await openWhole(target.target, { signal, tell, on })
    tell('judging')
    // a path of this machine is nobody else's to know
    const release = target.is === 'path' ? { ...opened, place: submitted } : opened
    return await judged(release, on)
  } catch (error) {
    if (!signal.aborted) throw target.is === 'path' ? underItsName(error, target.target, submitted) : error
    throw new UnwashError('it took too long to read', submitted, 'try again later', 'unreadable', error)
  } finally {
    if (before === undefined) delete process.env.HOME
    else process.env.HOME = before
    await home.remove()
  }
}

/** Trouble with a path of this machine, told under the name that was submitted for it. */
function underItsName(error: unknown, path: string, submitted: string): unknown {
  if (!(error instanceof UnwashError)) return error
  const named = (words: string) => words.replaceAll(path, submitted)
  return new UnwashError(named(error.what), named(error.where), named(error.todo), error.code, error)
}

/** Git reaches the one host that was submitted; of a hub's release the one forge whose code its card may name. */
async function gitHomeOf(target: Target): Promise<GitHome> {
  if (target.is === 'git') return gitHomeFor(new URL(target.url))
  if (target.is === 'path') return closedGitHome()
  return gitHomeFor(new URL(FORGE)).catch(closedGitHome)
}

async function licensesIn(texts: readonly GivenWords[]) {
  const known = await loadKnown()
  const { legalFiles } = known.knowledge
  const given = ({ path, content }: GivenWords): Promise<GivenText> =>
    prepare({ path, content, as: givenAs(path, legalFiles) })
  const asked = await Promise.all(texts.map(given))
  return readLicenses({ asked, beside: [], unread: [] }, known)
}
