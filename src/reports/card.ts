import wrapAnsi from 'wrap-ansi'
import type { Report } from '../report.ts'
import { groupedClaims } from './claims/groups.ts'
import { escaped } from './html/escape.ts'
import type { Reporter } from './reporter.ts'
import { bindingOf, limitsSomething } from './sections/limits.ts'
import { calledName } from './words/called.ts'
import { plain } from './words/foreign.ts'
import { placeOf } from './words/places.ts'
import { quoted } from './words/quoted.ts'

const WIDTH = 1200
const HEIGHT = 630
const LEFT = 72
/** columns of a line at 32 pixels, a little generous: nothing is measured here */
const COLUMNS = 62
/** lines between the term and the rule */
const MOST = 5
/** of a revision, what tells it from every other */
const ENOUGH = 12
/** letters of a clause that is quoted */
const CLAUSE = 150

/**
 * A picture to share (SVG, 1200 × 630): the release and its revision, its term, a claim that is contradicted and the
 * clause that it meets.
 */
export const card: Reporter = {
  id: 'card',
  extension: 'card.svg',
  render(report, { names }) {
    const { release, term, readAsOf } = report
    const title = `${names.term(term.id)}${names.proof(term)}`
    const lines = linesOf(report)
      .flatMap(line => wrapAnsi(line, COLUMNS, { hard: true }).split('\n'))
      .slice(0, MOST)
    const text = (y: number, size: number, words: string, more = '') =>
      `<text x="${LEFT}" y="${y}" font-size="${size}"${more}>${escaped(words)}</text>`
    const pinned = release.revision === null ? '' : `@${release.revision.slice(0, ENOUGH)}`
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(`${plain(release.name)}: ${title}`)}">
<title>${escaped(`${plain(release.name)}: ${title}`)}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#f7f8fa"/>
<g fill="#1b2430" font-family="Verdana,DejaVu Sans,sans-serif">
${text(130, 36, plain(release.name))}
${text(236, 72, title, ` font-weight="bold"${title.length > 22 ? ` textLength="${WIDTH - 2 * LEFT}" lengthAdjust="spacingAndGlyphs"` : ''}`)}
${lines.map((line, at) => text(310 + at * 46, 30, line)).join('\n')}
<rect x="${LEFT}" y="540" width="${WIDTH - 2 * LEFT}" height="2" fill="#8a94a3"/>
${text(590, 26, `unwash · ${plain(calledName(report))}${pinned} · read ${readAsOf}`)}
</g>
</svg>
`
  },
}

/**
 * What restricts; where a claim is contradicted that claim and the clause it meets, each in its own words with its
 * place.
 */
function linesOf(report: Report): readonly string[] {
  const { facets } = report.term
  const worst = groupedClaims(report.claims)[0]?.[0]
  if (worst?.check !== 'contradicted') return facets.slice(0, MOST).map(plain)
  const clauses = bindingOf(report).flatMap(({ clauses }) => clauses.filter(limitsSomething))
  const decisive = clauses.filter(({ mode }) => mode === 'ban')
  const clause = (decisive.length > 0 ? decisive : clauses).flatMap(({ cited }) =>
    cited.flatMap(one => ('quote' in one ? [one] : [])),
  )[0]
  const [said] = worst.cited
  return [
    `Says “${plain(worst.says)}” (${said ? plain(placeOf(said)) : 'its card'}): contradicted`,
    ...(clause ? [`“${quoted(clause, CLAUSE)}” (${plain(placeOf(clause))})`] : facets.slice(0, 2).map(plain)),
  ]
}
