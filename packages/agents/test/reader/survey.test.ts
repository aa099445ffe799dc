import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { add, folderWith } from '../../../../test/release.ts'
import { runBuilt } from '../../../cli/test/golden.ts'
import { choosing, serveModel } from './served.ts'

const COUNT = 3

/** Releases that each ask the same of somebody, in words of their own. */
function someReleases() {
  const folder = folderWith({})
  for (let index = 0; index < COUNT; index++) {
    const terms = `The weights of Egret-${index} are meant to help researchers, and whoever earns money should ask first.`
    add(join(folder, 'releases', `marsh-lab--egret-${index}`), {
      'README.md': `# Egret-${index}\n\nEgret-${index} is a language model.\n\n${terms}\n`,
      'config.json': '{"architectures": ["LlamaForCausalLM"]}',
      'model.safetensors': new Uint8Array(4096),
    })
  }
  const survey = (base: string, store: string, ...more: readonly string[]) =>
    runBuilt(
      ['survey', join(folder, 'releases'), '--store', join(folder, store), '--format', 'json', '--threads', '1']
        .concat(['--progress', 'lines', '--reader', `${base}#heron:1b`])
        .concat(more),
      { XDG_CACHE_HOME: join(folder, 'cache') },
    )
  return survey
}

describe('a survey with a model', () => {
  test('shares its answers on the disk and one limit over all releases', async () => {
    const model = await serveModel(choosing('here', 'purpose.noncommercial'))
    const survey = someReleases()
    const shown = await survey(model.base, 'none.duckdb', '--dry-run')
    expect(shown.code).toBe(0)
    const asked = shown.stdout.trimEnd().split('\n').length
    expect(asked).toBeGreaterThanOrEqual(COUNT)
    expect(model.requests).toEqual([])

    const limited = await survey(model.base, 'limited.duckdb', '--yes', '--max-questions', '2')
    expect(limited.code).toBe(0)
    expect(JSON.parse(limited.stdout).releases).toBe(COUNT)
    expect(limited.stderr).toMatch(/ question for .*, 2 in all at most: /)
    expect(limited.stderr).toMatch(/answered 2 of \d+ questions\n/)
    expect(limited.stderr).toMatch(/\d not asked\n/)
    expect(model.requests).toHaveLength(2)

    const all = await survey(model.base, 'all.duckdb', '--yes')
    expect(all.stderr).toMatch(/answered \d+ of \d+ questions, 2 of them before\n/)
    // what it read is in the store
    expect(JSON.parse(limited.stdout).terms.undetermined).toBe(1)
    expect(JSON.parse(all.stdout).terms.undetermined).toBe(0)
    const sent = model.requests.length
    expect(sent).toBeGreaterThan(2)
    expect((await survey(model.base, 'again.duckdb', '--yes')).code).toBe(0)
    expect(model.requests).toHaveLength(sent)
  })

  test('ends where the model is not there, and keeps what was done', async () => {
    const model = await serveModel(() => ({ status: 401, body: '{"error": {"message": "who are you?"}}' }))
    const survey = someReleases()
    const { code, stderr } = await survey(model.base, 'gone.duckdb', '--yes')
    expect(code).toBe(2)
    expect(stderr).toContain('it answers 401: who are you?; look at its address, key and model')
    expect(model.requests).toHaveLength(1)
  })
})
