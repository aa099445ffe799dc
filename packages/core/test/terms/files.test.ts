import { describe, expect, test } from 'vitest'
import { known, legalOf, reportOn } from '../../../../test/judged.ts'
import { type FileSetup, releaseOf } from '../../../../test/release.ts'
import { legalFiles } from '../../src/evidence/legal/index.ts'

const only = (path: string) => legalOf(path)[0]

describe('the name of a license file says what it covers', () => {
  test.each([
    ['LICENSE', []],
    ['LICENCE.txt', []],
    ['COPYING', []],
    ['LICENSE-APACHE', []],
    ['LICENSE_CC_BY_NC_4.0', []],
    ['UNLICENSE', []],
    ['MODEL_LICENSE', ['weights']],
    ['LICENSE-MODEL', ['weights']],
    ['LICENSE_weights', ['weights']],
    ['MODEL_LICENSE_zh.md', ['weights']],
    ['WEIGHTS_TERMS_OF_USE.md', ['weights']],
    ['ModelsCommunityLicenseAgreement', ['weights']],
    ['模型许可协议.txt', ['weights']],
    ['LICENSE-CODE', ['code']],
    ['LICENSE-DATA.md', ['data']],
    ['DATA_LICENSE', ['data']],
    ['LICENSE_docs', ['documents']],
  ])('%s covers %j and names no model', (path, covers) => {
    expect(only(path)).toMatchObject({ path, role: 'license', covers, subject: null, standing: 'root' })
  })
})

describe('the name of a license file may name a model', () => {
  test.each([
    ['HERON LICENSE AGREEMENT', 'HERON'],
    ['LICENSE.SMALL', 'SMALL'],
    ['LICENSE.heron-40b', 'heron 40b'],
    ['LICENSE-Heron-XL', 'Heron XL'],
    ['LICENSE-Heron1.5', 'Heron1.5'],
    ['LICENSE-2.0.1.txt', null],
    ['Heron_Community_License_v2.pdf', 'Heron'],
  ])('%s is for %s', (path, subject) => {
    expect(only(path)).toMatchObject({ role: 'license', subject, standing: 'root' })
  })
})

describe('the license of a package', () => {
  const standing = (more: Readonly<Record<string, FileSetup>> = {}) =>
    legalFiles(
      releaseOf({
        files: { 'heron/models/tern/LICENSE': 'Some terms.', 'heron/models/tern/__init__.py': 'import tern', ...more },
      }),
      known.knowledge.legalFiles,
    )[0]

  test('in a folder of models is that of its code', () => {
    expect(standing()).toMatchObject({ standing: 'aside', others: true })
  })

  test('binds the weights that lie beside it', () => {
    const weights = { 'heron/models/tern/model.safetensors': { size: 4_000_000_000 } }
    expect(standing(weights)).toMatchObject({ standing: 'model-folder', others: false })
  })
})

describe('the folder of a license file says whose it is', () => {
  test.each([
    ['models/v1/LICENSE', 'model-folder', 'v1', []],
    ['checkpoints/base/LICENSE', 'model-folder', 'base', []],
    ['weights/LICENSE', 'model-folder', null, ['weights']],
    ['model_licenses/heron_license.txt', 'model-folder', 'heron', ['weights']],
    // a folder of code is often called models too
    ['models/LICENSE', 'model-folder', null, []],
    ['third_party/tern/LICENSE', 'aside', null, []],
    ['vendor/models/LICENSE', 'aside', null, []],
    ['vendor/weights/LICENSE', 'aside', null, []],
    ['node_modules/tern/LICENSE', 'aside', null, []],
    ['LICENSES/MIT.txt', 'aside', null, []],
  ] as const)('%s: %s, %s', (path, standing, subject, covers) => {
    expect(only(path)).toMatchObject({ standing, subject, covers })
  })

  test('the root speaks first', () => {
    expect(legalOf('weights/LICENSE', 'NOTICE', 'LICENSE').map(file => file.path)).toEqual([
      'LICENSE',
      'NOTICE',
      'weights/LICENSE',
    ])
  })
})

describe('what is no license', () => {
  test.each([
    ['USE_POLICY.md', 'policy'],
    ['acceptable-use.md', 'policy'],
    ['NOTICE.txt', 'notice'],
    ['OUTPUT_TERMS_OF_USE.md', 'output-terms'],
  ])('%s is a %s', (path, role) => {
    expect(only(path)).toMatchObject({ role })
  })

  test.each([
    'src/license.py',
    'check-license.sh',
    'licenses-of-parts.json',
    'THIRD_PARTY_LICENSES',
    'license-header.txt',
    'CONTRIBUTING_LICENSE.md',
    'docs/license.png',
  ])('%s is left alone', path => {
    expect(legalOf(path)).toEqual([])
  })
})

test('a PDF is listed as not read', () => {
  const files = legalFiles(
    releaseOf({ files: { 'LICENSE.pdf': { size: 50_000 }, 'LICENSE-CODE': 'Some terms.' } }),
    known.knowledge.legalFiles,
  )
  expect(files.map(file => [file.path, file.unread?.why ?? null])).toEqual([
    ['LICENSE-CODE', null],
    ['LICENSE.pdf', 'pdf'],
  ])
})

test('a blank file says nothing', () => {
  expect(legalFiles(releaseOf({ files: { LICENSE: '\n\n  \n' } }), known.knowledge.legalFiles)).toEqual([])
})

describe('a license file that only names a license says what that is for', () => {
  const README = '# Heron\n\nModel: [weights](https://huggingface.co/marsh/heron-7b)\n'
  const judged = (license: string) => reportOn({ files: { 'README.md': README, LICENSE: license } }).term
  test.each([
    'The license of the trained models is [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).',
    'The models are distributed under CC BY 4.0.',
    'Our checkpoints are licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).',
  ])('the weights: %s', license => expect(judged(license)).toMatchObject({ id: 'open-weights-ai', basis: 'stated' }))

  test.each(['This project is licensed under CC BY 4.0.', 'CC BY 4.0'])('all: %s', license =>
    expect(judged(license)).toMatchObject({ id: 'open-weights-ai', basis: 'presumed' }),
  )

  test.each([
    'The code that trains the models is released under the MIT License, see https://opensource.org/licenses/MIT',
    'The model code is under the MIT License.',
  ])('the code: %s', license => expect(judged(license).id).toBe('undetermined'))
})
