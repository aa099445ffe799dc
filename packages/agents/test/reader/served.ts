import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as z from 'zod'
import { whenTestEnds } from '../../../../test/ends.ts'

/** What a served model does with a request. */
export type Reply =
  /** says it, in one piece or in pieces, as it was asked to */
  | { readonly says: string; readonly model?: string; readonly ends?: 'length' | 'content_filter' | 'nothing' }
  /** in one piece, whatever was asked */
  | { readonly whole: string }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** sends these bytes as a stream of events */
  | { readonly events: string }
  /** no answer at all · the beginning of one, and nothing more · half of one, and the connection is gone · without end */
  | 'silent'
  | 'stalls'
  | 'cut'
  | 'endless'

const Schema = z.looseObject({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()) })
const Body = z.looseObject({
  model: z.string(),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user']), content: z.string() })),
  stream: z.boolean().optional(),
  response_format: z.looseObject({ json_schema: z.looseObject({ schema: Schema }) }).optional(),
})

/** One request, as it came. */
export interface Request {
  readonly path: string
  readonly key: string | null
  readonly raw: string
  readonly body: z.infer<typeof Body>
}

export interface ServedModel {
  /** of the wire */
  readonly base: string
  readonly requests: readonly Request[]
  close(): Promise<unknown>
}

const TAGS = [
  { name: 'heron:1b', digest: 'f'.repeat(64) },
  { name: 'egret:latest', digest: 'e'.repeat(64) },
]

/** Serves a model that speaks the OpenAI-compatible wire on this machine until the test ends. */
export async function serveModel(
  reply: (request: Request, before: number) => Reply | Promise<Reply>,
): Promise<ServedModel> {
  const requests: Request[] = []
  const server = createServer(async (incoming, response) => {
    // as Ollama tells which weights a name is for
    if (incoming.url === '/api/tags') return void response.end(JSON.stringify({ models: TAGS }))
    const raw = await textOf(incoming)
    const key = /^Bearer (.*)$/.exec(incoming.headers.authorization ?? '')?.[1] ?? null
    const request = { path: incoming.url ?? '', key, raw, body: Body.parse(JSON.parse(raw)) }
    requests.push(request)
    send(response, await reply(request, requests.length - 1), request)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    return new Promise(done => server.close(done))
  }
  whenTestEnds(close)
  return { base: `http://127.0.0.1:${port}/v1`, requests, close }
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const EVENTS = { 'content-type': 'text/event-stream; charset=utf-8' }

function send(response: ServerResponse, reply: Reply, { body }: Request): void {
  if (reply === 'silent') return
  if (reply === 'stalls') return void response.writeHead(200, EVENTS).write(': wait\n\n')
  if (reply === 'cut') {
    response.writeHead(200, EVENTS).write(`data: ${JSON.stringify(pieceOf('{"q1":', body.model))}\n\n`)
    return void setTimeout(() => response.destroy(), 20)
  }
  if (reply === 'endless') {
    response.writeHead(200, EVENTS)
    const line = `: ${'x'.repeat(65_536)}\n\n`
    const more = () => {
      while (!response.destroyed && response.write(line));
    }
    response.on('drain', more)
    more()
    return
  }
  if ('status' in reply) return void response.writeHead(reply.status, reply.headers).end(reply.body)
  if ('events' in reply) return void response.writeHead(200, EVENTS).end(reply.events)
  if ('whole' in reply) return void response.writeHead(200, { 'content-type': 'application/json' }).end(reply.whole)
  const { says, model = body.model, ends = 'stop' } = reply
  const usage = { prompt_tokens: 400, completion_tokens: 20, total_tokens: 420 }
  if (body.stream) {
    response.writeHead(200, EVENTS)
    // a word may be in two pieces, and a piece in two writes
    for (let at = 0; at < says.length; at += 7) {
      const event = `data: ${JSON.stringify(pieceOf(says.slice(at, at + 7), model))}\n\n`
      response.write(event.slice(0, 20))
      response.write(event.slice(20))
    }
    if (ends !== 'nothing') {
      response.write(`data: ${JSON.stringify({ model, choices: [{ index: 0, delta: {}, finish_reason: ends }] })}\n\n`)
      response.write(`data: ${JSON.stringify({ model, choices: [], usage })}\n\ndata: [DONE]\n\n`)
    }
    return void response.end()
  }
  const message = { role: 'assistant', content: says }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ model, choices: [{ index: 0, message, finish_reason: ends }], usage }))
}

const pieceOf = (content: string, model: string) => ({
  model,
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta: { content }, finish_reason: null }],
})

/** The words that a request marks as the publisher's sentence. */
export const sentenceIn = ({ body }: Request): string =>
  /^SENTENCE <(text-\w+)>\n(.*?)\n<\/\1>$/ms.exec(body.messages[1]?.content ?? '')?.[2] ?? ''

/** Says to every question that is asked what is given, with a quote of the sentence's first words unless told. */
export const answering =
  (answer: string, quote?: string, model?: string) =>
  (request: Request): Reply => {
    const names = request.body.response_format?.json_schema.schema.required ?? ['q1']
    const words = quote ?? sentenceIn(request).split(' ').slice(0, 4).join(' ')
    const says = JSON.stringify(Object.fromEntries(names.map(name => [name, { quote: words, answer }])))
    return { says, ...(model ? { model } : {}) }
  }

/** Says to each question the first of these that it offers. */
export const choosing =
  (...answers: readonly string[]) =>
  (request: Request): Reply => {
    const asked = JSON.stringify(request.body.response_format)
    return answering(answers.find(answer => asked.includes(`"${answer}"`)) ?? 'unclear')(request)
  }
