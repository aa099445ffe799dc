import { describe, expect, test } from 'vitest'
import { says, statementsOf, WEIGHTS } from '../../../../../test/judged.ts'
import { endsWithin, inFull } from '../../../../../test/tiers.ts'

/** What a sentence is, the README, and what it states: what it is about, and the license, file or address it points to. */
type Case = readonly [says: string, readme: string, states: readonly string[]]

describe('a sentence says what a license is for', () => {
  test.each<Case>([
    ['code', 'The code is released under the MIT License.', ['code: mit']],
    ['weights', 'The model weights are released under Apache 2.0.', ['weights: apache-2.0']],
    [
      'both at once',
      'Our code and model weights are released under the Apache 2.0 License.',
      ['weights + code: apache-2.0'],
    ],
    ['a dataset', 'The dataset is licensed under CC BY-NC 4.0.', ['data: cc-by-nc-4.0']],
    [
      'code that makes models',
      'The code that trains the Heron models is under the MIT License.\n\nThe code used to run our models is under MIT License.',
      ['code: mit', 'code: mit'],
    ],
    [
      'one of a family that is named first',
      'The weights are under a Creative Commons license, namely CC BY-NC 4.0.',
      ['weights: cc', 'weights: cc-by-nc-4.0'],
    ],
    [
      'a family that is spelled out, and one of it in brackets',
      'The checkpoints are licensed under Creative Commons Non-Commercial ([CC BY-NC-SA 4.0](https://marsh.example/license)).',
      ['weights: cc-by-nc-sa-4.0'],
    ],
    [
      'terms and a license at once',
      'The models come with the [Quay Terms of Use](https://quay.example/tos) and under the CC BY-NC-SA 3.0 license.',
      ['weights: https://quay.example/tos', 'weights: cc-by-nc-sa-3.0'],
    ],
    [
      'nothing by what it is compatible with, or like',
      '## License\n\nIt is compatible with the Apache License 2.0 and with CC BY 4.0.\n\nUnlike models under the MIT License, it is small.\n\nIts terms are similar to the Apache License 2.0.',
      [],
    ],
    [
      'something behind what it is compatible with',
      'The weights are compatible with MIT projects, and released under CC BY 4.0.',
      ['weights: cc-by-4.0'],
    ],
    [
      'code under a word on licensing of models',
      'Note on Model Licensing: the code in this repository is under the MIT License.',
      ['code: mit'],
    ],
    ['documents', 'The documentation is licensed under CC BY 4.0.', ['documents: cc-by-4.0']],
    ['the whole', 'This project is licensed under the MIT License.', ['all: mit']],
    [
      'a subject of the sentence before',
      'Heron is a speech model. It is released under Apache 2.0.',
      ['weights: apache-2.0'],
    ],
    ['all that lies beside the code', 'All assets and code are under the Apache 2.0 license.', ['all: apache-2.0']],
    ['a name beside a part', 'Heron and the dataset are under CC BY-NC 4.0.', ['all: cc-by-nc-4.0']],
    ['a name that is only of a part', 'The Heron dataset and tools are under MIT.', ['code + data: mit']],
    ['the model by its own name', 'Heron-7B is released under Apache 2.0.', ['weights (Heron-7B): apache-2.0']],
    ['model code, which is code', 'The model code is released under the MIT License.', ['code: mit']],
    ['a file', 'The weights are released under the terms in LICENSE-MODEL.', ['weights: LICENSE-MODEL']],
    [
      'an address',
      'The weights are under the [Marsh Terms](https://marsh.example/terms).',
      ['weights: https://marsh.example/terms'],
    ],
    [
      'a license that nobody knows',
      'The weights are released under the Fern Research License.',
      ['weights: Fern Research License'],
    ],
    ['a family without a version', 'The code is released under the GPL.', ['code: gpl']],
    [
      'what it is for, in brackets behind',
      'Heron is under the MIT License (both code and weights).',
      ['weights + code: mit'],
    ],
    ['what it covers, behind the license', 'The MIT License covers the code but not the model weights.', ['code: mit']],
  ])('%s', (_, sentence, states) => {
    expect(says(`# Heron\n\n## License\n\n${sentence}\n`)).toEqual(states)
  })
})

describe('one sentence gives two things two licenses', () => {
  test.each<Case>([
    [
      'with a semicolon',
      'The code is MIT; use of the models is subject to the [Model License](LICENSE-MODEL).',
      ['code: mit', 'weights: LICENSE-MODEL'],
    ],
    [
      'with "and"',
      'The code is released under the MIT License and the weights under CC BY-NC 4.0.',
      ['code: mit', 'weights: cc-by-nc-4.0'],
    ],
    [
      'with "in addition to"',
      'In addition to the MIT license of the code, the weights are released under CC BY-NC 4.0.',
      ['code: mit', 'weights: cc-by-nc-4.0'],
    ],
    [
      'with "except"',
      'Everything in this repository is under MIT, except the weights, which are under CC BY-NC 4.0.',
      ['all: mit', 'weights: cc-by-nc-4.0'],
    ],
    [
      'with commas alone',
      'Code is Apache-2.0, documentation CC BY 4.0, weights OpenRAIL++.',
      ['code: apache-2.0', 'documents: cc-by-4.0', 'weights: openrail++-m'],
    ],
    [
      'and the rest a third',
      'The code is under MIT. All other materials are under CC BY 4.0.',
      ['code: mit', 'others: cc-by-4.0'],
    ],
  ])('%s', (_, sentence, states) => {
    expect(says(`# Heron\n\n## License\n\n${sentence}\n`)).toEqual(states)
  })

  test('two sentences, the second bound to a file', () => {
    const readme =
      '## License\n\nThis code repository is licensed under the MIT License. The use of Heron models is subject to the Model License (see LICENSE-MODEL).\n'
    expect(says(readme)).toEqual(['code: mit', 'weights: LICENSE-MODEL'])
  })
})

describe('what stands around a license says what it is for', () => {
  test.each<Case>([
    [
      'the heading',
      '### Model license\n\nCC-BY-NC-4.0\n\n### Code license\n\nMIT\n',
      ['weights: cc-by-nc-4.0', 'code: mit'],
    ],
    [
      'a label in a list',
      '## License\n\n- Code: MIT\n- Weights: CC-BY-NC-4.0\n- Data: CC-BY-4.0\n',
      ['code: mit', 'weights: cc-by-nc-4.0', 'data: cc-by-4.0'],
    ],
    [
      'the words that lead a list',
      '# Heron\n\nThe model weights come under these license terms:\n\n- [CC BY-NC 4.0](https://creativecommons.org/licenses/by-nc/4.0/)\n',
      ['weights: cc-by-nc-4.0'],
    ],
    [
      'links to files',
      '## License\n\nCode: [LICENSE](LICENSE). Model: [LICENSE-MODEL](LICENSE-MODEL).\n',
      ['code: LICENSE', 'weights: LICENSE-MODEL'],
    ],
    [
      'an announcement, the license below it',
      '## License\n\nThe following license applies to the code and the models:\n\nCopyright 2026 Marsh Lab\n\nLicensed under the Apache License, Version 2.0.\n',
      ['all: apache-2.0', 'weights + code: apache-2.0'],
    ],
    ['a quote', '> The model is licensed under MIT.\n', ['weights: mit']],
  ])('%s', (_, readme, states) => {
    expect(says(readme)).toEqual(states)
  })
})

describe('accepting a license before a download is said of the weights', () => {
  test.each<Case>([
    ['a file', 'Before the download you must accept the [license](LICENSE-MODEL).', ['weights: LICENSE-MODEL']],
    [
      'a file above',
      'Before the download you must accept the [license](../LICENSE-MODEL).',
      ['weights: LICENSE-MODEL'],
    ],
    [
      'a known license',
      'You need to agree to the Llama 2 Community License Agreement to download the files.',
      ['weights: llama2'],
    ],
  ])('%s', (_, sentence, states) => {
    expect(says(`# Heron\n\n${sentence}\n`)).toEqual(states)
  })
})

describe('other languages', () => {
  test.each<Case>([
    [
      'Chinese: code and weights in one sentence',
      '## 协议\n\n本仓库的代码依照 Apache-2.0 协议开源，模型的权重的使用则需要遵循 [模型许可](LICENSE-MODEL)。\n',
      ['code: apache-2.0', 'weights: LICENSE-MODEL'],
    ],
    [
      'Chinese: two names',
      '## 协议\n\n代码采用 MIT 许可证发布，模型采用 CC BY-NC 4.0 许可。\n',
      ['code: mit', 'weights: cc-by-nc-4.0'],
    ],
    ['Chinese: a restriction', '# 苍鹭\n\n模型仅供学术研究使用，不得用于商业用途。\n', ['weights: non-commercial']],
    [
      'Japanese',
      '## ライセンス\n\nモデルは CC BY-NC 4.0 ライセンスの下で公開されています。\n',
      ['weights: cc-by-nc-4.0'],
    ],
    ['Korean', '## 라이선스\n\n모델 가중치는 Apache 2.0 라이선스로 배포됩니다.\n', ['weights: apache-2.0']],
    ['Spanish', '## Licencia\n\nEl modelo se publica bajo la licencia Apache 2.0.\n', ['weights: apache-2.0']],
  ])('%s', (_, readme, states) => {
    expect(says(readme)).toEqual(states)
  })
})

describe('states nothing of this release', () => {
  test.each<readonly [string, string]>([
    ['portions that were adapted', 'Portions of this code are adapted from Tern, licensed under Apache 2.0.'],
    ['third-party libraries', 'Third-party libraries are licensed under GPL-3.0.'],
    ['what came under it originally', 'The tokenizer was originally released under CC BY-NC 4.0.'],
    ['another project by its name', 'Tern is licensed under CC BY-NC 4.0.'],
    [
      'a part that somebody else gives',
      'The encoder, which is released by the Tern Consortium under CC BY-NC 4.0, is used as is.',
    ],
    ['a comparison', 'Unlike Tern, which is licensed under CC BY-NC 4.0, Heron is free.'],
    ['a license it once had', 'We changed the license from CC BY-NC 4.0 to something better.'],
    ['a license of earlier versions', 'Earlier versions of the model were released under CC BY-NC 4.0.'],
    ['a plan', 'We plan to release the next model under Apache-2.0.'],
    ['a promise', 'The weights will be released under Apache-2.0 soon.'],
    ['a likeness', 'Released under an MIT-style license.'],
    ['terms of a service', 'Use of the hosted API is governed by the [Terms of Service](https://marsh.example/tos).'],
    ['a pointer to the license that only says there is one', 'Please see the LICENSE file.'],
  ])('%s', (_, sentence) => {
    expect(says(`# Heron\n\n${sentence}\n`)).toEqual([])
  })

  test.each(['Acknowledgements', 'Citation', 'Contributing', 'Third-party software', 'FAQ', '致谢'])(
    'anything under the heading "%s"',
    heading => {
      expect(says(`# Heron\n\n## ${heading}\n\nThe model is licensed under GPL-3.0.\n`)).toEqual([])
    },
  )

  test('a document in a subfolder', () => {
    expect(says('# Heron\n', { 'tools/README.md': '## License\n\nThe model is licensed under GPL-3.0.\n' })).toEqual([])
  })

  test('a comment in a code sample', () => {
    expect(says('# Heron\n\n```python\n# The model is licensed under the MIT License.\n```\n')).toEqual([])
  })
})

test('a restriction that is only planned is taken as one', () => {
  expect(says('# Heron\n\nThe weights will be released under CC BY-NC 4.0.\n')).toEqual(['weights: cc-by-nc-4.0'])
})

test('what a license does not apply to is left out of it', () => {
  expect(says('## License\n\nThe MIT License does not apply to the weights.\n')).toEqual(['code: mit'])
})

test('of two licenses in time the present one counts', () => {
  const readme =
    '# Heron\n\nEarlier versions of the model were released under CC BY-NC 4.0. This version is under MIT.\n'
  expect(says(readme)).toEqual(['weights: mit'])
})

test('a license that is denied leaves the terms unknown', () =>
  expect(says('# Heron\n\nThe weights are not licensed under MIT.\n')).toEqual(['weights: unknown']))

test('an offer of other terms for money beside an open license is a doubt', () => {
  expect(
    says('## License\n\nHeron is available under AGPL-3.0. For commercial licensing please contact us.\n'),
  ).toEqual(['all: agpl-3.0', 'weights: doubt'])
})

test('a sentence of megabytes is passed over in bounded time', async () => {
  const readme = `# Heron\n\n${'the code and the weights under '.repeat(inFull(60_000))} the MIT License.\n`
  await endsWithin(5_000, () => expect(says(readme)).toEqual([]))
})

test('a statement quotes its sentence and names its heading', () => {
  const [statement] = statementsOf({
    files: {
      ...WEIGHTS,
      'README.md':
        '# Heron\n\n## Terms\n\nWe thank everybody who helped. The weights are released under\nApache 2.0. Last.\n',
    },
  })
  expect(statement).toMatchObject({
    section: 'Terms',
    via: 'prose',
    cited: [
      {
        path: 'README.md',
        line: 5,
        endLine: 6,
        quote: expect.stringContaining('The weights are released under\nApache 2.0'),
      },
    ],
  })
})
