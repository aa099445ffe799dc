import { askingOf } from '@unwash/library/ask'
import { describe, expect, test } from 'vitest'
import { known, TODAY, WEIGHTS } from '../../../../test/judged.ts'
import { type FileSetup, releaseOf } from '../../../../test/release.ts'
import { settled } from '../../src/judge.ts'
import type { Release } from '../../src/release/release.ts'
import type { Question, Reader, Reading } from '../../src/report/question.ts'
import type { Report } from '../../src/report/report.ts'
import { QUAY, spdx } from '../texts.ts'

const PERSON: Reader = { kind: 'person', name: 'R. Marsh' }
const MODEL: Reader = { kind: 'model', name: 'tern:3b' }

const askedOf = (release: Release, framework: string | null = null) =>
  settled(release, known, TODAY, null, framework).open
const kinds = (release: Release) => askedOf(release).map(({ kind }) => kind)
const reading = ({ id, sentence }: Question, answer: string, by = PERSON): Reading => ({
  question: id,
  answer,
  quote: sentence,
  by,
  at: '2026-11-20',
})
/** The report with one question of a kind answered; throws where nobody asks it. */
function answered(release: Release, kind: Question['kind'], answer: string, by = PERSON): Report {
  const question = askedOf(release, 'g7-2026').find(one => one.kind === kind)
  if (!question) throw new Error(`no question of the kind ${kind}`)
  expect(question.options.map(({ id }) => id)).toContain(answer)
  return settled({ ...release, readings: [reading(question, answer, by)] }, known, TODAY).report
}
const use = ({ uses = [] }: Report, id: string) => uses.find(one => one.use === id)?.answer

const page = (license: string, files: Readonly<Record<string, FileSetup>> = {}) =>
  releaseOf({
    files: { ...WEIGHTS, LICENSE: spdx('MIT'), 'README.md': `# Heron\n\n## License\n\n${license}\n`, ...files },
  })

const DARK = 'Whoever runs a hatchery for gain must first come to terms with us.'

describe('what a sentence takes', () => {
  const release = page(`The license is in LICENSE.\n\n${DARK}`)

  test('is asked with where it stands, what the answers mean, and what only looks like them', () => {
    const [question] = askedOf(release)
    expect(question).toMatchObject({
      kind: 'takes',
      sentence: DARK,
      heading: 'License',
      neighbours: { before: 'The license is in LICENSE.' },
      of: { path: 'README.md', line: 7 },
      definition: expect.stringContaining('Non-commercial only: Commercial use of the model'),
      falseFriends: expect.stringContaining('intended for research'),
    })
    expect(question?.options.at(-1)?.id).toBe('unclear')
    expect(release.texts.get('README.md')?.content).toContain(question?.sentence)
  })

  test('is asked with the list that the sentence introduces', () => {
    const list = '- in a marsh\n- on a lake'
    const [question] = askedOf(page(`${DARK.slice(0, -1)} where it is run\n\n${list}\n\n# A heron\n\nIt wades.`))
    expect(question?.neighbours.after).toBe(list)
  })

  test('nothing, says a person: then nothing is in doubt', () => {
    expect(settled(release, known, TODAY).report.term.floor).toBe('undetermined')
    const after = answered(release, 'takes', 'nothing')
    expect(after.term).toMatchObject({ id: 'open-weights-ai', floor: 'open-weights-ai' })
    expect(use(after, 'commercial')).toBe('yes')
    expect(after.doubts).toBeUndefined()
  })

  test('a kind of clause binds as if it had been read', () => {
    const after = answered(release, 'takes', 'purpose.noncommercial')
    expect(after.term.floor).toBe('weights-available-ai')
    expect(use(after, 'commercial')).toBe('no')
  })

  test('something else restricts, and leaves the rest in doubt', () => {
    const after = answered(release, 'takes', 'else')
    expect(after.term.floor).toBe('weights-available-ai')
    expect(use(after, 'commercial')).toBe('presumably')
  })

  test('nothing, says a model: the term is concluded, and nothing else', () => {
    const after = answered(release, 'takes', 'nothing', MODEL)
    expect(after.term).toMatchObject({ id: 'open-weights-ai', floor: 'undetermined', readBy: ['tern:3b'] })
    expect(use(after, 'commercial')).toBe('presumably')
    expect(after.doubts).toHaveLength(1)
  })

  test('who cannot tell changes nothing', () => {
    const { readings, ...after } = answered(release, 'takes', 'unclear')
    const { questions, ...before } = settled(release, known, TODAY).report
    expect(readings).toHaveLength(1)
    expect({ ...after, questions: undefined }).toEqual({ ...before, questions: undefined })
    expect(questions).toHaveLength(1)
  })

  test('in a file of terms, a part for a part', () => {
    const text = `${spdx('MIT')}\n\nWhoever hauls the net at dusk shall first salute the harbour master.\n`
    const dark = page('The license is in LICENSE.', { LICENSE: text })
    expect(kinds(dark)).toEqual(['takes'])
    expect(settled(dark, known, TODAY).report.term.floor).toBe('undetermined')
    expect(answered(dark, 'takes', 'nothing').term.floor).toBe('open-weights-ai')
    expect(answered(dark, 'takes', 'not-these').term.floor).toBe('open-weights-ai')
    expect(answered(dark, 'takes', 'share.redistribution_ban').term.floor).toBe('weights-available-ai')
    expect(answered(dark, 'takes', 'nothing', MODEL).term.floor).toBe('undetermined')
  })
})

describe('an id', () => {
  const idOf = (license: string) => askedOf(page(license))[0]?.id
  test('is the same wherever the sentence stands, and another for another sentence', () => {
    expect(idOf(DARK)).toMatch(/^[0-9a-f]{12}$/)
    expect(idOf(`We like birds.\n\n${DARK}`)).toBe(idOf(DARK))
    expect(idOf(DARK.replace('must', 'may'))).not.toBe(idOf(DARK))
  })

  test('of a sentence that was changed since answers nothing, and that is said', () => {
    const before = page(DARK)
    const [question] = askedOf(before)
    if (!question) throw new Error('nothing is asked')
    const after = { ...page(DARK.replace('for gain', 'at all')), readings: [reading(question, 'nothing')] }
    const { report } = settled(after, known, TODAY)
    expect(report.term.floor).toBe('undetermined')
    expect(report.readings).toBeUndefined()
    expect(report.notes.map(({ says }) => says)).toContain(
      `A reading by R. Marsh (of question ${question.id}) does not count: no question has this id here; it may be of an older state`,
    )
  })
})

describe('which terms bind the weights', () => {
  const elsewhere = releaseOf({
    files: {
      LICENSE: spdx('Apache-2.0'),
      'README.md':
        '# Heron 7B\n\nHeron is a language model. Download its weights at ' +
        '[heron](https://huggingface.co/marsh-lab/heron-7b).\n',
      'train.py': 'import torch\n',
    },
  })

  test('is asked where a license is only presumed for them', () => {
    expect(settled(elsewhere, known, TODAY).report.term).toMatchObject({ id: 'open-weights-ai', floor: 'undetermined' })
    expect(kinds(elsewhere)).toContain('binds')
    expect(answered(elsewhere, 'binds', 'LICENSE').term.floor).toBe('open-weights-ai')
    const none = answered(elsewhere, 'binds', 'none')
    expect(none.term.id).not.toBe('open-weights-ai')
    expect(use(none, 'commercial')).toBe('unknown')
    expect(answered(elsewhere, 'binds', 'LICENSE', MODEL).term.floor).toBe('undetermined')
  })

  test('is asked where two cannot hold together, and a person decides', () => {
    const both = page('The weights are under the Apache 2.0 license. The model is licensed under CC BY-NC 4.0.')
    expect(settled(both, known, TODAY).report.term.floor).toBe('weights-available-ai')
    expect(answered(both, 'binds', 'apache-2.0').term.floor).toBe('open-weights-ai')
    expect(answered(both, 'binds', 'apache-2.0', MODEL).term).toMatchObject({
      id: 'weights-available-ai',
      floor: 'weights-available-ai',
    })
  })
})

test('whether a file of terms is for the weights is asked where it restricts and nobody says', () => {
  const terms = QUAY.replaceAll('weights', 'Materials')
  const release = page('The weights are under the MIT license.', { 'TERMS.txt': terms })
  expect(kinds(release)).toEqual(['about'])
  expect(askedOf(release)[0]?.sentence).toContain('QUAY MODEL LICENSE')
  expect(answered(release, 'about', 'other').term.floor).toBe('open-weights-ai')
  const bound = answered(release, 'about', 'weights')
  expect(bound.term.floor).toBe('weights-available-ai')
  expect(use(bound, 'commercial')).toBe('no')
  expect(answered(release, 'about', 'other', MODEL).term.floor).toBe('weights-available-ai')
})

test('whether weights are offered, and where, is asked where that was not found', () => {
  const release = releaseOf({
    files: {
      LICENSE: spdx('Apache-2.0'),
      'README.md':
        '# Heron\n\nWe present Heron, a language model that we trained on the letters of the shore.\n\n' +
        'It is compared with [Gull](https://huggingface.co/gull-group/gull-7b).\n',
      'run.py': 'import torch\n',
    },
  })
  expect(settled(release, known, TODAY).report.term.id).toBe('undetermined')
  expect(kinds(release)).toContain('offered')
  expect(answered(release, 'offered', 'api').term.id).toBe('closed-ai')
  expect(answered(release, 'offered', 'none').term.id).toBe('no-model')
  const linked = answered(release, 'offered', 'https://huggingface.co/gull-group/gull-7b')
  expect(linked.components.find(({ id }) => id === 'weights')?.presence).toBe('linked')
  expect(linked.questions?.map(({ kind }) => kind)).toContain('binds')
})

test('whether weights start from a model that they are named after is asked', () => {
  const release = releaseOf({
    name: 'heron-llama-2-7b',
    files: {
      ...WEIGHTS,
      LICENSE: spdx('MIT'),
      'README.md': '# Heron Llama 2\n\nA model for the shore, in the manner of Llama 2.\n',
    },
  })
  expect(kinds(release)).toEqual(['starts-from'])
  expect(settled(release, known, TODAY).report.term.floor).not.toBe('open-weights-ai')
  expect(answered(release, 'starts-from', 'no').term.floor).toBe('open-weights-ai')
  const after = answered(release, 'starts-from', 'yes', MODEL)
  expect(after.term.floor).toBe('weights-available-ai')
  expect(answered(release, 'starts-from', 'no', MODEL).term.floor).not.toBe('open-weights-ai')
})

describe('a requirement that is left to a person', () => {
  const release = releaseOf({
    files: {
      ...WEIGHTS,
      'README.md':
        '---\nlicense: apache-2.0\nlibrary_name: transformers\n---\n\n# Heron 7B\n\nHeron is a language ' +
        'model.\n\n## Training data\n\nThe training data is in `data/train`, under the CC-BY-4.0 license.\n',
      LICENSE: spdx('Apache-2.0'),
      'train.py': 'import torch\n\nmodel.train()\nloss.backward()\noptimizer.step()\n',
      'configs/train.yaml': 'learning_rate: 0.0003\n',
      'data/train/part-0.jsonl': { size: 90_000_000 },
    },
  })

  test('is asked where the term rests on it, and of a framework that is named all of them', () => {
    const ids = (framework: string | null) => askedOf(release, framework).map(({ ask }) => ask.split(':')[0])
    expect(ids(null)).toContain('G7-D1')
    expect(ids('osaid-1.0').filter(id => id?.startsWith('OSAID')).length).toBeGreaterThan(1)
  })

  test('has the framework’s own words for met and unmet beside it', () => {
    const [first] = askedOf(release, 'eu-ai-act').filter(({ ask }) => ask.startsWith('EU-P4'))
    expect(first?.definition).toMatch(/\nMet: confirmed by a person\.\nUnmet: obfuscated or encrypted\.$/)
  })

  test('is signed off by a person who answers it, and by nobody else', () => {
    const after = answered(release, 'requirement', 'met')
    expect(after.term).toMatchObject({ floor: 'open-source-ai-with-open-data', signedOff: ['G7-D1'] })
    expect(answered(release, 'requirement', 'met', MODEL).term.floor).toBe('open-weights-ai')
  })
})

test('whether a sentence claims openness is asked where it would not hold, and its subject is not proven', () => {
  const release = page('The weights are for research use only.', {
    'README.md':
      '# Heron\n\nHeron is a language model.\n\nOpen source models are what the shore needs.\n\n' +
      'A fully open source release was made.\n\n## License\n\nThe weights are for research use only.\n',
  })
  const before = settled(release, known, TODAY).report
  expect(before.claims.map(({ check }) => check)).toEqual(['undetermined'])
  expect(kinds(release)).toContain('claims')
  expect(answered(release, 'claims', 'yes').claims.map(({ check }) => check)).toEqual(['contradicted'])
  expect(answered(release, 'claims', 'no').claims).toEqual([])
  // nobody is told so on the word of a model
  expect(answered(release, 'claims', 'yes', MODEL).claims.map(({ check }) => check)).toEqual(['undetermined'])
  expect(answered(release, 'claims', 'no', MODEL).claims).toHaveLength(1)
})

test('what each answer would change is worked out, and what changes nothing is not asked', () => {
  const told = askingOf(page(`The license is in LICENSE.\n\n${DARK}`), known).told()
  const matters = told[0]?.question.matters ?? []
  const of = (option: string) => matters.find(one => one.option === option)?.changes ?? []
  expect(of('nothing')[0]).toBe('term: Undetermined * → Open Weights AI')
  expect(of('purpose.noncommercial').join('\n')).toContain(
    'use it commercially · use it for any purpose: presumably → no',
  )
  expect(matters.map(({ option }) => option)).not.toContain('unclear')
  expect(
    matters.flatMap(({ changes }) => changes).filter(change => /\b(?:unknown|unmet|below)\b|-\d/.test(change)),
  ).toEqual([])
  const restricted = page(`The weights are for non-commercial use only.\n\n${DARK}`)
  const left = askingOf(restricted, known).told()
  expect(left.every(({ question }) => question.matters?.some(({ changes }) => changes.length > 0))).toBe(true)
})
