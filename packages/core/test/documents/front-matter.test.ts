import { describe, expect, test } from 'vitest'
import { linesOfValue } from '../../src/documents/front-matter.ts'
import { frontMatterOf, read } from './read.ts'

describe('where the metadata of a card stands', () => {
  test('at the start, between fences, with the lines of each key', () => {
    const found = frontMatterOf('---\nlicense: mit\ntags:\n  - birds\n  - water\n---\n# Heron\n')
    expect(found).toMatchObject({ position: 'start', line: 1, endLine: 6, notes: [] })
    expect(found.data).toEqual({ license: 'mit', tags: ['birds', 'water'] })
    expect([...found.keys]).toEqual([
      ['license', { line: 2, endLine: 2 }],
      ['tags', { line: 3, endLine: 5 }],
    ])
  })

  test('after blank lines and a byte order mark it still is at the start', () => {
    expect(frontMatterOf('\n\n---\nlicense: mit\n---\n')).toMatchObject({ position: 'start', line: 3, endLine: 5 })
    expect(frontMatterOf('\uFEFF---\nlicense: mit\n---\n')).toMatchObject({ position: 'start', line: 1 })
  })

  test('after a heading', () => {
    const found = frontMatterOf('# Heron 7B\n\n---\nlicense: mit\n---\nA model.\n')
    expect(found).toMatchObject({ position: 'after-heading', line: 3, endLine: 5, data: { license: 'mit' } })
  })

  test('inside an HTML comment', () => {
    const found = frontMatterOf('<!-- \n---\nlicense: mit\n---\n-->\n# Heron\n')
    expect(found).toMatchObject({ position: 'in-comment', line: 2, endLine: 4, data: { license: 'mit' } })
    const tight = read('<!-- ---\nlicense: mit\n-->\n\n# Heron\n')
    expect(tight.frontMatter?.data).toEqual({ license: 'mit' })
    expect(tight.blocks.map(block => block.text)).toEqual(['Heron'])
  })

  test('a rule in the middle of a text opens no metadata', () => {
    expect(read('# Heron\n\nA model.\n\n---\n\nMore about it.\n\n---\n').frontMatter).toBeNull()
  })

  test.each([
    ['a note', '# Heron\n\n---\nNote: the weights may not be sold.\n\n---\n', 'may not be sold'],
    ['a list', '# Heron\n\n---\n\nuses:\n\n- the weights may not be sold\n\n---\n', 'may not be sold'],
    ['prose', '# Heron\n\n---\nlicense: it may not be sold, see: below\n\n---\n', 'may not be sold'],
  ])('%s between two rules stays text', (_, content, words) => {
    const document = read(content)
    expect(document.frontMatter).toBeNull()
    expect(document.blocks.map(block => block.text).join('\n')).toContain(words)
  })

  test('a block that never closes is no metadata but text', () => {
    const document = read('---\nlicense: mit\n\n# Heron\n')
    expect(document.frontMatter).toBeNull()
    expect(document.blocks.map(block => block.text)).toContain('license: mit')
  })

  test('far down in a file nothing is metadata any more', () => {
    expect(read(`${'A line.\n\n'.repeat(50)}---\nlicense: mit\n---\n`).frontMatter).toBeNull()
  })

  test('its lines are no blocks, and the lines after it keep their numbers', () => {
    const { blocks } = read('---\nlicense: mit\n---\n# Heron\n\nA model.\n')
    expect(blocks.map(({ kind, text, line }) => [kind, text, line])).toEqual([
      ['heading', 'Heron', 4],
      ['paragraph', 'A model.', 6],
    ])
  })
})

describe('how the metadata of a card is read', () => {
  test('carriage returns are not part of any value', () => {
    const found = frontMatterOf('---\r\nlicense: mit\r\nbase_model:\r\n- marsh/egret\r\n---\r\n# Heron\r\n')
    expect(found.data).toEqual({ license: 'mit', base_model: ['marsh/egret'] })
    expect(found).toMatchObject({ line: 1, endLine: 5 })
  })

  test('a prompt over several lines names its last line too', () => {
    const found = frontMatterOf('---\nextra_gated_prompt: |\n  You agree\n  to be kind.\nlicense: other\n---\n')
    expect(found.data.extra_gated_prompt).toBe('You agree\nto be kind.\n')
    expect(found.keys.get('extra_gated_prompt')).toEqual({ line: 2, endLine: 4 })
    expect(found.keys.get('license')).toEqual({ line: 5, endLine: 5 })
  })

  test('of a key said twice the last value is read, from its line, and a note says so', () => {
    const found = frontMatterOf('---\nlicense: mit\ntags: [a]\nlicense: apache-2.0\n---\n')
    expect(found.data.license).toBe('apache-2.0')
    expect(found.keys.get('license')).toEqual({ line: 4, endLine: 4 })
    expect(found.notes).toEqual(['the metadata says license twice (lines 2 and 4)'])
  })

  test('broken YAML is read key by key, with a note', () => {
    const found = frontMatterOf(
      '---\nlicense: "mit"\nbase_model:\n- marsh/egret\n- "marsh/ibis"\nsummary: a: b\ntags: [x\n---\n# Heron\n',
    )
    expect(found.data).toMatchObject({ license: 'mit', base_model: ['marsh/egret', 'marsh/ibis'], summary: 'a: b' })
    expect(found.keys.get('license')).toEqual({ line: 2, endLine: 2 })
    expect(found.keys.get('base_model')).toEqual({ line: 3, endLine: 5 })
    expect(found.notes).toHaveLength(1)
    expect(found.notes[0]).toMatch(/^the metadata block is not valid YAML \(.+\): read key by key$/)
  })

  test('the notes of the metadata are those of the document', () => {
    expect(read('---\nlicense: mit\ntags: [x\n---\n').notes).toHaveLength(1)
    expect(read('---\nlicense: mit\n---\n').notes).toEqual([])
  })

  test('aliases that multiply are not expanded; what stands beside them is read', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]\n`
    const names = [...'bcdefghij']
    const levels = names.map((name, at) => level(name, at === 0 ? 'a' : (names[at - 1] ?? '')))
    const bomb = `a: &a [x, x, x]\n${levels.join('')}`
    const found = frontMatterOf(`---\n${bomb}license: mit\n---\n`)
    expect(found.data.license).toBe('mit')
    expect(found.notes).toEqual([
      'the metadata block is not valid YAML (its aliases cannot be followed, on line 2): read key by key',
    ])
  })

  test.each([
    ['lists', `a: ${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['maps', Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['items', `a:\n${'- '.repeat(5_000)}`],
  ])('%s nested without end cost little and throw nothing', (_, yaml) => {
    const found = frontMatterOf(`---\nlicense: mit\n${yaml}\n---\n`)
    expect(found.data.license).toBe('mit')
  })

  test('a block of more than a megabyte is not read, and a note says so', () => {
    const found = frontMatterOf(`---\nlicense: mit\n${'# filler\n'.repeat(120_000)}---\n`)
    expect(found.data).toEqual({})
    expect(found.notes).toEqual(['the metadata block is over 1 MB: not read'])
  })

  test.each([
    ['a list', '---\nlicense: mit\n- x\n---\n'],
    ['a tag nobody knows', '---\nlicense: !<js/function> mit\n---\n'],
    ['a key that is a map', '---\nlicense: mit\n? {a: b}\n: c\n---\n'],
    ['names of prototypes', '---\nlicense: mit\n__proto__: {polluted: yes}\nconstructor: x\n---\n'],
  ])('%s among the keys throws nothing and leaves the license', (_, card) => {
    expect(frontMatterOf(card).data.license).toBe('mit')
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('the lines of a long value', () => {
  const linesOf = (prompt: string) => {
    const content = `---\nlicense: other\nprompt: ${prompt}\ntags: [a]\n---\n`
    const { data, keys } = frontMatterOf(content)
    const at = keys.get('prompt')
    if (!at) throw new Error('the key has a line')
    return linesOfValue(String(data.prompt), content.split('\n'), at)
  }

  test('are those of its block', () => expect(linesOf('|\n  One heron.\n\n  Two herons.')).toEqual([4, 5, 6]))

  test('are where its paragraphs begin, where it is folded', () => {
    expect(linesOf('>\n  One heron\n  is free.\n\n  Two herons\n  are not.')).toEqual([4, 7])
  })

  test('are where its words are, where it is in quotes', () => {
    expect(linesOf('"One heron\n  is free.\\nTwo herons\n  are\\nnot free"')).toEqual([3, 4, 5])
    expect(linesOf("'One heron\n\n  is free.'")).toEqual([3, 5])
    expect(linesOf('"One heron.\\nTwo herons."')).toEqual([3, 3])
  })
})
