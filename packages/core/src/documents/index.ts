import type { Text } from '../release/release.ts'
import { isProse } from '../text/markup.ts'
import { closedUp, plainLetters } from '../text/unicode.ts'
import type { Block, Document } from './document.ts'
import { readFrontMatter } from './front-matter.ts'
import { readHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { readTranscript } from './transcript.ts'

export type { Block, Document, Link } from './document.ts'
export { lineAt } from './document.ts'
export type { FrontMatter } from './front-matter.ts'

/** longer lines are data, not prose: they are cut before parsing, so that no line costs more than its share */
export const MAX_LINE = 20_000

/** a page made small has all of its text on one line */
const MAX_HTML_LINE = 4_000_000

/** What a text is written in; `text` has no marks: what is indented is no code. */
export type Markup = 'markdown' | 'html' | 'transcript' | 'text'

/**
 * Reads a card, README or page into blocks with lines. Markdown unless it is told, or its name says, HTML or a
 * transcript; plain text reads as Markdown.
 */
export function readDocument(text: Text, markup: Markup = markupOf(text)): Document {
  const lines = text.content.split('\n')
  const frontMatter = readFrontMatter(lines)
  const long = markup === 'html' ? MAX_HTML_LINE : MAX_LINE
  let cut: number | undefined
  const body = lines.map((line, index) => {
    const number = index + 1
    if (frontMatter && number >= frontMatter.line && number <= frontMatter.endLine) return ''
    const bare = line.endsWith('\r') ? line.slice(0, -1) : line
    if ((bare.length > long && isProse(bare.slice(long))) || isTooDeep(bare)) cut ??= number
    // a carriage return within a line would be taken for its end
    const read = plainLetters(closedUp(bare.slice(0, long).replaceAll('\r', ' ')))
    return markup === 'text' ? read.trimStart() : read
  })
  const blocks = READERS[markup](body)
  const notes = frontMatter?.notes ?? []
  return { path: text.path, text, lines, frontMatter, blocks, notes, ...(cut === undefined ? {} : { cut }) }
}

/** Whether a line begins with more quotes and lists, one in the other, than are read. */
const isTooDeep = (line: string): boolean => /^(?:[ \t]{0,4}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){20}/.test(line)

const READERS: Readonly<Record<Markup, (body: readonly string[]) => Block[]>> = {
  html: body => readHtml(body.join('\n'), 1),
  transcript: readTranscript,
  markdown: readMarkdown,
  text: readMarkdown,
}

function markupOf({ path, content }: Text): Markup {
  if (/\.(?:vtt|srt)$/i.test(path)) return 'transcript'
  return /\.html?$/i.test(path) || /^\s*<(!doctype html|html)/i.test(content.slice(0, 200)) ? 'html' : 'markdown'
}
