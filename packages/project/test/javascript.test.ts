import { describe, expect, test } from 'vitest'
import { foundIn, told } from './found.ts'

describe('a name in JavaScript', () => {
  test('stands in the call, by position or in an object', () => {
    const code = `import { pipeline } from '@huggingface/transformers'
import { ChatOllama } from '@langchain/ollama'
const embed = await pipeline('feature-extraction', 'hedgerow/embed-small', { dtype: 'q8' })
const chat = new ChatOllama({ model: 'wren', temperature: 0 })
await client.chat.completions.create({ model: 'gpt-4o', messages })
`
    expect(told(foundIn({ 'app.js': code }))).toEqual([
      'app.js:3 model hedgerow/embed-small at hub',
      'app.js:4 model wren at ollama',
      'app.js:5 model gpt-4o at hosted',
    ])
  })

  test('is followed through constants, templates, defaults and another file', () => {
    const files = {
      'src/config.ts': "export const MODELS = { small: 'hedgerow/wren-1b' } as const\nexport const SIZE = '7b'\n",
      'src/app.ts': `import { pipeline } from '@huggingface/transformers'
import { MODELS, SIZE } from './config.js'
const chosen = process.env.MODEL ?? 'hedgerow/finch'
await pipeline('text-generation', MODELS.small)
await pipeline('text-generation', \`hedgerow/robin-\${SIZE}\`)
await pipeline('text-generation', chosen)
export async function load({ model = 'hedgerow/heron' } = {}) {
  return AutoModel.from_pretrained(model)
}
`,
    }
    expect(told(foundIn(files))).toEqual([
      'src/app.ts:4 model hedgerow/wren-1b at hub',
      'src/app.ts:5 model hedgerow/robin-7b at hub',
      'src/app.ts:6 model hedgerow/finch at hub',
      'src/app.ts:8 model hedgerow/heron at hub',
    ])
  })

  test('is not there where a name is compared with, or is a type', () => {
    const code = `type Model = 'gpt-4o' | 'gpt-4o-mini'
if (model.startsWith('gpt-4o') || model === 'gpt-4-turbo') limit = 4
switch (model) { case 'gpt-4.1': break }
`
    expect(told(foundIn({ 'app.ts': code }))).toEqual([])
  })

  test('of another library that has a word in common is left alone', () => {
    const code = `import { pipeline } from 'node:stream/promises'
await pipeline(source, target)
const user = await prisma.user.create({ data: { model: 'T' } })
const post = { model: 'blog/post', content_type: 'application/json' }
`
    expect(told(foundIn({ 'app.js': code }))).toEqual(['app.js:4 model blog/post at hub'])
  })
})
