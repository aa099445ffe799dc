// node test/bench/project.bench.mjs [folder]: how fast references are found in a code base, beside a plain search for a
// few words in the same run. Needs `npm run build`. Times are of the processor, on one core. Without a folder the code
// base is the packages installed here, with references put into one file in twenty.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { medians } from './cpu.mjs'

const root = new URL('../../', import.meta.url)
if (!existsSync(new URL('packages/project/dist/references/find.js', root))) {
  console.log('project: skipped, nothing is built; run `npm run build` first')
  process.exit(0)
}
const { findReferences } = await import('@unwash/project/references/find')
const { isForeign, codeLanguageOf } = await import('@unwash/project/references/languages')
const { readCodeBase } = await import('@unwash/sources/files/codebase')
const { loadKnowledge } = await import('@unwash/knowledge/load')

const knowledge = await loadKnowledge()
const given = process.argv[2]
const folder = given ?? fileURLToPath(new URL('node_modules', root))
const before = process.cpuUsage()
const read = await readCodeBase(folder, {
  skips: path => given !== undefined && isForeign(path, knowledge.codeLanguages),
  wants: path => codeLanguageOf(path, knowledge.codeLanguages)?.read !== undefined,
})
const reading = process.cpuUsage(before)

const PUT = `
from transformers import AutoModel
NAME = "hedgerow/wren"
AutoModel.from_pretrained(f"{NAME}-1b")
`
const files = given
  ? read.texts
  : read.texts
      .slice(0, 6_000)
      .map(({ path, content }, at) =>
        at % 20 === 0
          ? { path: `put/${at}.py`, content: PUT + '    # a line of code\n'.repeat(200) }
          : { path, content },
      )
const bytes = files.reduce((sum, { content }) => sum + content.length, 0)

const WORDS = /from_pretrained|pipeline\(|load_dataset|huggingface\.co|gpt-4|ollama/
let lines = 0
const search = () => {
  lines = 0
  for (const { content } of files) for (const line of content.split('\n')) if (WORDS.test(line)) lines += 1
}
let found = []
const find = () => {
  found = findReferences(files, knowledge).references
}
const [plain, own] = medians([search, find], 3)
const rate = time => Math.round((files.length / time) * 1_000).toLocaleString('en-US')
console.log(`\nproject: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, ${found.length} references`)
console.log(`  a plain search, line by line   ${rate(plain).padStart(8)} files/s and core   (${lines} lines)`)
console.log(
  `  references                     ${rate(own).padStart(8)} files/s and core   ${(own / plain).toFixed(1)} times the search`,
)
const seconds = (reading.user + reading.system) / 1e6
console.log(
  `  listing and reading            ${Math.round(read.texts.length / seconds)
    .toLocaleString('en-US')
    .padStart(8)} files/s and core   (${read.texts.length} files)`,
)
