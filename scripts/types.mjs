// Sets the types of what reports hold as plain interfaces in place of what is inferred from schemas, so that whoever uses
// the library needs no package for them; and leaves out the types of all that the library does not offer.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, normalize, relative } from 'node:path'

/** where they are published from: a folder for each package */
const TYPES = 'dist/types'

/** modules whose schemas are reports, from the ground up */
const MODULES = [
  'core/report/citation',
  'core/report/training-data',
  'core/report/license',
  'core/report/use',
  'core/report/report',
  'core/claims/report',
  'core/report/project',
]
/** schemas without a type of their own that others are given on with */
const MENTIONED = new Set(['RequirementSignoff'])
const ENTRIES = ['library/index', 'library/terms']

rmSync(TYPES, { recursive: true, force: true })
for (const name of readdirSync('packages')) {
  const built = `packages/${name}/dist`
  if (existsSync(built))
    cpSync(built, join(TYPES, name), { recursive: true, filter: path => !/\.(?:js|tsbuildinfo)$/.test(path) })
}
// nobody who installs this has the packages, nor what schemas are made with: their names become paths
cpSync('node_modules/zod', join(TYPES, 'zod'), {
  recursive: true,
  filter: path => statSync(path).isDirectory() || path.endsWith('.d.ts'),
})
for (const file of readdirSync(TYPES, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.d.ts')) continue
  const text = readFileSync(join(TYPES, file), 'utf8')
  const paths = text
    .replace(/(['"])@unwash\/([^'"]+)\1/g, (_, quote, to) => `${quote}${pathTo(file, to)}${quote}`)
    .replace(/(?<=from )'zod'/g, `'${pathTo(file, 'zod/index')}'`)
  writeFileSync(join(TYPES, file), file.startsWith('zod/') ? paths : withoutInternal(paths))
}

/** by the definition of a schema: its name, and the module it is declared in */
const named = new Map()
const isSchema = value => typeof value === 'object' && value !== null && '_zod' in value
const modules = []
for (const module of MODULES) {
  const declared = readFileSync(`${TYPES}/${module}.d.ts`, 'utf8')
  const own = Object.entries(await import(`../packages/${module.replace('/', '/dist/')}.js`)).filter(
    ([name, value]) =>
      isSchema(value) &&
      !named.has(value._zod.def) &&
      (declared.includes(`export type ${name} = z.infer`) || MENTIONED.has(name)),
  )
  for (const [name, schema] of own) named.set(schema._zod.def, { name, module })
  modules.push({ module, own })
}

for (const { module, own } of modules) {
  const path = `${TYPES}/${module}.d.ts`
  const needs = new Map()
  const printed = own.map(([name, schema]) => {
    const text = typeOf(schema, '', need => needs.set(need.name, need.module), true)
    const doc = commentOf(readFileSync(path, 'utf8'), name)
    return text.startsWith('{') ? `${doc}export interface ${name} ${text}` : `${doc}export type ${name} = ${text};`
  })
  const kept = withoutSchemas(readFileSync(path, 'utf8'), new Set(own.map(([name]) => name)))
  const imports = [...needs]
    .filter(([name, from]) => from !== module && !new RegExp(`^import [^\\n]*\\b${name}\\b`, 'm').test(kept))
    .map(([name, from]) => `import type { ${name} } from '${pathTo(module, from)}';`)
  writeFileSync(path, [...imports, kept.trim(), ...printed, ''].join('\n'))
}

const reached = new Set()
for (const entry of ENTRIES) visit(`${TYPES}/${entry}.d.ts`)
for (const file of readdirSync(TYPES, { recursive: true, encoding: 'utf8' })) {
  const path = join(TYPES, file)
  if (path.endsWith('.d.ts') && !reached.has(path)) rmSync(path)
}

function visit(path) {
  if (reached.has(path)) return
  if (!existsSync(path)) throw new Error(`${path} is imported, and not there`)
  reached.add(path)
  for (const [, target] of readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?['"](\.[^'"]+)['"]/g))
    visit(normalize(join(path, '..', target.replace(/\.[jt]s$/, '.d.ts'))))
}

function pathTo(module, other) {
  const path = relative(join(TYPES, module, '..'), join(TYPES, `${other}.js`))
  return path.startsWith('.') ? path : `./${path}`
}

/** What a schema gives, as a type. */
function typeOf(schema, indent, need, whole = false) {
  const { def } = schema._zod
  const known = named.get(def)
  if (known && !whole) {
    need(known)
    return known.name
  }
  const inner = one => typeOf(one, indent, need)
  switch (def.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'unknown':
      return def.type
    case 'literal':
      return def.values.map(value => JSON.stringify(value)).join(' | ')
    case 'enum':
      return Object.values(def.entries)
        .map(value => `'${value}'`)
        .join(' | ')
    case 'array': {
      const text = inner(def.element)
      return /[|&]/.test(text.replace(/\{[\s\S]*\}/g, '')) ? `(${text})[]` : `${text}[]`
    }
    case 'record':
      return `Record<${inner(def.keyType)}, ${inner(def.valueType)}>`
    case 'union':
      return def.options.map(inner).join(' | ')
    case 'nullable':
      return `${inner(def.innerType)} | null`
    case 'optional':
    case 'default':
    case 'catch':
    case 'readonly':
    case 'prefault':
      return inner(def.innerType)
    case 'object':
      return `{\n${Object.entries(def.shape)
        .map(([key, value]) => {
          const isOptional = value._zod.def.type === 'optional'
          const about = value.description ?? value._zod.def.innerType?.description
          const comment = about ? `${indent}  /** ${about.replaceAll('*/', '* /')} */\n` : ''
          const name = /^[a-zA-Z_]\w*$/.test(key) ? key : `'${key}'`
          return `${comment}${indent}  ${name}${isOptional ? '?' : ''}: ${typeOf(value, `${indent}  `, need)};`
        })
        .join('\n')}\n${indent}}`
    default:
      throw new Error(`a schema of the kind ${def.type} has no type here`)
  }
}

/** Declarations without those that are for other packages of ours alone, and the imports that only these needed. */
function withoutInternal(text) {
  if (!text.includes('@internal')) return text
  const kept = text.replace(
    /\/\*\*(?:(?!\*\/)[\s\S])*@internal \*\/\n[\s\S]*?(?=\n(?:\/\*\*|export |declare |import )|$)/g,
    '',
  )
  const used = name => kept.match(new RegExp(`\\b${name}\\b`, 'g')).length > 1
  return kept.replace(/^import type \{ ([^}]*) \} from [^\n]*\n/gm, (statement, names) =>
    names.split(', ').some(name => used(name.split(' as ').at(-1))) ? statement : '',
  )
}

/** The comment above a declaration. */
function commentOf(text, name) {
  const at = text.search(new RegExp(`^export declare const ${name}:`, 'm'))
  return /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n$/.exec(text.slice(0, Math.max(0, at)))?.[0] ?? ''
}

/** Declarations without those of schemas, and what is inferred from them. */
function withoutSchemas(text, own) {
  const statements = text.split(/^(?=(?:\/\*\*|export |declare |import |type |interface ))/m)
  const kept = []
  for (const statement of statements) {
    const isSchema = /^(?:export )?declare const \w+: z\./.test(statement)
    const inferred = /^export type (\w+) = z\.infer</.exec(statement)?.[1]
    if (isSchema || (inferred !== undefined && own.has(inferred)) || /^import \* as z from/.test(statement)) {
      // the comment before it goes with it
      if (/^\/\*\*/.test(kept.at(-1) ?? '') && /\*\/\s*$/.test(kept.at(-1))) kept.pop()
    } else kept.push(statement)
  }
  return kept.join('')
}
