import type { Baseline, ProjectReport } from '@unwash/core/report/project'
import { plain } from '@unwash/core/text/foreign'
import type { Names } from '../names.ts'
import { lines, look, type Page } from '../page.ts'
import type { ProjectRenderOptions, ProjectReporter, ReportersOf } from '../reporter.ts'
import { type Result, type RuleText, setLog } from '../sarif/log.ts'
import { footOf } from '../sections/lead.ts'
import { waysOf } from '../ways.ts'
import { count } from '../words/counts.ts'
import { placeInWords } from '../words/places.ts'
import { cyclonedx, spdx } from './bom.ts'
import { parts } from './sections.ts'

const RULES: Readonly<Record<string, RuleText>> = {
  uses: { short: 'A model or data set is named here, with its terms' },
  untold: {
    short: 'Something is loaded here whose name cannot be told',
    help: 'Name it as a constant, or in unwash.yml.',
  },
  gate: { short: 'A gate is not met', help: 'Use something that meets the gate, or change the gate.' },
  conflict: { short: "Terms of what is used beside the project's own license" },
  duty: { short: 'A duty of what is used is not seen to be kept', help: 'Do what the duty asks, where it is due.' },
  claim: { short: 'A claim of the project on what it uses', help: 'Say what holds of what is used.' },
  change: { short: 'Terms changed since unwash.lock', help: 'Read the new terms, and lock them when they are fine.' },
}

/** For code scanning: every place that names a model, and what does not hold (SARIF 2.1.0). */
const sarif: ProjectReporter = {
  id: 'sarif',
  extension: 'sarif',
  render: (report, { names, before }) =>
    setLog(resultsOf(report, names), {
      version: report.unwash.version,
      rule: id => RULES[id] ?? { short: id },
      ...(before ? { before: resultsOf(before, names) } : {}),
    }),
}

function resultsOf(report: Baseline & Pick<ProjectReport, 'changes'>, names: Names): Result[] {
  return [
    ...report.breaches.map(
      ({ id, rule, says, cited }): Result => ({
        ruleId: 'gate',
        key: `${id} ${rule}`,
        kind: 'fail',
        level: 'error',
        text: `${id}, ${rule}: ${says}`,
        cited,
      }),
    ),
    ...report.used.flatMap(({ id, audited, references }) =>
      references.map(
        ({ cited }): Result => ({
          ruleId: 'uses',
          key: id,
          kind: 'informational',
          level: 'none',
          text:
            `${id}: ${names.term(audited.term)}, ` +
            `${audited.license === null ? 'license not known' : names.license(audited.license)}. ${audited.says}`,
          cited: cited.slice(0, 1),
        }),
      ),
    ),
    ...report.conflicts.map(
      ({ id, kind, because, cited }): Result => ({
        ruleId: 'conflict',
        key: `${id} ${kind}`,
        kind: 'review',
        level: 'none',
        text: because,
        cited,
      }),
    ),
    ...report.duties
      .filter(({ answer }) => answer !== 'met')
      .map(
        ({ id, clause, because, when, answer, cited }): Result => ({
          ruleId: 'duty',
          key: `${id} ${clause}`,
          kind: answer === 'unknown' ? 'open' : 'review',
          level: 'none',
          text: `${id}: ${because} Due when ${when}.`,
          cited,
        }),
      ),
    ...report.claims
      .filter(({ check }) => check !== 'supported')
      .map(
        ({ says, check, cited }): Result => ({
          ruleId: 'claim',
          key: says,
          kind: check === 'contradicted' ? 'fail' : 'open',
          level: check === 'contradicted' ? 'warning' : 'none',
          text: `“${says}”: ${check}`,
          cited,
        }),
      ),
    ...(report.changes ?? []).map(
      ({ id, kind, before, now }): Result => ({
        ruleId: 'change',
        key: `${id} ${kind}`,
        kind: 'review',
        level: 'none',
        text: `${id}: ${kind} was ${before ?? 'none'}, is ${now ?? 'none'}`,
        cited: [{ path: 'unwash.lock' }],
      }),
    ),
    ...report.untold.map(
      ({ says, via, cited }): Result => ({
        ruleId: 'untold',
        key: via,
        kind: 'open',
        level: 'none',
        text: `${via}: ${says}`,
        cited,
      }),
    ),
  ]
}

/** by which a comment is found again, to be written anew */
const MARKER = '<!-- unwash project -->'

/** rows shown: a comment is read beside code */
const ROWS_SHOWN = 20

/** A comment on a pull request: what fails, what stands in the baseline, what is used, what was not read. */
const comment: ProjectReporter = {
  id: 'comment',
  extension: 'md',
  render(report, { names }) {
    const fresh = report.breaches.filter(({ known }) => !known)
    const old = report.breaches.length - fresh.length
    const { used, untold, project } = report
    const models = used.filter(({ of }) => of === 'model')
    return [
      MARKER,
      `### unwash: ${fresh.length > 0 ? `${count(fresh.length, 'gate')} not met` : 'nothing new fails'}`,
      '',
      ...fresh
        .slice(0, ROWS_SHOWN)
        .map(
          ({ id, rule, says, instead }) =>
            `- **${cell(id)}**, ${cell(rule)}: ${cell(says)}${instead ? `<br>way out: ${cell(instead)}` : ''}`,
        ),
      ...(fresh.length > ROWS_SHOWN ? [`- and ${fresh.length - ROWS_SHOWN} more`] : []),
      ...(fresh.length > 0 ? [''] : []),
      ...(old > 0 ? [`${count(old, 'more', 'more')} ${old === 1 ? 'was' : 'were'} so in the baseline.`, ''] : []),
      `Uses ${count(models.length, 'model')} and ${count(used.length - models.length, 'data set')}; read ` +
        `${project.read} of ` +
        `${count(project.files, 'file')}${project.complete ? '' : ', and not all of its source'}.`,
      ...(untold.length > 0 ? [`The names of ${count(untold.length, 'more', 'more')} cannot be told.`] : []),
      '',
      ...tableOf(models, names),
    ].join('\n')
  },
}

function tableOf(models: ProjectReport['used'], names: Names): string[] {
  if (models.length === 0) return []
  return [
    '<details><summary>Models</summary>',
    '',
    '| model | term | license | how | place |',
    '|---|---|---|---|---|',
    ...models.slice(0, ROWS_SHOWN * 2).map(({ id, how, audited, references: [first] }) => {
      const license = audited.license === null ? 'not known' : names.license(audited.license)
      const place = first?.cited[0] ? placeInWords(first.cited[0]) : ''
      return `| ${[id, names.term(audited.term), license, how, place].map(cell).join(' | ')} |`
    }),
    ...(models.length > ROWS_SHOWN * 2 ? ['', `and ${models.length - ROWS_SHOWN * 2} more`] : []),
    '',
    '</details>',
    '',
  ]
}

/** Foreign words as words: no markup, no end of a cell, nobody called. */
const cell = (text: string) =>
  plain(text)
    .replaceAll(/[\\`*_[\]<>|#~]/g, '\\$&')
    .replaceAll(/@(?=\w)/g, '@\u200B')
    .replaceAll(/\s+/g, ' ')

const { terminal, json, markdown } = waysOf<ProjectReport, ProjectRenderOptions>((report, { names }) => [
  pageOf(report, names),
])

/** The ways to show what a project uses; the first is the usual one. */
export const projectReporters: ReportersOf<ProjectReport, ProjectRenderOptions> = [
  terminal,
  json,
  markdown,
  comment,
  sarif,
  cyclonedx,
  spdx,
]

function pageOf(report: ProjectReport, names: Names): Page {
  const { project, used, untold } = report
  const models = used.filter(({ of }) => of === 'model').length
  const sets = used.length - models
  const license = project.licenses[0]
  return {
    subject: [
      look('strong', project.name),
      look('faint', `, ${count(project.files, 'file')}, read as of ${report.readAsOf}`),
      ...(project.complete ? [] : [look('ask', ' (not all of it was read)')]),
    ],
    title: `Uses ${count(models, 'model')} and ${count(sets, 'data set')}`,
    lead: [
      lines(
        license
          ? ['Its own license: ', look('strong', license.name)]
          : ['No license of its own was found at its root.'],
        ...(untold.length > 0
          ? [[`In ${count(untold.length, 'more place')} something is loaded whose name cannot be told.`]]
          : []),
      ),
    ],
    sections: parts.flatMap(part => part(report, names) ?? []),
    foot: footOf(
      report,
      names,
      used.map(({ audited }) => audited.term),
    ),
  }
}
