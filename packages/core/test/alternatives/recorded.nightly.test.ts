import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { loadKnown } from '@unwash/library/known'
import { open } from '@unwash/sources/index'
import { afterAll, describe, expect, test } from 'vitest'
import { shared } from '../../../../test/shared.mjs'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { judge } from '../../src/judge.ts'
import { TERMS } from '../../src/report/vocabulary.ts'

const corpus = shared('corpus', 'audits of alternatives') ?? ''
const HOSTS = { 'github.com': 'github', 'huggingface.co': 'hf' } as const

/** Where a corpus of releases has the repository that an entry was audited in. */
function folderOf(address: string): string | null {
  const { hostname, pathname } = new URL(address)
  const host = hostname === 'github.com' || hostname === 'huggingface.co' ? HOSTS[hostname] : null
  const folder = corpus && join(corpus, 'releases', host ?? '-', pathname.slice(1).replace('/', '__'))
  return existsSync(folder) ? folder : null
}

const audits = new Map(
  knowledge.alternatives.flatMap(({ entries }) => entries.flatMap(({ audit }) => (audit ? [[audit.of, audit]] : []))),
)
const here = [...audits.values()].flatMap(audit => {
  const folder = folderOf(audit.of)
  return folder === null ? [] : [{ of: audit.of, audit, folder }]
})
if (here.length < audits.size)
  console.warn(`audits of alternatives: ${audits.size - here.length} of ${audits.size} skipped, not in the corpus`)

const expanded = mkdtempSync(join(tmpdir(), 'unwash-alternatives-'))
afterAll(() => rmSync(expanded, { recursive: true, force: true }))
const known = await loadKnown()

describe.skipIf(here.length === 0)('an audit that an entry records', () => {
  test.each(here)('of $of is reached by auditing it', async ({ of, audit, folder }) => {
    const target = join(expanded, String(here.findIndex(one => one.of === of)), basename(folder))
    execFileSync(process.execPath, [join(corpus, 'expand.mjs'), folder, target])
    const { term } = judge(await open(target), known)
    expect(TERMS.indexOf(term.floor), `${term.floor}, recorded ${audit.term}`).toBeLessThanOrEqual(
      TERMS.indexOf(audit.term),
    )
    expect(TERMS.indexOf(term.ceiling), `ceiling ${term.ceiling}`).toBeLessThanOrEqual(TERMS.indexOf(audit.ceiling))
  })
})
