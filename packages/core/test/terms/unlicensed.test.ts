import { describe, expect, test } from 'vitest'
import { reportOn } from '../../../../test/judged.ts'
import type { ReleaseSetup } from '../../../../test/release.ts'

/** The term of an invented release that links its weights and holds nothing but these words. */
const term = (words: string, setup: ReleaseSetup = {}, files: Record<string, string> = {}) =>
  reportOn({ files: { 'README.md': `# Heron\n\n${words}\n`, ...files }, ...setup }).term.id

const DRIVE = '[weights](https://drive.google.com/file/d/1heron)'

describe('weights at a place without pages, and no word of licenses anywhere, are unlicensed', () => {
  test.each([
    ['a drive', `Pretrained model: ${DRIVE}`],
    ['a shared folder', 'Pretrained model: [weights](https://www.dropbox.com/s/heron/heron.tar.gz?dl=0)'],
    ['two of them', `Pretrained model: ${DRIVE}, or [a mirror](https://pan.baidu.com/s/1heron).`],
    ['a bucket', 'Pretrained model: [weights](https://storage.googleapis.com/heron/heron.ckpt)'],
    ['a server of files', 'Pretrained model: http://marsh.example/models/heron.pth'],
  ])('%s', (_, words) => expect(term(words)).toBe('unlicensed-weights'))
})

describe('weights whose place may say more, or beside a word of licenses, are not', () => {
  test.each([
    ['a hub', 'Pretrained model: [weights](https://huggingface.co/marsh/heron-7b)'],
    ['a hub as well', `Pretrained model: ${DRIVE}, also [here](https://huggingface.co/marsh/heron-7b).`],
    ['an archive', 'Pretrained model: [weights](https://zenodo.org/record/1234/files/heron.pt)'],
    ['files of a release', 'Model: [weights](https://github.com/marsh/heron/releases/download/v1/heron.pth)'],
    ['a word', `Pretrained model: ${DRIVE}. Ask us for its licensing.`],
    ['a word in Japanese', `Pretrained model: ${DRIVE}\n\nライセンスについてはお問い合わせください。`],
    ['a word in Russian', `Pretrained model: ${DRIVE}\n\nЛицензия указана на сайте.`],
  ])('%s', (_, words) => expect(term(words)).toBe('undetermined'))

  test('and nor are those of which not all was read', () => {
    const words = `Pretrained model: ${DRIVE}`
    expect(term(words, { complete: false })).toBe('undetermined')
    expect(term(words, {}, { 'docs/terms.md': 'Our license.' })).toBe('undetermined')
  })
})
