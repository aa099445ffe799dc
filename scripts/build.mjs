// Builds everything that runs: packages/*/dist (each package), dist/data/* (knowledge, fingerprints, schema), dist/bin/unwash.js (the command),
// dist/assets/* (what runs in the pages).
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { bundleCommand, bundlePages } from './bundle.mjs'
import { noticesOf, packagesOf } from './notices.mjs'

const run = (...args) => {
  try {
    execFileSync(process.execPath, args, { stdio: 'inherit' })
  } catch (error) {
    if (typeof error.status !== 'number') throw error
    // what is wrong was said by the script itself: no trace of this one is put under it
    process.exit(error.status)
  }
}

mkdirSync('dist/data', { recursive: true })
run('node_modules/typescript/bin/tsc', '--build', 'tsconfig.build.json')
run('scripts/knowledge.mjs')
run('scripts/spdx.mjs')
run('scripts/learn.mjs', '--when-changed')

const { claimsSchema, projectSchema, reportSchema } = await import('@unwash/reporters/schema')
const { evidenceSchema } = await import('@unwash/sources/saved/save')
for (const [name, schema] of Object.entries({
  report: reportSchema(),
  evidence: evidenceSchema(),
  project: projectSchema(),
  claims: claimsSchema(),
}))
  writeFileSync(`dist/data/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`)

run('scripts/types.mjs')

// chunks are named by what is in them: those of an earlier build would stay
rmSync('dist/bin', { recursive: true, force: true })
const command = packagesOf(await bundleCommand())
const pages = packagesOf(await bundlePages())
run('scripts/web-data.mjs')
// a site is given on without the rest: what is in the pages has its notices beside them
writeFileSync('dist/assets/licenses.md', noticesOf(pages))
writeFileSync('dist/third-party-notices.md', noticesOf(new Set([...command, ...pages])))

if (!existsSync('dist/bin/unwash.js')) throw new Error('the command was not built')
chmodSync('dist/bin/unwash.js', 0o755)
