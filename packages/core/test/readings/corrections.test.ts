import { compileKnowledge } from '@unwash/knowledge/build/compile'
import { knownNames, reporters } from '@unwash/reporters/index'
import { describe, expect, test } from 'vitest'
import { known, TODAY, WEIGHTS } from '../../../../test/judged.ts'
import { releaseOf } from '../../../../test/release.ts'
import { knowledgeFiles } from '../../../knowledge/test/knowledge.ts'
import { judge } from '../../src/judge.ts'
import { correctionsOf } from '../../src/readings/corrections.ts'
import { spdx } from '../texts.ts'

const FILE = `release: Hedgerow/Wren-1B
also: [https://git.example/hedgerow/wren]
entries:
  - says: The license of the weights was read from the wrong file
    date: 2026-11-02
    outcome: upheld
    about: [G7-W]
    source: https://git.example/unwash/corrections/1
  - says: The training code will follow
    date: 2026-10-01
    outcome: reply
    source: https://git.example/unwash/corrections/1
`
const compiled = (content: string, path = 'corrections/hedgerow--wren-1b.yml') =>
  compileKnowledge([...knowledgeFiles(), { path, content }]).knowledge
const { corrections } = compiled(FILE)
const says = (publisher: string | null, name: string, place = name) =>
  correctionsOf({ ...releaseOf({ publisher, name }), place }, corrections).map(({ outcome }) => outcome)

describe('a correction', () => {
  test('is shown for its release, oldest first, with its outcome and what it is about', () => {
    expect(correctionsOf(releaseOf({ publisher: 'hedgerow', name: 'wren-1b' }), corrections)).toEqual([
      { says: 'The training code will follow', date: '2026-10-01', outcome: 'reply' },
      {
        says: 'The license of the weights was read from the wrong file',
        date: '2026-11-02',
        outcome: 'upheld',
        about: ['G7-W'],
      },
    ])
  })

  test('is found by the address of the release too, and never by a bare name', () => {
    expect(says(null, 'wren', 'https://git.example/hedgerow/wren.git')).toEqual(['reply', 'upheld'])
    expect(says(null, 'Hedgerow/Wren-1B')).toEqual(['reply', 'upheld'])
    expect(says(null, 'wren-1b')).toEqual([])
    expect(says('tidewater', 'wren-1b')).toEqual([])
  })

  test('stands in every readable report and edits nothing of the verdict', () => {
    const release = releaseOf({ publisher: 'hedgerow', name: 'wren-1b', files: { 'README.md': '# Wren' } })
    const plain = judge(release, known, TODAY)
    const report = judge(release, { ...known, knowledge: { ...known.knowledge, corrections } }, TODAY)
    expect({ ...report, corrections: [] }).toEqual(plain)
    for (const id of ['terminal', 'markdown', 'html', 'json']) {
      const text = reporters
        .find(reporter => reporter.id === id)
        ?.render(report, { names: knownNames(known.knowledge) })
      expect(text?.replace(/\s+/g, ' '), id).toContain('read from the wrong file')
    }
  })

  test('that answers a question counts as the reading of the person who answered it', () => {
    const dark = 'Whoever runs a hatchery for gain must first come to terms with us.'
    const release = releaseOf({
      publisher: 'hedgerow',
      name: 'wren-1b',
      files: { ...WEIGHTS, LICENSE: spdx('MIT'), 'README.md': `# Wren\n\n## License\n\n${dark}\n` },
    })
    const [question] = judge(release, known, TODAY).questions ?? []
    const read = [
      '    readings:',
      `      - question: ${question?.id}`,
      '        answer: nothing',
      `        quote: ${dark}`,
      '        by: { kind: person, name: R. Marsh }',
      '        at: "2026-11-02"',
    ].join('\n')
    const upheld = compiled(FILE.replace('corrections/1\n', `corrections/1\n${read}\n`)).corrections
    const report = judge(release, { ...known, knowledge: { ...known.knowledge, corrections: upheld } }, TODAY)
    expect(judge(release, known, TODAY).term.floor).toBe('undetermined')
    expect(report.term.floor).toBe('open-weights-ai')
    expect(report.readings).toMatchObject([{ answer: 'nothing', by: { name: 'R. Marsh' } }])
  })

  test('stands beside the claim it names, which says what would change it, in JSON and on its page', () => {
    const replies = compiled(`release: hedgerow/wren-1b
entries:
  - {says: The license changes with version 2, date: 2026-11-03, outcome: reply, about: [open-source], source: a letter}
`)
    const release = releaseOf({
      publisher: 'hedgerow',
      name: 'wren-1b',
      files: {
        'README.md': '---\nlicense: cc-by-nc-4.0\n---\n# Wren\n\nWren-1B is an open-source model.',
        'model.safetensors': 'x'.repeat(500_000),
      },
    })
    const report = judge(
      release,
      { ...known, knowledge: { ...known.knowledge, corrections: replies.corrections } },
      TODAY,
    )
    const [claim] = report.claims.filter(({ check }) => check === 'contradicted')
    expect(claim?.wouldChange?.length).toBeGreaterThan(0)
    expect(claim?.replies).toEqual([
      { says: 'The license changes with version 2', date: '2026-11-03', outcome: 'reply' },
    ])
    for (const id of ['markdown', 'html'])
      expect(
        reporters.find(reporter => reporter.id === id)?.render(report, { names: knownNames(known.knowledge) }),
      ).toContain('2026-11-03, reply: The license changes with version 2')
  })

  test('is refused under another name, without an outcome, or with one that is not known', () => {
    expect(() => compiled(FILE, 'corrections/wren.yml')).toThrow('hedgerow--wren-1b.yml')
    expect(() => compiled(FILE.replace('outcome: reply', 'outcome: settled'))).toThrow('outcome')
    expect(() => compiled(FILE.replace(/release: .+/, 'release: wren'))).toThrow('publisher/name')
  })
})
