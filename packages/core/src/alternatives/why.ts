import { inFewWords } from '../evidence/compute/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { withCommas } from '../text/digits.ts'
import { type Candidate, hasFewer, lacksOf, lostOf } from './fit.ts'
import { type Tuning, tuningIn } from './known.ts'
import { isHigher } from './more-open.ts'
import type { Sought } from './sought.ts'

/** Why one may take it: its license and who judged it, what it is, what is given, and what one gives up. */
export function whyOf(
  candidate: Candidate,
  sought: Sought,
  { terms, tasks }: Pick<Knowledge, 'terms' | 'tasks'>,
): string {
  const { entry, proven, parameters, away } = candidate
  const { given, context, languages, released } = entry
  const { license, review, ceiling, term, by } = proven
  const near = away === 0 ? null : tasks.find(({ id }) => sought.task.near.includes(id))?.name
  const size = parameters === null ? null : `${inFewWords(parameters)} parameters`
  const facts = [
    license.name,
    size,
    context === undefined ? null : `${withCommas(context)} tokens of context`,
    languages === undefined ? null : languagesIn(languages),
    released ?? null,
    near ? `for ${near}` : null,
  ]
  const open = [given?.data && `training data ${given.data}`, given?.code && 'training code released'].filter(Boolean)
  const confirmed =
    review.length > 0 && isHigher(ceiling, term)
      ? `${terms.get(ceiling)?.label ?? ceiling} if a reviewer confirms ${review.join(' and ')}`
      : null
  const lost = givenUp(candidate, sought).filter(part => part !== false)
  return [
    facts.filter(fact => fact !== null).join('; '),
    open.length > 0 ? `${open.join(', ')} (${given?.by})` : 'no training data or code known to be given',
    confirmed,
    lost.length > 0 ? `one gives up: ${lost.join('; ')}` : null,
    by,
  ]
    .filter(part => part !== null)
    .join('. ')
}

const REASONS_SHOWN = 6
const languagesIn = (languages: readonly string[] | number): string =>
  typeof languages === 'number'
    ? `${languages} languages`
    : languages.length > REASONS_SHOWN
      ? `${languages.length} languages`
      : languages.join(', ')

/** What is less than with the model that is sought, or not known to be as much, and what costs more. */
function givenUp({ entry, id, size, parameters }: Candidate, sought: Sought): (string | false)[] {
  const { context, languages } = entry
  const lost = languages === undefined ? [] : lostOf(languages, sought)
  const fewer = languages !== undefined && lost.length === 0 && hasFewer(languages, sought)
  const tuning = tuningIn(id, entry)
  const here = inFewWords(sought.parameters ?? 0)
  const differs = typeof size === 'number' && Math.abs(size) >= SIZE_DIFFERS
  return [
    differs && size < 0 && `size (${here} parameters here)`,
    differs && size > 0 && `memory (${tidy(2 ** size)} times the parameters)`,
    size === 'any' &&
      Math.log2((sought.most ?? 0) / (parameters ?? Infinity)) >= SIZE_DIFFERS &&
      `size (up to ${inFewWords(sought.most ?? 0)} parameters here)`,
    size === null && `size (not stated; ${here} parameters here)`,
    sought.context !== null &&
      context === undefined &&
      `context (not stated; ${withCommas(sought.context)} tokens here)`,
    sought.context !== null &&
      (context ?? Infinity) < sought.context * 0.9 &&
      `context (${withCommas(sought.context)} tokens here)`,
    lost.length > 0 && lost.slice(0, REASONS_SHOWN).join(', '),
    fewer && `languages (${sought.tongues} here)`,
    languages === undefined && sought.tongues > 1 && `languages (not stated; ${sought.tongues} here)`,
    ...lacksOf(entry, sought),
    ...(sought.task.talks && sought.tuning !== tuning ? [TUNED[tuning]] : []),
  ]
}

/** sizes that differ by more than a quarter: a doubling is 1 */
const SIZE_DIFFERS = Math.log2(1.25)
const tidy = (times: number): number => (times < 10 ? Math.round(times * 10) / 10 : Math.round(times))

const TUNED: Readonly<Record<Tuning, string>> = {
  base: 'tuning for instructions or chat',
  chat: 'a base (this one is tuned for instructions or chat)',
  reasoning: 'short answers (this one is tuned to reason first)',
}
