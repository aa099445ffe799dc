import { citeLines } from '../../../documents/cite.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { beginsCommand, commandReferences } from '../commands/references.ts'
import { plainName } from '../keys.ts'
import type { Reference } from '../reference.ts'
import { callBefore } from './calls.ts'
import type { Tree } from './context.ts'
import { HOLE } from './lexer.ts'

/** texts of one list that are looked at as a command */
const LONGEST = 60

/** References in the commands that code starts: a list of words, or a text that begins as a command. */
export function startedReferences(path: string, content: string, tree: Tree, knowledge: Knowledge): Reference[] {
  const { loaders } = knowledge
  const { tokens, textAt } = tree
  const commands: string[] = []
  const offset: number[] = []
  const isWord = (at: number) => tokens[at]?.is === 'text' && /^[^\s,]+$/.test(textAt(at))
  for (let at = 0; at < tokens.length; at++) {
    const { is, text = '', line = 1 } = tokens[at] ?? {}
    if (is !== 'text' || text.includes(HOLE)) continue
    const words = [text]
    let last = at
    while (isWord(last) && words.length < LONGEST && textAt(last + 1) === ',' && isWord(last + 2)) {
      last += 2
      words.push(textAt(last))
    }
    const isList = words.length > 1 && words.some(word => loaders.options.model.includes(word.split('=', 1)[0] ?? ''))
    const isCommand = (words.length > 1 || /\s/.test(text)) && beginsCommand(words.join(' '), loaders)
    const shown = loaders.shown.includes(plainName(callBefore(tree, at)?.path[0] ?? ''))
    if ((isList || isCommand) && !shown)
      // what stands on several lines is told on each of them
      for (let word = at; word <= last; word += 2) {
        const here = tokens[word]?.line ?? line
        const own = offset.at(-1) === here && word > at
        if (own) commands.push(`${commands.pop()} ${textAt(word)}`)
        else {
          if (word > at) commands.push(`${commands.pop()} \\`)
          commands.push(...textAt(word).split('\n').slice(0, 1))
          offset.push(here)
        }
      }
    at = last
  }
  if (commands.length === 0) return []
  const lines = content.split('\n')
  return commandReferences(path, commands.join('\n'), knowledge, offset).map(one => {
    const [first] = one.cited
    return 'line' in first && first.line !== undefined
      ? { ...one, cited: [citeLines(path, lines, first.line)] as const }
      : one
  })
}
