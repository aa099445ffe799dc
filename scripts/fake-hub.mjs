// npm run fake-hub -- [port]: the hub that the tests ask, served until it is stopped, for trying things without a network.
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

// two folders below the package, as what is built: what is bundled looks for its data from there
const folder = mkdtempSync(join('node_modules', '.fake-hub-'))
const outfile = join(folder, 'hub.mjs')
await build({
  entryPoints: ['test/hub/main.ts'],
  outfile,
  bundle: true,
  conditions: ['unwash-source'],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  banner: {
    js: `import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)`,
  },
  logLevel: 'warning',
})
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0))
await import(pathToFileURL(outfile).href)
