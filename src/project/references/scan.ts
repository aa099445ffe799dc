import type { Knowledge } from '../../knowledge/knowledge.ts'
import { once } from '../../once.ts'

/** Whether a text holds a word with which models or data are loaded: a cheap look before a text is parsed. */
export type Scan = (content: string) => boolean

/** what a word that is called must have beside it */
type Beside = (content: string, start: number) => boolean

/** The scan for what is known: addresses, words that are called, ids and names of services in quotes. */
export const wordScan = once(({ loaders, models }: Knowledge): Scan => {
  const words = new Map<string, Beside[]>()
  const add = (name: string, beside: Beside) => words.set(name, [...(words.get(name) ?? []), beside])
  for (const { name, imports, receivers } of loaders.calls)
    add(name, receivers ? behind(receivers) : content => !imports || imports.some(library => content.includes(library)))
  for (const { receiver, names } of loaders.methods) for (const name of names) add(name, behind([receiver]))
  const called = new RegExp(`(?<!\\w)(${alternatives([...words.keys()])}) {0,3}[(<]`, 'g')
  const service = new RegExp(
    `["'\`](?:(?:${alternatives(loaders.providers)})/)?(?:${alternatives(loaders.hosted)})`,
    'i',
  )
  const publishers = new Set(models.flatMap(({ organizations }) => organizations))
  const isCalled = (content: string, { 1: word = '', index }: RegExpExecArray) =>
    words.get(word)?.some(beside => beside(content, index)) === true
  const isNamed = (content: string, { 1: publisher = '', index }: RegExpExecArray) =>
    publishers.has(publisher.toLowerCase()) || KEYS.test(content.slice(Math.max(0, index - BEFORE), index))
  return content =>
    loaders.addresses.some(({ host }) => content.includes(`${host}/`)) ||
    content.includes('hf://') ||
    some(content, called, match => isCalled(content, match)) ||
    some(content, ID, match => isNamed(content, match)) ||
    service.test(content) ||
    ENUM.test(content)
})

function some(content: string, pattern: RegExp, holds: (match: RegExpExecArray) => boolean): boolean {
  for (const match of content.matchAll(pattern)) if (holds(match)) return true
  return false
}

/** Whether one of some words stands before, with a dot between. */
const behind =
  (receivers: readonly string[]): Beside =>
  (content, start) => {
    const before = content.slice(Math.max(0, start - 40), start).replace(/[\s?.]+$/, '')
    return receivers.some(receiver => before.endsWith(receiver))
  }

/** an enum of models */
const ENUM = /\bclass \w{0,60}Models?\([^)\n]{0,80}Enum\b/

/** a quoted id, or a name with a tag */
const ID = /["'`]([A-Za-z0-9][\w.-]{0,90})[/:][\w.-]{1,90}["'`]/g
/** how far before a text its name is looked for, and what its name has in it */
const BEFORE = 120
const KEYS = /model|dataset|tokenizer|checkpoint|pretrained|repo/i

const alternatives = (words: readonly string[]) =>
  [...new Set(words)].map(word => word.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|')
