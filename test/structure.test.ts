import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sources } from '../scripts/budget.mjs'

// What a package may use is in the references of its tsconfig.json, and the compiler holds it to them.

const root = fileURLToPath(new URL('..', import.meta.url))
const files = sources(root)
const pathsOf = (wrong: typeof files) => wrong.map(({ path }) => path)

/** packages without a file, network or process: they run in a browser */
const PURE = /^packages\/(?:core|reporters|project)\//

const importsOf = (text: string) =>
  [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, target = '']) => target)
/** the file that an import leads to, without its ending; null of what others wrote */
const leadsTo = (path: string, target: string): string | null => {
  const [, name, door] = /^@unwash\/(\w+)\/(.+)$/.exec(target) ?? []
  if (name) return `packages/${name}/src/${door}`
  return target.startsWith('.') ? join(dirname(path), target).replace(/\.tsx?$/, '') : null
}
const ownImports = ({ path, text }: (typeof files)[number]) => importsOf(text).flatMap(to => leadsTo(path, to) ?? [])
const withoutEnding = (path: string) => path.replace(/\.tsx?$/, '')

describe('the house', () => {
  test('a package uses others as its tsconfig.json says, and no circle of files is left', () => {
    const mayUse = new Map(
      readdirSync(join(root, 'packages')).map(name => {
        const { references } = JSON.parse(readFileSync(join(root, 'packages', name, 'tsconfig.json'), 'utf8'))
        return [name, new Set<string>(references.map(({ path }: { path: string }) => path.replace('../', '')))]
      }),
    )
    const wrong = files.flatMap(({ path, room, text }) => {
      const [own = ''] = room.split('/')
      const asked = importsOf(text).flatMap(target => /^@unwash\/(\w+)/.exec(target)?.[1] ?? [])
      return asked.filter(name => !mayUse.get(own)?.has(name)).map(name => `${path} imports ${name}`)
    })
    expect(wrong).toEqual([])
    const left = new Map(files.map(file => [withoutEnding(file.path), ownImports(file)]))
    // whoever imports none of those that are left is in no circle, and whoever none of them imports
    for (let size = -1; size !== left.size; ) {
      size = left.size
      for (const [path, targets] of left) if (!targets.some(target => left.has(target))) left.delete(path)
      const imported = new Set([...left.values()].flat())
      for (const path of left.keys()) if (!imported.has(path)) left.delete(path)
    }
    expect([...left.keys()]).toEqual([])
  })

  test('every file is imported, or the build begins with it', () => {
    const threads = files.flatMap(({ path, text }) =>
      [...text.matchAll(/new URL\('(\.[^']+)'/g)].flatMap(([, target = '']) => leadsTo(path, target) ?? []),
    )
    const imported = new Set([...files.flatMap(ownImports), ...threads])
    const build = readdirSync(join(root, 'scripts')).map(name => join(root, 'scripts', name))
    const begun = build.filter(path => path.endsWith('.mjs')).map(path => readFileSync(path, 'utf8'))
    const alone = files.filter(({ path }) => {
      const name = withoutEnding(path)
      const built = name.replace('/src/', '/dist/')
      const door = name.replace(/^packages\/(\w+)\/src\//, '@unwash/$1/')
      const isBegun = begun.some(text => text.includes(name) || text.includes(built) || text.includes(`'${door}'`))
      return !imported.has(name) && !isBegun && !/^packages\/web\/src\/client\/\w+$|\.d$/.test(name)
    })
    expect(pathsOf(alone)).toEqual([])
  })

  test('what reads, reports and looks into projects touches no file, network or process', () => {
    const touching = files.filter(({ text }) => importsOf(text).some(target => target.startsWith('node:')))
    expect(pathsOf(touching.filter(({ path }) => PURE.test(path)))).toEqual([])
  })

  test('YAML and JSON of others are parsed, and programs started, in one place that bounds it', () => {
    const parsesYaml = /import \{[^}]*\bparse\w*[^}]*\} from 'yaml'|import \* as \w+ from 'yaml'|import\('yaml'\)/
    expect(pathsOf(files.filter(({ text }) => parsesYaml.test(text)))).toEqual([])
    expect(files.filter(({ text }) => /\bnew Parser\(/.test(text) && /'yaml'/.test(text))).toHaveLength(1)
    // what the build and the store wrote themselves, and a string whose end was found
    const own =
      /core\/src\/(?:text\/json|licenses\/(?:clauses\/shipped|second-reader\/weights))|knowledge\/src\/load|project\/src\/references\/languages|survey\/src\/store|web\/src\/client/
    const parsesJson = files.filter(({ path, text }) => /\bJSON\.parse\(/.test(text) && !own.test(path))
    expect(pathsOf(parsesJson)).toEqual([])
    const starts = files.filter(({ text }) => importsOf(text).some(target => /(?:^node:|^)child_process$/.test(target)))
    expect(pathsOf(starts)).toEqual(['packages/sources/src/repository/run.ts'])
  })

  test('what an audit of a folder, or reading a license, has no need of is loaded when it is asked for', () => {
    const atOnce = (text: string) =>
      [...text.matchAll(/^(?:import|export|\})(?! type )[^;\n]*?from '([^']+)'/gm)].map(([, target = '']) => target)
    const texts = new Map(files.map(({ path, text }) => [withoutEnding(path), text]))
    const loaded = new Set(['main', 'audit/index', 'license/index'].map(name => `packages/cli/src/${name}`))
    for (const path of loaded)
      for (const target of atOnce(texts.get(path) ?? '')) {
        const file = leadsTo(path, target)
        if (file !== null) loaded.add(file)
      }
    const heavy = ['zod', '@marcbachmann/cel-js', 'undici', '@duckdb/node-api', 'pg', 'hono']
    const wrong = [...loaded].filter(path => atOnce(texts.get(path) ?? '').some(target => heavy.includes(target)))
    expect(loaded.size).toBeGreaterThan(300)
    expect(wrong).toEqual([])
  })

  test('files are short, and so are lines', () => {
    expect(pathsOf(files.filter(({ text }) => text.split('\n').length > 300))).toEqual([])
    const long = files.filter(({ text }) => text.split('\n').some(line => line.length > 120))
    // drawings and styles stand as they are sent
    expect(pathsOf(long.filter(({ room }) => !room.startsWith('reporters/')))).toEqual([])
  })

  test('what is exported has a doc comment, but a type of the values right above it', () => {
    const bare = files.flatMap(({ path, text }) => {
      const told = new Set<string>()
      const lines = text.split('\n')
      return lines.flatMap((line, at) => {
        const name = /^export (?:async )?(?:const|function\*?|interface|type|class) (\w+)/.exec(line)?.[1]
        if (name === undefined) return []
        const isTold = told.has(name) || /^export type \w+ = .*\btypeof /.test(line)
        told.add(name)
        return isTold || lines[at - 1]?.trimEnd().endsWith('*/') ? [] : [`${path}: ${name}`]
      })
    })
    expect(bare).toEqual([])
  })

  test('no license, model or publisher is named in the code', () => {
    const named =
      /(?:license|model|publisher|\bid)[^=\n]{0,20}(?:===|\.startsWith\(|\.includes\()[^)\n]{0,6}['"](?:llama|gemma|qwen|mistral|deepseek|falcon|meta-)/i
    expect(pathsOf(files.filter(({ text }) => named.test(text)))).toEqual([])
  })
})
