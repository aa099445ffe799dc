import { CLAIM_KINDS } from '@unwash/core/report/vocabulary'
import { expect, test } from 'vitest'
import { known } from '../../../test/judged.ts'
import { explain, suggest } from '../src/explain/index.ts'
import type { Line } from '../src/page.ts'

const { knowledge } = known
const words = (line: Line) => line.map(span => (typeof span === 'string' ? span : span.text)).join('')

test.each(knowledge.glossary.map(one => [one.word, one] as const))('"%s" is explained, and all it names', (_, one) => {
  const page = explain(one.word, knowledge)
  expect(page?.title).toBe(one.word)
  for (const name of [...one.also, ...one.see]) expect(explain(name, knowledge), name).not.toBeNull()
})

test('what someone types is found, or what was meant', () => {
  expect(explain('Open Source', knowledge)?.title).toBe('open source')
  expect(explain('osaid', knowledge)?.title).toContain('Open Source AI Definition')
  expect(explain('MOF', knowledge)?.title).toContain('Model Openness Framework')
  expect(suggest('opne source', knowledge)).toContain('open source')
})

test('a family of licenses lists its versions', () => {
  const versions = explain('llama', knowledge)?.sections.find(({ heading }) => heading === 'Versions')
  const told = versions?.blocks.flatMap(block => (block.kind === 'lines' ? block.lines.map(words) : [])).join('\n')
  expect(told).toMatch(/^llama2 {2}Llama 2/m)
  expect(told).toMatch(/^llama3\.1 {2}Llama 3\.1/m)
})

test.each(CLAIM_KINDS)('what it takes to claim %s is explained', kind => {
  const lower = kind.toLowerCase()
  const plain = lower.replaceAll('-', ' ')
  const told = knowledge.glossary.flatMap(({ word, also }) => [word, ...also]).map(word => word.toLowerCase())
  expect(told.includes(lower) || told.includes(plain)).toBe(true)
})
