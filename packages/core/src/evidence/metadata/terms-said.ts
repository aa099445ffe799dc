import { licenseIn } from '../../documents/broken.ts'
import { citeMetadata } from '../../documents/cite.ts'
import type { Document } from '../../documents/index.ts'
import type { LegalFiles } from '../../knowledge/legal-files.ts'
import { legalNameOf, wordsOfName } from '../../knowledge/legal-names.ts'
import type { Release, Text } from '../../release/release.ts'
import type { Cited } from '../../report/report.ts'
import { parseJson } from '../../text/json.ts'
import { plainLetters } from '../../text/unicode.ts'
import { cite, type TermsSaid } from '../evidence.ts'
import { isOfOthers } from '../paths.ts'
import { isRecord, settingsIn } from './settings.ts'

/** A key as keys are compared, however it is spelled: "License", "licence" and "LICENSE" are one. */
export const plainKey = (key: string): string =>
  plainLetters(key)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace('licence', 'license')

/** words of a key that say nothing of what it holds: whose file it is, and what a name is called */
const FILLER = /^(?:general|modelspec|ids?|identifiers?|spdx|types?|keys?|s|of|the|for)$/
const LINK_KEY = /^(?:links?|urls?|uris?|files?|paths?|href)$/
const NAME_KEY = /^(?:names?|titles?)$/
/** what alone a license may be said to be of, by its key */
const SCOPE = /^(?:models?|weights?|checkpoints?|code|source|software|data|datasets?|docs?|documentation)$/

/** What a key that is called like a license holds; null of any other. */
function kindOf(key: string, legal: LegalFiles): Pick<TermsSaid, 'as' | 'of'> | null {
  const words = wordsOfKey(key)
  const known = legalNameOf(words.join('_'), legal)
  if (known === null || known.others !== null || words.join('').startsWith('extragated')) return null
  const isLegal = (word: string) => legal.letters.some(letters => word.includes(letters))
  if (!words.some(isLegal)) return null
  const rest = words.filter(word => !isLegal(word) && !FILLER.test(word))
  const as = rest.some(word => LINK_KEY.test(word))
    ? 'link'
    : rest.some(word => NAME_KEY.test(word))
      ? 'name'
      : rest.every(word => SCOPE.test(word))
        ? 'license'
        : 'words'
  return { as, of: rest.filter(word => SCOPE.test(word)).join(' ') }
}

const wordsOfKey = (key: string) => wordsOfName(plainLetters(key.slice(0, LONGEST_KEY)))

/** longer than any name or address; the rest of a crafted value is not carried around */
const LONGEST_VALUE = 2_000
const LONGEST_KEY = 200
/** values of one key, and how deep they may lie under it */
const MOST_VALUES = 200
const DEEPEST = 4

/** A text under a key, with the last key that leads to it. */
interface Leaf {
  readonly key: string
  readonly value: string
}

/** Every text under a key: its own, those of a list, and those of what has keys of its own. */
export function leavesOf(key: string, value: unknown, deep = DEEPEST): Leaf[] {
  if (typeof value === 'string')
    return value.trim() === '' ? [] : [{ key, value: value.trim().slice(0, LONGEST_VALUE) }]
  if (typeof value === 'number') return [{ key, value: String(value) }]
  if (deep === 0) return []
  if (Array.isArray(value)) return value.slice(0, MOST_VALUES).flatMap(item => leavesOf(key, item, deep - 1))
  if (!isRecord(value)) return []
  return Object.entries(value)
    .slice(0, MOST_VALUES)
    .flatMap(([name, item]) => leavesOf(name, item, deep - 1))
}

const isFilled = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** What stands in place of a value that was not understood. */
const UNREADABLE = 'unreadable'

/** What a key that is called like a license and its value say of terms. */
export function termsAt(
  { key, value }: { readonly key: string; readonly value: unknown },
  cited: Cited,
  legal: LegalFiles,
): TermsSaid[] {
  const kind = kindOf(key, legal)
  if (kind === null || !isFilled(value)) return []
  const leaves = leavesOf('', value)
  if (leaves.length === 0) return [{ ...kind, value: UNREADABLE, cited }]
  return leaves.map(leaf => {
    const inner = leaf.key === '' ? null : wordsOfKey(leaf.key)
    const as = inner?.some(word => LINK_KEY.test(word)) ? 'link' : kind.as
    return { ...kind, as, value: leaf.value, cited }
  })
}

/** What the keys of a card's front matter say of terms; unread where it could not be read whole. */
export function termsInCard({ path, frontMatter, lines }: Document, legal: LegalFiles): TermsSaid[] {
  if (frontMatter === null) return []
  const said = frontMatter.entries.flatMap(entry => termsAt(entry, cite(citeMetadata(path, entry)), legal))
  const line = licenseIn(frontMatter, lines)
  const rest: TermsSaid[] =
    line === null
      ? []
      : [{ as: 'license', of: '', value: UNREADABLE, cited: cite({ path, key: 'license', value: '', line }) }]
  return [...said, ...rest]
}

/** files of settings that are of a package or of data */
const NOT_OF_MODEL = /(?:^|\/)(?:package(?:-lock)?|dataset_infos?)\.json$|\.index\.json$/i
const PAIR = /"((?:[^"\\]|\\.){1,100})"\s{0,20}:\s{0,20}("(?:[^"\\]|\\.)*"|\S)/g

/** What the configurations of a release say of its terms, one list a file; a key that stands twice is read twice. */
export function termsInSettings({ texts }: Release, legal: LegalFiles): TermsSaid[][] {
  return [...texts.values()]
    .filter(({ path }) => /\.json$/i.test(path) && !NOT_OF_MODEL.test(path) && !isOfOthers(path))
    .map(text => termsInJson(text, legal))
}

function termsInJson(text: Text, legal: LegalFiles): TermsSaid[] {
  const { path, content } = text
  const settings = settingsIn(text)
  const isLegal = (key: string) => legal.letters.some(letters => plainLetters(key).toLowerCase().includes(letters))
  const pairs = [...content.matchAll(PAIR)]
    .map(({ 1: name = '', 2: raw = '', index }) => ({ key: unquoted(`"${name}"`), raw, index }))
    .filter(({ key }) => isLegal(key))
  return pairs.slice(0, MOST_VALUES).flatMap(({ key, raw, index }) => {
    const value = raw.startsWith('"') ? unquoted(raw) : settings === null ? UNREADABLE : settings[key]
    const line = content.slice(0, index).split('\n').length
    const cited = cite({ path, key, value: String(value).slice(0, 200), line })
    return termsAt({ key, value }, cited, legal)
  })
}

function unquoted(raw: string): string {
  try {
    return String(parseJson(raw))
  } catch {
    return raw
  }
}

/** What the headers of weights say of their terms, once each however many files say it. */
export function termsInHeaders({ headers }: Release, legal: LegalFiles): TermsSaid[][] {
  const all = headers.map(({ path, metadata }) =>
    Object.entries(metadata).flatMap(([key, value]) =>
      termsAt({ key, value }, cite({ path, key, value: value.slice(0, 200) }), legal),
    ),
  )
  const same = (said: readonly TermsSaid[]) => JSON.stringify(said.map(({ as, of, value }) => [as, of, value]))
  return [...new Map(all.toReversed().map(said => [same(said), said])).values()].toReversed()
}
