import { once } from '../once.ts'
import type { LegalFiles } from './legal-files.ts'

/** What the path of a legal file says of it. */
export interface LegalName {
  readonly role: 'license' | 'policy' | 'notice' | 'output-terms'
  /** what it must be read with: as a text, or by a reader of its own */
  readonly form: 'text' | 'document'
  /**
   * of other people's work, or of contributing to this one, by its name or by a folder it lies in; null where it is not
   */
  readonly others: 'name' | 'folder' | null
  /** often there without saying anything of terms */
  readonly silent: boolean
}

/** What a path says of the legal terms in its file; null where it names no legal file. */
export function legalNameOf(path: string, known: LegalFiles): LegalName | null {
  const index = indexOf(known)
  const parts = path.split('/')
  const name = (parts.at(-1) ?? '').normalize('NFC')
  const ending = endingOf(name)
  const collected = inCollection(parts, known)
  if (index.otherwise.has(ending) || !(collected || index.hints.test(name.toLowerCase()))) return null
  const form = index.documents.has(ending) ? 'document' : 'text'
  const prose = form === 'document' || ending === '' || index.texts.has(ending)
  const stem = prose && ending !== '' ? name.slice(0, -ending.length - 1) : name
  const words = ` ${wordsOf(stem).join(' ')} `
  const lower = stem.toLowerCase()
  // Chinese has no spaces between its words
  const has = (phrases: readonly string[]) =>
    phrases.some(phrase => (/\P{ASCII}/u.test(phrase) ? lower.includes(phrase) : words.includes(` ${phrase} `)))
  if (has(known.unlike)) return null
  const strong = index.letters.test(lower) || has(known.words) || has(known.phrases)
  if (!strong && !(prose && (isWeak(lower, words, parts.length === 1, index) || collected))) return null
  const { notice, policy, outputTerms } = known.roles
  return {
    role: has(notice) ? 'notice' : has(policy) ? 'policy' : has(outputTerms) ? 'output-terms' : 'license',
    form,
    others: has(known.others) ? 'name' : isAmongOthers(path, known) ? 'folder' : null,
    silent: !strong && has(known.silent),
  }
}

/** Whether a word of a legal file's name says nothing but that it is one, or of which kind. */
export function isLegalWord(word: string, known: LegalFiles): boolean {
  const lower = word.toLowerCase()
  const { weak, companions } = indexOf(known)
  return weak.has(lower) || companions.has(lower) || known.words.includes(lower)
}

/** Whether an ending is that of a file which is not read as a text, whatever its name: code, data, pictures, a PDF. */
export function isNoText(ending: string, known: LegalFiles): boolean {
  const { otherwise, documents } = indexOf(known)
  return otherwise.has(ending) || documents.has(ending)
}

/** Whether a path lies in a folder that holds copies of other people's work. */
export function isAmongOthers(path: string, known: LegalFiles): boolean {
  const { vendored, begins } = indexOf(known)
  return path
    .split('/')
    .slice(0, -1)
    .map(folder => folder.slice(0, 100).toLowerCase().replace(/[_ ]/g, '-'))
    .some(folder => vendored.has(folder) || begins.some(start => folder.startsWith(start)))
}

/** A word that names other things too: at the root in any company, below it among words of the kind. */
function isWeak(lower: string, words: string, root: boolean, { weak, weakLetters, companions }: Index): boolean {
  if (weakLetters.test(lower)) return true
  const all = words.trim().split(' ')
  return all.some(word => weak.has(word)) && (root || all.every(word => weak.has(word) || companions.has(word)))
}

/** "LICENSES/MIT.txt": the folder says what the file is, unless it tells of the folder. */
function inCollection(parts: readonly string[], { collections }: LegalFiles): boolean {
  const folder = wordsOf(parts.at(-2) ?? '').at(-1) ?? ''
  return parts.length > 1 && collections.includes(folder) && !/^readme/i.test(parts.at(-1) ?? '')
}

/** An ending as files of a kind have it; the number of a version is none ("POLICY-v1.1"). */
function endingOf(name: string): string {
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
  return /^\d+$/.test(ending) ? '' : ending
}

const wordsOf = (stem: string): readonly string[] =>
  stem
    .slice(0, 300)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)

interface Index {
  /** what every name of a legal file has one of, so that most paths of a long listing are done with at once */
  readonly hints: RegExp
  readonly letters: RegExp
  readonly weakLetters: RegExp
  readonly weak: ReadonlySet<string>
  readonly companions: ReadonlySet<string>
  readonly texts: ReadonlySet<string>
  readonly documents: ReadonlySet<string>
  readonly otherwise: ReadonlySet<string>
  readonly vendored: ReadonlySet<string>
  readonly begins: readonly string[]
}

/** What is asked of every path is put in order once. */
const indexOf = once((known: LegalFiles): Index => {
  const any = (letters: readonly string[]) => new RegExp(letters.join('|'), 'u')
  const longest = (phrase: string) => phrase.split(' ').sort((one, other) => other.length - one.length)[0] ?? phrase
  return {
    hints: any([known.letters, known.weakLetters, known.words, known.weak, known.phrases.map(longest)].flat()),
    letters: any(known.letters),
    weakLetters: any(known.weakLetters),
    weak: new Set(known.weak),
    companions: new Set(known.companions),
    texts: new Set(known.texts),
    documents: new Set(known.documents),
    otherwise: new Set(known.otherwise),
    vendored: new Set(known.vendored.filter(name => !name.endsWith('*'))),
    begins: known.vendored.filter(name => name.endsWith('*')).map(name => name.slice(0, -1)),
  }
})
