import { fileURLToPath } from 'node:url'
import { loadKnown } from '../../../src/audit.ts'
import { judge } from '../../../src/judge.ts'
import { VERSION } from '../../../src/knowledge/load.ts'
import { open } from '../../../src/sources/index.ts'
import type { Release } from '../../../src/sources/release.ts'
import { evidenceOf } from '../../../src/sources/saved/index.ts'
import { memoryShelf, serveWeb } from '../../../src/web/server/index.ts'
import { releaseOf } from '../../release.ts'
import { HEDGEROW } from './texts.ts'

/** A site being served, and where. */
export interface Site {
  readonly origin: string
  close(): Promise<void>
}

/** card text in which markup and script stand */
const HOSTILE_CARD = `---
license: other
---
# Marten <script>document.title = 'run'</script>

Marten-3B is <img src="/hostile" onerror="document.title='run'"> open source, and fully open.
`

const RELEASES: readonly Release[] = [
  releaseOf({
    name: 'hedgerow/wren-2b',
    publisher: 'hedgerow',
    files: { LICENSE: HEDGEROW, 'README.md': '# Wren\n\nWren-2B is an open source model.\n', 'model.safetensors': {} },
  }),
  releaseOf({
    name: 'tidewater/marten-3b',
    publisher: 'tidewater',
    files: { 'LICENSE <b>.md': HEDGEROW, 'README.md': HOSTILE_CARD, 'model.safetensors': {} },
  }),
]

/** Serves the pages as `unwash serve` does, with a few invented releases. */
export async function serveSite(): Promise<Site> {
  const known = await loadKnown()
  const shelf = memoryShelf()
  const example = await open(fileURLToPath(new URL('../../../examples/lumen-7b', import.meta.url)))
  for (const release of [example, ...RELEASES]) {
    const evidence = evidenceOf(release, { version: VERSION, knowledge: known.knowledge.version, readOn: '2026-11-24' })
    await shelf.put({ run: 'test', target: release.name, report: judge(release, known), evidence, facts: {} })
  }
  const served = await serveWeb({ host: '127.0.0.1', port: 0, shelf })
  return { origin: `http://127.0.0.1:${served.port}`, close: served.close }
}
