import { badge } from './badge.ts'
import { card } from './card.ts'
import { cyclonedx } from './cyclonedx/index.ts'
import { html } from './html/index.ts'
import { markdown } from './markdown/index.ts'
import { memo, memoHtml } from './memo/index.ts'
import { mot } from './mot.ts'
import type { Reporter } from './reporter.ts'
import { sarif } from './sarif/index.ts'
import { spdx } from './spdx/index.ts'
import { terminal } from './terminal/index.ts'
import { json } from './ways.ts'

export { knownNames, type Names } from './names.ts'
export type { RenderOptions, Reporter } from './reporter.ts'

/** The ways to show a report; the first is the usual one. */
export const reporters: readonly [Reporter, ...Reporter[]] = [
  terminal,
  json,
  markdown,
  html,
  sarif,
  cyclonedx,
  spdx,
  mot,
  memo,
  memoHtml,
  badge,
  card,
]
