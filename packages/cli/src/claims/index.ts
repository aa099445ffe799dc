import { readAnnouncement } from '@unwash/core/announcement'
import type { Document } from '@unwash/core/documents/index'
import { UnwashError } from '@unwash/core/error'
import { today } from '@unwash/core/judge'
import type { Report } from '@unwash/core/report/report'
import { audit } from '@unwash/library/audit'
import { loadKnown } from '@unwash/library/known'
import { claimsReporters } from '@unwash/reporters/claims/index'
import { knownNames } from '@unwash/reporters/index'
import { failingClaims } from '@unwash/reporters/words/checks'
import { HUB_HOSTS } from '@unwash/sources/hub/address'
import { hostOf } from '@unwash/sources/hub/endpoint'
import { meantAtHub } from '../audit/at-hub.ts'
import { EXIT, printed, tell } from '../exit.ts'
import { announce } from '../terminal/progress.ts'
import { rendered } from '../terminal/show.ts'
import { openAnnouncement } from './open.ts'

/** releases that are looked at; an announcement that links to more is a list */
const MOST_RELEASES = 5
/** at a hub, what stands where the name of a publisher would, and is none */
const HUB_PAGES: ReadonlySet<string> = new Set(
  (
    'blog docs collections papers spaces datasets models organizations settings learn posts join pricing tasks ' +
    'login api'
  ).split(' '),
)
const FORGES: ReadonlySet<string> = new Set(['github.com', 'gitlab.com', 'codeberg.org', 'gitee.com', 'gitcode.com'])

/**
 * The releases that documents link to, as targets of an audit: models at a hub, and repositories of code, each once.
 */
function releasesLinked(documents: readonly Document[], environment: NodeJS.ProcessEnv): readonly string[] {
  const hub = hostOf(environment)
  const targets = documents
    .flatMap(({ blocks }) =>
      blocks.flatMap(({ links, text }) => [...links.map(link => link.url), ...addressesIn(text)]),
    )
    .flatMap(url => targetOf(url, hub) ?? [])
  return [...new Set(targets)].slice(0, MOST_RELEASES)
}

const addressesIn = (text: string) => text.match(/https?:\/\/[^\s<>"'()，。、）]{4,300}/g) ?? []

function targetOf(url: string, hub: string | null): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null
  const { host, pathname, origin } = new URL(url)
  const [owner, name] = pathname.split('/').filter(step => step !== '')
  if (!owner || !name || !/^[\w.-]{1,96}$/.test(owner) || !/^[\w.-]{1,96}$/.test(name)) return null
  if (HUB_HOSTS.has(host) || host === hub) return HUB_PAGES.has(owner) ? null : `${owner}/${name.replace(/[.]+$/, '')}`
  return FORGES.has(host) ? `${origin}/${owner}/${name.replace(/[.]+$/, '')}` : null
}

/** How to check an announcement: the release it is about, and which way to show it. */
interface ClaimsOptions {
  readonly format: string
  readonly of?: string | undefined
  readonly linked?: true | undefined
}

/** Checks an announcement and prints its claims. Exit code 1 when one of them is contradicted. */
export async function claimed(target: string, options: ClaimsOptions, signal: AbortSignal): Promise<number> {
  const done = announce(`reading ${[target, ...(options.of ? [options.of] : [])].join(', ')}`)
  const { knowledge, version } = await loadKnown()
  const [{ documents, notes }, release] = await Promise.all([
    openAnnouncement(target, process.stdin, signal, knowledge),
    options.of === undefined ? null : audit(await meantAtHub(options.of), { signal }),
  ]).finally(done)
  const linked = options.linked && !release ? await auditLinked(documents, signal) : []
  const report = { ...readAnnouncement(documents, release, knowledge, linked), readAsOf: today() }
  const fails = failingClaims(report.claims)
  const subject = target === '-' ? 'standard input' : target
  const shown = { subject, names: knownNames(knowledge), version }
  const text = rendered(claimsReporters, options.format, report, shown)
  const code = printed(text, fails === null ? EXIT.holds : EXIT.fails)
  for (const note of notes) tell(note)
  if (report.claims.length > 0 && report.releases.length === 0)
    tell(
      'no release that is known here is named: say with --of which one is meant, or --linked to look at ' +
        'what it links to',
    )
  if (fails !== null) tell(fails)
  return code
}

/** Audits what an announcement links to, one after the other; what cannot be read is told, and left out. */
async function auditLinked(documents: readonly Document[], signal: AbortSignal): Promise<readonly Report[]> {
  const reports: Report[] = []
  for (const target of releasesLinked(documents, process.env)) {
    const done = announce(`reading ${target}`)
    try {
      reports.push(await audit(target, { signal }))
    } catch (error) {
      if (!(error instanceof UnwashError)) throw error
      tell(error.message)
    } finally {
      done()
    }
  }
  return reports
}
