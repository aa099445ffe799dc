import type { Freedom, Mode, Reach } from '../../vocabulary.ts'
import type { ClauseKind, Passage } from '../clause.ts'
import { languageOf } from '../language.ts'
import { passagesOf } from '../passages.ts'
import { pin } from '../patterns/search.ts'
import { contextOf } from './definitions.ts'
import { kinds as allKinds } from './index.ts'
import { keywordPass } from './keywords.ts'
import { quoteFrom } from './quote.ts'

/** A clause of a text, with where it stands. */
export interface LocatedClause {
  readonly kind: string
  readonly mode: Mode
  readonly parameters: Readonly<Record<string, unknown>>
  readonly against: readonly Freedom[]
  readonly reaches: readonly Reach[]
  readonly weighs: ClauseKind['weighs']
  /** 1-based, in the raw text split at \n */
  readonly line: number
  readonly endLine: number
  /** verbatim, at most 200 characters, between `line` and `endLine` */
  readonly quote: string
}

/** after so many passages it pays to take the kinds' patterns apart: who reads one text is not kept waiting */
const ENOUGH = 1_000
/** many texts are read for the same kinds */
const prepared = new WeakMap<readonly ClauseKind[], { pass: KeywordPass; read: number; thorough: boolean }>()
type KeywordPass = ReturnType<typeof keywordPass>
const passFor = (kinds: readonly ClauseKind[], passages: number): KeywordPass => {
  const known = prepared.get(kinds) ?? { pass: keywordPass(kinds), read: 0, thorough: false }
  if (!known.thorough && known.read > ENOUGH) {
    known.pass = keywordPass(kinds, { thorough: true })
    known.thorough = true
  }
  known.read += passages
  prepared.set(kinds, known)
  return known.pass
}

/** The clauses of a legal text in English or Chinese, in the order they stand; a text in another language has none. */
export const findClauses = (text: string, kinds: readonly ClauseKind[] = allKinds): readonly LocatedClause[] =>
  languageOf(text).read === 'other' ? [] : findInPassages(text, passagesOf(text), kinds)

/** The same for a text already split into its passages. */
export const findInPassages = (
  text: string,
  passages: readonly Passage[],
  kinds: readonly ClauseKind[] = allKinds,
): readonly LocatedClause[] => {
  const mayFind = passFor(kinds, passages.length)
  const context = contextOf(passages)
  const clauses: LocatedClause[] = []
  /** per kind, the last clause found and the index of its passage */
  const latest = new Map<ClauseKind, { clause: LocatedClause; same: string; index: number; place: number }>()
  let rawLines: readonly string[] | undefined

  passages.forEach((passage, index) => {
    const open = mayFind({
      own: pin('passage', passage.lower),
      lead: pin('lead', passage.lead),
      heading: pin('heading', passage.heading),
    })
    for (const number of open) {
      const kind = kinds[number]
      if (kind === undefined) continue
      const found = kind.find(passage, context)
      if (found === null) continue
      const parameters = found.parameters ?? {}
      const same = `${found.mode} ${JSON.stringify(parameters)}`
      const before = latest.get(kind)
      /* neighbors that say the same are one clause */
      if (before !== undefined && before.same === same && index - before.index <= 1) {
        latest.set(kind, { ...before, index })
        continue
      }
      rawLines ??= text.split('\n')
      const clause: LocatedClause = {
        kind: kind.id,
        mode: found.mode,
        parameters,
        /* a plea limits nothing; a grant that is reported is one to the licensor, or one with limits */
        against: found.against ?? (found.mode === 'plea' ? [] : kind.against),
        reaches: found.reaches ?? kind.reaches,
        weighs: found.weighs ?? kind.weighs,
        ...quoteFrom(rawLines, passage, found.at ?? 0),
      }
      latest.set(kind, { clause, same, index, place: clauses.length })
      clauses.push(clause)
    }
  })
  return clauses
}
