import { describe, expect, test } from 'vitest'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { readDeclared } from '../../src/licenses/declared.ts'
import type { LicenseReading } from '../../src/licenses/reading.ts'
import { resolveName } from '../../src/names/index.ts'
import { COMPONENTS, type ComponentId } from '../../src/report/vocabulary.ts'
import { clause, evaluated, restricted, type Seen, type Setup, unread } from './case.ts'

/** A license as it is known by name. */
function named(name: string): LicenseReading {
  const resolved = resolveName(name, knowledge)
  if (!resolved) throw new Error(`no license is called ${name}`)
  return readDeclared(resolved, [{ path: 'README.md', key: 'license', value: name, line: 2 }], knowledge)
}
const [apache, ccBy, cdla] = [named('Apache-2.0'), named('CC-BY-4.0'), named('CDLA-Permissive-2.0')]

/** Everything under one license, but what is said apart; `null` is not there. */
function release(
  general: LicenseReading,
  apart: Partial<Record<ComponentId, LicenseReading | Seen | null>> = {},
): Setup {
  const seen = (id: ComponentId): Seen => {
    const one = apart[id]
    if (one === null) return { presence: 'absent' }
    if (one && 'license' in one) return { readings: [one] }
    return { readings: [general], ...one }
  }
  const weights = apart.weights && 'license' in apart.weights ? apart.weights : general
  return { weights: [weights], components: Object.fromEntries(COMPONENTS.map(id => [id, seen(id)])) }
}
const of = (setup: Setup, reading: 'mot' | 'strict') => {
  const { conclusion, percentages } = evaluated('mof-1.0', setup, reading)
  return [conclusion, percentages]
}
const rowOf = (setup: Setup, id: string, reading: 'mot' | 'strict') => {
  const row = evaluated('mof-1.0', setup, reading).requirements.find(row => row.id === id)
  return [row?.answer, row?.level]
}

const CODE: readonly ComponentId[] = [
  'model-architecture',
  'training-code',
  'inference-code',
  'evaluation-code',
  'data-preprocessing-code',
  'supporting-libraries',
]
const typed = Object.fromEntries(CODE.map(id => [id, apache]))

test.each(['mot', 'strict'] as const)('a part is enough, and the reading %s says so', reading => {
  const row = (partly?: string) =>
    evaluated('mof-1.0', release(apache, { 'training-code': partly ? { partly } : {} }), reading).requirements.find(
      ({ id }) => id === 'MOF-II-training-code',
    )
  expect(row('what was found trains reeds')?.answer).toBe('met')
  expect(row('what was found trains reeds')?.because).toContain('(what was found trains reeds): this asks for it')
  expect(row()?.because).not.toContain('Not all')
})

describe('in the reading of the tool', () => {
  test('any open license on anything makes the first class', () => {
    expect(of(release(apache), 'mot')).toEqual(['class-i', { I: 100, II: 100, III: 100 }])
  })

  test('a class shows nothing before those below it are complete', () => {
    expect(of(release(apache, { 'model-card': null }), 'mot')).toEqual(['below', { I: 0, II: 0, III: (5 / 6) * 100 }])
    expect(of(release(apache, { 'training-code': null }), 'mot')).toEqual(['class-iii', { I: 0, II: 90, III: 100 }])
  })

  test('what is optional never counts', () => {
    const setup = release(apache, { 'sample-outputs': null, 'model-metadata': null, 'supporting-libraries': null })
    expect(of(setup, 'mot')).toEqual(['class-i', { I: 100, II: 100, III: 100 }])
  })

  test('a paper stands in for the report, and is then asked for once', () => {
    expect(of(release(apache, { 'technical-report': null }), 'mot')[0]).toBe('class-i')
    const less = release(apache, { 'technical-report': null, datasets: null })
    expect(of(less, 'mot')).toEqual(['class-ii', { I: (12 / 13) * 100, II: 100, III: 100 }])
  })

  test('a report stands in for no paper', () => {
    expect(of(release(apache, { 'research-paper': null }), 'mot')[0]).toBe('class-ii')
  })

  test('an open id that is not on its list does not count', () => {
    const setup = release(apache, { datasets: named('PDDL-1.0') })
    expect(rowOf(setup, 'MOF-I-datasets', 'mot')).toEqual(['unmet', 'invalid'])
  })

  test('a license of the whole is inherited by what lies in the release, not by what is linked', () => {
    const here = { ...release(apache, { datasets: { readings: [] } }) }
    expect(rowOf(here, 'MOF-I-datasets', 'mot')).toEqual(['met', 'included'])
    const linked = release(apache, { datasets: { readings: [], presence: 'linked' } })
    expect(rowOf(linked, 'MOF-I-datasets', 'mot')).toEqual(['unknown', 'unlicensed'])
  })

  test('of several licenses the least open is the one', () => {
    const bound = restricted([clause('geo.exclusion', ['use'])])
    const setup = { ...release(apache), weights: [apache, bound] }
    expect(rowOf(setup, 'MOF-III-weights', 'mot')).toEqual(['unmet', 'invalid'])
  })

  test('terms that were not read stay unknown, and do not count', () => {
    expect(rowOf(release(apache, { weights: unread }), 'MOF-III-weights', 'mot')).toEqual(['unknown', 'invalid'])
  })

  test('what could not be seen is unknown, and no reason against', () => {
    const setup = release(apache, { datasets: { presence: 'unknown', readings: [] } })
    expect(rowOf(setup, 'MOF-I-datasets', 'mot')).toEqual(['unknown', undefined])
  })

  test('the card may be where the weights are: no class is not known of a repository of code that has none', () => {
    const cardless = release(apache, { 'model-card': null })
    const url = 'https://huggingface.co/harbor-lab/tern-7b'
    const link = {
      url,
      owner: 'harbor-lab',
      name: 'tern-7b',
      own: true,
      via: 'download',
      cited: [{ path: 'README.md' }],
    } as const
    const away = { ...cardless, offer: 'linked', links: [link] } as const
    expect(rowOf(away, 'MOF-III-model-card', 'mot')).toEqual(['unknown', undefined])
    expect(of(away, 'mot')[0]).toBe('unknown')
    expect(of({ ...away, weights: [restricted([clause('geo.exclusion', ['use'])])] }, 'mot')[0]).toBe('below')
  })
})

describe('in the strict reading', () => {
  test('a license for each type makes the first class', () => {
    expect(of(release(ccBy, typed), 'strict')).toEqual(['class-i', { I: 100, II: 100, III: 100 }])
  })

  test('a software license on weights and documents is open, and not for them', () => {
    expect(rowOf(release(ccBy, { ...typed, weights: apache }), 'MOF-III-weights', 'strict')).toEqual([
      'unmet',
      'invalid',
    ])
    expect(rowOf(release(ccBy, { ...typed, weights: cdla }), 'MOF-III-weights', 'strict')).toEqual(['met', 'included'])
    expect(rowOf(release(apache), 'MOF-III-model-card', 'strict')).toEqual(['unmet', 'invalid'])
  })

  test('a content license on code is not for it', () => {
    expect(rowOf(release(ccBy), 'MOF-II-training-code', 'strict')).toEqual(['unmet', 'invalid'])
  })

  test('a license of the whole does not flow onto data and papers', () => {
    for (const id of ['datasets', 'research-paper'] as const) {
      const setup = release(ccBy, { ...typed, [id]: { readings: [], concluded: 'NONE' } })
      expect(rowOf(setup, `MOF-I-${id}`, 'strict')).toEqual(['unmet', 'unlicensed'])
      expect(rowOf(setup, `MOF-I-${id}`, 'mot')).toEqual(['met', 'included'])
    }
  })

  test('a restricted license fails for what it restricts', () => {
    const bound = restricted([clause('geo.exclusion', ['use'])])
    const setup = { ...release(ccBy, typed), weights: [bound] }
    const row = evaluated('mof-1.0', setup, 'strict').requirements.find(({ id }) => id === 'MOF-III-weights')
    expect(row).toMatchObject({ answer: 'unmet', level: 'invalid' })
    expect(row?.because).toMatch(/restricts/)
  })

  test('a link that was not followed shows nothing', () => {
    const setup = release(ccBy, { ...typed, datasets: { presence: 'linked', readings: [ccBy] } })
    expect(rowOf(setup, 'MOF-I-datasets', 'strict')).toEqual(['unknown', undefined])
  })
})

test('every license is spelled in a form by words that name it again', () => {
  for (const { id, name, spdx } of knowledge.licenses.values()) {
    const spelled = spdx[0] ?? name
    expect(resolveName(spelled, knowledge), `${id}: ${spelled}`).not.toBeNull()
  }
})
