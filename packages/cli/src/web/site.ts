import { loadKnown } from '@unwash/library/known'
import { EXIT, tell } from '../exit.ts'
import { announce } from '../terminal/progress.ts'
import { openShelf } from './serve.ts'

/** What a site of static files is written from. */
interface SiteOptions {
  readonly store?: string | undefined
  readonly origin?: string | undefined
}

/** Writes the pages as static files: those of a store, or of the releases that are given. */
export async function sited(
  out: string,
  targets: readonly string[],
  options: SiteOptions,
  signal: AbortSignal,
): Promise<number> {
  const [{ writeSite }, { memoryShelf }, { keep, saidPlaces }] = await Promise.all([
    import('@unwash/web/server/site'),
    import('@unwash/web/server/shelf'),
    import('@unwash/web/server/keep'),
  ])
  const shelf = options.store === undefined ? memoryShelf() : await openShelf(options.store)
  try {
    const places = saidPlaces(targets)
    for (const target of targets) {
      const read = announce(`reading ${target}`)
      await keep(target, shelf, signal, places).finally(read)
    }
    const done = announce(`writing ${out}`)
    const origin = options.origin?.replace(/\/+$/, '') ?? null
    const written = await writeSite(out, { known: await loadKnown(), shelf, origin }).finally(done)
    tell(`wrote ${written} files to ${out}`)
    return EXIT.holds
  } finally {
    await shelf.close()
  }
}
