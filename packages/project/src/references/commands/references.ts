import { citeLines } from '@unwash/core/documents/cite'
import { groupsBy } from '@unwash/core/groups'
import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import type { Loaders } from '@unwash/core/knowledge/loaders'
import { findModel } from '@unwash/core/names/models'
import { once } from '@unwash/core/once'
import { plainName } from '../keys.ts'
import { callBefore } from '../lexed/calls.ts'
import type { SyntaxTree } from '../lexed/context.ts'
import { HOLE } from '../lexed/lexer.ts'
import { hostedName, isPlainId, isWeightsFile, readName } from '../names.ts'
import { type Reference, referenceTo, untold } from '../reference.ts'
import {
  type CommandWord,
  commandWords,
  expanded,
  restOf,
  startOf,
  takenFrom,
  type Variables,
  variablesIn,
} from './words.ts'

type Command = Loaders['commands'][number]

interface ToldByFlags {
  readonly value: CommandWord
  readonly sure: boolean
}

/** References in command lines: of a shell, a container file, the arguments in a deployment. */
export function commandReferences(
  path: string,
  content: string,
  knowledge: Knowledge,
  shared: Variables = new Map(),
  { isScript = false, shown = content.split('\n') }: { isScript?: boolean; shown?: readonly string[] } = {},
): Reference[] {
  const { loaders } = knowledge
  const lines = content.split('\n')
  const variables = new Map([...shared, ...variablesIn(lines)])
  const words = commandWords(lines)
  const references: Reference[] = []
  const say = (of: 'model' | 'dataset', { value, sure }: ToldByFlags, host: string | undefined, via: string) => {
    const cited = [citeLines(path, shown, value.line)] as const
    const text = expanded(value.text, variables)
    if (text === null) {
      references.push(untold(via, cited, takenFrom(value.text), of, host))
      return
    }
    for (const one of text.split(/[,\s]+/)) {
      // `name=org/adapter` gives what it names a name
      const [, bare = one] = /^[\w.-]{1,60}=(.+)$/.exec(one) ?? []
      const named = readName(bare, host, loaders)
      if (!named || (named.host === 'path' && !sure && !isWeightsFile(bare, loaders))) continue
      const isSure = sure || named.host === 'path' || isPlainId(bare, loaders)
      if (!isSure && !hostedName(bare, loaders) && !findModel(knowledge, bare)) continue
      references.push(referenceTo(of, named, via, cited, { fallback: text !== value.text }))
    }
  }
  for (const [at, word] of words.entries()) {
    const command = commandAt(words, at, loaders)
    const kind = command && kindIn(words, at, lines)
    if (command && command.of !== 'none' && kind !== 'space') {
      const image = isImage(word.text, command)
      const rest =
        (image ? startOf(words, word, lines) : null) ?? restOf(words, at + (image ? 1 : command.words.length), lines)
      const said = words.slice(at, at + command.words.length).map(one => one.text)
      const via = image ? word.text : [base(word.text), ...said.slice(1)].join(' ')
      for (const told of valuesIn(rest, command, loaders, word.line)) say(kind ?? command.of, told, command.host, via)
    }
    const option = optionOf(word.text)
    const of = optionsOf(loaders).get(option)
    const value = of && valueAt(words, at, [option])
    if (of && value) say(of, { value, sure: false }, undefined, option)
    const before = words[at - 1]?.text ?? ''
    if (isScript && isOwnFile(word, before, lines, loaders))
      say('model', { value: { ...word, text: word.text.replace(/^\w+=/, '') }, sure: true }, undefined, 'file')
  }
  // an option that a command has is told once, as that of the command
  const seen = new Set<string>()
  return references.filter(({ id, cited: [first], of, why }) => {
    const key = `${'line' in first ? first.line : 0} ${of} ${id ?? why}`
    return !seen.has(key) && seen.add(key)
  })
}

/** Whether a word of a script is a file of weights that is read there, and comes from nowhere else in it. */
function isOwnFile({ text, line }: CommandWord, before: string, lines: readonly string[], loaders: Loaders): boolean {
  const file = text.slice(text.lastIndexOf('/') + 1)
  if (/[$:]/.test(text) || !isWeightsFile(file, loaders) || WRITES.test(before)) return false
  const here = lines[line - 1] ?? ''
  if (/:\/\/|--(?:hf|repo)|\bdownload |(?:^|\s)(?:rm|mv|ls|test|if \[)(?: \S+){0,3} /.test(here)) return false
  return !lines.some((one, at) => at !== line - 1 && one.includes(file) && /:\/\/|\s-[oO]\b|--out|>/.test(one))
}
const WRITES = /^(?:-[oO]|--(?:out|output|save|dest|hf-file|include|exclude|filename|export)[\w-]*|>)$/

function kindIn(words: readonly CommandWord[], at: number, lines: readonly string[]): 'dataset' | 'space' | null {
  const rest = restOf(words, at + 1, lines)
  const kind = rest.flatMap((_, next) => valueAt(rest, next, REPO_TYPE)?.text ?? [])[0]
  return kind === 'dataset' || kind === 'space' ? kind : null
}
const REPO_TYPE = ['--repo-type', '--repo_type']

/** `/usr/bin/ollama` is ollama; a sign before it is an editor's for a command, digits behind Python its version */
const base = (word: string) => word.slice(word.lastIndexOf('/') + 1).replace(/^[!%@]|(?<=^python)[\d.]+$|\.exe$/g, '')

/** An image without its registry and its tag: `ghcr.io/org/name:tag` ends in `org/name`. */
function isImage(word: string, { images = [] }: Command): boolean {
  const bare = word.replace(/[:@](?!.*\/).*$/, '')
  return images.some(image => bare === image || bare.endsWith(`/${image}`))
}

/** The command that begins at a word: by its own name, or by the image of a container. */
function commandAt(words: readonly CommandWord[], at: number, loaders: Loaders): Command | undefined {
  const { text = '' } = words[at] ?? {}
  const { named, imaged, begun } = commandsOf(loaders)
  const first = base(text)
  const isIt = ({ words: own }: Command) =>
    own.every((one, next) => isCalled(next === 0 ? first : (words[at + next]?.text ?? ''), one))
  return (
    (named.get(first) ?? begun).find(isIt) ??
    (text.includes('/') ? imaged.find(command => isImage(text, command)) : undefined)
  )
}

const isCalled = (word: string, name: string) =>
  name.endsWith('*') ? word.startsWith(name.slice(0, -1)) : word === name

/** Whether a text begins as a command that names a model. */
const beginsCommand = (text: string, loaders: Loaders): boolean =>
  commandAt(commandWords([text.slice(0, 200)]), 0, loaders) !== undefined

const commandsOf = once(({ commands }: Loaders) => {
  const named = groupsBy(commands, ({ words: [first = ''] }) => first)
  const begun = commands.filter(({ words: [first = ''] }) => first.endsWith('*'))
  return { named, begun, imaged: commands.filter(({ images }) => images !== undefined) }
})

const optionOf = (word: string) => (word.startsWith('-') ? (word.split('=', 1)[0] ?? '') : '')
const optionsOf = once(
  ({ options }: Loaders): ReadonlyMap<string, 'model' | 'dataset'> =>
    new Map((['dataset', 'model'] as const).flatMap(of => options[of].map(option => [option, of] as const))),
)

function valueAt(words: readonly CommandWord[], at: number, options: readonly string[]): CommandWord | null {
  const word = words[at]
  if (!word?.text.startsWith('-')) return null
  const [option = '', equal] = word.text.split(/=(.*)/s, 2)
  if (!options.includes(option)) return null
  if (equal) return { text: equal, line: word.line }
  const next = words[at + 1]?.text === ':' ? words[at + 2] : words[at + 1]
  return next && !next.text.startsWith('-') && !/^[;&|\\]$/.test(next.text) ? next : null
}

function valuesIn(
  words: readonly CommandWord[],
  command: Command,
  loaders: Loaders,
  line: number,
): readonly ToldByFlags[] {
  const { options = [], next = command.options === undefined, skips = [], of } = command
  const own = [...options, ...loaders.options[of === 'dataset' ? 'dataset' : 'model']]
  const told = words.flatMap((_, at): ToldByFlags[] => {
    const value = valueAt(words, at, own)
    return value ? [{ value, sure: true }] : []
  })
  const placed = next ? placedIn(words, skips, told.length > 0) : null
  if (placed === null) return told
  // what stands behind an option may be that of the option
  const isFree = !words[words.indexOf(placed) - 1]?.text.startsWith('-')
  return [{ value: placed, sure: isFree && (placed.line === line || command.options !== undefined) }, ...told]
}

/** The first word that is no option; where options tell names, only one that stands before them. */
function placedIn(words: readonly CommandWord[], skips: readonly string[], first: boolean): CommandWord | null {
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word) break
    if (!word.text.startsWith('-')) {
      if (!skips.includes(base(word.text))) return word
    } else if (first) break
    // an option takes the next word, unless nothing is left then or it has its value by itself
    else if (!word.text.includes('=') && at + 2 < words.length && /^[\w./]+$/.test(words[at + 1]?.text ?? '')) at += 1
  }
  return null
}

const LONGEST_FLAG = 60

/** References in the commands that code starts: a list of words, or a text that begins as a command. */
export function startedReferences(path: string, content: string, tree: SyntaxTree, knowledge: Knowledge): Reference[] {
  const { loaders } = knowledge
  const { tokens, textAt } = tree
  /** by the line that they stand on */
  const commands: string[] = []
  const isWord = (at: number) => tokens[at]?.is === 'text' && /^[^\s,]+$/.test(textAt(at))
  for (let at = 0; at < tokens.length; at++) {
    const { is, text = '' } = tokens[at] ?? {}
    if (is !== 'text' || text.includes(HOLE)) continue
    const words = [text]
    let last = at
    while (isWord(last) && words.length < LONGEST_FLAG && textAt(last + 1) === ',' && isWord(last + 2)) {
      last += 2
      words.push(textAt(last))
    }
    const isList = words.length > 1 && words.some(word => optionsOf(loaders).get(optionOf(word)) === 'model')
    const isCommand = (words.length > 1 || /\s/.test(text)) && beginsCommand(words.join(' '), loaders)
    if ((isList || isCommand) && !loaders.shown.includes(plainName(callBefore(tree, at)?.path[0] ?? ''))) {
      let row = tokens[at]?.line ?? 1
      for (const [index, word] of words.entries()) {
        // what stands on several lines is told on each of them
        for (const line = tokens[at + 2 * index]?.line ?? row; row < line; row++)
          commands[row] = `${commands[row] ?? ''} \\`
        const before = commands[row]
        commands[row] = (before === undefined ? '' : `${before}${index === 0 ? ' ; ' : ' '}`) + word.split('\n', 1)
      }
    }
    at = last
  }
  if (commands.length === 0) return []
  const lines = content.split('\n')
  const text = lines.map((_, at) => commands[at + 1] ?? '').join('\n')
  return commandReferences(path, text, knowledge, undefined, { shown: lines })
}
