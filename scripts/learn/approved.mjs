// Sentences of texts that the OSI has approved: by definition they take nothing.
import { createRequire } from 'node:module'

const { passagesOf } = await import('@unwash/core/documents/legal/index')

export function approvedExamples() {
  const licenses = Object.entries(createRequire(import.meta.url)('spdx-license-list/full'))
    .filter(([, { osiApproved }]) => osiApproved)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  const byWords = new Map()
  for (const [id, { licenseText }] of licenses)
    for (const { lower, heading, lead } of passagesOf(licenseText)) {
      const words = lower.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
      if (words.length < 12) continue
      const known = byWords.get(words)
      if (known === undefined)
        byWords.set(words, {
          from: 'approved',
          passage: { text: lower, heading, lead },
          group: id,
          found: [],
          left: [],
          takes: 0,
          in: [id],
        })
      else if (!known.in.includes(id)) known.in.push(id)
    }
  return [...byWords.values()]
}
