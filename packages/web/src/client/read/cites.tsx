import type { Citation } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { placeInWords } from '@unwash/reporters/words/places'
import type { ComponentChildren } from 'preact'
import { Sources } from '../../pages/setting.ts'
import { lineId, type ReadText } from '../marked/text.tsx'
import type { Mark } from './marks.ts'

/** What is cited stands in the texts that were given: at a mark where one is of the same words, else at its line. */
export function Given(props: { texts: readonly ReadText[]; marks: readonly Mark[]; children: ComponentChildren }) {
  const { texts, marks, children } = props
  const text = (path: string) => texts.find(one => one.path === path)?.content ?? null
  const here = (cited: Citation) => {
    const at = 'path' in cited && cited.place === undefined ? texts.findIndex(({ path }) => path === cited.path) : -1
    if (at < 0 || !('quote' in cited)) return null
    const { path, line, endLine, page } = cited
    const mark = marks.findIndex(one => one.cited.some(other => placeInWords(other) === placeInWords(cited)))
    const where = page === undefined ? `line${endLine > line ? 's' : ''} ${spanOf(cited)}` : `page ${page}`
    return {
      href: mark < 0 ? `#${lineId(at, line)}` : `#mark-${mark + 1}`,
      words: texts.length > 1 ? `${plain(path)}, ${where}` : where,
    }
  }
  return <Sources value={{ release: '', has: path => text(path) !== null, text, here }}>{children}</Sources>
}

const spanOf = ({ line, endLine }: { readonly line: number; readonly endLine: number }) =>
  endLine > line ? `${line}–${endLine}` : String(line)
