import { describe, expect, test } from 'vitest'
import { modelsOf, reportOn, reportWith, WEIGHTS } from '../../../../test/judged.ts'
import type { ReleaseSetup } from '../../../../test/release.ts'

const card = (front: string) => ({ ...WEIGHTS, 'README.md': `---\n${front}\n---\n\n# Heron\n` })
const binding = (front: string) => modelsOf({ files: card(front) })['heron-7b']

describe('a base restricts its derivatives', () => {
  test('whatever open license they declare', () => {
    expect(binding('license: apache-2.0\nbase_model: google/gemma-2-9b')).toEqual(['apache-2.0', 'gemma'])
    expect(reportWith(card('license: apache-2.0\nbase_model: google/gemma-2-9b')).term.id).toBe('weights-available-ai')
  })

  test('through several hops', () => {
    expect(binding('license: mit\nbase_model: tatsu-lab/alpaca-7b')).toEqual(['mit', 'llama1'])
  })

  test('an adapter runs only with its base', () => {
    const files = {
      'README.md': '---\nlicense: mit\nlibrary_name: peft\n---\n\n# Heron\n',
      'adapter_config.json': '{"base_model_name_or_path": "google/gemma-2-9b", "peft_type": "LORA"}',
      'adapter_model.safetensors': { size: 9_000_000 },
    }
    const report = reportOn({ files })
    expect(report.term.id).toBe('weights-available-ai')
    expect(report.term.facets).toContain('an adapter: runs only with its base')
    expect(reportWith(card('license: mit\nbase_model: google/gemma-2-9b')).models.map(({ alone }) => alone)).toEqual([
      undefined,
    ])
  })

  test('and is told alone too, where the card says that it is one', () => {
    const on = (front: string) =>
      reportOn({
        name: 'heron-7b',
        files: { 'README.md': card(`license: mit\nbase_model: google/gemma-2-9b\n${front}`)['README.md'] },
      })
    for (const front of ['library_name: peft', 'base_model_relation: adapter'])
      expect(on(front).models.map(({ term, alone }) => [term.id, alone])).toEqual([
        ['weights-available-ai', undefined],
        ['open-weights-ai', true],
      ])
    expect(on('library_name: peft\nbase_model_relation: merge').models).toHaveLength(1)
  })

  test('a delta too', () => {
    const readme = '---\nlicense: mit\n---\n\n# Heron\n\nWe release the delta weights over LLaMA-7B.\n'
    const report = reportOn({ name: 'heron-7b-delta', files: { ...WEIGHTS, 'README.md': readme } })
    expect(report.term.id).toBe('weights-available-ai')
    expect(report.term.facets).toContain('a delta: runs only with its base')
  })

  test('the same license is bound once', () => {
    expect(binding('license: gemma\nbase_model: google/gemma-2-9b')).toEqual(['gemma'])
  })

  test('an open base adds nothing', () => {
    expect(binding('license: mit\nbase_model: mistralai/Mistral-7B-v0.1')).toEqual(['mit'])
  })

  test('a base that nobody knows is a doubt: the floor takes it, the ceiling does not', () => {
    const { term } = reportWith(card('license: mit\nbase_model: tern-lab/tern-9b'))
    expect([term.floor, term.ceiling]).toEqual(['undetermined', 'open-weights-ai'])
    expect(reportWith(card('license: mit\nbase_model: marsh-lab/heron')).term.floor).toBe('open-weights-ai')
  })
})

test('what some of several models start from is asked of these alone', () => {
  const row = (name: string, base: string) => `| [${name}](https://huggingface.co/marsh-lab/${name}) | ${base} |`
  const table = `| Model | Base model |\n| --- | --- |\n${row('heron-gull-7b', 'Gemma 2')}\n`
  const readme = `---\nlicense: mit\n---\n\n# Heron\n\nHeron is based on Tern-Base.\n\n${table}`
  const report = reportOn({ name: 'heron', publisher: 'marsh-lab', files: { 'README.md': readme } })
  expect(report.lineage).toMatchObject([{ model: 'Gemma 2', of: ['heron-gull-7b'] }])
  const because = (name: string) => {
    const model = report.models.find(one => one.name === name)
    return report.findings
      .filter(({ id }) => model?.term.because.includes(id))
      .map(({ says }) => says)
      .join()
  }
  expect(because('heron')).not.toContain('Gemma 2')
  expect(because('heron')).toContain('training code')
})

describe('what is no base of the weights', () => {
  const on = (prose: string, setup: ReleaseSetup = {}) =>
    reportOn({
      ...setup,
      files: { ...WEIGHTS, 'README.md': `---\nlicense: apache-2.0\n---\n\n# Heron\n\n${prose}\n` },
    })

  test('keeps its terms for itself where it is built in, and contradicts nothing', () => {
    const report = on('Heron uses Gemma 2 as its text encoder.')
    expect(report.lineage).toMatchObject([{ model: 'Gemma 2', relation: 'part', stands: 'unknown' }])
    expect(report.conflicts).toEqual([])
    expect(report.term.id).toBe('weights-available-ai')
  })

  test('asks where it is not shipped with them', () => {
    const readme =
      '# Heron\n\nThe [weights](https://huggingface.co/marsh-lab/heron-7b) are under the MIT license.\n\nHeron uses Gemma 2 as its text encoder.\n'
    const [model] = reportOn({ name: 'heron', files: { LICENSE: 'MIT', 'README.md': readme } }).models
    expect(model?.term.ceiling).not.toBe('weights-available-ai')
  })

  test('binds by what its terms say of outputs, where it only taught', () => {
    const teacher = (name: string) => on(`Heron was trained with ${name} as a teacher.`).term.id
    expect(teacher('Llama 3.1')).toBe('weights-available-ai')
    expect(teacher('Command R')).toBe('open-weights-ai')
  })

  test("is no doubt where it is the publisher's own earlier model", () => {
    const report = on('Heron is fine-tuned from Gemma 2.', { publisher: 'google' })
    expect(report.lineage).toMatchObject([{ model: 'Gemma 2', relation: 'finetune', own: true }])
    expect([report.term.id, report.conflicts]).toEqual(['open-weights-ai', []])
  })
})

test('a base grants nothing: an undeclared derivative of an open base is unlicensed', () => {
  const report = reportWith(card('base_model: mistralai/Mistral-7B-v0.1'))
  expect(report.term.id).toBe('unlicensed-weights')
  expect(report.lineage).toMatchObject([{ model: 'mistralai/Mistral-7B-v0.1', license: 'apache-2.0' }])
})

describe('lineage-wider', () => {
  test('is reported where open terms are laid over a restricted base, with both places cited', () => {
    const [conflict, ...more] = reportWith(card('license: apache-2.0\nbase_model: google/gemma-2-9b')).conflicts
    expect(more).toEqual([])
    expect(conflict).toMatchObject({
      kind: 'lineage-wider',
      because: expect.stringMatching(
        /^heron-7b is put under Apache License 2.0; it starts from google\/gemma-2-9b, which comes under Gemma/,
      ),
      cited: [
        { path: 'README.md', key: 'base_model' },
        { path: 'README.md', key: 'license' },
      ],
    })
  })

  test.each([
    ['the base is open', 'license: mit\nbase_model: mistralai/Mistral-7B-v0.1'],
    ["the base's own terms are declared", 'license: gemma\nbase_model: google/gemma-2-9b'],
    ['the terms are restricted themselves', 'license: cc-by-nc-4.0\nbase_model: google/gemma-2-9b'],
    ['the terms were not read', 'license: other\nlicense_name: fern\nbase_model: google/gemma-2-9b'],
    ['no terms are declared', 'base_model: google/gemma-2-9b'],
  ])('is not where %s', (_, front) => {
    expect(reportWith(card(front)).conflicts.map(({ kind }) => kind)).not.toContain('lineage-wider')
  })
})

describe('of several models only those that start from a base are bound by it', () => {
  const link = (name: string) => `[${name}](https://huggingface.co/marsh-lab/${name})`

  test('as a sentence tells', () => {
    const readme = `# Heron\n\n${link('Heron-A')} and ${link('Heron-B')}.\n\nHeron-A is fine-tuned from Gemma 2. Heron-B is trained from scratch.\n\n## License\n\nThe models are under the Apache 2.0 license.\n`
    expect(modelsOf({ name: 'heron', files: { 'README.md': readme } })).toEqual({
      heron: ['apache-2.0'],
      'Heron-A': ['apache-2.0', 'gemma'],
    })
  })

  test('as a table tells, row by row', () => {
    const readme = `# Heron\n\n| Model | Base model | License |\n|---|---|---|\n| ${link('Heron-A')} | Gemma 2 | MIT |\n| ${link('Heron-B')} | Mistral 7B | Apache-2.0 |\n`
    expect(modelsOf({ name: 'heron', files: { 'README.md': readme } })).toEqual({
      'Heron-A': ['mit', 'gemma'],
      'Heron-B': ['apache-2.0'],
    })
  })

  test('and on the page of one, the bases of its siblings are theirs', () => {
    const readme = `---\nlicense: mit\npipeline_tag: text-generation\n---\n\n# Heron-7B\n\nHeron-13B is fine-tuned from Gemma 2. See ${link('Heron-13B')} and ${link('Heron-7B')}.\n`
    const report = reportOn({ name: 'Heron-7B', files: { ...WEIGHTS, 'README.md': readme } })
    expect(report.term.id).toBe('open-weights-ai')
    expect(report.lineage).toEqual([])
  })

  test('a name within another is not it', () => {
    const readme = `# Heron\n\n${link('Heron-A')} and ${link('Heron-A-Chat')}.\n\nHeron-A-Chat is fine-tuned from Gemma 2.\n\n## License\n\nThe models are under the MIT license.\n`
    expect(modelsOf({ name: 'heron', files: { 'README.md': readme } })).toEqual({
      heron: ['mit'],
      'Heron-A-Chat': ['mit', 'gemma'],
    })
  })
})

test('a model whose name speaks of a restricted base is not proven open, and contradicts nothing', () => {
  const readme =
    '# Heron\n\nThe weights are under the MIT license: [heron](https://huggingface.co/marsh-lab/heron-llama-2-7b).\n'
  const { term, conflicts } = reportOn({ name: 'heron', files: { 'README.md': readme } })
  expect(term.floor).not.toBe('open-weights-ai')
  expect(conflicts).toEqual([])
})

describe('what is known of a model', () => {
  const stepOf = (base: string) => reportWith(card(`license: mit\nbase_model: ${base}`)).lineage[0]

  test('is not known of another that only has its name within its own, under open terms', () => {
    expect(stepOf('fen-lab/roberta-GGUF')).toMatchObject({ license: 'mit' })
    expect(stepOf('fen-lab/Heron-CLIP-RoBERTa')).toMatchObject({ license: 'NOASSERTION', travels: [] })
    expect(stepOf('fen-lab/Heron-Gemma-2')).toMatchObject({ license: 'gemma' })
  })
})

test('no copy is missed where the weights lie elsewhere', () => {
  const readme = '# Heron\n\nHeron is fine-tuned from Mistral 7B.\n\nGet our weights: '
  const answers = (files: NonNullable<ReleaseSetup['files']>) =>
    reportOn({ name: 'heron', publisher: 'fen-lab', files }).lineage.flatMap(({ travels }) =>
      travels.map(({ answer }) => answer),
    )
  const link = '[weights](https://huggingface.co/fen-lab/heron)\n'
  expect(new Set(answers({ 'README.md': `${readme}${link}` }))).toEqual(new Set(['unknown']))
  expect(new Set(answers({ ...WEIGHTS, 'README.md': readme }))).toEqual(new Set(['unmet']))
})
