import type { Evaluation, Report, Requirement } from '../report/report.ts'
import type { Names } from './names.ts'
import { type Line, lines, list, look, type Page, type Section, table, titled } from './page.ts'
import { originalsOf } from './pages.ts'
import type { Reporter, SectionOf } from './reporter.ts'
import { canI, doubts } from './sections/can-i.ts'
import { footOf } from './sections/lead.ts'
import { limits } from './sections/limits.ts'
import { lineage } from './sections/lineage.ts'
import { obligations, questions, signoffs, unread } from './sections/lists.ts'
import { models } from './sections/models.ts'
import { use } from './sections/use.ts'
import { alike, inOneSentence, verdictOf } from './sections/verdict.ts'
import { waysOf } from './ways.ts'
import { capital } from './words/counts.ts'
import { ANSWER_LABELS, CONCLUSION_LABELS } from './words/labels.ts'
import { placesOf } from './words/places.ts'

/** the template of the public summary of training content */
const TEMPLATE = 'eu-training-summary'

/**
 * The template of the summary of training content, Article 53(1)(d), section by section: what is filled, and what is
 * missing.
 */
function summarySection({ evaluations }: Report, names: Names): Section {
  const heading = 'Public summary of training content'
  const template = evaluations.find(({ framework }) => framework === TEMPLATE)
  if (!template) return { heading, blocks: [lines(['Was not looked for.'])] }
  const { requirements, edition } = template
  const none = requirements.every(({ answer }) => answer === 'not-applicable')
  const head: Line = none
    ? ['No summary was found. The exemption does not lift this duty: each section of the template is to be written.']
    : [`By the template of the Commission, ${edition}: whether a section is filled, not whether what it says is true.`]
  const rows = requirements.map(({ id, rule, answer, because, cited }): readonly Line[] => [
    [look('strong', names.requirement(id)?.citation ?? id)],
    [rule],
    [look(answer === 'met' ? 'good' : 'bad', none ? 'missing' : ANSWER_LABELS[answer])],
    none ? ['to be written'] : [`${because} `, ...placesOf(cited, 2)],
  ])
  return { heading, blocks: [lines(head), table(['section', 'asks', 'state', 'seen'], rows)] }
}

/** the framework of the exemption */
const LAW = 'eu-ai-act'

/**
 * A memo that counsel can check line by line and sign: what may be done, what binds, what to do and to ship, what
 * conflicts, what is unknown, and what the law of the Union makes of it.
 */
export function memoPage(report: Report, names: Names): Page {
  const law = report.evaluations.find(({ framework }) => framework === LAW)
  const of = (section: SectionOf, heading: string): readonly Section[] => {
    const told = section(report, names)
    return told === null ? [] : [{ ...told, heading }]
  }
  const unknown = [doubts, unread, questions].flatMap(section => section(report, names)?.blocks ?? [])
  return {
    subject: subjectOf(report),
    title: `Memorandum on the use of ${report.release.name}`,
    lead: [lines(...leadOf(report, names))],
    sections: [
      ...of(canI, 'May we use, sell, host and train with it?'),
      ...of(use, 'For the use that was stated'),
      ...of(models, 'Models'),
      ...of(limits, 'What restricts'),
      ...of(obligations, 'What we must do'),
      ...of(shipped, 'What goes with each copy'),
      ...of(lineage, 'What it is made from, and what conflicts'),
      ...titled('What is unknown', ...(unknown.length > 0 ? unknown : [lines(['Nothing that was seen.'])])),
      { heading: 'In the European Union', blocks: [lines(...lawOf(law, names))] },
      ...(law ? [...conditionsOf(law, names), missingSection(law)] : []),
      summarySection(report, names),
      ...of(signoffs, 'Signed off by people'),
      SIGNATURE,
    ],
    foot: footOf(report, names, [report.term.id]),
    original: originalsOf(report, names),
  }
}

/** Of what must be done, what goes with whoever gets a copy. */
const shipped: SectionOf = (report, names) => {
  const carried = report.obligations.filter(({ clause }) => names.carried(clause))
  const section = obligations({ ...report, obligations: carried }, names)
  return section && { ...section, blocks: [...section.blocks, lines(BUNDLE)] }
}
const BUNDLE: Line = [look('code', 'unwash bundle'), ' writes the files for it.']

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
    [`Read: ${release.places.join(', ')}${release.complete ? '' : '; not all files could be listed'}`],
  ]
}

/** Whether the exemption of the law of the Union applies, and what is said of that law. */
function lawOf(law: Evaluation | undefined, names: Names): readonly Line[] {
  const note = names.frameworkNote(LAW)
  const says = law ? (CONCLUSION_LABELS[law.conclusion] ?? law.conclusion) : 'was not assessed'
  return [
    ['Whether the exemption of Article 53(2) of Regulation (EU) 2024/1689 applies: ', look('strong', says)],
    ...(law ? [[`The law in its state of ${law.edition}`] as Line] : []),
    ...(note ? [[look('faint', note)] as Line] : []),
  ]
}

/** The conditions, group by group: what is asked, by which words, the answer, and where it is seen. */
function conditionsOf({ requirements }: Evaluation, names: Names): readonly Section[] {
  const groups = new Map<string, Requirement[]>()
  for (const one of requirements) {
    const group = names.requirement(one.id)?.group ?? 'conditions'
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  return [...groups].map(([group, all]) => ({
    heading: capital(group.replaceAll('-', ' ')),
    blocks: [list(all.map(one => conditionOf(one, names)))],
  }))
}

function conditionOf({ id, rule, answer, because, cited }: Requirement, names: Names): readonly [Line, ...Line[]] {
  const law = names.requirement(id)?.citation
  const how = answer === 'met' ? 'good' : answer === 'unmet' ? 'bad' : 'ask'
  return [
    [look('strong', id), `: ${rule}`],
    [look(how, ANSWER_LABELS[answer]), `: ${because} `, ...placesOf(cited, 5)],
    ...(law ? [[look('faint', law)] as Line] : []),
  ]
}

/** What keeps the conclusion from being met, in the order of the conditions. */
function missingSection({ requirements }: Evaluation): Section {
  const open = requirements.filter(({ answer }) => answer !== 'met' && answer !== 'not-applicable')
  const items = open.map(({ id, answer, because }): readonly [Line] => [
    [look('strong', id), `: ${ANSWER_LABELS[answer]}: ${because}`],
  ])
  const heading = 'What is missing, or for a person to decide'
  return { heading, blocks: [items.length > 0 ? list(items) : lines(['Nothing.'])] }
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
  (report, { names }) => [memoPage(report, names)],
  (title, { release }) => `${release.name}: ${title}`,
)

/**
 * A memo for counsel to check and to sign, as Markdown.
 */
export const memo: Reporter = { ...markdown, id: 'memo', extension: 'memo.md' }

/** The same as a page to print. */
export const memoHtml: Reporter = { ...html, id: 'memo-html', extension: 'memo.html' }
