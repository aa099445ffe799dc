import type { CodeLanguages } from '../knowledge/code-languages.ts'
import type { Note } from '../report.ts'
import { isMarkdown } from './references/fences.ts'
import { languageOf } from './references/languages.ts'

/** A source file whose text was not read for names, and why. */
export interface Unread {
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
): { readonly coverage: readonly Coverage[]; readonly unread: readonly Unread[] } {
  const coverage = new Map<string, { language: string; files: number; read: number }>()
  const unread: Unread[] = []
  for (const path of paths) {
    const found = languageOf(path, languages)
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
  { coverage, unread }: { readonly coverage: readonly Coverage[]; readonly unread: readonly Unread[] },
  notes: readonly Note[],
  languages: CodeLanguages,
): { readonly coverage: Coverage[]; readonly unread: Unread[] } {
  const known = new Set(unread.map(({ path }) => path))
  const told = notes.flatMap(({ path, says }): Unread[] => {
    const found = path === undefined || known.has(path) ? null : (languageOf(path, languages) ?? markdownOf(path))
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
export const MARKDOWN = 'Markdown'

/** What was not read in one line: "290 C# files (this language is not read), 1 Go file (its text could not be read)". */
export function unreadInWords(unread: readonly Unread[]): string {
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
