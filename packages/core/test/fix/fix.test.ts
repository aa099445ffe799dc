import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { open } from '@unwash/sources/index'
import { describe, expect, test } from 'vitest'
import { known } from '../../../../test/judged.ts'
import { add, folderWith } from '../../../../test/release.ts'
import { fixRelease } from '../../src/fix/index.ts'
import { judge } from '../../src/judge.ts'
import { PIER, spdx } from '../texts.ts'

const root = folderWith({})

const textOf = (id: string): string =>
  createRequire(import.meta.url)(`spdx-license-list/licenses/${id}.json`).licenseText
/** the least that is read as a model's weights */
const WEIGHTS = Buffer.alloc(400_000)

let count = 0
/** A folder with these files, its patch, and the folder after real git applied it. */
async function fixed(files: Readonly<Record<string, string | Buffer>>) {
  const folder = join(root, `heron-${count++}`)
  add(folder, { 'model.ckpt': WEIGHTS, ...files })
  const look = async () => {
    const release = await open(folder, { name: 'heron' })
    const report = judge(release, known, '2026-11-24')
    return { report, fix: fixRelease(release, report, known, textOf) }
  }
  const { fix } = await look()
  if (fix.patch !== '') execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: fix.patch })
  return { ...fix, after: await look(), read: (path: string) => readFileSync(join(folder, path), 'utf8') }
}

const contradicted = ({ claims }: { readonly claims: readonly { readonly check: string }[] }) =>
  claims.filter(claim => claim.check === 'contradicted').length

describe('a patch that git applies', () => {
  test('words a contradicted sentence anew and nothing beside it', async () => {
    const { after, read, changed } = await fixed({
      'README.md':
        '---\nlicense: other\nlicense_name: pier\nlicense_link: LICENSE\n---\n\n**Heron** is an open-source model. It can fly.\n',
      LICENSE: PIER,
    })
    expect(changed).toBe(1)
    expect(read('README.md')).toMatch(
      /^\*\*Heron\*\* is a weights-available model \(Weights Available AI: .+\)\. It can fly\.$/m,
    )
    expect(contradicted(after.report)).toBe(0)
    expect(after.fix.patch).toBe('')
  })

  test('adds the text of a license that is only named, and says what is to be filled in', async () => {
    const { after, read, left } = await fixed({ 'README.md': '---\nlicense: mit\n---\n\n# Heron\n\nA model.\n' })
    expect(read('LICENSE')).toBe(`${textOf('MIT').trimEnd()}\n`)
    expect(left).toEqual(['LICENSE: fill in the year and who holds the copyright'])
    expect(after.report.licenses.map(({ id, text }) => [id, text?.path])).toContainEqual(['mit', 'LICENSE'])
    expect(after.fix.patch).toBe('')
  })

  test('does not put under a license of the data what is not data', async () => {
    const { patch, after } = await fixed({
      'README.md': '# Heron\n\nA model. The dataset in `data/train.jsonl` is released under CC-BY-4.0.\n',
      'data/train.jsonl': `${JSON.stringify({ text: 'a heron stands in the reeds' })}\n`.repeat(500),
    })
    expect(patch).not.toContain('+++ b/LICENSE\n')
    expect(after.report.term.floor).toBe('unlicensed-weights')
  })

  test('sets the front matter of a card that has none, in a file with line ends of Windows', async () => {
    const { after, read } = await fixed({ 'README.md': '# Heron\r\n\r\nA model.\r\n', LICENSE: spdx('Apache-2.0') })
    expect(read('README.md')).toBe('---\r\nlicense: apache-2.0\r\n---\r\n\r\n# Heron\r\n\r\nA model.\r\n')
    expect(after.fix.patch).toBe('')
  })

  test('writes a card where there is none, with a sentence that holds', async () => {
    const { after, read } = await fixed({ LICENSE: spdx('Apache-2.0') })
    expect(read('README.md')).toMatch(/^---\nlicense: apache-2\.0\n---\n\n# heron\n\nheron is an open-weight model: /)
    expect(after.report.claims.map(claim => claim.check)).toEqual(after.report.claims.map(() => 'supported'))
  })

  test('adds a notice of what the model is made from, with the words that its terms ask for', async () => {
    const { read, left } = await fixed({
      'README.md':
        '---\nbase_model: meta-llama/Llama-3.1-8B\nlicense: llama3.1\n---\n\n# Heron\n\nA fine-tuned model.\n',
    })
    expect(read('NOTICE')).toContain(
      'Built with Llama\n\nThis release is made from:\n- meta-llama/Llama-3.1-8B, under Llama 3.1',
    )
    expect(left).toContainEqual(expect.stringContaining('is not on the SPDX list'))
  })

  test.each([
    [
      'a longer name',
      'Heron starts from the encoder marsh/Wader-CLIP-RoBERTa-102M-large, which we fine-tuned.',
      'RoBERTa',
    ],
    ['a later version', 'Heron is fine-tuned from ChatGLM2.', 'ChatGLM'],
    ['a teacher', 'Training: knowledge distillation using Mistral 7B as teacher model.', 'Mistral'],
  ])('writes no base into a notice out of %s', async (_, said, base) => {
    const { patch } = await fixed({ 'README.md': `---\nlicense: mit\n---\n\n# Heron\n\n${said}\n` })
    expect(patch).not.toMatch(new RegExp(`^\\+- ${base}\\b(?!2)`, 'm'))
  })

  test('reaches a card whose name has spaces and letters that are not English', async () => {
    const { after, changed } = await fixed({
      'README.md': '---\nlicense: other\nlicense_name: pier\nlicense_link: LICENSE\n---\n\n# Heron\n',
      'docs/über model card.md': '# Card\n\nHeron is an open-source language model.\n',
      LICENSE: PIER,
    })
    expect({ changed, contradicted: contradicted(after.report) }).toEqual({ changed: 1, contradicted: 0 })
  })
})

describe('a link', () => {
  test.each([
    ['Heron is an open-source model, on [QingYing](https://heron.example/m)', '[QingYing](https://heron.example/m) ('],
    ['Heron is an open-source model on [QingYing](https://heron.example/m).', '[QingYing](https://heron.example/m) ('],
    ['Heron is an open-source model: see https://heron.example/m', 'https://heron.example/m ('],
    ['Heron is an open-source model by <a href="https://heron.example">Marsh</a>.', 'Marsh</a> ('],
  ])('is not split: %s', async (sentence, kept) => {
    const { changed, read } = await fixed({ 'README.md': `# Heron\n\n${sentence}\n`, LICENSE: PIER })
    expect(changed).toBe(1)
    expect(read('README.md')).toContain(kept)
  })
})

describe('what a patch cannot reach is left, and told', () => {
  test.each([
    ['words that markup breaks up', '# Heron\n\nHeron is an open-**source** model.\n', 'README.md:3'],
    ['a file with a byte order mark', '\ufeff# Heron\n\nHeron is an open-source model.\n', 'README.md:3'],
    [
      'a file in another encoding',
      Buffer.from('\ufeff# Heron\n\nHeron is an open-source model.\n', 'utf16le'),
      'README.md:3',
    ],
  ])('%s', async (_, readme, place) => {
    const { patch, left } = await fixed({ 'README.md': readme, LICENSE: PIER })
    expect(patch).not.toContain('weights-available')
    expect(left).toContainEqual(expect.stringMatching(`^${place} is contradicted`))
  })

  test('terms that those of the base do not allow', async () => {
    const { patch, left } = await fixed({
      'README.md': '---\nbase_model: meta-llama/Llama-3.1-8B\nlicense: mit\n---\n\n# Heron\n\nA fine-tuned model.\n',
    })
    expect(patch).not.toContain('+++ b/LICENSE')
    expect(left).toEqual([expect.stringContaining('do not fit')])
  })
})
