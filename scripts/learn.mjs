// npm run learn: trains the second reader (dist/data/second-reader.bin) from the examples of the repository, the SPDX
// texts and knowledge/second-reader/readings.bin; the build does it when something of these changed.
//   -- --shared <folder>          first makes readings.bin anew from the labelled sentences in that folder
//   -- --prose <folder>           first makes prose.bin anew, and says what it comes to; the folder has cards and READMEs
//   -- --cross-validate <folder>  says how well it reads sentences of texts that it has not seen
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'

const root = new URL('../', import.meta.url)
const target = new URL('dist/data/second-reader.bin', root)
const made = new URL('dist/data/second-reader.made', root)
const { values: options } = parseArgs({
  options: {
    shared: { type: 'string' },
    prose: { type: 'string' },
    'cross-validate': { type: 'string' },
    'when-changed': { type: 'boolean', default: false },
  },
})

/** All that the weights depend on: the examples, what they are read by and how it is trained. */
const SOURCES = [
  'packages/core/dist/licenses/clauses',
  'packages/core/dist/documents/legal',
  'packages/core/dist/licenses/second-reader',
  'knowledge/clauses',
  'knowledge/examples',
  'knowledge/second-reader',
  'knowledge/wordings',
  'node_modules/spdx-license-list/package.json',
  'scripts/learn',
  'packages/core/test/clauses/wordings.tsv',
]

function digest() {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const path = fileURLToPath(new URL(source, root))
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true })
          .sort()
          .map(name => `${path}/${name}`)
      : [path]
    for (const file of files)
      if (!/\.d\.ts$|\.map$/.test(file) && statSync(file).isFile()) hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

if (options['cross-validate'] !== undefined) {
  const { crossValidate } = await import('./learn/validate.mjs')
  crossValidate(options['cross-validate'])
} else {
  const { encodeShared } = options.shared === undefined ? {} : await import('./learn/examples.mjs')
  if (encodeShared !== undefined) {
    const bytes = encodeShared(options.shared)
    writeFileSync(new URL('knowledge/second-reader/readings.bin', root), bytes)
    console.error(`readings: ${bytes.length} bytes of features`)
  }
  let prose
  if (options.prose !== undefined) {
    const { proseExamples } = await import('./learn/cards.mjs')
    const { encodeProse, FILE, proseWeights } = await import('./learn/prose.mjs')
    prose = await proseExamples(options.prose)
    const bytes = encodeProse(proseWeights(prose.filter(({ times }) => times > 0)))
    writeFileSync(FILE, bytes)
    console.error(`prose: ${prose.length} sentences, ${bytes.length} bytes of weights`)
  }
  const now = digest()
  const before = existsSync(made) && existsSync(target) ? readFileSync(made, 'utf8') : ''
  if (!options['when-changed'] || before !== now) {
    const { learn } = await import('./learn/learn.mjs')
    const began = process.cpuUsage()
    const { file, examples, features, weights } = learn()
    writeFileSync(target, file)
    writeFileSync(made, now)
    const seconds = (process.cpuUsage(began).user / 1e6).toFixed(1)
    console.error(
      `second reader: ${examples} examples, ${features} features, ${weights} weights, ${file.length} bytes ` +
        `(${gzipSync(file, { level: 9 }).length} packed), ${seconds} s`,
    )
  }
  if (prose !== undefined) {
    const { printCurve } = await import('./learn/curve.mjs')
    await printCurve(options.prose, prose)
  }
}
