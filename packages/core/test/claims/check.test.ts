import { describe, expect, test } from 'vitest'
import { reportOn, reportWith } from '../../../../test/judged.ts'
import { PIER, spdx } from '../texts.ts'

const claimsOn = (files: Readonly<Record<string, string>>) =>
  reportWith(files).claims.map(({ kind, check, strength, about }) => ({ kind, check, strength, about }))

describe('a claim about the model', () => {
  test('is contradicted flatly where the license of the weights restricts', () => {
    const report = reportWith({ 'README.md': '# Heron\n\nHeron is an open-source language model.\n', LICENSE: PIER })
    const [claim] = report.claims
    expect(claim).toMatchObject({ kind: 'open-source', about: ['model'], check: 'contradicted', strength: 'flat' })
    expect(claim?.suggestion).toMatch(/^Heron is a weights-available language model \(Weights Available AI: .+\)\.$/)
    const ids = report.findings.map(finding => finding.id)
    expect(claim?.because.length).toBeGreaterThan(0)
    expect(claim?.because.filter(id => !ids.includes(id))).toEqual([])
  })

  test('is contradicted in scope where the weights are open and the data is withheld', () => {
    const readme = '# Heron\n\nHeron is an open-source language model. It was trained on a mix of public data.\n'
    expect(claimsOn({ 'README.md': readme, LICENSE: spdx('Apache-2.0') })).toMatchObject([
      { check: 'contradicted', strength: 'scope' },
    ])
  })

  test('of open weights is supported where their license is open', () => {
    const readme = '# Heron\n\nHeron is an open-weight language model.\n'
    expect(claimsOn({ 'README.md': readme, LICENSE: spdx('MIT') })).toMatchObject([
      { check: 'supported', strength: null },
    ])
  })

  test('in words without a fixed meaning cannot be tested', () => {
    const readme = '# Heron\n\nHeron is an open foundation model.\n'
    expect(claimsOn({ 'README.md': readme, LICENSE: PIER })).toMatchObject([
      { kind: 'open-model', check: 'undetermined', strength: 'vague' },
    ])
  })
})

describe('a claim about several models by name', () => {
  const readme = (says: string) => `# Heron

| model | license |
|---|---|
| Heron-1B | Apache 2.0 |
| Heron-7B | [Pier Community License](LICENSE-7B) |

${says}
`
  const claims = (says: string) =>
    reportWith({ 'README.md': readme(says), 'LICENSE-7B': PIER, LICENSE: spdx('Apache-2.0') }).claims

  test('goes too far where it holds of some of them, and says of which', () => {
    expect(claims('We open-source the weights of Heron-1B and Heron-7B.')).toMatchObject([
      { kind: 'open-source', check: 'contradicted', strength: 'scope', holds: 'true of 1 of 2 models: Heron-1B' },
    ])
  })

  test('of all is judged model by model, and what is offered in its place names those that are otherwise', () => {
    const [claim] = claims('We offer a family of open-weight Heron models.')
    expect(claim).toMatchObject({ kind: 'open-weights', check: 'contradicted', strength: 'scope' })
    expect(claim?.holds).toMatch(/^true of \d of \d models: .*Heron-1B/)
    expect(claim?.suggestion).toMatch(/\(Weights Available AI: .*Heron-1B: Open Weights AI\)/)
  })

  test('that names one is checked by the license of that', () => {
    const checks = (says: string) => claims(says).map(({ kind, check }) => `${kind} ${check}`)
    expect(checks('Heron-1B can be used without restrictions.')).toEqual(['unrestricted supported'])
    expect(checks('Heron-7B can be used without restrictions.')).toEqual(['unrestricted contradicted'])
  })

  test('holds or falls by the one that is named alone, and goes too far of all where none is', () => {
    const checks = (says: string) => claims(says).map(({ check, strength }) => `${check} ${strength}`)
    expect(checks('We open-source the weights of Heron-1B.')).toEqual(['supported null'])
    expect(checks('We open-source the weights of Heron-7B.')).toEqual(['contradicted flat'])
    expect(checks('We open-source our weights.')).toEqual(['contradicted scope'])
  })
})

describe('a claim about a part', () => {
  test('of code holds by the license of the code, whatever the weights are under', () => {
    const readme =
      '# Heron\n\nThe open-source code is in `inference.py`. The weights are under the license in MODEL_LICENSE.\n'
    const files = {
      'README.md': readme,
      'inference.py': 'import torch\nmodel = torch.load("model.safetensors")\nprint(model.generate("x"))\n',
      LICENSE: spdx('MIT'),
      MODEL_LICENSE: PIER,
    }
    expect(claimsOn(files)).toContainEqual({ kind: 'open-source', about: ['code'], check: 'supported', strength: null })
  })

  test.each([
    'Heron\u2019s code is released under the Apache License 2.0.',
    'The Heron source code is released under the Apache License 2.0.',
    'The code of Heron is released under the Apache License 2.0.',
  ])('is of the code where that is what the sentence says: %s', says => {
    const readme = `# Heron\n\n${says} The weights are under the license in MODEL_LICENSE.\n`
    const claims = claimsOn({ 'README.md': readme, LICENSE: spdx('Apache-2.0'), MODEL_LICENSE: PIER })
    expect(claims[0]).toMatchObject({ kind: 'named-license', about: ['code'] })
    expect(claims[0]?.check).not.toBe('contradicted')
  })

  test('of a named license holds where that license is concluded, and falls where a restricted one is', () => {
    const readme = '# Heron\n\nThe weights are released under the MIT license.\n'
    expect(claimsOn({ 'README.md': readme, LICENSE: spdx('MIT') })).toMatchObject([
      { kind: 'named-license', about: ['weights'], check: 'supported' },
    ])
  })

  test.each([
    'The weights are released under the MIT open-source license.',
    'The weights are released under the MIT license.',
  ])('of a named license holds whatever was not read beside it: %s', says => {
    const files = { 'README.md': `---\nlicense: mit\n---\n\n# Heron\n\n${says}\n` }
    const unread = { 'WEIGHTS_LICENSE.md': 'Ask the herons of the pond before the ice of the weights melts.\n' }
    const named = claimsOn({ ...files, ...unread }).find(({ kind }) => kind === 'named-license')
    expect(named).toMatchObject({ check: 'supported' })
  })

  test('of commerce falls where the license forbids it', () => {
    const readme = '---\nlicense: cc-by-nc-4.0\n---\n\n# Heron\n\nHeron is free for commercial use.\n'
    expect(claimsOn({ 'README.md': readme })).toMatchObject([
      { kind: 'commercial-use', check: 'contradicted', strength: 'flat' },
    ])
  })
})

describe('a claim is about what its words describe', () => {
  test.each([
    ['Heron is released under an open source Mud License.', ['license']],
    ['Open-source Heron1.5 weights are here.', ['weights']],
    ['我们开源了 Heron 多卡并行推理代码。', ['code']],
  ])('%s', (says, about) => {
    expect(
      claimsOn({ 'README.md': `# Heron\n\n${says}\n`, LICENSE: spdx('MIT') }).find(({ kind }) => kind === 'open-source')
        ?.about,
    ).toEqual(about)
  })

  test('and a disclaimer that calls the release by name calls it so', () => {
    const readme = '# Heron\n\nHeron 是语言模型。如果由于使用 Heron 开源模型而导致的任何问题，我们将不承担责任。\n'
    expect(claimsOn({ 'README.md': readme, LICENSE: PIER })).toMatchObject([{ check: 'contradicted' }])
  })
})

describe('nothing is contradicted by a sentence', () => {
  test.each([
    ['of another product', 'Finch Hub is an open-source platform for models.'],
    ['that compares', 'Heron beats all open-source models of its size.'],
    ['of others behind its own name', 'We introduce Heron, which surpasses all previous open-source reed models.'],
    ['of most others', 'While most open-source reed models fail, Heron is small.'],
    ['of its rank', '我们发布了 Heron 模型，综合性能达到开源模型的领先水平。'],
    ['of data', 'In our open-source data, the Heron dialogs come first.'],
    ['of techniques', 'The training techniques from the Heron report have been open-sourced in ReedTuner.'],
    ['of users', 'Heron tackles what end users with an open-sourced reed model want.'],
    ['of a toolbox', 'Heron is an open-source video generation and editing toolbox for models.'],
    ['of a report', 'We open-sourced the Heron technical report.'],
    ['of a report in Chinese', '我们开源了 Heron 的技术报告。'],
    ['of what may come', 'Nous pourrions open-source le modèle Heron.'],
    ['of talk', 'Heron makes open-source models popular.'],
    ['that sets a duty', 'Do not use the open-source model Heron to harm anyone.'],
    ['that disclaims', 'We are not liable for damage caused by the open-source model Heron.'],
    ['that states an aim', 'Our mission is to build an open-source Heron model.'],
    ['that is a title', 'Paper: Heron and Finch: A Family of Open-Source Models for Marshes.'],
    ['that reports', 'The report lists the Heron model as open source.'],
    ['that says for whom', 'The Heron model is fully open for academic research.'],
    ['of a program', 'Heron is an open-source model training framework.'],
    ['of a link to another repository', 'We open-source [Finch](https://github.com/hedgerow/finch) as well.'],
    ['of a part that is just being given', 'We are open-sourcing our reed-based Finch2-BERT encoder for Heron.'],
    ['of a part with a name of its own', 'We open-source our Finch2-BERT speech encoder.'],
    [
      'of a sibling with a place of its own',
      'We open-source [Heron-Vision](https://huggingface.co/marsh/heron-vision).',
    ],
    ['of a sibling by its name', '**Heron2-Survey** is an open-source agent model.'],
    ['of others in its own clause', 'Heron is under its license, and MudNet3 and SandNet3 are open source.'],
    ['about research', 'To enable more open-source research on language models, we use generated dialogs.'],
    ['about other things', 'We hope that these open-source materials further the understanding of large models.'],
    ['in an address', 'Please send what the Heron model wrote to opensource+heron@marsh.example.'],
    [
      'that is a list of keywords',
      'Heron — open-source language model, dialogs, captions, search, birds, marshes, reeds',
    ],
    ['that says published', 'The weights of Heron are publicly available.'],
  ])('%s', (_, says) => {
    const claims = claimsOn({ 'README.md': `# Heron\n\nHeron is a model.\n\n${says}\n`, MODEL_LICENSE: PIER })
    expect(claims.filter(({ check }) => check === 'contradicted')).toEqual([])
  })

  test('in a folder that may be of something else', () => {
    const files = { 'README.md': '# Heron\n\nHeron is a model.\n', MODEL_LICENSE: PIER }
    const claims = claimsOn({ ...files, 'examples/app/README.md': '# App\n\nWe open-source the model.\n' })
    expect(claims.map(({ check }) => check)).not.toContain('contradicted')
  })
})

describe('where all that a release holds is under terms that restrict, it is contradicted', () => {
  test.each([
    ['by a version', 'The open-source version of Heron is based on Reed.'],
    ['by a version that is a model', 'The open-source version here is a small Heron model.'],
    ['by a name in apposition', 'This is the official repository of Heron, a small open-source model.'],
    ['by what follows', 'The following models are open-sourced.'],
    ['by a model that needs no name', 'The model is fully open source.'],
    ['in Chinese, the list long', '开源 Heron 文生芦苇与鸟鸣的推理代码和模型权重。'],
    ['in French', 'La version open source de Heron est un modèle.'],
    ['in Korean', 'Heron에서 제공되는 오픈 소스 버전은 모델입니다.'],
    ['in Japanese', '基盤モデル Heron をオープンソース化'],
  ])('%s', (_, says) => {
    expect(claimsOn({ 'README.md': `# Heron\n\n${says}\n`, LICENSE: PIER }).map(({ check }) => check)).toContain(
      'contradicted',
    )
  })

  test('by a plan that is ticked, and not by one that is not', () => {
    const plan = (mark: string) =>
      `# Heron\n\nHeron is a model.\n\n## Roadmap\n\n- [${mark}] Open-source the Heron model.\n`
    expect(claimsOn({ 'README.md': plan('x'), LICENSE: PIER })).toMatchObject([{ check: 'contradicted' }])
    expect(claimsOn({ 'README.md': plan(' '), LICENSE: PIER })).toEqual([])
  })

  test('by a card in a folder under its own title, and not under another', () => {
    const card = (title: string) => ({
      'README.md': '# Heron\n\nHeron is a model.\n',
      'docs/fr/README.md': `# ${title}\n\nNous publions un modèle open source.\n`,
      LICENSE: PIER,
    })
    expect(claimsOn(card('Heron')).map(({ check }) => check)).toContain('contradicted')
    expect(claimsOn(card('Mud')).map(({ check }) => check)).not.toContain('contradicted')
  })

  test('by the license it is put under, whatever is not read beside', () => {
    const readme = '# Heron\n\nHeron is a language model, made available under an open license.\n'
    expect(claimsOn({ 'README.md': readme, LICENSE: PIER })).toContainEqual(
      expect.objectContaining({ kind: 'permissive', check: 'contradicted' }),
    )
  })
})

test('a model on request for commerce is checked alike, whatever else the license forbids', () => {
  const readme = '# Heron\n\nHeron supports commercial use; apply for written permission first.\n'
  for (const license of ['cc-by-nc-4.0', 'mit'])
    expect(claimsOn({ 'README.md': `---\nlicense: ${license}\n---\n\n${readme}` })).not.toContainEqual(
      expect.objectContaining({ check: 'contradicted' }),
    )
})

test('two words for one model are told of', () => {
  const readme = '# Heron\n\nHeron is an open-source model.\n\n## Use\n\nTo load the open weights, see below.\n'
  const { notes } = reportWith({ 'README.md': readme, LICENSE: spdx('MIT') })
  expect(notes.map(note => note.says)).toContainEqual(
    expect.stringContaining('“open-source” (README.md:3) and “open weights” (README.md:7)'),
  )
})

test.each(['Heron2', 'Heron 2', 'HERON-2'])('the release is called so however its name is spelled: %s', name => {
  const readme = `# Card\n\n${name} is the new generation of open-source language models.\n`
  const { claims } = reportOn({ name: 'heron2', publisher: 'marsh-lab', files: { 'README.md': readme, LICENSE: PIER } })
  expect(claims).toMatchObject([{ check: 'contradicted' }])
})

test('a contradicted claim in Chinese is answered in Chinese', () => {
  const { claims } = reportWith({ 'README.md': '# 鹪鹩\n\n鹪鹩是首个开源的方言语音模型。\n', LICENSE: PIER })
  expect(claims[0]?.suggestion).toMatch(/^鹪鹩是首个权重可获取.*权重许可证.*。$/)
})

describe('what decides is not proven', () => {
  const missing = (files: Readonly<Record<string, string>>) => {
    const { claims, findings } = reportWith(files)
    const told = (ids: readonly string[]) =>
      findings.find(({ id, kind }) => kind === 'claim-not-tested' && ids.includes(id))?.says ?? null
    return claims.map(({ check, because }) => [check, told(because)])
  }

  test('where terms were not read: then it may hold of the weights, and goes too far without the data', () => {
    const LICENSE = `${spdx('MIT')}\nThe seventh gull of the blue pier decides with whom the weights may go.\n`
    const readme = '# Heron\n\nHeron is an open-source language model.\n'
    const [claim] = reportWith({ 'README.md': readme, LICENSE }).claims
    expect(claim).toMatchObject({ check: 'contradicted', strength: 'scope' })
    expect(claim?.suggestion).toBe('heron-7b: the training data is not released and the training code is not released.')
    // nothing is known to hold of it
    expect(claim?.holds).toBeUndefined()
    expect(claim?.parts?.map(({ part, state }) => `${part} ${state}`)).toContain('open-terms unknown')
    const weights = '# Heron\n\nHeron is an open-weight language model.\n'
    expect(claimsOn({ 'README.md': weights, LICENSE })).toMatchObject([{ check: 'undetermined' }])
  })

  test('where a name alone is put under the license that its code is under', () => {
    const readme = (says: string) =>
      `# Heron\n\n${says}\n\nThe code is under the Apache License 2.0. The weights are under CC BY-NC 4.0.\n`
    const checked = (says: string) => claimsOn({ 'README.md': readme(says) })[0]
    expect(checked('Heron is licensed under the Apache License 2.0.')).toMatchObject({ check: 'undetermined' })
    expect(checked('The Heron weights are licensed under the Apache License 2.0.')?.about).toEqual(['weights'])
  })

  test('nor is anything missing where the sentence names the license that the weights are under', () => {
    const readme =
      '# Heron\n\nWe open-source the Heron model under the Apache License 2.0. Its data is a mix of public data.\n'
    const checks = claimsOn({ 'README.md': readme, LICENSE: spdx('Apache-2.0') })
    expect(checks).toContainEqual(expect.objectContaining({ kind: 'open-source', check: 'supported' }))
    expect(checks.map(({ check }) => check)).not.toContain('contradicted')
  })

  test('where the weights alone are called open source and their license is open', () => {
    const readme = '# Heron\n\nThe weights of Heron are open source. Its data is a mix of public data.\n'
    expect(claimsOn({ 'README.md': readme, LICENSE: spdx('MIT') })).toMatchObject([
      { about: ['weights'], check: 'supported' },
    ])
    expect(claimsOn({ 'README.md': readme, LICENSE: PIER })).toMatchObject([
      { about: ['weights'], check: 'contradicted' },
    ])
  })

  test.each(['Our models have open weights.', 'Our models are open source.'])(
    'of all models where some are open: then it goes too far: %s',
    says => {
      const readme = `# Heron\n\n${says}\n\n| Model | License |\n|---|---|\n| Heron-Small | MIT |\n| Heron-Large | CC BY-NC 4.0 |\n`
      expect(claimsOn({ 'README.md': readme })).toMatchObject([{ check: 'contradicted', strength: 'scope' }])
    },
  )

  test('where a version is named, and the terms of all of them are only presumed', () => {
    const checked = (says: string) => {
      const readme = `# Heron\n\n${says} [Weights](https://huggingface.co/marsh-lab/heron).\n`
      const files = { 'README.md': readme, LICENSE: PIER }
      return reportOn({ name: 'heron', publisher: 'marsh-lab', files }).claims.map(({ strength }) => strength)
    }
    // that no data is there is so of every version
    expect(checked('We released **Heron 1.0**, an open-source language model.')).toEqual(['scope'])
    expect(checked('We released **Heron**, an open-source language model.')).toEqual(['flat'])
  })

  test('where a sentence links only a place of another name', () => {
    const told = missing({
      'README.md':
        '# Heron\n\nHeron-7b is a language model.\n\n## News\n\n- 2026.11.02: 白鹭-2.0模型开源，详情见[Egret-2.0](https://huggingface.co/others/Egret-2)。\n',
      LICENSE: PIER,
    })
    expect(told).toEqual([['undetermined', expect.stringContaining('speaks of this release')]])
  })
})
