import { loadKnown } from '@unwash/library/known'
import { describe, expect, test } from 'vitest'
import { auditFromFacts } from '../src/facts.ts'
import { projectClaims } from '../src/groups.ts'

const known = await loadKnown()
const RESTRICTED = 'meta-llama/Llama-3.1-8B'
const OPEN = 'Qwen/Qwen2.5-7B'

/** What a page says of its AI, for a project that uses these models. */
function claimed(sentence: string, ...models: readonly string[]) {
  const used = models.map(id => {
    const cited = { path: 'app.py', line: 1, endLine: 1, quote: `load("${id}")` }
    const group = { of: 'model' as const, id, host: 'hub' }
    const reference = {
      ...group,
      via: 'load',
      why: null,
      role: 'use' as const,
      fallback: false,
      revision: null,
      cited: [cited] as const,
    }
    const audited = auditFromFacts({ ...group, cited: [cited] }, known, '2026-11-24')
    return { group: { ...group, references: [reference] as const }, audited }
  })
  const page = { path: 'README.md', content: `# Desk\n\n${sentence}\n` }
  return projectClaims('Desk', [page], used, [], known.knowledge).map(({ kind, about, check }) => [kind, about, check])
}

describe('what a project says of its AI', () => {
  test.each([
    ['The 100 % open source AI app for your desk.', 'fully-open', 'all'],
    ['A fully open-source AI chat app that runs on your machine.', 'fully-open', 'all'],
    ['Desk is a 100% open source AI assistant.', 'fully-open', 'model'],
    ['Desk uses only open-source models.', 'open-source', 'model'],
    ['All models in Desk are open source.', 'open-source', 'model'],
    ['Powered by open-source LLMs.', 'open-source', 'model'],
    ['Desk 是一个完全开源的 AI 应用。', 'fully-open', 'model'],
  ])('%s', (sentence, kind, about) => {
    expect(claimed(sentence, RESTRICTED)).toEqual([[kind, [about], 'contradicted']])
  })

  test.each([
    'Desk is open source under the MIT license.',
    'An open source app to chat with your documents.',
    'Open source alternative to bigger assistants.',
    'A toolkit to fine-tune open-source LLMs.',
    'Works with open-source and closed models.',
    'Desk does not use open-source models.',
  ])('says nothing of it: %s', sentence => {
    expect(claimed(sentence, RESTRICTED)).toEqual([])
  })

  test('what is said of every model holds no further than for the least open one, of some for any', () => {
    const checks = (sentence: string, ...models: readonly string[]) =>
      claimed(sentence, ...models).map(([, , check]) => check)
    expect(checks('Desk uses only open-source models.', RESTRICTED, OPEN)).toEqual(['contradicted'])
    expect(checks('Powered by open-source LLMs.', RESTRICTED, OPEN)).toEqual(['undetermined'])
    expect(checks('Powered by open-weight models.', OPEN)).toEqual(['supported'])
  })

  test('models that nothing is known of contradict nothing', () => {
    expect(claimed('Desk uses only open-source models.', 'hedgerow/wren-1b')).toEqual([])
  })
})
