import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { groupsBy } from '@unwash/core/groups'

const src = fileURLToPath(new URL('../src', import.meta.url))

/** From the ground up; a file imports only from its own layer or from those before it. */
const LAYERS = [
  ['once.ts', 'groups.ts', 'at-once.ts', 'error.ts'],
  ['text'],
  ['wordings'],
  ['report'],
  ['knowledge'],
  ['names'],
  ['sources'],
  ['modality'],
  ['documents'],
  ['readings'],
  ['evidence'],
  ['sentences'],
  ['licenses'],
  ['lineage'],
  ['terms'],
  ['frameworks'],
  ['verdict'],
  ['changes'],
  ['uses'],
  ['alternatives'],
  ['policy'],
  ['claims'],
  ['questions'],
  ['project'],
  ['license.ts'],
  ['known.ts'],
  ['reporters'],
  ['judge.ts'],
  ['announcement.ts', 'fix', 'bundle'],
  ['audit.ts'],
  ['ask.ts'],
  ['library'],
  ['index.ts'],
  ['plots'],
  ['store'],
  ['readers'],
  ['survey'],
  ['web'],
  ['cli'],
]

/** May read files and run programs; everything else runs in a browser. */
const TOUCHES_THE_WORLD = [
  'sources',
  'readers',
  'store',
  'survey',
  'web/server',
  'cli',
  'library',
  'knowledge/load.ts',
  'known.ts',
  'audit.ts',
  'ask.ts',
  'index.ts',
]

/** rooms with lines over 120 characters; it can only shrink */
const LONG_LINES = ['reporters']

const files = walk(src)

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? walk(path) : /\.tsx?$/.test(path) ? [path] : []
  })
}

const read = (path: string) => readFileSync(path, 'utf8')
const importsOf = (path: string) =>
  [...read(path).matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(match => match[1] ?? '')
const layerOf = (path: string) => LAYERS.findIndex(layer => layer.includes(relative(src, path).split('/')[0] ?? ''))

describe('the house', () => {
  test('every file of src belongs to a layer', () => {
    expect(files.filter(path => layerOf(path) < 0).map(path => relative(src, path))).toEqual([])
  })

  test('imports point down', () => {
    const wrong = files.flatMap(path =>
      importsOf(path)
        .filter(target => target.startsWith('.'))
        .map(target => join(dirname(path), target))
        .filter(target => layerOf(target) > layerOf(path))
        .map(target => `${relative(src, path)} imports ${relative(src, target)}`),
    )
    expect(wrong).toEqual([])
  })

  test('every file is imported, or the build begins with it', () => {
    const threadsOf = (path: string) => [...read(path).matchAll(/new URL\('(\.[^']+)'/g)].map(match => match[1] ?? '')
    const named = (path: string) => [...importsOf(path), ...threadsOf(path)].map(target => join(dirname(path), target))
    const imported = new Set(files.flatMap(named))
    const scripts = join(src, '..', 'scripts')
    const build = readdirSync(scripts)
      .filter(name => name.endsWith('.mjs'))
      .map(name => read(join(scripts, name)))
    const begins = (path: string) =>
      /^web\/client\/\w+\.ts$|\.d\.ts$|^index\.ts$/.test(path) ||
      build.some(text => text.includes(path.replace(/\.tsx?$/, '')))
    const alone = files.filter(path => !imported.has(path)).map(path => relative(src, path))
    expect(alone.filter(path => !begins(path))).toEqual([])
  })

  test('no files import each other in a circle', () => {
    const left = new Map(files.map(path => [path, importsOf(path).map(target => join(dirname(path), target))]))
    // whoever imports none of those that are left is in no circle, and whoever none of them imports
    for (let size = -1; size !== left.size; ) {
      size = left.size
      for (const [path, targets] of left) if (!targets.some(target => left.has(target))) left.delete(path)
      const imported = new Set([...left.values()].flat())
      for (const path of left.keys()) if (!imported.has(path)) left.delete(path)
    }
    expect([...left.keys()].map(path => relative(src, path))).toEqual([])
  })

  test('only sources, the command line and the loaders touch the world', () => {
    const wrong = files
      .filter(path => !TOUCHES_THE_WORLD.some(place => relative(src, path).startsWith(place)))
      .filter(path => importsOf(path).some(target => target.startsWith('node:')))
    expect(wrong.map(path => relative(src, path))).toEqual([])
  })

  test('YAML is parsed in one place, which bounds it', () => {
    const parses = /import [^;]*?\bparse\w*[^;]*? from 'yaml'|import \* as \w+ from 'yaml'|import\('yaml'\)/
    expect(files.filter(path => parses.test(read(path))).map(path => relative(src, path))).toEqual([])
    expect(files.filter(path => /\bnew Parser\(/.test(read(path)) && /'yaml'/.test(read(path)))).toHaveLength(1)
  })

  test('JSON of others is parsed in one place, which bounds it', () => {
    // what the build and the store wrote themselves
    const own = [
      'text/json.ts',
      'knowledge/load.ts',
      'licenses/clauses/shipped.ts',
      'licenses/second-reader/weights.ts',
      // a string whose end was found
      'project/references/languages.ts',
      'store',
      'web/client',
    ]
    const wrong = files
      .filter(path => !own.some(place => relative(src, path).startsWith(place)))
      .filter(path => /\bJSON\.parse\(/.test(read(path)))
    expect(wrong.map(path => relative(src, path))).toEqual([])
  })

  test('one file alone starts programs, and guards them', () => {
    const starting = files.filter(path => importsOf(path).some(target => /(?:^node:|^)child_process$/.test(target)))
    expect(starting.map(path => relative(src, path))).toEqual(['sources/repository/run.ts'])
  })

  test('what an audit of a folder, or reading a license, has no need of is loaded when it is asked for', () => {
    const importedAtOnce = (path: string) =>
      [...read(path).matchAll(/^(?:import|export|\})(?! type )[^;\n]*?from '([^']+)'/gm)].map(match => match[1] ?? '')
    const loaded = new Set(['cli/main.ts', 'cli/audit/index.ts', 'cli/license/index.ts'].map(path => join(src, path)))
    for (const path of loaded)
      for (const target of importedAtOnce(path)) if (target.startsWith('.')) loaded.add(join(dirname(path), target))
    const heavy = ['zod', '@marcbachmann/cel-js', 'undici', '@duckdb/node-api', 'pg', 'hono']
    const wrong = [...loaded].filter(path => importedAtOnce(path).some(target => heavy.includes(target)))
    expect(loaded.size).toBeGreaterThan(300)
    expect(wrong.map(path => relative(src, path))).toEqual([])
  })

  test('every member of a kind is in the index of its folder', () => {
    const members = files.filter(path =>
      /satisfies (Framework|Source|Reporter)\b|: (Source|Reporter|Framework|ReadSaid) = /.test(read(path)),
    )
    expect(members.length).toBeGreaterThan(30)
    const missing = members.filter(path => {
      const name = relative(dirname(path), path).replace(/^index\.ts$/, '')
      const index = name === '' ? join(dirname(path), '..', 'index.ts') : join(dirname(path), 'index.ts')
      const target = name === '' ? `./${relative(dirname(dirname(path)), dirname(path))}/index.ts` : `./${name}`
      return !importsOf(index).includes(target)
    })
    expect(missing.map(path => relative(src, path))).toEqual([])
  })

  test('no file is a folder in waiting', () => {
    const long = files.filter(path => read(path).split('\n').length > 260)
    expect(long.map(path => relative(src, path))).toEqual([])
  })

  test('no line is over 120 characters', () => {
    const long = files.filter(path =>
      read(path)
        .split('\n')
        .some(line => line.length > 120),
    )
    const rooms = new Set(long.map(path => relative(src, path).split('/')[0] ?? ''))
    expect([...rooms].filter(room => !LONG_LINES.includes(room))).toEqual([])
  })

  test('what is exported has a doc comment, but a type of the values right above it', () => {
    const bare = files.flatMap(path => {
      const told = new Set<string>()
      const lines = read(path).split('\n')
      return lines.flatMap((line, at) => {
        const name = /^export (?:async )?(?:const|function\*?|interface|type|class) (\w+)/.exec(line)?.[1]
        if (name === undefined) return []
        const isTold = told.has(name) || /^export type \w+ = .*\btypeof /.test(line)
        told.add(name)
        return isTold || lines[at - 1]?.trimEnd().endsWith('*/') ? [] : [`${relative(src, path)}: ${name}`]
      })
    })
    expect(bare).toEqual([])
  })

  test('a room that reads releases has at most 18 loose files', () => {
    const rooms = groupsBy(files, path => relative(src, dirname(path)))
    const reads = /^(?:documents|evidence|licenses|terms|names|sentences)(?:\/|$)/
    const full = [...rooms].filter(([room, own]) => reads.test(room) && own.length > 18)
    expect(full.map(([room]) => room)).toEqual([])
  })

  test('no license, model or publisher is named in src', () => {
    const named =
      /(?:license|model|publisher|\bid)[^=\n]{0,20}(?:===|\.startsWith\(|\.includes\()[^)\n]{0,6}['"](?:llama|gemma|qwen|mistral|deepseek|falcon|meta-)/i
    expect(files.filter(path => named.test(read(path))).map(path => relative(src, path))).toEqual([])
  })
})
