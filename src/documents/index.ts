import type { Text } from '../sources/release.ts'
import type { Document } from './document.ts'
import { readFrontMatter } from './front-matter.ts'
import { readHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { readTranscript } from './transcript.ts'

export type { Block, Document, Link } from './document.ts'
export { lineAt } from './document.ts'
export type { FrontMatter } from './front-matter.ts'
export { readFrontMatter } from './front-matter.ts'

/** longer lines than this are data, not prose: they are cut before parsing, so that no line costs more than its share */
const MAX_LINE = 20_000

/** Reads a card, README or page into blocks with lines. Markdown unless its name says HTML or a transcript; plain text reads as Markdown. */
export function readDocument(text: Text): Document {
  const lines = text.content.split('\n')
  const frontMatter = readFrontMatter(lines)
  const body = lines.map((line, index) => {
    const number = index + 1
    if (frontMatter && number >= frontMatter.line && number <= frontMatter.endLine) return ''
    const bare = line.endsWith('\r') ? line.slice(0, -1) : line
    // a carriage return within a line would be taken for its end
    return bare.slice(0, MAX_LINE).replaceAll('\r', ' ')
  })
  const html = /\.html?$/i.test(text.path) || /^\s*<(!doctype html|html)/i.test(text.content.slice(0, 200))
  const blocks = /\.(?:vtt|srt)$/i.test(text.path)
    ? readTranscript(body)
    : html
      ? readHtml(body.join('\n'), 1)
      : readMarkdown(body)
  return { path: text.path, text, lines, frontMatter, blocks, notes: frontMatter?.notes ?? [] }
}
