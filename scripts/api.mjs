// The page of the library, from its types: what is exported, with its comments and examples.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const TYPES = 'dist/types'
/** what the library exports, by the file it is declared in */
const exported = [
  ...readFileSync(`${TYPES}/library/index.d.ts`, 'utf8').matchAll(
    /^export (?:type )?\{([^}]*)\} from '([^']+)\.[jt]s'/gm,
  ),
]
const read = path => readFileSync(join(TYPES, 'library', `${path}.d.ts`), 'utf8')

/** Each declaration with its comment: its name, words, examples, and its text. */
const declared = path =>
  [
    ...read(path).matchAll(
      /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:declare )?(function\*?|class|interface|type|const) (\w+)[\s\S]*?(?=\n\/\*\*(?! \w[^\n]*\*\/\n {4})|\n(?:export|import) |$)/g,
    ),
  ].map(([text, comment, kind, name]) => {
    const words = comment.replace(/^ ?\* ?/gm, '').trim()
    const [says = '', example] = words.split(/@example\n/)
    return {
      kind,
      name,
      says: says.replace(/\n?@param (\w+) /g, '\n\n`$1`: ').trim(),
      example: example?.trim(),
      text: text
        .slice(text.indexOf('*/') + 3)
        .replace(/^export (?:declare )?/, '')
        .trim(),
    }
  })

const code = text => ['```ts', text, '```'].join('\n')

/** What can be called, and what it takes. */
export function api() {
  const all = exported.flatMap(([, names = '', path = '']) => {
    const wanted = new Set(names.split(',').map(name => name.trim().replace(/^type /, '')))
    return declared(path).filter(({ name }) => wanted.has(name))
  })
  const calls = all.filter(({ kind }) => kind === 'function')
  const types = all.filter(({ kind, name }) => kind !== 'function' && !/Report$/.test(name))
  const missing = calls.filter(({ example }) => example === undefined)
  if (missing.length > 0) throw new Error(`no example: ${missing.map(({ name }) => name).join(', ')}`)
  return [
    ...calls.map(({ name, says, text, example }) =>
      [
        `### ${name}`,
        '',
        says,
        '',
        code(text),
        '',
        code(`import { ${importsOf(example, calls)} } from 'unwash'\n\n${example}`),
      ].join('\n'),
    ),
    '## What they take',
    ...types.map(({ says, text }) => [says, '', code(text)].join('\n')),
  ].join('\n\n')
}

const importsOf = (example, calls) =>
  calls
    .filter(({ name }) => new RegExp(`\\b${name}\\(`).test(example))
    .map(({ name }) => name)
    .join(', ')
