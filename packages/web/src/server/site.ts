import { cp, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { roomOr, UnwashError } from '@unwash/core/error'
import { knownNames } from '@unwash/reporters/index'
import { Hono } from 'hono'
import { ADDRESSES, PICTURE, releaseAddress } from '../addresses.ts'
import { allRows } from '../pages/explore/saved.ts'
import { setDocument } from '../pages/layout.tsx'
import { troublePage } from '../pages/tools.tsx'
import { isStep } from '../shown.ts'
import { ASSETS, assets } from './assets.ts'
import { pages } from './pages.ts'
import { Refusal } from './refusal.ts'
import type { Showing } from './serving.ts'

/** says that a folder is a site of ours, which may be written again */
const MARK = '.unwash-site'

/**
 * Writes the pages as static files, which any web server can host below any folder: what a server answers on its first
 * page and for each release, and at all addresses to which these lead. How many were written; throws an UnwashError
 * where they cannot be.
 */
export async function writeSite(
  out: string,
  { known, shelf, origin }: Pick<Showing, 'known' | 'shelf' | 'origin'>,
): Promise<number> {
  await claim(out)
  const { knowledge } = known
  const names = knownNames(knowledge)
  const app = new Hono()
  assets(app)
  const memory: Showing['memory'] = { get: (_, make) => make(), forget() {} }
  const filling = { total: 0, done: 0, now: new Set<string>(), failed: [] }
  const nobody = { writers: { by: 'nobody' }, rates: { audits: 0, texts: 0 }, hosts: null } as const
  pages(app, { known, names, shelf: rememberingLast(shelf), filling, memory, origin, ...nobody }, null)
  app.onError(error => {
    if (error instanceof Refusal) return new Response(null, { status: error.status })
    throw error
  })
  let written = 0
  const file = async (address: string, content: string | Uint8Array) => {
    const path = placeIn(out, address)
    if (path === null) return
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    written += 1
  }
  const seen = new Set<string>()
  /** An address and all that it leads to: the newest first, so that what is of one release is written together. */
  const write = async (...waiting: string[]) => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      if (seen.has(address)) continue
      seen.add(address)
      const answer = await app.request(`http://site${address}`)
      if (!answer.ok) continue
      const isPage = answer.headers.get('content-type')?.startsWith('text/html')
      await file(isPage ? `${address}/index.html` : address, new Uint8Array(await answer.clone().arrayBuffer()))
      if (isPage) waiting.push(...linksIn(await answer.text(), address))
      // it is linked by its whole address, where there is one
      if (/\/receipt\/[^/]+$/.test(address)) waiting.push(`${address}/${PICTURE}`)
    }
  }

  await write(ADDRESSES.home)
  for (const { name, revision } of await allRows(shelf, {})) {
    // where several are called alike, their own name lists them
    const alike = /^_\/.*?([^/]+\/[^/]+)$/.exec(name)?.[1]
    const more = [
      ...(alike ? [releaseAddress(alike)] : []),
      ...(revision === null ? [] : [releaseAddress(name, revision)]),
    ]
    await write(releaseAddress(name), ...more)
  }

  // a server of files shows it at whatever address: its links begin at the root
  const link = (address: string) => `${origin ?? ''}${address}`
  const lost = troublePage({ says: 'there is no such page', status: 404 })
  await file('/404.html', setDocument(lost, { knowledge, names, link, served: false, origin }))
  await cp(ASSETS, join(out, 'assets'), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    // without the scripts the pages are whole, but for the two that read in the browser
    if (error.code !== 'ENOENT') throw error
  })
  return written
}

/** A shelf that has the report at hand that was asked for last: the pages of a release are made one after the other. */
function rememberingLast(shelf: Showing['shelf']): Showing['shelf'] {
  let last: { readonly key: string; readonly found: ReturnType<typeof shelf.report> } | null = null
  return {
    ...shelf,
    report(name, revision) {
      const key = JSON.stringify([name, revision])
      if (last?.key !== key) last = { key, found: shelf.report(name, revision) }
      return last.found
    },
  }
}

/** The addresses of this site that a page leads to; scripts are copied. */
function linksIn(html: string, address: string): readonly string[] {
  const base = `http://site${address === '/' ? '' : address}/`
  return [...html.matchAll(/\s(?:href|src|action)="([^"#?:]+)/g)].flatMap(([, link = '']) => {
    const { pathname } = new URL(link.replaceAll('&amp;', '&').replaceAll('&#39;', "'"), base)
    return pathname.endsWith('.js') ? [] : [pathname.replace(/(.)\/$/, '$1')]
  })
}

/** Takes a folder for the site: an empty one, or one that holds a site already. */
async function claim(out: string): Promise<void> {
  await mkdir(out, { recursive: true }).catch((cause: unknown) => {
    throw new UnwashError(
      'cannot make the folder',
      out,
      roomOr(cause, 'give one that can be written'),
      'unreadable',
      cause,
    )
  })
  const there = await readdir(out)
  const ours = await stat(join(out, MARK)).catch(() => null)
  if (there.length > 0 && ours === null)
    throw new UnwashError('something else is in', out, 'give an empty folder, or one with a site of unwash', 'invalid')
  await writeFile(join(out, MARK), 'Written by unwash site; it may be written again.\n')
}

/** The file of an address; null for one that would lie elsewhere, or that no file system can name. */
function placeIn(out: string, address: string): string | null {
  const steps = address
    .split('/')
    .filter(step => step !== '')
    .map(decodeURIComponent)
  if (!steps.every(isStep)) return null
  const path = join(out, ...steps)
  const from = relative(out, path)
  return from === '..' || from.startsWith(`..${sep}`) ? null : path
}
