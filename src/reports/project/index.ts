import type { ProjectReport } from '../../project/report.ts'
import { count } from '../counts.ts'
import { inJson } from '../json.ts'
import { setPage as setMarkdown } from '../markdown/index.ts'
import type { Names } from '../names.ts'
import { lines, look, type Page } from '../page.ts'
import { setPage } from '../terminal/index.ts'
import { comment } from './comment.ts'
import { cyclonedx } from './cyclonedx.ts'
import type { ProjectReporter } from './reporter.ts'
import { sarif } from './sarif.ts'
import { parts } from './sections.ts'

const terminal: ProjectReporter = {
  id: 'terminal',
  extension: 'txt',
  render: (report, { names, width, paint }) => setPage(pageOf(report, names), width, paint),
}

const markdown: ProjectReporter = {
  id: 'markdown',
  extension: 'md',
  render: (report, { names }) => setMarkdown(pageOf(report, names)),
}

const json: ProjectReporter = { id: 'json', extension: 'json', render: report => inJson(report) }

/** The ways to show what a project uses; the first is the usual one. */
export const projectReporters: readonly [ProjectReporter, ...ProjectReporter[]] = [
  terminal,
  json,
  markdown,
  comment,
  sarif,
  cyclonedx,
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
    foot: [
      ...(used.some(({ audited }) => names.own(audited.term)) ? [[look('faint', "* a word of unwash's own")]] : []),
      [look('faint', `unwash ${report.unwash.version}, knowledge of ${report.unwash.knowledge}. Not legal advice.`)],
    ],
  }
}
