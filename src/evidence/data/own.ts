import { lettersOf } from '../../text/letters.ts'
import type { Heard } from '../signs.ts'
import type { DataSource } from './statement.ts'

/** Sentences on the publisher's own sets. */
export interface SaidOfOwn {
  readonly extracted: string[]
  readonly benchmarks: string[]
}

/** Keeps a sentence that may say what a given set is. */
export function hearOwn({ text, says }: Heard, said: SaidOfOwn): void {
  if (says('data.extracted')) said.extracted.push(lettersOf(text))
  if (says('data.benchmark') && !says('data.training')) said.benchmarks.push(lettersOf(text))
}

/**
 * The sets without those of the publisher that a sentence calls a benchmark; what is said to be taken from a larger set
 * is a part.
 */
export function withSaid(sources: readonly DataSource[], { extracted, benchmarks }: SaidOfOwn): DataSource[] {
  return sources
    .filter(source => !isNamed(source, benchmarks))
    .map(source => (isNamed(source, extracted) ? { ...source, part: true } : source))
}

function isNamed({ hub, own }: DataSource, sentences: readonly string[]): boolean {
  const name = lettersOf(hub?.slice(hub.indexOf('/') + 1) ?? '')
  return own && name.length > 3 && sentences.some(text => text.includes(name))
}
