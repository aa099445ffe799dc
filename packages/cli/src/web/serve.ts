import { once } from 'node:events'
import { invalid } from '@unwash/core/error'
import { VERSION } from '@unwash/knowledge/load'
import type { Shelf } from '@unwash/web/server/shelf'
import { EXIT, tell } from '../exit.ts'

/** How pages and API are served. */
interface ServeOptions {
  readonly store?: string | undefined
  readonly port: string
  readonly host: string
  readonly root?: string | undefined
  readonly origin?: string | undefined
}

/**
 * Serves until it is told to stop, and answers what was asked before. The token of whoever may have releases audited is
 * UNWASH_TOKEN, of the environment alone.
 */
export async function served(targets: readonly string[], options: ServeOptions, signal: AbortSignal): Promise<number> {
  const port = Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw invalid('no port is called', options.port, 'give a number, such as 4321')
  const { serveWeb, memoryShelf } = await import('@unwash/web/server/index')
  const shelf = options.store === undefined ? memoryShelf() : await openShelf(options.store)
  const token = process.env.UNWASH_TOKEN?.trim() || null
  const server = await serveWeb({
    host: options.host,
    port,
    shelf,
    begin: targets,
    begun: (target, trouble) => tell(`${trouble ?? `read ${target}`}`),
    warm: true,
    root: options.root ?? null,
    token,
    origin: options.origin?.replace(/\/+$/, '') ?? null,
  })
  const name = options.host.includes(':') ? `[${options.host}]` : options.host
  tell(`serving at http://${name}:${server.port}/ (Ctrl+C ends it)`)
  // it may have been stopped while it began
  if (!signal.aborted) await once(signal, 'abort')
  tell('draining: what was asked is answered, nothing more is taken')
  await server.close()
  return EXIT.holds
}

/** Opens the store that releases are kept in: a database by its address, else a file. */
export async function openShelf(place: string): Promise<Shelf> {
  const { openShared } = await import('@unwash/survey/store/open')
  return openShared(place, VERSION)
}
