import { once } from '../once.ts'
import { plainLetters } from '../text/unicode.ts'
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
  const index = legalIndex(known)
  const parts = path.split('/')
  const name = plainName(path)
  const collected = inCollection(parts, index, known)
  if (!(collected || index.hints.test(name.toLowerCase()))) return null
  const ending = endingOf(name)
  const otherwise = index.otherwise.has(ending)
  const form = otherwise || index.documents.has(ending) ? 'document' : 'text'
  const prose = form === 'document' || ending === '' || index.texts.has(ending)
  const stem = otherwise ? stemOf(name, index) : prose && ending !== '' ? name.slice(0, -ending.length - 1) : name
  const words = ` ${wordsOfName(stem).join(' ')} `
  const lower = stem.toLowerCase()
  // Chinese has no spaces between its words
  const has = (phrases: readonly string[]) =>
    phrases.some(phrase => (/\P{ASCII}/u.test(phrase) ? lower.includes(phrase) : words.includes(` ${phrase} `)))
  if (has(known.unlike)) return null
  const strong = index.letters.test(lower) || has(known.words) || has(known.phrases)
  if (otherwise && !isOnlyLegal(words, parts, strong || collected, ending, index)) return null
  if (!strong && !(prose && (isWeak(lower, words, parts.length === 1, index) || collected))) return null
  const { notice, policy, outputTerms } = known.roles
  return {
    role: has(notice) ? 'notice' : has(policy) ? 'policy' : has(outputTerms) ? 'output-terms' : 'license',
    form,
    others: has(known.others) ? 'name' : isAmongOthers(path, known) ? 'folder' : null,
    silent: !strong && has(known.silent),
  }
}

/** What a path says of a file that tells of the whole, by its name; null where it names none. */
export function cardNameOf(path: string, known: LegalFiles): LegalName['form'] | null {
  const { documents, otherwise, texts } = legalIndex(known)
  const lower = plainName(path).toLowerCase()
  const ending = endingOf(lower)
  const tells = /^read[-_ .]?me/.test(lower)
  const isCard = /model[-_ .]?card/.test(lower)
  if (documents.has(ending)) return tells || isCard ? 'document' : null
  if (otherwise.has(ending)) return /^(?:read[-_ ]?me|model[-_ ]?card)\.(?!json$)/.test(lower) ? 'document' : null
  const prose = ending === '' || texts.has(ending)
  return tells || (prose && /read[-_ ]?me|card/.test(lower)) ? 'text' : null
}

/** Whether a file is a document by its name in capitals, as programs have had them ever since: "RESTRICTIONS". */
export const isInCapitals = (path: string): boolean =>
  /^(?!BUILD$|WORKSPACE$)[A-Z][A-Z_ -]{2,40}$/.test(plainName(path))

/** The name of a file with letters as they are meant: those of other scripts that look Latin are. */
const plainName = (path: string): string => plainLetters(path.slice(path.lastIndexOf('/') + 1).normalize('NFC'))

/** Whether a word of a legal file's name says nothing but that it is one, or of which kind. */
export function isLegalWord(word: string, known: LegalFiles): boolean {
  const lower = word.toLowerCase()
  const { weak, companions } = legalIndex(known)
  return weak.has(lower) || companions.has(lower) || known.words.includes(lower)
}

/** Whether a path lies in a folder that holds copies of other people's work. */
export function isAmongOthers(path: string, known: LegalFiles): boolean {
  const { vendored, begins } = legalIndex(known)
  return path
    .split('/')
    .slice(0, -1)
    .map(folder => folder.slice(0, 100).toLowerCase().replace(/[_ ]/g, '-'))
    .some(folder => vendored.has(folder) || begins.some(start => folder.startsWith(start)))
}

/** Whether a file is code of a model, which may open with the terms of what lies beside it ("modeling_heron.py"). */
export function isModelCode(path: string, { headers }: LegalFiles): boolean {
  const [, stem = ''] = /(?:^|\/)([\w-]+)\.py$/i.exec(path) ?? []
  const name = stem.toLowerCase().replace(/-/g, '_')
  return headers.some(word => name === word || name.startsWith(`${word}_`))
}

/** A word that names other things too: at the root in any company, below it among words of the kind. */
function isWeak(lower: string, words: string, root: boolean, { weak, weakLetters, companions }: Index): boolean {
  if (weakLetters.test(lower)) return true
  const all = words.trim().split(' ')
  return all.some(word => weak.has(word)) && (root || all.every(word => weak.has(word) || companions.has(word)))
}

/**
 * "LICENSES/MIT.txt", and at the root "legal/model.txt": the folder says what the file is, unless the file tells of
 * the folder.
 */
function inCollection(parts: readonly string[], index: Index, { collections }: LegalFiles): boolean {
  if (parts.length < 2 || /^readme/i.test(parts.at(-1) ?? '')) return false
  const words = wordsOfName(parts.at(-2) ?? '')
  return collections.includes(words.at(-1) ?? '') || (parts.length === 2 && isAllWeak(words, index))
}

const isAllWeak = (words: readonly string[], { weak, companions }: Index): boolean =>
  words.some(word => weak.has(word)) && words.every(word => weak.has(word) || companions.has(word))

/**
 * Whether a name that code, data or a picture has is of nothing but terms, where it is not what code is called, or a
 * picture of a page: "LICENSE.png", "TERMS.json", but no "policy.py" and no "docs/license.svg".
 */
function isOnlyLegal(
  words: string,
  parts: readonly string[],
  strong: boolean,
  ending: string,
  { checks, pages, settings, letters, words: known, weak, companions, aside }: Index,
): boolean {
  const all = words.trim().split(' ')
  const root = parts.length === 1
  if (
    checks.has(ending) ||
    !all.every(word => weak.has(word) || companions.has(word) || known.has(word) || letters.test(word))
  )
    return false
  if (strong)
    return (
      root ||
      (pages.has(ending) &&
        !settings.has(ending) &&
        !parts.slice(0, -1).some(folder => aside.has(folder.toLowerCase())))
    )
  return root && pages.has(ending) && !all.every(word => /^polic/.test(word))
}

/** A name without any of its endings: "LICENSE.tar.gz". */
function stemOf(name: string, index: Index): string {
  let stem = name
  for (let ending = endingOf(stem); ending !== ''; ending = endingOf(stem)) {
    if (!index.otherwise.has(ending) && !index.documents.has(ending) && !index.texts.has(ending)) break
    stem = stem.slice(0, -ending.length - 1)
  }
  return stem
}

/** An ending as files of a kind have it; the number of a version is none ("POLICY-v1.1"). */
function endingOf(name: string): string {
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
  return /^\d+$/.test(ending) ? '' : ending
}

/** The words of a name of a file or of a key, in lower case: "LICENSE-Model" and "modelLicense" have two. */
export const wordsOfName = (name: string): readonly string[] =>
  name
    .slice(0, LONGEST_NAME)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)

/** longer than any name */
const LONGEST_NAME = 300

interface Index {
  /** what every name of a legal file has one of, so that most paths of a long listing are done with at once */
  readonly hints: RegExp
  readonly letters: RegExp
  readonly weakLetters: RegExp
  readonly words: ReadonlySet<string>
  readonly weak: ReadonlySet<string>
  readonly companions: ReadonlySet<string>
  readonly texts: ReadonlySet<string>
  readonly documents: ReadonlySet<string>
  readonly otherwise: ReadonlySet<string>
  readonly checks: ReadonlySet<string>
  readonly pages: ReadonlySet<string>
  readonly settings: ReadonlySet<string>
  readonly aside: ReadonlySet<string>
  readonly vendored: ReadonlySet<string>
  readonly begins: readonly string[]
}

/** What is asked of every path is put in order once. */
const legalIndex = once((known: LegalFiles): Index => {
  const any = (letters: readonly string[]) => new RegExp(letters.join('|'), 'u')
  const longest = (phrase: string) => phrase.split(' ').sort((one, other) => other.length - one.length)[0] ?? phrase
  return {
    hints: any([known.letters, known.weakLetters, known.words, known.weak, known.phrases.map(longest)].flat()),
    letters: any(known.letters),
    weakLetters: any(known.weakLetters),
    words: new Set(known.words),
    weak: new Set(known.weak),
    companions: new Set(known.companions),
    texts: new Set(known.texts),
    documents: new Set(known.documents),
    otherwise: new Set([...known.otherwise, ...known.checks, ...known.pages]),
    checks: new Set(known.checks),
    pages: new Set(known.pages),
    settings: new Set(known.settings),
    aside: new Set(known.aside),
    vendored: new Set(known.vendored.filter(name => !name.endsWith('*'))),
    begins: known.vendored.filter(name => name.endsWith('*')).map(name => name.slice(0, -1)),
  }
})
