import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { knownClause } from '../../src/knowledge/schemas/clauses.ts'

const folder = new URL('../../../../knowledge/clauses/', import.meta.url)
const view = z.strictObject({
  severity: z.enum(['block', 'ask', 'warn', 'ok']),
  rows: z.array(z.string().regex(/^(?:OSAID-[A-Z]\d|OSD-\d{1,2}|EU-[A-Z]\d[a-d]?)$/)),
  note: z.string().min(1).optional(),
})
const stricter = z.object({
  definition: z.string().min(20),
  looksFor: z.string().min(20),
  falseFriends: z.string().min(20),
  frameworks: z.strictObject({ osaid: view, osd: view, mof: view, eu: view }),
  adoption: z.strictObject({
    level: z.enum(['critical', 'high', 'medium', 'low', 'none', 'positive']),
    note: z.string().min(1),
  }),
})

describe('what is known of each kind of clause', () => {
  const files = readdirSync(folder).filter(name => name.endsWith('.yml'))

  for (const name of files) {
    test(`${name} says what each framework makes of it`, () => {
      const read = knownClause.parse(parse(readFileSync(new URL(name, folder), 'utf8')))
      stricter.parse(read)
      expect(`${read.id}.yml`).toBe(name)
      const { osaid } = read.frameworks
      if (read.weighs === 'blocks') expect(read.against, 'what it limits').not.toEqual([])
      const blocks = Object.values(read.frameworks).some(({ severity }) => severity === 'block')
      if (osaid?.severity === 'block') expect(osaid.rows.length).toBeGreaterThan(0)
      if (read.adoption.level === 'positive') expect(blocks).toBe(false)
    })
  }
})
