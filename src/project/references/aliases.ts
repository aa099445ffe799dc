import type { Reference } from './reference.ts'

/** what a line begins with */
export const FIRST = /^\s{0,60}(?:- )?["']?([\w.-]{1,60})["']?\s{0,8}[:=]/
/** what a name for people or for other programs is given to */
const TITLES = /^(?:name|id|alias|title|model[_-]?name|model[_-]?id)$/i

/** Whether what a key of titles is given only stands for a model that the same map names: `model_name: gpt-4`. */
export function isAlias(one: Reference, all: readonly Reference[], lines: readonly string[]): boolean {
  if (one.id === null || (one.host === 'hub' && one.id.includes('/')) || !TITLES.test(one.via)) return false
  const line = lineOf(one)
  if (FIRST.exec(lines[line - 1] ?? '')?.[1] !== one.via) return false
  const columnOf = (row: number) => /[^\s-]/.exec(lines[row - 1] ?? '')?.index ?? 0
  const column = columnOf(line)
  return all.some(other => {
    const row = lineOf(other)
    const isName = /model/i.test(one.via) && columnOf(row) === column ? SOURCES : MEANT
    if (row === line || Math.abs(row - line) > FURTHEST || columnOf(row) < column || !isName.test(other.via))
      return false
    return lines
      .slice(Math.min(row, line - 1), Math.max(row, line))
      .every((between, at) => (row > line && at === 0) || (/\S/.exec(between)?.index ?? column) >= column)
  })
}
/** keys that name a model beside its title, and those that do so beside a name of it */
const MEANT = /^(?:model|model_?(?:id|source|ur[li]|path)|address|repo\w{0,10}|ur[li]|id)$/i
const SOURCES = /^(?:model_?(?:source|ur[li]|path)|address|ur[li])$/i
const FURTHEST = 40
const lineOf = ({ cited: [first] }: Reference) => ('line' in first ? (first.line ?? 0) : 0)
