import { TEXTS, TEXTS_OF_A_KIND } from '@unwash/core/release/limits'
import type { ReleaseFile } from '@unwash/core/release/release'
import { wantedAs } from '@unwash/core/release/wanted'
import { loadLegalFiles } from '@unwash/knowledge/load'
import { describe, expect, test } from 'vitest'
import { chooseTexts } from '../src/files/gather.ts'

const legal = loadLegalFiles()
const file = (path: string, size: number | null = 10): ReleaseFile => ({ path, size, kind: 'file' })

describe('what is worth reading', () => {
  test.each([
    'LICENSE',
    'LICENCE.txt',
    'license.md',
    'COPYING',
    'COPYING.LESSER',
    'MODEL_LICENSE',
    'LICENSE-MODEL',
    'LICENSE_weights',
    'LICENSE.platform',
    'LICENSE-v2.0',
    'WEIGHTS_TERMS_OF_USE.md',
    'Some Vendor LICENSE AGREEMENT',
    'NOTICE',
    'NOTICE.md',
    'ModelsCommunityLicenseAgreement',
    'OutputTerms.txt',
    'USE_POLICY.md',
    'ACCEPTABLE_USE_POLICY',
    'PROHIBITED_USES.txt',
    'AUP.md',
    'EULA.html',
    '模型许可协议.txt',
    '使用声明.md',
    'LICENCIA.txt',
    'LIZENZ',
    'weights/v2/a/b/c/d/LICENSE',
    'a/b/c/d/e/f/g/h/LICENSE',
    'LICENSES/Apache-2.0.txt',
    'third-party-licenses/zlib.txt',
  ])('a license: %s', path => {
    expect(wantedAs(path, legal)).toBe('license')
  })

  test.each([
    ['README.md', 'card'],
    ['readme_zh.MD', 'card'],
    ['README', 'card'],
    ['a/b/c/d/README.rst', 'card'],
    ['MODEL_CARD.md', 'card'],
    ['docs/data-card.txt', 'card'],
    ['docs/deep/er/train.md', 'document'],
    ['notes.txt', 'document'],
    ['config.json', 'metadata'],
    ['model.safetensors.index.json', 'metadata'],
    ['requirements-dev.txt', 'metadata'],
    ['Modelfile', 'metadata'],
    ['Modelfile.q4', 'metadata'],
    ['ollama/heron.Modelfile', 'metadata'],
    ['modeling_heron.py', 'code'],
    ['heron/configuration_heron.py', 'code'],
    ['model.py', 'code'],
    ['CITATION.cff', 'metadata'],
    ['setup.py', 'metadata'],
    ['conf/train/7b.yaml', 'settings'],
    ['policy.yaml', 'settings'],
    ['train/run.sh', 'training'],
    ['scripts/finetune_lora.sh', 'training'],
    ['train_heron_xl.sh', 'training'],
    ['configs/heron_12l.json', 'training'],
    ['train_configs/a.json', 'training'],
  ])('%s, as %s', (path, kind) => {
    expect(wantedAs(path, legal)).toBe(kind)
  })

  test.each([
    'train.py',
    'src/license.py',
    'check_license.sh',
    'license.pdf',
    'LICENSE.png',
    'licenses.json',
    'license-list.csv',
    'determs.bin',
    'policymaker.py',
    'tokenizer.json',
    'vocab.txt',
    'merges.txt',
    'CMakeLists.txt',
    'model.safetensors',
    'm.gguf',
    '.github/workflows/ci.yml',
    'a/b/c/d/e/README.md',
    'a/b/c/d/guide.md',
    'a/b/c/x.yaml',
    'scripts/run.sh',
    'eval/pretrained.sh',
    'constraints.json',
    'a/b/c/train.sh',
  ])('not %s', path => {
    expect(wantedAs(path, legal)).toBeNull()
  })

  test('licenses first, shallow before deep', () => {
    const { wanted } = chooseTexts(
      ['docs/LICENSE', 'a.md', 'config.json', 'README.md', 'LICENSE'].map(path => file(path)),
      legal,
    )
    expect(wanted.map(({ path }) => path)).toEqual(['LICENSE', 'docs/LICENSE', 'README.md', 'config.json', 'a.md'])
  })

  test('a plain text of more than a megabyte is data; a license is read however long', () => {
    const { wanted } = chooseTexts(
      [file('data/corpus.txt', 5_000_000), file('MODEL.md', 5_000_000), file('LICENSE', 5_000_000)],
      legal,
    )
    // of a page its beginning is read, and that it goes on is told
    expect(wanted.map(({ path }) => path)).toEqual(['LICENSE', 'MODEL.md'])
  })

  test('within the limits, and the rest is counted', () => {
    const many = (name: (i: number) => string) => Array.from({ length: 250 }, (_, i) => file(name(i)))
    const { wanted, left, unread } = chooseTexts(
      [
        ...many(i => `third_party/${i}/LICENSE`),
        ...many(i => `l/${i}/LICENSE`),
        ...many(i => `${i}.md`),
        ...many(i => `README${i}`),
      ],
      legal,
    )
    expect(wanted).toHaveLength(TEXTS)
    expect(left).toEqual([
      { kind: 'license', count: 500 - TEXTS_OF_A_KIND.license },
      { kind: 'card', count: 250 - TEXTS_OF_A_KIND.card },
      { kind: 'document', count: 150 },
    ])
    // those of others' work come last
    expect(wanted.slice(0, TEXTS_OF_A_KIND.license).every(({ path }) => path.startsWith('l/'))).toBe(true)
    expect(unread).toHaveLength(500 - TEXTS_OF_A_KIND.license + 250 - TEXTS_OF_A_KIND.card + 150)
    expect(unread.every(({ why }) => why === 'too-many')).toBe(true)
  })
})
