import { expect, test } from 'vitest'
import { spelled } from '../src/page.ts'
import { alternatives, questions } from '../src/sections/lists.ts'
import { names } from './names.ts'
import { open } from './samples.ts'

const told = (section: ReturnType<typeof questions>) =>
  section?.blocks.flatMap(block => (block.kind === 'list' ? block.items.map(item => item.map(spelled)) : [])) ?? []

const asked = (id: string, line: number, sentence: string) => ({
  ...{ id, kind: 'takes' as const, ask: 'Does this take anything?', sentence, heading: '', options: [] },
  ...{ of: { path: 'LICENSE', line, endLine: line, quote: sentence }, definition: '', falseFriends: '' },
  neighbours: { before: '', after: '' },
})

test('what is asked of several sentences is asked once, with each and its place', () => {
  const report = { ...open, questions: [asked('a', 3, 'You may row.'), asked('b', 9, 'You may fish.')] }
  expect(told(questions(report, names))).toEqual([
    ['Does this take anything?', '"You may row." LICENSE:3', '"You may fish." LICENSE:9'],
  ])
})

test('no path of a machine stands in a command', () => {
  const release = { ...open.release, source: 'folder', places: ['/srv/secret/heron'] }
  expect(JSON.stringify(told(alternatives({ ...open, release }, names)))).not.toContain('secret')
  expect(told(alternatives(open, names)).flat().join()).toContain(`unwash compare ${open.release.places[0]}`)
})
