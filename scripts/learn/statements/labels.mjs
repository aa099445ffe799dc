// The labelled sentences of test/conformance/statements.tsv: where each stands, and what it was read to say; not its words.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export const hashOf = words => createHash('sha256').update(words).digest('hex')

/** Tells the sentences of a line from one another: two digits of what is hashed of their letters. */
export const markOf = text => hashOf(text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')).slice(0, 2)

/** The rows, each whole: what a row leaves empty before its line is as in the row above. */
export function labelledIn(path = new URL('../../../test/conformance/statements.tsv', import.meta.url)) {
  const [head, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  const names = head.split('\t')
  const shared = names.indexOf('line')
  let above = []
  return lines.map(line => {
    const cells = line.split('\t').map((cell, at) => (cell === '' && at < shared ? above[at] : cell))
    above = cells
    const row = Object.fromEntries(names.map((name, at) => [name, cells[at]]))
    return { ...row, dir: `${row.at}/${row.repo.replace('/', '__')}` }
  })
}

/** Nothing is tuned to these: they are asked, and never learned from. */
export const isKept = ({ dir }) => /^[0-4]/.test(hashOf(dir))
