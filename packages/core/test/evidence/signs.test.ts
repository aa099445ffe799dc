import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { hearing } from '../../src/evidence/signs.ts'
import { signs } from '../../src/knowledge/schemas/wordings.ts'
import { patternsNow, wordingCompiler } from '../wordings/worded.ts'

const root = new URL('../../../../knowledge/signs/', import.meta.url)
const files = readdirSync(root).map(name => signs.parse(parse(readFileSync(new URL(name, root), 'utf8'))))
const hear = hearing({ signs: files.map(file => wordingCompiler.signs(file)), patterns: patternsNow() })
const HERE = '{here}'

/** `{here}` in an example stands for a link. */
function heard(example: string) {
  const at = example.indexOf(HERE)
  return at < 0 ? hear(example) : hear(example.replace(HERE, 'the link'), at, at + 'the link'.length)
}

test.each(files)('every sign of $id is heard in its examples, and in none of what is to be left', ({ id, signs }) => {
  const wrong = Object.entries(signs).flatMap(([name, { found = [], left = [] }]) => {
    const says = (text: string) => heard(text).says(`${id}.${name}`)
    return [
      ...found.filter(text => !says(text)).map(text => `${name} in: ${text}`),
      ...left.filter(says).map(text => `no ${name} in: ${text}`),
    ]
  })
  expect(wrong).toEqual([])
})

test('what stands first is found, with its place', () => {
  expect(hear('We tuned it; a large language model.').find('compute.general')).toEqual({ start: 15, end: 35 })
  expect(hear('We tuned it.').find('compute.general')).toBeNull()
})

test('a sign that is not there is told', () => expect(() => hear('x').says('data.herons')).toThrow(RangeError))
