// Checks every file under knowledge/ and compiles them into dist/data/knowledge.json, their wordings into patterns.bin;
// what reading a license asks for stands in knowledge.licenses.json too, for a command that is started for one text, and
// what sources ask in knowledge.sources.json.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

const root = new URL('../knowledge/', import.meta.url)
const { compileKnowledge } = await import('@unwash/knowledge/build/compile')
const { partOf } = await import('@unwash/core/knowledge/parts')
const { FILES, FOLDERS } = await import('@unwash/core/knowledge/schemas/index')

const files = readdirSync(root, { recursive: true })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.yml'))
  .sort()
const kindOf = path => (path.includes('/') ? path.split('/')[0] : path.replace('.yml', ''))
const known = path => kindOf(path) in (path.includes('/') ? FOLDERS : FILES)
// what the second reader learns from: scripts/learn reads it
const learned = path => /^(?:examples|second-reader)\//.test(path)
for (const kind of new Set(files.filter(path => !known(path) && !learned(path)).map(kindOf))) {
  console.error(`knowledge/${kind} is left out: no schema in packages/core/src/knowledge/schemas/index.ts`)
}

try {
  const { knowledge: compiled, patterns } = compileKnowledge(
    files.filter(known).map(path => ({ path, content: readFileSync(new URL(path, root), 'utf8') })),
  )
  mkdirSync(new URL('../dist/data/', import.meta.url), { recursive: true })
  writeFileSync(new URL('../dist/data/knowledge.json', import.meta.url), JSON.stringify(compiled))
  writeFileSync(new URL('../dist/data/patterns.bin', import.meta.url), patterns)
  for (const part of ['licenses', 'sources'])
    writeFileSync(
      new URL(`../dist/data/knowledge.${part}.json`, import.meta.url),
      JSON.stringify(partOf(compiled, part)),
    )
  console.error(
    `knowledge ${compiled.version}: ${compiled.licenses.length} licenses, ${compiled.models.length} model families`,
  )
} catch (error) {
  if (error?.name !== 'KnowledgeError') throw error
  console.error(`knowledge/${error.message}`)
  process.exitCode = 1
}
