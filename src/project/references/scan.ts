import type { Knowledge } from '../../knowledge/knowledge.ts'
import { once } from '../../once.ts'

/** Whether a text holds a word with which models or data are loaded: a cheap look before a text is parsed. */
export type Scan = (content: string) => boolean

/** what a word that is called must have beside it */
type Beside = (content: string, start: number) => boolean

/** The scan for words that are called; what else names something is told by the lexer. */
export const wordScan = once(({ loaders }: Knowledge): Scan => {
  const words = new Map<string, Beside[]>()
  const add = (name: string, beside: Beside) => words.set(name, [...(words.get(name) ?? []), beside])
  for (const { name, imports, receivers } of loaders.calls)
    add(name, receivers ? behind(receivers) : content => !imports || imports.some(library => content.includes(library)))
  for (const { receiver, names } of loaders.methods) for (const name of names) add(name, behind([receiver]))
  const called = new RegExp(`(?<!\\w)(${alternatives([...words.keys()])}) {0,3}[(<]`, 'g')
  const isCalled = (content: string, { 1: word = '', index }: RegExpExecArray) =>
    words.get(word)?.some(beside => beside(content, index)) === true
  return content => {
    for (const match of content.matchAll(called)) if (isCalled(content, match)) return true
    return false
  }
})

/** Whether one of some words stands before, with a dot between. */
const behind =
  (receivers: readonly string[]): Beside =>
  (content, start) => {
    const before = content.slice(Math.max(0, start - 40), start).replace(/[\s?.]+$/, '')
    return receivers.some(receiver => before.endsWith(receiver))
  }

const alternatives = (words: readonly string[]) =>
  [...new Set(words)].map(word => word.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|')
