import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { judge } from '@unwash/core/judge'
import type { Release } from '@unwash/core/release/release'
import { loadKnown } from '@unwash/library/known'
import { evidenceOf } from '@unwash/sources/saved/save'
import { whenFileEnds } from '../../../../test/ends.ts'
import { releaseOf } from '../../../../test/release.ts'
import { type Served, type ServeOptions, serveWeb } from '../../src/server/index.ts'
import type { Shelf } from '../../src/server/shelf.ts'

/** A server of its own for a file of tests, with a folder of invented releases below its root. */
export interface TestServer extends Served {
  readonly at: string
  readonly root: string
  /** Has a release audited and waits for it; what is said of it in the end. */
  audited(target: string): Promise<{ readonly status: string; readonly [key: string]: unknown }>
}

/** Serves on a free port of this machine until the tests are over. */
export async function serveTest(
  releases: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
  options: Partial<ServeOptions> = {},
): Promise<TestServer> {
  const root = await mkdtemp(join(tmpdir(), 'unwash-web-'))
  for (const [name, files] of Object.entries(releases)) {
    for (const [path, content] of Object.entries(files)) {
      const at = join(root, name, path)
      await mkdir(dirname(at), { recursive: true })
      await writeFile(at, content)
    }
  }
  const server = await serveWeb({ host: '127.0.0.1', port: 0, root, threads: 1, ...options })
  whenFileEnds(async () => {
    await server.close()
    await rm(root, { recursive: true, force: true })
  })
  const at = `http://127.0.0.1:${server.port}`
  return {
    ...server,
    at,
    root,
    async audited(target) {
      const begun = await fetch(`${at}/api/v1/audits`, post({ target }))
      const { id, error } = await begun.json()
      if (id === undefined) return { status: 'refused', error }
      for (;;) {
        const audit = await (await fetch(`${at}/api/v1/audits/${id}`)).json()
        if (audit.status === 'done' || audit.status === 'failed') return audit
        await new Promise(later => setTimeout(later, 50))
      }
    },
  }
}

/** Judges an invented release and keeps it with its evidence. */
export async function keepIn(shelf: Shelf, release: Release): Promise<void> {
  const known = await loadKnown()
  const saving = { version: known.version, knowledge: known.knowledge.version, readOn: '2026-11-24' }
  const report = judge(release, known, '2026-11-24')
  await shelf.put({ run: 'test', target: release.name, report, evidence: evidenceOf(release, saving), facts: {} })
}

/** A question with a body in JSON. */
export const post = (body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/** An invented release whose license limits who may use it, and whose card claims it is open source. */
export const HERON = {
  'README.md': `---
license: other
license_name: marsh-license
license_link: LICENSE
library_name: transformers
---

# Heron 7B

Heron 7B is an open-source language model by Marsh Lab.

It was trained on publicly available data.
`,
  LICENSE: `MARSH COMMUNITY LICENSE

1. Marsh Lab grants you a non-exclusive, worldwide, royalty-free license to use, copy, modify and distribute the
Heron Materials.

2. If your products had more than 10 million monthly active users in the month before, you may not use the Heron
Materials unless Marsh Lab has given you a license for it.

3. You may not use the Heron Materials to develop weapons.
`,
  'config.json': '{ "model_type": "heron", "architectures": ["HeronForCausalLM"], "num_hidden_layers": 4 }\n',
  'model.safetensors': 'not read\n',
}

/** An invented release under a license that everybody knows by its name. */
export const WREN = {
  'README.md': `---
license: apache-2.0
library_name: transformers
---

# Wren 1B

The weights of Wren 1B are released under Apache 2.0.
`,
  'config.json': '{ "model_type": "wren", "num_hidden_layers": 2 }\n',
  'model.safetensors': 'not read\n',
}

/** An invented release whose code is at another place of its publisher, read too. */
export const EGRET: Release = {
  ...releaseOf({
    name: 'marsh/egret-1b',
    publisher: 'marsh',
    source: 'hub',
    hub: {},
    files: { ...WREN, 'README.md': '# Egret\n\nCode: https://github.com/marsh/egret\n' },
  }),
  linked: [
    {
      of: 'code',
      target: 'https://github.com/marsh/egret',
      cited: [{ url: 'https://github.com/marsh/egret', path: 'README.md', line: 3 }],
      release: {
        ...releaseOf({
          name: 'egret',
          publisher: 'marsh',
          source: 'git',
          files: {
            LICENSE: 'MARSH CODE LICENSE\n\n1. You may use and copy the code.\n\n2. You may not sell the code.\n',
            'README.md': '# Egret\n\nThe training code of Egret.\n',
            'train.py': 'import torch\n',
          },
        }),
        place: 'https://github.com/marsh/egret',
      },
    },
  ],
}
