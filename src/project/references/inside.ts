import { parseJson } from '../../json.ts'
import type { CodeLanguage, CodeLanguages } from '../../knowledge/code-languages.ts'
import type { CodeFile } from './find.ts'
import { languageNamed } from './languages.ts'
import { treeOf } from './lexed/context.ts'
import { lex, type Token } from './lexed/lexer.ts'

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
        fence = {
          mark,
          indent: space.length,
          language: languageNamed(/^[\s{.]*([\w+#-]*)/.exec(info)?.[1] ?? '', languages),
        }
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

const KINDS = ['code', 'commands', 'settings'] as const

/** What is in a notebook by its kind, each text with as many lines, and the line of the file behind each of these. */
export type Notebook = Readonly<Record<(typeof KINDS)[number], string>> & { readonly lines: readonly number[] }

/** Takes the code out of a notebook; null where its JSON is broken or it is none. */
export function notebookIn(content: string): Notebook | null {
  try {
    parseJson(content)
  } catch {
    return null
  }
  const texts = { code: '', commands: '', settings: '' }
  const lines: number[] = []
  for (const cell of cellsOf(content)) {
    // a source that is one text stands on one line of the file
    const lined = cell.flatMap(({ text, line: on }) => {
      const source: string = JSON.parse(`"${text}"`)
      return source.split(AFTER_BREAK).map(line => ({ line: line.replace(/\r?\n$/, ''), on }))
    })
    const first = lined[0]?.line ?? ''
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

const TEXTS: CodeLanguage = { id: 'json', endings: [], strings: [{ opens: '"', escape: '\\' }] }

/** The sources of the code cells, each a list of texts as they are spelled: of lines, or of one that has them all. */
function cellsOf(content: string): Token[][] {
  const { tokens, textAt, openOf, partnerOf } = treeOf(lex(content, TEXTS), TEXTS, '')
  return tokens.flatMap((_, at) => {
    if (textAt(at) !== 'cell_type' || textAt(at + 2) !== 'code') return []
    const open = openOf(at)
    for (let key = open + 1; key < partnerOf(open); key = Math.max(key, partnerOf(key)) + 1)
      if (/^(?:source|input)$/.test(textAt(key)) && textAt(key + 1) === ':')
        return [tokens.slice(key + 2, Math.max(key + 3, partnerOf(key + 2))).filter(({ is }) => is === 'text')]
    return []
  })
}
