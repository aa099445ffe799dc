import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/javascript'
import { buildingOf, childrenOf, eachOf } from './building.ts'
import { type JavaScriptReader, javaScriptReaderOf } from './javascript-values.ts'
import { lineFinder } from './lines.ts'
import { bind, type Call, classAround, type Imported, type Module, type Scope, scopeOf } from './module.ts'
import { parseWithin, type Worked } from './parse.ts'
import type { Lazy } from './value.ts'

const typed = parser.configure({ dialect: 'ts' })
const typedMarkup = parser.configure({ dialect: 'ts jsx' })

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunction', 'MethodDeclaration', 'Method']

/** Reads JavaScript or TypeScript; what is neither in it is passed over. Null where it is too much to parse. */
export function readJavaScript(path: string, content: string, worked: Worked): Module | null {
  const tree = parseWithin(/\.m?c?ts$/.test(path) ? typed : typedMarkup, content, worked)
  if (tree === null) return null
  const reader = javaScriptReaderOf(content, lineFinder(content))
  const root = scopeOf('module', '', null)
  const building = buildingOf(path, root)
  let scope = root
  tree.iterate({
    enter(ref) {
      const { name } = ref
      if (name === 'ClassDeclaration' || name === 'ClassExpression' || FUNCTIONS.includes(name)) {
        scope = scopeOf(name.startsWith('Class') ? 'class' : 'function', nameOf(ref.node, reader), scope)
        if (scope.name && !building.definitions.has(scope.name)) building.definitions.set(scope.name, scope)
        if (scope.name === 'constructor' && scope.parent) building.makers.set(scope.parent, scope)
      } else if (name === 'ParamList') takeParameters(ref.node, scope, reader)
      else if (name === 'VariableDeclaration') takeDeclaration(ref.node, scope, reader)
      else if (name === 'PropertyDeclaration') takeProperty(ref.node, scope, reader)
      else if (name === 'AssignmentExpression') takeAssignment(ref.node, scope, reader)
      else if (name === 'ForOfSpec') takeLoop(ref.node, scope, reader)
      else if (name === 'CallExpression' || name === 'NewExpression') takeCall(ref.node, scope, reader, building.calls)
      else if (name === 'ImportDeclaration') takeImport(ref.node, reader, building.imports)
    },
    leave(ref) {
      const { name } = ref
      if (name === 'ClassDeclaration' || name === 'ClassExpression' || FUNCTIONS.includes(name))
        scope = scope.parent ?? root
    },
  })
  return building
}

/** The name of a function or class: its own, or that of the variable it is put into. */
function nameOf(node: SyntaxNode, reader: JavaScriptReader): string {
  const own = childrenOf(node).find(child => child.name === 'VariableDefinition' || child.name === 'PropertyDefinition')
  if (own && node.name !== 'ArrowFunction') return reader.text(own)
  const before = node.prevSibling?.prevSibling
  return before?.name === 'VariableDefinition' ? reader.text(before) : ''
}

function takeParameters(list: SyntaxNode, scope: Scope, reader: JavaScriptReader): void {
  const children = childrenOf(list)
  let index = 0
  for (const [at, child] of children.entries()) {
    if (child.name === 'ObjectPattern') {
      for (const property of childrenOf(child)) takePattern(property, index, scope, reader)
      index += 1
    }
    if (child.name !== 'VariableDefinition') continue
    let next = at + 1
    while (children[next]?.name === 'TypeAnnotation' || children[next]?.name === 'Optional') next += 1
    const given = children[next]?.name === 'Equals' ? children[next + 1] : undefined
    take(reader.text(child), index, given, scope, reader)
    index += 1
  }
}

/** `{ model = 'a/b' }`: a parameter that is given by its name. */
function takePattern(property: SyntaxNode, index: number, scope: Scope, reader: JavaScriptReader): void {
  if (property.name !== 'PatternProperty') return
  const children = childrenOf(property)
  const local = children.findLast(child => child.name === 'VariableDefinition') ?? children[0]
  const equals = children.findIndex(child => child.name === 'Equals')
  if (local) take(reader.text(local), index, equals < 0 ? undefined : children[equals + 1], scope, reader)
}

function take(
  name: string,
  index: number,
  given: SyntaxNode | undefined,
  scope: Scope,
  reader: JavaScriptReader,
): void {
  scope.parameters.set(name, { index, fallback: given ? () => reader.valueOf(given) : null })
}

function takeDeclaration(node: SyntaxNode, scope: Scope, reader: JavaScriptReader): void {
  const children = childrenOf(node)
  for (const [at, child] of children.entries()) {
    if (child.name !== 'Equals') continue
    const given = children[at + 1]
    const target = children[at - 1]?.name === 'TypeAnnotation' ? children[at - 2] : children[at - 1]
    if (!given || !target) continue
    if (target.name === 'VariableDefinition') {
      const key = reader.text(target)
      bind(scope, key, () => reader.valueOf(given))
    } else if (target.name === 'ObjectPattern') takeTakenApart(target, given, scope, reader)
  }
}

/** `const { model = 'a/b' } = options` */
function takeTakenApart(pattern: SyntaxNode, given: SyntaxNode, scope: Scope, reader: JavaScriptReader): void {
  for (const property of childrenOf(pattern)) {
    if (property.name !== 'PatternProperty') continue
    const children = childrenOf(property)
    const [key] = children
    const equals = children.findIndex(child => child.name === 'Equals')
    const local = (equals < 0 ? children : children.slice(0, equals)).findLast(
      child => child.name === 'VariableDefinition' || child.name === 'PropertyName',
    )
    if (!key || !local) continue
    const fallback = equals < 0 ? undefined : children[equals + 1]
    bind(scope, reader.text(local), () => {
      const from = reader.pathOf(given)
      const line = reader.line(key.from)
      const value = from
        ? ({ is: 'name', path: [...from, reader.text(key)], line } as const)
        : ({ is: 'unknown' } as const)
      return fallback ? { is: 'either', values: [value, reader.valueOf(fallback)] } : value
    })
  }
}

function takeProperty(node: SyntaxNode, scope: Scope, reader: JavaScriptReader): void {
  const children = childrenOf(node)
  const name = children.find(child => child.name === 'PropertyDefinition')
  const equals = children.findIndex(child => child.name === 'Equals')
  const given = children[equals + 1]
  if (!name || equals < 0 || !given) return
  const value: Lazy = () => reader.valueOf(given)
  bind(classAround(scope) ?? scope, reader.text(name), value)
}

function takeAssignment(node: SyntaxNode, scope: Scope, reader: JavaScriptReader): void {
  const [target, operator, given] = childrenOf(node)
  if (!target || !given || !/^(?:Equals|UpdateOp)$/.test(operator?.name ?? '')) return
  const path = reader.pathOf(target)
  const key = path?.at(-1)
  if (!path || !key) return
  const value: Lazy = () => reader.valueOf(given)
  const own = path.length === 2 && path[0] === 'this' ? classAround(scope) : null
  if (own) bind(own, key, value)
  else bind(path.length === 1 ? scope : rootOf(scope), path.join('.'), value)
}

function rootOf(scope: Scope): Scope {
  let root = scope
  while (root.parent) root = root.parent
  return root
}

function takeLoop(node: SyntaxNode, scope: Scope, reader: JavaScriptReader): void {
  const children = childrenOf(node)
  const at = children.findIndex(child => child.name === 'of')
  const name = children.find(child => child.name === 'VariableDefinition')
  const over = children[at + 1]
  if (at < 0 || !name || !over) return
  bind(scope, reader.text(name), () => eachOf(reader.valueOf(over)))
}

function takeCall(node: SyntaxNode, scope: Scope, reader: JavaScriptReader, calls: Call[]): void {
  const children = childrenOf(node)
  const list = children.find(child => child.name === 'ArgList')
  const callee = children.find(
    child => child.name !== 'new' && child.name !== 'ArgList' && child.name !== 'TypeArgList',
  )
  const path = callee ? reader.pathOf(callee) : null
  if (!list || !path) return
  calls.push({ path, arguments: reader.argumentsOf(list), line: reader.line(node.from), scope })
}

function takeImport(node: SyntaxNode, reader: JavaScriptReader, imports: Map<string, Imported>): void {
  const children = childrenOf(node)
  const source = children.find(child => child.name === 'String')
  const value = source ? reader.valueOf(source) : null
  const from = value?.is === 'text' ? value.text : null
  if (!from) return
  for (const child of children) {
    if (child.name === 'VariableDefinition') {
      const whole = children.some(one => one.name === 'Star')
      imports.set(reader.text(child), { from, name: whole ? null : 'default' })
    }
    if (child.name !== 'ImportGroup') continue
    for (const item of reader.text(child).replaceAll(/[{}]/g, ' ').split(',')) {
      const words = item
        .trim()
        .replace(/^type\s+/, '')
        .split(/\s+/)
      const [name, as, alias] = words
      if (name) imports.set(as === 'as' && alias ? alias : name, { from, name })
    }
  }
}
