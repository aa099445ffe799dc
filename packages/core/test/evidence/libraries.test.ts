import { describe, expect, test } from 'vitest'
import { gathered, withReadme } from './gathered.ts'

const library = (readme: string, files: Parameters<typeof withReadme>[1] = {}) => withReadme(readme, files).library

describe('the public library that runs a model', () => {
  test('is named in the metadata', () => {
    expect(library('---\nlibrary_name: Diffusers\n---\n')).toMatchObject({
      library: { name: 'Diffusers' },
      cited: { key: 'library_name', line: 2 },
    })
  })

  test.each([
    ['from transformers import AutoModel', 'Transformers'],
    ['import sentence_transformers', 'Sentence Transformers'],
    ['pip install -U vllm', 'vLLM'],
    ['$ ollama run heron', 'llama.cpp'],
  ])('is seen in the sample "%s"', (code, name) => {
    const found = library(`# Heron\n\n\`\`\`\n# a comment\n${code}\n\`\`\`\n`)
    expect(found).toMatchObject({ library: { name }, cited: { line: 5, quote: code } })
  })

  test('is told by what it wrote into a configuration', () => {
    const found = library('# Heron\n', { 'config.json': '{"transformers_version": "4.40.0"}' })
    expect(found).toMatchObject({
      library: { name: 'Transformers' },
      cited: { path: 'config.json', key: 'transformers_version' },
    })
  })

  test('is told by the kind of file it runs', () => {
    const found = gathered({ files: { 'README.md': '# Heron\n', 'heron.gguf': {} } }).library
    expect(found).toMatchObject({ library: { name: 'llama.cpp' }, cited: { path: 'heron.gguf' } })
  })

  test.each([
    ['a word of prose', '# Heron\n\nBetter than transformers.\n'],
    ['a library nobody knows', '# Heron\n\n```\nimport reedlib\n```\n'],
    ['a metadata value nobody knows', '---\nlibrary_name: reedlib\n---\n'],
  ])('is not taken from %s', (_, readme) => {
    expect(library(readme)).toBeNull()
  })
})
