import { settled } from '@unwash/core/judge'
import type { Known } from '@unwash/core/licenses/known'
import { lazy } from '@unwash/core/once'
import { type ToldQuestion, tellingOf } from '@unwash/core/questions/matters'
import type { Settled } from '@unwash/core/questions/settle'
import { addReadings } from '@unwash/core/readings/read'
import type { Reading } from '@unwash/core/readings/reading'
import type { Release } from '@unwash/core/release/release'
import type { QuestionsReport } from '@unwash/core/report/question'
import { knownNames } from '@unwash/reporters/names'
import type { OpenOptions } from '@unwash/sources/source'
import { openWhole, withRead } from './audit.ts'
import { loadKnown } from './known.ts'

/** How to ask. */
export interface AskOptions extends OpenOptions {
  /** the day, ISO, as of which the release is read */
  readonly on?: string | undefined
  /** a file of readings that were given before */
  readonly readings?: string | undefined
  /** a framework whose requirements for a person are asked too */
  readonly framework?: string | undefined
}

/** A release with what is asked of it: every answer gives the next state. */
export interface Asking {
  readonly release: Release
  readonly settled: Settled
  /** the open questions whose answers would change something, the most telling first; worked out when first needed */
  told(): readonly ToldQuestion[]
  /** the same for a person, with those that only agents and models answered */
  toConfirm(): readonly ToldQuestion[]
  /** the same release with further readings. Throws an UnwashError where there are too many */
  with(more: readonly Reading[]): Asking
}

/**
 * Opens a release and finds what to ask of it. Throws an UnwashError when it cannot be read at all.
 *
 * @example
 * const asking = await ask('examples/plover-3b')
 * console.log(asking.told().map(({ question }) => question.kind).join()) // takes
 */
export async function ask(target: string, options: AskOptions = {}): Promise<Asking> {
  const [whole, known] = await Promise.all([openWhole(target, options), loadKnown()])
  const release = await withRead(whole, target, options.readings, known)
  return askingOf(release, known, options)
}

/** What to ask of a release that was read. */
export function askingOf(release: Release, known: Known, options: Pick<AskOptions, 'on' | 'framework'> = {}): Asking {
  const now = settled(release, known, options.on, null, options.framework)
  const names = knownNames(known.knowledge)
  const told = lazy(() => tellingOf(now, names))
  return {
    release,
    settled: now,
    told,
    toConfirm: () => (now.unconfirmed.length === 0 ? told() : tellingOf(now, names, true)),
    with: more => askingOf(addReadings(release, more, 'the answers'), known, options),
  }
}

/** What is asked, and what came of the answers so far. */
export function questionsReport({ settled, told }: Asking, known: Known): QuestionsReport {
  const { report, accepted } = settled
  const { name, publisher, revision } = report.release
  const names = knownNames(known.knowledge)
  return {
    schemaVersion: 1,
    release: { name, publisher, revision },
    term: `${names.term(report.term.id)}${names.proof(report.term)}`,
    questions: told().map(({ question }) => question),
    answered: accepted.taken.length,
    refused: accepted.refused.map(
      ({ reading: { by, question }, why }) => `${by.name}, of question ${question}: ${why}`,
    ),
  }
}
