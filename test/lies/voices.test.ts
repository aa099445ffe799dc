import type { WeightsHeader } from '@unwash/core/release/release'
import { describe, expect, test } from 'vitest'
import { spdx } from '../../packages/core/test/texts.ts'
import { reportOn, WEIGHTS } from '../judged.ts'
import type { ReleaseSetup } from '../release.ts'

/**
 * Releases whose terms are said twice, or in a place where a careless reader does not look: the stricter voice counts.
 * `closed`: a restriction is there, and nothing is called open. `doubted`: something that looks like terms was not
 * understood, and neither is it called open nor more than that. `open`: nothing restricts.
 */
type Must = 'closed' | 'doubted' | 'open'
const TERMS = { closed: ['weights-available-ai'], doubted: ['undetermined'], open: ['open-weights-ai'] } as const

const card = (front: string) => ({ 'README.md': `---\n${front}\n---\n\n# Heron 7B\n\nHeron is a language model.\n` })
const LICENSE = spdx('MIT')
const honest = (front = 'license: mit') => ({ ...WEIGHTS, ...card(front), LICENSE })
const floorOf = (setup: ReleaseSetup) => reportOn({ publisher: null, ...setup }).term.floor
const header = (metadata: Readonly<Record<string, string>>, path = 'model.safetensors'): WeightsHeader => ({
  path,
  format: path.endsWith('.gguf') ? 'gguf' : 'safetensors',
  metadata,
  tensors: 3,
  parameters: null,
})

describe('front matter', () => {
  test.each<[what: string, front: string, must: Must]>([
    ['one open license', 'license: mit', 'open'],
    ['an open license in other letters', 'License: MIT', 'open'],
    ['a license and its own address', 'license: mit\nlicense_link: LICENSE', 'open'],
    ['a license and its name', 'license: mit\nlicense_name: MIT License', 'open'],
    ['open code beside open weights', 'license: mit\ncode_license: apache-2.0', 'open'],
    ['another license, whose text lies beside it', 'license: other', 'open'],
    ['a comment that says nothing of terms', '# see the guide of the hub\nlicense: mit', 'open'],
    ['a key of something else', 'license: mit\nlicense_plate: B 12', 'open'],
    ['twice, the stricter first', 'license: cc-by-nc-4.0\nlicense: mit', 'closed'],
    ['twice, the stricter last', 'license: mit\nlicense: cc-by-nc-4.0', 'closed'],
    ['in capitals', 'LICENSE: cc-by-nc-4.0', 'closed'],
    ['in another spelling', 'license: mit\nlicence: cc-by-nc-4.0', 'closed'],
    ['with a capital', 'license: mit\nLicense: cc-by-nc-4.0', 'closed'],
    ['with a letter that only looks alike', 'license: mit\nlі\u0441ense: cc-by-nc-4.0', 'closed'],
    ['in camel case', 'license: mit\nmodelLicense: cc-by-nc-4.0', 'closed'],
    ['of the weights by its key', 'license: mit\nweights-license: cc-by-nc-4.0', 'closed'],
    ['as its name', 'license: mit\nlicense_name: CC BY-NC 4.0', 'closed'],
    ['as its address', 'license: mit\nlicense_link: https://creativecommons.org/licenses/by-nc/4.0/', 'closed'],
    ['as an address nobody read', 'license: mit\nlicense_link: https://heron.example/terms', 'doubted'],
    ['as words about it', 'license: mit\nlicense_details: for non-commercial use only', 'closed'],
    ['as words nobody understands', 'license: mit\nlicense_details: see below', 'doubted'],
    ['as terms of use', 'license: mit\nterms_of_use: The weights must not be used commercially.', 'closed'],
    ['as a list', 'license: [mit, cc-by-nc-4.0]', 'closed'],
    ['as a map', 'license:\n  name: mit\n  id: cc-by-nc-4.0', 'closed'],
    ['as a value nobody knows', 'license: mit-but-not-quite', 'doubted'],
    ['as no text at all', 'license: true', 'doubted'],
    ['by a merge key', 'all: &all\n  license: cc-by-nc-4.0\n<<: *all\ntags: [a]', 'closed'],
    ['by an alias', 'x: &x cc-by-nc-4.0\nlicense: mit\nmodel_license: *x', 'closed'],
    ['in a comment', 'license: mit # for non-commercial use only', 'closed'],
    ['by a tag', 'license: mit\ntags: [birds, "license:cc-by-nc-4.0"]', 'closed'],
    ['in a second document', 'license: mit\n...\n---\nlicense: cc-by-nc-4.0', 'closed'],
    ['behind what cannot be parsed', 'license: mit\n\t- x: [\nlicense: cc-by-nc-4.0', 'closed'],
    ['where it cannot be parsed', 'license: mit\ntags: [birds', 'doubted'],
    ['under another name that is known', 'license: other\nlicense_name: mit\nlicense_link: TERMS', 'doubted'],
  ])('%s', (_, front, must) => {
    expect(TERMS[must]).toContain(floorOf({ files: honest(front) }))
  })

  test.each([
    ['the heading', 'extra_gated_heading: You may not use the model commercially.'],
    ['the description', 'extra_gated_description: For non-commercial use only.'],
    ['the button', 'extra_gated_button_content: I agree not to use the model commercially'],
    ['the prompt', 'extra_gated_prompt: You agree not to use the model for commercial purposes.'],
    ['a field', 'extra_gated_fields:\n  I will use the model for non-commercial purposes only: checkbox'],
    ['a choice', 'extra_gated_fields:\n  Use:\n    type: select\n    options: [For non-commercial use only]'],
    ['a key in other letters', 'Extra_Gated_Prompt: You agree not to use the model for commercial purposes.'],
  ])('of a gate: %s', (_, front) => {
    expect(floorOf({ files: honest(`license: mit\n${front}`) })).not.toBe('open-weights-ai')
  })

  test('a value that was not understood is cited with its line', () => {
    const { term, findings } = reportOn({ files: honest('license: mit\nlicense_details: see below') })
    const because = findings.filter(({ id }) => term.because.includes(id)).flatMap(({ cited }) => cited)
    expect(because).toContainEqual(expect.objectContaining({ path: 'README.md', key: 'license_details', line: 3 }))
  })
})

describe('beside the card', () => {
  test.each<[where: string, setup: ReleaseSetup, must: Must]>([
    ['a configuration', { files: { 'config.json': '{"license": "cc-by-nc-4.0"}' } }, 'closed'],
    [
      'a configuration that says it twice',
      { files: { 'config.json': '{"license":"cc-by-nc-4.0","license":"mit"}' } },
      'closed',
    ],
    ['a configuration of a part', { files: { 'unet/config.json': '{"model_license": "cc-by-nc-4.0"}' } }, 'closed'],
    ['a configuration that is broken', { files: { 'config.json': '{"license": ["cc-by-nc-4.0"], ' } }, 'doubted'],
    ['a configuration that agrees', { files: { 'config.json': '{"license": "mit"}' } }, 'open'],
    ['a package of its code', { files: { 'package.json': '{"license": "Apache-2.0"}' } }, 'open'],
    ['a header', { headers: [header({ license: 'cc-by-nc-4.0', format: 'pt' })] }, 'closed'],
    ['a header with a prefix', { headers: [header({ 'modelspec.license': 'CC-BY-NC-4.0' })] }, 'closed'],
    [
      'a header with an address',
      {
        headers: [header({ 'general.license.link': 'https://creativecommons.org/licenses/by-nc/4.0/' }, 'heron.gguf')],
      },
      'closed',
    ],
    [
      'a header that says it twice',
      { headers: [header({ 'general.license': 'mit', 'general.license#2': 'cc-by-nc-4.0' }, 'heron.gguf')] },
      'closed',
    ],
    [
      'a header of another file',
      { headers: [header({ license: 'mit' }), header({ license: 'cc-by-nc-4.0' }, 'b.safetensors')] },
      'closed',
    ],
    ['a header nobody understands', { headers: [header({ license: 'ask us' })] }, 'doubted'],
    ['a header that agrees', { headers: [header({ license: 'MIT', format: 'pt' })] }, 'open'],
    ['a registry', { source: 'registry', hub: { card: { licenses: ['CC-BY-NC-4.0'] } } }, 'closed'],
    ['a registry that agrees', { source: 'registry', hub: { card: { licenses: ['MIT'] } } }, 'open'],
  ])('%s', (_, setup, must) => {
    expect(TERMS[must]).toContain(floorOf({ ...setup, files: { ...honest(), ...setup.files } }))
  })
})

describe('a base', () => {
  const GEMMA = 'google/gemma-2-9b'
  test.each<[where: string, front: string, files: Readonly<Record<string, string>>, must: Must]>([
    ['in the card', `base_model: ${GEMMA}`, {}, 'closed'],
    ['in other letters', `Base_Model: ${GEMMA}`, {}, 'closed'],
    ['as a map', `base_model:\n  name: ${GEMMA}`, {}, 'closed'],
    ['as a tag', `tags: ["base_model:finetune:${GEMMA}"]`, {}, 'closed'],
    ['with letters that only look alike', 'base_model: gооgle/gemmа-2-9b', {}, 'closed'],
    ['with what is not seen', 'base_model: google/gem\u200bma-2-9b', {}, 'closed'],
    ['in the settings of a training', 'tags: [a]', { 'axolotl.yml': `base_model: ${GEMMA}\n` }, 'closed'],
    ['in a recipe', 'tags: [a]', { Modelfile: 'FROM gemma2:9b\n' }, 'closed'],
    ['that is a file here', 'tags: [a]', { Modelfile: 'FROM ./model.safetensors\n' }, 'open'],
    ['that nobody knows', 'base_model: somebody/none-7b', {}, 'doubted'],
    ['that is itself', 'base_model: marsh/heron-7b', {}, 'open'],
  ])('%s', (_, front, files, must) => {
    expect(TERMS[must]).toContain(floorOf({ files: { ...honest(`license: mit\n${front}`), ...files } }))
  })

  test('in a header', () => {
    const headers = [header({ base_model: GEMMA })]
    expect(floorOf({ files: honest(), headers })).toBe('weights-available-ai')
  })
})
