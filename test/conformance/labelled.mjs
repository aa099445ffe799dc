import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge } from '@unwash/core/judge'
import { open } from '@unwash/sources/index'

/** The rows of a table beside this file, by the names of its columns. */
export function rowsOf(file) {
  const [head, ...lines] = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  const columns = head.split('\t')
  return lines.map(row => Object.fromEntries(row.split('\t').map((cell, at) => [columns[at], cell])))
}

/** Rows of repositories whose sha256 begins with an even digit are kept: counted and never named. */
export const halfOf = repo =>
  Number.parseInt(createHash('sha256').update(repo).digest('hex')[0], 16) % 2 === 0 ? 'kept' : 'read'

/** The report on a public repository that lies in a folder as OWNER__NAME; null where it does not. */
export async function reportOf(repo, folder, known) {
  const place = join(folder, repo.replace('/', '__'))
  return existsSync(place) ? judge(await open(place, { name: repo }), known) : null
}
