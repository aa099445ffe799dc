import { describe, expect, test } from 'vitest'
import { reportOn, WEIGHTS } from '../../../../test/judged.ts'
import type { FileSetup } from '../../../../test/release.ts'
import { spdx } from '../texts.ts'

/** The first step of a derivative with this front matter, and its report. */
function step(front: string, { prose = '', name = 'heron-7b', files = {}, complete = true }: Setup = {}) {
  const readme = `---\n${front}\n---\n\n# Heron\n\n${prose}\n`
  const report = reportOn({ name, complete, files: { ...WEIGHTS, 'README.md': readme, ...files } })
  return { ...report.lineage[0], conflicts: report.conflicts.map(({ kind }) => kind) }
}
interface Setup {
  readonly prose?: string
  readonly name?: string
  readonly files?: Readonly<Record<string, FileSetup>>
  readonly complete?: boolean
}

const GEMMA = 'base_model: google/gemma-2-9b'
const LLAMA = 'base_model: meta-llama/Llama-3.1-8B'

describe('the terms here stand to those of a base', () => {
  test.each([
    ['same', `license: gemma\n${GEMMA}`],
    ['wider', `license: apache-2.0\n${GEMMA}`],
    ['wider', 'license: mit\nbase_model: stabilityai/stablelm-base-alpha-7b'],
    ['narrower', 'license: cc-by-nc-4.0\nbase_model: mistralai/Mistral-7B-v0.1'],
    ['both-open', 'license: mit\nbase_model: mistralai/Mistral-7B-v0.1'],
    ['missing', GEMMA],
    ['missing', `license: cc-by-nc-4.0\n${GEMMA}`],
    ['unknown', 'license: mit\nbase_model: tern-lab/tern-9b'],
  ])('%s: %s', (stands, front) => {
    expect(step(front).stands).toBe(stands)
  })

  test('other limits are narrower where the terms of the base are named too', () => {
    const prose = 'The base is used under the Gemma Terms of Use, which bind you as well.'
    expect(step(`license: cc-by-nc-4.0\n${GEMMA}`, { prose })).toMatchObject({ stands: 'narrower', conflicts: [] })
  })

  test('a merge of terms that cannot be kept at once is incompatible', () => {
    const front = 'license: cc-by-sa-4.0\nbase_model:\n  - stabilityai/stablelm-base-alpha-7b\n  - google/gemma-2-9b'
    expect(step(front)).toMatchObject({ stands: 'incompatible', conflicts: ['lineage-wider', 'lineage-wider'] })
  })

  test('limits laid over the limits of a base that nobody names are reported', () => {
    expect(step(`license: cc-by-nc-4.0\n${GEMMA}`).conflicts).toEqual(['lineage-missing-terms'])
  })

  test('lists of forbidden uses that were not compared are no conflict', () => {
    expect(step('license: bigscience-openrail-m\nbase_model: stabilityai/stable-diffusion-2-1')).toMatchObject({
      stands: 'unknown',
      conflicts: [],
    })
  })

  test('a derivative that states no terms contradicts nothing', () => {
    expect(step(GEMMA).conflicts).toEqual([])
  })
})

describe('duties that go with derivatives', () => {
  const duty = (clause: string, front: string, setup?: Setup) =>
    step(front, setup).travels?.find(travelling => travelling.clause === clause)

  test('words to show are found on the card, with their line', () => {
    expect(duty('share.branding', `license: llama3.1\n${LLAMA}`, { prose: '**Built with Llama**' })).toMatchObject({
      answer: 'met',
      cited: [{ path: 'README.md', line: 8, quote: '**Built with Llama**' }],
    })
    expect(duty('share.branding', `license: llama3.1\n${LLAMA}`)?.answer).toBe('unmet')
  })

  test('where not all files are known, what was not seen is not known', () => {
    expect(duty('share.branding', `license: llama3.1\n${LLAMA}`, { complete: false })?.answer).toBe('unknown')
  })

  test('a name begins as it must, however it is written', () => {
    expect(duty('share.naming', `license: llama3.1\n${LLAMA}`, { name: 'llama_3.1-heron' })?.answer).toBe('met')
    expect(duty('share.naming', `license: llama3.1\n${LLAMA}`)?.answer).toBe('unmet')
    expect(duty('share.naming', `license: llama3.1\n${LLAMA}\ntags:\n  - gguf`)?.answer).toBe('needs-human')
  })

  test('a copy of open terms that is not there is a duty not kept, and no conflict', () => {
    const front = 'license: apache-2.0\nbase_model: mistralai/Mistral-7B-v0.1'
    expect(step(front)).toMatchObject({
      travels: [{ clause: 'share.attribution_notice', answer: 'unmet' }],
      conflicts: [],
    })
  })

  test('a copy of restricted terms that is not there is a conflict, unless not all files are known', () => {
    expect(step(`license: gemma\n${GEMMA}`).conflicts).toEqual(['text-missing'])
    expect(step(`license: gemma\n${GEMMA}`, { complete: false }).conflicts).toEqual([])
    const llama = 'license: llama3.1\nbase_model: meta-llama/Llama-3.1-8B'
    expect(step(llama, { name: 'heron' }).conflicts).toEqual(['text-missing'])
    expect(step(llama, { name: 'Llama-heron' }).conflicts).toEqual([])
  })

  test('nor where its address is given: whoever reads it can find the text', () => {
    const prose = 'Heron is a derivative of Gemma under the [Gemma Terms of Use](https://ai.google.dev/gemma/terms).'
    expect(step(`license: gemma\n${GEMMA}`, { prose }).conflicts).toEqual([])
  })

  test('bans that have to travel are missing under a license that only forbids trade', () => {
    const prose = 'Heron was fine-tuned from SDXL 1.0.\n\nHeron is released under CC BY-NC-SA 4.0.'
    expect(step('language: en', { prose, name: 'heron' })).toMatchObject({
      stands: 'missing',
      conflicts: ['lineage-missing-terms'],
    })
  })

  test('the license of the models, whatever its file is called, names the terms of the base', () => {
    const text = `${spdx('CC-BY-NC-4.0')}\n\nThe Gemma Terms of Use bind you as well.\n`
    const files = { 'MODEL_LICENSE.md': text }
    expect(step(GEMMA, { prose: 'The weights are under the [Heron License](MODEL_LICENSE.md).', files })).toMatchObject(
      {
        stands: 'narrower',
        conflicts: [],
      },
    )
  })
})

describe('the terms of a base are kept', () => {
  const standing = (prose: string) =>
    reportOn({
      files: {
        ...WEIGHTS,
        'README.md': `---\nlicense: cc-by-nc-4.0\nbase_model: google/gemma-2-9b\n---\n\n# Heron\n\n${prose}\n`,
      },
    }).lineage[0]?.stands
  test.each([
    'Subject to the model license of Gemma.',
    "Gemma's license applies.",
    'It keeps the Gemma 2 terms of use.',
  ])('where they are said to be: %s', prose => expect(standing(prose)).toBe('narrower'))
  test.each(['Heron starts from Gemma 2. It has a license.', 'It beats Gemma; in terms of speed, too.'])(
    'and not where only the base is named: %s',
    prose => expect(standing(prose)).toBe('missing'),
  )
})

test('nothing contradicts terms of weights that are not offered', () => {
  const { conflicts } = reportOn({
    files: {
      LICENSE: spdx('MIT'),
      'README.md': '# Heron\n\nHeron is a toolkit to train models. Heron is fine-tuned from Llama 2.\n',
    },
  })
  expect(conflicts).toEqual([])
})

test('several hops are followed back, each once', () => {
  const { lineage } = reportOn({
    files: { ...WEIGHTS, 'README.md': `---\nlicense: mit\nbase_model: tatsu-lab/alpaca-7b\n---\n\n# Heron\n` },
  })
  expect(new Set(lineage.map(({ model }) => model)).size).toBe(lineage.length)
  expect(lineage.length).toBeGreaterThan(1)
})

test('a family named beside one of its versions adds no step', () => {
  const { lineage } = reportOn({
    files: {
      ...WEIGHTS,
      'README.md': `---\nlicense: llama3.1\n${LLAMA}\n---\n\n# Heron\n\nBuilt with Llama.\n`,
    },
  })
  expect(lineage.map(({ model }) => model)).toEqual(['meta-llama/Llama-3.1-8B'])
})
