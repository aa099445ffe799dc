// Builds everything that runs: dist/*.js (the library), dist/data/* (knowledge, fingerprints, schema), dist/bin/unwash.js (the command),
// dist/assets/* (what runs in the pages).
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { build as buildClient } from 'vite'

const run = (...args) => execFileSync(process.execPath, args, { stdio: 'inherit' })

// chunks are named by what is in them: those of an earlier build would stay
rmSync('dist/bin', { recursive: true, force: true })
mkdirSync('dist/data', { recursive: true })
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')
run('scripts/spdx.mjs')
run('scripts/glyphs.mjs')
run('scripts/knowledge.mjs')

const { reportSchema } = await import('../dist/reports/schema.js')
const { claimsSchema } = await import('../dist/reports/claims/schema.js')
const { projectSchema } = await import('../dist/reports/project/schema.js')
const { rebuildSchema } = await import('../dist/reports/rebuild/schema.js')
const { evidenceSchema } = await import('../dist/sources/saved/index.js')
for (const [name, schema] of Object.entries({
  report: reportSchema(),
  evidence: evidenceSchema(),
  rebuild: rebuildSchema(),
  project: projectSchema(),
  claims: claimsSchema(),
}))
  writeFileSync(`dist/data/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`)

// One file with its commands split off, so that `unwash --version` does not load a Markdown parser.
await build({
  entryPoints: {
    unwash: 'src/cli/main.ts',
    'survey-worker': 'src/survey/worker.ts',
    'project-worker': 'src/cli/project/worker.ts',
  },
  outdir: 'dist/bin',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  chunkNames: 'chunk-[hash]',
  // native parts, and threads that start from a file of their own: these stay packages
  external: ['@duckdb/node-api', 'piscina', 'pg', 'pg-boss', 'pg-copy-streams', 'pino'],
  banner: {
    js: `#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)`,
  },
  logLevel: 'warning',
})
// What runs in the pages, and what the reader there knows.
await buildClient({ configFile: 'vite.config.ts', logLevel: 'warn' })
run('scripts/web-data.mjs')

if (!existsSync('dist/bin/unwash.js')) throw new Error('the command was not built')
