import { inFewWords } from '../evidence/compute/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { KnownAlternative } from '../knowledge/schemas/alternatives.ts'
import { withCommas } from '../licenses/digits.ts'
import type { Candidate } from './index.ts'
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
  const lost = givenUp(candidate, sought)
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

const SHOWN = 6
const languagesIn = (languages: readonly string[] | number): string =>
  typeof languages === 'number'
    ? `${languages} languages`
    : languages.length > SHOWN
      ? `${languages.length} languages`
      : languages.join(', ')

/** What is less than with the model that is sought, as far as both tell. */
function givenUp({ entry, id, parameters, doublings }: Candidate, sought: Sought): string[] {
  const smaller = parameters !== null && sought.parameters !== null && parameters < sought.parameters
  const shorter = entry.context !== undefined && sought.context !== null && entry.context < sought.context
  const lost = languagesLost(entry, sought)
  return [
    ...(smaller && (doublings ?? 0) >= 1 ? [`size (${inFewWords(sought.parameters ?? 0)} parameters here)`] : []),
    ...(shorter ? [`context (${withCommas(sought.context ?? 0)} tokens here)`] : []),
    ...(lost.length > 0 ? [lost.slice(0, SHOWN).join(', ')] : []),
    ...(lost.length === 0 && losesLanguages(entry, sought) ? [`languages (${sought.tongues} here)`] : []),
    ...(talks(sought.name) && !talks(id) ? ['tuning for instructions or chat'] : []),
  ]
}

/** Languages of what is sought that another is not known to have. */
const languagesLost = ({ languages }: KnownAlternative, sought: Sought): string[] =>
  Array.isArray(languages) ? sought.languages.filter(language => !languages.includes(language)) : []

/** Whether another has, or may have, far fewer languages than what is sought. */
export function losesLanguages({ languages }: KnownAlternative, { languages: all, tongues }: Sought): boolean {
  const count = typeof languages === 'number' ? languages : (languages?.length ?? 0)
  const named = Array.isArray(languages) ? languages : []
  return tongues > 1 && count < tongues / 2 && !(count > 0 && all.length > 0 && all.every(one => named.includes(one)))
}

/** Whether a model is tuned to be talked with, by its name. */
export const talks = (name: string): boolean =>
  /(?:^|[-_.\d])(?:instruct|chat|it|sft|dpo|rlhf|zero|think)(?:$|[-_.\d])/i.test(name.slice(name.lastIndexOf('/') + 1))
