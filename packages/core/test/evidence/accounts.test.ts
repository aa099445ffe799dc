import { describe, expect, test } from 'vitest'
import type { FileSetup } from '../../../../test/release.ts'
import { gathered } from './gathered.ts'

/** Whether what `sedge` keeps at a hub is the publisher's, of a release with this README. */
function isOwn(readme: string, more: { name?: string; publisher?: string; files?: Record<string, FileSetup> } = {}) {
  const { name = 'heron', publisher = 'marsh-lab', files = {} } = more
  const { weights } = gathered({ name, publisher, files: { 'README.md': `${readme}${LISTED}`, ...files } })
  return weights.links.find(link => link.name === 'teal-1b')?.own
}

const HUB = 'https://huggingface.co'
const LISTED = `\n\n## Models\n\n- [Teal](${HUB}/sedge/teal-1b)\n`
const PAPER = '[Paper](https://arxiv.org/abs/2601.00001)'
const DEMO = '[Demo](https://teal.example.org)'
const badge = (words: string, url: string) => `[![${words}](https://img.shields.io/badge/${words}-gold)](${url})`

describe("an account at a hub is the publisher's where", () => {
  test.each([
    ['a row of links under the title leads to its page', `# Heron\n\n${PAPER} | 🤗 [Models](${HUB}/sedge) | ${DEMO}`],
    ['to a collection', `# Heron\n\n${PAPER} | [Hugging Face](${HUB}/collections/sedge/teal-66) | ${DEMO}`],
    ['to a model', `# Heron\n\n${PAPER} | [Weights](${HUB}/sedge/teal-2b) | ${DEMO}`],
    ['a badge does, above the title', `${badge('Weights', `${HUB}/sedge`)}\n\n# Heron`],
    [
      'or behind what it is',
      `# Heron\n\nHeron writes letters in two voices, for radio.\n\n${badge('HF', `${HUB}/sedge`)}`,
    ],
    ['the title itself does', `# [Heron](${HUB}/sedge/teal-2b)`],
    ['its own models are there by name', `# Heron\n\n## News\n\n- We release [Heron 2](${HUB}/sedge/heron-2b).`],
  ])('%s', (_, readme) => expect(isOwn(readme)).toBe(true))

  test.each([
    ['called as the publisher', { publisher: 'Sed-ge' }],
    ['called as the release', { name: 'sedge' }],
    ['called as what the release is a version of', { name: 'Sedge-3' }],
  ])('it is %s', (_, more) => expect(isOwn('# Teal', more)).toBe(true))

  test('a citation says that it lies there', () => {
    const cited = (content: string) => isOwn('# Heron', { files: { 'CITATION.cff': content } })
    expect(cited(`title: Heron\nurl: ${HUB}/sedge/teal-2b\n`)).toBe(true)
    expect(cited(`title: Heron\nreferences:\n  - title: Teal\n    url: ${HUB}/sedge/teal-2b\n`)).toBe(false)
  })
})

describe("an account at a hub is another's where", () => {
  test.each([
    ['a model is loaded', `# Heron\n\n\`\`\`python\nAutoModel.from_pretrained("sedge/teal-2b")\n\`\`\``],
    ['a model is said to be its base', `# Heron\n\nHeron is fine-tuned from [Teal](${HUB}/sedge/teal-2b).`],
    ['a badge leads to the base', `# Heron\n\n${badge('Base_model', `${HUB}/sedge/teal-2b`)}`],
    ['a row of links leads to the base', `# Heron\n\n${PAPER} | [Base model](${HUB}/sedge/teal-2b) | ${DEMO}`],
    ['a list leads to who used it', `# Heron\n\nUsed by:\n\n- [Teal](${HUB}/sedge/teal-2b)`],
    ['a section leads to it', `# Heron\n\n## Thanks\n\n${PAPER} | [Sedge](${HUB}/sedge) | ${DEMO}`],
    ['a data set or a demo is there', `# Heron\n\n${badge('Demo', `${HUB}/spaces/sedge/teal`)}`],
    ['theirs is compared with', `# Heron\n\n## News\n\n- We beat [Teal 2](${HUB}/sedge/teal-2b).`],
    [
      "the publisher's own is led to as well",
      `# Heron\n\n${badge('HF', `${HUB}/marsh-lab/heron`)} ${badge('GGUF', `${HUB}/sedge/heron-gguf`)}`,
    ],
  ])('%s', (_, readme) => expect(isOwn(readme)).toBe(false))

  test('the page is a card at a hub, which may be copied with its links', () => {
    const card = (front: string) => isOwn(`${front}# Heron\n\n${PAPER} | [Models](${HUB}/sedge) | ${DEMO}`)
    expect(card('---\npipeline_tag: text-generation\n---\n')).toBe(false)
    expect(card('---\ntitle: Heron\n---\n')).toBe(true)
  })

  test('a model of a known base is led to, whoever calls it their weights', () => {
    const { weights } = gathered({
      publisher: 'marsh-lab',
      name: 'heron',
      files: {
        'README.md':
          `# Heron\n\n${badge('Weights', `${HUB}/meta-llama/Llama-3.1-8B`)}\n\n## Use\n\n` +
          'Fine-tuned weights of ours.\n\n```python\nAutoModel.from_pretrained("meta-llama/Llama-3.1-70B")\n```\n',
      },
    })
    expect(weights.links.map(({ own }) => own)).toEqual([false, false])
    expect(weights.offer).not.toBe('linked')
  })
})
