import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { audit } from '@unwash/library/audit'
import { describe, expect, test } from 'vitest'
import { reportWith } from '../../../../test/judged.ts'
import { folderWith } from '../../../../test/release.ts'
import { UnwashError } from '../../src/error.ts'
import { parseJson } from '../../src/text/json.ts'

const DEEP = 200_000
const nested = `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`

describe('foreign JSON', () => {
  test('is read as it is, brackets in its strings too', () => {
    const value = { a: [1, { b: '[{"\\' }], c: '['.repeat(500) }
    expect(parseJson(JSON.stringify(value))).toEqual(value)
    expect(parseJson(`${'['.repeat(100)}${']'.repeat(100)}`)).toHaveLength(1)
  })

  test('is no JSON where it is nested without end', () => {
    expect(() => parseJson(`{"a": ${nested}}`)).toThrow(
      new SyntaxError('nested deeper than 100 levels at position 105'),
    )
    expect(() => parseJson('{"a":'.repeat(DEEP))).toThrow(SyntaxError)
  })

  test('nested without end in a configuration ends no audit', () => {
    const sides = '"hidden_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2, "vocab_size": 99'
    const report = reportWith({ 'config.json': `{${sides}, "hidden_act": ${nested}}`, 'README.md': '# Heron\n' })
    expect(report.term.id).toBe('unlicensed-weights')
  })

  test('nested without end in saved evidence is the trouble of who gives it', async () => {
    const folder = folderWith({})
    await writeFile(join(folder, 'README.md'), '# Heron\n')
    const saved = join(folder, 'evidence.json')
    await audit(folder, { evidence: saved })
    const crafted = (await readFile(saved, 'utf8')).replace('"release": {', `"release": { "hub": ${nested},`)
    await writeFile(saved, crafted)
    const error = await audit(saved).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(UnwashError)
    expect(String(error)).toContain('evidence that is cut off or no JSON in')
  })
})
