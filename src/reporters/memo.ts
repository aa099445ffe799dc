import type { Citation, Evaluation, Report } from '../report/report.ts'
import type { Names } from './names.ts'
import {
  type Block,
  holding,
  type Item,
  type Line,
  lines,
  list,
  listOf,
  look,
  type Page,
  type Section,
  titled,
} from './page.ts'
import { originalsOf } from './pages.ts'
import type { Reporter, SectionOf, TextOf } from './reporter.ts'
import { canI, doubts } from './sections/can-i.ts'
import { claims } from './sections/claims.ts'
import { footOf } from './sections/lead.ts'
import { licenses } from './sections/licenses.ts'
import { bindingOf, clauseItems, limits, limitsSomething, mergedClauses, seeOf, wordsOf } from './sections/limits.ts'
import { lineage } from './sections/lineage.ts'
import { questions, signoffs, unread } from './sections/lists.ts'
import { models } from './sections/models.ts'
import { use } from './sections/use.ts'
import { alike, inOneSentence, verdictOf } from './sections/verdict.ts'
import { waysOf } from './ways.ts'
import { tally } from './words/counts.ts'
import { ANSWER_LABELS, CONCLUSION_LABELS } from './words/labels.ts'
import { placesOf } from './words/places.ts'
import { aloneIn, wholeOf } from './words/whole.ts'

/** the template of the public summary of training content, and the framework of the exemption */
const TEMPLATE = 'eu-training-summary'
const LAW = 'eu-ai-act'

/**
 * A memo that counsel can check line by line and sign: which terms bind, what may be done, what to do and to ship, what
 * conflicts, what is unknown, and in short what the law of the Union makes of it. What is quoted of a text that is at
 * hand is whole.
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
    lead: [lines(...leadOf(report, names))],
    sections: [
      ...of(binding, 'Which terms bind the weights?'),
      ...of(canI, 'May we use, sell, host and train with it?'),
      ...of(use, 'And for the use that was stated?'),
      ...of(models, 'Does that differ by model?'),
      ...of((...given) => limits(given[0], given[1], true), 'What restricts us?'),
      ...of(duties, 'What must we do?'),
      ...of(others, 'How can it end, and what else do the terms say?'),
      ...of(lineage, 'What is it made from, and what conflicts?'),
      ...of(claims, 'Does what its publisher says of it hold?'),
      ...titled('What is unknown?', ...(unknown.length > 0 ? unknown : [lines(['Nothing that was seen.'])])),
      union(report, names),
      ...of(signoffs, 'Signed off by people'),
      SIGNATURE,
    ],
    foot: footOf(report, names, [report.term.id]),
    original: originalsOf(report, names),
  }
}

/** What is quoted in part of a clause or a duty with all of its sentence. */
function withWhole(report: Report, textOf: TextOf): Report {
  const whole = (one: Citation): Citation => {
    if (!('quote' in one) || !one.cut) return one
    const text = textOf(one.path, one.place)
    const found = text === null ? null : wholeOf(text, one)
    if (!found) return one
    const { before, words, after } = aloneIn(found)
    return { ...one, quote: `${before}${words}${after}`.trim(), cut: undefined }
  }
  const all = <T extends { readonly cited: readonly Citation[] }>(those: readonly T[]) =>
    those.map(one => ({ ...one, cited: one.cited.map(whole) }))
  return {
    ...report,
    licenses: report.licenses.map(license => ({ ...license, clauses: all(license.clauses) })),
    obligations: all(report.obligations),
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

const binding: SectionOf = (report, names) => licenses({ ...report, licenses: [...bindingOf(report)] }, names)

/** What must be done, with the words that ask for it, and whether it goes with whoever gets a copy. */
const duties: SectionOf = ({ obligations: all }, names) => {
  const items = all.map(
    ({ when, do: what, clause, cited }): Item => [
      [
        `When ${when}: `,
        look('strong', what),
        ...(names.carried(clause) ? [look('faint', ' (goes with each copy)')] : []),
        ' ',
        ...seeOf({ cited }),
      ],
      ...wordsOf(cited[0]),
    ],
  )
  const section = listOf('', items, 'obligation', all.length)
  const carried = all.some(({ clause }) => names.carried(clause))
  return section && { ...section, blocks: [...section.blocks, ...(carried ? [lines(BUNDLE)] : [])] }
}
const BUNDLE: Line = [look('code', 'unwash bundle'), ' writes the files that go with each copy.']

/** The clauses that take none of the four freedoms: how the terms end, whose law holds, what of patents. */
const others: SectionOf = (report, names) => {
  const all = bindingOf(report).flatMap(({ clauses }) => clauses.filter(clause => !limitsSomething(clause)))
  return listOf('', clauseItems(mergedClauses(all), names), 'clause', all.length)
}

function subjectOf({ release }: Report): Line {
  const revision = release.revision ? [' at ', look('code', release.revision)] : []
  return [look('strong', release.publisher ? `${release.publisher}/${release.name}` : release.name), ...revision]
}

function leadOf(report: Report, names: Names): readonly Line[] {
  const { release, about, readAsOf, unwash } = report
  const [group, ...others] = alike(report)
  const sentence = group && others.length === 0 ? inOneSentence(group.uses) : null
  return [
    [look('strong', verdictOf(report, names)), ...(sentence ? [`. ${sentence}`] : [])],
    [`Read on ${readAsOf}, with the knowledge of ${unwash.knowledge}`],
    ...(about?.published ? [[`Published on ${about.published}`] as Line] : []),
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

const SIGNATURE: Section = {
  heading: 'Signature',
  blocks: [
    lines(
      [
        'I have checked the conditions above against the evidence cited, and what is for a person to decide I ' +
          'have decided.',
      ],
      ['Name: ……………………………………………'],
      ['For: ……………………………………………'],
      ['Place and day: ……………………………………………'],
      ['Signature: ……………………………………………'],
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
