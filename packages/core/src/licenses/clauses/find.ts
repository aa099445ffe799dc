import { type QuotedLines, quoteSentence } from '../../documents/cite.ts'
import { passagesOf } from '../../documents/legal/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Weight } from '../../knowledge/wording.ts'
import { type SaidClause, saidIn, type Worded } from '../../modality/said.ts'
import { once } from '../../once.ts'
import { type Freedom, GRANTS, type Grant, type Mode, type Reach } from '../../report/vocabulary.ts'
import { type ClauseKind, clauseOf, type FoundClause, type Passage } from '../clause.ts'
import { onlyAccepts, onlyDefines, standing } from '../operative.ts'
import { asks, isSize } from './bought.ts'
import { contextOf } from './definitions.ts'
import { kindsOf } from './kinds/index.ts'
import { exceeding, sparedBy } from './kinds/thresholds.ts'
import { type Memory, memoryOf, type RememberedFinding } from './memory.ts'
import { narrowedTo } from './narrow.ts'

/** A clause of a text, with where it stands and its words. */
export interface LocatedClause extends QuotedLines {
  readonly kind: string
  readonly mode: Mode
  readonly parameters: Readonly<Record<string, unknown>>
  readonly against: readonly Freedom[]
  readonly reaches: readonly Reach[]
  readonly weighs: Weight
  /** number of the passage it was found in */
  readonly passage: number
  /** that and the numbers of its neighbors that say the same */
  readonly passages: readonly number[]
  /** how well the sentence that is quoted shows what is asked: the more, the better */
  readonly standing: number
}

/** What clauses are found by: the kinds there are, and how they are worded. */
export type ClauseKnowledge = Worded & Pick<Knowledge, 'clauses'>

/** many texts are read by the same knowledge */
const ownMemory = once((_: ClauseKnowledge) => memoryOf())

/** The clauses of a legal text, in the order they stand. */
export const findClauses = (text: string, knowledge: ClauseKnowledge): readonly LocatedClause[] =>
  findInPassages(text, passagesOf(text), knowledge)

/**
 * The same for a text already split into its passages; of passages read before, what is in `memory` is not read again.
 */
export const findInPassages = (
  text: string,
  passages: readonly Passage[],
  knowledge: ClauseKnowledge,
  memory?: Memory | null,
): readonly LocatedClause[] => readPassages(text, passages, knowledge, memory).clauses

/** A passage that grants a right to whoever receives the work. */
export interface Granting {
  readonly grant: Grant
  /** number of the passage */
  readonly passage: number
}

/** What a clause is made by. */
type Reads = Pick<ClauseKind, 'id' | 'read' | 'against' | 'reaches' | 'weighs'>

/** what is granted is told by wordings too, and is no clause */
const GRANTED: readonly (Reads & { readonly grant: Grant })[] = GRANTS.map(grant => ({
  grant,
  id: `grant.${grant}`,
  against: [],
  reaches: [],
  weighs: 'harmless',
  read: clauseOf,
}))

/** The clauses of a text in its passages, and the passages that grant something; quoted as they stand in the text. */
export function readPassages(
  text: string,
  passages: readonly Passage[],
  knowledge: ClauseKnowledge,
  memory: Memory | null = ownMemory(knowledge),
): { clauses: readonly LocatedClause[]; granting: readonly Granting[] } {
  const kinds: readonly (Reads | (Reads & { readonly grant: Grant }))[] = [...kindsOf(knowledge), ...GRANTED]
  const granting: Granting[] = []
  const usesOf = (id: string) => knowledge.clauses.get(id)?.uses
  const context = contextOf(passages, passage =>
    [...saidIn(passage, knowledge).values()].some(({ kind, mode }) => mode === 'ban' && usesOf(kind)?.forbids),
  )
  const clauses: LocatedClause[] = []
  /** per kind, what the last clause found says and the passages it is in */
  const latest = new Map<Reads, { same: string; passages: number[]; at: number }>()
  let rawLines: readonly string[] | undefined

  const read = (kind: Reads, said: ReadonlyMap<string, SaidClause>, passage: Passage): FoundClause | null => {
    const words = said.get(kind.id)
    return words === undefined ? null : kind.read(words, passage, context)
  }
  const readAnew = (passage: Passage): readonly RememberedFinding[] => {
    const findings: RememberedFinding[] = []
    const lasting: RememberedFinding[] = []
    const said = saidIn(passage, knowledge)
    for (const kind of said.size === 0 ? [] : kinds) {
      if (!said.has(kind.id)) continue
      context.looked = false
      const found = read(kind, said, passage)
      if (found !== null) findings.push([kind.id, found])
      if (context.looked) lasting.push([kind.id, null])
      else if (found !== null) lasting.push([kind.id, found])
    }
    memory?.put(passage, lasting)
    return findings
  }

  passages.forEach((passage, index) => {
    const findings = memory?.get(passage) ?? readAnew(passage)
    const placed = findings.some(([id]) => usesOf(id)?.limit === 'territory')
    for (const [id, known] of findings) {
      const kind = kinds.find(kind => kind.id === id)
      const found = known ?? (kind ? read(kind, saidIn(passage, knowledge, id), passage) : null)
      if (kind === undefined || found === null) continue
      if ('grant' in kind) {
        granting.push({ grant: kind.grant, passage: index })
        continue
      }
      const { forbids, limit } = usesOf(id) ?? {}
      const { over, except } = found.parameters ?? {}
      const isNarrow = found.mode === 'ban' && !except && (forbids || (over !== undefined && !limit))
      const within = isNarrow ? narrowedTo(passage.text, found, placed) : undefined
      const parameters = within === undefined ? (found.parameters ?? {}) : { ...found.parameters, within }
      /* what a term means, and by what one accepts, is no duty */
      const isNone = found.mode === 'duty' && (onlyDefines(passage.text) || onlyAccepts(passage.text))
      const mode = isNone ? 'definition' : found.mode
      const same = `${mode} ${JSON.stringify(parameters)}`
      const before = latest.get(kind)
      rawLines ??= text.split('\n')
      const quoted = {
        ...quoteSentence(rawLines, passage.line, passage.endLine, passage.text, found),
        standing: standing(passage, found),
      }
      /* neighbors that say the same are one clause, quoted where it stands best */
      const last = before && clauses[before.at]
      if (before?.same === same && last && index - (before.passages.at(-1) ?? 0) <= 1) {
        before.passages.push(index)
        if (quoted.standing > last.standing) clauses[before.at] = { ...last, cut: undefined, ...quoted }
        continue
      }
      const own = { same, passages: [index], at: clauses.length }
      latest.set(kind, own)
      clauses.push({
        kind: kind.id,
        mode,
        parameters,
        /* a plea limits nothing; a grant that is reported is one to the licensor, or one with limits */
        against: found.against ?? (found.mode === 'plea' ? [] : kind.against),
        reaches: found.reaches ?? kind.reaches,
        weighs: found.weighs ?? kind.weighs,
        passage: index,
        passages: own.passages,
        ...quoted,
      })
    }
  })
  return { clauses: limited(clauses, passages, knowledge), granting }
}

/** a sentence of the work altogether, or of several things that are done, and where it goes on with who may */
const ALTOGETHER =
  /\b(?:us(?:e|es|ed|ing)|access|exercis\w+|rights?|deploy\w*|run|commercial\w*|licen[cs]e\w*|and|or|nor)\b/i
/** what limits commerce alone, and so no sharing without it */
const SELLS = /(?<!non-?)\bcommercial(?:ly\b| (?:use|purposes?)\b)|(?<!非)商(?:用|业(?:用途|目的|使用))/i
/** whom a sentence is of */
const WHO_MAY = /(?<=.)\b(?:if|unless|when|where|whose)\b.*/i

/**
 * A condition above a threshold is a threshold: what a sentence with a limit of size forbids beside it, it forbids
 * above that size, and the limit says so; it limits nothing else, where the sentence speaks of nothing else. And what
 * needs a license of its own for commerce is not forbidden.
 */
function limited(
  clauses: readonly LocatedClause[],
  all: readonly Passage[],
  { clauses: kinds }: Pick<ClauseKnowledge, 'clauses'>,
): readonly LocatedClause[] {
  const usesOf = (kind: string) => kinds.get(kind)?.uses
  const sizes = clauses.filter(clause => isSize(clause, kinds))
  const isBeside = ({ kind, mode, passages }: LocatedClause, size: LocatedClause) =>
    mode === 'ban' && usesOf(kind)?.forbids && passages.some(passage => size.passages.includes(passage))
  const sized = new Set<number>()
  const bought = new Set<number>()
  for (const clause of clauses)
    for (const passage of clause.passages) {
      if (isSize(clause, kinds) && clause.mode !== 'plea') sized.add(passage)
      if (usesOf(clause.kind)?.buys) bought.add(passage)
    }
  /** the actions that a sentence forbids, where it is of nothing else */
  const actsIn = (passage: number): readonly string[] =>
    all[passage]?.language !== 'en' || ALTOGETHER.test(all[passage]?.text.replace(WHO_MAY, '') ?? '')
      ? []
      : clauses.flatMap(({ kind, mode, passages }) => {
          const { forbids, conditions = [] } = usesOf(kind) ?? {}
          return forbids && mode === 'ban' && passages.includes(passage) ? [...forbids, ...conditions] : []
        })
  // "Threshold" means a size: whoever exceeds it is above that size, wherever that is said
  const meanings = [...sized].flatMap(number => {
    const passage = all[number]
    if (!passage) return []
    const above = exceeding(passage, all)
    for (const one of above) sized.add(all.indexOf(one))
    return [{ number, above, told: above.length > 0 ? above : [passage], spared: sparedBy(passage, all) }]
  })
  return clauses.flatMap(clause => {
    const uses = usesOf(clause.kind)
    const isAsked = ({ passages }: LocatedClause) => clause.passages.every(passage => passages.includes(passage))
    if (sizes.some(limit => asks(limit, clause) && isAsked(limit)))
      return { ...clause, parameters: { ...clause.parameters, above: true } }
    if (clause.mode !== 'ban' || !uses) return clause
    if (!uses.forbids) {
      const acts = uses.conditions?.includes('commercial') ? clause.passages.map(actsIn) : []
      const own = isSize(clause, kinds) ? meanings.filter(({ number }) => clause.passages.includes(number)) : []
      const sells = own.length > 0 && own.every(({ told }) => told.every(({ text }) => SELLS.test(text)))
      const of = acts.every(those => those.length > 0) ? [...new Set(acts.flat())] : []
      const limited = of.length > 0 ? of : sells ? ['commercial'] : undefined
      const within = own.length > 0 && of.length > 0 && clauses.find(one => isBeside(one, clause))?.parameters.within
      const [spares] = own.flatMap(({ spared }) => spared?.[1] ?? [])
      const more = {
        ...(limited && { for: limited }),
        ...(typeof within === 'string' && { within: within.replace(WHO_MAY, '').trim() }),
        ...(spares && { spares }),
      }
      // what is said of whoever exceeds it is this limit as well
      const said = own.flatMap(({ above, spared }) => [...above, ...(spared ? [spared[0]] : [])])
      const passages = [...new Set([...clause.passages, ...said.map(one => all.indexOf(one))])]
      return { ...clause, passages, parameters: { ...clause.parameters, ...more } }
    }
    if (clause.passages.every(passage => sized.has(passage))) return []
    const sells = uses.forbids.every(action => action !== 'commercial') && clause.passages.every(one => bought.has(one))
    return sells ? { ...clause, mode: 'duty' } : clause
  })
}
