import { type Document, isMap, isNode, isScalar, isSeq, type Node, type Pair, visit } from 'yaml'
import { type ParsedYaml, parseYaml, type YamlTrouble } from './parse.ts'

/** A text that was read as YAML. */
export interface Yaml extends ParsedYaml {
  readonly value: unknown
  /** the line of the nearest thing there is on the way to a key, else the first */
  readonly lineOf: (where: readonly PropertyKey[]) => number
}

/** What a kind of file may have. */
export interface YamlRules {
  /** aliases, together; none unless told */
  readonly aliases?: number
  /** whether a key may stand twice in a map: the last is read */
  readonly twice?: boolean
  /** the plain one has no numbers and no truth: every scalar is a string */
  readonly schema?: 'failsafe'
}

/** to how many values aliases may come together, those of what they stand for counted with them */
const EXPANDED = 100

/**
 * The one way into YAML, for files of ours and of others: bounded in depth, aliases and errors, so that time and memory
 * grow with the length of the text, which its reader bounds. What does not hold is a value, and never thrown.
 */
export function readYaml(content: string, { aliases = 0, twice = false, schema }: YamlRules = {}): Yaml | YamlTrouble {
  const parsed = parseYaml(content, aliases, schema)
  if ('says' in parsed) return parsed
  const { document, lineAt } = parsed
  const again = twice ? null : firstTwice(document.contents)
  if (again) {
    const says = `it has "${again.name.slice(0, 60)}" twice in one map, on line ${lineAt(again.before)} too`
    return { line: lineAt(again.offset), says }
  }
  const endless = aliases > 0 && content.includes('*') ? endlessAlias(document) : null
  if (endless !== null) return { line: lineAt(endless), says: 'it has an alias of what it stands in' }
  try {
    const value: unknown = document.toJS({ maxAliasCount: aliases > 0 ? EXPANDED : 0 })
    return { ...parsed, value, lineOf }
  } catch (error) {
    // an alias of nothing, or of what multiplies
    if (!(error instanceof ReferenceError)) throw error
    return { line: 1, says: 'its aliases cannot be followed' }
  }

  function lineOf(where: readonly PropertyKey[]): number {
    for (let length = where.length; length > 0; length--) {
      const node = document.getIn(where.slice(0, length), true)
      if (isNode(node) && node.range) return lineAt(node.range[0])
    }
    return 1
  }
}

/** The value of one node of a text that was read; undefined where its aliases cannot be followed. */
export function yamlValue(node: Node, document: Document): unknown {
  try {
    return node.toJS(document, { maxAliasCount: EXPANDED })
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    return undefined
  }
}

/** Where an alias stands for what it is a part of: such a value has no end. */
function endlessAlias(document: Document.Parsed): number | null {
  let found: number | null = null
  visit(document, {
    Alias(_, alias, above) {
      if (!above.some(node => isNode(node) && 'anchor' in node && node.anchor === alias.source)) return undefined
      found = alias.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return found
}

/** A key that stands twice in one map: where it stood before, and where again. */
interface Twice {
  readonly name: string
  readonly before: number
  readonly offset: number
}

/** The first key that a map has already, however deep; as deep as parsing allows. */
function firstTwice(node: unknown): Twice | null {
  if (isSeq(node)) return firstOf(node.items)
  return isMap(node) ? (twiceIn(node.items)[0] ?? firstOf(node.items.flatMap(({ key, value }) => [key, value]))) : null
}

function firstOf(nodes: readonly unknown[]): Twice | null {
  for (const node of nodes) {
    const found = firstTwice(node)
    if (found) return found
  }
  return null
}

/** The keys of a map that it has already. */
export function twiceIn(pairs: readonly Pair[]): readonly Twice[] {
  const seen = new Map<unknown, number>()
  return pairs.flatMap(({ key }): Twice[] => {
    if (!isScalar(key) || !key.range) return []
    const [offset] = key.range
    const before = seen.get(key.value)
    seen.set(key.value, offset)
    return before === undefined ? [] : [{ name: String(key.value), before, offset }]
  })
}
