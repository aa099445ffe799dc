import { expect, test } from 'vitest'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { readOsd } from '../../src/frameworks/osd.ts'
import { readDeclared } from '../../src/licenses/declared.ts'
import type { LicenseReading } from '../../src/licenses/reading.ts'
import { resolveName } from '../../src/names/index.ts'
import { Requirement } from '../../src/report/report.ts'
import { approved, asking, clause, conformant, restricted, unlisted, unread } from './case.ts'

const answersOf = (reading: LicenseReading) =>
  Object.fromEntries(readOsd(reading, knowledge).map(({ id, answer }) => [id, answer]))

test('an approved text meets all ten, and each answer is a value of the report', () => {
  const rows = readOsd(approved, knowledge)
  expect(rows.map(({ id, answer }) => `${id} ${answer}`)).toEqual(
    Array.from({ length: 10 }, (_, at) => `OSD-${at + 1} met`),
  )
  for (const row of rows) expect(() => Requirement.parse(row)).not.toThrow()
})

test('a clause fails the criteria it bears on, at its own line, and no others', () => {
  const rows = readOsd(
    restricted([clause('use.restrictions', ['use'], 21)], ['use', 'modify', 'distribute']),
    knowledge,
  )
  expect(rows.filter(({ answer }) => answer === 'unmet')).toMatchObject([{ id: 'OSD-6', cited: [{ line: 21 }] }])
  expect(rows.filter(({ answer }) => answer === 'met')).toEqual([])
})

test('a limit by size discriminates and asks for another license', () => {
  expect(answersOf(restricted([clause('scale.users', ['use'])]))).toMatchObject({ 'OSD-5': 'unmet', 'OSD-7': 'unmet' })
})

test('a clause that a person must weigh is asked about', () => {
  expect(answersOf(asking([clause('share.naming', ['share'])]))['OSD-4']).toBe('needs-human')
})

test('a text that nobody knows is for a person where nothing is found against it', () => {
  expect(new Set(Object.values(answersOf(unlisted)))).toEqual(new Set(['needs-human']))
})

test('open terms that OSI has not approved meet what a text can, and leave the rest to a person', () => {
  const answers = answersOf({ ...conformant, license: { ...conformant.license, grants: ['modify', 'distribute'] } })
  expect(answers).toMatchObject({ 'OSD-1': 'met', 'OSD-2': 'needs-human', 'OSD-6': 'met', 'OSD-8': 'needs-human' })
})

test('a right that no sentence gives is for a person', () => {
  const rows = readOsd({ ...conformant, license: { ...conformant.license, grants: ['modify'] } }, knowledge)
  expect(rows.find(({ id }) => id === 'OSD-1')).toMatchObject({
    answer: 'needs-human',
    because: expect.stringMatching(/lets one distribute/),
  })
})

test('words that were not read are unknown', () => {
  expect(new Set(Object.values(answersOf(unread)))).toEqual(new Set(['unknown']))
})

test('a license that is only named is judged on what is known of it', () => {
  const named = resolveName('CC-BY-NC-4.0', knowledge)
  if (!named) throw new Error('the license is not known')
  const answers = answersOf(
    readDeclared(named, [{ path: 'README.md', key: 'license', value: 'cc-by-nc-4.0' }], knowledge),
  )
  expect(answers['OSD-6']).toBe('unmet')
  expect(Object.values(answers)).not.toContain('unknown')
})

test('each kind of clause that OSD rules out bears on a criterion there is', () => {
  const ids = new Set(knowledge.frameworks.get('osd-1.9')?.requirements.map(({ id }) => id))
  for (const kind of knowledge.clauses.values())
    for (const row of kind.frameworks.osd?.rows ?? []) expect(ids, `${kind.id}: ${row}`).toContain(row)
})
