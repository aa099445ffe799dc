import { setPage as setHtml } from './html/body.tsx'
import { setDocument } from './html/index.ts'
import { setPage as setMarkdown } from './markdown/index.ts'
import type { Page } from './page.ts'
import type { RenderOptions, Reporter, ReporterOf } from './reporter.ts'
import { setPage } from './terminal/index.ts'

/**
 * The usual ways to show something that has a page for a reader, or several; each kind of report offers those of use
 * for it.
 * @param titled the name of a document that holds it
 */
export function waysOf<T extends object, O extends RenderOptions = RenderOptions>(
  pagesOf: (what: T, options: O) => readonly Page[],
  titled = (title: string, _: T, __: O): string => title,
) {
  const way = (id: string, extension: string, render: ReporterOf<T, O>['render']): ReporterOf<T, O> => ({
    id,
    extension,
    render,
  })
  return {
    terminal: way('terminal', 'txt', (what, options) =>
      pagesOf(what, options)
        .map(page => setPage(page, options.width, options.paint))
        .join('\n'),
    ),
    markdown: way('markdown', 'md', (what, options) => pagesOf(what, options).map(setMarkdown).join('\n')),
    html: way('html', 'html', (what, options) => {
      const pages = pagesOf(what, options)
      return setDocument(
        titled(pages[0]?.title ?? '', what, options),
        pages.map((page, at) => setHtml(page, at)).join('\n'),
      )
    }),
    json: way('json', 'json', inJson),
  }
}

/** controls that JSON leaves as they are and a terminal may act on (U+009B begins a sequence), and reordering marks */
const UNSAFE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** The report itself, as `unwash/report.schema.json` describes it. */
export const json: Reporter = {
  id: 'json',
  extension: 'json',
  render(report) {
    return inJson(report)
  },
}

/** A value as JSON that can be shown in a terminal. */
export function inJson(value: object): string {
  const text = JSON.stringify(value, null, 2)
  return `${text.replace(UNSAFE, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}
