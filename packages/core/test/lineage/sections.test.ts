import { describe, expect, test } from 'vitest'
import { known, WEIGHTS } from '../../../../test/judged.ts'
import { releaseOf } from '../../../../test/release.ts'
import { gather } from '../../src/evidence/index.ts'
import { findBases } from '../../src/lineage/bases.ts'

function told(prose: string, more: Record<string, string> = {}): string[] {
  const files = { ...WEIGHTS, 'README.md': `# Heron\n\n${prose}\n`, ...more }
  return findBases(gather(releaseOf({ files }), known.knowledge), known.knowledge).map(
    ({ relation, model, of }) => `${relation} ${model}${of.length > 0 ? ` of ${of.join(', ')}` : ''}`,
  )
}

describe('a section says what a release starts from', () => {
  test('in a list under "Base models"', () => {
    expect(told('### Base models\n\n- [Gemma 2](https://huggingface.co/google/gemma-2-9b)\n- Mistral 7B')).toEqual([
      'finetune google/gemma-2-9b',
      'finetune Mistral 7B',
    ])
  })

  test('under a title that names an evaluation too', () => {
    const files = { ...WEIGHTS, 'README.md': '# Heron: a Model and an Evaluation\n\nHeron is based on Gemma 2.\n' }
    const bases = findBases(gather(releaseOf({ files }), known.knowledge), known.knowledge)
    expect(bases.map(({ model }) => model)).toEqual(['Gemma 2'])
    expect(told('## Evaluation\n\nIt is based on Gemma 2.')).toEqual([])
  })

  test('and tools for a model are none', () => {
    expect(told('The quantization is taken from [Tools-for-LLaMa](https://github.com/marsh/tools).')).toEqual([])
  })

  test('in every column for a base, and not for rows of others', () => {
    const head = '| Model | Vision Encoder | Language Decoder |\n|---|---|---|\n'
    const own = '| Heron-9B | CLIP | Gemma 2 |\n'
    expect(told(head + own)).toEqual(['part CLIP of Heron-9B', 'finetune Gemma 2 of Heron-9B'])
    expect(told(`${head + own}| Dolly | CLIP | GPT-J |\n`)).toEqual([
      'part CLIP of Heron-9B',
      'finetune Gemma 2 of Heron-9B',
    ])
  })

  test('in a column for initial weights, and a mere backbone is a part', () => {
    const head = '| Model | Initial Weights | Backbone |\n|---|---|---|\n'
    expect(told(`${head}| Heron-9B | [base](https://huggingface.co/fen-lab/fern-9b) | FernClip-L |\n`)).toEqual([
      'finetune fen-lab/fern-9b of Heron-9B',
      'part FernClip-L of Heron-9B',
    ])
  })

  test('and the adapters of its tests start from nothing', () => {
    const adapter = '{"base_model_name_or_path": "tern-lab/tern-9b", "peft_type": "LORA"}'
    expect(told('A model.', { 'test/small/adapter_config.json': adapter })).toEqual([])
  })
})
