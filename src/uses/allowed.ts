import type { Knowledge } from '../knowledge/knowledge.ts'
import type { KnownUses } from '../knowledge/schemas/uses.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import type { ModelRights } from '../licensing/index.ts'
import type { Allowed, License } from '../report.ts'
import type { UseAnswer } from '../vocabulary.ts'
import type { StatedUse } from './assess.ts'
import { type Point, pointsOf, RANK } from './points.ts'

type Question = KnownUses['questions'][number]

/** An answer before it is put beside those of other texts and models; `partly` where most of the text was read. */
type Part = Omit<Allowed, 'use' | 'ask'> & { readonly partly?: true }

/**
 * "Can I ...": the questions everybody asks, answered from all that binds the weights of every model. What one text
 * bars
 * no other allows; a text that was not read leaves unknown whatever it could bar. A size that is stated sharpens them.
 */
export function allowedBy(models: readonly ModelRights[], stated: StatedUse | null, knowledge: Knowledge): Allowed[] {
  if (models.length === 0) return []
  return knowledge.uses.questions.map(question => {
    const answers = models.map(model => ({ name: model.name, ...answerFor(model, question, stated, knowledge) }))
    return { use: question.id, ask: question.ask, ...together(answers) }
  })
}

/** From what allows least: a bar that was read stays one, and parts that were not understood only take a plain yes. */
const byLeast = (one: Part, other: Part) => rank(one) - rank(other)
const rank = ({ answer, partly }: Part) => (answer === 'unknown' && partly ? 2.5 : LEAST.indexOf(answer))
const LEAST: readonly UseAnswer[] = ['no', 'unknown', 'if', 'yes']

/** Models that differ are told: what is barred for one of them alone is allowed on the condition that it is another. */
function together(all: readonly (Part & { readonly name: string })[]): Part {
  const [least, ...others] = all.toSorted(byLeast)
  if (!least) return { answer: 'unknown', says: '', clause: null, cited: [{ looked: ['models'] }] }
  const { name, partly: _, ...part } = least
  const open = others.some(({ answer }) => answer === 'yes' || answer === 'if')
  if (others.every(({ answer }) => answer === least.answer)) return part
  const barred = part.answer === 'no' && open
  return { ...part, answer: barred ? 'if' : part.answer, says: `${part.says || part.answer} (${name})` }
}

function answerFor(model: ModelRights, question: Question, stated: StatedUse | null, knowledge: Knowledge): Part {
  const cited = [...model.cited]
  if (model.reach === 'none') return { answer: 'no', says: 'no license found that permits it', clause: null, cited }
  if (model.reach === 'not-looked' || model.floor.length === 0)
    return { answer: 'unknown', says: 'license of the weights not seen', clause: null, cited }
  const parts = model.floor.map(reading => answerOf(reading, question, stated, knowledge))
  const least = parts.toSorted(byLeast)[0] ?? { answer: 'unknown' as const, says: '', clause: null, cited }
  const presumed = model.reach === 'presumed' && least.answer === 'yes' && least.says === ''
  return presumed ? { ...least, says: 'presumed, from the root license' } : least
}

/** What one text says of it. */
function answerOf(reading: LicenseReading, question: Question, stated: StatedUse | null, knowledge: Knowledge): Part {
  const { license, openness } = reading
  const use = {
    actions: new Set(question.on),
    users: stated?.users ?? null,
    revenue: stated?.revenue ?? null,
  }
  const isCompared = (kind: string) => knowledge.uses.compared.some(({ kinds }) => kinds.includes(kind))
  const points = pointsOf(use, license.clauses, knowledge)
    .filter(({ clause, result }) => bears(clause, question, knowledge) && (result !== 'know' || isCompared(clause)))
    // among equals what is asked of sizes and fields is told first
    .toSorted((one, other) => RANK[one.result] - RANK[other.result] || place(one, question) - place(other, question))
  const [first] = points
  const { cited } = license
  const plainly = (answer: UseAnswer, says = ''): Part => ({ answer, says, clause: null, cited })
  const decided = (answer: UseAnswer): Part =>
    first ? { answer, says: first.short, clause: first.clause, cited: first.cited } : plainly(answer)
  if (openness === 'open') return first?.result === 'must' ? decided('yes') : plainly('yes')
  if (first?.result === 'not-allowed') return decided('no')
  const byClass = question.byClass[license.class]
  if (byClass === 'no') return plainly('no', 'by its license')
  const policy = points.find(({ clause }) => knowledge.uses.elsewhere.includes(clause))
  if (policy && !license.readWith?.length)
    return { answer: 'unknown', says: 'its use policy was not read', clause: policy.clause, cited: policy.cited }
  if (openness === 'unknown') return plainly('unknown', 'its license was not read')
  const asks = first?.result === 'check' || (first?.result === 'must' && first.of.against.length > 0)
  if (asks) return decided('if')
  const dark = license.parts?.find(part => isDark(part, question, knowledge))
  if (dark && first?.result === 'know') return { ...decided('if'), says: `${first.short}; a part was not understood` }
  if (dark)
    return { ...plainly('unknown', 'a part of it was not understood'), cited: placeOfPart(dark, license), partly: true }
  if (first) return decided('yes')
  if (byClass) return plainly(byClass, byClass === 'yes' ? '' : 'see its license')
  return license.text === null ? plainly('unknown', 'license text not found') : plainly('yes')
}

const place = ({ clause }: Point, { kinds }: Question) =>
  (kinds.indexOf(clause) + kinds.length + 1) % (kinds.length + 1)

/** where a part is that was not understood */
function placeOfPart({ line, endLine, quote, cut }: Piece, { text, cited }: License): Allowed['cited'] {
  return text && quote !== undefined ? [{ ...text, line, endLine, quote, ...(cut && { cut }) }] : cited
}

type Piece = NonNullable<License['parts']>[number]

/** a part that nobody understood, or that may hold a clause which has a say in the question */
function isDark({ is, why = '' }: Piece, question: Question, knowledge: Knowledge): boolean {
  if (is !== 'possible') return is === 'unread'
  const kinds = [...knowledge.clauses.values()].filter(({ name }) => why.includes(name)).map(({ id }) => id)
  return kinds.length === 0 || kinds.some(kind => bears(kind, question, knowledge))
}

/** whether a clause has a say in a question: by an action, or as one of the kinds it asks of */
function bears(kind: string, { on, kinds }: Question, { uses }: Knowledge): boolean {
  if (kinds.includes(kind)) return true
  return uses.clauses.some(row => row.kinds.includes(kind) && row.on.some(action => on.includes(action)))
}
