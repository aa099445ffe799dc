import { expect, test } from 'vitest'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { REQUIRED_SECTIONS, trainingSummary } from '../../src/evidence/summary.ts'
import { answerTo } from '../frameworks/case.ts'
import { gathered } from './gathered.ts'

/** An invented summary, by headings. */
const BY_HEADINGS = `# Public summary of training content

## 1.1 Provider

Tidewater, Quay 1, Harbor Town.

## 1.2 Model identification

Heron 2, made from nothing; on the market since 4 May 2026.

## 1.3 Modalities and size

Text, 1 to 10 trillion tokens, until March 2026, in 12 languages.

## 2.1 Publicly available datasets

Harbor Corpus 3, at tidewater.example/corpus.

## 2.2 Private datasets obtained from third parties

To be completed

## 2.3 Data crawled from online sources

Publicly available data from the internet.

## 2.4 User data

None.

## 2.5 Synthetic data

## 2.6 Other sources of data

No others.

## 3.1 Measures to respect rights reservations

TideBot follows robots.txt.

## 3.2 Removal of illegal content

A list of hashes was used.
`

/** The same in a table with the numbers of the template's rows. */
const BY_NUMBERS = `# Training data summary

| No. | Question | Answer |
|---|---|---|
| 1.1.1 | Provider name | Tidewater |
| 1.2.1 | Versioned model name | Heron 2 |
| 1.3.1.A | Modality | Text |
| 2.1.1 | Publicly available datasets | Harbor Corpus 3 |
| 2.3.1 | Crawled data | |
| 2.4.1 | User data | No |
`

const summaryOf = (path: string, text: string) =>
  trainingSummary(gathered({ files: { 'README.md': '# Heron\n', [path]: text } }), knowledge)

test('a summary is known by its sections, and each is filled, general or empty', () => {
  const sections = summaryOf('docs/summary.md', BY_HEADINGS)?.sections
  const states = Object.fromEntries([...(sections ?? [])].map(([id, { state }]) => [id, state]))
  expect(states).toEqual({
    '1.1': 'filled',
    '1.2': 'filled',
    '1.3': 'filled',
    '2.1': 'filled',
    '2.2': 'empty',
    '2.3': 'general',
    '2.4': 'filled',
    '2.5': 'empty',
    '2.6': 'filled',
    '3.1': 'filled',
    '3.2': 'filled',
  })
  expect(sections?.get('2.4')?.cited).toMatchObject({ path: 'docs/summary.md', line: 29 })
})

test('a summary may be a table with numbers', () => {
  const sections = summaryOf('data_summary_card.md', BY_NUMBERS)?.sections
  expect([...(sections?.keys() ?? [])]).toEqual(['1.1', '1.2', '1.3', '2.1', '2.3', '2.4'])
  expect(sections?.get('2.3')?.state).toBe('empty')
  expect(sections?.get('2.4')?.state).toBe('filled')
})

test.each([
  [
    'a README with numbered chapters',
    '# Heron\n\n## 1.1 Overview\n\nA.\n\n## 1.2 Results\n\nB.\n\n## 2.1 Setup\n\nC.\n\n## 2.2 Run\n\nD.\n\n## 3.1 FAQ\n\nE.\n\n## 3.2 Thanks\n\nF.\n',
  ],
  ['a word on a summary', '# Heron\n\nA public summary of training content will follow.\n'],
])('%s is none', (_, text) => {
  expect(summaryOf('docs/notes.md', text)).toBeNull()
})

test('the framework tells each section, and what is owed tells which are open', () => {
  const readme = `# Heron\n\nHeron is a language model.\n\n${BY_HEADINGS}`
  expect(answerTo('EU-T2.1', { readme })).toMatchObject({ answer: 'met' })
  expect(answerTo('EU-T2.2', { readme })).toMatchObject({ answer: 'unmet', because: 'Section 2.2 is empty.' })
  expect(answerTo('EU-T2.3', { readme })).toMatchObject({ answer: 'needs-human' })
  expect(answerTo('EU-T3.3', { readme })).toMatchObject({ answer: 'unmet' })
  expect(answerTo('EU-T2.1')).toMatchObject({ answer: 'not-applicable' })
  expect(answerTo('EU-R2', { readme }).because).toContain('sections 2.2, 2.3, 2.5 are missing, empty or general')
})

test('every section of the template is a requirement, and all but one must be filled', () => {
  expect(REQUIRED_SECTIONS).toHaveLength(11)
})

test('a summary taken out of a page, whose lines are not set apart, has its sections too', () => {
  const lines = [
    'Public summary of training content',
    '1.1. Provider identification',
    'Tidewater, Quay 1, Harbor Town.',
    '1.2. Model identification',
    'Heron 2, on the market since 4 May 2026.',
    '2.1. Publicly available datasets',
    'Harbor Corpus 3.',
    '2.4. User data',
    'To be completed',
  ]
  const summary = trainingSummary(gathered({ files: { 'PUBLIC_SUMMARY.md': `${lines.join('\n')}\n` } }), knowledge)
  const states = [...(summary?.sections ?? [])].map(([id, { state, cited }]) => [
    id,
    state,
    'line' in cited && cited.line,
  ])
  expect(states).toEqual([
    ['1.1', 'filled', 3],
    ['1.2', 'filled', 5],
    ['2.1', 'filled', 7],
    ['2.4', 'empty', 8],
  ])
})
