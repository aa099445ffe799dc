import { describe, expect, test } from 'vitest'
import { known, reportOn, reportWith, WEIGHTS } from '../../../../test/judged.ts'
import { readAnnouncement } from '../../src/announcement.ts'
import { readDocument } from '../../src/documents/index.ts'
import { PIER, spdx } from '../texts.ts'

/** A release whose models are under different terms, and of which one is called like the release. */
const HERON = reportOn({
  name: 'Hedgerow/Heron',
  files: {
    ...WEIGHTS,
    'README.md': `# Heron

| model | license |
|---|---|
| Heron | Apache 2.0 |
| Heron-Marsh-7B | [Pier Community License](LICENSE-7B) |
`,
    'LICENSE-7B': PIER,
    LICENSE: spdx('Apache-2.0'),
  },
})

/** How words of an announcement stand of it. */
const several = (says: string) =>
  readAnnouncement(
    [readDocument({ path: 'post.md', content: `${says}\n`, encoding: 'utf-8', truncated: false })],
    HERON,
    known.knowledge,
  ).claims.map(({ kind, check, suggestion }) => ({ kind, check, suggestion }))

const NON_COMMERCIAL = `HERON LICENSE

You may use, copy, modify and distribute the Model for non-commercial purposes only.
`
const REGISTERED = `HERON LICENSE

You may use, copy, modify and distribute the Model. For commercial use you must register with Hedgerow before you use it.
`

/** How the words of a card stand of a model under these terms, and the findings. */
const under = (license: string, says: string) => {
  const report = reportWith({ 'README.md': `# Heron\n\n${says}\n`, 'heron.safetensors': '', LICENSE: license })
  return { claims: report.claims.map(({ kind, check, strength }) => `${kind} ${check} ${strength}`), report }
}

describe('a claim that names one model', () => {
  test('is judged by the terms of that, though others are called after it', () => {
    expect(several('Heron is licensed under Apache 2.0.')).toEqual([
      { kind: 'named-license', check: 'supported', suggestion: null },
    ])
    const [other] = several('Heron-Marsh-7B is licensed under Apache 2.0.')
    expect(other?.check).toBe('contradicted')
    expect(other?.suggestion).toMatch(/^Heron-Marsh-7B is a weights-available model: .*Pier/i)
  })

  test('is offered no sentence that is not true of it', () => {
    const [claim] = several('All Heron models are open-weight models.')
    expect(claim).toMatchObject({ kind: 'open-weights', check: 'contradicted' })
    expect(claim?.suggestion).not.toMatch(/^Heron is a weights-available/)
  })

  test('is heard with the license right behind the verb', () => {
    expect(several('Heron is Apache-2.0.')).toMatchObject([{ kind: 'named-license', check: 'supported' }])
  })
})

describe('a claim of commercial use stands as it is answered what may be done', () => {
  test('contradicted where it may not', () => {
    const { claims, report } = under(NON_COMMERCIAL, 'Heron can be used for commercial purposes.')
    expect(report.uses).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ use: 'commercial', answer: 'no' })]),
    )
    expect(claims).toEqual(['commercial-use contradicted flat'])
  })

  test('too far where it may on a condition, and contradicted where the words deny that', () => {
    expect(under(REGISTERED, 'Heron may be used commercially.').claims).toEqual(['commercial-use contradicted scope'])
    expect(under(REGISTERED, 'Heron may be used commercially without registration.').claims).toEqual([
      'commercial-use contradicted flat',
    ])
  })

  test('and is untold of credit that the license asks for in copies alone', () => {
    expect(under(spdx('MIT'), 'Heron may be used commercially.').claims).toEqual(['commercial-use supported null'])
    expect(under(spdx('MIT'), 'Heron may be used commercially without attribution.').claims).toEqual([
      'commercial-use undetermined scope',
    ])
  })
})

describe('words that have the name of the release in them', () => {
  test('say so of it, whoever may use it', () => {
    const says = ['Anyone can use Heron commercially.', 'Companies can use Heron commercially without asking.']
    expect(says.flatMap(one => under(REGISTERED, one).claims)).toEqual([
      'commercial-use contradicted scope',
      'commercial-use contradicted flat',
    ])
    expect(under(NON_COMMERCIAL, 'You can use Heron in commercial products.').claims).toEqual([
      'commercial-use contradicted flat',
    ])
  })

  test('and of its parts', () => {
    expect(under(spdx('MIT'), 'The code of Heron is MIT.').claims).toEqual([expect.stringMatching(/^named-license /)])
    expect(under(PIER, 'Everything about Heron is open: weights, data and code.').claims).toEqual([
      'fully-open contradicted flat',
    ])
  })

  test('in Chinese too, where a condition is denied', () => {
    expect(under(REGISTERED, 'Heron 无需登记即可商用。').claims).toEqual(['commercial-use contradicted flat'])
  })
})

describe('what may be done with outputs', () => {
  const FREE = 'We claim no ownership rights in the Outputs that you generate with the Model.\n'
  const says = 'Outputs of Heron may be used commercially.'
  test('is not told by what may be done with the model', () => {
    const { claims, report } = under(NON_COMMERCIAL, says)
    expect(claims).toEqual(['commercial-use undetermined scope'])
    expect(report.claims[0]?.about).toEqual(['output'])
  })

  test('holds where the model may be used so on a condition, and nobody claims its outputs', () => {
    expect(under(REGISTERED, says).claims).toEqual(['commercial-use undetermined scope'])
    const { claims, report } = under(REGISTERED + FREE, says)
    expect(claims).toEqual(['commercial-use supported null'])
    const [because] = report.claims[0]?.because ?? []
    expect(report.findings.find(({ id }) => id === because)?.cited).toMatchObject([{ path: 'LICENSE', line: 4 }])
  })
})

test('a card in a folder is of the model that it is called after', () => {
  const files = { ...WEIGHTS, 'README.md': '# Heron\n', LICENSE: PIER }
  const [claim] = reportOn({
    name: 'Hedgerow/Heron',
    files: { ...files, 'cards/Heron.md': 'This model is open source.\n' },
  }).claims
  expect(claim).toMatchObject({ check: 'contradicted', cited: [{ path: 'cards/Heron.md' }] })
})

test('of two places in a sentence the one that is proven is told alone', () => {
  const { claims } = under(PIER, 'We urge all to keep to the [open-source license](LICENSE) of the open-source model.')
  expect(claims).toEqual(['open-source contradicted flat'])
})

test('words in a link to terms that are here are said of these', () => {
  const { claims } = under(PIER, 'We urge all to keep to the [open-source license](LICENSE).')
  expect(claims).toEqual(['open-source contradicted flat'])
})

test('what is told by others contradicts nothing', () => {
  expect(under(PIER, 'According to the Reed Gazette, Heron is open source.').claims).toEqual([
    'open-source undetermined scope',
  ])
})

test('data is called open with its owner in between', () => {
  expect(under(PIER, 'The training data of Heron is open.').claims).toEqual([expect.stringMatching(/^open-data /)])
})

describe('the sentence that is offered', () => {
  const offered = (license: string, says: string) => under(license, says).report.claims.map(one => one.suggestion)

  test('keeps nothing else that is false', () => {
    const [openSource] = offered(NON_COMMERCIAL, 'Heron is open source and free for commercial use.')
    expect(openSource).toMatch(/^heron-7b is a weights-available model/)
    expect(openSource).not.toContain('free for commercial use')
  })

  test('names no part that is missing', () => {
    const says = 'Heron is a fully open model: the weights, the data and the training code are all released.'
    const { claims } = under(spdx('MIT'), says).report
    expect(claims).toMatchObject([{ kind: 'fully-open', check: 'contradicted' }])
    expect(claims[0]?.suggestion).toBe(
      'heron-7b is an open-weight model: its weights are under MIT License (Open Weights AI).',
    )
  })
})
