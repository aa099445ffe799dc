import type { Knowledge } from '../knowledge/knowledge.ts'

/** Whether a text holds a word with which models or data are loaded: a cheap look before a text is parsed. */
export type Scan = (content: string) => boolean

/** The scan for what is known; made once. */
export function wordScan(knowledge: Knowledge): Scan {
  const ready = scans.get(knowledge)
  if (ready) return ready
  const scan = makeScan(knowledge)
  scans.set(knowledge, scan)
  return scan
}

const scans = new WeakMap<Knowledge, Scan>()

/** what a word that is called must have beside it */
type Beside = (content: string, start: number) => boolean

/** One pass over the characters: words that are called, and texts in quotes; anything else is stepped over. */
function makeScan({ loaders, models }: Knowledge): Scan {
  const words = new Map<string, Beside[]>()
  const add = (name: string, beside: Beside) => words.set(name, [...(words.get(name) ?? []), beside])
  for (const { name, imports, receivers } of loaders.calls)
    add(name, receivers ? behind(receivers) : content => !imports || imports.some(library => content.includes(library)))
  for (const { receiver, names } of loaders.methods) for (const name of names) add(name, behind([receiver]))
  const lengths = new Uint8Array(128)
  for (const name of words.keys())
    lengths[name.charCodeAt(0) & 127] = Math.max(lengths[name.charCodeAt(0) & 127] ?? 0, name.length)
  const service = new RegExp(`(?:(?:${alternatives(loaders.providers)})/)?(?:${alternatives(loaders.hosted)})`, 'iy')
  const publishers = new Set(models.flatMap(({ organizations }) => organizations))
  const called = (content: string, start: number, end: number) =>
    words.get(content.slice(start, end))?.some(beside => beside(content, start)) === true
  const quoted = (content: string, at: number) => {
    ID.lastIndex = at
    const id = ID.exec(content)
    if (id?.[1] && (publishers.has(id[1].toLowerCase()) || KEYS.test(content.slice(Math.max(0, at - BEFORE), at))))
      return true
    service.lastIndex = at
    return service.test(content)
  }
  return content => {
    if (loaders.addresses.some(({ host }) => content.includes(`${host}/`)) || content.includes('hf://')) return true
    const { length } = content
    for (let at = 0; at < length; at++) {
      const code = content.charCodeAt(at)
      if (code === 34 || code === 39 || code === 96) {
        if (isWord(content.charCodeAt(at + 1)) && quoted(content, at + 1)) return true
      } else if (isWord(code)) {
        const start = at
        while (at + 1 < length && isWord(content.charCodeAt(at + 1))) at += 1
        const size = at + 1 - start
        const most = lengths[code & 127] ?? 0
        if (size > most) continue
        let next = at + 1
        while (next < at + 4 && content.charCodeAt(next) === 32) next += 1
        const opens = content.charCodeAt(next)
        if ((opens === 40 || opens === 60) && called(content, start, at + 1)) return true
      }
    }
    return false
  }
}

/** Whether one of some words stands before, with a dot between. */
const behind =
  (receivers: readonly string[]): Beside =>
  (content, start) => {
    const before = content.slice(Math.max(0, start - 40), start).replace(/[\s?.]+$/, '')
    return receivers.some(receiver => before.endsWith(receiver))
  }

/** the rest of a quoted id, or of a name with a tag */
const ID = /([A-Za-z0-9][\w.-]{0,90})[/:][\w.-]{1,90}["'`]/y
/** how far before a text its name is looked for, and what its name has in it */
const BEFORE = 120
const KEYS = /model|dataset|tokenizer|checkpoint|pretrained|repo/i

const WORD = new Uint8Array(128)
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_')
  WORD[character.charCodeAt(0)] = 1
const isWord = (code: number) => WORD[code] === 1

const alternatives = (words: readonly string[]) =>
  [...new Set(words)].map(word => word.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|')
