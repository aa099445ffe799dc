import { citeLines } from '../../documents/cite.ts'
import { groupsBy } from '../../groups.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Loaders } from '../../knowledge/loaders.ts'
import { findModel } from '../../names/models.ts'
import { once } from '../../once.ts'
import { hostedName, isPlainId, type Named, readName } from './names.ts'
import { type Reference, referenceTo } from './reference.ts'

interface Word {
  readonly text: string
  readonly line: number
}

/** a word of a command line: quotes, brackets and commas of lists part words too */
const WORDS = /(?:\$\{[^}\n]{0,200}\}|[^\s"'`,[\](){};&|<>])+|[;&|]/g

/** References in command lines: of a shell, a container file, the arguments in a deployment. */
export function commandReferences(
  path: string,
  content: string,
  knowledge: Knowledge,
  offset: readonly number[] = [],
): Reference[] {
  const { loaders } = knowledge
  const lines = content.split('\n')
  const variables = variablesIn(lines)
  const words: Word[] = lines.flatMap((line, at) =>
    /^\s*(?:#|\/\/|REM\b)/.test(line)
      ? []
      : [...line.slice(0, 5_000).matchAll(WORDS)].map(match => ({ text: match[0], line: at + 1 })),
  )
  const references: Reference[] = []
  const say = (of: 'model' | 'dataset', value: Word, host: string | undefined, via: string, sure: boolean) => {
    const text = expanded(value.text, variables)
    const lineAt = offset[value.line - 1] ?? value.line
    const cited = [citeLines(path, offset.length > 0 ? withOffset(lines, offset) : lines, lineAt)] as const
    if (text === null) {
      const why = `its name comes from the environment (${value.text.replaceAll(/[${}]/g, '')})`
      const unnamed = { id: null, host: host ?? 'hub', revision: null }
      if (sure) references.push(referenceTo(of, unnamed, via, cited, { why }))
      return
    }
    const named: Named | null = readName(text, host, loaders)
    if (!named || (named.host === 'path' && !sure)) return
    if (!sure && !isPlainId(text, loaders) && !hostedName(text, loaders) && !findModel(knowledge, text)) return
    references.push(referenceTo(of, named, via, cited, { fallback: text !== value.text }))
  }
  for (const [at, word] of words.entries()) {
    const command = commandsOf(loaders)
      .get(base(word.text))
      ?.find(({ words: [, ...rest] }) => rest.every((one, next) => words[at + 1 + next]?.text === one))
    if (command && command.of !== 'none') {
      const value = valueAfter(words, at + command.words.length, command, lines)
      if (value)
        say(
          command.of,
          value,
          command.host,
          command.words.join(' '),
          value.line === word.line || command.options !== undefined,
        )
    }
    for (const of of ['model', 'dataset'] as const) {
      const [option = '', equal] = word.text.split(/=(.*)/s, 2)
      if (!loaders.options[of].includes(option)) continue
      const value = equal ? { text: equal, line: word.line } : words[at + 1]
      if (value && !value.text.startsWith('-')) say(of, value, undefined, option, false)
    }
  }
  const seen = new Set<string>()
  return references.filter(({ id, cited: [first], via, of }) => {
    const key = `${'line' in first ? first.line : 0} ${of} ${id ?? via}`
    return !seen.has(key) && seen.add(key)
  })
}

const withOffset = (lines: readonly string[], offset: readonly number[]) => {
  const all: string[] = []
  for (const [at, line] of lines.entries()) all[(offset[at] ?? at + 1) - 1] = line
  return all
}

/** `/usr/bin/ollama` is ollama; a sign at the front is an editor's for a command */
const base = (word: string) => word.slice(word.lastIndexOf('/') + 1).replace(/^[!%@]/, '')

const commandsOf = once(({ commands }: Loaders) => groupsBy(commands, ({ words: [first = ''] }) => first))

/** The name that a command is given: by an option it has for it, else the next word that is no option. */
function valueAfter(
  all: readonly Word[],
  from: number,
  { options = [], next = options.length === 0 }: Loaders['commands'][number],
  lines: readonly string[],
): Word | null {
  const words = restOf(all, from, lines)
  for (const [at, word] of words.entries()) {
    const [option = '', equal] = word.text.split(/=(.*)/s, 2)
    if (options.includes(option)) return equal ? { text: equal, line: word.line } : (words[at + 1] ?? null)
  }
  if (!next) return null
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word) return null
    // an option takes the next word, unless nothing is left then or it has its value by itself
    if (!word.text.startsWith('-')) return word
    if (!word.text.includes('=') && at + 2 < words.length && /^[\w./]+$/.test(words[at + 1]?.text ?? '')) at += 1
  }
  return null
}

/** words of one command that are looked at */
const LONGEST_COMMAND = 60

/** The words of a command from one on: to the end of the line, or further where the line goes on or a list does. */
function restOf(words: readonly Word[], from: number, lines: readonly string[]): readonly Word[] {
  const rest: Word[] = []
  let line = words[from - 1]?.line ?? 0
  for (const word of words.slice(from, from + LONGEST_COMMAND)) {
    if (/^[;&|]$/.test(word.text)) break
    while (line < word.line && goesOn(lines, line)) line += 1
    if (line < word.line) break
    if (word.text !== '\\') rest.push(word)
  }
  return rest
}

const goesOn = (lines: readonly string[], line: number) =>
  /[\\`^,[]\s*$/.test(lines[line - 1] ?? '') || /^\s*(?:- |["']|-$)/.test(lines[line] ?? '')

/** `NAME=value` in a shell, `ENV NAME=value`, `ARG NAME=value`, `NAME: value`. */
function variablesIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const variables = new Map<string, string>()
  for (const line of lines) {
    const found =
      /^\s{0,40}(?:export |ENV |ARG |set |- )?\s{0,4}([A-Za-z_]\w{0,60})(?:=|: )["']?([^\s"'#]{1,200})/.exec(
        line.slice(0, 400),
      )
    if (found?.[1] && found[2] && !variables.has(found[1])) variables.set(found[1], found[2])
  }
  return variables
}

/** A word with its variables; null where one has no value here. */
function expanded(text: string, variables: ReadonlyMap<string, string>, depth = 0): string | null {
  let whole = true
  const result = text.replaceAll(
    /\$\{(\w{1,60})(?::?[-=]([^}]{0,200}))?\}|\$(\w{1,60})/g,
    (_, braced: string | undefined, fallback: string | undefined, bare: string | undefined) => {
      const value = variables.get(braced ?? bare ?? '') ?? fallback
      const inner = value === undefined || depth > 5 ? null : expanded(value, variables, depth + 1)
      if (inner === null) whole = false
      return inner ?? ''
    },
  )
  return whole && result !== '' ? result : null
}
