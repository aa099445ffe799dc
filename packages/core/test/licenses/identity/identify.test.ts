import { describe, expect, it } from 'vitest'
import { buildIndex, fingerprint, type IdentityContext, identify } from '../../../src/licenses/identity/index.ts'
import { KETTLE, LANTERN } from './lantern.ts'

const index = buildIndex([fingerprint('lantern', LANTERN), fingerprint('kettle', KETTLE)])
const read = (text: string, context: IdentityContext = 'license') => identify(text, index, { context })
const only = (text: string) => {
  const found = read(text)
  expect(found).toHaveLength(1)
  return found[0]!
}
const lineOf = (text: string, words: string) => text.split('\n').findIndex(line => line.includes(words)) + 1

describe('a text is exact', () => {
  const body = LANTERN.slice(LANTERN.indexOf('Anyone'))
  const exact: Record<string, string> = {
    'as it stands': LANTERN,
    'with the holder filled in': LANTERN.replace('<year>', '2032').replaceAll(
      '<name of keeper>',
      'Copper Kettle Works Ltd.',
    ),
    'wrapped anew': LANTERN.replace(/([^\n])\n([^\n])/g, '$1 $2').replace(/(.{40,60}) /g, '$1\n'),
    'with curly quotes and CRLF': LANTERN.replace(/"([^"]*)"/g, '\u201c$1\u201d').replaceAll('\n', '\r\n'),
    'with Markdown headings, bold and quotes': `# ${LANTERN.replace('Lantern Source License', '**Lantern Source License**').replaceAll('\n', '\n> ')}`,
    'in a code fence': `\`\`\`text\n${LANTERN}\`\`\`\n`,
    'as HTML': LANTERN.split('\n\n')
      .map(part => `<p class="c">${part.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}</p>`)
      .join('\n'),
    'without its title': LANTERN.slice(LANTERN.indexOf('Copyright')),
    'without its optional end': LANTERN.slice(0, LANTERN.indexOf('How to apply')),
    'without title, holder and end': body.slice(0, body.indexOf('How to apply')),
    'with other list markers': LANTERN.replace('1. ', '(a) ').replace('2. ', '(b) ').replace('3. ', '(c) '),
    'with the list on one line': LANTERN.replace('\n\n2. ', ' 2. ').replace('\n\n3. ', ' 3. '),
    'in British spelling': LANTERN.replaceAll('License', 'Licence'),
    'with an SPDX tag above': `SPDX-License-Identifier: LicenseRef-Lantern\n\n${LANTERN}`,
    'with a byte order mark': `\ufeff${LANTERN}`,
  }
  for (const [name, text] of Object.entries(exact)) {
    it(name, () => {
      const found = only(text)
      expect(found).toMatchObject({ kind: 'exact', names: ['lantern'], missing: [] })
    })
  }
})

describe('added words are residue', () => {
  it.each([
    [
      'a paragraph at the end',
      11,
      `${LANTERN}\nLanterns with more than nine flames require a letter from the mayor.\n`,
    ],
    [
      'a paragraph in the middle',
      7,
      LANTERN.replace('2. Whoever', 'Nobody may carry it for money today.\n\n2. Whoever'),
    ],
    ['a word', 1, LANTERN.replace('hand on the lantern,', 'hand on the lantern noncommercially,')],
    ['a title that limits', 1, LANTERN.replace('Lantern Source License', 'Research-Only Lantern Source License')],
    [
      'a restriction where a name is filled in',
      3,
      LANTERN.replace('of <name of keeper> may', 'of honest people only may'),
    ],
  ])('%s', (_, words, text) => {
    const { names, missing, words: own } = only(text)
    expect([names, missing]).toEqual([['lantern'], []])
    const left = text.length - own.reduce((sum, { from, to }) => sum + to - from, 0)
    expect(left).toBeGreaterThanOrEqual(words)
  })
})

describe('missing words are residue', () => {
  it('a right taken away reads as a condition', () => {
    const text = LANTERN.replace('to sell it, and', 'and')
    expect(only(text)).toMatchObject({
      kind: 'residue',
      missing: [{ words: 3, reads: 'condition', line: lineOf(text, 'copy and hand on') }],
    })
  })
  it('a whole duty taken away reads as a permission', () => {
    const text = LANTERN.replace(/2\. Whoever[^.]*\.\n\n/, '')
    expect(only(text).missing).toMatchObject([{ words: 20, reads: 'permission' }])
  })
  it('a disclaimer taken away reads as a disclaimer', () => {
    const text = LANTERN.replace(
      ', and is\nnot liable for damage that follows from carrying it, from dropping it, or from forgetting it on a wooden table',
      '',
    )
    expect(only(text).missing).toMatchObject([{ reads: 'disclaimer' }])
  })
})

describe('changed words', () => {
  it('are missing', () => {
    const { missing } = only(LANTERN.replace('in every town', 'in one town'))
    expect(missing).toMatchObject([{ words: 1, reads: 'condition' }])
  })
  it.each([
    ['a slip of one letter', 'lanterns from its parts', 'lanternz from its parts'],
    ['an article', 'a wooden table', 'the wooden table'],
    ['a word written in two', 'watchman for', 'watch man for'],
  ])('%s is a notice', (_, from, to) => {
    const { kind, missing } = only(LANTERN.replace(from, to))
    expect(kind).toBe('residue')
    expect(missing.every(({ reads }) => reads === 'notice')).toBe(true)
  })
  it('a slip that makes another word of weight is a condition', () => {
    const { missing } = only(LANTERN.replace('may not be used', 'may now be used'))
    expect(missing.map(({ reads }) => reads)).toEqual(['condition'])
  })
  it('sections in another order are residue', () => {
    const [first, second] = [LANTERN.match(/1\. Whoever[^.]*\.\n/)![0], LANTERN.match(/2\. Whoever[^.]*\.\n/)![0]]
    const { kind, missing } = only(LANTERN.replace(first, '@').replace(second, first).replace('@', second))
    expect(kind).toBe('residue')
    expect(missing.length).toBeGreaterThan(0)
  })
})

describe('several texts in one file', () => {
  const both = `${LANTERN}\n----\n\n${KETTLE}`
  it('are both exact, each with its lines', () => {
    const found = read(both)
    expect(found.map(({ kind, names }) => [kind, ...names])).toEqual([
      ['exact', 'lantern'],
      ['exact', 'kettle'],
    ])
    expect(found[1]!.line).toBeGreaterThan(found[0]!.endLine)
    expect(found[1]!.endLine).toBe(lineOf(both, 'a late breakfast'))
  })
  it('the same text twice is found twice', () => {
    const found = read(`${KETTLE}\n${KETTLE}`)
    expect(found.map(({ kind, names }) => [kind, ...names])).toEqual([
      ['exact', 'kettle'],
      ['exact', 'kettle'],
    ])
  })
})

describe('prose', () => {
  const card = (license: string) =>
    `# Harbor\n\nA model of boats. It must not sink.\n\n## License\n\n${license}\n\n## Thanks\n\nTo all who row.\n`
  it('only what is inside of a text counts', () => {
    const text = card(LANTERN)
    const found = read(text, 'prose')
    expect(found).toMatchObject([
      { kind: 'exact', names: ['lantern'], missing: [], endLine: lineOf(text, 'Ask the watchman') },
    ])
  })
  it('an addition inside of it is residue', () => {
    const found = read(card(LANTERN.replace('2. Whoever', 'Nobody may row at night.\n\n2. Whoever')), 'prose')
    expect(found).toMatchObject([{ kind: 'residue', missing: [] }])
  })
  it('a card without a license has none', () => expect(read(card('Ask us.'), 'prose')).toEqual([]))
})

describe('what is not known', () => {
  it('is none', () => {
    expect(read('The quick harbor sold a violet meadow to seven tundra kettles in the rain.\n')).toMatchObject([
      { kind: 'none', names: [] },
    ])
  })
  it('an empty text has no identity', () => expect(read(' \n\n')).toEqual([]))
  it('a text with parts of a known one is related', () => {
    const half = LANTERN.slice(LANTERN.indexOf('Anyone'), LANTERN.indexOf('The lantern comes'))
    const other =
      'Each boat in the harbor has a keeper of its own, who keeps a book of those who rowed it and of the weather. '
    expect(read(`${half}\n${other}`)).toMatchObject([{ kind: 'related', names: ['lantern'] }])
  })
})

describe('versions', () => {
  const later = LANTERN.replace('Version 1.2, May 2031', 'Version 1.3, June 2033').replace('on its base', 'on its lid')
  const versions = buildIndex([
    fingerprint('lantern-1.2', LANTERN),
    fingerprint('lantern-1.3', later),
    fingerprint('copy', LANTERN),
  ])
  it('are told apart by one word', () => {
    const found = identify(later.replace('burns bright', 'burns red'), versions, { context: 'license' })
    expect(found[0]?.names).toEqual(['lantern-1.3'])
  })
  it('twins are named together', () => {
    expect(identify(LANTERN, versions, { context: 'license' })[0]?.names).toEqual(['lantern-1.2', 'copy'])
    expect(identify(`${LANTERN}\nNo boats.`, versions, { context: 'license' })[0]?.names).toEqual([
      'lantern-1.2',
      'copy',
    ])
  })
})

describe('a license and a policy in one file', () => {
  const older = LANTERN.replace('in every town and', 'in any village or').replace('on its base', 'under its lid')
  const olderRules = KETTLE.replace('fills the kettle again', 'empties the kettle').replace('wet sleeves', 'wet socks')
  const both = buildIndex([
    fingerprint('older-both', `${older}\n${olderRules}`),
    fingerprint('newer', LANTERN),
    fingerprint('rules', KETTLE),
  ])
  it('are not an older text that had both', () => {
    const found = identify(`${LANTERN}\n${KETTLE}`, both, { context: 'license' })
    expect(found.map(({ kind, names }) => [kind, ...names])).toEqual([
      ['exact', 'newer'],
      ['exact', 'rules'],
    ])
  })
  it('are the older text where its own words stand', () => {
    const found = identify(`${older}\n${olderRules}\nNo boats.`, both, { context: 'license' })
    expect(found.map(({ kind, names }) => [kind, ...names])).toEqual([['exact', 'older-both']])
  })
})
