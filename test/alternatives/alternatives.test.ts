import { describe, expect, test } from 'vitest'
import { suggestAlternatives } from '../../src/alternatives/index.ts'
import { gather } from '../../src/evidence/index.ts'
import type { KnownAlternative, RecordedAudit } from '../../src/knowledge/schemas/alternatives.ts'
import type { Report, Term } from '../../src/report.ts'
import type { TermId } from '../../src/vocabulary.ts'
import { knowledge } from '../knowledge/knowledge.ts'
import { type ReleaseSetup, releaseOf } from '../release.ts'

const audited = (term: TermId, ceiling: TermId = term, review: string[] = []): RecordedAudit => ({
  of: `https://git.example/${term}/${ceiling}/${review.length}`,
  revision: null,
  term,
  ceiling,
  review,
  on: '2026-11-24',
})

/** An invented entry: a text model of the given size. */
const entry = (id: string, audit: RecordedAudit | null, more: Partial<KnownAlternative> = {}): KnownAlternative => ({
  id,
  name: id,
  publisher: 'Tidewater',
  task: 'text',
  languages: ['English'],
  year: 2025,
  models: [{ id: `tidewater/${id}-7b`, parameters: 7e9 }],
  open: ['training code'],
  givesUp: 'long contexts',
  audit,
  source: 'invented',
  seenOn: '2026-11-24',
  ...more,
})

const term = (id: TermId, ceiling: TermId = id): Term => ({
  id,
  label: id,
  aliases: [],
  facets: [],
  floor: id,
  ceiling,
  review: [],
  because: [],
  toMoveUp: [],
})

const CARD = { 'README.md': '---\npipeline_tag: text-generation\n---\n# Heron 7B\n' }

function suggested(
  alternatives: readonly KnownAlternative[],
  of: Term = term('weights-available-ai'),
  setup: ReleaseSetup = { files: CARD },
): Report['alternatives'] {
  const known = { ...knowledge, alternatives }
  return suggestAlternatives(gather(releaseOf(setup), known), of, [], known)
}
const ids = (all: Report['alternatives']) => all.map(({ model }) => model)

describe('an alternative', () => {
  test('stands with the term its own audit proved, and says what a reviewer could confirm and what one gives up', () => {
    const [one] = suggested([entry('pond', audited('open-weights-ai', 'open-source-ai', ['G7-D2']))])
    expect(one).toEqual({
      model: 'tidewater/pond-7b',
      term: 'open-weights-ai',
      why: 'Open Source AI if a reviewer confirms G7-D2. text generation; 7 billion parameters, 7 billion here; English; 2025. given: weights, training code. one gives up: long contexts',
    })
  })

  test('is never suggested where it was not audited', () => {
    expect(suggested([entry('pond', null)], term('closed-ai'))).toEqual([])
  })

  test('is never suggested above what its audit reached, whatever its ceiling', () => {
    const restricted = entry('pond', audited('weights-available-ai', 'open-source-ai-with-open-data'))
    expect(suggested([restricted])).toEqual([])
    expect(suggested([restricted], term('unlicensed-weights'))).toMatchObject([{ term: 'weights-available-ai' }])
    expect(suggested([entry('reed', audited('undetermined', 'open-source-ai'))], term('closed-ai'))).toEqual([])
  })

  test('is never suggested for a release that is, or may be, as open', () => {
    const confirmable = entry('pond', audited('open-weights-ai', 'open-source-ai', ['G7-D2']))
    expect(ids(suggested([confirmable], term('open-weights-ai')))).toEqual(['tidewater/pond-7b'])
    expect(suggested([confirmable], term('open-weights-ai', 'open-source-ai'))).toEqual([])
    expect(suggested([confirmable], term('open-source-ai'))).toEqual([])
    // more is missing than the word of a person
    expect(suggested([entry('reed', audited('open-weights-ai', 'open-source-ai'))], term('open-weights-ai'))).toEqual(
      [],
    )
  })

  test.each(['no-model', 'undetermined'] as const)('is not suggested where the term is %s', id => {
    expect(suggested([entry('pond', audited('open-source-ai'))], term(id, 'open-weights-ai'))).toEqual([])
  })

  test('does the same task; a near one comes after it', () => {
    const open = audited('open-weights-ai')
    const all = [
      entry('pond', { ...open, of: 'https://git.example/a' }),
      entry('reed', { ...open, of: 'https://git.example/b' }, { task: 'code' }),
      entry('lark', { ...open, of: 'https://git.example/c' }, { task: 'speech-recognition' }),
    ]
    expect(ids(suggested(all))).toEqual(['tidewater/pond-7b'])
    const coder = { name: 'heron-coder-7b', files: CARD }
    expect(ids(suggested(all, term('weights-available-ai'), coder))).toEqual(['tidewater/reed-7b', 'tidewater/pond-7b'])
  })

  test('is near in size before it is more open, and of several sizes the nearest', () => {
    const sizes = [1e9, 6e9, 70e9].map(parameters => ({ id: `tidewater/pond-${parameters / 1e9}b`, parameters }))
    const near = entry('pond', audited('open-weights-ai'), { models: sizes })
    const far = entry('reed', audited('open-source-ai'), { models: [{ id: 'tidewater/reed-1b', parameters: 1e9 }] })
    expect(ids(suggested([far, near]))).toEqual(['tidewater/pond-6b', 'tidewater/reed-1b'])
  })

  test('is one of three at most, one of each repository, and not the release itself', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map(id =>
      entry(id, { ...audited('open-weights-ai'), of: `https://git.example/${id === 'b' ? 'a' : id}` }),
    )
    expect(ids(suggested(many))).toEqual(['tidewater/a-7b', 'tidewater/c-7b', 'tidewater/d-7b'])
    const own = { name: 'A-7B', publisher: 'Tidewater', files: CARD }
    expect(ids(suggested(many.slice(0, 1), term('unlicensed-weights'), own))).toEqual([])
  })

  test('is not suggested where nothing tells the task', () => {
    const bare = { name: 'heron', files: { 'README.md': '# Heron\n\nA bird.\n' } }
    expect(suggested([entry('pond', audited('open-source-ai'))], term('closed-ai'), bare)).toEqual([])
  })
})
