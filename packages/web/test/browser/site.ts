import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { judge } from '@unwash/core/judge'
import type { Release } from '@unwash/core/release/release'
import { VERSION } from '@unwash/knowledge/load'
import { loadKnown } from '@unwash/library/known'
import { open } from '@unwash/sources/index'
import { evidenceOf } from '@unwash/sources/saved/save'
import { releaseOf } from '../../../../test/release.ts'
import { memoryShelf, serveWeb } from '../../src/server/index.ts'
import { writeSite } from '../../src/server/site.ts'
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

const SISKIN_CARD = '---\nlicense: apache-2.0\n---\n\n# Siskin 1B\n\nSiskin 1B is an open source model.\n'

const RELEASES: readonly Release[] = [
  // the weights are open, and nothing else is there
  releaseOf({
    name: 'tidewater/siskin-1b',
    publisher: 'tidewater',
    files: { 'README.md': SISKIN_CARD, 'model.safetensors': {} },
  }),
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

/** A few invented releases, read and kept. */
export async function keptReleases(more: readonly Release[] = []) {
  const known = await loadKnown()
  const shelf = memoryShelf()
  const example = await open(fileURLToPath(new URL('../../../../examples/lumen-7b', import.meta.url)))
  for (const release of [...more, example, ...RELEASES]) {
    const evidence = evidenceOf(release, { version: VERSION, knowledge: known.knowledge.version, readOn: '2026-11-24' })
    await shelf.put({ run: 'test', target: release.name, report: judge(release, known), evidence, facts: {} })
  }
  return { known, shelf }
}

/** Serves the pages as `unwash serve` does, of more releases where they are given. */
export async function serveSite(root: string | null = null, more: readonly Release[] = []): Promise<Site> {
  const { shelf } = await keptReleases(more)
  const served = await serveWeb({ host: '127.0.0.1', port: 0, shelf, root })
  return { origin: `http://127.0.0.1:${served.port}`, close: served.close }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** Writes the pages as `unwash site` does, and serves the files below a folder, as any web server would. */
export async function serveFiles(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'unwash-site-'))
  await writeSite(join(folder, 'pages'), { ...(await keptReleases()), origin: null })
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://files.example')
    const path = join(folder, decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
    const bytes = await readFile(path).catch(() => null)
    if (bytes === null) return response.writeHead(404).end()
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream').end(bytes)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return {
    origin: `http://127.0.0.1:${port}/pages`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
