// Labelled sentences beside the repository (labels/clauses.tsv, knowledge/clauses.tsv with its texts in licenses/, the
// tune rows of corpus/sentences.tsv), as examples with their words. Only features of them are ever written.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const { passagesOf } = await import('@unwash/core/documents/legal/index')

/** The rows of a table, by the names in its first line. */
export const rowsOf = path => {
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n')
  const names = head.split('\t')
  return lines
    .filter(line => line !== '')
    .map(line => Object.fromEntries(line.split('\t').map((v, i) => [names[i], v])))
}
const list = value => value.split(/[ ,;]+/).filter(kind => kind !== '' && kind !== '-')

/** The kinds that every sentence of labels/clauses.tsv was read for. */
const readFor = rows => [...new Set(rows.flatMap(({ yes, arguable }) => [...list(yes), ...list(arguable)]))].sort()

/** Sentences read one by one. */
function labels(folder) {
  const rows = rowsOf(join(folder, 'labels/clauses.tsv'))
  const kinds = readFor(rows)
  return rows.map(({ text_id, yes, arguable, heading, lead, sentence }) => {
    const found = list(yes)
    const unsure = list(arguable)
    return {
      from: 'labels',
      passage: { text: sentence.toLowerCase(), heading, lead },
      group: text_id,
      found,
      left: kinds.filter(kind => !found.includes(kind) && !unsure.includes(kind)),
    }
  })
}

const plain = text => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Passages of whole texts read for 26 kinds: where a kind is not in a text, none of its passages holds it. */
function gold(folder, share) {
  const rows = rowsOf(join(folder, 'knowledge/clauses.tsv'))
  const examples = []
  for (const text of new Set(rows.map(row => row.text))) {
    const path = join(folder, 'licenses', text)
    if (!existsSync(path)) continue
    const own = rows.filter(row => row.text === text)
    const absent = own.filter(({ present }) => present === 'no').map(({ kind }) => kind)
    const quotes = own.filter(({ present, quote }) => present !== 'no' && quote !== '-')
    for (const { lower, heading, lead, line, endLine } of passagesOf(readFileSync(path, 'utf8'))) {
      const words = plain(lower)
      const here = quotes.filter(
        quote =>
          (words.includes(plain(quote.quote)) && plain(quote.quote).length > 3) ||
          (Number(quote.line) >= line &&
            Number(quote.line) <= endLine &&
            plain(quote.quote).includes(words) &&
            words.length > 12),
      )
      const found = here.filter(({ present }) => present === 'yes').map(({ kind }) => kind)
      const taken = createHash('sha256').update(words).digest()[0] < share * 256
      if (words.length < 12 || (found.length === 0 && !taken)) continue
      examples.push({
        from: 'gold',
        passage: { text: lower, heading, lead },
        group: text,
        found: [...new Set(found)],
        left: absent,
      })
    }
  }
  return examples
}

const OPEN = /^(?:apache|mit\b|bsd|cc0|cc-by-4|cc-by-sa|[al]?gpl|mpl|isc|unlicense)/i
const NAMED = {
  'non-commercial': 'purpose.noncommercial',
  'research-only': 'purpose.research_only',
  military: 'field.military',
}

/** Sentences of cards and READMEs: what takes nothing, and what restricts. Only rows that are there to tune by. */
function corpus(folder) {
  const rows = rowsOf(join(folder, 'corpus/sentences.tsv')).filter(
    ({ dir }) => createHash('sha256').update(dir).digest('hex')[0] >= '5',
  )
  const bySentence = new Map()
  for (const row of rows) bySentence.set(row.sentence, [...(bySentence.get(row.sentence) ?? []), row])
  const examples = []
  for (const [sentence, all] of bySentence) {
    const says = all.map(row => row.says)
    const restricts = says.filter(what => what.startsWith('restricts:')).map(what => what.slice(10))
    if (restricts.length === 0 && says.some(what => what.startsWith('license:') && !OPEN.test(what.slice(8)))) continue
    const text = passagesOf(sentence)
      .map(({ lower }) => lower)
      .join(' ')
    examples.push({
      from: 'corpus',
      passage: { text, heading: '', lead: '' },
      group: all[0].dir,
      found: [...new Set(restricts.map(what => NAMED[what]).filter(kind => kind !== undefined))],
      left: [],
      takes: restricts.length > 0 ? 1 : 0,
    })
  }
  return examples
}

/** All of them; `share` of the passages of whole texts that hold nothing are taken. */
export function sharedExamples(folder, share = 0.25) {
  return [...labels(folder), ...gold(folder, share), ...corpus(folder)]
}
