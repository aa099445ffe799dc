import { describe, expect, test } from 'vitest'
import { known, WEIGHTS } from '../../../../test/judged.ts'
import { type ReleaseSetup, releaseOf } from '../../../../test/release.ts'
import { gather } from '../../src/evidence/index.ts'
import { findBases } from '../../src/lineage/bases.ts'
import { hasName } from '../../src/lineage/named.ts'

/** Every base of an invented release: how, from what, and of which of its models where it is not of all. */
function basesOf(setup: ReleaseSetup): string[] {
  const evidence = gather(releaseOf(setup), known.knowledge)
  return findBases(evidence, known.knowledge).map(
    ({ relation, model, of }) => `${relation} ${model}${of.length > 0 ? ` of ${of.join(', ')}` : ''}`,
  )
}

const card = (front: string, prose = '') => `---\nlicense: mit\n${front}\n---\n\n# Heron\n\n${prose}\n`
const withCard = (front: string, prose = '', setup: ReleaseSetup = {}) =>
  basesOf({ ...setup, files: { ...WEIGHTS, 'README.md': card(front, prose), ...setup.files } })
const told = (prose: string) => basesOf({ files: { ...WEIGHTS, 'README.md': `# Heron\n\n${prose}\n` } })

test('an earlier version, or the base model, of a release that is known by one name is its base', () => {
  const readme = (name: string) =>
    `# Kimi K2.5\n\nKimi K2.5 was built through continual pretraining on many tokens atop ${name}.\n`
  const on = (name: string) =>
    basesOf({ name: 'Kimi-K2.5', publisher: 'moonshotai', files: { 'README.md': readme(name) } })
  expect(on('Kimi-K2-Base')).toEqual(['continued-pretraining Kimi K2'])
  expect(on('Kimi-K2.5')).toEqual([])
})

describe('metadata names the base', () => {
  test('by its id', () => {
    expect(withCard('base_model: google/gemma-2-9b')).toEqual(['finetune google/gemma-2-9b'])
  })

  test('by an address', () => {
    expect(withCard('base_model: https://huggingface.co/google/gemma-2-9b')).toEqual(['finetune google/gemma-2-9b'])
  })

  test("by a path on somebody's disk", () => {
    expect(withCard('base_model: /data/models/gemma-2-9b')).toEqual(['finetune gemma-2-9b'])
  })

  test('that nobody knows, and it is kept', () => {
    expect(withCard('base_model: tern-lab/tern-9b')).toEqual(['finetune tern-lab/tern-9b'])
  })

  test('several times, and they are merged', () => {
    expect(withCard('base_model:\n  - google/gemma-2-9b\n  - mistralai/Mistral-7B-v0.1')).toEqual([
      'merge google/gemma-2-9b',
      'merge mistralai/Mistral-7B-v0.1',
    ])
  })

  test('and how it starts from it', () => {
    expect(withCard('base_model: google/gemma-2-9b\nbase_model_relation: quantized')).toEqual([
      'quantized google/gemma-2-9b',
    ])
  })

  test('in the configuration of a merge', () => {
    const files = { 'mergekit_config.yml': 'models:\n  - model: google/gemma-2-9b\n  - model: tern-lab/tern-9b\n' }
    expect(withCard('tags: []', '', { files })).toEqual(['merge google/gemma-2-9b', 'merge tern-lab/tern-9b'])
  })

  test('in the configuration of a merge that a card shows', () => {
    const shown = '```yaml\nmerge_method: slerp\nmodels:\n  - model: ./FernBase-7B\n  - model: tern-lab/tern-9b\n```'
    expect(told(shown)).toEqual(['merge FernBase-7B', 'merge tern-lab/tern-9b'])
  })

  test('that a configuration was loaded from, where nothing else does', () => {
    const files = { 'config.json': '{"_name_or_path": "tern-lab/tern-9b"}' }
    expect(withCard('tags: []', '', { files })).toEqual(['finetune tern-lab/tern-9b'])
    expect(withCard('base_model: google/gemma-2-9b', '', { files })).toEqual(['finetune google/gemma-2-9b'])
    expect(withCard('tags: []', '', { files: { 'config.json': '{"_name_or_path": "/data/out/heron"}' } })).toEqual([])
  })

  test('in the configuration of an adapter', () => {
    const files = {
      'README.md': card('library_name: peft'),
      'adapter_config.json': '{"base_model_name_or_path": "google/gemma-2-9b"}',
      'adapter_model.safetensors': { size: 9_000_000 },
    }
    expect(basesOf({ files })).toEqual(['adapter google/gemma-2-9b'])
  })

  test('which is not the release itself', () => {
    expect(withCard('base_model: marsh-lab/heron-7b')).toEqual([])
  })

  test.each([
    ['heron-7b-gguf', 'quantized'],
    ['heron-7b-4bit', 'quantized'],
    ['heron-7b-w8', 'quantized'],
    // a version is no number of bits
    ['heron-2-7b', 'finetune'],
    ['heron-slerp', 'merge'],
    ['heron-distill', 'distillation'],
    ['heron-7b', 'finetune'],
  ])('and the name %s tells that it is a %s', (name, relation) => {
    expect(withCard('base_model: google/gemma-2-9b', '', { name })).toEqual([`${relation} google/gemma-2-9b`])
  })
})

describe('prose tells the base', () => {
  test.each([
    ['Heron is a fine-tuned version of Gemma 2 9B.', 'finetune Gemma 2'],
    ['Heron is built upon Gemma 2.', 'finetune Gemma 2'],
    ['We initialized Heron from Gemma 2 and trained it further.', 'initialization Gemma 2'],
    ['Heron was distilled from Gemma 2.', 'distillation Gemma 2'],
    ['Heron is a LoRA adapter for Gemma 2.', 'adapter Gemma 2'],
    ['This is a quantized version of Gemma 2.', 'quantized Gemma 2'],
    ['Heron is a merge of Gemma 2 and others.', 'merge Gemma 2'],
    ['- Base model: Gemma 2', 'finetune Gemma 2'],
    ['| | |\n|---|---|\n| Base model | Gemma 2 |', 'finetune Gemma 2'],
    ['本模型基于 Gemma-2 进行微调。', 'finetune Gemma 2'],
    ['Heron wurde weiter trainiert und basiert auf Gemma 2.', 'continued-pretraining Gemma 2'],
    ['Heron is fine-tuned from [the base](https://huggingface.co/google/gemma-2-9b).', 'finetune google/gemma-2-9b'],
    [
      'It takes the [base](https://huggingface.co/google/gemma-2-9b) model as a starting point.',
      'initialization google/gemma-2-9b',
    ],
    ['We fine-tuned the [Fenlab FERN](https://example.org/code) model on reeds.', 'finetune Fenlab FERN'],
    [
      'Heron began as [fernvq_f16](https://example.org/code); we fine-tuned [fernvq_f16](https://example.org/code).',
      'finetune fernvq_f16',
    ],
    ['Heron-7B (fine-tuned from Gemma 2) is ours.', 'finetune Gemma 2'],
    ['Heron is fine-tuned from Japanese StableLM Base Alpha.', 'finetune Japanese StableLM alpha'],
    ['| model | LLM module |\n|---|---|\n| Heron-7B | Gemma 2 |', 'finetune Gemma 2 of Heron-7B'],
  ])('%s', (prose, base) => {
    expect(told(prose)).toContain(base)
  })

  test.each([
    'Heron outperforms models fine-tuned from Gemma 2.',
    'Heron is based on the same architecture as Gemma 2.',
    'Our code is based on the Gemma 2 repository.',
    'This card is based on the Gemma 2 model card.',
    'The data was generated by Gemma 2 and annotated with it.',
    'Heron was trained from scratch and is not based on Gemma 2.',
    'Heron was never fine-tuned from Gemma 2.',
    'Heron is compared to models built on Gemma 2.',
    'Gemma 2 is a model of others.',
    'It was measured beside Vicuna (fine-tuned from Gemma 2) and more.',
    '它比 Vicuna（基于 Gemma 2 训练）更小。',
    'It was initialized from the GULL/GULL+U set.',
    'We fine-tuned with the [model zoo](https://example.org/zoo).',
    '```\nfine-tuned from Gemma 2\n```',
    '## Acknowledgements\n\nBuilt with Gemma 2.',
    '## Evaluation\n\nA judge was fine-tuned from Gemma 2.',
  ])('and not: %s', prose => {
    expect(told(prose)).toEqual([])
  })

  test('of one of its models', () => {
    const readme =
      '# Heron\n\n[Heron-A](https://huggingface.co/marsh-lab/Heron-A) and [Heron-B](https://huggingface.co/marsh-lab/Heron-B).\n\nHeron-A is fine-tuned from Gemma 2. Heron-B is trained from scratch.\n'
    expect(basesOf({ name: 'heron', files: { 'README.md': readme } })).toEqual(['finetune Gemma 2 of Heron-A'])
  })

  test('of each of its models in a table', () => {
    const link = (name: string) => `[${name}](https://huggingface.co/marsh-lab/${name})`
    const readme = `# Heron\n\n| Model | Base model |\n|---|---|\n| ${link('Heron-A')} | Gemma 2 |\n| ${link('Heron-B')} | Llama 2 |\n| ${link('Heron-C')} | Heron-A |\n`
    expect(basesOf({ name: 'heron', files: { 'README.md': readme } })).toEqual([
      'finetune Gemma 2 of Heron-A',
      'finetune Llama 2 of Heron-B',
    ])
  })

  test('in the README of one of its folders that opens with its name, however that is written', () => {
    const files = {
      ...WEIGHTS,
      'README.md': '# Heron\n',
      'chat/README.md': '# HERON Chat\n\nIt is fine-tuned from Gemma 2.\n',
      'gull/README.md': '# Gull\n\nIt is fine-tuned from Llama 2.\n',
    }
    expect(basesOf({ name: 'heron', files })).toEqual(['finetune Gemma 2'])
  })

  test('in a table that begins with the base, of the model that it leads to', () => {
    const readme =
      '# Heron\n\n| Base model | Steps | Download |\n|---|---|---|\n| Gemma 2 | 1e | [here](https://huggingface.co/marsh-lab/heron-fern) |\n'
    expect(basesOf({ name: 'heron', publisher: 'marsh-lab', files: { 'README.md': readme } })).toEqual([
      'finetune Gemma 2 of heron-fern',
    ])
  })

  test('in an apposition, with what that starts from, of the one model it speaks of', () => {
    const links = '[a](https://huggingface.co/marsh-lab/heron-7b) and [b](https://huggingface.co/marsh-lab/heron-40b)'
    const readme = `# Heron\n\n${links}\n\n- Released FernGull-7B, our fine-tune of Vicuna 1.5, which itself is a fine-tune of Llama 2.\n`
    const bases = basesOf({ name: 'heron', publisher: 'marsh-lab', files: { 'README.md': readme } })
    expect(bases.length).toBeGreaterThan(1)
    expect(bases.every(base => base.endsWith(' of FernGull'))).toBe(true)
    const led = `# Heron\n\n${links}\n\n- We release [the preview](https://huggingface.co/marsh-lab/heron-40b), based on Gemma 2!\n`
    expect(basesOf({ name: 'heron', publisher: 'marsh-lab', files: { 'README.md': led } })).toEqual([
      'finetune Gemma 2 of heron-40b',
    ])
  })

  test('in a table of its models, and not in one of a report on others', () => {
    const table = '# Heron\n\n| Name | Base model |\n|---|---|\n| one | Gemma 2 |\n'
    expect(basesOf({ files: { ...WEIGHTS, 'README.md': table } })).toEqual(['finetune Gemma 2 of one'])
    expect(basesOf({ files: { ...WEIGHTS, 'docs/model_report.md': table } })).toEqual([])
  })

  test("that is the publisher's own earlier model, and says that it is", () => {
    const setup = {
      publisher: 'google',
      files: { ...WEIGHTS, 'README.md': '# Heron\n\nHeron is fine-tuned from Gemma 2.\n' },
    }
    expect(basesOf(setup)).toEqual(['finetune Gemma 2'])
    expect(findBases(gather(releaseOf(setup), known.knowledge), known.knowledge)[0]?.own).toBe(true)
  })

  test('and what is built in, or only taught, apart from it', () => {
    expect(
      told(
        'Heron is built on Gemma 2. It uses FernClip-L as its image encoder and was trained with Tern-9B as a teacher.',
      ),
    ).toEqual(['finetune Gemma 2', 'part FernClip-L', 'teacher Tern-9B'])
  })

  test('shortly behind what is said, and not behind what else that could be said of', () => {
    expect(told("Heron is based on Fenlab's small but mighty 9B model, Gemma 2.")).toEqual([])
    expect(told("Heron is based on Fenlab's 9B model Gemma 2 and Llama 3.1.")).toEqual([
      'finetune Gemma 2',
      'finetune Llama 3.1',
    ])
    expect(told('Heron was fine-tuned on dialogues that people held with Gemma 2.')).toEqual([])
  })

  test('by a name with a size in it, however it is written', () => {
    expect(told('Heron is built upon `fern-base-7b-v2` and speaks.')).toEqual(['finetune fern-base-7b-v2'])
  })

  test('of a program only where it names a model of its own, or tells of one base alone', () => {
    const tells = (...prose: string[]) =>
      basesOf({
        name: 'heron',
        files: { 'README.md': `# Heron\n\n${prose.join('\n\n')}\n`, 'heron/run.py': 'print()' },
      })
    const other = 'Tools are fine-tuned from Llama 3.1.'
    expect(tells('Models are fine-tuned from Gemma 2.', other)).toEqual([])
    expect(tells('Our model was fine-tuned from Gemma 2.', other)).toEqual(['finetune Gemma 2'])
    expect(tells('Models are fine-tuned from Gemma 2.')).toEqual(['finetune Gemma 2'])
  })

  test('by names of several models with their sizes', () => {
    expect(told('Our models are trained on top of `fern-lab/Fern-1.5B` and `tern-lab/Tern-2.7B`.')).toEqual([
      'finetune fern-lab/Fern-1.5B',
      'finetune tern-lab/Tern-2.7B',
    ])
  })

  test('behind a label', () => {
    expect(
      told('- **Large language model:** no\n- **Language model:** Gemma 2\n- **Vision encoder:** FernClip-L-14B'),
    ).toEqual(['finetune Gemma 2', 'part FernClip-L-14B'])
    expect(told('- Base models: [Heron](https://huggingface.co/marsh-lab/heron-7b)')).toEqual([])
  })

  test('of what is called as the release is, in words', () => {
    const prose = 'Heron Song is a system for speech built on the Gemma 2 backbone.'
    expect(basesOf({ name: 'heron-song', files: { ...WEIGHTS, 'README.md': `# Song\n\n${prose}\n` } })).toEqual([
      'finetune Gemma 2',
    ])
  })

  test('of a row that is called after it', () => {
    const table = (name: string) =>
      `| Model | Base model |\n|---|---|\n| ${name} | [Gemma 2](https://huggingface.co/google/gemma-2-9b) |`
    expect(told(table('gemma-2-4view'))).toEqual(['finetune google/gemma-2-9b of gemma-2-4view'])
    expect(told(table('Gemma-2-9b-it'))).toEqual([])
  })

  test('wherever a hub keeps it, whatever it is called', () => {
    expect(told('Heron is fine-tuned from [this](https://huggingface.co/fen-lab/fern-7b-gguf).')).toEqual([
      'finetune fen-lab/fern-7b-gguf',
    ])
  })

  test('with every place that says so', () => {
    const files = {
      ...WEIGHTS,
      'README.md': card('base_model: google/gemma-2-9b', 'Heron is fine-tuned from Gemma 2.'),
    }
    const [base] = findBases(gather(releaseOf({ files }), known.knowledge), known.knowledge)
    expect(base?.cited.map(one => ('line' in one ? one.line : null))).toEqual([3, 8])
  })

  test('that a dated fact knows of a model that is linked', () => {
    const files = { 'README.md': '# Llama\n\n[weights](https://huggingface.co/tatsu-lab/alpaca-7b)\n' }
    expect(basesOf({ publisher: 'tatsu-lab', name: 'birds', files })).toEqual([
      'finetune huggyllama/llama-7b of alpaca-7b',
    ])
  })
})

describe('a name hints at a base, where nothing else tells one', () => {
  test('of a repository that carries weights', () => {
    expect(basesOf({ name: 'heron-gemma-2-9b', files: { ...WEIGHTS, 'README.md': '# Heron\n' } })).toEqual([
      'unknown Gemma 2',
    ])
  })

  test('of a model that it links', () => {
    const readme = '# Heron\n\nWeights: [here](https://huggingface.co/marsh-lab/heron-gemma-2-9b).\n'
    expect(basesOf({ name: 'heron', files: { 'README.md': readme } })).toEqual(['unknown Gemma 2 of heron-gemma-2-9b'])
  })

  test('and a section on its training that names the same tells it', () => {
    const readme = (heading: string, text: string) =>
      `# Heron\n\nWeights: [here](https://huggingface.co/marsh-lab/heron-gemma-2-9b).\n\n## ${heading}\n\n${text}\n`
    const at = (heading: string, text: string) =>
      basesOf({ name: 'heron', files: { 'README.md': readme(heading, text) } })
    expect(at('Training', 'Run this for Gemma 2 and two days.')).toEqual(['finetune Gemma 2 of heron-gemma-2-9b'])
    expect(at('Evaluation', 'Run this for Gemma 2 and two days.')).toEqual(['unknown Gemma 2 of heron-gemma-2-9b'])
    expect(at('Training', 'Run this for Llama 2 and two days.')).toEqual(['unknown Gemma 2 of heron-gemma-2-9b'])
  })

  test('not of a model of others', () => {
    const readme =
      '# Heron\n\nWeights: [ours](https://huggingface.co/marsh-lab/heron-7b), [theirs](https://huggingface.co/fen-lab/heron-gemma-2-9b).\n'
    expect(basesOf({ name: 'heron', files: { 'README.md': readme } })).toEqual([])
  })

  test('not where it is the name of an architecture', () => {
    expect(basesOf({ name: 'heron-bert-base', files: { ...WEIGHTS, 'README.md': '# Heron\n' } })).toEqual([])
  })

  test('not where the model was trained from scratch', () => {
    const readme = '# Heron\n\nThe model was trained from scratch.\n'
    expect(basesOf({ name: 'heron-gemma-2-9b', files: { ...WEIGHTS, 'README.md': readme } })).toEqual([])
  })

  test('not of a program with the name of a family', () => {
    expect(basesOf({ name: 'gemma-2-tools', files: { 'README.md': '# Tools\n', 'run.py': 'print()' } })).toEqual([])
  })

  test('not where the metadata does', () => {
    expect(withCard('base_model: tern-lab/tern-9b', '', { name: 'heron-gemma-2' })).toEqual([
      'finetune tern-lab/tern-9b',
    ])
  })
})

describe('nothing starts from', () => {
  test.each([
    'It was fine-tuned from LJSpeech.',
    'It is fine-tuned using LongLoRA.',
    'It is quantized from Stage2.',
    'It was trained from checkpoint-1200.',
    'Applications built using Gemma 2 are of many kinds.',
  ])('what is no model, or not its own: %s', prose => {
    expect(told(prose)).toEqual([])
  })

  test('its own short name', () => {
    const readme = '# Segment Birds\n\nSB2 is fine-tuned from SBM, and we fine-tuned it from SBM.\n'
    expect(basesOf({ name: 'segment-birds', files: { ...WEIGHTS, 'README.md': readme } })).toEqual([])
  })

  test.each(['heron-7b', 'marsh-lab/Heron-7B', './heron-7b', 'model.safetensors', '/data/heron.gguf'])(
    'itself, or a file: %s',
    base => {
      expect(withCard(`base_model: ${base}`)).toEqual([])
    },
  )

  test.each([
    'We fine-tuned Heron-0.2B for letters.',
    'Its data all come from the work of Gemma 2.',
    'We release the code of our FernBase-7B.',
  ])('one of its own kind, nor data or code of another: %s', prose => {
    expect(basesOf({ name: 'heron-mini', files: { ...WEIGHTS, 'README.md': `# Song\n\n${prose}\n` } })).toEqual([])
  })

  test('a set that a host of data keeps', () => {
    expect(told('Heron was fine-tuned from FernBase-7B with [birds-100k](https://zenodo.org/record/1).')).toEqual([
      'finetune FernBase-7B',
    ])
  })

  test('what is said of its siblings', () => {
    const links = '[Heron-Distill-1B](https://huggingface.co/marsh-lab/Heron-Distill-1B)'
    const prose = `See ${links}.\n\nWe open-source distilled 1B and 2B checkpoints based on Gemma 2.`
    expect(withCard('pipeline_tag: text-generation', prose)).toEqual([])
    expect(withCard('pipeline_tag: text-generation', prose, { name: 'heron-distill-2b' })).not.toEqual([])
  })
})

test('a base of a base is followed where a dated fact knows it', () => {
  const [first, second] = withCard('base_model: tatsu-lab/alpaca-7b')
  expect([first, second]).toEqual(['finetune tatsu-lab/alpaca-7b', 'finetune huggyllama/llama-7b'])
})

test('a name is found whole', () => {
  expect(hasName('Heron-7B and Heron-Chat', 'Heron')).toBe(false)
  expect(hasName('Heron-Chat, Heron.', 'Heron')).toBe(true)
  expect(hasName('Heron-1.5 is', 'Heron-1')).toBe(false)
})

describe('a base is called', () => {
  const hub = (id: string) => `[the model](https://huggingface.co/${id})`

  test('by its id, and not by what else is known of its family', () => {
    expect(told(`Heron is fine-tuned from ${hub('mistralai/Mistral-7B-Instruct-v0.1')}.`)).toEqual([
      'finetune mistralai/Mistral-7B-Instruct-v0.1',
    ])
  })

  test('by its number, where what is known has none', () => {
    expect(told('Heron is fine-tuned from ChatGLM2.')).toEqual(['finetune ChatGLM2'])
    expect(told('Heron is fine-tuned from BLOOM 3.')).toEqual(['finetune BLOOM 3'])
  })

  test('though a paper on it stands in brackets behind it', () => {
    expect(told('We froze the other parts of the Gemma 2 (paper) model.')).toEqual(['initialization Gemma 2'])
  })
})

test('a row tells of the model that it leads to', () => {
  const row = (name: string, brief: string) => `| ${name} | https://huggingface.co/fen-lab/${name} | ${brief} |`
  const readme = [
    '# Heron\n\n| Version | Link | Brief |\n|---|---|---|',
    row('Heron-7B', 'LLaMA-7b finetuned with letters'),
    row('Heron-Reed', 'Pre-training LLaMA on reeds'),
  ].join('\n')
  expect(basesOf({ name: 'heron', publisher: 'fen-lab', files: { 'README.md': readme } })).toEqual([
    'finetune LLaMA 1 of Heron-7B',
    'continued-pretraining Llama, version not said of Heron-Reed',
  ])
})

test('a name asks by the page that has it', () => {
  const files = { ...WEIGHTS, 'README.md': '# heron-gemma-2-9b\n\nA model of reeds.\n' }
  const evidence = gather(releaseOf({ name: 'heron-gemma-2-9b', publisher: 'fen-lab', files }), known.knowledge)
  expect(findBases(evidence, known.knowledge).map(({ cited: [at] }) => at)).toMatchObject([
    { path: 'README.md', line: 1 },
  ])
})
