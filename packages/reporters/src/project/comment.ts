import type { ProjectReport } from '@unwash/core/report/project'
import { plain } from '@unwash/core/text/foreign'
import type { Names } from '../names.ts'
import type { ProjectReporter } from '../reporter.ts'
import { count } from '../words/counts.ts'
import { placeInWords } from '../words/places.ts'

/** by which a comment is found again, to be written anew */
const MARKER = '<!-- unwash project -->'

/** rows shown: a comment is read beside code */
const ROWS_SHOWN = 20

/** A comment on a pull request: what fails, what stands in the baseline, what is used, what was not read. */
export const comment: ProjectReporter = {
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
