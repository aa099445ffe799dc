import type { Knowledge } from '../knowledge/knowledge.ts'
import { type ResolvedLicense, resolveName } from '../names/index.ts'
import { type NameWord, nameWords } from '../names/words.ts'

/** The lines of a text that has a title. */
interface Titled {
  readonly lines: readonly string[]
  readonly context: 'license' | 'prose'
}

/** the title of a text nobody has named: its first line, when it reads like one */
const TITLE = /licen[cs]e|agreement|terms|policy|许可|协议|政策/i

/** What a text is called: by the license that it is, or by its own title. */
export function nameIn(
  license: ResolvedLicense | null,
  { clean, exact }: { readonly clean: boolean; readonly exact: boolean },
  text: Titled,
  first: number,
  alone: boolean,
): { name: string } | object {
  const title = license ? alone && !exact && ownTitle(text, first, license) : titleOf(text, first)
  if (title) return { name: title }
  return license ? { name: clean ? license.name : `${license.name} with changed terms` } : {}
}

/** The first line of a text, where it is written as a title with a word that no name of a license has. */
function ownTitle(text: Titled, first: number, { name, known }: ResolvedLicense): string | undefined {
  const at = text.lines.findIndex((line, number) => number >= first - 1 && line.trim() !== '')
  const title = at < 0 ? undefined : titleOf(text, at + 1, 1)
  if (title === undefined || NO_TITLE.test(title)) return undefined
  const theirs = new Set(nameWords([name, ...(known?.names ?? [])].join(' ')).map(({ text }) => text))
  const isOwn = ({ text, legal }: NameWord) =>
    !legal && /\p{L}/u.test(text) && !theirs.has(text) && !OF_TITLES.has(text)
  return nameWords(title).some(isOwn) ? title : undefined
}
/** a word that no title begins small */
const NO_TITLE = /(?<![\p{L}\d])(?!(?:of|for|and|the|to|or|on|in|by|v\d)\b)\p{Ll}/u
const OF_TITLES = new Set(
  'terms conditions of for and use policy software model text full notice copyright c'.split(' '),
)

function titleOf(text: Titled, first: number, most = TITLE_LINES): string | undefined {
  const head = text.lines
    .slice(first - 1, first - 1 + most)
    .map(line => line.replace(/<[^>]{0,200}>|[#*_`]/g, '').trim())
  return head.find(line => line.length > 5 && line.length <= 100 && TITLE.test(line) && !/[.。;；]$/.test(line))
}
/** lines at its beginning among which a text has its title */
const TITLE_LINES = 6

/** the license that a text whose words are not known says it is; facts about it, never proof of its words */
export function titledLicense(text: Titled, first: number, knowledge: Knowledge): ResolvedLicense | null {
  const title = text.context === 'license' ? titleOf(text, first) : undefined
  return title === undefined ? null : resolveName(title, knowledge)
}
