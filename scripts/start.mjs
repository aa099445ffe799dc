// npm start: audits the example release; npm start -- <release> audits another. The arguments and the exit code are the command's own.
import { spawnSync } from 'node:child_process'

const given = process.argv.slice(2)
const { status } = spawnSync(
  process.execPath,
  ['dist/bin/unwash.js', ...(given.length > 0 ? given : ['examples/lumen-7b'])],
  { stdio: 'inherit' },
)
process.exit(status ?? 2)
