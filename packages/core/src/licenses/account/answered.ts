import type { KnownClause } from '../../knowledge/knowledge.ts'
import type { Mode } from '../../report/vocabulary.ts'
import { quoted } from '../../text/quote.ts'
import type { LocatedClause } from '../clauses/find.ts'
import type { Known } from '../known.ts'
import { standing } from '../operative.ts'
import type { AccountPart } from './account.ts'

/** the answer that a sentence takes something which none of the kinds that were offered is */
const ELSE = 'else'
/** what stands for it */
const ELSE_KIND = 'use.restrictions'
const TAKES_NOTHING: ReadonlySet<string> = new Set(['nothing', 'not-these'])

/** What somebody read a sentence to take. */
export interface ReadAs {
  readonly clause: KnownClause
  readonly mode: Mode
  /** it takes something that is of no kind, and may be anything beside what stands for it */
  readonly isElse: boolean
}

/** What somebody read a sentence to take: a kind of clause, or nothing; undefined where nobody could tell. */
export function readAs(words: string, { answers, knowledge }: Known): ReadAs | 'nothing' | undefined {
  const answer = answers?.of('takes', words)
  if (answer === undefined) return undefined
  if (TAKES_NOTHING.has(answer)) return 'nothing'
  const clause = knowledge.clauses.get(answer === ELSE ? ELSE_KIND : answer)
  return clause && { clause, mode: clause.uses?.forbids ? 'ban' : 'duty', isElse: answer === ELSE }
}

/** The parts and clauses of a text, with what somebody read of the parts that nobody had. */
export function asAnswered(
  parts: readonly AccountPart[],
  clauses: readonly LocatedClause[],
  known: Known,
): { readonly parts: readonly AccountPart[]; readonly found: readonly LocatedClause[] } {
  if (!known.answers) return { parts, found: clauses }
  const found = [...clauses]
  const read = parts.map((part): AccountPart => {
    if (part.is !== 'unread' && part.is !== 'possible') return part
    const words = quoted(part.text)
    const as = readAs(words.quote, known)
    if (as === undefined) return part
    if (as === 'nothing') return { ...part, is: 'harmless', why: 'read' }
    const { line, endLine, passage } = part
    const { id: kind, against, reaches, weighs } = as.clause
    const { mode } = as
    found.push({
      kind,
      mode,
      parameters: {},
      against,
      reaches,
      weighs,
      line,
      endLine,
      ...words,
      passage,
      passages: [passage],
      standing: standing({ text: words.quote }),
    })
    return as.isElse ? part : { ...part, is: 'clause' }
  })
  return { parts: read, found }
}
