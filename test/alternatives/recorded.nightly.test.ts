import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { judge } from '../../src/judge.ts'
import { loadKnown } from '../../src/known.ts'
import { open } from '../../src/sources/index.ts'
import { TERMS } from '../../src/vocabulary.ts'
import { knowledge } from '../knowledge/knowledge.ts'

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
const HOSTS = { 'github.com': 'github', 'huggingface.co': 'hf' } as const

/** Where a corpus of releases has the repository that an entry was audited in. */
function folderOf(address: string): string | null {
  const { hostname, pathname } = new URL(address)
  const host = hostname === 'github.com' || hostname === 'huggingface.co' ? HOSTS[hostname] : null
  const folder = join(corpus, 'releases', host ?? '-', pathname.slice(1).replace('/', '__'))
  return existsSync(folder) ? folder : null
}

const entries = knowledge.alternatives.flatMap(({ id, audit }) =>
  audit ? [{ id, audit, folder: folderOf(audit.of) }] : [],
)
const here = entries.filter(({ folder }) => folder !== null)
if (here.length < entries.length)
  console.warn(
    `audits of alternatives: ${entries.length - here.length} of ${entries.length} skipped, their releases are not in ../shared`,
  )

const expanded = mkdtempSync(join(tmpdir(), 'unwash-alternatives-'))
afterAll(() => rmSync(expanded, { recursive: true, force: true }))
const known = await loadKnown()

describe.skipIf(here.length === 0)('an audit that an entry records', () => {
  test.each(here)('of $id is reached by auditing it', async ({ id, audit, folder }) => {
    const target = join(expanded, id, basename(folder ?? ''))
    execFileSync(process.execPath, [join(corpus, 'expand.mjs'), folder ?? '', target])
    const { term } = judge(await open(target), known)
    expect(TERMS.indexOf(term.id), `${term.id}, recorded ${audit.term}`).toBeLessThanOrEqual(TERMS.indexOf(audit.term))
    expect(TERMS.indexOf(term.ceiling), `ceiling ${term.ceiling}`).toBeLessThanOrEqual(TERMS.indexOf(audit.ceiling))
    // what is for a person is all that stands between, and no more than is recorded
    if (audit.review.length > 0) expect(audit.review).toEqual(expect.arrayContaining(term.review))
  })
})

test('a near miss says why, and is proven no open source AI', () => {
  const near = knowledge.alternatives.filter(({ nearMiss }) => nearMiss !== undefined)
  expect(near.length).toBeGreaterThan(0)
  for (const { id, audit } of near) expect(audit?.term.startsWith('open-source-ai') ?? false, id).toBe(false)
})

test('every model stands in one entry', () => {
  const ids = knowledge.alternatives.flatMap(({ models }) => models.map(({ id }) => id))
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})
