// The repository's own labelled examples: those of each kind of clause, of packages/core/test/clauses/wordings.tsv, and the invented
// ones of knowledge/examples. What one is not an example of is not known: only `left` says so.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { KINDS } from './label.mjs'
import { sentencesOf } from './patterns.mjs'

const { frameOf, MODE_OF } = await import('@unwash/core/knowledge/wording')
const { passagesOf } = await import('@unwash/core/documents/legal/index')
const root = new URL('../../', import.meta.url)

/** A text as the passages it is read as: items with their lead, or all of it as one. */
export function asPassages(text) {
  const passages = passagesOf(text)
  const items = passages.filter(({ lead }) => lead !== '')
  if (items.length > 0) return items.map(({ lower, heading, lead }) => ({ text: lower, heading, lead }))
  const [first] = passages
  if (first === undefined) return []
  const words = passages.map(({ lower }) => lower).join(' ')
  return [{ text: words, heading: passages.length === 1 ? first.heading : '', lead: '' }]
}

const each = text => passagesOf(text).map(({ lower, heading, lead }) => ({ text: lower, heading, lead }))

/** The files of wordings of a kind, as they are written. */
function wordingsOf(kind) {
  const folder = new URL(`knowledge/wordings/${kind}/`, root)
  const files = readdirSync(folder).sort()
  return files.map(name => parse(readFileSync(new URL(name, folder), 'utf8')))
}

export function ownExamples() {
  const examples = []
  const found = (kind, text, from, mode) => {
    for (const passage of asPassages(text)) examples.push({ passage, from, found: [kind], left: [], mode, key: text })
  }
  const left = (kind, text, from) => {
    for (const passage of each(text)) examples.push({ passage, from, found: [], left: [kind], key: text })
  }
  const add = (text, labels) => {
    for (const passage of asPassages(text)) examples.push({ passage, key: text, ...labels })
  }
  for (const { kind, wordings, left: others = [] } of KINDS.flatMap(wordingsOf)) {
    for (const wording of wordings)
      for (const example of wording.found)
        found(kind, example.text ?? example, 'kinds', wording.as ?? MODE_OF[frameOf(wording).frame])
    for (const text of others) left(kind, text, 'kinds')
  }
  const rows = readFileSync(new URL('packages/core/test/clauses/wordings.tsv', root), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  for (const row of rows) {
    const [kind, reads, words] = row.split('\t')
    ;(reads === 'found' ? found : left)(kind, words.replaceAll('\\n', '\n'), 'wordings')
  }
  const folder = new URL('knowledge/examples/', root)
  const sentences = new URL('sentences/', folder)
  // in the order of their letters; what begins with - takes something, and with + nothing
  for (const file of readdirSync(sentences).sort())
    for (const line of readFileSync(new URL(file, sentences), 'utf8').trimEnd().split('\n')) {
      const takes = line.startsWith('-') ? 1 : 0
      add(line.slice(1), { from: takes ? 'takes' : 'harmless', found: [], left: [], takes })
    }
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.yml')) continue
    const name = file.replace(/\.yml$/, '')
    if (name === 'patterns') {
      for (const { text, says, key } of sentencesOf(parse(readFileSync(new URL(file, folder), 'utf8'))))
        add(text, { from: 'patterns', found: [], left: [], takes: says === 'takes' ? 1 : 0, key })
      continue
    }
    for (const [, says] of Object.entries(parse(readFileSync(new URL(file, folder), 'utf8')))) {
      for (const text of says.found) add(text, { from: 'invented', found: [name], left: [], takes: 1 })
      for (const text of says.harmless) add(text, { from: 'harmless', found: [], left: [name], takes: 0 })
    }
  }
  return examples
}
