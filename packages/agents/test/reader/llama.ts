import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Llama } from 'node-llama-cpp'
import { whenFileEnds } from '../../../../test/ends.ts'
import { tinyModel } from './gguf.ts'

/** What is read of a request. */
interface Asked {
  readonly model: string
  readonly messages: readonly { readonly content: string }[]
  readonly max_tokens: number
  readonly temperature: number
  readonly seed: number
  readonly response_format?: {
    readonly json_schema: { readonly schema: Parameters<Llama['createGrammarForJsonSchema']>[0] }
  }
}

/** llama.cpp by its addresses: one where it is held to the schema it is sent, one where it is not. */
interface ServedLlama {
  readonly strict: string
  readonly loose: string
}

/** Serves llama.cpp with a model made here, over the OpenAI-compatible wire, until the tests of the file have ended. */
export async function serveLlama(): Promise<ServedLlama> {
  const { getLlama, LlamaCompletion } = await import('node-llama-cpp')
  const folder = mkdtempSync(join(tmpdir(), 'unwash-llama-'))
  const modelPath = join(folder, 'heron-tiny.gguf')
  writeFileSync(modelPath, tinyModel())
  const llama = await getLlama({ gpu: false, build: 'never', skipDownload: true })
  const model = await llama.loadModel({ modelPath })
  // one thread: others would wait for each other on a busy machine, a second for each word
  const context = await model.createContext({ contextSize: 8192, threads: 1 })
  const contextSequence = context.getSequence()

  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const asked: Asked = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    const schema = incoming.url?.startsWith('/loose/') ? undefined : asked.response_format?.json_schema.schema
    const grammar = schema && (await llama.createGrammarForJsonSchema(schema))
    const completion = new LlamaCompletion({ contextSequence, autoDisposeSequence: false })
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const say = (choice: object) => {
      const piece = { model: asked.model, system_fingerprint: llama.llamaCppRelease.release, choices: [choice] }
      response.write(`data: ${JSON.stringify(piece)}\n\n`)
    }
    const { metadata } = await completion.generateCompletionWithMeta(
      asked.messages.map(({ content }) => content).join('\n\n'),
      {
        ...(grammar ? { grammar } : {}),
        maxTokens: asked.max_tokens,
        temperature: asked.temperature,
        seed: asked.seed,
        onTextChunk: content => say({ index: 0, delta: { content }, finish_reason: null }),
      },
    )
    say({ index: 0, delta: {}, finish_reason: metadata.stopReason === 'maxTokens' ? 'length' : 'stop' })
    response.end('data: [DONE]\n\n')
    completion.dispose()
    await contextSequence.clearHistory()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  whenFileEnds(async () => {
    server.closeAllConnections()
    await new Promise(done => server.close(done))
    await llama.dispose()
    rmSync(folder, { recursive: true, force: true })
  })
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { strict: `${at}/v1`, loose: `${at}/loose/v1` }
}
