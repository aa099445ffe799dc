import type { Freedom, Mode, Reach } from '../../vocabulary.ts'
import type { ClauseKind, FoundClause, Passage } from '../clause.ts'
import { attend } from '../nearby.ts'
import { passagesOf } from '../passages.ts'
import { contextOf } from './definitions.ts'
import { kinds as allKinds } from './index.ts'
import { keywordPass } from './keywords.ts'
import { type Finding, type Memory, memoryOf } from './memory.ts'
import { quoteFrom } from './quote.ts'
import { type Said, saidIn, type Worded } from './worded.ts'

/** A clause of a text, with where it stands. */
export interface LocatedClause {
  readonly kind: string
  readonly mode: Mode
  readonly parameters: Readonly<Record<string, unknown>>
  readonly against: readonly Freedom[]
  readonly reaches: readonly Reach[]
  readonly weighs: ClauseKind['weighs']
  /** number of the passage it was found in */
  readonly passage: number
  /** 1-based, in the raw text split at \n */
  readonly line: number
  readonly endLine: number
  /** verbatim, at most 200 characters, between `line` and `endLine` */
  readonly quote: string
}

/** after so many passages it pays to take the kinds' patterns apart: who reads some hundred texts is not kept waiting */
const ENOUGH = 8_000
/** many texts are read for the same kinds */
const prepared = new WeakMap<readonly ClauseKind[], Prepared>()
interface Prepared {
  /** Which kinds may be found in the next passage; made when first asked for, since known passages do without. */
  readonly pass: () => ReturnType<typeof keywordPass>
  /** kinds whose wordings are data, by id */
  readonly worded: ReadonlyMap<string, number>
  readonly memory: Memory
}
const prepare = (kinds: readonly ClauseKind[]): Prepared => {
  const known = prepared.get(kinds)
  if (known !== undefined) return known
  let read = 0
  let pass: ReturnType<typeof keywordPass> | undefined
  const ready = {
    pass: () => {
      if (read++ === ENOUGH) pass = keywordPass(kinds, { thorough: true })
      pass ??= keywordPass(kinds)
      return pass
    },
    worded: new Map(kinds.flatMap((kind, number) => (kind.read ? [[kind.id, number] as const] : []))),
    memory: memoryOf(),
  }
  prepared.set(kinds, ready)
  return ready
}

/** The clauses of a legal text, in the order they stand. */
export const findClauses = (
  text: string,
  knowledge: Worded,
  kinds: readonly ClauseKind[] = allKinds,
): readonly LocatedClause[] => findInPassages(text, passagesOf(text), knowledge, kinds)

/** The same for a text already split into its passages; of passages read before, what is in `memory` is not read again. */
export const findInPassages = (
  text: string,
  passages: readonly Passage[],
  knowledge: Worded,
  kinds: readonly ClauseKind[] = allKinds,
  ownMemory?: Memory | null,
): readonly LocatedClause[] => {
  const { pass, worded, memory: shared } = prepare(kinds)
  const memory = ownMemory === undefined ? shared : ownMemory
  const context = contextOf(passages)
  const clauses: LocatedClause[] = []
  /** per kind, the last clause found and the index of its passage */
  const latest = new Map<ClauseKind, { clause: LocatedClause; same: string; index: number; place: number }>()
  let rawLines: readonly string[] | undefined

  const find = (number: number, passage: Passage, said: ReadonlyMap<string, Said>): FoundClause | null => {
    const kind = kinds[number]
    if (!kind?.read) return kind?.find(passage, context) ?? null
    const words = said.get(kind.id)
    return words === undefined ? null : kind.read(words, passage, context)
  }
  const read = (passage: Passage, index: number): readonly Finding[] => {
    const ready = pass()
    const open = ready(attend(passages, index, passage))
    const findings: Finding[] = []
    const lasting: Finding[] = []
    const said = saidIn(passage, knowledge)
    const also = [...said.keys()].flatMap(kind => worded.get(kind) ?? [])
    for (const number of [...open, ...also].sort((one, other) => one - other)) {
      context.looked = false
      const found = find(number, passage, said)
      if (found !== null) findings.push([number, found])
      if (context.looked) lasting.push([number, null])
      else if (found !== null) lasting.push([number, found])
    }
    memory?.put(passage, lasting)
    return findings
  }

  passages.forEach((passage, index) => {
    for (const [number, known] of memory?.get(passage) ?? read(passage, index)) {
      const kind = kinds[number]
      const found = known ?? find(number, passage, saidIn(passage, knowledge))
      if (kind === undefined || found === null) continue
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
        passage: index,
        ...quoteFrom(rawLines, passage, found.at ?? 0),
      }
      latest.set(kind, { clause, same, index, place: clauses.length })
      clauses.push(clause)
    }
  })
  return clauses
}
