import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import once from './once.json' with { type: 'json' }

const src = fileURLToPath(new URL('../src/', import.meta.url))
const texts = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(path => /\.tsx?$/.test(path))
  .sort()
  .map(path => ({ path, text: readFileSync(src + path, 'utf8') }))

/** what a file defines for itself or others, not within a function */
const DEFINED = /^(?:export )?(?:async )?(?:function\*?|const|interface|type|class) (\w+)/gm
const all = texts.flatMap(({ path, text }) => [...text.matchAll(DEFINED)].map(([, name = '']) => ({ path, name })))

const says = (what: string, found: readonly string[], most: number) =>
  found.length > most
    ? `${what}: ${found.length} in src, ${most} in test/once.json. Use one that is there:\n${found.join('\n')}`
    : found.length < most
      ? `${what}: only ${found.length} in src. Lower the ${most} of test/once.json.`
      : ''

test('definitions are found', () => expect(all.length).toBeGreaterThan(5000))

test.each(once.definitions)('$what is not defined once more', ({ what, named, most }) => {
  const pattern = new RegExp(`^(?:${named})$`)
  const found = all.filter(({ name }) => pattern.test(name)).map(({ path, name }) => `${name} (${path})`)
  expect(says(what, found, most)).toBe('')
})

test.each(once.uses)('$what stands in one place', ({ what, written, most }) => {
  const pattern = new RegExp(written, 'g')
  const found = texts.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([words]) => `${words} (${path})`))
  expect(says(what, found, most)).toBe('')
})

test('a name is exported by one room alone, but for those of test/once.json, which only get fewer', () => {
  const roomsOf = new Map<string, Set<string>>()
  for (const { path, text } of texts)
    for (const [, name = ''] of text.matchAll(/^export (?:async )?(?:function\*?|const|interface|type|class) (\w+)/gm))
      roomsOf.set(name, (roomsOf.get(name) ?? new Set()).add(path.includes('/') ? (path.split('/')[0] ?? '') : '.'))
  const shared = [...roomsOf].filter(([, rooms]) => rooms.size > 1).map(([name]) => name)
  expect(shared.sort()).toEqual(once.rooms.toSorted())
})
