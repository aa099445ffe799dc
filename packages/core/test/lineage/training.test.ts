import { describe, expect, test } from 'vitest'
import { known } from '../../../../test/judged.ts'
import { releaseOf } from '../../../../test/release.ts'
import { gather } from '../../src/evidence/index.ts'
import { findBases } from '../../src/lineage/bases.ts'

const LINKS = '# Heron\n\nWeights: [heron](https://huggingface.co/marsh-lab/heron-7b).\n'

/** What a release whose card tells nothing starts from, by the files of its training. */
function basesOf(files: Record<string, string>, readme = LINKS): string[] {
  const evidence = gather(releaseOf({ name: 'heron', files: { 'README.md': readme, ...files } }), known.knowledge)
  return findBases(evidence, known.knowledge).map(({ relation, model }) => `${relation} ${model}`)
}
const run = (id: string) => `torchrun sft.py \\\n  --model_name_or_path ${id} \\\n  --num_train_epochs 3\n`

describe('what a training starts from', () => {
  test.each([
    ['a script', { 'train/sft.sh': run('fen-lab/Fern-7B') }],
    ['a script at the root', { 'finetune_all.sh': run('"fen-lab/Fern-7B"') }],
    [
      'a variable of a script',
      { 'train/sft.sh': 'base_model="fen-lab/Fern-7B"\ntorchrun a.py --base "$base_model"\n' },
    ],
    ['settings in JSON', { 'configs/heron_12l.json': '{\n  "model_name_or_path": "fen-lab/Fern-7B"\n}' }],
    ['settings in YAML', { 'heron.yaml': 'base_model: fen-lab/Fern-7B\nnum_train_epochs: 3\n' }],
    ['scripts that agree', { 'train/a.sh': run('fen-lab/Fern-7B'), 'train/b.sh': run('fen-lab/Fern-7B') }],
    ['what is not commented out', { 'train/a.sh': `# MODEL=gull-lab/Gull-7B\n${run('fen-lab/Fern-7B')}` }],
  ])('by %s', (_, files) => {
    expect(basesOf(files as unknown as Record<string, string>)).toContain('finetune fen-lab/Fern-7B')
  })

  test('by a version that is known without its publisher', () => {
    expect(basesOf({ 'configs/heron.json': '{\n  "model_name_or_path": "xlm-roberta-base"\n}' })).toEqual([
      'finetune XLM-RoBERTa',
    ])
  })

  test.each([
    ['where scripts name others', { 'train/a.sh': run('fen-lab/Fern-7B'), 'train/b.sh': run('gull-lab/Gull-7B') }],
    ['where it is called like what it starts from', { 'train/gemma-2/run.sh': run('google/gemma-2-9b') }],
    ['of an evaluation', { 'eval/train_test.sh': run('fen-lab/Fern-7B') }],
    ['of an example', { 'examples/train.sh': run('fen-lab/Fern-7B') }],
    ['of its own model', { 'train/a.sh': run('marsh-lab/heron-7b') }],
    ["of a path on somebody's disk", { 'train/a.sh': run('/data/models/gemma-2-9b') }],
    ['of settings that train nothing', { 'serve.yaml': 'base_model: fen-lab/Fern-7B\nport: 80\n' }],
    ['of settings of a tutorial', { 'tutorial.yaml': 'base_model: fen-lab/Fern-7B\nnum_train_epochs: 3\n' }],
    ['of a name that nobody knows', { 'train/a.sh': run('my-model') }],
  ])('is not asked %s', (_, files) => {
    expect(basesOf(files as unknown as Record<string, string>)).toEqual([])
  })

  test('is not asked of a program without models of its own', () => {
    expect(basesOf({ 'train/sft.sh': run('fen-lab/Fern-7B') }, '# Heron\n\nA program.\n')).toEqual([])
  })

  test('is not asked where the card says that it started from nothing', () => {
    const readme = `${LINKS}\nHeron was trained from scratch.\n`
    expect(basesOf({ 'train/sft.sh': run('fen-lab/Fern-7B') }, readme)).toEqual([])
  })

  test('is not asked where the card tells it', () => {
    const readme = `${LINKS}\nHeron is fine-tuned from Gemma 2.\n`
    expect(basesOf({ 'train/sft.sh': run('fen-lab/Fern-7B') }, readme)).toEqual(['finetune Gemma 2'])
  })
})
