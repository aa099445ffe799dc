import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { releases } from '../../../test/hub/releases.ts'
import { type ServedHub, serveHub } from '../../../test/hub/server.ts'
import { meantAtHub } from '../src/audit/at-hub.ts'
import { run } from './golden.ts'

const TOKEN = 'a-token-with-access'
const cache = mkdtempSync(join(tmpdir(), 'unwash-cache-'))
let hub: ServedHub
beforeAll(async () => {
  hub = await serveHub({ releases, tokens: [TOKEN] })
  // the code that a card names is nowhere, and no other machine is asked for it
  writeFileSync(join(cache, '.gitconfig'), '[url "file:///nowhere/"]\n  insteadOf = https://github.com/\n')
})
afterAll(async () => {
  rmSync(cache, { recursive: true, force: true })
  await hub.close()
})

const unwash = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  run(args, { HF_ENDPOINT: hub.endpoint, XDG_CACHE_HOME: cache, HF_TOKEN: '', HOME: cache, ...environment })

describe('the command at a hub', () => {
  test('audits a model, then again offline, and says the same', async () => {
    const first = await unwash(['hf:marsh-lab/heron-7b', '--format', 'json'])
    expect(first).toMatchObject({ stderr: '', code: 0 })
    const report = JSON.parse(first.stdout)
    expect(report.notes.map(({ says }: { says: string }) => says)).toContainEqual(
      expect.stringMatching(/^named here and could not be read: .*marsh-lab\/heron/),
    )
    expect(report.release).toMatchObject({ source: 'hub', places: [`${hub.endpoint}/marsh-lab/heron-7b`] })
    expect(report.term.id).toBe('open-weights-ai')
    hub.forget()
    const again = JSON.parse((await unwash(['marsh-lab/heron-7b', '--offline', '--format', 'json'])).stdout)
    const apart = ({ notes, ...rest }: { notes: { says: string }[] }) => ({
      ...rest,
      notes: notes.filter(({ says }) => !/^(?:offline|named here)/.test(says)),
    })
    expect(apart(again)).toEqual(apart(report))
    expect(hub.requests).toEqual([])
  })

  test('judges saved evidence of it without the hub', async () => {
    const path = join(cache, 'egret.json')
    const first = await unwash(['hf:tidewater/egret-7b', '--format', 'json', '--evidence', path])
    hub.forget()
    const judged = await unwash(['judge', path, '--format', 'json'])
    expect(JSON.parse(judged.stdout)).toEqual(JSON.parse(first.stdout))
    expect(hub.requests).toEqual([])
  })

  test('shows a token nowhere, also not in what it saves', async () => {
    const path = join(cache, 'bittern.json')
    for (const format of ['terminal', 'json', 'html']) {
      const args = ['hf:hedgerow/bittern-13b', '--format', format, '--evidence', path]
      const { stdout, stderr } = await unwash(args, { HF_TOKEN: TOKEN, DEBUG: 'unwash' })
      expect(stdout).toContain('hedgerow')
      expect(stdout + stderr).not.toContain(TOKEN)
    }
    expect((await unwash(['judge', path])).stdout).not.toContain(TOKEN)
  })

  test('is asked for no name that may be a folder, but where whoever typed it says so', async () => {
    hub.forget()
    const bare = await unwash(['marsh-lab/heron-7b-of-mine'])
    expect(bare).toMatchObject({ stdout: '', code: 2 })
    expect(bare.stderr).toMatch(
      /^unwash: no folder is called "marsh-lab\/heron-7b-of-mine": give hf:marsh-lab\/heron-7b-of-mine to ask [^\n]+\n$/,
    )
    expect(hub.requests).toEqual([])
    const asked: string[] = []
    const answering = (answer: string) => async (question: string) => {
      asked.push(question)
      return answer
    }
    expect(await meantAtHub('marsh-lab/heron-7b', { ask: answering('') })).toBe('hf:marsh-lab/heron-7b')
    await expect(meantAtHub('marsh-lab/heron-7b', { ask: answering('n') })).rejects.toMatchObject({ code: 'not-found' })
    expect(asked[0]).toMatch(/^unwash: no folder is called marsh-lab\/heron-7b\. Ask \S+ for the model\? \[Y\/n\] $/)
    for (const plain of ['examples/lumen-7b', 'hf:marsh-lab/heron-7b', 'https://hub.example/a/b', 'LICENSE'])
      expect(await meantAtHub(plain, { ask: answering('n') })).toBe(plain)
    expect(await meantAtHub('marsh-lab/heron-7b', { ask: answering('n'), offline: true })).toBe('marsh-lab/heron-7b')
    expect(asked).toHaveLength(2)
  })

  test('says in a sentence what is not there', async () => {
    const { stdout, stderr, code } = await unwash(['hf:nobody/nothing'])
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
    expect(stderr).toMatch(
      /^unwash: no folder, and no model at [\d.:]+, called "nobody\/nothing": check the name; [^\n]+\n$/,
    )
  })
})
