import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { check, type Parameters } from 'recheck'
import type { Pattern } from './collect.ts'

const FILE = fileURLToPath(new URL('verdicts.tsv', import.meta.url))

/** How the time of a pattern grows with the text, and the text that is slow to read: its repeated parts and its end. */
export interface Verdict {
  /** "linear", "none found" where trying texts found nothing slow, "polynomial 2", "exponential", "not settled" */
  readonly grows: string
  /** JSON; '' where nothing is slow */
  readonly attack: string
}

/** Names a pattern by its letters. */
export const hashOf = (pattern: Pattern): string =>
  createHash('sha256')
    .update(`/${pattern.source}/${askedFlags(pattern)}`)
    .digest('hex')
    .slice(0, 16)

const askedFlags = ({ flags }: Pattern): string => flags.replace(/[dgy]/g, '')

/** The verdicts that are kept, by the hash of their pattern. */
export function keptVerdicts(): ReadonlyMap<string, Verdict> {
  const rows = existsSync(FILE) ? readFileSync(FILE, 'utf8').split('\n') : []
  return new Map(
    rows
      .filter(row => /^\w{16}\t/.test(row))
      .map(row => row.split('\t'))
      .map(([hash = '', grows = '', attack = '']) => [hash, { grows, attack }]),
  )
}

/** Keeps verdicts in the place of those there were. */
export function keepVerdicts(verdicts: ReadonlyMap<string, Verdict>): void {
  const rows = [...verdicts].map(([hash, { grows, attack }]) => [hash, grows, attack].join('\t').trimEnd())
  const head = '# the first half of the sha256 of /pattern/flags, and what recheck says of it (patterns.test.ts)'
  writeFileSync(FILE, `${[head, ...rows.sort()].join('\n')}\n`)
}

/** milliseconds for the automaton, which settles small patterns for good; at the ends of words it grows too large */
const AUTOMATON: Parameters = { checker: 'automaton', timeout: 1000 }
const FOR_AUTOMATON = 80

/** steps, not time, for trying texts at the others: the same on any machine */
const FUZZ: Parameters = {
  checker: 'fuzz',
  timeout: 60_000,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  recallLimit: 1,
  attackLimit: 5_000_000,
  maxAttackStringSize: 5000,
  maxIteration: 2,
  maxGenerationSize: 20,
  maxInitialGenerationSize: 50,
  mutationSize: 20,
  crossoverSize: 10,
  seedingLimit: 200,
  incubationLimit: 5000,
  maxGeneStringSize: 400,
}

/** Asks recheck for a pattern; takes up to some seconds. */
export async function verdictOf(pattern: Pattern): Promise<Verdict> {
  const small = withSmallBounds(pattern.source)
  const fits = small.length <= FOR_AUTOMATON && !/\\b/i.test(small)
  const settled = fits ? await check(small, askedFlags(pattern), AUTOMATON) : null
  const said = settled && settled.status !== 'unknown' ? settled : await check(small, askedFlags(pattern), FUZZ)
  if (said.status === 'unknown') return { grows: `not settled (${said.error.kind})`, attack: '' }
  if (said.status === 'safe') return { grows: said.complexity.isFuzz ? 'none found' : 'linear', attack: '' }
  const { attack, complexity } = said
  return {
    grows: complexity.type === 'polynomial' ? `polynomial ${complexity.degree}` : complexity.type,
    attack: JSON.stringify([attack.pumps.map(({ prefix, pump }) => [prefix, pump]), attack.suffix]),
  }
}

/**
 * A pattern with its bounds made small: how often something may repeat at most decides how long a letter takes, not how
 * the time grows with the text, and an automaton for {0,200} is too large to look at.
 */
function withSmallBounds(source: string): string {
  return source.replace(/(?<!\\[pPu])\{(\d+)(?:,(\d+))?\}/g, (_, least: string, most = least) =>
    Number(most) <= 2 ? `{${least},${most}}` : `{${Math.min(Number(least), 2)},2}`,
  )
}

/** A text of so many letters in which what an attack repeats stands over and over. */
export function attackOf({ attack }: Verdict, letters: number): string {
  const [pumps = [], suffix = ''] = attack === '' ? [] : (JSON.parse(attack) as [[string, string][], string])
  const part = letters / Math.max(1, pumps.length)
  return pumps.map(([prefix, pump]) => prefix + pump.repeat(Math.ceil(part / pump.length))).join('') + suffix
}
