import type { SaidClause, Stretch } from '../../../modality/said.ts'
import { type ClauseContext, clauseOf, type FoundClause, type Passage, type ReadSaid } from '../../clause.ts'

/** The license is not granted, or use is barred, in named territories. */
export const geoExclusion: ReadSaid = (said, passage, context) => {
  const { with: given } = said.wording
  // a language whose places are not named by marks
  if (given?.sanctioned || said.marks.length === 0) return clauseOf(said)
  const named = placesIn(said)
  const [first] = named
  if (first === undefined) return byTerm(said, context, passage)
  /* where all of the world but some places is licensed, the rest of a wording speaks of these */
  const [except] = said.where('except').filter(({ at }) => at <= (named.at(-1)?.at ?? 0))
  if (said.mode === 'definition') {
    const out = except === undefined ? [] : codesOf(named.filter(({ at }) => at > except.at))
    return out.length > 0 ? clause(said, { territories: out }) : clause(said, { territories: [], only: codesOf(named) })
  }
  if (given?.territories !== undefined || said.has('outside'))
    return clause(said, { territories: [], only: codesOf(named) })
  return clause(said, { territories: codesOf(named) })
}

interface NamedPlace extends Stretch {
  /** ISO 3166-1 alpha-2, a part of a country after it, `EU` or `EEA` */
  readonly code: string
}

const PLACE = 'place-'

/** The places that a passage names, by the marks `place-…` of the file, in the order they stand. */
function placesIn(said: SaidClause, passage?: Passage): readonly NamedPlace[] {
  const named = said.marks
    .filter(mark => mark.startsWith(PLACE))
    .flatMap(mark =>
      said.where(mark, passage).map(stretch => ({ ...stretch, code: mark.slice(PLACE.length).toUpperCase() })),
    )
  /* "North America" does not name America */
  const within = (one: Stretch, other: Stretch): boolean =>
    other.at <= one.at && one.end <= other.end && other.end - other.at > one.end - one.at
  return named.filter(one => !named.some(other => within(one, other))).sort((one, other) => one.at - other.at)
}

const codesOf = (named: readonly NamedPlace[]): readonly string[] => [...new Set(named.map(({ code }) => code))]

const clause = (said: SaidClause, parameters: Readonly<Record<string, unknown>>): FoundClause => ({
  ...clauseOf(said),
  parameters: { ...parameters, ...(said.has('multimodal') && { scope: 'multimodal models' }), ...scopeOf(said) },
})

const scopeOf = (said: SaidClause): { scope?: string } =>
  said.has('outputs') && !said.has('models') && !said.has('multimodal') ? { scope: 'outputs' } : {}

/** "outside the Territory", which another sentence defines; without a place where no name and no term is given */
function byTerm(said: SaidClause, context: ClauseContext, passage: Passage): FoundClause | null {
  const [term] = said.where('term')
  if (term === undefined) return said.wording.with?.territories === undefined ? null : clauseOf(said)
  const meaning = context.define(passage.lower.slice(term.at, term.end))
  const named = meaning === undefined ? [] : placesIn(said, meaning)
  if (named.length === 0) return null
  const codes = codesOf(named)
  return clause(said, said.has('except', meaning) ? { territories: codes } : { territories: [], only: codes })
}
