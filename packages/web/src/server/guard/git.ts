import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Resolving, resolvePublic } from './resolve.ts'

/**
 * A home folder for git that reaches one host, over HTTPS or HTTP, at the addresses that were checked; it follows no
 * redirect, and knows nobody's credentials. Git must be 2.37 or later, which is when it learnt to be told addresses.
 */
export async function gitHomeFor(url: URL, resolving: Resolving = {}): Promise<GitHome> {
  const resolved = await resolvePublic(url.hostname, resolving)
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const addresses = resolved.map(({ address, family }) => (family === 6 ? `[${address}]` : address)).join(',')
  return homeWith([
    '[http]',
    `\tcurloptResolve = "${host.replace(/[^\w.:-]/g, '')}:${port}:${addresses}"`,
    '\tfollowRedirects = false',
    '[protocol]',
    '\tallow = never',
    '[protocol "https"]',
    '\tallow = always',
    '[protocol "http"]',
    '\tallow = always',
  ])
}

/** A home folder for git that reaches nothing. */
export const closedGitHome = (): Promise<GitHome> => homeWith(['[protocol]', '\tallow = never'])

/** A folder that is git's home for a while. */
export interface GitHome {
  readonly home: string
  readonly remove: () => Promise<void>
}

async function homeWith(config: readonly string[]): Promise<GitHome> {
  const home = await mkdtemp(join(tmpdir(), 'unwash-git-'))
  await writeFile(join(home, '.gitconfig'), `${config.join('\n')}\n`)
  return { home, remove: () => rm(home, { recursive: true, force: true }) }
}
