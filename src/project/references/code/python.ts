import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/python'
import { type Building, buildingOf, childrenOf, eachOf } from './building.ts'
import { lineFinder } from './lines.ts'
import { bind, classAround, type Imported, type Module, type Scope, scopeOf } from './module.ts'
import { parseWithin, type Worked } from './parse.ts'
import { type Reader, readerOf } from './python-values.ts'
import type { Lazy } from './value.ts'

/** Reads Python; what is not Python in it is passed over. Null where it is too much to parse. */
export function readPython(path: string, content: string, worked: Worked): Module | null {
  const tree = parseWithin(parser, content, worked)
  if (tree === null) return null
  const reader = readerOf(content, lineFinder(content))
  const root = scopeOf('module', '', null)
  const building = buildingOf(path, root)
  let scope = root
  tree.iterate({
    enter(ref) {
      const { name } = ref
      if (name === 'ClassDefinition' || name === 'FunctionDefinition' || name === 'LambdaExpression') {
        const called = childrenOf(ref.node).find(child => child.name === 'VariableName')
        const kind = name === 'ClassDefinition' ? 'class' : 'function'
        scope = scopeOf(kind, called && kind !== null && name !== 'LambdaExpression' ? reader.text(called) : '', scope)
        if (scope.name && !building.definitions.has(scope.name)) building.definitions.set(scope.name, scope)
        if (scope.name === '__init__' && scope.parent) building.makers.set(scope.parent, scope)
      } else if (name === 'ParamList') takeParameters(ref.node, scope, reader)
      else if (name === 'AssignStatement') takeAssignment(ref.node, scope, reader)
      else if (name === 'ForStatement' || name === 'ForClause') takeLoop(ref.node, scope, reader)
      else if (name === 'CallExpression') takeCall(ref.node, scope, reader, building)
      else if (name === 'ImportStatement') takeImport(ref.node, reader, building.imports)
    },
    leave(ref) {
      const { name } = ref
      if (name === 'ClassDefinition' || name === 'FunctionDefinition' || name === 'LambdaExpression')
        scope = scope.parent ?? root
    },
  })
  return building
}

/** `name: type = default`, in order; `self` and `cls` are no parameters that a caller gives. */
function takeParameters(list: SyntaxNode, scope: Scope, reader: Reader): void {
  const children = childrenOf(list)
  let index = 0
  for (const [at, child] of children.entries()) {
    if (child.name !== 'VariableName') continue
    const before = children[at - 1]?.name
    if (before === 'AssignOp') continue
    const name = reader.text(child)
    if (index === 0 && (name === 'self' || name === 'cls')) continue
    let next = at + 1
    if (children[next]?.name === 'TypeDef') next += 1
    const given = children[next]?.name === 'AssignOp' ? children[next + 1] : undefined
    const fallback: Lazy | null = given ? () => reader.valueOf(given) : null
    scope.parameters.set(name, { index, fallback })
    index += 1
  }
}

function takeAssignment(node: SyntaxNode, scope: Scope, reader: Reader): void {
  const children = childrenOf(node)
  const last = children.at(-1)
  const operator = children.findLastIndex(child => child.name === 'AssignOp' && reader.text(child) === '=')
  if (!last || operator < 1 || operator === children.length - 1) return
  const right = children.slice(operator + 1).filter(child => child.name !== ',')
  const targets = children
    .slice(0, operator)
    .filter(child => child.name === 'VariableName' || child.name === 'MemberExpression')
  const pairs = right.length > 1 && right.length === targets.length
  for (const [at, target] of targets.entries()) {
    const from = pairs ? right[at] : right.length === 1 ? right[0] : undefined
    if (!from) continue
    const value: Lazy = () => reader.valueOf(from)
    const path = reader.pathOf(target)
    const key = path?.at(-1)
    if (!path || !key) continue
    const own = path.length === 2 && (path[0] === 'self' || path[0] === 'cls') ? classAround(scope) : null
    if (own) bind(own, key, value)
    else if (path.length === 1) bind(scope, key, value)
    else bind(scope, path.join('.'), value)
  }
}

/** `for name in [a, b]` gives the name each of them in turn. */
function takeLoop(node: SyntaxNode, scope: Scope, reader: Reader): void {
  const children = childrenOf(node)
  const at = children.findIndex(child => child.name === 'in')
  const names = children.slice(0, at).filter(child => child.name === 'VariableName')
  const over = children[at + 1]
  const [only] = names
  if (at < 0 || !over || !only || names.length !== 1) return
  bind(scope, reader.text(only), () => eachOf(reader.valueOf(over)))
}

function takeCall(node: SyntaxNode, scope: Scope, reader: Reader, building: Building): void {
  const [callee, list] = childrenOf(node)
  const path = callee ? reader.pathOf(callee) : null
  if (!path || list?.name !== 'ArgList') return
  const given = reader.argumentsOf(list)
  building.calls.push({ path, arguments: given, line: reader.line(node.from), scope })
  const called = path.at(-1)
  if (called !== 'add_argument' && called !== 'option' && called !== 'argument') return
  // the options of a command: `--model-name` is `model_name` in code
  const spelled = given.flatMap(one => (one.name === null ? [one.value()] : []))
  const long = spelled.flatMap(value => (value.is === 'text' ? [value.text] : [])).find(text => /^--|^[a-z]/.test(text))
  const destination = given.find(({ name }) => name === 'dest')?.value()
  const dest = destination?.is === 'text' ? destination.text : long?.replace(/^--/, '').replaceAll('-', '_')
  if (dest) building.options.set(dest, given.find(({ name }) => name === 'default')?.value ?? null)
}

function takeImport(node: SyntaxNode, reader: Reader, imports: Map<string, Imported>): void {
  const source = reader.text(node)
  // the words of the statement: names, dots, `as`; brackets and commas part the names
  const from = /^from\s+(\.*[\w.]*)\s+import\s/.exec(source.slice(0, 300))
  const list = from ? source.slice(from[0].length) : source.replace(/^import\s/, '')
  for (const item of list
    .slice(0, 5_000)
    .replaceAll(/[()\\]/g, ' ')
    .split(',')) {
    const words = item
      .replaceAll(/#[^\n]*/g, ' ')
      .trim()
      .split(/\s+/)
    const [name, as, alias] = words
    if (!name) continue
    const local = as === 'as' && alias ? alias : name
    if (from) imports.set(local, { from: from[1] ?? '', name })
    else
      imports.set(as === 'as' ? local : (name.split('.')[0] ?? name), {
        from: as === 'as' ? name : (name.split('.')[0] ?? name),
        name: null,
      })
  }
}
