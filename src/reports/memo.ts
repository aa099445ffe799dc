import type { Citation, Evaluation, Report, Requirement } from '../report.ts'
import type { Names } from './names.ts'
import { holding, type Line, lines, list, look, type Page, type Section, table } from './page.ts'
import type { Reporter } from './reporter.ts'
import { footOf } from './sections/lead.ts'
import { signoffs } from './sections/lists.ts'
import { waysOf } from './ways.ts'
import { capital } from './words/counts.ts'
import { ANSWER_LABELS } from './words/labels.ts'
import { placeOf, placesOf } from './words/places.ts'
import { citedWords } from './words/quoted.ts'

/** places shown; the rest is counted */
const SHOWN = 200

/** Every place that the conditions rest on, once, with the words that stand there. */
function evidenceSection({ release }: Report, law: Evaluation | undefined): Section {
  const cited = (law?.requirements ?? []).flatMap(({ id, cited }) => cited.map(citation => ({ id, citation })))
  const places = new Map<string, { readonly citation: Citation; readonly ids: Set<string> }>()
  for (const { id, citation } of cited) {
    const place = placeOf(citation)
    const known = places.get(place) ?? { citation, ids: new Set() }
    known.ids.add(id)
    places.set(place, known)
  }
  const items = [...places].slice(0, SHOWN).map(([place, { citation, ids }]): readonly [Line, ...Line[]] => {
    const words = wordsOf(citation)
    const first: Line = [{ text: place, look: 'place', cited: citation }, `: ${[...ids].join(', ')}`]
    return words === null ? [first] : [first, [`“${words}”`]]
  })
  const more = places.size - items.length
  const at = release.revision ? `, at ${release.revision}` : ''
  return {
    heading: 'Evidence',
    blocks: holding(
      lines([look('faint', `Paths and lines are those of ${release.places[0] ?? release.name}${at}.`)]),
      list(items),
      lines(...(more > 0 ? [[`and ${more} more places`]] : [])),
    ),
  }
}

const wordsOf = (cited: Citation): string | null => ('fact' in cited ? cited.fact : citedWords(cited))

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
 * A memo that a provider's counsel can check line by line and sign: each condition of the exemption with its answer,
 * the
 * evidence, what is missing, what is owed all the same, and the template of the summary of training content.
 */
function memoPage(report: Report, names: Names): Page {
  const law = report.evaluations.find(({ framework }) => framework === LAW)
  const signed = signoffs(report, names)
  return {
    subject: subjectOf(report),
    title: 'Memorandum on Article 53(2) of Regulation (EU) 2024/1689',
    lead: [lines(...leadOf(report, law, names))],
    sections: [
      ...(law ? conditionsOf(law, names) : []),
      ...(law ? [missingSection(law)] : []),
      summarySection(report, names),
      ...(signed ? [signed] : []),
      evidenceSection(report, law),
      SIGNATURE,
    ],
    foot: footOf(report, names, [report.term.id]),
  }
}

function subjectOf({ release }: Report): Line {
  const revision = release.revision ? [' at ', look('code', release.revision)] : []
  return [look('strong', release.publisher ? `${release.publisher}/${release.name}` : release.name), ...revision]
}

function leadOf(report: Report, law: Evaluation | undefined, names: Names): readonly Line[] {
  const { release, about, readAsOf, unwash } = report
  const note = names.frameworkNote(LAW)
  const conclusion = law?.conclusion as keyof typeof ANSWER_LABELS | undefined
  const says = conclusion ? (ANSWER_LABELS[conclusion] ?? conclusion) : 'was not assessed'
  return [
    ['Whether the exemption applies: ', look('strong', says)],
    [
      `Read on ${readAsOf}, with the knowledge of ` +
        `${unwash.knowledge}${law ? `; the law in its state of ${law.edition}` : ''}`,
    ],
    ...(about?.published ? [[`Published on ${about.published}`] as Line] : []),
    [`Read: ${release.places.join(', ')}${release.complete ? '' : '; not all files could be listed'}`],
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
 * A memo on the exemption of Article 53(2) of the AI Act, for the provider's counsel to check and to sign: as Markdown.
 */
export const memo: Reporter = { ...markdown, id: 'memo', extension: 'memo.md' }

/** The same as a page to print. */
export const memoHtml: Reporter = { ...html, id: 'memo-html', extension: 'memo.html' }
