// npm start: builds once, and again only when something that is built has changed; then audits the example release, shows
// what the command prints, and ends 0 when it could: that a claim of the example is contradicted is the honest result.
// npm start -- <release> audits another, with the command's own exit code.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const COMMAND = 'dist/bin/unwash.js'
/** what a build is made from */
const MADE_FROM = ['packages', 'knowledge', 'scripts', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']

const given = process.argv.slice(2)
const example = given.length === 0
const changed = path => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
/** whether anything below a path is younger than a moment; a folder is as young as what was last put in or taken out */
const isYounger = (path, than) =>
  changed(path) > than ||
  (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true &&
    readdirSync(path).some(name => isYounger(join(path, name), than)))

const built = changed(COMMAND)
if (built === 0 || MADE_FROM.some(path => isYounger(path, built))) {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: ['inherit', 'ignore', 'inherit'] })
  if (status !== 0) process.exit(2)
}
const { status } = spawnSync(process.execPath, [COMMAND, ...(example ? ['examples/lumen-7b'] : given)], {
  stdio: 'inherit',
})
const code = status ?? 2
if (example && code === 1)
  console.error('unwash examples/lumen-7b itself ends with exit code 1, as it does wherever a claim is contradicted')
process.exit(example && code === 1 ? 0 : code)
