import { groupsBy } from '../groups.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { KnownUses } from '../knowledge/schemas/uses.ts'
import { isOpenClass } from '../licenses/class.ts'
import { askedAbove } from '../licenses/clauses/bought.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import type { Allowed, Citation, License, Doubt as Told } from '../report/report.ts'
import type { TermId, UseAnswer } from '../report/vocabulary.ts'
import type { ModelRights } from '../terms/index.ts'
import { langOf } from '../text/foreign.ts'
import { type DoubtOfUse, doubtsAbout } from './doubts.ts'
import { DOES, type Effect, effectOf, type Sizes } from './effects.ts'
import { bindingIn, isLimited, withFacts } from './terms.ts'

/** A model, what binds its weights, and how far its term is proven. */
export interface Judged {
  readonly rights: ModelRights
  readonly floor: TermId
}

type Question = KnownUses['questions'][number]

/** The answers, and the doubts that they name by id. */
export interface UseAnswers {
  readonly uses: Allowed[]
  readonly doubts: Told[]
}

/**
 * "May I …": the questions everybody asks, a row for each and every model, from all that binds its weights. The
 * strictest clause wins; a doubt weakens nothing that is proven, and takes only a plain yes.
 */
export function answersOf(models: readonly Judged[], sizes: Sizes, knowledge: Knowledge): UseAnswers {
  const told: Told[] = []
  const tell = ({ on: _, ...doubt }: DoubtOfUse): string => {
    const same = told.find(
      ({ says, cited }) => says === doubt.says && JSON.stringify(cited[0]) === JSON.stringify(doubt.cited[0]),
    )
    if (same) return same.id
    const id = `doubt-${told.length + 1}`
    told.push({ id, ...doubt, cited: [...doubt.cited] })
    return id
  }
  const uses = models.flatMap(model => {
    const rights = rightsOf(model.rights, knowledge)
    return knowledge.uses.questions.map(question => answerTo(question, model, rights, { sizes, knowledge, tell }))
  })
  return { uses, doubts: told }
}

/** What binds a model: the terms that are known, those that are not, and the doubts beside them. */
interface Rights {
  readonly known: readonly LicenseReading[]
  readonly unknown: readonly LicenseReading[]
  readonly doubts: readonly DoubtOfUse[]
}

/** Tells terms that are known, with all that is known of them, from what only raises a doubt beside them. */
export function rightsOf(model: ModelRights, knowledge: Knowledge): Rights {
  const files = new Set((model.doubts ?? []).map(({ reading }) => reading))
  const bound = new Set(model.bound.map(({ reading }) => reading))
  const isDoubt = (reading: LicenseReading) => reading.doubt !== undefined || files.has(reading) || !bound.has(reading)
  const stands = model.floor.filter(reading => !isDoubt(reading))
  const facts = stands.map(reading => ({ ...reading, license: withFacts(reading, knowledge) }))
  const own = facts.filter(isKnown)
  // what restricts takes from a license that permits, and stands beside it
  const permits = [...bound].filter(reading => reading.openness === 'open' && !model.floor.includes(reading))
  const known = own.length > 0 ? [...own, ...permits] : own
  const unknown = facts.filter(reading => !own.includes(reading))
  const doubted = model.floor.filter(isDoubt)
  return { known, unknown, doubts: doubtsAbout(model, { known, unknown, doubted }, knowledge) }
}

/** Whether it is known what terms permit, or what they are against: a text that was read, facts, or a class. */
const isKnown = ({ license, openness }: LicenseReading): boolean =>
  openness !== 'unknown' || license.clauses.some(({ against }) => against.length > 0) || grantsIn(license).length > 0

/** What a text grants: nothing in words of which none was understood, for they may take it back. */
export const grantsIn = ({ grants, parts = [] }: License): License['grants'] =>
  parts.length > 0 && parts.every(({ is }) => is === 'unread' || is === 'possible') ? [] : grants

function answerTo(
  question: Question,
  { rights: model, floor }: Judged,
  rights: Rights,
  {
    sizes,
    knowledge,
    tell,
  }: { readonly sizes: Sizes; readonly knowledge: Knowledge; readonly tell: (doubt: DoubtOfUse) => string },
): Allowed {
  const row = { use: question.id, model: model.name, ask: question.ask }
  const plainly = (
    answer: UseAnswer,
    says: string,
    cited: readonly Citation[],
    doubts: readonly DoubtOfUse[] = [],
  ) => ({ ...row, answer, says, clause: null, clauses: [], doubts: doubts.map(tell), cited: [...cited] })
  if (model.reach === 'none') return plainly('no', 'nothing found here permits it', model.cited)
  const licenses = rights.known.map(({ license }) => license)
  const effects = effectsOn(question.on, licenses, sizes, knowledge).filter(
    ({ does, compared, clause }) => does !== 'informs' || compared || knowledge.clauses.get(clause.kind)?.uses?.says,
  )
  const bearing = rights.doubts.filter(({ on }) => on === null || question.on.some(action => on.has(action)))
  // where the term is not proven, whatever keeps it from that counts
  const doubts = bearing.length === 0 && floor === 'undetermined' ? rights.doubts : bearing
  const [first] = effects
  const clause = first?.clause.kind ?? null
  const decided = (answer: UseAnswer): Allowed => ({ ...row, answer, clause, doubts: [], ...toldBy(effects) })
  if (first?.does === 'forbids') return decided('no')
  const ofClass = (answer: UseAnswer) => licenses.find(one => answersByClass(one, question, knowledge) === answer)
  const barred = ofClass('no')
  if (barred) return plainly('no', 'by its license', barred.cited)
  // a sentence beside a license permits nothing, and what forbids one thing does not permit the others
  const permits = licenses.find(({ class: of }) => isOpenClass(of)) ?? licenses.find(permitsAnything)
  if (licenses.length > 0 && !permits)
    return plainly('unknown', 'nothing here permits it', licenses[0]?.cited ?? model.cited)
  if (first?.does === 'conditions') return decided('if')
  const limits = ofClass('if')
  if (limits) return plainly('if', 'see its license', limits.cited)
  if (licenses.length === 0) {
    const [text] = rights.unknown
    const says = text
      ? `${text.license.name ?? (text.license.text ? 'what its terms say' : 'its license')} is not known`
      : 'license of the weights not seen'
    return plainly('unknown', says, text?.license.cited ?? model.cited)
  }
  // a name of which only the class is known, and the class does not say
  const silent = licenses.find(
    ({ class: of, text, clauses }) =>
      !text && clauses.length === 0 && !isOpenClass(of) && question.byClass[of] !== 'yes',
  )
  if (silent)
    return plainly('unknown', `the text of ${silent.name ?? 'its license'} was not found`, silent.cited, doubts)
  const proven = doubts.length === 0 && floor !== 'undetermined'
  if (proven) return first ? decided('yes') : plainly('yes', '', permits?.cited ?? model.cited)
  const says = doubts[0]?.says ?? 'nobody has approved these terms'
  return plainly('presumably', says, doubts[0]?.cited ?? model.cited, doubts)
}

/** Whether terms permit something: a known license does, a text without a name where it grants. */
export const permitsAnything = ({ id, text, match, grants, clauses }: License): boolean =>
  id !== null ||
  text === null ||
  match.kind !== 'none' ||
  grants.length > 0 ||
  clauses.some(({ mode }) => mode === 'grant')

/** What a class of terms answers, where no clause says what makes them of that class. */
function answersByClass(
  { class: of, clauses }: License,
  { byClass }: Question,
  { clauses: kinds }: Knowledge,
): UseAnswer | undefined {
  return clauses.some(({ kind, mode }) => mode !== 'plea' && kinds.get(kind)?.makes === of) ? undefined : byClass[of]
}

/** places of one answer */
const MOST_PLACES = 4

/** What clauses do to any of some actions, the strictest first, and among equals what weighs most. */
export function effectsOn(
  actions: readonly string[],
  licenses: readonly License[],
  sizes: Sizes,
  knowledge: Knowledge,
): readonly Effect[] {
  const found = licenses.flatMap(license => {
    const limited = isLimited(license, knowledge)
    return bindingIn(license, knowledge).flatMap(clause => {
      const asked = askedAbove(clause, license.clauses, knowledge.clauses)
      const effects = actions.flatMap(action => effectOf(clause, action, sizes, knowledge, { limited, asked }) ?? [])
      return effects.toSorted(byStrictness)[0] ?? []
    })
  })
  const weight = ({ clause }: Effect) => {
    const known = knowledge.clauses.get(clause.kind)
    // what bars some comes before what is asked of all
    const first = known?.uses?.limit ?? (clause.mode === 'ban' && known?.uses?.spares?.length)
    return (first ? 0 : 1) * 10 + LEVELS.indexOf(known?.adoption.level ?? '')
  }
  const once = new Map<string, Effect>()
  // of what a text has in two languages that is shown that more can check
  const foreign = ({ clause: { cited } }: Effect) => Number(cited.some(at => 'quote' in at && langOf(at.quote)))
  for (const effect of found.toSorted(
    (one, other) => byStrictness(one, other) || weight(one) - weight(other) || foreign(one) - foreign(other),
  ))
    if (!once.has(`${effect.does} ${effect.says}`)) once.set(`${effect.does} ${effect.says}`, effect)
  return [...once.values()]
}

const byStrictness = (one: Effect, other: Effect) => DOES.indexOf(one.does) - DOES.indexOf(other.does)
/** how much a clause weighs for whoever uses the model: words of `adoption` in its file */
const LEVELS: readonly string[] = ['critical', 'high', 'medium', 'low']

/** What the strictest of some effects say, and where. */
export function toldBy(effects: readonly Effect[]): Pick<Allowed, 'says' | 'clauses' | 'cited'> {
  const those = effects.filter(({ does }) => does === effects[0]?.does)
  return {
    says: conditionsInWords(those),
    clauses: [...new Set(those.map(({ clause }) => clause.kind))],
    cited: those.flatMap(({ clause }) => clause.cited.slice(0, 1)).slice(0, MOST_PLACES),
  }
}

/** The conditions in a few words, all of them; limits that ask the same are one, and one that asks it now is enough. */
export function conditionsInWords(effects: readonly Effect[]): string {
  const now = new Set(effects.flatMap(({ shows }) => (shows?.now ? shows.words : [])))
  const limits = effects.filter(({ shows }) => shows && shows.now === now.has(shows.words))
  const shown = [...groupsBy(limits, ({ shows }) => shows?.words)].map(([words, those]) => {
    const above = those.map(({ says }) => says)
    return now.has(words ?? '')
      ? `${words} (${above.join(' and ')})`
      : `${those[0]?.shows?.whose ?? ''} ${above.join(' or ').replaceAll(' or above ', ' or ')}: ${words}`.trim()
  })
  return [...shown, ...effects.flatMap(({ shows, says }) => (shows ? [] : says))].join('; ')
}
