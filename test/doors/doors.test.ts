import type { ClauseKind } from '@unwash/core/licenses/clause'
import { kindsOf } from '@unwash/core/licenses/clauses/kinds/index'
import { readSentence } from '@unwash/core/licenses/prose/sentence'
import { describe, expect, test } from 'vitest'
import { examplesOf, files } from '../../packages/core/test/clauses/sentences.ts'
import { caseOf, known } from '../judged.ts'
import type { FileSetup } from '../release.ts'
import { NIGHTLY } from '../tiers.ts'
import { DOORS, type Door, OPEN, SURFACES } from './doors.ts'

/** examples of one kind that go through each door; more with `DOORS=all` */
const OF_A_KIND = process.env.DOORS === 'all' ? Number.POSITIVE_INFINITY : NIGHTLY ? 3 : 1

/** the languages of the doors */
const LANGUAGES = ['en', 'zh']

const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

/** what a license may be of; prose that speaks of something else says nothing of the weights */
const OTHER_THINGS =
  /\b(?:soft|free)ware\b|\b(?:data ?sets?|tools?|data|corpus|tunes?|game|services|records|videos|voices|toolkit|package|code)\b/gi
const OTHER_THINGS_ZH = /数据集|语料|软件|数据/g

/** A sentence as a door has it, prose of the model; null where it then restricts by itself no longer. */
function saidBy(door: Door, text: string, kind: ClauseKind): string | null {
  const said = door.clauses ? text : text.replace(OTHER_THINGS, 'model').replace(OTHER_THINGS_ZH, '模型')
  // prose under a heading of its own is not under License; an offer beside an open license takes nothing from it
  if (!door.clauses && (said.startsWith('#') || kind.id === 'purpose.separate_commercial')) return null
  const { bars } = readSentence(said, { heading: 'license', lead: '' }, known)
  return bars.some(bar => bar.kind === kind.id) ? said : null
}

/** What is found of a kind and restricts by itself. */
const throughDoor = (kind: ClauseKind, door: Door): readonly string[] =>
  files
    .filter(file => file.kind === kind.id && LANGUAGES.includes(file.language))
    .flatMap(examplesOf)
    .filter(({ mode }) => mode !== 'plea')
    .flatMap(({ text }) => saidBy(door, text, kind) ?? [])
    .filter(text => door.only === undefined || isChinese(text))
    .slice(0, OF_A_KIND)

const blocking = kindsOf(known.knowledge).filter(({ weighs }) => weighs === 'blocks')

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

/** Chinese prose of a card that is found by itself and not yet where only weights under terms count: a known gap. */
const NOT_YET: ReadonlySet<string> = new Set(['用户不得试图获取模型的源代码或内部结构。'])

describe('what takes something is read by every door', () => {
  test.each(DOORS.map(door => [door.name, door] as const))('%s', (_, door) => {
    const cases = blocking
      .flatMap(kind => throughDoor(kind, door).map(sentence => ({ kind, sentence })))
      .filter(({ sentence }) => !NOT_YET.has(sentence))
    expect(cases.length).toBeGreaterThan(blocking.length / 3)
    const wrong = cases.flatMap(({ kind, sentence }) => wrongWith(door, kind, sentence) ?? [])
    expect(wrong).toEqual([])
  })

  test('but for what is named as not yet read: it goes from the list when it is', () => {
    const card = DOORS.find(({ name }) => name === 'a Chinese card')
    const [kind] = blocking
    if (card === undefined || kind === undefined) throw new Error('there is no such door')
    for (const sentence of NOT_YET) expect(wrongWith(card, kind, sentence), sentence).not.toBeNull()
  })
})

/** The kinds of clauses that bind, and those that are suspected beside them. */
function kindsThrough(files: Readonly<Record<string, FileSetup>>): ReadonlySet<string> {
  const { models } = caseOf({ files: { ...OPEN, ...files } })
  const bound = models.flatMap(({ floor }) => floor.flatMap(({ license }) => license.clauses.map(({ kind }) => kind)))
  const doubted = models.flatMap(({ suspected = [] }) => suspected.flatMap(({ kinds }) => kinds))
  return new Set([...bound, ...doubted])
}

describe('a clause is the same through every surface', () => {
  const RULES = [
    ['purpose.noncommercial', 'You may not use the model for any commercial purpose.'],
    ['purpose.research_only', 'The model may be used for academic research only.'],
    ['share.redistribution_ban', 'You may not redistribute the model weights.'],
    ['geo.exclusion', 'The model may not be used by anyone in the European Union.'],
    ['field.military', 'The model must not be used for military purposes.'],
    ['purpose.noncommercial', '本模型仅供非商业用途，禁止商业使用。'],
  ] as const
  const throughDoors = (kind: string, said: string) => (doors: readonly Door[]) =>
    doors.flatMap(({ name, files }) => (kindsThrough(files(said)).has(kind) ? [] : name))

  test.each(RULES)('%s: %s', (kind, said) => {
    const notFound = throughDoors(kind, said)
    expect(notFound(SURFACES)).toEqual([])
    expect(notFound(DOORS.filter(({ only }) => only === undefined))).toEqual([])
  })

  test('what nobody suspects leaves the answers as they are', () => {
    for (const { files } of SURFACES) {
      const { models } = caseOf({ files: { ...OPEN, ...files('We thank our colleagues for their help.') } })
      expect(models.flatMap(({ suspected = [], floor }) => [...suspected, ...floor.slice(1)])).toEqual([])
    }
  })
})

describe('what opens the code of a model', () => {
  const floorWith = (header: string, more: Readonly<Record<string, FileSetup>> = {}) =>
    caseOf({ files: { ...OPEN, 'modeling_heron.py': `${header}\n\nimport torch\n`, ...more } }).models.flatMap(
      ({ floor }) => floor.map(({ openness }) => openness),
    )
  const TORN = '# The model may be deployed in lighthouses under terms that the keeper agreed with Marsh Lab.'

  test('takes nothing where it is about the code', () => {
    const apache = `# Licensed under the Apache License, Version 2.0 (the "License");
# you may not use this file except in compliance with the License.
# You may obtain a copy of the License at
#
#     http://www.apache.org/licenses/LICENSE-2.0
#
# Unless required by applicable law or agreed to in writing, software
# distributed under the License is distributed on an "AS IS" BASIS,
# WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
# See the License for the specific language governing permissions and
# limitations under the License.`
    for (const header of [
      `# coding=utf-8\n# Copyright 2026 Marsh Lab. All rights reserved.\n#\n${apache}`,
      `# This code grew out of code of others, and was changed to run the model as it was trained.\n#\n${apache}`,
      '"""Heron for PyTorch.\n\nThe model must be loaded with its own code.\n"""',
      '# This source code is under the license in the file LICENSE at the root of this source tree.',
    ])
      expect(floorWith(header), header).toEqual(['open'])
  })

  test('keeps the weights beside it from being open where it puts terms to them that nobody knows', () => {
    expect(floorWith(TORN)).toContain('unknown')
    expect(floorWith(`"""Heron\n\n${TORN.slice(2)}\n"""`)).toContain('unknown')
  })

  test('is of the code alone where no weights are', () => {
    const restricts = '# You may not use the model for any commercial purpose.'
    expect(floorWith(restricts)).toContain('restricted')
    const elsewhere = { 'model.safetensors': '', 'weights/model.safetensors': { size: 4_000_000_000 } }
    expect(floorWith(restricts, elsewhere)).toEqual(['open'])
  })
})

describe('tags of a card', () => {
  const floorOf = (...tags: readonly string[]) =>
    caseOf({
      files: {
        ...OPEN,
        'README.md': `---\nlicense: mit\ntags:\n${tags.map(tag => `- ${tag}\n`).join('')}---\n\n# Heron\n`,
      },
    }).models.flatMap(({ floor }) => floor.map(({ openness }) => openness))

  test.each(['non-commercial', 'Noncommercial', 'research-only', 'academic_use_only', 'not-for-commercial-use'])(
    '%s is a statement',
    tag => expect(floorOf('llama', tag)).toContain('restricted'),
  )

  test('others say what the model is', () =>
    expect(
      floorOf('research', 'commercial', 'not-for-all-audiences', 'commercial-use', 'medical', 'academic', 'region:us'),
    ).toEqual(['open']))
})

describe('a sentence on what a model was made from', () => {
  const floorOf = (sentence: string) =>
    caseOf({ files: { ...OPEN, 'README.md': `---\nlicense: mit\n---\n\n# Heron\n\n${sentence}\n` } }).models.flatMap(
      ({ floor }) => floor.map(({ openness }) => openness),
    )

  test('binds it where it restricts that', () => {
    expect(floorOf('Fine-tuned from Harbor Quay 13B, whose license forbids commercial use.')).toContain('unknown')
    expect(floorOf('Fine-tuned from Harbor Quay 13B, which reads well.')).toEqual(['open'])
  })
})

describe('a list of files', () => {
  const modelsWith = (lines: string) =>
    caseOf({ files: { ...OPEN, 'README.md': `---\nlicense: mit\n---\n\n# Heron\n\n## Files\n\n${lines}\n` } }).models

  test('is no prose: what a file is called says nothing, and what is told of one leaves a doubt', () => {
    const [named] = modelsWith('| File | Holds |\n|---|---|\n| heron-research-only.bin | the weights |')
    expect(named?.floor.map(({ openness }) => openness)).toEqual(['open'])
    for (const told of [
      '- `pictures/` - not for commercial use',
      '| A | B |\n|---|---|\n| sketches/ | no commercial use |',
    ]) {
      const [model] = modelsWith(told)
      expect(model?.floor.map(({ openness }) => openness)).toEqual(['open'])
      expect(model?.suspected).not.toEqual([])
    }
  })

  test('binds where the files are those of the weights', () => {
    const [model] = modelsWith('- `heron.safetensors`: no commercial use')
    expect(model?.floor.map(({ openness }) => openness)).toContain('restricted')
  })
})
