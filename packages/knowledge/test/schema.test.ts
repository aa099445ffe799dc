import { FOLDERS } from '@unwash/core/knowledge/schemas/index'
import { describe, expect, it } from 'vitest'
import { compileKnowledge } from '../src/build/compile.ts'
import { KnowledgeError, parseKnowledge } from '../src/build/parse.ts'
import { knowledge, knowledgeFiles } from './knowledge.ts'

const license = FOLDERS.licenses.schema
const good = `id: ours-1.0
name: Our License 1.0
class: non-commercial
read: memory
source: invented
seenOn: 2026-11-24
`

describe('a knowledge file', () => {
  it('may leave out what has a default', () => {
    expect(parseKnowledge('ours.yml', good, license)).toMatchObject({
      publisher: null,
      names: [],
      osiApproved: false,
      clauses: [],
    })
  })

  it.each([
    ['a wrong class', good.replace('non-commercial', 'evil'), 'licenses/ours-1.0.yml:3: class: '],
    ['a missing source', good.replace('source: invented\n', ''), 'licenses/ours-1.0.yml:1: source: '],
    ['an unknown key', `${good}colour: red\n`, 'licenses/ours-1.0.yml:7: colour: '],
    ['a date that is none', good.replace('2026-11-24', 'last week'), 'licenses/ours-1.0.yml:6: seenOn: '],
    ['a link with a scheme', `${good}links:\n  - https://example.org/license\n`, 'licenses/ours-1.0.yml:8: links.0: '],
    [
      'a phrase that copies the text',
      `${good}clauses:\n  - kind: fee.paid\n    mode: duty\n    section: §1\n    phrase: one two three four five six seven eight nine ten eleven twelve thirteen\n`,
      'licenses/ours-1.0.yml:11: clauses.0.phrase: a phrase has at most 12 words',
    ],
    ['broken YAML', `${good}names: [unclosed\n`, 'licenses/ours-1.0.yml:'],
    ['a key twice', `${good}name: Again\n`, 'licenses/ours-1.0.yml:'],
  ])('with %s is refused, with file and line', (_, content, says) => {
    const read = () => parseKnowledge('licenses/ours-1.0.yml', content, license)
    expect(read).toThrow(KnowledgeError)
    expect(read).toThrow(says)
  })

  it('tells all that is wrong at once, each with its line and nothing else', () => {
    const wrong = `${good.replace('non-commercial', 'evil').replace('source: invented\n', '')}colour: red\n`
    const read = () => parseKnowledge('licenses/ours-1.0.yml', wrong, license)
    expect(read).toThrow(
      /^licenses\/ours-1\.0\.yml:3: class: .*\nlicenses\/ours-1\.0\.yml:1: source: is missing\n.*:6: colour: .*$/,
    )
  })
})

describe('compileKnowledge', () => {
  const files = knowledgeFiles()
  const plus = (path: string, content: string) => [...files.filter(file => file.path !== path), { path, content }]

  it('takes its version from the newest fact', () => {
    expect(knowledge.version).toMatch(/^\d{4}-\d\d-\d\d$/)
    const later = good.replace('2026-11-24', '2031-01-02')
    expect(compileKnowledge(plus('licenses/ours-1.0.yml', later)).knowledge.version).toBe('2031-01-02')
  })

  it('refuses a file named otherwise than its id', () => {
    expect(() => compileKnowledge(plus('licenses/theirs.yml', good))).toThrow(
      'licenses/theirs.yml: by its id, kind or language it is licenses/ours-1.0.yml: rename it',
    )
  })

  it('refuses a model under a license that has no file', () => {
    const model = `family: ours\npublisher: Us\nsource: invented\nseenOn: 2026-11-24\nversions:\n  - name: Ours\n    matches:\n      - ours-7b\n    license: no-such-license\n`
    expect(() => compileKnowledge(plus('models/ours.yml', model))).toThrow(
      'no file knowledge/licenses/no-such-license.yml',
    )
  })

  it('marks what is on the conformant list', () => {
    expect(knowledge.licenses.get('cc-by-4.0')?.conformant).toBe(true)
    expect(knowledge.licenses.get('cc-by-nc-4.0')?.conformant).toBe(false)
    expect(knowledge.conformant.licenses.length).toBeGreaterThan(10)
  })
})
