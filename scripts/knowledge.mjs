// Checks every file under knowledge/ and compiles them into dist/data/knowledge.json; what
// reading a license asks for stands in knowledge.licenses.json too, for a command that is started for one text, and what
// sources ask in knowledge.sources.json.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

const root = new URL('../knowledge/', import.meta.url)
const { compileKnowledge } = await import('../dist/knowledge/build/compile.js')
const { partOf } = await import('../dist/knowledge/parts.js')
const { harmlessKeys } = await import('../dist/licenses/account/harmless.js')
const { keyFor } = await import('../dist/modality/ready.js')
const { FILES, FOLDERS } = await import('../dist/knowledge/schemas/index.js')

const files = readdirSync(root, { recursive: true })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.yml'))
  .sort()
const kindOf = path => (path.includes('/') ? path.split('/')[0] : path.replace('.yml', ''))
const known = path => kindOf(path) in (path.includes('/') ? FOLDERS : FILES)
// what the second reader learns from: scripts/learn reads it
const learned = path => /^(?:examples|second-reader)\//.test(path)
for (const kind of new Set(files.filter(path => !known(path) && !learned(path)).map(kindOf))) {
  console.error(`knowledge/${kind} is left out: no schema in src/knowledge/schemas/index.ts`)
}

try {
  const compiled = compileKnowledge(
    files.filter(known).map(path => ({ path, content: readFileSync(new URL(path, root), 'utf8') })),
  )
  // by which words a wording is looked up takes a while to tell
  const withKeys = file => {
    const modality = compiled.modalities.find(({ id }) => id === file.language)
    return { ...file, wordings: file.wordings.map(one => ({ ...one, key: keyFor(one, file, modality) })) }
  }
  compiled.wordings = compiled.wordings.map(withKeys)
  compiled.offers = compiled.offers.map(withKeys)
  compiled.origins = compiled.origins.map(withKeys)
  compiled.statements = compiled.statements.map(withKeys)
  compiled.harmless = compiled.harmless.map(language => ({ ...language, keys: harmlessKeys(language) }))
  mkdirSync(new URL('../dist/data/', import.meta.url), { recursive: true })
  writeFileSync(new URL('../dist/data/knowledge.json', import.meta.url), JSON.stringify(compiled))
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
