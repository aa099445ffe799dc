import type { Report } from '../../report.ts'
import { inJson } from '../json.ts'
import type { ReportersOf } from '../reporter.ts'
import { waysOf } from '../ways.ts'
import { comparisonPage } from './page.ts'

const { terminal, markdown, html, json } = waysOf<readonly Report[]>((reports, { names }) => [
  comparisonPage(reports, names),
])

/** The ways to show several releases side by side; the first is the usual one. */
export const comparisonReporters: ReportersOf<readonly Report[]> = [
  terminal,
  markdown,
  html,
  { ...json, render: reports => inJson({ schemaVersion: 1, reports }) },
]
