// npm run bench -- <name>: runs one benchmark of this folder, or says which there are.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('./', import.meta.url))
const names = readdirSync(folder).flatMap(file => /^(.+)\.bench\.mjs$/.exec(file)?.[1] ?? [])
const [name] = process.argv.splice(2, 1)
if (!name || !names.includes(name)) {
  console.error(`${name ? `no benchmark is called "${name}"` : 'which benchmark?'}; there are ${names.join(', ')}`)
  process.exit(2)
}
await import(`./${name}.bench.mjs`)
