import { existsSync } from 'node:fs'
import { editDistance } from '@unwash/reporters/explain/explainer'

/** a word with more wrong letters is no slip */
const SLIPS = 2

/** The command that a word was meant to be, else the release `next` to it, where nothing of that name is there. */
export function commandMeant(word: string, commands: readonly string[], next?: string): string | null {
  if (!/^[a-z]{3,20}$/.test(word) || existsSync(word)) return null
  const [near] = commands
    .map(name => ({ name, slips: editDistance(word, name) }))
    .filter(({ slips, name }) => slips <= SLIPS && slips < name.length / 2)
    .toSorted((one, other) => one.slips - other.slips)
  return near?.name ?? next ?? null
}

/** The address that was meant by one whose beginning is misspelt. */
export function addressMeant(target: string): string | null {
  const [, scheme = '', rest] = /^([a-z]{3,6}):?\/\/(.+)$/i.exec(target) ?? []
  if (rest === undefined || existsSync(target) || /^(?:https?|git|ssh|file):\/\//i.test(target)) return null
  return editDistance(scheme.toLowerCase(), 'https') <= SLIPS ? `https://${rest}` : null
}
