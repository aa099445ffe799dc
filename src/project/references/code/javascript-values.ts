import type { SyntaxNode } from '@lezer/common'
import { childrenOf } from './building.ts'
import { DEPTH, type Lazy, NOTHING, UNKNOWN, type Value } from './value.ts'

/** Reads the expressions of one JavaScript or TypeScript text. */
export interface JavaScriptReader {
  text(node: SyntaxNode): string
  line(at: number): number
  valueOf(node: SyntaxNode): Value
  pathOf(node: SyntaxNode): readonly string[] | null
  /** a property of an object literal; null where its key is computed */
  entryOf(node: SyntaxNode): { readonly key: string; readonly value: Lazy } | null
  /** arguments; the properties of an object given are arguments by name */
  argumentsOf(list: SyntaxNode): { readonly name: string | null; readonly value: Lazy }[]
}

const NAMES = ['VariableName', 'VariableDefinition', 'this', 'super']

export function javaScriptReaderOf(content: string, line: (at: number) => number): JavaScriptReader {
  const text = (node: SyntaxNode) => content.slice(node.from, node.to)
  function pathOf(node: SyntaxNode, depth = 0): readonly string[] | null {
    if (NAMES.includes(node.name)) return [text(node)]
    if (depth > DEPTH) return null
    if (node.name === 'CallExpression' || node.name === 'NewExpression') {
      const callee = childrenOf(node).find(child => child.name !== 'new')
      return callee ? pathOf(callee, depth + 1) : null
    }
    if (/^(?:ParenthesizedExpression|AwaitExpression|NonNullExpression|PostfixExpression)$/.test(node.name)) {
      const inner = childrenOf(node).find(child => !/^(?:\(|\)|await)$/.test(child.name))
      return inner ? pathOf(inner, depth + 1) : null
    }
    if (node.name !== 'MemberExpression') return null
    const children = childrenOf(node)
    const before = children[0] ? pathOf(children[0], depth + 1) : null
    const property = children.find(child => child.name === 'PropertyName' || child.name === 'PrivatePropertyName')
    if (!before) return null
    if (property) return [...before, text(property)]
    const key = children.find((child, at) => at > 0 && child.name === 'String')
    return key ? [...before, unquoted(text(key))] : null
  }
  function entryOf(node: SyntaxNode, depth = 0): { key: string; value: Lazy } | null {
    if (node.name !== 'Property') return null
    const children = childrenOf(node)
    const [key] = children
    if (!key || !/^(?:PropertyDefinition|String)$/.test(key.name)) return null
    const name = key.name === 'String' ? unquoted(text(key)) : text(key)
    const colon = children.findIndex(child => child.name === ':')
    const given = children[colon + 1]
    // `{ model }` is the variable of that name
    if (colon < 0)
      return children.length === 1
        ? { key: name, value: () => ({ is: 'name', path: [name], line: line(key.from) }) }
        : null
    return given ? { key: name, value: () => valueIn(given, depth) } : null
  }
  const entriesOf = (node: SyntaxNode, depth = 0) => childrenOf(node).flatMap(child => entryOf(child, depth) ?? [])
  function argumentsOf(list: SyntaxNode) {
    return childrenOf(list)
      .filter(child => !/^[(),]$/.test(child.name))
      .flatMap((child): { name: string | null; value: Lazy }[] => [
        { name: null, value: () => valueIn(child) },
        ...(child.name === 'ObjectExpression' ? entriesOf(child).map(({ key, value }) => ({ name: key, value })) : []),
      ])
  }
  function valueIn(node: SyntaxNode, depth = 0): Value {
    if (depth > DEPTH) return UNKNOWN
    const deeper = (child: SyntaxNode | undefined) => (child ? valueIn(child, depth + 1) : UNKNOWN)
    const children = childrenOf(node)
    switch (node.name) {
      case 'String':
        return { is: 'text', text: unquoted(text(node)), line: line(node.from) }
      case 'TemplateString': {
        const parts = templateParts(node, deeper)
        const [only] = parts
        return parts.length === 1 && only?.is === 'text' ? only : { is: 'joined', parts }
      }
      case 'VariableName':
        return text(node) === 'undefined' ? NOTHING : { is: 'name', path: [text(node)], line: line(node.from) }
      case 'null':
      case 'BooleanLiteral':
        return NOTHING
      case 'MemberExpression': {
        const path = pathOf(node)
        return path ? (environmentIn(path) ?? { is: 'name', path, line: line(node.from) }) : UNKNOWN
      }
      case 'ParenthesizedExpression':
      case 'AwaitExpression':
        return deeper(children.find(child => !/^(?:\(|\)|await)$/.test(child.name)))
      case 'BinaryExpression': {
        const [left, operator, right] = children
        const word = operator ? text(operator) : ''
        if (word === '+') return { is: 'joined', parts: [deeper(left), deeper(right)] }
        if (word === 'as' || word === 'satisfies') return deeper(left)
        if (word !== '||' && word !== '??') return UNKNOWN
        const first = deeper(left)
        return first.is === 'environment' && first.fallback === null
          ? { ...first, fallback: deeper(right) }
          : { is: 'either', values: [first, deeper(right)] }
      }
      case 'ConditionalExpression': {
        const branches = children.filter(child => child.name !== 'LogicOp')
        return { is: 'either', values: [deeper(branches[1]), deeper(branches[2])] }
      }
      case 'ArrayExpression':
        return { is: 'list', values: children.filter(child => !/^[[\],]$/.test(child.name)).map(deeper) }
      case 'ObjectExpression':
        return {
          is: 'entries',
          entries: entriesOf(node, depth + 1).map(({ key, value }) => ({ key, value: value() })),
        }
      case 'CallExpression':
      case 'NewExpression': {
        const path = pathOf(node)
        if (!path) return UNKNOWN
        const list = children.find(child => child.name === 'ArgList')
        const first = list ? childrenOf(list).find(child => !/^[(),]$/.test(child.name)) : undefined
        if (path.slice(-3).join('.') === 'Deno.env.get' && first) {
          const name = deeper(first)
          return { is: 'environment', name: name.is === 'text' ? name.text : '', fallback: null }
        }
        return { is: 'call', path }
      }
      default:
        return UNKNOWN
    }
  }
  function templateParts(node: SyntaxNode, deeper: (child: SyntaxNode | undefined) => Value): Value[] {
    const parts: Value[] = []
    let from = node.from + 1
    const take = (to: number) => {
      if (to > from) parts.push({ is: 'text', text: content.slice(from, to), line: line(node.from) })
    }
    for (const child of childrenOf(node)) {
      if (child.name !== 'Interpolation') continue
      take(child.from)
      parts.push(deeper(childrenOf(child).find(one => !/^Interpolation/.test(one.name))))
      from = child.to
    }
    take(node.to - 1)
    return parts
  }
  return { text, line, valueOf: node => valueIn(node), pathOf: node => pathOf(node), entryOf, argumentsOf }
}

/** `process.env.MODEL`, `import.meta.env.MODEL` */
function environmentIn(path: readonly string[]): Value | null {
  const name = path.at(-1)
  return name && path.at(-2) === 'env' && path.length >= 3 ? { is: 'environment', name, fallback: null } : null
}

const unquoted = (spelled: string) =>
  /^["'`]/.test(spelled)
    ? spelled.slice(1, spelled.at(-1) === spelled[0] && spelled.length > 1 ? -1 : undefined)
    : spelled
