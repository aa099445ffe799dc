import { groupsBy } from '@unwash/core/groups'
import type { Allowed, Claim, Evaluation, Report } from '@unwash/core/report/report'
import type { Names } from '../names.ts'
import {
  type Block,
  holding,
  type Item,
  type Line,
  lines,
  list,
  look,
  type Page,
  type Section,
  spelled,
  table,
  titled,
} from '../page.ts'
import { originalsOf } from '../pages.ts'
import type { Reporter, SectionOf, TextOf } from '../reporter.ts'
import { answered, doubts } from '../sections/can-i.ts'
import { claimsIn } from '../sections/claims.ts'
import { footOf } from '../sections/lead.ts'
import { bindingOf, quotedLines, seeOf } from '../sections/limits.ts'
import { lineage } from '../sections/lineage.ts'
import { questions, signoffs, unread } from '../sections/lists.ts'
import { use } from '../sections/use.ts'
import { areMixed, modelsLine, verdictOf, whichAmong } from '../sections/verdict.ts'
import { waysOf } from '../ways.ts'
import { checksOf } from '../words/checks.ts'
import { tally } from '../words/counts.ts'
import { ANSWER_LABELS, CONCLUSION_LABELS } from '../words/labels.ts'
import { placeInWords, placesOf } from '../words/places.ts'
import { binding, changes, inText, limits, others, withWhole } from './terms.ts'

/** the template of the public summary of training content, and the framework of the exemption */
const TEMPLATE = 'eu-training-summary'
const LAW = 'eu-ai-act'

/** conditions of the exemption that are told one by one; the report has them all */
const DECIDING = 4

/** In short: whether the exemption applies, what decides that, and the summary of training content. */
function union({ evaluations }: Report, names: Names): Section {
  const law = evaluations.find(({ framework }) => framework === LAW)
  const says = law ? (CONCLUSION_LABELS[law.conclusion] ?? law.conclusion) : 'was not assessed'
  const open = law?.requirements.filter(({ answer }) => answer !== 'met' && answer !== 'not-applicable') ?? []
  const unmet = open.filter(({ answer }) => answer === 'unmet')
  // what fails decides; else what is for a person to decide
  const deciding = (unmet.length > 0 ? unmet : open).slice(0, DECIDING)
  const more = tally(open.filter(one => !deciding.includes(one)).map(({ answer }) => ANSWER_LABELS[answer]))
  const items = deciding.map(({ id, answer, because, cited }): Item => {
    const asked = names.requirement(id)
    return [
      [
        look(answer === 'unmet' ? 'bad' : 'ask', ANSWER_LABELS[answer]),
        `: ${asked?.question ?? id} ${because} `,
        ...placesOf(cited, 2),
      ],
      ...(asked?.citation ? [[look('faint', asked.citation)] satisfies Line] : []),
    ]
  })
  const note = names.frameworkNote(LAW)
  return {
    heading: 'And in the European Union?',
    blocks: holding(
      lines(
        ['Whether the exemption of Article 53(2) of Regulation (EU) 2024/1689 applies: ', look('strong', says)],
        ...(law ? [[`The law in its state of ${law.edition}`] satisfies Line] : []),
        ...(note ? [[look('faint', note)] satisfies Line] : []),
      ),
      list(items),
      ...(more.size > 0
        ? [lines([`Further conditions: ${[...more].map(([label, of]) => `${of} ${label}`).join(', ')}`])]
        : []),
      lines(summaryOf(evaluations)),
    ),
  }
}

/** How much of the public summary of training content, Article 53(1)(d), is there. */
function summaryOf(evaluations: readonly Evaluation[]): Line {
  const asked = evaluations.find(({ framework }) => framework === TEMPLATE)?.requirements ?? []
  const applying = asked.filter(({ answer }) => answer !== 'not-applicable')
  const head = 'Public summary of training content (Article 53(1)(d), which no exemption lifts): '
  if (asked.length === 0) return [head, 'was not looked for']
  if (applying.length === 0)
    return [head, look('bad', 'none was found'), `; all ${asked.length} sections are to be written`]
  const missing = applying.filter(({ answer }) => answer !== 'met')
  return [head, `${applying.length - missing.length} of ${applying.length} sections are filled`]
}

/** What everybody asks: a row for each answer, of several models with those that it is the answer of. */
function answersIn({ uses = [], models }: Report): readonly Block[] {
  const several = models.length > 1
  const asks = [...groupsBy(uses, ({ ask }) => ask)]
  if (asks.length === 0) return [lines(['No weights are offered here, so there is nothing to use.'])]
  const rows = asks.flatMap(([ask, all]) => {
    const groups = [...groupsBy(all, ({ answer, says }) => `${answer} ${says}`).values()]
    const largestFirst = groups.toSorted((one, other) => other.length - one.length)
    return largestFirst.flatMap((those, at) => {
      const [use] = those
      if (!use) return []
      const [sign, ...says] = answered(use)
      const which = whichAmong(namesOf(those), namesOf(all))
      const see = placesOf(use.cited, 2).map(span => inText(span))
      return [[[at === 0 ? `May we ${ask}?` : ''], ...(several ? [[which]] : []), [sign, ' ', ...says], see]]
    })
  })
  return [table(['question', ...(several ? ['models'] : []), 'answer and condition', 'see'], rows)]
}

const namesOf = (some: readonly Allowed[]) => some.map(({ model = '' }) => model)

/**
 * A memo that counsel can check line by line and sign: first the release, its term and what everybody asks, each answer
 * with its condition and place; then which terms bind and what they say, whole and once; what to do, as a list to tick
 * off; what was not read; and last how the text of a license was changed.
 */
export function memoPage(read: Report, names: Names, textOf?: TextOf): Page {
  const report = textOf ? withWhole(read, textOf) : read
  const of = (section: SectionOf, heading: string): readonly Section[] => {
    const told = section(report, names)
    return told === null ? [] : [{ heading, blocks: unfolded(told.blocks) }]
  }
  const unknown = [doubts, unread, questions].flatMap(section => unfolded(section(report, names)?.blocks ?? []))
  return {
    subject: subjectOf(report),
    title: `Memorandum on the use of ${report.release.name}`,
    paper: true,
    lead: [lines(...leadOf(report, names)), ...answersIn(report)],
    sections: [
      ...of(binding, 'Which terms bind the weights?'),
      ...of(use, 'And for the use that was stated?'),
      ...of(limits, 'What restricts us?'),
      ...of(others, 'How can it end, and what else do the terms say?'),
      ...of(lineage, 'What is it made from, and what conflicts?'),
      ...of(failing, 'Does what its publisher says of it hold?'),
      union(report, names),
      ...of(duties, 'What must we do?'),
      ...titled(
        'What was not read, and what is unknown?',
        ...(unknown.length > 0 ? unknown : [lines(['Nothing that was seen.'])]),
      ),
      ...of(signoffs, 'Signed off by people'),
      SIGNATURE,
      ...of(changes, 'How was the text of a license changed?'),
    ],
    foot: footOf(report, names, [report.term.id, ...report.models.map(({ term }) => term.id)]),
    original: originalsOf(report, names),
  }
}

/** Counsel reads all of it: nothing is folded away. */
const unfolded = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap(block =>
    block.kind !== 'fold'
      ? [block]
      : block.aside
        ? []
        : [lines([look('strong', block.summary)]), ...unfolded(block.blocks)],
  )

/** What must be done, to be ticked off, and whether it goes with whoever gets a copy; words that no clause told. */
const duties: SectionOf = (report, names) => {
  const told = new Set(
    bindingOf(report).flatMap(({ clauses }) => clauses.flatMap(({ cited }) => cited.map(placeInWords))),
  )
  const items = report.obligations.flatMap(({ when, do: what, clause, cited }): Line[] => [
    [
      `☐ When ${when}: `,
      look('strong', what),
      ...(names.carried(clause) ? [look('faint', ' (goes with each copy)')] : []),
      ' ',
      ...seeOf({ cited }),
    ],
    ...(cited.some(one => told.has(placeInWords(one))) ? [] : quotedLines(cited[0])),
  ])
  const carried = report.obligations.some(({ clause }) => names.carried(clause))
  return items.length === 0 ? null : { heading: '', blocks: [lines(...items, ...(carried ? [BUNDLE] : []))] }
}
const BUNDLE: Line = [look('code', 'unwash bundle'), ' writes the files that go with each copy.']

/** What does not hold of what is claimed; the rest is counted. */
const failing: SectionOf = report => {
  const isFailing = ({ check }: Claim) => check === 'contradicted'
  const told = claimsIn({
    findings: report.findings,
    claims: report.claims.filter(isFailing).map(claim => ({ ...claim, wouldChange: [] })),
  })
  const rest = report.claims.filter(claim => !isFailing(claim))
  const blocks = [
    ...(told?.blocks ?? []),
    ...(rest.length > 0 ? [lines([`Of its ${told ? 'other ' : ''}claims: ${checksOf(rest)}.`])] : []),
  ]
  return blocks.length === 0 ? null : { heading: '', blocks }
}

function subjectOf({ release }: Report): Line {
  const revision = release.revision ? [' at ', look('code', release.revision)] : []
  return [look('strong', release.publisher ? `${release.publisher}/${release.name}` : release.name), ...revision]
}

function leadOf(report: Report, names: Names): readonly Line[] {
  const { release, about, readAsOf, unwash, models } = report
  const published = about?.published ? `, published on ${about.published}` : ''
  return [
    [look('strong', (areMixed(models) && spelled(modelsLine(report, names) ?? [])) || verdictOf(report, names))],
    [`Read on ${readAsOf}${published}, with the knowledge of ${unwash.knowledge}`],
    [`Read: ${readOf(release)}${release.complete ? '' : '; not all files could be listed'}`],
  ]
}

/** What was read: its name, where it is, and at which revision, where it has one. */
function readOf({ publisher, name, places, source, revision }: Report['release']): string {
  const called = publisher && !name.startsWith(`${publisher}/`) ? `${publisher}/${name}` : name
  const others = source === 'folder' ? [] : places.filter(place => place !== called)
  const state = revision ? `revision ${revision}` : source === 'folder' ? 'a folder without revision' : 'no revision'
  return [called, ...others, state].join(', ')
}

/** fewer than a phone has room for */
const DOTS = 12
const SIGNATURE: Section = {
  heading: 'Signature',
  blocks: [
    lines(
      [
        'I have checked the conditions above against the evidence cited, and what is for a person to decide I ' +
          'have decided.',
      ],
      ...['Name', 'For', 'Place and day', 'Signature'].map((what): Line => [`${what}: ${'…'.repeat(DOTS)}`]),
    ),
  ],
}

const { markdown, html } = waysOf<Report>(
  (report, { names, textOf }) => [memoPage(report, names, textOf)],
  (title, { release }) => `${release.name}: ${title}`,
)

/**
 * A memo for counsel to check and to sign, as Markdown.
 */
export const memo: Reporter = { ...markdown, id: 'memo', extension: 'memo.md' }

/** The same as a page to print. */
export const memoHtml: Reporter = { ...html, id: 'memo-html', extension: 'memo.html' }
