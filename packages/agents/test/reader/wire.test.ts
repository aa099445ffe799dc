import type { Patience } from '@unwash/sources/http/limits'
import { describe, expect, test } from 'vitest'
import type { ReaderAddress } from '../../src/reader/address.ts'
import { chatOf } from '../../src/reader/prompt.ts'
import { type WireOptions, wireTo } from '../../src/reader/wire.ts'
import { aQuestion } from './questions.ts'
import { answering, type Reply, type ServedModel, serveModel } from './served.ts'

/** short enough for a test, long enough for a busy machine */
const BRIEF: Patience = { silence: 5_000, answer: 60_000, tries: 3, pause: 10, waiting: 10_000 }

const at = ({ base }: ServedModel, key: string | null = null): ReaderAddress => ({
  provider: 'served',
  model: 'heron:1b',
  base,
  key,
  local: true,
})
const chat = chatOf([aQuestion()])
const askedOf = (model: ServedModel, options: WireOptions = {}, key: string | null = null) =>
  wireTo(at(model, key), { patience: BRIEF, ...options }).ask(chat)

/** Replies with each in turn, and with the last from then on. */
const inTurn =
  (...replies: readonly Reply[]) =>
  (_: unknown, before: number): Reply =>
    replies[Math.min(before, replies.length - 1)] ?? 'silent'

const good: Reply = { says: '{"q1": {"quote": "The weights", "answer": "commercial"}}' }

describe('what is sent', () => {
  test('is one request with the schema, cold and seeded, its key in a header alone', async () => {
    const model = await serveModel(answering('nothing'))
    await askedOf(model, {}, 'invented-key')
    const [request] = model.requests
    expect(request).toMatchObject({ path: '/v1/chat/completions', key: 'invented-key' })
    expect(request?.raw).not.toContain('invented-key')
    expect(request?.body).toMatchObject({
      model: 'heron:1b',
      temperature: 0,
      seed: 7,
      stream: true,
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    })
    expect(request?.raw).toBe(JSON.stringify(wireTo(at(model)).bodyOf(chat)))
  })

  test('goes without what a server refuses by name, from then on', async () => {
    const refused = ['stream_options', 'seed', 'temperature', 'response_format']
    const model = await serveModel(({ raw }) => {
      const named = refused.find(name => raw.includes(`"${name}":`))
      if (raw.includes('"max_tokens"'))
        return { status: 400, body: '{"error":{"message":"\'max_tokens\': use \'max_completion_tokens\' instead."}}' }
      return named ? { status: 422, body: `{"detail":[{"loc":["body","${named}"]}]}` } : good
    })
    const wire = wireTo(at(model), { patience: BRIEF })
    expect(await wire.ask(chat)).toMatchObject({ is: 'answer' })
    expect(model.requests).toHaveLength(6)
    expect(Object.keys(JSON.parse(model.requests[5]?.raw ?? '{}'))).toEqual([
      'model',
      'messages',
      'max_completion_tokens',
      'stream',
    ])
    await wire.ask(chat)
    expect(model.requests).toHaveLength(7)
  })
})

describe('what is heard', () => {
  test('comes in pieces or as a whole', async () => {
    const heard = {
      is: 'answer',
      text: '{"q1": {"quote": "The weights", "answer": "commercial"}}',
      version: ['heron:1b'],
      tokens: { in: 400, out: 20 },
    }
    expect(await askedOf(await serveModel(() => good))).toEqual(heard)
    const stubborn = await serveModel(({ raw }) =>
      raw.includes('"stream":true') ? { status: 400, body: '{"error":"stream is not known here"}' } : good,
    )
    expect(await askedOf(stubborn)).toEqual(heard)
    const whole = { model: 'heron:1b', choices: [{ message: { content: heard.text }, finish_reason: 'stop' }] }
    expect(await askedOf(await serveModel(() => ({ whole: JSON.stringify(whole) })))).toEqual({
      ...heard,
      tokens: null,
    })
  })

  test('thoughts that come apart are left out', async () => {
    const events = [
      { choices: [{ delta: { role: 'assistant', reasoning_content: 'Hm. "answer": "nothing"' } }] },
      { choices: [{ delta: { content: '{}' } }] },
      { choices: [{ delta: {}, finish_reason: 'stop' }] },
    ]
    const told = [': a comment', ...events.map(one => `data: ${JSON.stringify(one)}`), 'data: [DONE]', ''].join(
      '\r\n\r\n',
    )
    expect(await askedOf(await serveModel(() => ({ events: told })))).toMatchObject({ is: 'answer', text: '{}' })
    const unsaid = told.slice(told.indexOf('data:'))
    expect(await askedOf(await serveModel(() => ({ whole: unsaid })))).toMatchObject({ is: 'answer', text: '{}' })
  })

  test.each<[string, Reply, string]>([
    ['no JSON', { whole: 'It works!' }, 'answers with something else than a completion'],
    ['other JSON', { whole: '[1, 2]' }, 'answers with something else than a completion'],
    ['JSON nested without end', { whole: '['.repeat(9_999) }, 'answers with something else than a completion'],
    ['events that are none', { events: 'data: {"choices": 7}\n\n' }, 'answers with something else than a completion'],
    ['an end by its length', { says: '{"q1":', ends: 'length' }, 'does not come to an end with its answer'],
    ['a filter', { says: '', ends: 'content_filter' }, 'does not want to answer'],
    ['an answer without end', 'endless', 'answers with more than 8 MB'],
    [
      'words without end',
      { whole: JSON.stringify({ choices: [{ message: { content: 'x'.repeat(300_000) } }] }) },
      'answers at greater length than any answer has',
    ],
    [
      'another place',
      { status: 307, headers: { location: 'http://localhost:1/v1' } },
      'sends the question on to another place (307)',
    ],
    [
      'a plain no',
      { status: 404, body: '{"error":{"message":"model \\"heron\\" not found"}}' },
      'answers 404: model "heron" not found',
    ],
  ])('%s is told, and not tried again', async (_, reply, says) => {
    const model = await serveModel(() => reply)
    expect(await askedOf(model)).toMatchObject({ is: 'trouble', passing: false, says })
    expect(model.requests).toHaveLength(1)
  })

  test.each<[string, Reply]>([
    ['too many requests', { status: 429, headers: { 'retry-after': '0' } }],
    ['a server that fails', { status: 500, body: '<html>' }],
    ['one that is overloaded', { status: 503 }],
    ['a connection that is cut', 'cut'],
    ['a stream that breaks off', { says: '{"q1": {"qu', ends: 'nothing' }],
    ['an error in a stream', { events: 'data: {"error":{"message":"out of memory"}}\n\n' }],
  ])('%s may pass, and is tried again', async (_, reply) => {
    const model = await serveModel(inTurn(reply, reply, good))
    expect(await askedOf(model)).toMatchObject({ is: 'answer' })
    expect(model.requests).toHaveLength(3)
    const never = await serveModel(() => reply)
    expect(await askedOf(never)).toMatchObject({ is: 'trouble', passing: true })
    expect(never.requests).toHaveLength(3)
  })

  test.each<Reply>(['silent', 'stalls'])('a server that is %s is not waited for without end', async reply => {
    const model = await serveModel(() => reply)
    const patience = { ...BRIEF, silence: 200, tries: 2 }
    expect(await askedOf(model, { patience })).toMatchObject({ is: 'trouble', says: 'gives no whole answer in time' })
    expect(model.requests).toHaveLength(2)
  })

  test('a server that asks to wait for too long is left alone, and a wait is told', async () => {
    const model = await serveModel(() => ({ status: 429, headers: { 'retry-after': '3600' } }))
    expect(await askedOf(model)).toMatchObject({ says: 'answers 429, and asks to wait for too long' })
    expect(model.requests).toHaveLength(1)
  })

  test('a server that repeats the key does not make us show it', async () => {
    const model = await serveModel(({ key }) => ({ status: 401, body: `{"error":{"message":"bad key ${key}"}}` }))
    expect(await askedOf(model, {}, 'invented-key')).toMatchObject({ says: 'answers 401: bad key …', status: 401 })
  })

  test('nobody there', async () => {
    const model = await serveModel(() => good)
    await model.close()
    expect(await askedOf(model)).toMatchObject({ is: 'trouble', says: 'is not reached (ECONNREFUSED)' })
  })

  test('whoever waits may be called off', async () => {
    const stop = new AbortController()
    const model = await serveModel(() => {
      stop.abort(new Error('enough'))
      return 'silent'
    })
    await expect(askedOf(model, { signal: stop.signal })).rejects.toThrow('enough')
  })
})
