import { readdirSync, readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { loadLicenseKnowledge } from '@unwash/knowledge/load'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { nightly } from '../../../../../test/tiers.ts'
import { kindsOf } from '../../../src/licenses/clauses/kinds/index.ts'
import { secondReader, secondReaderOf } from '../../../src/licenses/second-reader/index.ts'
import { encodeWeights } from '../../../src/licenses/second-reader/weights.ts'
import { SURFACES, type Surface } from '../../../src/sentences/index.ts'

const root = new URL('../../../../../', import.meta.url)
const kinds = kindsOf(await loadLicenseKnowledge())
const reader = secondReader(readFileSync(new URL('dist/data/second-reader.bin', root)))
const script = (name: string) => import(new URL(`scripts/learn/${name}.mjs`, root).href)

interface Example {
  passage: { text: string; heading: string; lead: string }
  from: string
  found: string[]
  left: string[]
  takes?: number
}
const { ownExamples } = await script('own')
const own: Example[] = ownExamples()

describe('what the second reader has learned', () => {
  test('are the examples of each kind', () => {
    const found = own.filter(example => example.found.length > 0)
    const missed = found.filter(
      ({ passage, found: [kind] }) => !reader.read(passage).possible.some(possible => possible.kind === kind),
    )
    expect(found.length).toBeGreaterThan(2_500)
    expect(missed.length / found.length).toBeLessThan(0.05)
  })

  test('is what takes something and what does not', () => {
    const part = (examples: Example[]) =>
      examples.filter(({ passage }) => reader.read(passage).takes !== null).length / examples.length
    expect(part(own.filter(({ takes }) => takes === 1))).toBeGreaterThan(0.97)
    expect(part(own.filter(({ takes }) => takes === 0))).toBeLessThan(0.03)
  })

  test('is what takes nothing, but for sentences in a language that it was not taught', () => {
    const nothing = (text: string) => reader.read({ text, heading: '', lead: '' }).nothing
    expect(
      [
        'The documentation was written by volunteers in Graz.',
        'Thanks go to the people who labelled the recordings.',
        '欢迎在讨论区提问。',
        'The weights may be used in any product that our committee has approved.',
        'Only volunteers in Graz may use the weights.',
        '本模型仅供内部测试使用。',
        'Vain tutkimuskäyttöön.',
        'Ticari kullanım yasaktır.',
      ].map(nothing),
    ).toEqual([true, true, true, false, false, false, false, false])
  })

  nightly('comes to the same bytes from the same examples, whatever was learned before', async () => {
    const { labelled } = await script('label')
    const { weightsOf } = await script('learn')
    const some = own.filter((_, at) => at % 30 === 0).map(example => labelled(example))
    const first = encodeWeights(weightsOf(some))
    encodeWeights(weightsOf(some.slice(5)))
    expect(Buffer.compare(encodeWeights(weightsOf(some)), first)).toBe(0)
  })

  test('tells apart what is told apart', async () => {
    const { labelled } = await script('label')
    const { weightsOf } = await script('learn')
    const example = (text: string, takes: number) =>
      labelled({ passage: { text, heading: '', lead: '' }, from: 'takes', found: [], left: [], takes })
    const few = secondReaderOf(
      weightsOf(
        Array.from({ length: 12 }, (_, at) => [
          example(`herons may not read page ${'x'.repeat(at + 1)}`, 1),
          example(`herons may read page ${'x'.repeat(at + 1)}`, 0),
        ]).flat(),
      ),
    )
    const score = (text: string) => few.scores({ text, heading: '', lead: '' }).at(-1) ?? 0
    expect(score('herons may not read')).toBeGreaterThan(score('herons may read') + 1)
  })
})

describe('what it has learned of prose', () => {
  const of = (text: string, surface?: Surface) =>
    reader.prose({ text, heading: '', lead: '', ...(surface === undefined ? {} : { surface }) })

  test('is what takes something on any surface, in the words of a card', () => {
    for (const [text, surface] of [
      ['Use in the European Union is not allowed.', 'prose'],
      ['Commercial use requires a separate license.', 'row'],
      ['Companies have to ask us in writing before they deploy the model.', 'label'],
      ['Only people who have signed our agreement may run the model.', 'comment'],
      ['禁止商用。', 'value'],
    ] as const)
      expect(of(text, surface).is, text).not.toBe('nothing')
  })

  test('is not what programs, shapes and sizes require', () => {
    for (const [text, surface] of [
      ['This step requires a TPU pod.', 'prose'],
      ['You must install the kernels from source.', 'prose'],
      ['Inputs have to be resized to 224x224 pixels, and only RGB is supported.', 'prose'],
      ['Please cite our paper if you use this model.', 'prose'],
      ['Usage', 'heading'],
      ['The weights may be used for any purpose, also in business.', 'prose'],
    ] as const)
      expect(of(text, surface), text).toMatchObject({ is: 'nothing' })
  })

  test('names the kinds that it may be, and takes a surface that is not told for prose', () => {
    const text = 'Whoever earns money with the model needs our written consent: no commercial use.'
    expect(of(text).kinds).toContain('purpose.noncommercial')
    expect(of(text)).toEqual(of(text, 'prose'))
  })

  test('comes to the same bytes from the same sentences, and its weights come back as they were put', async () => {
    const { decodeProse, encodeProse, proseWeights } = await script('prose')
    const some = own
      .filter(({ takes }) => takes !== undefined)
      .slice(0, 300)
      .map(({ passage, takes }, at) => ({
        passage,
        takes,
        surface: SURFACES[at % SURFACES.length],
        times: 1 + (at % 2),
      }))
    const weights = proseWeights(some)
    const file = encodeProse(weights)
    expect(Buffer.compare(encodeProse(proseWeights(some)), file)).toBe(0)
    expect(decodeProse(file)).toMatchObject({ ids: weights.ids, steps: weights.steps, surfaces: weights.surfaces })
  })

  test('changes nothing of what is said of legal sentences', async () => {
    const { joined } = await script('pack')
    const { readProse } = await script('prose')
    const { labelled } = await script('label')
    const { weightsOf } = await script('learn')
    const legal = weightsOf(own.filter((_, at) => at % 60 === 0).map(example => labelled(example)))
    const alone = secondReaderOf(legal)
    const both = secondReaderOf(joined(legal, readProse()))
    for (const { passage } of own.slice(0, 300)) {
      expect(both.scores(passage)).toEqual(alone.scores(passage))
      expect(both.read(passage)).toEqual(alone.read(passage))
    }
  })
})

describe('the labelled sentences of others', () => {
  const bytes = readFileSync(new URL('knowledge/second-reader/readings.bin', root))

  test('are kept as numbers and labels, without a word of them', () => {
    const file = brotliDecompressSync(bytes)
    const end = file.indexOf(10, file.indexOf(10) + 1)
    const head = JSON.parse(file.subarray(file.indexOf(10) + 1, end).toString())
    const names = new Set([...kinds.map(({ id }) => id), 'takes'])
    expect(Object.keys(head).sort()).toEqual(['labels', 'probe'])
    for (const labels of head.labels)
      for (const [name, answer, weight, ...more] of labels) {
        expect(names.has(name), name).toBe(true)
        expect([0, 1]).toContain(answer)
        expect(typeof weight).toBe('number')
        expect(more).toEqual([])
      }
  })

  test('are refused by a reader with other features, and come back as they were put', async () => {
    const { decodeReadings, encodeReadings } = await script('readings')
    const one = {
      groups: [[5, 900, 70_000], [3], [], [2 ** 24 - 1]].map((ids, at) => ({
        size: at + 5,
        ids: Uint32Array.from(ids),
      })),
      labels: [['takes', 1, 1]],
    }
    expect(decodeReadings(encodeReadings([one, one], 'a'), 'a')).toEqual([one, one])
    expect(() => decodeReadings(encodeReadings([one], 'a'), 'b')).toThrow('features of another reader')
  })
})

describe('the invented examples', () => {
  const folder = new URL('knowledge/examples/', root)
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.yml'))
    .map(name => ({
      name: name.replace('.yml', ''),
      says: parse(read(name)) as Record<string, Record<string, string[]>>,
    }))
  const LANGUAGES = ['de', 'en', 'es', 'fr', 'it', 'ja', 'ko', 'pt', 'ru', 'zh']
  const lists = readdirSync(new URL('sentences/', folder)).map(name => read(`sentences/${name}`).trimEnd().split('\n'))
  const sentences = lists.flat().map(line => [{ '-': 'takes', '+': 'nothing' }[line[0] ?? ''] ?? line, line.slice(1)])

  test('are of a kind there is, in ten languages each', () => {
    for (const { name, says } of files) {
      expect(['patterns', ...kinds.map(({ id }) => id)]).toContain(name)
      expect(Object.keys(says).sort(), name).toEqual(LANGUAGES)
      if (name === 'patterns') continue
      for (const own of Object.values(says)) expect(Object.keys(own).sort(), name).toEqual(['found', 'harmless'])
    }
  })

  test('are sentences, each once, and none is said to take something here and nothing there', () => {
    const said = files
      .filter(({ name }) => name !== 'patterns')
      .flatMap(({ says }) => Object.values(says))
      .flatMap(({ found = [], harmless = [] }) => [
        ...found.map(text => ['takes', text]),
        ...harmless.map(text => ['nothing', text]),
      ])
    for (const [says, text] of [...said, ...sentences]) {
      expect(['takes', 'nothing'], text).toContain(says)
      expect(text?.trim(), says).toBeTruthy()
    }
    for (const list of lists) {
      const texts = list.map(line => line.slice(1))
      expect(texts).toEqual([...texts].sort())
    }
    const texts = sentences.map(([, text]) => text)
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
    const taking = new Set([...said, ...sentences].filter(([says]) => says === 'takes').map(([, text]) => text))
    const nothing = [...said, ...sentences].filter(([says]) => says === 'nothing').map(([, text]) => text)
    expect(nothing.filter(text => taking.has(text))).toEqual([])
    expect(sentences.length).toBeGreaterThan(10_000)
  })
})
