import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { hearing } from '../../src/evidence/signs.ts'
import { signs } from '../../src/knowledge/schemas/wordings.ts'

const root = new URL('../../knowledge/signs/', import.meta.url)
const files = readdirSync(root).map(name => signs.parse(parse(readFileSync(new URL(name, root), 'utf8'))))
const hear = hearing({ signs: files })
const HERE = '{here}'

/** `{here}` in an example stands for a link. */
function heard(example: string) {
  const at = example.indexOf(HERE)
  return at < 0 ? hear(example) : hear(example.replace(HERE, 'the link'), at, at + 'the link'.length)
}

describe.each(files)('$id', ({ id, signs }) => {
  for (const [name, { found = [], left = [] }] of Object.entries(signs)) {
    for (const text of found) test(`${name} in: ${text}`, () => expect(heard(text).says(`${id}.${name}`)).toBe(true))
    for (const text of left) test(`no ${name} in: ${text}`, () => expect(heard(text).says(`${id}.${name}`)).toBe(false))
  }
})

test('what stands first is found, with its place', () => {
  expect(hear('We tuned it; a large language model.').find('compute.general')).toEqual({ start: 15, end: 35 })
  expect(hear('We tuned it.').find('compute.general')).toBeNull()
})

test('a sign that is not there is told', () => expect(() => hear('x').says('data.herons')).toThrow(RangeError))
