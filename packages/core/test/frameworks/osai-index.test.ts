import { describe, expect, test } from 'vitest'
import { approved, clause, evaluated, restricted, type Setup } from './case.ts'

const stepOf = (id: string, setup: Setup) => {
  const row = evaluated('osai-index', setup).requirements.find(row => row.id === id)
  return row?.level ?? row?.answer
}
const bound = restricted([clause('geo.exclusion', ['use'])])
const based: Setup = { lineage: [{ model: 'reed-lab/sedge-3b', relation: 'finetune' }] }
const knownBase = (openData: boolean): Setup => ({
  ...based,
  known: [{ name: 'Sedge', matches: ['sedge'], license: null, openData }],
})

const rows: readonly (readonly [string, string, string, Setup])[] = [
  ['weights here', 'OSAI-weights-endmodel', 'open', {}],
  ['weights by a link', 'OSAI-weights-endmodel', 'open', { offer: 'linked' }],
  [
    'a link that one has to ask for',
    'OSAI-weights-endmodel',
    'partial',
    { offer: 'linked', readme: '# Tern\n\nDownload the weights after your access request is approved.\n' },
  ],
  ['a gate makes weights partial', 'OSAI-weights-endmodel', 'partial', { gate: {} }],
  ['a difference to a base', 'OSAI-weights-endmodel', 'partial', { part: 'delta' }],
  ['an API', 'OSAI-weights-endmodel', 'closed', { offer: 'api' }],
  ['nothing seen of a part', 'OSAI-weights-endmodel', 'unknown', { offer: 'none', complete: false }],
  ['a model without a base is its own', 'OSAI-weights-basemodel', 'open', {}],
  ['a base that was not looked at', 'OSAI-weights-basemodel', 'unknown', based],
  ['data here', 'OSAI-datasources-endmodel', 'open', {}],
  [
    'data named without where',
    'OSAI-datasources-endmodel',
    'partial',
    { components: { datasets: { presence: 'described', ladder: 'listed' } } },
  ],
  [
    'data in general words',
    'OSAI-datasources-endmodel',
    'closed',
    { components: { datasets: { presence: 'described', ladder: 'vague' } } },
  ],
  ['the data of a base that no fact tells of', 'OSAI-datasources-basemodel', 'unknown', based],
  ['the data of a base that is open', 'OSAI-datasources-basemodel', 'open', knownBase(true)],
  ['the data of a base that is not', 'OSAI-datasources-basemodel', 'closed', knownBase(false)],
  ['training and processing', 'OSAI-trainingcode', 'open', {}],
  [
    'training alone',
    'OSAI-trainingcode',
    'partial',
    { components: { 'data-preprocessing-code': { presence: 'absent' } } },
  ],
  ['no training code', 'OSAI-trainingcode', 'closed', { components: { 'training-code': { presence: 'absent' } } }],
  ['a card is there', 'OSAI-modelcard', 'needs-human', {}],
  ['no card', 'OSAI-modelcard', 'closed', { components: { 'model-card': { presence: 'absent' } } }],
  ['three licenses', 'OSAI-licenses', 'open', {}],
  ['two of three', 'OSAI-licenses', 'partial', { components: { datasets: { presence: 'absent' } } }],
  [
    'weights alone',
    'OSAI-licenses',
    'closed',
    { components: { datasets: { presence: 'absent' }, 'training-code': { presence: 'absent' } } },
  ],
  ['a restriction on all', 'OSAI-licenses', 'closed', { weights: [bound], code: [bound] }],
]

test.each(rows)('%s: %s is %s', (_, id, step, setup) => expect(stepOf(id, setup)).toBe(step))

describe('the mean', () => {
  test('counts what is not decided once as closed and once as open', () => {
    const { percentages, requirements, conclusion } = evaluated('osai-index', { weights: [approved] })
    const undecided = requirements.filter(({ level }) => level === undefined).length
    expect(undecided).toBeGreaterThan(0)
    expect(percentages?.['at least']).toBeCloseTo((100 * (12 - undecided)) / 12)
    expect(percentages?.['at most']).toBe(100)
    expect(conclusion).toBe('needs-human')
  })

  test('a partial dimension is worth half', () => {
    const whole = evaluated('osai-index').percentages?.['at least'] ?? 0
    const less = evaluated('osai-index', { components: { 'data-preprocessing-code': { presence: 'absent' } } })
    expect(whole - (less.percentages?.['at least'] ?? 0)).toBeCloseTo(50 / 12)
    expect(less.conclusion).toBe('unmet')
  })
})
