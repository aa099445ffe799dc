import type { GivenText } from './given.ts'

/** deeper into a file than this nobody's metadata block has been seen to begin */
const SEARCHED_LINES = 60

/**
 * Makes a text ready to be read: a web page, a card with its front matter, or plain text that may be data. The parsers
 * of these are loaded only for a text that needs them, since most licenses need none.
 */
export async function prepare(text: GivenText): Promise<GivenText> {
  const { path, content } = text
  if (isPage(path, content)) return { ...text, page: (await import('./page.ts')).plainPage(path, content) }
  if (text.as === 'prose' || mayHaveFrontMatter(content)) {
    const card = (await import('./card.ts')).openCard(path, content)
    if (text.as === 'prose' || card.document.frontMatter) return { ...text, card }
  }
  if (!mayBeData(content)) return text
  const data = (await import('./data.ts')).dataIn(content)
  return data ? { ...text, data } : text
}

/** Whether a text is a web page, by its name or by how it begins. */
function isPage(path: string, content: string): boolean {
  const start = content.slice(0, 1_000)
  return /^\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html|head|body)\b/i.test(start) || /\.html?$/i.test(path)
}

function mayHaveFrontMatter(content: string): boolean {
  let from = 0
  for (let line = 0; line < SEARCHED_LINES && from >= 0 && from <= content.length; line++) {
    const end = content.indexOf('\n', from)
    const words = content.slice(from, end < 0 ? undefined : end).trim()
    if (words === '---' || /^<!-{2,}\s*-{3}$/.test(words)) return true
    if (end < 0) return false
    from = end + 1
  }
  return false
}

/** this part of the lines of a YAML file are keys, items, comments or blank; prose has few of those */
const DATA_LINES = 0.9

function mayBeData(content: string): boolean {
  if (/^\s*[{[]/.test(content)) return true
  const lines = content.split('\n')
  const structured = lines.filter(line =>
    /^\s*(?:-\s|#|$)|^\s*(?:- )?['"]?[\w.-]{1,60}['"]?\s*:(?:\s|$)|^---/.test(line),
  )
  if (structured.length < lines.length * DATA_LINES) return false
  return lines.filter(line => /^[\w.-]{1,60}\s*:(?:\s|$)/.test(line)).length > 1
}
