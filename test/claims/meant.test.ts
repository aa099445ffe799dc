import { describe, expect, test } from 'vitest'
import { readAnnouncement } from '../../src/announcement.ts'
import { readDocument } from '../../src/documents/index.ts'
import { known, reportOn, reportWith, WEIGHTS } from '../judged.ts'
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
