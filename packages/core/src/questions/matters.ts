import { groupsBy } from '../groups.ts'
import type { Question } from '../report/question.ts'
import type { QuestionKind } from '../report/question-kinds.ts'
import type { Report } from '../report/report.ts'
import type { TermId, UseAnswer } from '../report/vocabulary.ts'
import { type Posed, shownOf, UNCLEAR } from './index.ts'
import type { Settled, Supposed } from './settle.ts'

/** Questions of which it is worked out what their answers would change. */
export interface ToldQuestion {
  readonly asked: Posed
  readonly question: Question
}

/** questions of which it is worked out, with a judgement for each answer */
const MOST_TOLD = 8
/** changes told of one answer */
const MOST_CHANGES = 8
/** answers that take a doubt away: of several doubts only all of them may change anything */
const CLEARS: Partial<Record<QuestionKind, string>> = { takes: 'nothing', about: 'other' }

/**
 * Finds out what each answer would change, by judging with it as if a person had given it; those that change nothing
 * are left out, and those that move a term come first. It costs a judgement for each answer, so that only so many are
 * asked at a time.
 * @param confirming whether what only agents and models answered is asked too: of a person
 */
export function tellingOf(
  {
    open: unanswered,
    unconfirmed,
    byPersons,
    supposing,
  }: Pick<Settled, 'open' | 'unconfirmed' | 'byPersons' | 'supposing'>,
  words: Words,
  confirming = false,
): readonly ToldQuestion[] {
  const open = confirming ? [...unconfirmed, ...unanswered] : unanswered
  const changing = (answers: readonly Supposed[]) => changesBetween(byPersons, supposing(answers), words)
  const clearing = open.flatMap(question => {
    const answer = CLEARS[question.kind]
    return answer === undefined ? [] : [{ question, answer }]
  })
  const cleared = clearing.length > 1 ? changing(clearing) : []
  const together = cleared.map(change => `with all ${clearing.length} like it: ${change}`)
  return open
    .slice(0, MOST_TOLD)
    .map(asked => {
      const matters = asked.options
        .filter(({ id }) => id !== UNCLEAR)
        .map(({ id }) => {
          const changes = changing([{ question: asked, answer: id }])
          return { option: id, changes: changes.length === 0 && CLEARS[asked.kind] === id ? together : changes }
        })
      return { asked, question: { ...shownOf(asked), matters } }
    })
    .filter(({ question }) => question.matters.some(({ changes }) => changes.length > 0))
    .toSorted((one, other) => weightOf(other.question) - weightOf(one.question))
}

/** A term weighs more than all that follows from it. */
const weightOf = ({ matters = [] }: Question): number =>
  Math.max(0, ...matters.map(({ changes }) => changes.length + (changes.some(isOfTerm) ? 100 : 0)))
/** Whether what changes is a term. */
export const isOfTerm = (change: string) => /^(?:term|proven)(?: |:)/.test(change)

/** What terms, frameworks and what these come to are called. */
export interface Words {
  term(id: TermId): string
  framework(id: string): string
  conclusion(id: string): string
}

/** What differs between two reports of one release, in a few words each: terms, answers, claims, frameworks. */
export function changesBetween(before: Report, after: Report, { term, framework, conclusion }: Words): string[] {
  const changes: string[] = []
  const tell = (what: string, one: string | undefined, other: string | undefined) => {
    if (one !== other) changes.push(`${what}: ${one ?? 'not asked'} → ${other ?? 'not asked'}`)
  }
  tell('term', term(before.term.id), term(after.term.id))
  const isSame = before.term.floor === before.term.id && after.term.floor === after.term.id
  if (!isSame) tell('proven', term(before.term.floor), term(after.term.floor))
  const now = new Map((after.uses ?? []).map(use => [`${use.use} ${use.model ?? ''}`, use]))
  const moved = (before.uses ?? []).flatMap(({ use, model = '', ask, answer, says }) => {
    const is = now.get(`${use} ${model}`)
    // an answer says why where that changes
    return is && (is.answer !== answer || is.says !== says)
      ? [{ ask, how: [answerInWords(answer, says), answerInWords(is.answer, is.says)] }]
      : []
  })
  for (const [how, some] of groupsBy(moved, ({ how }) => how.join(' → '))) {
    const [from, to] = some[0]?.how ?? []
    if (from !== to) changes.push(`${[...new Set(some.map(({ ask }) => ask))].join(' · ')}: ${how}`)
  }
  const checks = new Map(after.claims.map(claim => [JSON.stringify([claim.says, claim.cited[0]]), claim.check]))
  for (const claim of before.claims)
    tell(`claim "${claim.says.slice(0, 60)}"`, claim.check, checks.get(JSON.stringify([claim.says, claim.cited[0]])))
  const named = (one: Report['evaluations'][number]) =>
    `${framework(one.framework)}${one.reading ? `, ${one.reading} reading` : ''}`
  const conclusions = new Map(after.evaluations.map(one => [named(one), conclusion(one.conclusion)]))
  for (const one of before.evaluations) tell(named(one), conclusion(one.conclusion), conclusions.get(named(one)))
  const more = changes.length - MOST_CHANGES
  return more > 0 ? [...changes.slice(0, MOST_CHANGES), `and ${more} more`] : changes
}

const answerInWords = (answer: UseAnswer, says: string) =>
  answer === 'if' && says ? `on condition: ${says}` : answer === 'unknown' ? 'not known' : answer
