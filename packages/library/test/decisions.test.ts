import type { Report } from '@unwash/core/report/report'
import { describe, expect, test } from 'vitest'
import { reportOn, WEIGHTS } from '../../../test/judged.ts'
import type { FileSetup } from '../../../test/release.ts'
import { MEADOW, spdx } from '../../core/test/texts.ts'

/*
 * What a release comes to is decided in a few lines. Each of these has two releases here that would come to something
 * else without it; test/mutants changes the line, and sees that they do.
 */

type Files = Readonly<Record<string, FileSetup>>

const MIT = spdx('MIT')
const GRANT =
  'Marsh Lab grants everyone a worldwide, royalty-free license to use, copy, modify and distribute the weights.'

const reportWith = (files: Files): Report => reportOn({ files: { ...WEIGHTS, ...files } })
const termWith = (files: Files) => reportWith(files).term
/** A card that says MIT, with more in its front matter and in its body. */
const card = (body = '', front = '') => ({
  'README.md': `---\nlicense: mit\n${front}---\n\n# Heron\n\nHeron is a language model.\n\n${body}\n`,
})
/** A license of nobody's that grants all, but for what it says after. */
const terms = (...sentences: readonly string[]) => ({ LICENSE: ['SHOAL TERMS', GRANT, ...sentences, ''].join('\n\n') })
const classOf = (files: Files) => reportWith(files).licenses[0]?.class

const OPEN = { floor: 'open-weights-ai' }
const RESTRICTED = { floor: 'weights-available-ai' }
const UNKNOWN = { floor: 'undetermined' }

describe('terms that cap the revenue of a business are capped, and not non-commercial', () => {
  test.each([
    [
      'You may use the weights for non-commercial purposes.',
      'Commercial use is permitted only if your annual revenue is less than 1 million US dollars.',
    ],
    [
      'If your annual revenue exceeds USD 5,000,000, you may not use the weights.',
      'You may not use the weights for any commercial purpose without a license when you earn more.',
    ],
  ])('%s %s', (...sentences) => expect(classOf(terms(...sentences))).toBe('revenue-capped'))

  test('without the cap they are', () =>
    expect(classOf(terms('You may not use the weights for any commercial purpose.'))).toBe('non-commercial'))
})

describe('what is claimed of the work of others is not held against a release', () => {
  const claims = (says: string) =>
    reportWith({ 'README.md': `---\nlicense: cc-by-nc-4.0\n---\n\n# Heron\n\n${says}\n` }).claims

  test.each([
    '[Finch](https://github.com/river-lab/finch) is an open-source language model.',
    "We learned from Mudflat's open-source Crane.",
  ])('%s', says => expect(claims(says)).toEqual([]))

  test('and what is claimed of its own is', () =>
    expect(claims('Heron is an open-source language model.')).toMatchObject([{ check: 'contradicted' }]))
})

describe('a prompt before a download binds, however short', () => {
  const prompt = (words: string) => card('', `extra_gated_prompt: ${JSON.stringify(words)}\n`)

  test.each(['Non-commercial use only.', 'For research use only.'])('%s', words =>
    expect(termWith({ ...prompt(words), LICENSE: MIT })).toMatchObject(RESTRICTED),
  )

  test('and one that asks who somebody is takes nothing', () =>
    expect(termWith({ ...prompt('Tell us your name.'), LICENSE: MIT })).toMatchObject(OPEN))
})

describe('a sentence outside of terms', () => {
  const usage = (says: string) => ({ ...card(`## Usage\n\n${says}`), LICENSE: MIT })

  test.each([
    'By downloading it you agree to send us every garden plan that you draw with it.',
    'Heron must be switched off when we ask for it.',
    'Anything you publish with it has to pass our desk first.',
  ])('that certainly takes something leaves nothing proven open: %s', says =>
    expect(termWith(usage(says))).toMatchObject(UNKNOWN),
  )

  test('that may take something is a doubt beside the answers', () => {
    const { term, doubts, uses } = reportWith(usage('Hobby gardens yes, garden centers no.'))
    expect(term).toMatchObject(OPEN)
    expect(doubts).toHaveLength(1)
    expect(uses?.map(({ answer }) => answer)).toContain('presumably')
  })

  test('that tells of programs takes nothing', () => {
    const { term, doubts } = reportWith(usage('You need the head to draw birds.'))
    expect(term).toMatchObject(OPEN)
    expect(doubts ?? []).toEqual([])
  })
})

describe('a sentence under a heading of terms that may take something leaves nothing proven open', () => {
  test.each([
    'Hobby gardens yes, garden centers no.',
    'Anything you publish with it has to pass our desk first.',
    'Every copy that you hand on has to be reported to our office.',
    'Contact us before you sell anything made with it; we must agree first.',
  ])('%s', says => expect(termWith({ ...card(`## License\n\n${says}`), LICENSE: MIT })).toMatchObject(UNKNOWN))

  test.each(['Nobody may run it on a Sunday.', 'It may not leave the building.'])(
    'nor does one of a prompt: %s',
    says =>
      expect(termWith({ ...card('', `extra_gated_prompt: ${JSON.stringify(says)}\n`), LICENSE: MIT })).toMatchObject(
        UNKNOWN,
      ),
  )
})

describe('what restricts the work of others is not proven of the weights', () => {
  test.each([
    'Thanks to the Finch team, whose model may only be used for research.',
    'It was compared to Finch, whose weights are for non-commercial use only.',
  ])('%s', says => expect(termWith({ ...card(says), LICENSE: MIT })).toMatchObject(UNKNOWN))

  test('and what restricts the weights is', () =>
    expect(termWith({ ...card('The weights may only be used for research.'), LICENSE: MIT })).toMatchObject(RESTRICTED))
})

describe('a legal file that was not read leaves nothing proven open', () => {
  test.each<[string, Files]>([
    ['a PDF beside a license', { LICENSE: MIT, 'EULA.pdf': { size: 9_000 } }],
    ['a pointer in its place', { LICENSE: { size: 120, kind: 'pointer' } }],
  ])('%s', (_, files) => expect(termWith({ ...card(), ...files })).toMatchObject({ ...UNKNOWN, ceiling: OPEN.floor }))
})

describe('a license that is presumed for weights elsewhere proves nothing', () => {
  const elsewhere = (says: string, license: string) =>
    reportOn({ files: { 'README.md': `# Heron\n\nHeron is a language model. ${says}\n`, LICENSE: license } }).term

  test.each([
    ['Download the weights [here](https://marsh.example/heron.ckpt).', 'MIT'],
    ['The weights can be downloaded from https://marsh.example/heron.ckpt.', 'Apache-2.0'],
  ])('%s (%s)', (says, id) =>
    expect(elsewhere(says, spdx(id))).toMatchObject({ ...UNKNOWN, id: 'open-weights-ai', basis: 'presumed' }),
  )
})

describe('of terms that contradict each other the narrower are the floor', () => {
  test('in a sentence against the metadata', () =>
    expect(termWith(card('## License\n\nThe weights are under CC BY-NC 4.0.'))).toMatchObject(RESTRICTED))

  test('in a text of the weights against the metadata', () =>
    expect(termWith({ ...card(), 'LICENSE-MODEL': MEADOW })).toMatchObject({ ...RESTRICTED, ceiling: OPEN.floor }))
})

describe('approved by the OSI is what its list has', () => {
  const says = (id: string) =>
    reportWith({ 'README.md': '# Heron\n', LICENSE: spdx(id) }).findings.map(finding => finding.says)

  test.each(['WTFPL', 'CC-BY-4.0'])('%s is not', id => expect(says(id).join()).not.toMatch(/\(OSI-approved\)/))
  test.each(['MIT', 'Apache-2.0'])('%s is', id => expect(says(id).join()).toMatch(/\(OSI-approved\)/))
})

describe('the terms of a base bind what was made from it', () => {
  test.each(['google/gemma-2-9b', 'tatsu-lab/alpaca-7b'])('%s', base =>
    expect(termWith({ ...card('', `base_model: ${base}\n`), LICENSE: MIT })).toMatchObject(RESTRICTED),
  )
})

describe('a ban is a ban', () => {
  test.each([
    ['You may not use the weights for military purposes.', 'field.military'],
    ['You may not distribute the weights.', 'share.redistribution_ban'],
  ])('%s', (says, kind) => {
    const { term, licenses } = reportWith(terms(says))
    expect(term).toMatchObject(RESTRICTED)
    expect(licenses[0]?.clauses).toContainEqual(expect.objectContaining({ kind, mode: 'ban' }))
  })
})

describe('the Union is kept out where it is named', () => {
  const access = (says: string) =>
    reportWith(terms(says))
      .evaluations.flatMap(({ requirements }) => requirements)
      .filter(({ id }) => id === 'EU-L1')
      .map(({ because }) => /European Union/.test(because))

  test.each(['You may not use the weights in the European Union.', 'The license is not granted in the EEA.'])(
    '%s',
    says => expect(access(says)).toEqual([true]),
  )
  test('and not where another place is', () => expect(access('You may not use the weights in Japan.')).toEqual([false]))
})
