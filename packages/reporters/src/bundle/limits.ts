import type { Citation, Clause } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { knownApart } from '../sections/limits.ts'
import { placeInWords } from '../words/places.ts'
import { citedWords } from '../words/quoted.ts'
import { parameter } from './notice.ts'
import type { Carried, Terms } from './texts.ts'

/** lines of one clause that are written out; the whole text stands beside */
const MOST_LINES = 60

/** The limits on use that bind whoever has the model, as terms to pass on; null where nothing limits a use. */
export function limitsText(carried: Carried): string | null {
  const limiting = carried.terms.flatMap(terms => {
    const clauses = terms.license.clauses.filter(clause => limits(clause, carried))
    return clauses.length > 0 ? [{ terms, clauses }] : []
  })
  if (limiting.length === 0) return null
  const names = limiting.map(({ terms }) => terms.name).join(' and ')
  return [
    `# Limits on the use of ${carried.name}`,
    'Put this into the terms under which you pass the model on or let others use it, with the texts named below:',
    `> You may use ${carried.name}, and anything made from it, only within the limits on use of ${names}, and must ` +
      'bind everyone you pass it on to, or let use it, to the same limits.',
    ...limiting.map(({ terms, clauses }) => limitsOf(terms, clauses, carried)),
  ]
    .join('\n\n')
    .concat('\n')
}

/** Whether a clause limits a use, or has to be passed on. */
function limits({ kind, mode, against }: Clause, { knowledge }: Carried): boolean {
  const known = knowledge.clauses.get(kind)
  if (known?.obligation?.carried === 'limits') return mode === 'duty' || mode === 'ban'
  // a ban that no use runs into, such as on suits, is none of use; a grant for one purpose alone bars the others
  const bars = mode === 'ban' || (mode === 'grant' && known?.makes !== undefined)
  return bars && against.includes('use') && (known?.uses?.forbids ?? known?.uses?.conditions) !== undefined
}

function limitsOf(terms: Terms, clauses: readonly Clause[], carried: Carried): string {
  const { name, files, url, policies } = terms
  const where = [
    ...(files.length > 0 ? files : [url]),
    ...policies,
    ...parameter(terms, 'url').map(link => withScheme(link)),
  ]
  const told = clauses.map(clause => {
    const about = carried.knowledge.clauses.get(clause.kind)?.name ?? clause.kind
    return `**${about}** (${placesOf(clause)})\n\n${quoted(clause, carried)}`
  })
  return [`## ${name}`, `In full: ${[...new Set(where.filter(one => one !== null))].join(', ')}`, ...told].join('\n\n')
}

const withScheme = (link: string) => (/^https?:/i.test(link) ? link : `https://${link}`)
/** Where a clause stands; where the release names the text of one that is known by facts it does not. */
const placed = ({ cited }: Clause): readonly Citation[] => {
  const [known, named] = knownApart(cited)
  return known.length > 0 ? known : named
}
const placesOf = (clause: Clause): string => placed(clause).slice(0, 3).map(placeInWords).join(', ')

/** The lines as they stand in the text; of a clause that is known by facts, what is known of them. */
function quoted(clause: Clause, { textOf }: Carried): string {
  const read = placed(clause).flatMap((one: Citation) => {
    if ('fact' in one) return `> ${citedWords(one) ?? one.fact}`
    if (!('quote' in one)) return []
    const lines = textOf(one.path, one.place)
      ?.split('\n')
      .slice(one.line - 1, one.endLine)
    return lines && lines.length <= MOST_LINES
      ? lines.map(line => `> ${plain(line).trim()}`).join('\n')
      : `> ${one.quote} …`
  })
  return read.join('\n\n')
}
