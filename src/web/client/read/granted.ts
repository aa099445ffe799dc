import { citeLines } from '../../../documents/cite.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { readPassages } from '../../../licenses/clauses/find.ts'
import { quoteFrom } from '../../../licenses/clauses/quote.ts'
import type { GivenText } from '../../../licenses/given/given.ts'
import { firstGranting } from '../../../licenses/grants.ts'
import { passagesOf } from '../../../licenses/passages/index.ts'
import type { License, TextCitation } from '../../../report.ts'
import type { Grant } from '../../../vocabulary.ts'

/** A passage that gives rights to whoever receives the work. */
export interface Granted {
  readonly grants: readonly Grant[]
  readonly cited: TextCitation
}

/** Where a text grants what its license is said to grant; nothing of a page or a card, whose plain text has other lines. */
export function grantedIn(
  { path, content, page, front }: GivenText,
  { grants }: License,
  knowledge: Knowledge,
): readonly Granted[] {
  if (page || front) return []
  const lines = content.split('\n')
  const passages = passagesOf(content)
  const all = firstGranting(readPassages(content, passages, knowledge).granting)
  return [...new Set(all.values())].flatMap(number => {
    const own = grants.filter(grant => all.get(grant) === number)
    const passage = passages[number]
    if (own.length === 0 || passage === undefined) return []
    const { line, endLine, quote } = quoteFrom(lines, passage, 0)
    return [{ grants: own, cited: citeLines(path, lines, line, endLine, quote.split('\n')[0]?.slice(0, 60)) }]
  })
}
