import type { Question } from '../question-report.ts'
import type { Report } from '../report.ts'
import type { TermId } from '../vocabulary.ts'
import { type Asked, shownOf, UNCLEAR } from './index.ts'
import type { Settled } from './settle.ts'

/** Questions of which it is worked out what their answers would change. */
export interface Told {
  readonly asked: Asked
  readonly question: Question
}

/** changes told of one answer */
const MOST = 8

/**
 * Finds out what each answer would change, by judging with it as if a person had given it; those that change nothing are
 * left out, and those that move a term come first. It costs a judgement for each answer.
 */
export function tellingOf(
  { open, byPersons, supposing }: Pick<Settled, 'open' | 'byPersons' | 'supposing'>,
  term: (id: TermId) => string,
): readonly Told[] {
  return open
    .map(asked => {
      const matters = asked.options
        .filter(({ id }) => id !== UNCLEAR)
        .map(({ id }) => ({ option: id, changes: changesBetween(byPersons, supposing(asked, id), term) }))
      return { asked, question: { ...shownOf(asked), matters } }
    })
    .filter(({ question }) => question.matters.some(({ changes }) => changes.length > 0))
    .toSorted((one, other) => weightOf(other.question) - weightOf(one.question))
}

/** A term weighs more than all that follows from it. */
const weightOf = ({ matters = [] }: Question): number =>
  Math.max(0, ...matters.map(({ changes }) => changes.length + (changes.some(isOfTerm) ? 100 : 0)))
const isOfTerm = (change: string) => /^(?:term|proven)(?: |:)/.test(change)

/** What differs between two reports of one release, in a few words each: terms, answers, claims, frameworks. */
export function changesBetween(before: Report, after: Report, term: (id: TermId) => string): string[] {
  const changes: string[] = []
  const tell = (what: string, one: string | undefined, other: string | undefined) => {
    if (one !== other) changes.push(`${what}: ${one ?? 'not asked'} → ${other ?? 'not asked'}`)
  }
  tell('term', term(before.term.id), term(after.term.id))
  tell('proven', term(before.term.floor), term(after.term.floor))
  const answers = ({ uses = [] }: Report) => new Map(uses.map(use => [`${use.use} ${use.model ?? ''}`, use]))
  const now = answers(after)
  for (const [key, { ask, answer, says }] of answers(before)) {
    const is = now.get(key)
    // an answer says why where that changes
    if (is && (is.answer !== answer || is.says !== says)) tell(ask, inWords(answer, says), inWords(is.answer, is.says))
  }
  const checks = new Map(after.claims.map(claim => [JSON.stringify([claim.says, claim.cited[0]]), claim.check]))
  for (const claim of before.claims)
    tell(`claim "${claim.says.slice(0, 60)}"`, claim.check, checks.get(JSON.stringify([claim.says, claim.cited[0]])))
  const conclusions = new Map(after.evaluations.map(one => [`${one.framework} ${one.reading ?? ''}`, one.conclusion]))
  for (const { framework, reading = '', conclusion } of before.evaluations)
    tell(`${framework} ${reading}`.trim(), conclusion, conclusions.get(`${framework} ${reading}`))
  const more = changes.length - MOST
  return more > 0 ? [...changes.slice(0, MOST), `and ${more} more`] : changes
}

const inWords = (answer: string, says: string) => (answer === 'if' && says ? `${answer}: ${says}` : answer)
