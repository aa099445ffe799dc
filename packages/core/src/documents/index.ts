import MarkdownIt, { type Token } from 'markdown-it'
import type { Text } from '../release/release.ts'
import { isProse, wordsOfTag } from '../text/markup.ts'
import { closedUp, plainLetters } from '../text/unicode.ts'
import { BlockBuilder } from './builder.ts'
import type { Block, Document } from './document.ts'
import { readFrontMatter } from './front-matter.ts'
import { readHtml } from './html.ts'

const parser = new MarkdownIt({ html: true, linkify: false })
/** a card nested deeper than this was made to be nested; markdown-it's own default is 100 */
parser.set({ maxNesting: 60 })

const HOST = /https?:\/\/[a-z\d-]{1,60}(?:\.[a-z\d-]{1,60}){1,3}/.source
const STEPS = /[\w./~+=&,;:!$*'()-]{0,500}/.source
const FILE_BESIDE = /(?:\.{1,2}\/)?[\w-][\w.-]{0,100}(?:\/[\w.-]{1,100}){0,20}/.source
/** addresses that are normal already, as nearly all are: of a host, of a place beside the text, of a heading in it */
const NORMAL = new RegExp(`^(?:${HOST}(?:\\/${STEPS})?(?:\\?${STEPS})?|${FILE_BESIDE})?(?:#[\\w.-]{0,200})?$`, 'i')
const normalized = parser.normalizeLink.bind(parser)
/** What makes an address normal takes a quarter of the time of reading a card. */
parser.normalizeLink = url => (NORMAL.test(url) ? url : normalized(url))

/** Reads Markdown into blocks; `lines` are raw, and a metadata block among them must have been blanked. */
function readMarkdown(lines: readonly string[]): Block[] {
  const builder = new BlockBuilder()
  const tokens = parser.parse(lines.map(asItem).join('\n'), {})
  let lists = 0
  let lead: string | undefined
  let kind: Block['kind'] = 'paragraph'
  let level = 2
  let row = 0
  for (const token of tokens) {
    const line = (token.map?.[0] ?? row) + 1
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open':
        if (lists === 0) lead = introducing(builder)
        lists++
        break
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists--
        break
      case 'heading_open':
        kind = 'heading'
        level = Number(token.tag.slice(1))
        break
      case 'paragraph_open':
        kind = lists > 0 ? 'item' : 'paragraph'
        break
      case 'table_open':
        builder.table()
        break
      case 'tr_open':
        row = token.map?.[0] ?? row
        builder.begin('row', row + 1)
        break
      case 'th_open':
      case 'td_open':
        builder.cell(token.type === 'th_open')
        kind = 'row'
        break
      case 'tr_close':
        builder.end()
        kind = 'paragraph'
        break
      case 'inline':
        if (kind !== 'row')
          builder.begin(kind, line, {
            level: kind === 'item' ? lists : level,
            ...(kind === 'item' && lead ? { lead } : {}),
          })
        readInline(token, kind === 'row' ? row + 1 : line, builder)
        if (kind !== 'row') builder.end()
        break
      case 'fence':
      case 'code_block':
        readCode(token, line, lines, builder)
        break
      case 'html_block':
        readHtml(token.content, line, builder)
        // an end without its beginning, which stood in a stretch before
        if (DETAILS_END.test(token.content)) builder.endDetails()
        break
    }
  }
  return builder.finish()
}

/** what could be folded out ends, and nothing else begins */
const DETAILS_END = /<\/details\s*>(?![\s\S]*<details)/i

/** a note at the foot of a page: without spaces it would be taken for the address that a link is called by */
const NOTE = /^ {0,3}\[\^[^\]\s]{1,40}\]:/
/** Notes are read as items of a list. */
const asItem = (line: string): string => (NOTE.test(line) ? line.replace(NOTE, '- ') : line)

/** The paragraph before a list, when it introduces it. */
function introducing(builder: BlockBuilder): string | undefined {
  const last = builder.blocks.at(-1)
  return last?.kind === 'paragraph' && /[:：]$/.test(last.text) ? last.text : undefined
}

function readCode(token: Token, line: number, lines: readonly string[], builder: BlockBuilder): void {
  const first = token.type === 'fence' ? line + 1 : line
  builder.begin('code', first)
  token.content.split('\n').forEach((piece, index) => {
    if (index > 0) builder.space()
    builder.text(piece, Math.min(first + index, lines.length))
  })
  builder.end()
}

function readInline(token: Token, line: number, builder: BlockBuilder): void {
  let at = line
  const open: { url: string; start: number; line: number }[] = []
  const begin = (url: string) => open.push({ url, start: builder.offset(), line: at })
  const close = () => {
    const link = open.pop()
    if (link) builder.link(link.url, link.start, link.line)
  }
  for (const child of token.children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') {
      at++
      builder.space()
    } else if (child.type === 'text' || child.type === 'code_inline') builder.text(child.content, at)
    else if (child.type === 'image') builder.image(child.content, String(child.attrGet('src') ?? ''), at)
    else if (child.type === 'link_open') begin(String(child.attrGet('href') ?? ''))
    else if (child.type === 'link_close') close()
    else if (child.type === 'html_inline') {
      const href = attribute(child.content, 'href')
      const src = attribute(child.content, 'src')
      if (/^<a\b/i.test(child.content) && href) begin(href)
      else if (/^<\/a/i.test(child.content)) close()
      else if (/^<img\b/i.test(child.content) && src) builder.image(attribute(child.content, 'alt') ?? '', src, at)
      else if (/^<br/i.test(child.content)) builder.space()
      const words = /^<!|^<img\b/i.test(child.content) ? '' : wordsOfTag(child.content)
      if (isProse(words)) builder.text(` ${words.replace(/\s+/g, ' ')} `, at)
      // a tag or a comment may itself be broken over lines
      for (const _ of child.content.matchAll(/\n/g)) at++
    }
  }
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\\s>"']{1,2000}))`, 'i').exec(
    tag,
  )
  return found?.[1] ?? found?.[2] ?? found?.[3]
}

const TIMES = /^\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s+-->/
/** marks within a cue: voices, italics, times of single words */
const MARKS = /<\/?(?:v|c|i|b|u|lang|ruby|rt|font)\b[^<>]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^{}]{0,40}\}/gi
const VOICE = /^\s*<v(?:\.[^\s<>]{1,40})?\s+([^<>]{1,80})>/i
/** who speaks next in front of what is said: a name and a colon */
const CHANGE = /^\s*(?:-\s|>>)/
/** cues without a full stop that are still taken for one paragraph; recognized speech often has none */
const MOST_CUES = 12

/** Reads a WebVTT or SubRip transcript: cues that go on within a sentence become one paragraph, each line its own. */
function readTranscript(lines: readonly string[]): Block[] {
  const builder = new BlockBuilder()
  let cues = 0
  let speaker = ''
  let inCue = false
  let skipping = false
  for (const [index, raw] of lines.entries()) {
    const text = raw.trim()
    if (text === '') {
      inCue = false
      skipping = false
      continue
    }
    if (/^(?:NOTE|STYLE|REGION)\b/.test(text) && !inCue) skipping = true
    if (skipping || /^\uFEFF?WEBVTT\b/.test(text)) continue
    if (TIMES.test(text)) {
      inCue = true
      cues++
      continue
    }
    // the number or name of a cue stands before its times
    if (!inCue) continue
    const voice = VOICE.exec(text)?.[1] ?? speaker
    if (cues > MOST_CUES || voice !== speaker || CHANGE.test(text)) {
      builder.begin('paragraph', index + 1)
      cues = 1
    }
    speaker = voice
    const said = text.replace(MARKS, '').replace(CHANGE, '')
    builder.text(`${said} `, index + 1)
    if (/[.!?。！？]["”»」]?\s*$/.test(said)) {
      builder.end()
      cues = 0
    }
  }
  return builder.finish()
}

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
