import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { kinds } from '../../src/licenses/clauses/index.ts'

const folder = new URL('../../knowledge/clauses/', import.meta.url)
const view = z.strictObject({
  severity: z.enum(['block', 'ask', 'warn', 'ok']),
  rows: z.array(z.string().regex(/^(?:OSAID-[A-Z]\d|OSD-\d{1,2}|EU-[A-Z]\d[a-d]?)$/)),
  note: z.string().min(1).optional(),
})
const facts = z.strictObject({
  id: z.string(),
  name: z.string().min(1),
  definition: z.string().min(20),
  frameworks: z.strictObject({ osaid: view, osd: view, mof: view, eu: view }),
  adoption: z.strictObject({
    level: z.enum(['critical', 'high', 'medium', 'low', 'none', 'positive']),
    note: z.string().min(1),
  }),
  obligation: z
    .strictObject({ when: z.string().min(1), do: z.string().min(1), with: z.string().min(1).optional() })
    .optional(),
  seenIn: z.array(z.string()),
  source: z.string().min(1),
  seenOn: z.iso.date(),
})
const weight = { block: 'blocks', ask: 'asks', warn: 'harmless', ok: 'harmless' } as const

describe('what is known of each kind of clause', () => {
  const files = readdirSync(folder).filter(name => name.endsWith('.yml'))

  test('there is a file for every kind, and a kind for every file', () => {
    expect(files.map(name => name.slice(0, -4)).sort()).toEqual(kinds.map(kind => kind.id).sort())
  })

  for (const name of files) {
    test(`${name} says what each framework makes of it`, () => {
      const read = facts.parse(parse(readFileSync(new URL(name, folder), 'utf8')))
      expect(`${read.id}.yml`).toBe(name)
      const kind = kinds.find(({ id }) => id === read.id)
      if (kind) expect(weight[read.frameworks.osaid.severity], 'weighs as the definition does').toBe(kind.weighs)
      const blocks = Object.values(read.frameworks).some(({ severity }) => severity === 'block')
      if (read.frameworks.osaid.severity === 'block') expect(read.frameworks.osaid.rows.length).toBeGreaterThan(0)
      if (read.adoption.level === 'positive') expect(blocks).toBe(false)
    })
  }
})
