import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const bin = new URL('../../../dist/bin/', import.meta.url)

/** The files that a file of the built command loads before it runs, and all that those load. */
function loadedWith(file: string, seen = new Map<string, string>()): ReadonlyMap<string, string> {
  if (seen.has(file)) return seen
  const code = readFileSync(new URL(file, bin), 'utf8')
  seen.set(file, code)
  for (const [, next = ''] of code.matchAll(/\bimport(?:\{[^}]*\}from)?"\.\/([^"]+\.js)"/g)) loadedWith(next, seen)
  return seen
}

test('the command line is understood, and a license read, without schemas, YAML or a parser of Markdown', () => {
  const start = loadedWith('unwash.js')
  expect(start.size).toBeGreaterThan(1)
  const [, license = ''] = /import\("\.\/([^"]+)"\)\)\.licensed\(/.exec(start.get('unwash.js') ?? '') ?? []
  const all = loadedWith(license, new Map(start))
  expect(all.size).toBeGreaterThan(start.size)
  const code = [...all.values()].join('\n')
  expect(code).toContain('reading ')
  for (const library of ['ZodError', 'YAMLParseError', 'markdown-it', 'parse5']) expect(code).not.toContain(library)
  const letters = [...start.values()].reduce((sum, { length }) => sum + length, 0)
  expect(letters).toBeLessThan(120_000)
})
