import { existsSync } from 'node:fs'
import { editDistance } from '../reports/explain/nearest.ts'

/** a word with more wrong letters is no slip */
const SLIPS = 2

/** The command that a word was meant to be, where nothing of that name can be audited. */
export function commandMeant(word: string, commands: readonly string[]): string | null {
  if (!/^[a-z]{3,20}$/.test(word) || existsSync(word)) return null
  const [near] = commands
    .map(name => ({ name, slips: editDistance(word, name) }))
    .filter(({ slips, name }) => slips <= SLIPS && slips < name.length / 2)
    .toSorted((one, other) => one.slips - other.slips)
  return near?.name ?? null
}
