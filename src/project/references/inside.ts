import { parseJson } from '../../json.ts'
import type { CodeLanguage, CodeLanguages } from '../../knowledge/code-languages.ts'
import { once } from '../../once.ts'
import type { CodeFile } from './find.ts'

/** Whether a file is Markdown, whose examples are read where that is asked for. */
export const isMarkdown = (path: string): boolean => /\.(?:md|mdx|markdown)$/i.test(path)

/** The code between the fences of a Markdown file: one text for each language, with every line where it is in the file. */
export function fencesOf({ path, content }: CodeFile, languages: CodeLanguages): CodeFile[] {
  const lines = content.split('\n')
  const texts = new Map<CodeLanguage, string[]>()
  let fence: { readonly mark: string; readonly indent: number; readonly language: CodeLanguage | null } | null = null
  for (const [at, line] of lines.entries()) {
    const [, space = '', mark = '', info = ''] = /^([ \t]{0,40})(`{3,40}|~{3,40})(.{0,200})$/.exec(line.trimEnd()) ?? []
    if (fence === null) {
      // a word in backticks is no fence
      if (mark !== '' && !(mark.startsWith('`') && info.includes('`')))
        fence = { mark, indent: space.length, language: languageNamed(info, languages) }
    } else if (mark.startsWith(fence.mark) && info.trim() === '') fence = null
    else if (fence.language) {
      const text = texts.get(fence.language) ?? lines.map(() => '')
      texts.set(fence.language, text)
      text[at] = line.slice(Math.min(fence.indent, line.length - line.trimStart().length))
    }
  }
  return [...texts].map(([language, text]) => ({ path: insideOf(path, language), content: text.join('\n') }))
}

/** between the path of a Markdown file and the name that stands for its code in a language */
const INSIDE = '\0/'
const insideOf = (path: string, { endings: [ending], names: [name] = [] }: CodeLanguage) =>
  `${path}${INSIDE}${ending === undefined ? name : `fences.${ending}`}`

/** The file that code between fences is of; the path itself for every other. */
export const withoutFence = (path: string): string => path.split(INSIDE, 1)[0] ?? path

export const isInFence = (path: string): boolean => path.includes(INSIDE)

/** The language that stands behind a fence; where none does, it is what one types into a shell. */
function languageNamed(info: string, languages: CodeLanguages): CodeLanguage | null {
  const word = /^[\s{.]*([\w+#-]*)/.exec(info)?.[1]?.toLowerCase() ?? ''
  return wordsOf(languages).get(word === '' ? 'shell' : word) ?? null
}

const wordsOf = once(({ languages }: CodeLanguages): ReadonlyMap<string, CodeLanguage> => {
  const words = new Map<string, CodeLanguage>()
  for (const language of languages) {
    const { id, name = id, endings, called = [], names = [] } = language
    for (const word of [id, name, ...called, ...endings, ...names].map(one => one.toLowerCase()))
      if (!words.has(word)) words.set(word, language)
  }
  return words
})

const KINDS = ['code', 'commands', 'settings'] as const

/** What is in a notebook by its kind, each text with as many lines, and the line of the file behind each of these. */
export type Notebook = Readonly<Record<(typeof KINDS)[number], string>> & { readonly lines: readonly number[] }

/** Takes the code out of a notebook; null where its JSON is broken or it is none. */
export function notebookIn(content: string): Notebook | null {
  const cells = cellsOf(content)
  if (!cells) return null
  const texts = { code: '', commands: '', settings: '' }
  const lines: number[] = []
  const place = placer(content)
  for (const source of cells) {
    // a source that is one text stands on one line of the file
    const lined = source.flatMap(text => {
      const on = place(text)
      return text.split(AFTER_BREAK).map(line => ({ line: line.replace(/\r?\n$/, ''), on }))
    })
    const [{ line: first } = { line: '' }] = lined
    const kind = IS_SCRIPT.test(first) ? 'commands' : WRITES_SETTINGS.test(first) ? 'settings' : 'code'
    for (const { line, on } of lined) {
      lines.push(on)
      const own = kind === 'code' && /^\s*[!%]/.test(line) ? 'commands' : kind
      for (const one of KINDS) texts[one] += one === own ? `${line}\n` : '\n'
    }
  }
  return { ...texts, lines }
}

const IS_SCRIPT = /^\s*%%(?:bash|sh|script)/
/** `%%writefile serving.properties` */
const WRITES_SETTINGS = /^\s*%%(?:writefile|file)\s.{0,200}\.(?:properties|ya?ml|json|toml|ini|env|cfg)\s*$/i

/** Lines with their ends; no text is one line, too. */
const AFTER_BREAK = /(?<=\n)/

/** The sources of the code cells, each a list of texts: of lines, or of one that has them all. */
function cellsOf(content: string): readonly (readonly string[])[] | null {
  let parsed: unknown
  try {
    parsed = parseJson(content)
  } catch {
    return null
  }
  const has = <K extends string>(value: unknown, key: K): value is Record<K, unknown> =>
    typeof value === 'object' && value !== null && key in value
  const sheets = has(parsed, 'worksheets') && Array.isArray(parsed.worksheets) ? parsed.worksheets : [parsed]
  const cells: string[][] = []
  for (const sheet of sheets) {
    if (!has(sheet, 'cells') || !Array.isArray(sheet.cells)) continue
    for (const cell of sheet.cells) {
      if (!has(cell, 'cell_type') || cell.cell_type !== 'code') continue
      const source = has(cell, 'source') ? cell.source : has(cell, 'input') ? cell.input : []
      const text = Array.isArray(source)
        ? source.filter(line => typeof line === 'string')
        : typeof source === 'string'
          ? [source]
          : []
      cells.push(text)
    }
  }
  return cells
}

/** Finds the line of the file on which each text stands; they are asked in order. Each is a string of the JSON there. */
function placer(content: string): (text: string) => number {
  let at = 0
  let line = 1
  let counted = 0
  return text => {
    for (let from = content.indexOf('"', at); from >= 0; from = content.indexOf('"', at)) {
      at = endOfString(content, from)
      if (!isSpelled(text, content.slice(from, at))) continue
      for (let next = content.indexOf('\n', counted); next >= 0 && next < from; next = content.indexOf('\n', counted)) {
        line += 1
        counted = next + 1
      }
      return line
    }
    at = content.length
    return line
  }
}

/** Behind the quote that ends a string: one that no odd number of backslashes stands before. */
function endOfString(content: string, from: number): number {
  for (let at = content.indexOf('"', from + 1); at >= 0; at = content.indexOf('"', at + 1)) {
    let before = at
    while (content[before - 1] === '\\') before -= 1
    if ((at - before) % 2 === 0) return at + 1
  }
  return content.length
}

/** Whether a string of JSON spells a text; writers differ in what they escape. */
function isSpelled(text: string, spelled: string): boolean {
  if (spelled.length < text.length + 2 || spelled.length > 6 * text.length + 2) return false
  try {
    return JSON.parse(spelled) === text
  } catch {
    return false
  }
}
