import { quoteSentence } from '../documents/cite.ts'
import { groupsBy } from '../groups.ts'
import type { ResolvedLicense } from '../names/index.ts'
import { lazy } from '../once.ts'
import type { TextCitation } from '../report/report.ts'
import { isOpenClass } from './class.ts'
import type { Passage } from './clause.ts'
import type { LocatedClause } from './clauses/find.ts'
import { standing } from './operative.ts'

/** A key of places: which clause of a license it is. */
export const placeKey = (kind: string, section: unknown) => `${kind} ${String(section)}`

/** Clauses in the order they stand, but of each kind first the one whose sentence shows best what is asked. */
export function bestFirst(clauses: readonly LocatedClause[]): readonly LocatedClause[] {
  const kinds = groupsBy(
    clauses.toSorted((one, other) => other.standing - one.standing),
    ({ kind }) => kind,
  )
  return clauses.map(clause => kinds.get(clause.kind)?.shift() ?? clause)
}

/** Lines of a file, from the first to the last of them. */
interface Lines {
  readonly path: string
  readonly lines: readonly string[]
  readonly from: number
  readonly to: number
}

/** Where the facts of a license stand in its text: the sentences with the words that they are known by. */
export function placesIn(
  { path, lines, from, to }: Lines,
  passages: readonly Passage[],
  license: ResolvedLicense | null,
): Map<string, TextCitation> {
  const own = lines.slice(from - 1, to)
  const all = lazy(() => passages.map(passage => ({ ...passage, letters: flat(passage.text) })))
  return new Map(
    (isOpenClass(license?.class ?? 'unknown') ? [] : (license?.known?.clauses ?? [])).flatMap(
      ({ kind, section, phrase }) => {
        const words = flat(phrase)
        const [found] = all()
          .filter(({ letters }) => letters.includes(words))
          .toSorted((one, other) => standing(other) - standing(one))
        if (!found) return []
        const at = found.letters.indexOf(words)
        const quoted = quoteSentence(own, found.line, found.endLine, found.text, { at, end: at + words.length })
        const before = from - 1
        const place = { path, ...quoted, line: quoted.line + before, endLine: quoted.endLine + before }
        return [[placeKey(kind, section), place] as const]
      },
    ),
  )
}

/** letter for letter, with one kind of space and of quotation mark */
const flat = (text: string) => text.toLowerCase().replace(/\s/g, ' ').replace(/[“”„]/g, '"').replace(/[‘’]/g, "'")
