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
