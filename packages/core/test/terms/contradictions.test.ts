import { describe, expect, test } from 'vitest'
import { reportOn, reportWith } from '../../../../test/judged.ts'
import { PIER, QUAY, spdx } from '../texts.ts'

const card = (license: string, prose = '') => `---\nlicense: ${license}\n---\n\n# Heron\n\n${prose}\n`

describe('a release contradicts itself', () => {
  test('when its metadata and its license file differ: the floor takes the file, the ceiling the other', () => {
    const report = reportWith({ 'README.md': card('mit'), LICENSE: QUAY })
    expect(report.term).toMatchObject({ floor: 'weights-available-ai', ceiling: 'open-weights-ai' })
    expect(report.conflicts).toMatchObject([{ kind: 'self-contradiction' }])
    expect(report.conflicts[0]?.because).toContain('QUAY MODEL LICENSE and under MIT License')
    expect(report.conflicts[0]?.cited.map(citation => ('path' in citation ? citation.path : ''))).toEqual([
      'LICENSE',
      'README.md',
    ])
  })

  test('when prose binds against open metadata', () => {
    const report = reportWith({
      'README.md': card('apache-2.0', 'The weights may only be used for non-commercial purposes.'),
    })
    expect(report.term).toMatchObject({ floor: 'weights-available-ai', ceiling: 'open-weights-ai' })
    expect(report.conflicts).toMatchObject([{ kind: 'self-contradiction' }])
  })

  test('but not by two sentences that both restrict', () => {
    const prose = 'The weights are for non-commercial use only.\n\nThe weights may not be used in medicine.'
    expect(reportWith({ 'README.md': `# Heron\n\n${prose}\n` }).conflicts).toEqual([])
  })

  test('but not by a price, nor by limits that nobody could identify beside limits that are known', () => {
    const priced = card('apache-2.0', 'The model costs $20 per hour.')
    expect(reportWith({ 'README.md': priced }).conflicts).toEqual([])
    const prompt = 'extra_gated_prompt: You agree to use the model for research only and not to sell it.'
    const gated = card('cc-by-nc-4.0').replace('license: ', `${prompt}\nlicense: `)
    expect(reportWith({ 'README.md': gated }).conflicts).toEqual([])
  })

  test('but not where the code of a model is under another license than its weights', () => {
    const prose =
      'The source code of Heron is licensed under MIT.\n\nThe weights of Heron are licensed under CC BY-NC 4.0.'
    expect(reportWith({ 'README.md': `# Heron\n\n${prose}\n` }).conflicts).toEqual([])
  })

  test('when two sentences put the weights under two licenses', () => {
    const prose = 'The weights are released under Apache 2.0.\n\nThe model weights are licensed under CC BY-NC 4.0.'
    const report = reportWith({ 'README.md': `# Heron\n\n${prose}\n` })
    expect(report.term.floor).toBe('weights-available-ai')
    expect(report.conflicts).toMatchObject([{ kind: 'self-contradiction' }])
  })
})

describe('a release contradicts itself, weights or none', () => {
  test.each<readonly [string, string, string]>([
    ['a name that leads to the text of another license', 'Heron is under the [MIT License](LICENSE).', 'GPL-3.0'],
    [
      'a name before the file that holds another',
      'The project is under Apache 2.0 (see [LICENSE](LICENSE)).',
      'AGPL-3.0',
    ],
    ['a name and a root text that differ', 'This project is licensed under the MIT License.', 'GPL-3.0'],
    [
      'the same in another language',
      'Este projeto é licenciado sob a Licença MIT - veja o arquivo [LICENSE](LICENSE) para mais detalhes.',
      'GPL-3.0',
    ],
  ])('%s', (_, prose, id) => {
    const files = { 'README.md': `# Heron\n\n## License\n\n${prose}\n`, LICENSE: spdx(id) }
    expect(reportWith(files).conflicts).toMatchObject([{ kind: 'self-contradiction' }])
  })

  test('a name beside its own text is no other', () => {
    const prose = 'This project is licensed under the MIT License - see the [LICENSE](LICENSE) file.'
    expect(reportWith({ 'README.md': `# Heron\n\n${prose}\n`, LICENSE: spdx('MIT') }).conflicts).toEqual([])
  })

  test('a text that the folder of licenses names for the models stands against the ban of the prose', () => {
    const prose = 'The models are for non-commercial research only.'
    const report = reportWith({
      'README.md': `# Heron\n\n## License\n\n${prose}\n`,
      'LICENSE/MODEL_LICENSE.txt': spdx('AGPL-3.0'),
    })
    expect(report.conflicts).toMatchObject([{ kind: 'self-contradiction' }])
  })
})

describe('a release does not contradict itself', () => {
  test.each<readonly [string, Record<string, string>]>([
    ['when its metadata and its license file agree', { 'README.md': card('mit'), LICENSE: spdx('MIT') }],
    [
      'when code and weights differ',
      {
        'README.md': '## License\n\nThe code is under the MIT License. The weights are under CC BY-NC 4.0.\n',
        LICENSE: spdx('MIT'),
      },
    ],
    [
      'when a file is what its metadata calls "other"',
      { 'README.md': card('other\nlicense_name: quay\nlicense_link: LICENSE'), LICENSE: QUAY },
    ],
    [
      'when one sentence offers two open licenses',
      {
        'README.md': 'Heron is dual licensed under either the [MIT License](LICENSE) or Creative Commons CC0.\n',
        LICENSE: spdx('MIT'),
      },
    ],
    [
      'when a file of code is under another license than the rest',
      {
        'README.md':
          '## License\n\nHeron is licensed under MIT, however portions are under other terms:\n\n[src/fern.py](src/fern.py)<br>\n\nare licensed under the Apache 2.0 license.\n',
        LICENSE: spdx('MIT'),
        'APACHE-LICENSE': spdx('Apache-2.0'),
      },
    ],
    [
      'when a folder of the code is',
      {
        'README.md':
          '## License\n\nThis repository is licensed under the GPL-3.0.\n\n[text/words/](text/words) module is licensed under the [MIT License](MIT_LICENSE).\n',
        LICENSE: spdx('GPL-3.0'),
        MIT_LICENSE: spdx('MIT'),
      },
    ],
    [
      'when terms that nobody could read stand beside a restriction',
      {
        'README.md':
          '## License\n\nThe models are for non-commercial research only.\n\nThe models are under [these terms](https://marsh.example/license).\n',
      },
    ],
    [
      'when prose repeats what the license says',
      { 'README.md': card('cc-by-nc-4.0', 'The model is for non-commercial use only.') },
    ],
    [
      'when two license files merely lie side by side',
      { 'LICENSE-MIT': spdx('MIT'), 'LICENSE-APACHE': spdx('Apache-2.0') },
    ],
    [
      'when a family is named without its version beside the version',
      { 'README.md': card('cc-by-nc-4.0', 'The weights are released under a Creative Commons license.') },
    ],
    [
      'when a license is said to be one of a family that it is called after',
      {
        'README.md':
          '## License\n\nThe weights are under the CreativeML OpenRAIL-M license. It is an [Open RAIL-M license](https://licenses.ai).\n',
      },
    ],
    [
      'when a family is named beside a narrower one',
      { 'README.md': '## License\n\nThe weights are under Creative Commons.\n\nThe weights are under CC BY-NC.\n' },
    ],
    [
      'when another license is only held against its own',
      { 'README.md': card('mit', '## License\n\nIt is compatible with licenses such as CC BY-NC 4.0.') },
    ],
    [
      'when the text that a name leads to is no known one',
      { 'README.md': card('llama2', 'The weights are under the [Llama 2 Community License](LICENSE).'), LICENSE: PIER },
    ],
    [
      'when one file holds two licenses and the metadata names one of them',
      { 'README.md': card('apache-2.0'), LICENSE: `${spdx('MIT')}\n\n${spdx('Apache-2.0')}` },
    ],
    [
      'when one voice names two texts together',
      {
        'README.md':
          '## License\n\nThe weights are subject to the [license](LICENSE) and the [use policy](USE_POLICY.md).\n',
        LICENSE: PIER,
        'USE_POLICY.md': 'Use policy\n\nYou may not use the model for weapons.\n',
      },
    ],
  ])('%s', (_, files) => {
    expect(reportWith(files).conflicts).toEqual([])
  })
})

test('a link to a file of code that opens with a license puts no weights under it', () => {
  const report = reportOn({
    name: 'heron',
    files: {
      'README.md':
        '# Heron\n\nA model. Weights: [heron](https://huggingface.co/marsh/heron).\n\nTo use it, import the file `modeling_heron.py` ([here](net/modeling_heron.py)) into your project.\n',
      'net/modeling_heron.py': '# Licensed under the Apache License, Version 2.0\nimport torch\n',
    },
  })
  expect(report.licenses.filter(({ covers }) => covers.includes('weights'))).toEqual([])
})
