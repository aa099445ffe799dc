import type { ReleaseDiff } from '../../changes/compare.ts'
import type { ReportersOf } from '../reporter.ts'
import { waysOf } from '../ways.ts'
import { changesPage } from './page.ts'

const { terminal, markdown, json } = waysOf<ReleaseDiff>((diff, { names }) => [changesPage(diff, names)])

/** The ways to show what changed; the first is the usual one. */
export const changesReporters: ReportersOf<ReleaseDiff> = [terminal, markdown, json]
