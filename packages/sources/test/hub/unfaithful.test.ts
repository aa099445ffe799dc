import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENTRIES } from '@unwash/core/release/limits'
import { describe, expect, test, vi } from 'vitest'
import { heron, releases } from '../../../../test/hub/releases.ts'
import { repositoryOf } from '../../../../test/hub/repository.ts'
import { open } from '../../src/index.ts'
import { evidenceOf } from '../../src/saved/save.ts'
import { aHub } from './fixture.ts'

const TOKEN = 'a-token-with-access'
const setup = { releases, tokens: [TOKEN] }
const HERON = repositoryOf(heron).sha
const OTHER = 'b'.repeat(40)
const CARD = String(heron.files?.['README.md'])
const SAVING = { version: '0.1.0', knowledge: '2026-11-24', readOn: '2026-11-24' }
/** the answer that has the card itself, after it was sent on */
const CARDS = /resolve-cache\/.*README\.md/

/** Every file of a folder and of those in it. */
function filesIn(folder: string): { readonly path: string; readonly content: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .map(path => ({ path, content: readFileSync(path, 'latin1') }))
}

describe('a file', () => {
  test('that is shorter than the list says is not taken for whole, and not kept', async () => {
    const hub = await aHub(setup)
    hub.fail(CARDS, { status: 200, headers: { 'content-length': '40' }, body: CARD.slice(0, 40) })
    const short = await open('marsh-lab/heron-7b')
    expect(short.texts.get('README.md')).toMatchObject({ content: CARD.slice(0, 40), truncated: true })
    expect((await open('marsh-lab/heron-7b')).texts.get('README.md')?.content).toBe(CARD)
  })

  test('that an older unwash kept too short is asked for again', async () => {
    const hub = await aHub(setup)
    await open('marsh-lab/heron-7b')
    const kept = filesIn(hub.cache).find(({ content }) => content.includes('"path":"README.md"'))
    const line = JSON.stringify({ path: 'README.md', size: 9, kept: 9 })
    writeFileSync(String(kept?.path), `${line}\n# Heron 7\n`.slice(0, line.length + 10))
    expect((await open('marsh-lab/heron-7b')).texts.get('README.md')?.content).toBe(CARD)
  })

  test('of another commit is not read', async () => {
    const hub = await aHub(setup)
    hub.fail(/resolve\/.*README\.md/, { status: 200, headers: { 'x-repo-commit': OTHER }, body: CARD })
    const release = await open('marsh-lab/heron-7b')
    expect(release.texts.has('README.md')).toBe(false)
    expect(release.notes[0]?.says).toContain(`it is of another commit than was asked for: ${OTHER}`)
    expect((await open('marsh-lab/heron-7b')).texts.get('README.md')?.content).toBe(CARD)
  })
})

describe('a commit', () => {
  test('that was asked for is not another one, and nothing of that is kept', async () => {
    const hub = await aHub(setup)
    const repository = repositoryOf(heron)
    hub.fail(new RegExp(`revision/${OTHER}`), { status: 200, body: JSON.stringify({ ...repository.info, sha: HERON }) })
    const asked = open(`marsh-lab/heron-7b@${OTHER}`)
    await expect(asked).rejects.toThrow(`the hub answers with another commit than was asked for: ${HERON}`)
    expect(filesIn(hub.cache)).toEqual([])
  })

  test('in whose place of the cache another lies is asked for again', async () => {
    const hub = await aHub(setup)
    await open(`marsh-lab/heron-7b@${HERON}`)
    const info = filesIn(hub.cache).find(({ path }) => path.endsWith(`${HERON}/info.json`))
    writeFileSync(String(info?.path), String(info?.content).replaceAll(HERON, OTHER))
    expect((await open(`marsh-lab/heron-7b@${HERON}`)).revision).toBe(HERON)
  })
})

test('a page with more files than are read is cut, told so, and can be saved', async () => {
  const hub = await aHub(setup)
  const files = Array.from({ length: ENTRIES + 1 }, (_, at) => ({ type: 'file', path: `data/${at}.bin`, size: 1 }))
  hub.fail(/tree/, { status: 200, body: JSON.stringify(files) })
  const release = await open('marsh-lab/heron-7b')
  expect([release.files.length, release.complete]).toEqual([ENTRIES, false])
  expect(release.notes[0]?.says).toBe('the repository has too many files: the rest is not listed')
  expect(evidenceOf(release, SAVING)).toHaveProperty('files')
})

describe('a token that the hub repeats', () => {
  test('in a file, in what it says of it, or in a list is in no cache and no evidence', async () => {
    const hub = await aHub(setup)
    vi.stubEnv('HF_TOKEN', TOKEN)
    const echo = `${CARD.slice(0, -TOKEN.length - 1)}${TOKEN}\n`
    hub.fail(CARDS, { status: 200, body: echo })
    const info = { ...repositoryOf(heron).info, sha: HERON, tags: [TOKEN, `license:${TOKEN}`], library_name: TOKEN }
    hub.fail(/api\/models\/marsh-lab\/heron-7b\?/, { status: 200, body: JSON.stringify(info) })
    const release = await open('marsh-lab/heron-7b')
    const hidden = '*'.repeat(TOKEN.length)
    expect(release.texts.get('README.md')?.content).toBe(echo.replace(TOKEN, hidden))
    expect(release.hub?.tags).toContain(hidden)
    expect(JSON.stringify(evidenceOf(release, SAVING))).not.toContain(TOKEN)
    expect(filesIn(hub.cache).filter(({ path, content }) => `${path} ${content}`.includes(TOKEN))).toEqual([])
  })

  test('as the code of its refusal is in no note', async () => {
    const hub = await aHub(setup)
    vi.stubEnv('HF_TOKEN', TOKEN)
    hub.fail(/resolve\//, { status: 403, headers: { 'x-error-code': TOKEN, 'x-error-message': `for ${TOKEN}` } }, 99)
    const release = await open('marsh-lab/heron-7b')
    expect(release.notes[0]?.says).toContain('are refused without access')
    expect(JSON.stringify(evidenceOf(release, SAVING))).not.toContain(TOKEN)
  })
})
