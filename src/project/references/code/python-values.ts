import type { SyntaxNode } from '@lezer/common'
import { childrenOf } from './building.ts'
import { DEPTH, type Lazy, NOTHING, UNKNOWN, type Value } from './value.ts'

/** Reads the expressions of one Python text. */
export interface Reader {
  text(node: SyntaxNode): string
  line(at: number): number
  valueOf(node: SyntaxNode): Value
  /** the words of a name: `a.b` is two; null for what is no name */
  pathOf(node: SyntaxNode): readonly string[] | null
  argumentsOf(list: SyntaxNode): { readonly name: string | null; readonly value: Lazy }[]
}

/** calls that hand on one of their arguments */
const DEFAULTS = /^(?:field|Field|Option|Argument|Parameter|Input|Var|mapped_column|Param|Setting)$/
const SAME = /^(?:str|Path|cast)$/

export function readerOf(content: string, line: (at: number) => number): Reader {
  const text = (node: SyntaxNode) => content.slice(node.from, node.to)
  const pathOf = (node: SyntaxNode, depth = 0): readonly string[] | null => {
    if (node.name === 'VariableName') return [text(node)]
    if (node.name === 'CallExpression') {
      // `Builder(x).load`: the words of what was called stand for it
      const callee = node.firstChild
      return callee && depth < DEPTH ? pathOf(callee, depth + 1) : null
    }
    if (node.name !== 'MemberExpression' || depth > DEPTH) return null
    const [object, , property] = childrenOf(node)
    const before = object ? pathOf(object, depth + 1) : null
    if (!before || !property) return null
    if (property.name === 'PropertyName') return [...before, text(property)]
    const key = property.name === 'String' ? valueIn(property) : UNKNOWN
    return key.is === 'text' ? [...before, key.text] : null
  }
  const argumentsOf = (list: SyntaxNode, depth = 0) => {
    const children = childrenOf(list)
    const given: { name: string | null; value: Lazy }[] = []
    for (const [at, child] of children.entries()) {
      if (/^[(),]$|^\*\*?$|AssignOp/.test(child.name)) continue
      if (children[at + 1]?.name === 'AssignOp') continue
      if (children[at - 1]?.name === '*' || children[at - 1]?.name === '**') continue
      const key = children[at - 1]?.name === 'AssignOp' ? children[at - 2] : undefined
      given.push({ name: key ? text(key) : null, value: () => valueIn(child, depth) })
    }
    return given
  }
  function valueIn(node: SyntaxNode, depth = 0): Value {
    if (depth > DEPTH) return UNKNOWN
    const deeper = (child: SyntaxNode | undefined | null) => (child ? valueIn(child, depth + 1) : UNKNOWN)
    switch (node.name) {
      case 'String':
        return { is: 'text', text: unquoted(text(node)), line: line(node.from) }
      case 'ContinuedString':
        return { is: 'joined', parts: childrenOf(node).map(deeper) }
      case 'FormatString':
        return { is: 'joined', parts: templateParts(node, deeper) }
      case 'VariableName':
        return { is: 'name', path: [text(node)], line: line(node.from) }
      case 'MemberExpression': {
        const path = pathOf(node)
        if (!path) return UNKNOWN
        const [root, second, third, ...more] = path
        if (root === 'os' && second === 'environ' && third && more.length === 0)
          return { is: 'environment', name: third, fallback: null }
        return { is: 'name', path, line: line(node.from) }
      }
      case 'ParenthesizedExpression':
      case 'AwaitExpression':
        return deeper(childrenOf(node).find(child => child.name !== '(' && child.name !== 'await'))
      case 'BinaryExpression': {
        const [left, operator, right] = childrenOf(node)
        const word = operator ? text(operator) : ''
        if (word === '+') return { is: 'joined', parts: [deeper(left), deeper(right)] }
        return word === 'or' ? { is: 'either', values: [deeper(left), deeper(right)] } : UNKNOWN
      }
      case 'ConditionalExpression': {
        const children = childrenOf(node)
        return { is: 'either', values: [deeper(children[0]), deeper(children.at(-1))] }
      }
      case 'ArrayExpression':
      case 'TupleExpression':
        return {
          is: 'list',
          values: childrenOf(node)
            .filter(child => !/^[[\](),]$/.test(child.name))
            .map(deeper),
        }
      case 'DictionaryExpression': {
        const children = childrenOf(node)
        return {
          is: 'entries',
          entries: children.flatMap((child, at) => {
            const key = child.name === ':' ? deeper(children[at - 1]) : UNKNOWN
            return key.is === 'text' ? [{ key: key.text, value: deeper(children[at + 1]) }] : []
          }),
        }
      }
      case 'None':
      case 'Boolean':
        return NOTHING
      case 'CallExpression':
        return valueOfCall(node, deeper, depth + 1)
      default:
        return UNKNOWN
    }
  }
  function valueOfCall(node: SyntaxNode, deeper: (child: SyntaxNode) => Value, depth: number): Value {
    const [callee, list] = childrenOf(node)
    const path = callee ? pathOf(callee) : null
    const called = path?.at(-1)
    if (!path || !called || list?.name !== 'ArgList') return UNKNOWN
    const given = argumentsOf(list, depth)
    const at = (index: number) => given.filter(({ name }) => name === null)[index]?.value()
    const by = (key: string) => given.find(({ name }) => name === key)?.value()
    if (called === 'getenv' || (called === 'get' && path.at(-2) === 'environ')) {
      const name = at(0)
      return { is: 'environment', name: name?.is === 'text' ? name.text : '', fallback: by('default') ?? at(1) ?? null }
    }
    if (DEFAULTS.test(called)) return by('default') ?? by('value') ?? at(0) ?? NOTHING
    if (SAME.test(called) && path.length === 1) return at(called === 'cast' ? 1 : 0) ?? UNKNOWN
    if (called === 'get' && path.length > 1) {
      const key = at(0)
      const entry: Value =
        key?.is === 'text' ? { is: 'name', path: [...path.slice(0, -1), key.text], line: line(node.from) } : UNKNOWN
      return { is: 'either', values: [entry, by('default') ?? at(1) ?? NOTHING] }
    }
    const [receiver] = childrenOf(callee ?? node)
    // `name.strip()` is the name
    if (/^(?:strip|lower|rstrip|lstrip)$/.test(called) && receiver && callee?.name === 'MemberExpression')
      return called === 'lower' ? UNKNOWN : deeper(receiver)
    return { is: 'call', path }
  }
  function templateParts(node: SyntaxNode, deeper: (child: SyntaxNode) => Value): Value[] {
    const spelled = text(node)
    const opens = /^[a-z]{0,2}("""|'''|"|')/i.exec(spelled)
    const quote = opens?.[1]?.length ?? 1
    const end = node.to - (spelled.endsWith(opens?.[1] ?? '"') ? quote : 0)
    const parts: Value[] = []
    let from = node.from + (opens?.[0].length ?? 1)
    const take = (to: number) => {
      if (to > from) parts.push({ is: 'text', text: content.slice(from, to), line: line(node.from) })
    }
    for (const child of childrenOf(node)) {
      if (child.name !== 'FormatReplacement') continue
      take(child.from)
      const inner = childrenOf(child).find(one => one.name !== '{')
      parts.push(inner ? deeper(inner) : UNKNOWN)
      from = child.to
    }
    take(end)
    return parts
  }
  return {
    text,
    line,
    valueOf: node => valueIn(node),
    pathOf: node => pathOf(node),
    argumentsOf: list => argumentsOf(list),
  }
}

/** The text between the quotes; escapes that occur in no name stay as they are. */
function unquoted(spelled: string): string {
  const opens = /^[a-z]{0,2}("""|'''|"|')/i.exec(spelled)
  if (!opens) return spelled
  const quote = opens[1] ?? '"'
  const closed = spelled.endsWith(quote) && spelled.length >= opens[0].length + quote.length
  return spelled.slice(opens[0].length, closed ? -quote.length : undefined)
}
