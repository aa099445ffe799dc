import type { CodeLanguage, CodeLanguages } from '@unwash/core/knowledge/code-languages'
import { once } from '@unwash/core/once'
import type { Note } from '@unwash/core/report/report'
import { parseJson } from '@unwash/core/text/json'
import { treeOf } from './lexed/context.ts'
import { type CodeToken, lex } from './lexed/lexer.ts'

/** A file of a code base whose text was read. */
export interface CodeFile {
  readonly path: string
  readonly content: string
}

/** The language of a file by its name; null for what is no source, for records of tools and for translations. */
export function codeLanguageOf(path: string, languages: CodeLanguages): CodeLanguage | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const { names, endings, records, folders } = languagesByEnding(languages)
  if (records.test(name) || (/\.(?:json5?|ya?ml|properties|po|toml)$/.test(name) && has(path, folders.translations)))
    return null
  const whole = names.get(name) ?? names.get(name.split(/(?<!^)[.-]/, 1)[0] ?? '')
  if (whole && (whole.names?.includes(name) || whole.begins?.some(begin => name.startsWith(begin)))) return whole
  const dot = name.lastIndexOf('.')
  return dot < 0 ? null : (endings.get(name.slice(dot + 1).toLowerCase()) ?? null)
}

/** The language that is meant by a word; where none stands, it is what one types into a shell. */
const languageNamed = (word: string, languages: CodeLanguages): CodeLanguage | null =>
  languagesByEnding(languages).words.get(word.toLowerCase() || 'shell') ?? null

const languagesByEnding = once(({ languages, folders, records }: CodeLanguages) => {
  const names = new Map<string, CodeLanguage>()
  const endings = new Map<string, CodeLanguage>()
  const words = new Map<string, CodeLanguage>()
  for (const entry of languages) {
    const language: CodeLanguage = { ...languages.find(({ id }) => id === entry.like), ...entry }
    const { id, name = id, called = [], names: own = [], begins = [] } = language
    for (const one of [...own, ...begins]) names.set(one, language)
    for (const ending of entry.endings) endings.set(ending, language)
    for (const word of [id, name, ...called, ...entry.endings, ...own].map(one => one.toLowerCase()))
      if (!words.has(word)) words.set(word, language)
  }
  return {
    names,
    endings,
    words,
    records: new RegExp(
      `^(?:${records.join('|')})[\\w.-]*\\.(?:json|ya?ml)$|\\.(?:(?:min|bundle)\\.js|map|lock|sum|d\\.[mc]?ts)$`,
      'i',
    ),
    folders: { foreign: new Set(folders.foreign), translations: new Set(folders.translations) },
  }
})

const has = (path: string, folders: ReadonlySet<string>) => path.split('/').some(step => folders.has(step))

/** Folders of tools and of other people's code: their references are not the project's. */
export const isForeign = (path: string, languages: CodeLanguages): boolean =>
  has(path, languagesByEnding(languages).folders.foreign) || /\.egg-info(?:\/|$)/.test(path)

/** What a build makes, at the top of a project: a copy of what is read elsewhere. */
export function isBuilt(path: string, among: ReadonlySet<string>): boolean {
  const [, first] = /^(dist|build|out)\//.exec(path) ?? []
  // a folder of that name is the project itself where nothing else is there
  return first !== undefined && (among.has('src') || among.has('lib'))
}

/** Whether a file belongs to the pages of a project: what is there explains it, and is no part of it. */
export const isDocument = (path: string): boolean => /^(?:docs?|documentation|website)\//.test(path)

/** Whether a file is Markdown, whose examples are read where that is asked for. */
export const isMarkdown = (path: string): boolean => /\.(?:md|mdx|markdown)$/i.test(path)

/** Whether a file belongs to the tests of a project, by its name or the folder it is in. */
export function isTest(path: string, { tests }: CodeLanguages): boolean {
  const steps = path.split('/')
  const file = steps.pop() ?? ''
  const stem = file.replace(/(?<=.)\.[^.]*$/, '')
  return (
    steps.some(step => tests.folders.includes(step) || tests.ends.some(end => step.endsWith(end))) ||
    tests.begins.some(begin => file.startsWith(begin)) ||
    tests.ends.some(end => stem.endsWith(end))
  )
}

/** A source file whose text was not read for names, and why. */
export interface UnreadSource {
  readonly path: string
  readonly language: string
  readonly why: string
}

/** Files of one language: how many there are, and of how many the text was read. */
export interface Coverage {
  readonly language: string
  readonly files: number
  readonly read: number
}

/** Which source files were read, by language. Settings that are too large to be written by people are data. */
export function coverageOf(
  paths: readonly string[],
  texts: ReadonlySet<string>,
  languages: CodeLanguages,
): { readonly coverage: readonly Coverage[]; readonly unread: readonly UnreadSource[] } {
  const coverage = new Map<string, { language: string; files: number; read: number }>()
  const unread: UnreadSource[] = []
  for (const path of paths) {
    const found = codeLanguageOf(path, languages)
    if (!found) continue
    const language = found.name ?? found.id
    const counted = coverage.get(language) ?? { language, files: 0, read: 0 }
    coverage.set(language, counted)
    counted.files += 1
    if (found.read === undefined) unread.push({ path, language, why: 'this language is not read' })
    else if (texts.has(path)) counted.read += 1
    else if (found.read !== 'settings') unread.push({ path, language, why: 'its text could not be read' })
  }
  return { coverage: [...coverage.values()].toSorted((one, other) => other.files - one.files), unread }
}

/** The files that notes tell of as not read are unread, too. */
export function withNotes(
  { coverage, unread }: { readonly coverage: readonly Coverage[]; readonly unread: readonly UnreadSource[] },
  notes: readonly Note[],
  languages: CodeLanguages,
): { readonly coverage: Coverage[]; readonly unread: UnreadSource[] } {
  const known = new Set(unread.map(({ path }) => path))
  const told = notes.flatMap(({ path, says }): UnreadSource[] => {
    const found = path === undefined || known.has(path) ? null : (codeLanguageOf(path, languages) ?? markdownOf(path))
    if (!found || path === undefined || found.read === 'settings') return []
    known.add(path)
    return [{ path, language: found.name ?? found.id, why: says.slice(says.lastIndexOf(': ') + 2) }]
  })
  return {
    coverage: coverage.map(one => {
      const lost = told.filter(({ language }) => language === one.language).length
      return { ...one, read: one.read - lost }
    }),
    unread: [...unread, ...told],
  }
}

/** Of a document only the code in it is read, and counted where it could not be. */
const markdownOf = (path: string) =>
  isMarkdown(path) ? { id: 'markdown', name: MARKDOWN, read: 'lexed' as const } : null
/** What Markdown is called among languages. */
export const MARKDOWN = 'Markdown'

/** What was not read, in one line: "290 C# files (this language is not read), 1 Go file (its text was not read)". */
export function unreadInWords(unread: readonly UnreadSource[]): string {
  const kinds = new Map<string, number>()
  for (const { language, why } of unread) kinds.set(`${language}\n${why}`, (kinds.get(`${language}\n${why}`) ?? 0) + 1)
  const told = [...kinds].toSorted(([, one], [, other]) => other - one)
  const words = told.slice(0, MOST_KINDS).map(([kind, files]) => {
    const [language, why] = kind.split('\n')
    return `${files} ${language} ${files === 1 ? 'file' : 'files'} (${why})`
  })
  return [...words, ...(told.length > MOST_KINDS ? [`and ${told.length - MOST_KINDS} more kinds`] : [])].join(', ')
}
const MOST_KINDS = 5

/** The code between the fences of a Markdown file: a text for each language, with every line where it was. */
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

/** Whether a path is that of code between fences. */
export const isInFence = (path: string): boolean => path.includes(INSIDE)

const SOURCE_KINDS = ['code', 'commands', 'settings'] as const

/** What is in a notebook by its kind, each text with as many lines, and the line of the file behind each of these. */
type Notebook = Readonly<Record<(typeof SOURCE_KINDS)[number], string>> & { readonly lines: readonly number[] }

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
      for (const one of SOURCE_KINDS) texts[one] += one === own ? `${line}\n` : '\n'
    }
  }
  return { ...texts, lines }
}

const IS_SCRIPT = /^\s*%%(?:bash|sh|script)/
const WRITES_SETTINGS = /^\s*%%(?:writefile|file)\s.{0,200}\.(?:properties|ya?ml|json|toml|ini|env|cfg)\s*$/i

const AFTER_BREAK = /(?<=\n)/

const TEXTS: CodeLanguage = { id: 'json', endings: [], strings: [{ opens: '"', escape: '\\' }] }

/** The sources of the code cells, each a list of texts as they are spelled: of lines, or of one that has them all. */
function cellsOf(content: string): CodeToken[][] {
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
