import { describe, expect, test } from 'vitest'
import type { ClauseKind } from '../../src/licenses/clause.ts'
import { kinds } from '../../src/licenses/clauses/index.ts'
import { readSentence } from '../../src/licenses/sentence.ts'
import { caseOf, known } from '../licensing/judged.ts'
import { DOORS, type Door, OPEN } from './doors.ts'

/** examples of one kind that go through each door; more with `DOORS=all` */
const OF_A_KIND = process.env.DOORS === 'all' ? Number.POSITIVE_INFINITY : 3

const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

/** what a license may be of; prose that speaks of something else says nothing of the weights */
const OTHER_THINGS = /\b(?:soft|free)ware\b|\b(?:data ?sets?|data|corpus|tunes?|game|services|records|videos)\b/gi
const OTHER_THINGS_ZH = /数据集|语料|软件|数据/g

/** A sentence as prose says it of the model; null where it then says something else. */
function ofTheModel(text: string, kind: ClauseKind): string | null {
  const said = text.replace(OTHER_THINGS, 'model').replace(OTHER_THINGS_ZH, '模型')
  const { bars } = readSentence(said, { heading: 'license', lead: '' }, known)
  return bars.some(bar => bar.kind === kind.id) ? said : null
}

/** What is found of a kind and restricts by itself. */
const examplesOf = (kind: ClauseKind, door: Door): readonly string[] =>
  kind.examples.found
    .filter(({ mode }) => mode !== 'plea')
    .flatMap(({ text }) => (door.clauses ? text : (ofTheModel(text, kind) ?? [])))
    .filter(text => door.only === undefined || isChinese(text))
    .slice(0, OF_A_KIND)

const blocking = kinds.filter(({ weighs }) => weighs === 'blocks')

/** What is wrong with how a sentence was read that came in by a door. */
function wrongWith(door: Door, kind: ClauseKind, sentence: string): string | null {
  const { models } = caseOf({ files: { ...OPEN, ...door.files(sentence) } })
  const open = models.length === 0 || models.some(({ floor }) => floor.every(({ openness }) => openness === 'open'))
  if (open) return `open: ${sentence}`
  const found = models.flatMap(({ floor }) => floor.flatMap(({ license }) => license.clauses.map(({ kind }) => kind)))
  return door.clauses && !found.includes(kind.id) ? `found ${found.join(', ') || 'nothing'}: ${sentence}` : null
}

test('without them the release is open', () => {
  const { models } = caseOf({ files: OPEN })
  expect(models.flatMap(({ floor }) => floor.map(({ openness }) => openness))).toEqual(['open'])
})

describe('what takes something is read by every door', () => {
  test.each(DOORS.map(door => [door.name, door] as const))('%s', (_, door) => {
    const cases = blocking.flatMap(kind => examplesOf(kind, door).map(sentence => ({ kind, sentence })))
    expect(cases.length).toBeGreaterThan(blocking.length / 3)
    const wrong = cases.flatMap(({ kind, sentence }) => wrongWith(door, kind, sentence) ?? [])
    expect(wrong).toEqual([])
  })
})
