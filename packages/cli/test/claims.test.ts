import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ClaimsReport } from '@unwash/core/claims/report'
import { describe, expect, test } from 'vitest'
import { releases } from '../../../test/hub/releases.ts'
import { serveHub } from '../../../test/hub/server.ts'
import { folderWith } from '../../../test/release.ts'
import { run } from './golden.ts'

const folder = folderWith({})

const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

describe('unwash claims', () => {
  test('ends 1 where the release given contradicts a claim', async () => {
    const news = file('news.md', 'Today we open-source Lumen 7B, our language model.\n')
    const { stdout, code } = await run(['claims', news, '--of', 'examples/lumen-7b', '--format', 'json'])
    expect(ClaimsReport.parse(JSON.parse(stdout)).claims).toMatchObject([{ check: 'contradicted' }])
    expect(code).toBe(1)
  })

  test.each([
    ['no file', () => join(folder, 'missing.md')],
    ['nothing in', () => file('empty.md', '')],
    ['only blank lines in', () => file('blank.md', '\n \n')],
    [
      'binary, not text, in',
      () =>
        file(
          'noise.md',
          new Uint8Array(4_000).map((_, at) => at % 7),
        ),
    ],
    ['a folder, not an announcement', () => folder],
  ])('ends 2 with one sentence: %s', async (says, given) => {
    const { stdout, stderr, code } = await run(['claims', given()])
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toContain(says)
  })

  test('reads text from right to left, and a page of more than it reads, and says so', async () => {
    const right = await run(['claims', file('rtl.md', 'النموذج open source متاح للجميع.\n')])
    expect(right).toMatchObject({ code: 0, stdout: expect.stringContaining('1 claim') })
    const large = await run(['claims', file('large.txt', `${'word '.repeat(20)}\n\n`.repeat(60_000))])
    expect(large).toMatchObject({ code: 0, stderr: expect.stringContaining('only its first') })
  })
})

describe('unwash claims --linked', () => {
  test('audits each release that is linked, and checks each sentence by the one it names', async () => {
    const hub = await serveHub({ releases, tokens: [] })
    const news = file(
      'linked.md',
      `[Heron 7B](${hub.endpoint}/marsh-lab/heron-7b) is an open-weight model.\n\n[Gone](${hub.endpoint}/marsh-lab/gone-7b), [a post](${hub.endpoint}/blog/news) and [Egret 7B](${hub.endpoint}/tidewater/egret-7b), an open-source model, too.\n`,
    )
    const { stdout, stderr } = await run(['claims', news, '--linked', '--format', 'json'], {
      HF_ENDPOINT: hub.endpoint,
      XDG_CACHE_HOME: folder,
      HF_TOKEN: '',
    })
    await hub.close()
    const { releases: spoken, claims } = ClaimsReport.parse(JSON.parse(stdout))
    expect(spoken.map(({ name, by }) => ({ name, by }))).toEqual([
      { name: 'heron-7b', by: 'audit' },
      { name: 'egret-7b', by: 'audit' },
    ])
    expect(claims.map(({ says, check }) => ({ says, check }))).toEqual([
      { says: 'open-weight', check: 'supported' },
      // nobody knows the terms of one of its bases, and no data is there: it goes too far
      { says: 'open-source', check: 'contradicted' },
    ])
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining('marsh-lab/gone-7b'),
      'unwash: a claim goes too far',
    ])
  })

  test('and --of do not go together', async () => {
    const { code, stderr } = await run(['claims', 'news.md', '--linked', '--of', 'examples/lumen-7b'])
    expect({ code, told: /cannot be used with/.test(stderr) }).toEqual({ code: 2, told: true })
  })
})
