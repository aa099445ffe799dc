// npm start: audits the example release, shows what the command prints, and ends 0 when it could: that a claim of the
// example is contradicted is the honest result. npm start -- <release> audits another, with the command's own exit code.
import { spawnSync } from 'node:child_process'

const given = process.argv.slice(2)
const example = given.length === 0
const { status } = spawnSync(process.execPath, ['dist/bin/unwash.js', ...(example ? ['examples/lumen-7b'] : given)], {
  stdio: 'inherit',
})
const code = status ?? 2
if (example && code === 1)
  console.error('unwash examples/lumen-7b itself ends with exit code 1, as it does wherever a claim is contradicted')
process.exit(example && code === 1 ? 0 : code)
