import { describe, expect, test } from 'vitest'
import { reportOn, WEIGHTS } from '../../../../test/judged.ts'
import type { ReleaseSetup } from '../../../../test/release.ts'
import { gathered } from './gathered.ts'

const API = 'https://hub.example/api/models/marsh-lab/heron-7b'
const card = (front: string) => ({ 'README.md': `---\n${front}\n---\n\n# Heron\n` })
const metadataOf = (setup: ReleaseSetup) => gathered(setup).metadata

describe('a card that the hub does not give', () => {
  const refused: ReleaseSetup = {
    files: { ...WEIGHTS, 'README.md': { size: 900 }, LICENSE: { size: 900 } },
    hub: {
      gated: 'manual',
      card: {
        license: 'other',
        license_name: 'hedgerow-1.0',
        base_model: ['tern-lab/tern-9b'],
        datasets: ['tern-lab/eggs'],
        extra_gated_fields: { Company: true, Country: true },
        extra_gated_eu_disallowed: true,
      },
      tags: ['gguf', 'license:other'],
      task: 'text-generation',
    },
  }

  test('speaks through what the hub tells of it, with the key it is told under', () => {
    const { licenses, terms, bases, datasets, task, tags } = metadataOf(refused)
    expect(licenses).toEqual([{ value: 'other', cited: [{ path: API, key: 'cardData.license', value: 'other' }] }])
    const names = terms.flat().filter(({ as }) => as === 'name')
    expect([...names, ...bases, ...datasets].map(({ value }) => value)).toEqual([
      'hedgerow-1.0',
      'tern-lab/tern-9b',
      'tern-lab/eggs',
    ])
    expect(task?.cited).toEqual([{ path: API, key: 'pipeline_tag', value: 'text-generation' }])
    expect(tags).toContain('gguf')
  })

  test('has a gate with its fields, and the word on the Union', () => {
    expect(metadataOf(refused).gate).toMatchObject({
      approval: 'manual',
      fields: ['Company', 'Country'],
      euDisallowed: true,
      cited: [{ path: API, key: 'gated', value: 'manual' }, { key: 'cardData.extra_gated_fields' }],
    })
    expect(reportOn(refused).term.facets).toEqual(
      expect.arrayContaining(['gated: 2 fields to fill in, a person decides', 'European Union refused access']),
    )
  })

  test('has its prompt read as terms, by the lines of the value', () => {
    const words = 'You may use the model for non-commercial research only and must not sell what you make with it. '
    const prompt = `HERON LICENSE\n\nTerms of use.\n${words.repeat(30)}\n`
    const report = reportOn({ ...refused, hub: { ...refused.hub, card: { extra_gated_prompt: prompt } } })
    const clause = report.licenses
      .flatMap(({ clauses }) => clauses)
      .find(({ kind }) => kind === 'purpose.noncommercial')
    expect(clause?.cited[0]).toMatchObject({ path: `${API}#cardData.extra_gated_prompt`, line: 4 })
    expect(report.term.id).toBe('weights-available-ai')
  })

  test('is not proven to be under what it declares: the text that was not read may say more', () => {
    const open = reportOn({ ...refused, hub: { ...refused.hub, card: { license: 'apache-2.0' } } })
    expect(open.term.floor).toBe('undetermined')
    expect(open.unread).toMatchObject([{ path: 'LICENSE', why: 'failed', mayBind: true }])
    expect(reportOn(refused).term.floor).toBe('undetermined')
  })
})

describe('a card that is here', () => {
  test('speaks with its own lines', () => {
    const { licenses, tags } = metadataOf({
      source: 'hub',
      files: { ...WEIGHTS, ...card('license: mit\ntags: [heron]') },
      hub: { card: { license: 'apache-2.0' }, tags: ['gguf'] },
    })
    expect(licenses).toEqual([{ value: 'mit', cited: [expect.objectContaining({ path: 'README.md', line: 2 })] }])
    expect(tags).toEqual(['heron'])
  })

  test('has a form that nobody is shown where the hub has no gate', () => {
    const files = { ...WEIGHTS, ...card('license: mit\nextra_gated_prompt: Agree.') }
    expect(metadataOf({ files }).gate).not.toBeNull()
    expect(metadataOf({ files, hub: {} }).gate).toBeNull()
    expect(metadataOf({ files, hub: {} }).form).not.toBeNull()
  })

  test('says nothing of a gate that the hub has', () => {
    const { gate } = metadataOf({ files: { ...WEIGHTS, ...card('license: mit') }, hub: { gated: 'auto' } })
    expect(gate).toEqual({
      cited: [{ path: API, key: 'gated', value: 'auto' }],
      approval: 'auto',
      fields: [],
      says: [],
      euDisallowed: false,
      prompt: null,
    })
  })

  test('and names no base has the one that the hub knows', () => {
    const base = { model: 'tern-lab/tern-9b', api: 'x', seenOn: null, license: null, licenseName: null }
    const hub = { bases: [base], relation: 'quantized' }
    const { bases, relation } = metadataOf({ files: { ...WEIGHTS, ...card('license: mit') }, hub })
    expect(bases).toEqual([
      { value: 'tern-lab/tern-9b', cited: [{ path: API, key: 'baseModels', value: 'tern-lab/tern-9b' }] },
    ])
    expect(relation).toBe('quantized')
  })
})

describe('a base that was looked up at the hub', () => {
  const from = (license: string | null, licenseName: string | null = null, seenOn: string | null = '2026-11-20') =>
    reportOn({
      files: { ...WEIGHTS, ...card('license: apache-2.0\nbase_model: tern-lab/tern-9b') },
      hub: { bases: [{ model: 'tern-lab/tern-9b', api: 'https://hub.example/tern', seenOn, license, licenseName }] },
    })

  test('lends its license to the lineage, with where and when', () => {
    const [step] = from('mit').lineage
    expect(step).toMatchObject({ model: 'tern-lab/tern-9b', license: 'mit', stands: 'both-open' })
    expect(step?.cited).toContainEqual({
      fact: 'tern-lab/tern-9b: license mit',
      source: 'https://hub.example/tern',
      seenOn: '2026-11-20',
    })
  })

  test('restricts what starts from it', () => {
    const report = from('cc-by-nc-4.0')
    expect(report.conflicts.map(({ kind }) => kind)).toEqual(['lineage-wider'])
    expect(report.term.floor).toBe('weights-available-ai')
  })

  test.each([
    ['no license', null, null, '2026-11-20'],
    ['terms nobody knows', 'other', 'tern-house-terms', '2026-11-20'],
    ['nothing, for it was not found', null, null, null],
  ])('is not known when it has %s', (_, license, name, seenOn) => {
    expect(from(license, name, seenOn).lineage[0]).toMatchObject({ license: 'NOASSERTION', stands: 'unknown' })
  })
})

test('a dataset offers no model, whatever its files are called, and its license is that of its data', () => {
  const report = reportOn({
    name: 'reeds',
    files: { ...card('license: cc-by-4.0'), 'data/train.parquet': { size: 9_000_000 }, 'weights/model.bin': {} },
    hub: { kind: 'dataset' },
  })
  expect(report.term.id).toBe('no-model')
  expect(report.components.find(({ id }) => id === 'datasets')?.licensing.concluded).toBe('cc-by-4.0')
})

describe('what is named one step away', () => {
  const readme =
    '---\nlicense: mit\ndatasets: [tern-lab/eggs]\n---\n\nCode: https://github.com/marsh-lab/heron.git, run with https://github.com/tern-lab/runner.\n'

  test('and not looked at is told: datasets, and code of the same publisher', () => {
    expect(gathered({ files: { 'README.md': readme }, hub: {} }).notes).toEqual([
      { says: 'named here and not looked at: dataset tern-lab/eggs, https://github.com/marsh-lab/heron' },
    ])
  })

  test('is told of a repository at a hub only', () => {
    expect(gathered({ files: { 'README.md': readme } }).notes).toEqual([])
  })
})
