import { expect, test } from 'vitest'
import { known, WEIGHTS } from '../../../../test/judged.ts'
import { releaseOf } from '../../../../test/release.ts'
import { gather } from '../../src/evidence/index.ts'
import { relationOf } from '../../src/lineage/relation.ts'

const relation = (front: string, name = 'heron-7b') =>
  relationOf(
    gather(
      releaseOf({
        name,
        files: { ...WEIGHTS, 'README.md': `---\nbase_model: tern-lab/tern-9b\n${front}\n---\n\n# Heron\n` },
      }),
      known.knowledge,
    ),
  )

test.each([
  ['what is stated', 'base_model_relation: merge\nlibrary_name: peft', 'merge'],
  ['the library', 'library_name: peft', 'adapter'],
  ['a tag', 'tags:\n  - lora', 'adapter'],
  ["a hub's tag", 'tags:\n  - base_model:quantized:tern-lab/tern-9b', 'quantized'],
  ['a tag of a format', 'tags:\n  - GGUF', 'quantized'],
  ['nothing', 'tags:\n  - conversational', 'finetune'],
] as const)('by %s', (_, front, expected) => {
  expect(relation(front)).toBe(expected)
})

test.each([
  ['heron-7b-qlora', 'adapter'],
  ['heron-7b-w4a16', 'quantized'],
  ['heron-7b-slerp', 'merge'],
  ['explorations-7b', 'finetune'],
] as const)('by the name %s', (name, expected) => {
  expect(relation('tags: []', name)).toBe(expected)
})
