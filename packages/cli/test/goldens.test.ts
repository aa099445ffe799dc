import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { regenerate } from './golden.ts'

const folder = new URL('./', import.meta.url)
const goldens = readdirSync(folder).filter(name => name.endsWith('.md'))

describe('the command prints what its goldens say (UPDATE_GOLDENS=1 writes them anew)', () => {
  test.each(goldens)('%s', async name => {
    const file = new URL(name, folder)
    const golden = readFileSync(file, 'utf8')
    const now = await regenerate(golden)
    if (process.env.UPDATE_GOLDENS) writeFileSync(file, now)
    expect(now).toBe(readFileSync(file, 'utf8'))
    expect(now).toContain('Exit code ')
  })
})
