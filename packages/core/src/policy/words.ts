import type { ASTNode } from '@marcbachmann/cel-js'
import { frameworkNames } from '../frameworks/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { COMPONENTS, CONFLICTS, DATA_LADDER, LICENSE_CLASSES, PRESENCES, TERMS } from '../report/vocabulary.ts'

/** What a fact of a policy may be compared with: what such a word is called, and all there are. */
interface Words {
  readonly of: string
  readonly all: readonly string[]
  /** of a map, its keys: then `all` are its values */
  readonly keys?: Words
}

/** The words of each fact that has a closed list of them. */
export function wordsOfFacts(knowledge: Knowledge): Readonly<Record<string, Words>> {
  const terms = { of: 'term', all: TERMS }
  return {
    term: terms,
    floor: terms,
    ceiling: terms,
    clauses: { of: 'kind of clause', all: [...knowledge.clauses.keys()] },
    classes: { of: 'class of licenses', all: LICENSE_CLASSES },
    conflicts: { of: 'kind of conflict', all: CONFLICTS },
    licenses: { of: 'license', all: [...knowledge.licenses.keys(), ...knowledge.spdx.keys()] },
    data: { of: 'stage of the data', all: ['', ...DATA_LADDER] },
    components: { of: 'presence', all: PRESENCES, keys: { of: 'component', all: COMPONENTS } },
    frameworks: { of: 'conclusion', all: [], keys: { of: 'framework', all: frameworkNames() } },
  }
}

/** functions of lists with a name for each of them */
const EACH = /^(?:exists|exists_one|all|filter|map)$/
const SAME = /^(?:in|==|!=)$/

/** What an expression compares a fact with that no such fact ever holds, in words; null where all are known. */
export function unknownWord(node: ASTNode, facts: Readonly<Record<string, Words>>): string | null {
  if (node.op === 'call' && node.args[0] === 'atLeast')
    for (const one of node.args[1]) {
      const wrong = compared(one, facts.term, facts)
      if (wrong !== null) return wrong
    }
  if (SAME.test(node.op)) {
    const [left, right] = childrenOf(node)
    const wrong =
      left &&
      right &&
      (compared(left, vocabularyOf(right, facts), facts) ?? compared(right, vocabularyOf(left, facts), facts))
    if (wrong) return wrong
  }
  if (node.op === '[]') {
    const [map, key] = node.args
    const wrong = compared(key, vocabularyOf(map, facts)?.keys, facts)
    if (wrong !== null) return wrong
  }
  if (node.op === 'rcall') {
    const [name, receiver, args] = node.args
    const words = vocabularyOf(receiver, facts)
    const [first, ...rest] = args
    if (EACH.test(name) && words && first?.op === 'id') {
      const inside = { ...facts, [first.args]: words }
      return rest.map(one => unknownWord(one, inside)).find(one => one !== null) ?? null
    }
    if (name === 'startsWith' && words && first?.op === 'value' && typeof first.args === 'string') {
      const begin = first.args
      if (!words.all.some(word => word.startsWith(begin))) return `no ${words.of} begins with "${begin}"`
    }
  }
  return (
    childrenOf(node)
      .map(one => unknownWord(one, facts))
      .find(one => one !== null) ?? null
  )
}

/** The words that what stands there may be. */
function vocabularyOf(node: ASTNode, facts: Readonly<Record<string, Words>>): Words | undefined {
  if (node.op === 'id') return facts[node.args]
  return node.op === '[]' ? vocabularyOf(node.args[0], facts) : undefined
}

/** The literals of a side of a comparison, held against the words of the other. */
function compared(node: ASTNode, words: Words | undefined, facts: Readonly<Record<string, Words>>): string | null {
  if (!words || words.all.length === 0) return null
  if (node.op === 'list') return node.args.map(one => compared(one, words, facts)).find(one => one !== null) ?? null
  if (node.op !== 'value' || typeof node.args !== 'string' || words.all.includes(node.args)) return null
  // a license that is not known goes by the name it has in a release
  if (words === facts.licenses && /\s/.test(node.args)) return null
  return `"${node.args}" is no ${words.of}: ${nearestTo(node.args, words)}`
}

/** Those that a word may have been meant for: with a part of it, else all where there are few. */
function nearestTo(word: string, { all }: Words): string {
  const parts = word
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(part => part.length > 2)
  const near = all.filter(one => parts.some(part => one.includes(part)))
  const shown = near.length > 0 ? near : all
  return shown.length > MOST_SHOWN
    ? `give one such as ${shown.slice(0, MOST_SHOWN).join(', ')}`
    : `give one of ${shown.join(', ')}`
}
const MOST_SHOWN = 9

const isNode = (value: unknown): value is ASTNode => typeof value === 'object' && value !== null && 'op' in value

/** The nodes below one, however its operator keeps them. */
function childrenOf({ args }: ASTNode): readonly ASTNode[] {
  const all: unknown[] = Array.isArray(args) ? args.flat(2) : [args]
  return all.filter(isNode)
}
