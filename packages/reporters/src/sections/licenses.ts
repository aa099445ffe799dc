import type { License } from '@unwash/core/report/report'
import type { Scope } from '@unwash/core/report/vocabulary'
import { inWords } from '@unwash/core/text/phrase'
import type { Names } from '../names.ts'
import { type Item, joined, type Line, listed, look, named } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { count } from '../words/counts.ts'
import { CLASS_LABELS, GRANT_LABELS, MATCH_LABELS, RESIDUE_LABELS, SCOPE_LABELS } from '../words/labels.ts'
import { placeInWords, placesOf } from '../words/places.ts'
import { quoted } from '../words/quoted.ts'
import { titleOf } from './lead.ts'

/** licenses, and changed passages of a text, shown; JSON has them all */
const LICENSES_SHOWN = 8
const RESIDUE_SHOWN = 6
const DEFECTS_SHOWN = 3

/** The licenses found: what each is, what it covers, how its text compares with the known one. */
export const licenses: SectionOf = (report, names) => {
  if (report.licenses.length === 0) return null
  const absent = new Set<Scope>(report.components.flatMap(({ id, presence }) => (presence === 'absent' ? [id] : [])))
  const items = report.licenses.map((license): Item => {
    const title = titleOf(license, names)
    const head: Line = [
      license.id === null ? look('strong', title) : named(title, ['license', license.id], 'strong'),
      ': ',
      CLASS_LABELS[license.class],
      ' ',
      ...placesOf(license.cited, 2),
    ]
    return [
      head,
      coversLine(license, absent),
      ...textLines(license, names),
      ...defectLines(license),
      ...labelLines(license),
    ]
  })
  return { heading: 'Licenses', blocks: listed(items, LICENSES_SHOWN, 'license') }
}

/** What of the release it covers; what is not there at all is left out. */
function coversLine({ covers: all, missingGrants }: License, absent: ReadonlySet<Scope>): Line {
  const covers = all.filter(scope => !absent.has(scope))
  const over =
    covers.length > 0 ? `covers ${inWords(covers.map(scope => SCOPE_LABELS[scope]))}` : 'covers nothing that is here'
  return [
    over,
    ...(missingGrants && missingGrants.length > 0
      ? [
          '; ',
          look(
            'ask',
            `no grant was found to ${inWords(
              missingGrants.map(grant => GRANT_LABELS[grant]),
              'or',
            )}`,
          ),
        ]
      : []),
  ]
}

/** How the text compares with a known one, and every changed passage with how it reads. */
function textLines({ text, match, id }: License, names: Names): readonly Line[] {
  if (text === null) return [[look('faint', 'declared; license text not found')]]
  const nearest = match.nearest === null || match.nearest === id ? '' : ` (${names.license(match.nearest)})`
  const how: Line = [
    `${MATCH_LABELS[match.kind]}${nearest}: `,
    { text: placeInWords(text), look: 'place', cited: text },
  ]
  const changes = match.residue.slice(0, RESIDUE_SHOWN).map((change): Line => {
    const range = change.endLine > change.line ? `${change.line}-${change.endLine}` : `${change.line}`
    const words = `${change.side} ${count(change.words, 'word')} `
    const { line, endLine, quote = '', cut } = change
    const place = { ...text, line, endLine, quote, cut }
    return [
      look(change.reads === 'condition' ? 'bad' : 'ask', words),
      { text: `${text.path}:${range}`, look: 'place', cited: place },
      `, read as ${RESIDUE_LABELS[change.reads]}${quote ? `: “${quoted({ quote, cut })}”` : ''}`,
    ]
  })
  const more = match.residue.length - RESIDUE_SHOWN
  return [how, ...changes, ...(more > 0 ? [[look('faint', `and ${count(more, 'more change')}`)]] : [])]
}

function defectLines({ defects = [] }: License): readonly Line[] {
  return defects.slice(0, DEFECTS_SHOWN).map(defect => [look('ask', defect.says), ' ', ...placesOf(defect.cited, 1)])
}

/** What the license calls itself. */
function labelLines({ selfLabels }: License): readonly Line[] {
  if (selfLabels.length === 0) return []
  const labels = selfLabels
    .slice(0, DEFECTS_SHOWN)
    .map((label): Line => [`“${label.says}” `, ...placesOf(label.cited, 1)])
  return [['calls itself ', ...joined(labels, ', ')]]
}
