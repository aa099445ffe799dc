import { groupsBy } from '@unwash/core/groups'
import type { Citation, Clause, License, Report } from '@unwash/core/report/report'
import type { Names } from '../names.ts'
import {
  type Block,
  holding,
  type Item,
  joined,
  lines,
  listOf,
  look,
  type Section,
  type Span,
  spelled,
  table,
} from '../page.ts'
import type { SectionOf, TextOf } from '../reporter.ts'
import { titleOf } from '../sections/lead.ts'
import { licenses } from '../sections/licenses.ts'
import { bindingOf, limitsSomething, mergedClauses, namedClause, quotedLines, seeOf } from '../sections/limits.ts'
import { boundBy } from '../sections/verdict.ts'
import { shortened } from '../words/clipped.ts'
import { count } from '../words/counts.ts'
import { RESIDUE_LABELS } from '../words/labels.ts'
import { placeInWords, placesOf } from '../words/places.ts'
import { citedWords, quoted } from '../words/quoted.ts'
import { aloneIn, wholeOf } from '../words/whole.ts'

/** The licenses that bind the weights, but for how their texts were changed. */
export const binding: SectionOf = (report, names) =>
  licenses(
    { ...report, licenses: bindingOf(report).map(one => ({ ...one, match: { ...one.match, residue: [] } })) },
    names,
  )

/** What takes one of the four freedoms, license by license; what several say alike is named again, and not told. */
export const limits: SectionOf = (report, names) => {
  const told = new Set<string>()
  return eachLicense(report, names, license => {
    const limiting = license.clauses.filter(limitsSomething)
    const isKnown = ({ cited }: Clause) => cited.some(one => 'fact' in one)
    const keyOf = (clause: Clause) => spelled(namedClause(clause, names))
    const again = limiting.filter(clause => isKnown(clause) && told.has(keyOf(clause)))
    for (const clause of limiting) told.add(keyOf(clause))
    const fresh = limiting.filter(clause => !again.includes(clause))
    return [
      byWords(fresh, names, license),
      lines(
        ...(again.length > 0
          ? [
              [
                'As above: ',
                ...joined(
                  again.map(one => namedClause(one, names)),
                  '; ',
                ),
              ],
            ]
          : []),
      ),
    ]
  })
}

/** The clauses that take none of the four freedoms: how the terms end, whose law holds, what of patents. */
export const others: SectionOf = (report, names) =>
  eachLicense(report, names, license => {
    const [limiting, rest] = [true, false].map(one => license.clauses.filter(clause => limitsSomething(clause) === one))
    const told = new Set(limiting?.map(({ cited: [at] }) => at && citedWords(at)))
    return [byWords(rest ?? [], names, license, told)]
  })

/** What is told of each license that binds the weights, under its name, its text, and the models that it is of. */
function eachLicense(report: Report, names: Names, tell: (license: License) => readonly Block[]): Section | null {
  const blocks = bindingOf(report).flatMap((license): readonly Block[] => {
    const told = holding(...tell(license))
    const of = boundBy([license], report)
    const which = of === '' ? '' : `, for ${of}`
    const text = license.text ? [' ', ...placesOf([license.text])] : []
    return told.length === 0 ? [] : [lines([look('strong', titleOf(license, names)), ...text, which]), ...told]
  })
  return blocks.length === 0 ? null : { heading: '', blocks }
}

/** Clauses by their words, which are told once, whatever clauses stand in them; of the license's text the line alone. */
function byWords(clauses: readonly Clause[], names: Names, { text }: License, before = new Set<unknown>()): Block {
  const said = groupsBy(mergedClauses(clauses), ({ cited: [at] }) =>
    at ? `${placeInWords(at)} ${citedWords(at)}` : '',
  )
  const rows = [...said.values()].map(all => {
    const cited = all.flatMap(one => one.cited)
    const [first] = cited
    const about = names.clauseAbout(all[0]?.kind ?? '')
    const isTold = first && 'quote' in first && before.has(citedWords(first))
    const words = isTold ? ['quoted above'] : (quotedLines(first)[0] ?? (about ? [about] : []))
    const named = all.map(clause => namedClause(clause, names))
    return [joined(named, '; '), words, seeOf({ cited }).map(span => inText(span, text?.path))]
  })
  return table(['clause', 'its words', 'see'], rows)
}

/** `LICENSE:3` as `line 3` under the path; of a long path the file alone. */
export const inText = (span: Span, path?: string): Span =>
  typeof span === 'string' || span.look !== 'place'
    ? span
    : {
        ...span,
        text:
          path !== undefined && span.text.startsWith(`${path}:`)
            ? span.text.replace(`${path}:`, 'line ')
            : shortened(span.text, PLACE),
      }
/** columns of a place in a table */
const PLACE = 26

/** letters of a changed passage */
const PASSAGE = 160

/** Where the text of a license is not the known one, in short. */
export const changes: SectionOf = (report, names) => {
  const items = bindingOf(report).flatMap(({ text, match: { nearest, residue } }): Item[] =>
    residue.map(({ side, words, line, endLine, reads, quote = '', cut }) => [
      [
        `${nearest ? `Against ${names.license(nearest)}: ` : ''}${side} ${count(words, 'word')}, ${RESIDUE_LABELS[reads]} `,
        ...(text ? placesOf([{ ...text, line, endLine, quote, cut }]) : []),
        ...(quote ? [look('faint', ` “${quoted({ quote, cut }, PASSAGE)}”`)] : []),
      ],
    ]),
  )
  return listOf('', items, 'change', items.length)
}

/** What is quoted of a clause or a duty with all of its sentence, and with those behind it that take some of it back. */
export function withWhole(report: Report, textOf: TextOf): Report {
  const whole = (one: Citation): Citation => {
    if (!('quote' in one)) return one
    const text = textOf(one.path, one.place)
    const found = text === null ? null : wholeOf(text, one)
    if (!found) return one
    const { before, words, after } = aloneIn(found)
    return { ...one, quote: `${one.cut ? before : ''}${words}${after}`.trim(), cut: undefined }
  }
  const all = <T extends { readonly cited: readonly Citation[] }>(those: readonly T[]) =>
    those.map(one => ({ ...one, cited: one.cited.map(whole) }))
  return {
    ...report,
    licenses: report.licenses.map(license => ({ ...license, clauses: all(license.clauses) })),
    obligations: all(report.obligations),
  }
}
