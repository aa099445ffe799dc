import type { Freedom, Mode, Reach } from '../../vocabulary.ts'
import type { ClauseKind, Passage } from '../clause.ts'
import { languageOf } from '../language.ts'
import { passagesOf } from '../passages.ts'
import { contextOf } from './definitions.ts'
import { kinds as allKinds } from './index.ts'
import { keywordPass, noneFound } from './keywords.ts'
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

/** many texts are read for the same kinds */
const prepared = new WeakMap<readonly ClauseKind[], ReturnType<typeof prepare>>()
const prepare = (kinds: readonly ClauseKind[]) => ({ pass: keywordPass(kinds), none: noneFound(kinds) })

/** The clauses of a legal text in English or Chinese, in the order they stand; a text in another language has none. */
export const findClauses = (text: string, kinds: readonly ClauseKind[] = allKinds): readonly LocatedClause[] =>
  languageOf(text).read === 'other' ? [] : findInPassages(text, passagesOf(text), kinds)

/** The same for a text already split into its passages. */
export const findInPassages = (
  text: string,
  passages: readonly Passage[],
  kinds: readonly ClauseKind[] = allKinds,
): readonly LocatedClause[] => {
  const { pass, none } = prepared.get(kinds) ?? prepare(kinds)
  prepared.set(kinds, { pass, none })
  const context = contextOf(passages)
  const width = none.length / 2
  const leads = new Map<string, Int32Array>()
  const bits = none.slice()
  const clauses: LocatedClause[] = []
  /** per kind, the last clause found and the index of its passage */
  const latest = new Map<ClauseKind, { clause: LocatedClause; same: string; index: number; place: number }>()
  let rawLines: readonly string[] | undefined

  passages.forEach((passage, index) => {
    bits.set(none)
    pass(passage.lower, bits)
    if (passage.lead !== '') {
      let ofLead = leads.get(passage.lead)
      if (ofLead === undefined) {
        ofLead = none.slice()
        pass(passage.lead, ofLead)
        leads.set(passage.lead, ofLead)
      }
      for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (ofLead[at] ?? 0)
    }
    for (let word = 0; word < width; word++) {
      for (let rest = (bits[word] ?? 0) & (bits[width + word] ?? 0); rest !== 0; rest &= rest - 1) {
        const kind = kinds[(word << 5) + 31 - Math.clz32(rest & -rest)]
        const found = kind?.find(passage, context)
        if (kind === undefined || found === null || found === undefined) continue
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
    }
  })
  return clauses
}
