import type { Word } from './words.ts'

/** words of one command that are looked at */
const LONGEST_COMMAND = 60

/** The words of a command from one on: to the end of the line, or further where the line goes on or a list does. */
export function restOf(words: readonly Word[], from: number, lines: readonly string[]): readonly Word[] {
  const rest: Word[] = []
  let line = words[from - 1]?.line ?? 0
  for (const word of words.slice(from, from + LONGEST_COMMAND)) {
    if (/^[;&|]$/.test(word.text)) break
    while (line < word.line && goesOn(lines, line)) line += 1
    if (line < word.line) break
    if (word.text !== '\\') rest.push(word)
  }
  return rest
}

const goesOn = (lines: readonly string[], line: number) =>
  /[\\`^,[]\s*$/.test(lines[line - 1] ?? '') || /^\s*(?:- |["']|-$)/.test(lines[line] ?? '')

/** keys of a container under which the words of its command stand */
const COMMAND = /^(["']?)(?:command|args|entrypoint)\1\s{0,4}:/
const IMAGE = /^(\s{0,60}(?:- )?)["']?image["']?\s{0,4}:/

/**
 * The words that a container is started with, by a word that is its image: those of its command in a deployment, of
 * `CMD` and `ENTRYPOINT` below a `FROM`; null where it is started on a line.
 */
export function startOf(words: readonly Word[], image: Word, lines: readonly string[]): readonly Word[] | null {
  const at = image.line - 1
  const line = lines[at] ?? ''
  if (/^\s*FROM\s/i.test(line)) {
    const next = lines.findIndex((one, below) => below > at && /^\s*FROM\s/i.test(one))
    const own = (one: Word) => one.line > image.line && (next < 0 || one.line <= next)
    return words.filter(one => own(one) && /^\s*(?:CMD|ENTRYPOINT)\b/i.test(lines[one.line - 1] ?? '')).filter(isNoVerb)
  }
  const column = IMAGE.exec(line)?.[1]?.length
  if (column === undefined) return null
  const chosen = new Set<number>()
  let chooses = false
  const [first, last] = [blockEnd(lines, at, column, -1), blockEnd(lines, at, column, 1)]
  for (let row = first; row <= last; row++) {
    const text = lines[row] ?? ''
    const isKey = contentAt(text, column)
    if (isKey !== null) chooses = COMMAND.test(isKey) || (chooses && /^(?:- |[\]}])/.test(isKey))
    if (chooses) chosen.add(row + 1)
  }
  return words.filter(one => chosen.has(one.line)).filter(isNoVerb)
}

const isNoVerb = ({ text }: Word) => !/^(?:command|args|entrypoint|CMD|ENTRYPOINT):?$|^[;&|\\>-]$/.test(text)

/** What stands at a column of a line, where nothing is before it but a list's sign. */
const contentAt = (line: string, column: number) =>
  /^[\s-]*$/.test(line.slice(0, column)) && /\S/.test(line[column] ?? '') ? line.slice(column) : null

/** The last line, up or down, of the map whose keys stand at a column. */
function blockEnd(lines: readonly string[], at: number, column: number, step: 1 | -1): number {
  const starts = (row: number) => /^\s*- /.test((lines[row] ?? '').slice(0, column))
  let end = at
  for (let row = at; row >= 0 && row < lines.length && Math.abs(row - at) < 400; row += step) {
    const line = lines[row] ?? ''
    const indent = line.length - line.trimStart().length
    const isOwn = line.trim() === '' || indent >= column || contentAt(line, column) !== null
    if (!isOwn || (step === 1 && row > at && starts(row))) break
    end = row
    if (step === -1 && starts(row)) break
  }
  return end
}
