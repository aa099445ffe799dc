import { describe, expect, test } from 'vitest'
import { reportOn, reportWith, WEIGHTS } from '../../../../test/judged.ts'
import type { Report } from '../../src/report/report.ts'
import { MEADOW, PIER, QUAY, spdx } from '../texts.ts'

/** The rules by which the honest term is decided, in their order. */

const README = '# Heron\n\nHeron is a language model.\n'
const TRAINING = {
  'train.py':
    'import torch\noptimizer = torch.optim.AdamW(model.parameters())\nfor batch in loader:\n    model(batch).backward()\n    optimizer.step()\n',
  'configs/train.yaml': 'lr: 0.1\nsteps: 1000\n',
}
const INFERENCE = {
  'inference.py': 'import torch\nmodel = torch.load("model.safetensors")\nprint(model.generate("x"))\n',
}

const floorAndCeiling = ({ term }: Report) => [term.floor, term.ceiling]
const because = (report: Report) =>
  report.term.because.map(id => report.findings.find(finding => finding.id === id)?.kind)

describe('1. nothing of the publisher is offered as a model: no-model', () => {
  test.each<readonly [string, Record<string, string | { size: number }>]>([
    [
      'a dataset',
      {
        'README.md':
          '---\ntask_categories:\n  - text-generation\nlicense: cc-by-4.0\n---\n\n# Pond\n\nA corpus of ponds.\n',
        'data/train.parquet': { size: 1_000_000_000 },
      },
    ],
    [
      "a library that loads others' models",
      {
        'README.md':
          '# Nest\n\nNest is a library.\n\n```python\nfrom transformers import AutoModel\nAutoModel.from_pretrained("google/gemma-2-9b")\n```\n',
        'nest/train.py': 'import torch\n',
        LICENSE: spdx('MIT'),
      },
    ],
    ['a redirect', { 'README.md': '# Moved\n\nThis repository has moved.\n' }],
  ])('%s', (_, files) => {
    const report = reportOn({ name: 'nest', files })
    expect(floorAndCeiling(report)).toEqual(['no-model', 'no-model'])
    expect(report.models).toEqual([])
    expect(report.findings[0]?.cited[0]).toMatchObject({ path: 'README.md' })
  })

  test.each([
    [
      'a program that passes on what others made',
      'Nest is a plugin. Some model weights may be available under MIT.',
      true,
    ],
    [
      'a program that fetches any model',
      'Nest is a tool. If you run a model, download the trained weights first.',
      true,
    ],
    ['a benchmark of models in Chinese', '巢是一个大模型评测基准。', true],
    ['a word of a program, and none of a model', 'It runs in a second with the quay runtime.', true],
    ['a word of a program beside a trained model', 'The trained model runs in the quay runtime.', false],
    ['the paper of a model alone', 'The official page of the Nest paper.', false],
  ])('is proven by what it says it is: %s', (_, says, proven) => {
    const report = reportOn({ name: 'nest', files: { 'README.md': `# Nest\n\n${says}\n`, LICENSE: spdx('MIT') } })
    expect(report.term.floor).toBe(proven ? 'no-model' : 'undetermined')
  })
})

describe('1. where no word is said of weights', () => {
  const story =
    'Nest counts the twigs that each bird brings home by day or night, and draws them on maps of an old wood. ' +
    'Whoever walks there can tell which tree lost most of its leaves since last spring.'
  const term = (says: string) => reportOn({ name: 'nest', files: { 'README.md': `# Nest\n\n${says}\n` } }).term.id

  test('none is kept back either', () => {
    expect(term(story)).toBe('no-model')
    expect(term(`${story} A pretrained network counts them.`)).toBe('undetermined')
    expect(term('Nest counts.')).toBe('undetermined')
  })

  test('a model that is described may be a method, and this its code', () => {
    const method = 'We introduce a language model of nests. This repository contains the code of our paper.'
    expect(term(method)).toBe('no-model')
    expect(term(`${method} The checkpoint took a week.`)).toBe('undetermined')
  })
})

describe('2. a model without its weights: closed-ai, and undetermined where not everything was seen', () => {
  test('through an API only', () => {
    const report = reportOn({
      files: { 'README.md': '# Heron\n\nThe Python client for the Heron API.\n', LICENSE: spdx('MIT') },
    })
    expect(floorAndCeiling(report)).toEqual(['closed-ai', 'closed-ai'])
    expect(report.term.toMoveUp).toEqual(['Release the weights'])
  })

  test('promised', () => {
    const readme = `${README}\nThe weights will be released in spring.\n`
    expect(reportOn({ files: { 'README.md': readme } }).term.id).toBe('closed-ai')
  })

  test('nothing seen in a listing that is cut', () => {
    const report = reportOn({ complete: false, files: { 'README.md': '# Hello\n' } })
    expect(floorAndCeiling(report)).toEqual(['undetermined', 'open-weights-ai'])
  })

  test('of models that may be its own, where nothing says who publishes it', () => {
    const readme = 'See [Heron](https://huggingface.co/marsh-lab/heron-7b). We offer it through our API.\n'
    const report = reportOn({ name: '', publisher: null, files: { 'README.md': readme, 'run.py': 'pass' } })
    expect(floorAndCeiling(report)).toEqual(['undetermined', 'open-weights-ai'])
    expect(report.findings[0]?.says).toMatch(/^Which of the models that it leads to are its own is not known/)
  })

  test('described, and not found', () => {
    const report = reportOn({ name: 'Heron', files: { 'README.md': '# Heron\n\nHeron is a large language model.\n' } })
    expect(report.term.id).toBe('undetermined')
    expect(report.findings[0]?.cited[0]).toMatchObject({ path: 'README.md', line: 3 })
  })
})

describe('3. no license reaches the weights: unlicensed; one that was not read: never open', () => {
  test('nothing says anything', () => {
    const report = reportWith({ 'README.md': README })
    expect(floorAndCeiling(report)).toEqual(['unlicensed-weights', 'unlicensed-weights'])
    expect(because(report)).toEqual(['no-license', 'offer'])
  })

  test('the weights are elsewhere, and nothing here says under what', () => {
    const report = reportOn({
      files: { 'README.md': '# Heron\n\n[Heron-7B](https://huggingface.co/marsh-lab/heron-7b)\n' },
    })
    expect(floorAndCeiling(report)).toEqual(['undetermined', 'open-weights-ai'])
    expect(because(report)).toContain('license-not-looked-for')
  })

  test('"other" without a name or a text', () => {
    expect(reportWith({ 'README.md': `---\nlicense: other\n---\n${README}` }).term.id).toBe('undetermined')
  })

  test('a text in a language that is not read', () => {
    const text =
      'LISENSSI\n\nTämä malli on vapaasti käytettävissä kaikkiin tarkoituksiin. Voit kopioida, muuttaa ja jakaa mallia ilman rajoituksia, kunhan säilytät tämän tekstin. Malli toimitetaan sellaisena kuin se on, eikä sen tekijä vastaa mistään vahingoista, jotka sen käyttö aiheuttaa.\n'
    const report = reportWith({ 'README.md': README, LICENSE: text })
    expect(floorAndCeiling(report)).toEqual(['undetermined', 'open-weights-ai'])
    expect(because(report)).toContain('license-not-read')
  })

  test.each<readonly [string, Record<string, string | { size: number }>]>([
    ['a PDF', { 'LICENSE.pdf': { size: 9_000 } }],
    [
      'an address',
      { 'README.md': '# Heron\n\nThe weights are under the [Marsh Terms](https://marsh.example/terms).\n' },
    ],
    ['a name', { 'README.md': '# Heron\n\nThe weights are released under the Fern License.\n' }],
    [
      'metadata that leads elsewhere',
      { 'README.md': '---\nlicense: other\nlicense_link: https://marsh.example/t\n---\n' },
    ],
  ])('%s whose text is not here', (_, files) => {
    expect(reportWith(files).term.floor).toBe('undetermined')
  })
})

describe('4. a restriction binds the weights: weights-available-ai', () => {
  test('by a clause, with its line', () => {
    const report = reportWith({ 'README.md': README, LICENSE: PIER })
    expect(floorAndCeiling(report)).toEqual(['weights-available-ai', 'weights-available-ai'])
    const bar = report.findings.find(finding => finding.kind === 'bar-scale.users')
    expect(bar?.cited[0]).toMatchObject({ path: 'LICENSE', line: 5 })
  })

  test('of no business at all', () => {
    expect(reportWith({ LICENSE: QUAY }).term.facets).toEqual(['non-commercial only'])
  })

  test('by a condition added to an open text', () => {
    const report = reportWith({ LICENSE: `${spdx('MIT')}\nYou may not use the Software for commercial purposes.\n` })
    expect(floorAndCeiling(report)).toEqual(['weights-available-ai', 'weights-available-ai'])
    expect(report.licenses[0]).toMatchObject({
      id: null,
      name: 'MIT License with changed terms',
      class: 'non-commercial',
    })
  })

  test('a display duty above a user count is for a person: the ceiling stays', () => {
    const report = reportWith({
      LICENSE: `${spdx('MIT')}\nIf the Software is used in a product with more than 10 million monthly active users, you must prominently display "Heron" in its user interface.\n`,
    })
    expect(report.term).toMatchObject({ floor: 'weights-available-ai', review: ['G7-L'] })
    expect(report.term.ceiling).not.toBe('weights-available-ai')
    expect(report.licenses[0]?.class).toBe('open-with-rider')
  })

  test('words that only permit lower nothing', () => {
    const report = reportWith({
      LICENSE: `${spdx('MIT')}\nYou may also use the outputs of the model in any way you like.\n`,
    })
    expect(report.term.floor).toBe('open-weights-ai')
  })

  test('terms that grant everything and that nobody has approved are for a person', () => {
    const report = reportWith({ 'README.md': README, LICENSE: MEADOW })
    expect(report.licenses[0]?.class).toBe('open-model')
    expect(floorAndCeiling(report)).toEqual(['weights-available-ai', 'open-weights-ai'])
    expect(report.term.review).toContain('G7-L')
  })

  test('an approved license is open, and the report says that it is approved', () => {
    const report = reportWith({ LICENSE: spdx('Apache-2.0') })
    expect(report.term.floor).toBe('open-weights-ai')
    expect(report.findings.find(finding => finding.kind === 'open-license')?.says).toContain('(OSI-approved)')
  })

  test('a license on the conformant list is open, and the report says what that rests on', () => {
    const report = reportWith({ LICENSE: spdx('CC-BY-4.0') })
    expect(report.term.floor).toBe('open-weights-ai')
    expect(report.findings.find(finding => finding.kind === 'open-license')?.says).toContain(
      '(open terms on the conformant list, not OSI-approved)',
    )
  })

  test('a license that does not say that it is for weights which are elsewhere is presumed, and proves nothing', () => {
    const readme = '# Heron\n\nThe weights are at [the hub](https://huggingface.co/marsh-lab/Heron).\n'
    const elsewhere = (license: string) =>
      reportOn({ name: 'Heron', publisher: 'marsh-lab', files: { 'README.md': readme, LICENSE: license } })
    expect(elsewhere(spdx('MIT')).term).toMatchObject({
      id: 'open-weights-ai',
      floor: 'undetermined',
      basis: 'presumed',
    })
    expect(because(elsewhere(spdx('MIT')))).toContain('open-license')
    // a restriction that was read stays
    expect(elsewhere(spdx('CC-BY-NC-4.0')).term).toMatchObject({ floor: 'weights-available-ai', basis: 'presumed' })
    expect(reportWith({ LICENSE: spdx('MIT') }).term).toMatchObject({ floor: 'open-weights-ai', basis: 'beside' })
    const stated = `${readme}\nThe weights are under the MIT License.\n`
    expect(reportOn({ name: 'Heron', publisher: 'marsh-lab', files: { 'README.md': stated } }).term).toMatchObject({
      floor: 'open-weights-ai',
      basis: 'stated',
    })
  })

  test('a license at the root is concluded for the weights, and the report says that nobody said so', () => {
    const says = (report: Report) => report.findings.find(finding => finding.kind === 'open-license')?.says
    expect(says(reportWith({ LICENSE: spdx('MIT') }))).toContain('its scope is not stated')
    expect(says(reportWith({ 'README.md': `---\nlicense: mit\n---\n${README}`, LICENSE: spdx('MIT') }))).not.toContain(
      'scope',
    )
  })
})

test('5. all that binds over the lineage binds: the base through its derivative', () => {
  const report = reportWith({ 'README.md': `---\nlicense: mit\nbase_model: google/gemma-2-9b\n---\n${README}` })
  expect(report.term.id).toBe('weights-available-ai')
  expect(report.findings.some(finding => finding.says.includes('through its base google/gemma-2-9b'))).toBe(true)
})

test('6. of a contradiction the floor takes the more restrictive reading, and the ceiling the other', () => {
  const report = reportWith({ 'README.md': `---\nlicense: mit\n---\n${README}`, LICENSE: QUAY })
  expect(floorAndCeiling(report)).toEqual(['weights-available-ai', 'open-weights-ai'])
  expect(report.conflicts.map(conflict => conflict.kind)).toEqual(['self-contradiction'])
})

describe('7. open weights need code that runs them', () => {
  const readme = '# Heron\n\n## License\n\nThe weights are under Apache 2.0. The code is under CC BY-NC 4.0.\n'

  test('which is restricted here: no more open than the code', () => {
    const report = reportWith({ 'README.md': readme, ...INFERENCE })
    expect(floorAndCeiling(report)).toEqual(['weights-available-ai', 'weights-available-ai'])
    expect(because(report)).toContain('deployment-code-restricted')
    expect(report.term.toMoveUp).toEqual(['Put the deployment code under a license that OSI approved'])
  })

  test('a public library will do', () => {
    const report = reportWith({ 'README.md': `---\nlibrary_name: transformers\n---\n\n${readme}`, ...INFERENCE })
    expect(report.term.floor).toBe('open-weights-ai')
  })
})

describe('8. training code and data are judged over the whole lineage', () => {
  const here = { LICENSE: spdx('Apache-2.0'), ...TRAINING, ...INFERENCE }
  const card = (base: string) => `---\nlicense: apache-2.0\nbase_model: ${base}\n---\n${README}`

  test('a base whose training data is not open keeps the ceiling down', () => {
    const report = reportWith({ 'README.md': card('mistralai/Mistral-7B-v0.1'), ...here })
    expect(floorAndCeiling(report)).toEqual(['open-weights-ai', 'open-weights-ai'])
  })

  test('a base that is open throughout does not, and its data is for a person', () => {
    const report = reportWith({
      'README.md': `${card('allenai/OLMo-7B')}\n## License\n\nThe code, the weights and the dataset are under Apache 2.0.\n`,
      'data/train.jsonl': { size: 1_000_000_000 },
      ...here,
    })
    expect(floorAndCeiling(report)).toEqual(['open-weights-ai', 'open-source-ai-with-open-data'])
    expect(report.term.review).toContain('G7-D1')
  })

  test('without training code there is no more than open weights', () => {
    const report = reportWith({ 'README.md': README, LICENSE: spdx('Apache-2.0'), ...INFERENCE })
    expect(floorAndCeiling(report)).toEqual(['open-weights-ai', 'open-weights-ai'])
    expect(report.term.toMoveUp[0]).toMatch(/^Release the training code/)
    const linked = `${README}\nIt was trained on the [Pond corpus](https://huggingface.co/datasets/marsh-lab/pond).\n`
    expect(floorAndCeiling(reportWith({ 'README.md': linked, LICENSE: spdx('Apache-2.0'), ...INFERENCE }))).toEqual([
      'open-weights-ai',
      'open-weights-ai',
    ])
  })
})

describe('9. training data is given, or withheld with a reason', () => {
  const given = (readme: string, files: Record<string, string | { size: number }> = {}) =>
    reportWith({
      'README.md': `${README}\n${readme}\n`,
      LICENSE: spdx('Apache-2.0'),
      ...TRAINING,
      ...INFERENCE,
      ...files,
    })

  test('in the release and licensed: whether it is all of it is for a person', () => {
    const report = given('## License\n\nThe code, the weights and the dataset are under Apache 2.0.', {
      'data/train.jsonl': { size: 1_000_000_000 },
    })
    expect(floorAndCeiling(report)).toEqual(['open-weights-ai', 'open-source-ai-with-open-data'])
    expect(report.term.review).toEqual(['G7-D1'])
    expect(report.term.toMoveUp[0]).toMatch(/^Have a person sign off G7-D1: /)
  })

  test('only linked: the link was not followed, so it raises the ceiling alone', () => {
    const report = given('It was trained on the [Pond corpus](https://huggingface.co/datasets/marsh-lab/pond).')
    expect(floorAndCeiling(report)).toEqual(['open-weights-ai', 'open-source-ai-with-open-data'])
  })

  test('named, and nobody says where it can be had: no open data is earned', () => {
    const report = given('It was trained on our Pond dataset.')
    expect(report.term.ceiling).not.toBe('open-source-ai-with-open-data')
  })

  test('training code that is promised earns a ceiling, and silence none', () => {
    const files = { LICENSE: spdx('Apache-2.0'), ...INFERENCE }
    const of = (readme: string) => reportOn({ complete: false, files: { ...WEIGHTS, ...files, 'README.md': readme } })
    expect(of(README).term.ceiling).toBe('open-weights-ai')
    expect(of(`${README}\nComing soon: the training code.\n`).term.ceiling).toBe('open-source-ai')
  })

  test('"a mix of publicly available data" gives nothing', () => {
    const report = given('It was trained on a mix of publicly available data.')
    expect(floorAndCeiling(report)).toEqual(['open-weights-ai', 'open-weights-ai'])
  })

  test('withheld with a reason: a person judges the reason', () => {
    const report = given(
      '## Training data\n\nThe training data cannot be shared because hospital records are protected by privacy law.',
    )
    expect(floorAndCeiling(report)).toEqual(['open-weights-ai', 'open-source-ai'])
    expect(report.term.review).toContain('G7-D2')
  })

  test('withheld without a reason', () => {
    const report = given('## Training data\n\nThe training data is not publicly available.')
    expect(report.term.ceiling).toBe('open-weights-ai')
  })
})

test('10. a gate is a facet of the term, and changes no term', () => {
  const report = reportWith({
    'README.md': `---\nlicense: apache-2.0\nextra_gated_prompt: Please tell us who you are.\nextra_gated_fields:\n  Name: text\n  Company: text\n---\n${README}`,
  })
  expect(report.term.floor).toBe('open-weights-ai')
  expect(report.term.facets).toEqual(['gated: 2 fields to fill in'])
})

test('a program never proves Open Source AI: what only a person can judge keeps the floor', () => {
  const report = reportOn({
    name: 'pythia-6.9b',
    publisher: 'EleutherAI',
    files: { ...WEIGHTS, 'README.md': '---\nlicense: apache-2.0\nlibrary_name: transformers\n---\n\n# Pythia\n' },
  })
  expect(floorAndCeiling(report)).toEqual(['open-weights-ai', 'open-source-ai-with-open-data'])
})
