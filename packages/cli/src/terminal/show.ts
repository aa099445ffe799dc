import type { Names } from '@unwash/reporters/names'
import type { Page } from '@unwash/reporters/page'
import type { RenderOptions, ReportersOf } from '@unwash/reporters/reporter'
import { setPage } from '@unwash/reporters/terminal/index'
import { paintFor } from './paint.ts'

/**
 * What is shown of something in the format asked for, as wide and as colored as standard output is; the usual one where
 * there is no such format.
 */
export function rendered<T, O extends RenderOptions>(
  reporters: ReportersOf<T, O>,
  format: string,
  what: T,
  options: Omit<O, keyof RenderOptions> & Partial<RenderOptions> & { readonly names: Names },
): string {
  const reporter = reporters.find(({ id }) => id === format) ?? reporters[0]
  const width = process.stdout.columns
  const terminal = { paint: paintFor(process.stdout, process.env), ...(width ? { width } : {}) }
  // what a kind of report is told beside what all are told is in the options
  return reporter.render(what, { ...terminal, ...options } as unknown as O)
}

/** A page as wide and as colored as standard output is. */
export const pageShown = (page: Page): string =>
  setPage(page, process.stdout.columns, paintFor(process.stdout, process.env))
