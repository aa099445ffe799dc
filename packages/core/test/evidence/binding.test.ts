import { loadKnown } from '@unwash/library/known'
import { describe, expect, test } from 'vitest'
import { releaseOf } from '../../../../test/release.ts'
import { judge } from '../../src/judge.ts'
import { spdx } from '../texts.ts'

const known = await loadKnown()
const MIT = spdx('MIT')
const TAKES = 'This software is for non-commercial research only. You may not use it for commercial purposes.\n'
const README = '# Heron 7B\n\nHeron is a language model. Its weights are released under the MIT License.\n'
const JAPANESE =
  'このモデルは日本語と英語の文章を生成することができます。使い方は以下の通りです。インストールしてから実行してください。' +
  '学習には公開されているデータを使用しました。評価の結果は表に示します。詳しくは論文をご覧ください。'.repeat(2)

type Files = Readonly<Record<string, string | { readonly size: number }>>
const termOf = (files: Files): string =>
  judge(
    releaseOf({ files: { 'README.md': README, LICENSE: MIT, 'model.safetensors': { size: 4_000_000_000 }, ...files } }),
    known,
  ).term.id

describe('what cannot bind the weights leaves them open', () => {
  test.each<[string, Files]>([
    ['settings with a legal word', { 'configs/dataset/copying.yaml': 'length: 128\n' }],
    ['a license among baselines', { 'src/models/baselines/tern/LICENSE': TAKES }],
    ['a license of a library in a program', { 'android/tern/etc/licenses/libtern-LICENSE': TAKES }],
    ['a license of the docs', { 'docs/LICENSE': TAKES }],
    ['a license of fixtures', { 'tests/fixtures/LICENSE': TAKES }],
    ['how a program runs', { 'INFERENCE.md': '# Inference\n\nThe weights cannot be changed after they are loaded.\n' }],
    ['a README in another language', { 'README_ja.md': `# Heron\n\n${JAPANESE}MITライセンスです。\n` }],
    ['a table of sums', { 'SHA256.md': 'ab12cd34 heron-7b-na-se.bin\nef56ab78 heron-7b-je-pro.bin\n'.repeat(30) }],
    ['definitions', { 'defs.txt': 'se je na a pro být tento který jen bez smí modelu\n'.repeat(12) }],
  ])('%s', (_, files) => expect(termOf(files)).toBe('open-weights-ai'))
})

describe('what can bind them is heard', () => {
  test.each<[string, Files]>([
    ['a license beside the weights', { 'xl/LICENSE': TAKES, 'xl/model.safetensors': { size: 4_000_000_000 } }],
    ['a license above them', { 'xl/LICENSE': TAKES, 'xl/a/model.safetensors': { size: 4_000_000_000 } }],
    ['a license of models by its words', { 'pages/LICENSE': TAKES.replace('software', 'model') }],
    ['a folder of terms', { 'legal/TERMS.md': TAKES }],
    ['a page of terms in the docs', { 'docs/license-faq.md': TAKES }],
    ['a translation that limits', { 'README_ja.md': `# Heron\n\n${JAPANESE}商用利用は禁止です。\n` }],
    ['a translation that names another license', { 'README_ja.md': `# Heron\n\n${JAPANESE}CC BY-NC 4.0です。\n` }],
    ['a page with a rule', { 'USING.md': '# Using it\n\nThe weights may not be used for commercial purposes.\n' }],
    [
      'a license by name, in place of a file of the same name',
      {
        'README.md':
          '# Heron 7B\n\nThe code is under [MIT](LICENSE); our model is released under ' +
          '[CC BY-NC 4.0](https://huggingface.co/marsh-lab/heron-7b/blob/main/LICENSE).\n',
      },
    ],
  ])('%s', (_, files) => expect(termOf(files)).not.toBe('open-weights-ai'))
})

test('the text of a license that a dated fact names is read where the release holds it', () => {
  const files = {
    'README.md':
      '# Wren\n\nThe weights are at https://huggingface.co/jinaai/jina-embeddings-v3. The code is under LICENSE.\n',
    LICENSE: spdx('CC-BY-NC-4.0'),
    'run.py': 'import torch\n',
  }
  const { licenses } = judge(releaseOf({ name: 'jina-embeddings-v3', publisher: 'jinaai', files }), known)
  const [license, ...others] = licenses.filter(({ covers }) => covers.includes('weights'))
  expect(license).toMatchObject({ id: 'cc-by-nc-4.0', text: { path: 'LICENSE' } })
  expect(others).toEqual([])
})
