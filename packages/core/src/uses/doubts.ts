import type { Knowledge } from '../knowledge/knowledge.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import type { Citation, License } from '../report/report.ts'
import type { DoubtfulFile as LegalDoubt, ModelRights, Suspected } from '../terms/index.ts'
import { effectOf, NO_SIZES } from './effects.ts'
import { bindingIn, isLimited } from './terms.ts'

/** Something that was not understood, or is not proven, beside terms that are known: it takes a plain "yes". */
export interface DoubtOfUse {
  readonly says: string
  /** why it matters */
  readonly matters: string
  readonly cited: readonly Citation[]
  /** the actions it bears on; null for all */
  readonly on: ReadonlySet<string> | null
}

/** What keeps the terms of a model from permitting plainly, each once. */
export function doubtsAbout(
  model: ModelRights,
  { known, unknown, doubted }: Readonly<Record<'known' | 'unknown' | 'doubted', readonly LicenseReading[]>>,
  knowledge: Knowledge,
): DoubtOfUse[] {
  const legal = new Map((model.doubts ?? []).map(doubt => [doubt.reading, doubt]))
  const bound = new Set(model.bound.map(({ reading }) => reading))
  return [
    ...(model.reach === 'presumed' ? [presumedFor(model)] : []),
    ...doubted.map(reading => {
      const file = legal.get(reading)
      if (file) return ofFile(file, knowledge)
      return bound.has(reading) ? notUnderstood(reading, knowledge) : ofHint(reading.license, knowledge)
    }),
    // with nothing known beside them they leave no doubt: the terms are not known
    ...(known.length > 0 ? unknown.map(reading => notUnderstood(reading, knowledge)) : []),
    ...(model.suspected ?? []).map(one => suspectedOf(one, knowledge)),
    ...known.flatMap(reading => [...ofParts(reading, knowledge), ...ofPolicy(reading.license, knowledge)]),
  ]
}

const presumedFor = (model: ModelRights): DoubtOfUse => ({
  says: 'presumed, from the root license',
  matters: 'nothing says that this license is for the weights, which are elsewhere',
  cited: model.cited,
  on: null,
})

/** A legal file of which nobody says that it binds: it was not read, or it restricts. */
function ofFile({ path, unread, reading, cited }: LegalDoubt, knowledge: Knowledge): DoubtOfUse {
  return unread
    ? { says: `${path} was not read`, matters: `${unread.says}; it may bind the weights`, cited, on: null }
    : {
        says: `${path} may bind the weights too`,
        matters: 'it restricts, and nothing says of what',
        cited,
        on: touched(reading.license, knowledge),
      }
}

/** A sentence or a license beside the known terms that was not understood, or not found. */
function notUnderstood({ license, doubt }: LicenseReading, knowledge: Knowledge): DoubtOfUse {
  const { name = 'terms without a name', cited } = license
  return doubt
    ? maySay(doubt, cited, knowledge)
    : { says: `${name} was not read`, matters: 'it binds beside the terms that are known', cited, on: null }
}

/** What is only suspected bears on what it may be; where that is not known, on whether no use is left out. */
function suspectedOf({ kinds, cited }: Suspected, knowledge: Knowledge): DoubtOfUse {
  const touched = touchedBy(kinds, knowledge)
  const on =
    touched.size > 0
      ? touched
      : new Set(knowledge.uses.actions.flatMap(one => (one.always && !one.where ? one.id : [])))
  return { ...maySay(kinds, cited, knowledge), on }
}

const maySay = (kinds: readonly string[], cited: readonly Citation[], knowledge: Knowledge): DoubtOfUse => ({
  says: 'a sentence was not understood',
  matters: 'it may restrict',
  cited,
  // of words that are left out anything may be said
  on: mayTouch(
    kinds,
    cited.every(one => 'quote' in one && !one.cut)
      ? cited.map(one => ('quote' in one ? one.quote : '')).join(' ')
      : null,
    knowledge,
  ),
})

/** A base that the weights may start from. */
const ofHint = (license: License, knowledge: Knowledge): DoubtOfUse => ({
  says: `they may start from a model under ${license.name ?? license.id}`,
  matters: 'then its terms bind too',
  cited: license.cited,
  on: touched(license, knowledge),
})

/** the actions that clauses of these terms forbid or condition; all where nothing is known of them */
function touched(license: License, knowledge: Knowledge): ReadonlySet<string> | null {
  const limited = isLimited(license, knowledge)
  const on = knowledge.uses.actions
    .map(({ id }) => id)
    .filter(action =>
      bindingIn(license, knowledge).some(clause => {
        const effect = effectOf(clause, action, NO_SIZES, knowledge, { limited })
        return effect !== null && effect.does !== 'informs'
      }),
    )
  return on.length > 0 ? new Set(on) : null
}

/** parts of one text that are shown as the place of the doubt */
const MOST_PARTS = 3

/** Parts of a text that is known, which nobody understood. */
function ofParts({ license, openness }: LicenseReading, knowledge: Knowledge): DoubtOfUse[] {
  if (openness === 'open') return []
  const dark = (license.parts ?? []).filter(({ is }) => is === 'unread' || is === 'possible')
  if (dark.length === 0) return []
  const on = dark.map(({ is, why = '', quote = '', cut }) =>
    mayTouch(is === 'possible' ? kindsIn(why, knowledge) : [], cut ? null : quote, knowledge),
  )
  const places = dark
    .slice(0, MOST_PARTS)
    .flatMap(({ line, endLine, quote, cut }): Citation[] =>
      license.text && quote !== undefined ? [{ ...license.text, line, endLine, quote, ...(cut && { cut }) }] : [],
    )
  return [
    {
      says: dark.length === 1 ? 'a part was not understood' : `${dark.length} parts were not understood`,
      matters: 'they may restrict',
      cited: places.length > 0 ? places : license.cited,
      on: on.includes(null) ? null : new Set(on.flatMap(actions => [...(actions ?? [])])),
    },
  ]
}

const kindsIn = (why: string, { clauses }: Knowledge): string[] =>
  [...clauses.values()].filter(({ name }) => why.includes(name)).map(({ id }) => id)

/** The actions that clauses of some kinds forbid or condition. */
function touchedBy(kinds: readonly string[], { clauses }: Knowledge): ReadonlySet<string> {
  const uses = kinds.map(kind => clauses.get(kind)?.uses)
  return new Set(uses.flatMap(uses => [...(uses?.forbids ?? []), ...(uses?.conditions ?? [])]))
}

/**
 * The actions that clauses of some kinds may forbid or condition; where these are none all, but no place that the words
 * do not speak of; null for any.
 */
function mayTouch(kinds: readonly string[], words: string | null, knowledge: Knowledge): ReadonlySet<string> | null {
  const touched = touchedBy(kinds, knowledge)
  const { actions } = knowledge.uses
  if (touched.size > 0) return touched
  if (words === null) return null
  const said = words.toLowerCase()
  return new Set(
    actions.flatMap(({ id, where, words }) => (where && words && !words.some(word => said.includes(word)) ? [] : id)),
  )
}

/**
 * A policy that is made part of the terms, and lies elsewhere; that of a license whose facts are known was read with
 * it.
 */
function ofPolicy(license: License, knowledge: Knowledge): DoubtOfUse[] {
  const policy = license.clauses.find(
    ({ kind, mode }) => knowledge.clauses.get(kind)?.uses?.elsewhere && mode !== 'plea',
  )
  const facts = knowledge.licenses.get(license.id ?? license.match.nearest ?? '')
  if (!policy || license.readWith?.length || facts?.clauses.length) return []
  return [
    { says: 'its use policy was not read', matters: 'what it forbids is not known', cited: policy.cited, on: null },
  ]
}
