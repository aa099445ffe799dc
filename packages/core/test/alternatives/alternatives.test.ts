import { describe, expect, test } from 'vitest'
import { type ReleaseSetup, releaseOf } from '../../../../test/release.ts'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { suggestAlternatives, suggestByName } from '../../src/alternatives/index.ts'
import { provenOf } from '../../src/alternatives/known.ts'
import { gather } from '../../src/evidence/index.ts'
import type { KnownAlternative } from '../../src/knowledge/schemas/alternatives.ts'
import { isSourced } from '../../src/knowledge/sourced.ts'
import { readDeclared } from '../../src/licenses/declared.ts'
import { resolveId } from '../../src/names/index.ts'
import type { Report, Term } from '../../src/report/report.ts'
import { TERMS, type TermId } from '../../src/report/vocabulary.ts'
import { readUse } from '../../src/uses/stated.ts'

type Audit = NonNullable<KnownAlternative['audit']>

const audited = (term: TermId, license = 'apache-2.0', more: Partial<Audit> = {}): Audit => ({
  of: `https://git.example/${term}/${license}`,
  license,
  term,
  ceiling: term,
  review: [],
  on: '2026-11-24',
  ...more,
})

const GIVEN = { data: 'released', code: 'released', by: 'Sedge Index 2026' } as const

/** An invented family: a text model of the given size. */
const entry = (id: string, more: Partial<KnownAlternative> = {}): KnownAlternative => ({
  publisher: 'Tidewater',
  models: { [`tidewater/${id}-7b`]: null },
  audit: audited('open-weights-ai'),
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

interface Asked {
  readonly of?: Term
  readonly setup?: ReleaseSetup
  readonly use?: string
  /** the license that binds the release */
  readonly under?: string
}

function suggested(
  known: Readonly<Record<string, readonly KnownAlternative[]>>,
  { of = term('weights-available-ai'), setup = { files: CARD }, use, under }: Asked = {},
): Report['alternatives'] {
  const alternatives = Object.entries(known).map(([id, entries]) => ({ id, entries }))
  const stated = use === undefined ? null : readUse(use, knowledge.uses)
  if (stated && 'wrong' in stated) throw new Error(stated.wrong)
  const resolved = under === undefined ? null : resolveId(under, null, knowledge)
  const binding = resolved
    ? [readDeclared(resolved, [{ fact: under ?? '', source: 'invented', seenOn: '2026-11-24' }], knowledge).license]
    : []
  return suggestAlternatives(
    gather(releaseOf(setup), knowledge),
    { term: of, models: [] },
    { ...knowledge, alternatives },
    stated,
    binding,
  )
}
const ids = (all: Report['alternatives']) => all.map(({ model }) => model)

describe('an alternative', () => {
  test('says its license and who judged it, what it is, what is given, and what one gives up', () => {
    const [one] = suggested(
      {
        text: [
          entry('pond', {
            models: { 'tidewater/pond': 1e9 },
            context: 2048,
            languages: ['English'],
            released: '2025-03',
            given: GIVEN,
            audit: audited('open-weights-ai', 'apache-2.0', { ceiling: 'open-source-ai', review: ['G7-D2'] }),
          }),
        ],
      },
      {
        setup: {
          files: {
            'README.md': '---\npipeline_tag: text-generation\nlanguage: [en, de]\n---\n# Heron 7B Instruct\n',
            'config.json': '{"max_position_embeddings": 8192}',
          },
          name: 'heron-7b-instruct',
        },
      },
    )
    expect(one).toEqual({
      model: 'tidewater/pond',
      term: 'open-weights-ai',
      why: 'Apache License 2.0; 1 billion parameters; 2,048 tokens of context; English; 2025-03. training data released, training code released (Sedge Index 2026). Open Source AI if a reviewer confirms G7-D2. one gives up: size (7 billion parameters here); context (8,192 tokens here); German; tuning for instructions or chat. audited on 2026-11-24: https://git.example/open-weights-ai/apache-2.0',
    })
  })

  test.each([
    [
      'its own count goes before that of its family',
      'bloom-1b1',
      '* 1,065,314,304 parameters in all',
      'memory (6.4 times',
      'size',
    ],
    [
      'several sizes: the largest',
      'heron',
      'Heron comes with 2B, 9B and 27B parameters.',
      'size (up to 27 billion',
      'memory',
    ],
    [
      'a card goes before a configuration',
      'heron-7b',
      '| Context length | 4,096 tokens |\n|--|--|\n| Layers | 16 |',
      '',
      'context',
    ],
    [
      'a code sample that talks in turns',
      'heron-7b',
      '```py\ntokenizer.apply_chat_template(x)\n```',
      'tuning',
      'a base',
    ],
    ['a model that sees', 'heron-7b', 'Heron is a multimodal model.', 'reading images', 'size'],
  ])('%s', (_, name, said, lost, not) => {
    const files = {
      'README.md': `---\npipeline_tag: text-generation\n---\n\n# Heron\n\n${said}\n`,
      'config.json': '{"max_position_embeddings": 128000}',
    }
    const why = suggested({ text: [entry('pond', { context: 4096 })] }, { setup: { name, files } })[0]?.why ?? ''
    const [, given = ''] = /one gives up: (.*?)\. audited/.exec(why) ?? []
    expect(given).toContain(lost)
    expect(given).not.toContain(not)
  })

  test('is proven by its own audit, else by the license that a sourced fact has of it, and by nothing else', () => {
    const bare = { publisher: 'x', models: {}, source: 'invented', seenOn: '2026-11-24' }
    expect(provenOf('tidewater/pond', bare, knowledge)).toBeNull()
    expect(provenOf('meta-llama/Llama-3.1-8B', bare, knowledge)).toBeNull()
    // somebody else's model of that name
    expect(provenOf('tidewater/gpt-neox-20b', bare, knowledge)).toBeNull()
    expect(provenOf('EleutherAI/gpt-neox-20b', bare, knowledge)).toMatchObject({ term: 'open-weights-ai' })
    const restricted = { ...bare, audit: audited('weights-available-ai', 'llama3.1') }
    expect(provenOf('tidewater/pond', restricted, knowledge)).toBeNull()
  })

  test('is never suggested for a release that is, or may be, as open, nor where no term is known', () => {
    const whole = { text: [entry('pond', { given: GIVEN })] }
    expect(ids(suggested(whole, { of: term('open-weights-ai') }))).toEqual(['tidewater/pond-7b'])
    expect(suggested(whole, { of: term('open-weights-ai', 'open-source-ai') })).toEqual([])
    expect(suggested(whole, { of: term('open-source-ai') })).toEqual([])
    expect(suggested({ text: [entry('reed')] }, { of: term('open-weights-ai') })).toEqual([])
    for (const id of ['no-model', 'undetermined'] as const)
      expect(suggested(whole, { of: term(id, 'open-weights-ai') })).toEqual([])
  })

  test('does the same task; a near one comes after it', () => {
    const all = { text: [entry('pond')], code: [entry('reed')], 'speech-recognition': [entry('lark')] }
    expect(ids(suggested(all))).toEqual(['tidewater/pond-7b'])
    const setup = { name: 'heron-coder-7b', files: CARD }
    expect(ids(suggested(all, { setup }))).toEqual(['tidewater/reed-7b', 'tidewater/pond-7b'])
  })

  test('that is whole comes first where it fits as well, else second; of several sizes the nearest is named', () => {
    const sizes = { 'tidewater/pond-1b': null, 'tidewater/pond-6b': null, 'tidewater/pond-70b': null }
    const near = entry('pond', { models: sizes })
    const far = entry('reed', { models: { 'tidewater/reed-1b': null }, given: GIVEN })
    const coder = entry('lark', { given: GIVEN })
    expect(ids(suggested({ text: [near, far], code: [coder] }))).toEqual(['tidewater/pond-6b', 'tidewater/reed-1b'])
    const fitting = entry('reed', { models: { 'tidewater/reed-4b': null }, given: GIVEN })
    expect(ids(suggested({ text: [near, fitting] }))).toEqual(['tidewater/reed-4b', 'tidewater/pond-6b'])
    const others = ['a', 'b', 'c'].map(id => entry(id))
    expect(ids(suggested({ text: [...others, far] }))[1]).toBe('tidewater/reed-1b')
  })

  test('is tuned as what is sought is before it is whole, and says where it is not', () => {
    const setup = { name: 'heron-7b-instruct', files: CARD }
    const base = entry('reed', { given: GIVEN })
    const tuned = entry('pond', { models: { 'tidewater/pond-7b-chat': null } })
    const reasoning = entry('lark', { models: { 'tidewater/lark-7b-think': null } })
    const both = entry('rush', { models: { 'tidewater/rush-7b': null, 'tidewater/rush-7b-Base': null } })
    expect(ids(suggested({ text: [base, reasoning, tuned] }, { setup }))).toEqual([
      'tidewater/pond-7b-chat',
      'tidewater/reed-7b',
      'tidewater/lark-7b-think',
    ])
    expect(suggested({ text: [base] }, { setup })[0]?.why).toContain('gives up: tuning for instructions or chat')
    expect(suggested({ text: [tuned] })[0]?.why).toContain('gives up: a base')
    expect(ids(suggested({ text: [both] }, { setup }))).toEqual(['tidewater/rush-7b'])
    expect(ids(suggested({ text: [both] }))).toEqual(['tidewater/rush-7b-Base'])
  })

  test('says what it costs to be larger, and what is not stated; what is known is named first', () => {
    const files = {
      'README.md': '---\npipeline_tag: text-generation\nlanguage: [en, de]\n---\n# Heron 7B\n',
      'config.json': '{"max_position_embeddings": 8192}',
    }
    const silent = entry('reed', { models: { 'tidewater/reed': null }, given: GIVEN })
    const larger = { models: { 'tidewater/pond-14b': null }, languages: ['English', 'German'], context: 8192 }
    const [first, second] = suggested({ text: [silent, entry('pond', larger)] }, { setup: { files } })
    expect(first?.model).toBe('tidewater/pond-14b')
    expect(first?.why).toContain('gives up: memory (2 times the parameters). ')
    expect(second?.why).toContain(
      'gives up: size (not stated; 7 billion parameters here); context (not stated; 8,192 tokens here); ' +
        'languages (not stated; 2 here). ',
    )
  })

  test('has a context of half before one of less, and is of its time before one of an earlier', () => {
    const files = { ...CARD, 'config.json': '{"max_position_embeddings": 8192}' }
    const short = entry('reed', { context: 2048, given: GIVEN })
    expect(ids(suggested({ text: [short, entry('pond', { context: 8192 })] }, { setup: { files } }))[0]).toBe(
      'tidewater/pond-7b',
    )
    const old = entry('reed', { released: '2020-01', given: GIVEN })
    expect(ids(suggested({ text: [old, entry('pond', { released: '2025-01' })] }))[0]).toBe('tidewater/pond-7b')
  })

  test('does what the sought one does and what not all do, or that is given up', () => {
    const sought = [{ named: ['heron'], does: ['reading images'], source: 'invented', seenOn: '2026-11-30' }]
    const blind = entry('reed', { given: GIVEN })
    const seeing = entry('pond', { does: ['reading images'] })
    const alternatives = [{ id: 'text', sought, entries: [blind, seeing] }]
    const found = suggestByName({ id: 'harbor/heron-7b', host: 'hub' }, null, { ...knowledge, alternatives }, null, [])
    expect(ids(found)).toEqual(['tidewater/pond-7b', 'tidewater/reed-7b'])
    expect(found[1]?.why).toContain('gives up: reading images.')
  })

  test('is of the size that a name tells, before that of its line', () => {
    const sought = [{ named: ['heron'], parameters: 7e10, source: 'invented', seenOn: '2026-11-30' }]
    const models = { 'tidewater/pond-7b': null, 'tidewater/pond-70b': null }
    const alternatives = [{ id: 'text', sought, entries: [entry('pond', { models })] }]
    const of = (id: string) => suggestByName({ id, host: 'hub' }, null, { ...knowledge, alternatives }, null, [])
    expect(ids(of('harbor/heron-8b'))).toEqual(['tidewater/pond-7b'])
    expect(ids(of('harbor/heron-large'))).toEqual(['tidewater/pond-70b'])
  })

  test('is of a middle size where nobody knows the size, and a large one where a service runs it', () => {
    const models = { 'tidewater/pond-1b': null, 'tidewater/pond-7b': null, 'tidewater/pond-400b': null }
    const sought = [{ named: ['heron'], source: 'invented', seenOn: '2026-11-30' }]
    const alternatives = [{ id: 'text', sought, entries: [entry('pond', { models })] }]
    const of = (host: string) =>
      suggestByName({ id: 'harbor/heron', host }, null, { ...knowledge, alternatives }, null, [])
    expect(ids(of('hub'))).toEqual(['tidewater/pond-7b'])
    expect(ids(of('hosted'))).toEqual(['tidewater/pond-400b'])
  })

  test('does a task beside that of its own, where it is known to', () => {
    const files = { 'README.md': '---\npipeline_tag: image-text-to-text\n---\n# Heron 7B\n' }
    const known = { text: [entry('pond', { also: ['image-language'] }), entry('reed')] }
    expect(ids(suggested(known, { setup: { files } }))).toEqual(['tidewater/pond-7b'])
  })

  test('has as many languages before it is near in size, where many are sought', () => {
    const files = { 'README.md': '---\npipeline_tag: text-generation\nlanguage: [en, de, fr, it]\n---\n# Heron 7B\n' }
    const english = entry('reed', { languages: ['English'], given: GIVEN })
    const many = entry('pond', { models: { 'tidewater/pond-1b': null }, languages: 40 })
    expect(ids(suggested({ text: [english, many] }, { setup: { files } }))).toEqual([
      'tidewater/pond-1b',
      'tidewater/reed-7b',
    ])
    expect(ids(suggested({ text: [english, many] }))).toEqual(['tidewater/reed-7b', 'tidewater/pond-1b'])
  })

  test('is one of three at most, and not the release itself', () => {
    const many = ['a', 'b', 'c', 'd'].map(id => entry(id))
    expect(ids(suggested({ text: many }))).toHaveLength(3)
    const own = { name: 'A-7B', publisher: 'Tidewater', files: CARD }
    expect(suggested({ text: many.slice(0, 1) }, { of: term('unlicensed-weights'), setup: own })).toEqual([])
  })

  test('is not suggested where nothing tells the task', () => {
    const bare = { name: 'heron', files: { 'README.md': '# Heron\n\nA bird.\n' } }
    expect(suggested({ text: [entry('pond')] }, { of: term('closed-ai'), setup: bare })).toEqual([])
  })
})

describe('for a use that is stated', () => {
  const copyleft = entry('reed', { audit: audited('open-weights-ai', 'agpl-3.0') })

  test('none is suggested whose license asks for anything where it is used so', () => {
    expect(ids(suggested({ text: [copyleft] }))).toEqual(['tidewater/reed-7b'])
    expect(suggested({ text: [copyleft] }, { use: 'commercial,integrate' })).toEqual([])
    expect(ids(suggested({ text: [copyleft, entry('pond')] }, { use: 'redistribute' }))).toEqual(['tidewater/pond-7b'])
  })

  test('what is open for it stands in for what is as open and is not', () => {
    const of = term('open-weights-ai')
    const known = { text: [entry('pond')] }
    expect(suggested(known, { of, under: 'agpl-3.0' })).toEqual([])
    expect(ids(suggested(known, { of, under: 'agpl-3.0', use: 'integrate' }))).toEqual(['tidewater/pond-7b'])
    expect(suggested(known, { of, under: 'mit', use: 'integrate' })).toEqual([])
  })
})

describe('what is known of alternatives', () => {
  const all = knowledge.alternatives.flatMap(({ id, entries }) => entries.map(one => ({ task: id, ...one })))

  test('every model stands once, is proven to be open, and its audit to be no more than that', () => {
    const models = all.flatMap(one => Object.keys(one.models).map(id => ({ id, one })))
    expect(models.filter(({ id, one }) => provenOf(id, one, knowledge) === null).map(({ id }) => id)).toEqual([])
    expect(models.length).toBeGreaterThanOrEqual(150)
    expect(new Set(models.map(({ id }) => id.toLowerCase())).size).toBe(models.length)
    expect(new Set(all.map(({ task }) => task)).size).toBeGreaterThanOrEqual(15)
    for (const { audit } of all)
      if (audit) expect(TERMS.indexOf(audit.term), audit.of).toBeLessThanOrEqual(TERMS.indexOf('open-weights-ai'))
  })

  test('every fact was read somewhere', () => {
    const told = all.flatMap(({ source, given }) => [source, ...(given ? [given.by] : [])])
    expect(told.filter(source => !isSourced(source))).toEqual([])
  })

  test.each([
    ['meta-llama/Llama-3.1-8B-Instruct', 'weights-available-ai', 'commercial,users=1e9', 'text'],
    ['codellama/CodeLlama-7b-hf', 'weights-available-ai', 'commercial', 'code'],
    ['facebook/nllb-200-3.3B', 'weights-available-ai', 'commercial', 'translation'],
    ['facebook/mms-1b-all', 'weights-available-ai', 'commercial', 'speech-recognition'],
    ['black-forest-labs/FLUX.1-dev', 'weights-available-ai', 'commercial', 'image-generation'],
    ['tencent/HunyuanVideo', 'weights-available-ai', 'commercial,eu', 'video-generation'],
    ['facebook/sam3', 'weights-available-ai', 'any-purpose', 'segmentation'],
    ['google-deepmind/alphafold3', 'weights-available-ai', 'commercial', 'protein-structure'],
  ] as const)('%s is stood in for by a model of the same task', (id, than, words, task) => {
    const use = readUse(words, knowledge.uses)
    if ('wrong' in use) throw new Error(use.wrong)
    const [first] = suggestByName({ id, host: 'hub' }, { id: than, ceiling: than }, knowledge, use, [])
    expect(all.find(one => Object.hasOwn(one.models, first?.model ?? ''))?.task).toBe(task)
  })
})
