// Finding and checking the claims of model cards of 10 KB, one after the other on one core. The cards are invented; one
// sentence in twenty speaks of openness, as in real ones.

import { claimsOf } from '@unwash/core/claims/index'
import { readDocument } from '@unwash/core/documents/index'
import { collectFindings } from '@unwash/core/verdict/index'
import { loadKnowledge } from '@unwash/knowledge/load'

const SAID = [
  'Wren is an open-source language model for long documents.',
  'The weights are released under the Apache 2.0 license.',
  'Wren outperforms existing open-source models on all of them.',
  'We plan to open-source the larger model next year.',
  '我们开源了全部模型权重。',
]
const PROSE = [
  'The model was trained on a mixture of web pages, books and code, filtered by a classifier of its own.',
  'Use the snippet below to load it, and set the temperature between 0.6 and 0.8 for the best answers.',
  '| Benchmark | Wren | Heron |\n| --- | --- | --- |\n| Reading | 71.2 | 69.8 |\n| Sums | 55.1 | 60.3 |',
  '```python\nfrom wren import load\n\nmodel = load("wren-7b")\nprint(model.answer("How tall is a heron?"))\n```',
  '- It may be wrong about recent events, and it was not made to give medical or legal advice.',
]

const knowledge = await loadKnowledge()
const cards = Array.from({ length: Number(process.env.COUNT ?? 200) }, (_, index) => card(index))
const documents = cards.map(content =>
  readDocument({ path: 'README.md', content, encoding: 'utf-8', truncated: false }),
)
const term = {
  id: 'open-weights-ai',
  label: 'Open Weights AI',
  aliases: [],
  facets: [],
  floor: 'open-weights-ai',
  ceiling: 'open-weights-ai',
  review: [],
  because: [],
  toMoveUp: [],
}
const facts = {
  name: 'wren',
  term,
  models: [{ name: 'wren', places: [], term }],
  components: [],
  licenses: [],
  evaluations: [],
}

const voice = { names: ['wren'], owners: ['hedgerow'] }
const rates = [1, 2, 3, 4, 5].map(() => {
  const started = process.cpuUsage()
  const found = documents.reduce(
    (sum, document) => sum + claimsOf([document], { voice, facts, findings: collectFindings() }, knowledge).length,
    0,
  )
  const { user, system } = process.cpuUsage(started)
  if (found === 0) throw new Error('no claim was found: nothing was measured')
  return cards.length / ((user + system) / 1e6)
})
const bytes = Math.round(cards.reduce((sum, content) => sum + Buffer.byteLength(content), 0) / cards.length)
console.log(
  `${Math.round(rates.sort((one, other) => one - other)[2])} cards per second and core, of ${bytes} bytes each (median of 5 runs over ${cards.length} cards; finding and checking, not parsing)`,
)

function card(seed) {
  const parts = [`# Wren ${seed}`]
  let length = 0
  for (let at = 0; length < 10_000; at++) {
    const part = at % 20 === 7 ? SAID[(seed + at) % SAID.length] : PROSE[(seed * 7 + at * 3) % PROSE.length]
    parts.push(at % 12 === 0 ? `## Part ${at}\n\n${part}` : part)
    length += part.length
  }
  return parts.join('\n\n')
}
