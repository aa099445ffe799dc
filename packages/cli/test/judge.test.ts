import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { run } from './golden.ts'

const LUMEN = 'examples/lumen-7b'

describe('unwash judge', () => {
  test('prints in any format what the audit printed that saved the evidence', async () => {
    const evidence = join(folderWith({}), 'lumen.json')
    const then = await run([LUMEN, '--format', 'json', '--evidence', evidence])
    expect((await run(['judge', evidence, '--format', 'json'])).stdout).toBe(then.stdout)
    // where the files lie is not in the evidence
    const shown = (stdout: string) => stdout.replace(/^files are in .*\n/m, '')
    expect(shown((await run(['judge', evidence])).stdout)).toBe(shown((await run([LUMEN])).stdout))
    const gated = await run(['judge', evidence, '--require', 'open-weights-ai'])
    expect(gated.code).toBe(1)
    expect(gated.stderr).toContain('gate not met')
  })

  test('refuses what is no evidence, with one sentence and exit code 2', async () => {
    for (const target of [LUMEN, 'package.json', 'no/such.json']) {
      const { stdout, stderr, code } = await run(['judge', target])
      expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
      expect(stderr).toMatch(/^unwash: no evidence [^\n]*\n$/)
    }
  })
})
