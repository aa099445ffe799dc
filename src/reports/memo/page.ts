import type { Evaluation, Report, Requirement } from '../../report.ts'
import { capital } from '../counts.ts'
import { ANSWER_LABELS } from '../labels.ts'
import type { Names } from '../names.ts'
import { type Block, type Line, lines, look, type Page, type Section } from '../page.ts'
import { placesOf } from '../places.ts'
import { footOf } from '../sections/foot.ts'
import { signoffs } from '../sections/lists.ts'
import { evidenceSection } from './evidence.ts'
import { summarySection } from './summary.ts'

/** the framework of the exemption */
const LAW = 'eu-ai-act'

/**
 * A memo that a provider's counsel can check line by line and sign: each condition of the exemption with its answer, the
 * evidence, what is missing, what is owed all the same, and the template of the summary of training content.
 */
export function memoPage(report: Report, names: Names): Page {
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
      `Read on ${readAsOf}, with the knowledge of ${unwash.knowledge}${law ? `; the law in its state of ${law.edition}` : ''}`,
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
    blocks: [{ kind: 'list', items: all.map(one => conditionOf(one, names)) } satisfies Block],
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
  return { heading, blocks: items.length > 0 ? [{ kind: 'list', items }] : [lines(['Nothing.'])] }
}

const SIGNATURE: Section = {
  heading: 'Signature',
  blocks: [
    lines(
      [
        'I have checked the conditions above against the evidence cited, and what is for a person to decide I have decided.',
      ],
      ['Name: ……………………………………………'],
      ['For: ……………………………………………'],
      ['Place and day: ……………………………………………'],
      ['Signature: ……………………………………………'],
    ),
  ],
}
