import { describe, expect, test } from 'vitest'
import { modelsOf, reportOn, WEIGHTS } from '../../../../test/judged.ts'
import { POLICY, QUAY, spdx } from '../texts.ts'

const linked = (...names: readonly string[]) =>
  names.map(name => `[${name}](https://huggingface.co/marsh-lab/${name})`).join(' and ')

describe('models of one release', () => {
  test('that a list puts under licenses of their own are told apart', () => {
    const readme = '# Heron\n\n## License\n\n- Heron-7B: Apache-2.0\n- Heron-40B: CC-BY-NC-4.0\n'
    expect(modelsOf({ files: { ...WEIGHTS, 'README.md': readme } })).toEqual({
      'heron-7b': ['apache-2.0'],
      'Heron-40B': ['cc-by-nc-4.0'],
    })
  })

  test('that stand in the list under a sentence have the license of that sentence', () => {
    const list = (of: string, ...items: readonly string[]) =>
      `The following ${of}:\n${items.map(item => `- ${item}\n`).join('')}\n`
    const parts = list(
      'components are MIT licensed as found in [MIT_LICENSE](MIT_LICENSE)',
      '[Sea2Vec 2.0 speech encoder](#encoder)',
      'Code',
      'Reed dataset found in the [page](docs/reed.md)',
    )
    const tongue = list('models are CC-BY-NC 4.0 licensed as found in [LICENSE](LICENSE)', 'HeronTongue models (v1).')
    const song = list('models are Heron licensed as found in [HERON_LICENSE](HERON_LICENSE)', 'HeronSong models.')
    const files = { MIT_LICENSE: spdx('MIT'), LICENSE: spdx('CC-BY-NC-4.0'), HERON_LICENSE: QUAY }
    const readme = `# Heron\n\n${linked('heron-song', 'heron-tongue')}\n\n# License\n\n`
    const setup = (lists: string) => ({
      name: 'heron_talk',
      publisher: 'marsh-lab',
      files: { ...files, 'README.md': readme + lists },
    })
    expect(modelsOf(setup(parts + tongue + song))).toMatchObject({
      'Sea2Vec 2.0 speech encoder': ['mit'],
      'heron-tongue': ['cc-by-nc-4.0'],
      'heron-song': ['QUAY MODEL LICENSE'],
    })
    // where an item names none, it is said of all
    const vague = tongue.replace('HeronTongue models (v1).', 'whatever we trained before the flood')
    expect(Object.values(modelsOf(setup(vague))).flat()).toContain('cc-by-nc-4.0')
    expect(Object.keys(modelsOf(setup(vague)))).not.toContain('heron-tongue')
  })

  test('that stand in brackets behind a license have that license', () => {
    const code = 'code and weights are available under either CC-BY-NC-4.0 (Heron 600M, Heron C 6B) or Apache-2.0'
    const readme = `# Heron\n\n${linked('heron-7b', 'heron-1b')}\n\n## License\n\nThe ${code} (codebase, Heron C 2B).\n`
    expect(modelsOf({ name: 'heron', publisher: 'marsh-lab', files: { 'README.md': readme } })).toMatchObject({
      'Heron C 6B': ['cc-by-nc-4.0'],
      'Heron C 2B': ['apache-2.0'],
    })
  })

  test('that a sentence puts under what another section names have that', () => {
    const section = '## License\n\nThis code repository is licensed under the MIT License.\n'
    const readme = (led: string) =>
      `# Heron\n\n${linked('heron-7b')}\n\nThe use of this model is subject to the terms in the ${led}.\n\n${section}`
    const on = (led: string, more = '') =>
      reportOn({ name: 'heron', publisher: 'marsh-lab', files: { 'README.md': readme(led) + more } }).term.floor
    expect(on('[License section](#license)')).toBe('open-weights-ai')
    expect(on('section below')).toBe('undetermined')
    expect(on('[License section](#license)', '\nThe models are under CC-BY-NC-4.0.\n')).toBe('weights-available-ai')
  })

  test('that are called by two words for one size are one', () => {
    const readme =
      '# Heron\n\n| Model | License |\n| --- | --- |\n| Heron-XL | CC-BY-NC-4.0 |\n| Heron-XLarge | CC-BY-NC-4.0 |\n'
    const setup = { name: 'heron', files: { ...WEIGHTS, 'README.md': readme } }
    expect(Object.keys(modelsOf(setup)).filter(name => /xl/i.test(name))).toEqual(['Heron-XL'])
  })

  test('are called in a row without their parts, and a service is none', () => {
    const row = (license: string, name: string) => `| [${license}](https://marsh-lab.org/${license}) | ${name} |\n`
    const rows = row('Fen-License', 'Heron 2B (incl weights)') + row('Service-Terms', 'API access to Heron models')
    const readme = `# Heron\n\n## License\n\n| License | Component |\n| --- | --- |\n${rows}`
    const setup = { name: 'heron', publisher: 'marsh-lab', files: { 'README.md': readme, ...WEIGHTS } }
    const names = reportOn(setup).models.map(({ name }) => name)
    expect(names).toContain('Heron 2B')
    expect(names.join()).not.toContain('access')
  })

  test('of which the terms of one make a policy their own are under it, and others are not', () => {
    const POLICY_NAMED = `${QUAY}\nYou must comply with the Acceptable Use Policy, which is part of this license.\n`
    const list = (license: string, model: string) =>
      `The following models are under [${license}](${license}):\n- ${model}\n\n`
    const files = {
      'README.md': `# Heron\n\n# License\n\n${list('LICENSE', 'HeronTongue')}${list('SONG_LICENSE', 'HeronSong')}`,
      LICENSE: spdx('CC-BY-NC-4.0'),
      SONG_LICENSE: POLICY_NAMED,
      ACCEPTABLE_USE_POLICY: POLICY,
    }
    const { licenses } = reportOn({ name: 'heron', files: { ...WEIGHTS, ...files } })
    const readWith = (path: string) => licenses.find(({ text }) => text?.path === path)?.readWith ?? []
    expect(readWith('SONG_LICENSE')).toEqual(['ACCEPTABLE_USE_POLICY'])
    expect(readWith('LICENSE')).toEqual([])
  })

  test('that a table puts under licenses of their own are told apart', () => {
    const readme = '# Heron\n\n| Model | License |\n|---|---|\n| Heron-7B | MIT |\n| Heron-40B | CC-BY-NC-4.0 |\n'
    const setup = { name: 'heron', files: { ...WEIGHTS, 'README.md': readme } }
    expect(modelsOf(setup)).toEqual({ 'Heron-7B': ['mit'], 'Heron-40B': ['cc-by-nc-4.0'] })
    const { models, term } = reportOn(setup)
    expect(models.map(model => [model.name, model.term.id])).toEqual([
      ['Heron-7B', 'open-weights-ai'],
      ['Heron-40B', 'weights-available-ai'],
    ])
    // the release's own is the least open of them
    expect(term).toEqual(models[1]?.term)
  })

  test('under the same terms have a row each', () => {
    const readme =
      '| Model | License |\n|---|---|\n| Heron-7B | MIT |\n| Heron-9B | MIT |\n| Heron-40B | CC-BY-NC-4.0 |\n'
    expect(Object.keys(modelsOf({ name: 'heron', files: { ...WEIGHTS, 'README.md': readme } }))).toEqual([
      'Heron-7B',
      'Heron-9B',
      'Heron-40B',
    ])
  })

  test('that an exception puts under another license are told apart', () => {
    const readme =
      '# Heron\n\nAll models are available under the CC-BY-4.0 license, except those trained with the Pond dataset, which are under the CC-BY-NC-4.0 license.\n'
    expect(modelsOf({ name: 'heron', files: { ...WEIGHTS, 'README.md': readme } })).toEqual({
      heron: ['cc-by-4.0'],
      'trained with the Pond dataset': ['cc-by-nc-4.0'],
    })
  })

  test('that a list has their license in brackets behind are told apart', () => {
    const readme =
      '# Heron\n\n- **Heron Base**: `heron_base-v1` *(CC BY NC 4.0)*\n- **Heron 2**: `heron_base-v2` *(Apache 2.0)*\n'
    const links = `\n${linked('heron_base-v1', 'heron_base-v2')}\n`
    expect(modelsOf({ name: 'heron', publisher: 'marsh-lab', files: { 'README.md': readme + links } })).toEqual({
      'heron_base-v1': ['cc-by-nc-4.0'],
      'heron_base-v2': ['apache-2.0'],
    })
  })

  test('that only begin as one is called are told by that', () => {
    const readme = '# Heron\n\n## License\n\n- Base (`Heron-Base`): Apache-2.0\n- Tuned (`Heron-Tuned`): CC-BY-NC-4.0\n'
    const links = `\n${linked('heron-base-7b', 'heron-tuned-7b', 'heron-tuned-40b')}\n`
    expect(modelsOf({ name: 'heron', publisher: 'marsh-lab', files: { 'README.md': readme + links } })).toEqual({
      'Heron-Base': ['apache-2.0'],
      'Heron-Tuned': ['cc-by-nc-4.0'],
    })
  })

  test('of which one is under limits leave the others under what lies at the root, presumed', () => {
    const readme = `# Heron\n\n${linked('Heron-7B', 'Heron-40B')}\n\n\`Heron-40B\` is under CC-BY-NC-4.0.\n`
    const setup = { name: 'heron', publisher: 'marsh-lab', files: { 'README.md': readme, LICENSE: spdx('MIT') } }
    expect(modelsOf(setup)).toEqual({ heron: ['mit'], 'Heron-40B': ['cc-by-nc-4.0'] })
    const { models, term } = reportOn(setup)
    expect(models[0]?.term).toMatchObject({ id: 'open-weights-ai', floor: 'undetermined', basis: 'presumed' })
    expect(term.id).toBe('weights-available-ai')
    // with all of them spoken of there is no other
    const only = { ...setup, files: { ...setup.files, 'README.md': readme.replace(/\[Heron-7B\]\S+ and /, '') } }
    expect(Object.keys(modelsOf(only))).toEqual(['Heron-40B'])
  })

  test('of which nothing lies there but a page are what a license on it is for', () => {
    const page = `# Heron\n\nA series of models: ${linked('Heron-7B', 'Heron-40B')}.\n\n## License\n\nCC BY 4.0\n`
    const setup = { name: 'heron', publisher: 'marsh-lab', files: { 'README.md': page } }
    expect(reportOn(setup).term).toMatchObject({ floor: 'open-weights-ai', basis: 'stated' })
    // beside code it may be for that
    const code = reportOn({ ...setup, files: { ...setup.files, 'src/heron.py': 'import os' } })
    expect(code.term).toMatchObject({ floor: 'undetermined', basis: 'presumed' })
  })

  test('that a badge leads to the license of are told apart', () => {
    const badge = (label: string, file: string) =>
      `[![Model License](https://img.shields.io/badge/Model_License-${label}-blue)](${file})`
    const readme = `# Heron\n\n## Small herons\n\n${badge('MIT', 'LICENSE.SMALL')}\n\n## Large herons\n\n${badge('Quay', 'LICENSE.LARGE')}\n\nSmall and large.\n`
    const setup = { files: { ...WEIGHTS, 'README.md': readme, 'LICENSE.SMALL': spdx('MIT'), 'LICENSE.LARGE': QUAY } }
    expect(Object.keys(modelsOf(setup)).toSorted()).toEqual(['heron-7b LARGE', 'heron-7b SMALL'])
  })

  test('that license files name are told apart', () => {
    const setup = { files: { ...WEIGHTS, 'LICENSE.SMALL': spdx('MIT'), 'LICENSE.LARGE': QUAY } }
    expect(modelsOf(setup)).toEqual({ 'heron-7b LARGE': ['QUAY MODEL LICENSE'], 'heron-7b SMALL': ['mit'] })
  })

  test('that a license file names, and no page speaks of, are none', () => {
    const files = { ...WEIGHTS, 'README.md': '# Heron\n', 'LICENSE-Francais': QUAY, 'LICENSE.SMALL': spdx('MIT') }
    expect(modelsOf({ files })).toEqual({ 'heron-7b': ['QUAY MODEL LICENSE'] })
  })

  test('in folders with a license each are told apart', () => {
    const setup = { files: { ...WEIGHTS, 'models/v1/LICENSE': QUAY, 'models/v2/LICENSE': spdx('MIT') } }
    expect(modelsOf(setup)).toEqual({ 'heron-7b v1': ['QUAY MODEL LICENSE'], 'heron-7b v2': ['mit'] })
  })

  test('that are open do not hide the terms of those that nobody names', () => {
    const setup = { files: { ...WEIGHTS, LICENSE: QUAY, 'LICENSE.SMALL': spdx('MIT') } }
    expect(modelsOf(setup)).toEqual({ 'heron-7b': ['QUAY MODEL LICENSE'], 'heron-7b SMALL': ['mit'] })
    expect(reportOn(setup).term.id).toBe('weights-available-ai')
  })

  test('of which the page of one speaks are its siblings, and theirs is theirs', () => {
    const readme =
      '---\nlicense: mit\npipeline_tag: text-generation\n---\n\n# Heron-7B\n\nHeron-40B is released under CC BY-NC 4.0.\n'
    expect(modelsOf({ name: 'Heron-7B', files: { ...WEIGHTS, 'README.md': readme } })).toEqual({ 'Heron-7B': ['mit'] })
  })

  test('of which one page leads to those of others, whatever they are called', () => {
    const readme =
      '---\nlicense: mit\npipeline_tag: text-generation\n---\n\n# Heron\n\n' +
      `See ${linked('Heron-Fern')}.\n\n## License\n\n- Heron-Fern is released under CC BY-NC 4.0.\n`
    expect(modelsOf({ name: 'Heron', files: { ...WEIGHTS, 'README.md': readme } })).toEqual({ Heron: ['mit'] })
  })

  test('is what is said of its family, on the page of one', () => {
    const readme =
      '---\npipeline_tag: text-generation\n---\n\n# Heron-Chat\n\n' +
      `See ${linked('Heron', 'Heron-Chat')}.\n\n## License\n\nThe use of Heron Base/Chat models is subject to CC BY-NC 4.0.\n`
    const setup = { name: 'Heron-Chat', files: { ...WEIGHTS, 'README.md': readme } }
    expect(modelsOf(setup)).toEqual({ 'Heron-Chat': ['cc-by-nc-4.0'] })
    const ofTheFamily = readme.replace('[Heron](https://huggingface.co/marsh-lab/Heron)', linked('Heron-Base'))
    expect(modelsOf({ ...setup, name: 'Heron', files: { ...WEIGHTS, 'README.md': ofTheFamily } })).toEqual({
      Heron: ['cc-by-nc-4.0'],
    })
  })

  test('under terms of their own are not under those that a sentence below names for a part', () => {
    const row = (name: string, license: string) => `| ${name} | ${linked(name)} | ${license} |\n`
    const readme =
      `# Heron\n\n## Models\n\n| Model | Weights | License |\n|---|---|---|\n${row('Heron-7B', 'MIT')}` +
      `${row('Heron-40B', 'CC-BY-NC-4.0')}\nThe weights of the autoencoder are also released under Apache-2.0.\n\n` +
      '## Risks\n\nThe models are released under CC BY-NC 4.0.\n'
    expect(modelsOf({ name: 'heron', files: { 'README.md': readme } })).toEqual({
      'Heron-7B': ['mit'],
      'Heron-40B': ['cc-by-nc-4.0'],
    })
  })

  test('linked under different terms are told apart by the headings they stand under', () => {
    const parts = (heading: string, other: string) =>
      `## ${heading}\n\nThe models are released under Apache 2.0.\n\n## ${other}\n\nThe models are released under CC BY-NC 4.0.\n`
    const all = `# Heron\n\nGet ${linked('Heron-7B', 'Gull-2B')}.\n\n`
    const told = { 'Heron-7B': ['apache-2.0'], 'Gull-2B': ['cc-by-nc-4.0'] }
    const of = (readme: string) => modelsOf({ name: 'heron', files: { 'README.md': readme } })
    expect(of(`${all}${parts('Heron 7B', 'Gull 2B')}`)).toEqual(told)
    // a heading that names none speaks of those that are linked below it; else the strictest is for all
    const below = `# Heron\n\n${parts(`Speech\n\nGet ${linked('Heron-7B')}.`, `Vision\n\nGet ${linked('Gull-2B')}.`)}`
    expect(of(below)).toEqual(told)
    expect(of(`${all}${parts('Intended use', 'Risks')}`)).toEqual({ heron: ['cc-by-nc-4.0'] })
  })
})

describe('which voice speaks for the weights', () => {
  const binding = (files: Record<string, string>) => Object.values(modelsOf({ files: { ...WEIGHTS, ...files } }))

  test('a sentence about the weights before the license at the root', () => {
    const readme = '# Heron\n\nThe weights are released under CC BY-NC 4.0.\n'
    expect(binding({ 'README.md': readme, LICENSE: spdx('MIT') })).toEqual([['cc-by-nc-4.0']])
  })

  test('a license file for the model before the license at the root', () => {
    expect(binding({ LICENSE: spdx('MIT'), 'LICENSE-MODEL': QUAY })).toEqual([['QUAY MODEL LICENSE']])
  })

  test('the license at the root, where nobody else speaks', () => {
    expect(binding({ LICENSE: spdx('MIT') })).toEqual([['mit']])
  })

  test('not a license at the root that is said to be for the code', () => {
    const readme = '# Heron\n\n## License\n\nThe code is released under the MIT License.\n'
    expect(binding({ 'README.md': readme, LICENSE: spdx('MIT') })).toEqual([[]])
  })

  test('not a license at the root that is said to leave the weights out', () => {
    const readme = '# Heron\n\n## License\n\nThe MIT License does not apply to the weights.\n'
    expect(binding({ 'README.md': readme, LICENSE: spdx('MIT') })).toEqual([[]])
  })

  test('a badge for the whole, last of all', () => {
    const badge = '![License](https://img.shields.io/badge/License-CC--BY--NC--4.0-blue.svg)\n'
    expect(binding({ 'README.md': badge })).toEqual([['cc-by-nc-4.0']])
    expect(binding({ 'README.md': badge, LICENSE: spdx('MIT') })).not.toEqual([['mit']])
  })
})

describe('rows that lead to downloads are the models beside those that are named', () => {
  const row = (name: string) => `| ${name} | 7B | [weights](https://huggingface.co/marsh-lab/${name}) |`
  const table = (...names: readonly string[]) =>
    `| Model | Size | Download |\n|---|---|---|\n${names.map(row).join('\n')}\n`
  const names = (name: string, readme: string) =>
    reportOn({ name, publisher: 'marsh-lab', files: { LICENSE: spdx('Apache-2.0'), 'README.md': readme } }).models.map(
      model => model.name,
    )
  const license = '\n## License\n\n- Heron-7B-Chat: CC-BY-NC-4.0\n'

  test('and the name of a repository that is none of them is no model', () => {
    const readme = `# heron-src\n\n${table('Heron-7B', 'Heron-7B-Chat', 'Heron-Lite')}${license}`
    expect(names('heron-src', readme)).toEqual(['Heron-7B', 'Heron-7B-Chat', 'Heron-Lite'])
  })

  test('where files are led to, by what these are called', () => {
    const file = (name: string) => `| ${name} | https://models.marsh.example/x/${name}-v1.tar |`
    const rows = ['heron-7B', 'heron-22B'].map(file).join('\n')
    const same = '\n\nIt is [the same](https://huggingface.co/marsh-lab/Heron-7B-hf) model.'
    const said = '\n\n`heron-22B-v1.tar` is released under the CC-BY-NC-4.0 license.\n'
    const readme = `# heron-src\n\n## Model download\n\n| Name | Download |\n|---|---|\n${rows}${same}${said}`
    expect(names('heron-src', readme)).toEqual(['heron-7B-v1', 'heron-22B-v1'])
  })

  test('each once, by either name of one', () => {
    const said = '\n## License\n\n- Heron-2 Base: CC-BY-NC-4.0\n- Heron-2-Chat: CC-BY-NC-4.0\n'
    const readme = `# Heron-2\n\n${table('Heron-2-Lite', 'Heron-2', 'Heron-2-Chat')}${said}`
    expect(names('Heron-2', readme).toSorted()).toEqual(['Heron-2', 'Heron-2-Chat', 'Heron-2-Lite'])
  })
})
