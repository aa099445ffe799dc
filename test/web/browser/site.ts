import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadKnown } from '../../../src/audit.ts'
import { namesOf } from '../../../src/reports/names.ts'
import { checkPage } from '../../../src/web/pages/check.tsx'
import { setDocument } from '../../../src/web/pages/document.tsx'
import { readPage } from '../../../src/web/pages/read.tsx'
import { STYLE } from '../../../src/web/style/index.ts'

/** A site being served, and where. */
export interface Site {
  readonly origin: string
  close(): void
}

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"

/** Serves the pages of the tools with what was built for them. */
export async function serveTools(): Promise<Site> {
  const { knowledge } = await loadKnown()
  const setting = {
    knowledge,
    names: namesOf(knowledge),
    link: (address: string) => address,
    served: true,
    origin: null,
  }
  const pages = new Map([readPage(), checkPage()].map(page => [page.frame.address, setDocument(page, setting)]))
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    response.setHeader('content-security-policy', POLICY)
    const page = pages.get(path)
    if (page !== undefined) return response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
    if (path === '/assets/unwash.css') return response.setHeader('content-type', 'text/css').end(STYLE)
    const name = /^\/assets\/([\w.-]+)$/.exec(path)?.[1]
    const bytes = name
      ? await readFile(new URL(`../../../dist/assets/${name}`, import.meta.url)).catch(() => null)
      : null
    if (bytes === null) return response.writeHead(404).end()
    response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'application/gzip').end(bytes)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}
