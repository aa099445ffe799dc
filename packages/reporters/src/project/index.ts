import type { ProjectReport } from '@unwash/core/report/project'
import type { Names } from '../names.ts'
import { lines, look, type Page } from '../page.ts'
import type { ProjectRenderOptions, ReportersOf } from '../reporter.ts'
import { footOf } from '../sections/lead.ts'
import { waysOf } from '../ways.ts'
import { count } from '../words/counts.ts'
import { cyclonedx, spdx } from './bom.ts'
import { comment } from './comment.ts'
import { sarif } from './sarif.ts'
import { parts } from './sections.ts'

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
