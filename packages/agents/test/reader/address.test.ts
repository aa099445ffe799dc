import { describe, expect, test } from 'vitest'
import { readerAddress } from '../../src/reader/address.ts'

describe('a reader is named by its provider and model', () => {
  test.each([
    ['openai:gpt-5-mini', { OPENAI_API_KEY: 'k' }, ['openai', 'gpt-5-mini', 'https://api.openai.com/v1', 'k', false]],
    [
      'openai:m',
      { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'https://models.example.org/api/v1/' },
      ['openai', 'm', 'https://models.example.org/api/v1', 'k', false],
    ],
    ['ollama:qwen3:8b', {}, ['ollama', 'qwen3:8b', 'http://127.0.0.1:11434/v1', null, true]],
    ['ollama:m', { OLLAMA_HOST: '0.0.0.0:9000' }, ['ollama', 'm', 'http://127.0.0.1:9000/v1', null, true]],
    ['ollama:m', { OLLAMA_HOST: ':9000' }, ['ollama', 'm', 'http://127.0.0.1:9000/v1', null, true]],
    ['ollama:m', { OLLAMA_HOST: 'gpu.example.org' }, ['ollama', 'm', 'http://gpu.example.org:11434/v1', null, false]],
    [
      'ollama:m',
      { OLLAMA_HOST: 'https://gpu.example.org/' },
      ['ollama', 'm', 'https://gpu.example.org/v1', null, false],
    ],
    ['ollama:m', { OPENAI_API_KEY: 'k' }, ['ollama', 'm', 'http://127.0.0.1:11434/v1', null, true]],
    ['llamacpp:any', {}, ['llamacpp', 'any', 'http://127.0.0.1:8080/v1', null, true]],
    ['vllm:Qwen/Qwen3-8B', {}, ['vllm', 'Qwen/Qwen3-8B', 'http://127.0.0.1:8000/v1', null, true]],
    [
      'https://models.example.org/v1#org/model',
      { OPENAI_API_KEY: 'k' },
      ['models.example.org', 'org/model', 'https://models.example.org/v1', null, false],
    ],
    [
      'http://localhost:1234/v1/#m',
      { UNWASH_READER_KEY: 'own' },
      ['localhost:1234', 'm', 'http://localhost:1234/v1', 'own', true],
    ],
  ] as const)('%s with %j', (words, environment, [provider, model, base, key, local]) => {
    const tags = provider === 'ollama' ? { tags: base.replace(/\/v1$/, '/api/tags') } : {}
    expect(readerAddress(words, environment)).toEqual({ provider, model, base, key, local, ...tags })
  })

  test.each([
    '',
    'openai',
    'openai:',
    'elsewhere:m',
    'org/model',
    'https://models.example.org/v1',
    'https://user:word@models.example.org/v1#m',
    'file:///etc#m',
    'ollama:a b',
    'ollama:a\u001b[2J',
  ])('"%s" names none', words => {
    expect(() => readerAddress(words, { OPENAI_API_KEY: 'k' })).toThrow(/^no model is named by/)
  })

  test('a key does not go in the clear', () => {
    const environment = { UNWASH_READER_KEY: 'own' }
    expect(() => readerAddress('http://models.example.org/v1#m', environment)).toThrow(
      'a key would be sent in the clear to "http://models.example.org": give an https address, or no key',
    )
  })
})
