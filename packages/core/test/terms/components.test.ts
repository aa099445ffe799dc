import { describe, expect, test } from 'vitest'
import { known, reportOn, reportWith } from '../../../../test/judged.ts'
import { readDeclared, readUnread } from '../../src/licenses/declared.ts'
import { resolveId } from '../../src/names/index.ts'
import type { ComponentId } from '../../src/report/vocabulary.ts'
import { licensingOf } from '../../src/terms/components.ts'
import { QUAY, spdx } from '../texts.ts'

const README = `# Heron

Heron is a language model.

## License

The code is released under the MIT License. The weights are released under the [Quay terms](LICENSE-MODEL).
`

const licensing = (id: ComponentId, files: Record<string, string>) =>
  reportWith({ 'train.py': 'import torch\nfor epoch in range(3):\n    loss.backward()\n', ...files }).components.find(
    component => component.id === id,
  )?.licensing

test('a license reaches no weights where none are offered', () => {
  const readme = '# Quay\n\nThe official Python client for the Quay API.\n'
  const report = reportOn({ files: { 'README.md': readme, LICENSE: spdx('MIT') } })
  expect(report.term.id).toBe('closed-ai')
  expect(report.licenses.flatMap(({ covers }) => covers)).not.toContain('weights')
})

describe("SPDX's three words for each component", () => {
  const files = { 'README.md': README, LICENSE: spdx('MIT'), 'LICENSE-MODEL': QUAY }

  test('code: declared by a sentence, concluded as declared', () => {
    expect(licensing('training-code', files)).toMatchObject({ declared: 'mit', concluded: 'mit' })
  })

  test('weights: the text is detected, and has a LicenseRef where it has no id', () => {
    expect(licensing('weights', files)).toEqual({
      declared: 'NONE',
      detected: 'LicenseRef-QUAY-MODEL-LICENSE',
      concluded: 'LicenseRef-QUAY-MODEL-LICENSE',
    })
  })

  test('a text that is known is detected by its id', () => {
    expect(licensing('weights', { LICENSE: spdx('Apache-2.0') })).toEqual({
      declared: 'NONE',
      detected: 'apache-2.0',
      concluded: 'apache-2.0',
    })
  })

  test('metadata alone is declared, and no text is detected', () => {
    expect(licensing('weights', { 'README.md': '---\nlicense: apache-2.0\n---\n\n# Heron\n' })).toEqual({
      declared: 'apache-2.0',
      detected: 'NONE',
      concluded: 'apache-2.0',
    })
  })

  test('what was not read takes nothing from a license that restricts, and all from an open one', () => {
    const named = (id: string) => {
      const license = resolveId(id, null, known.knowledge)
      return license ? [readDeclared(license, [{ path: 'README.md' }], known.knowledge)] : []
    }
    const unread = readUnread('the Heron policy', 'unknown', [{ path: 'README.md' }])
    expect(licensingOf([...named('llama3'), unread]).concluded).toBe('llama3')
    expect(licensingOf([...named('apache-2.0'), unread]).concluded).toBe('NOASSERTION')
  })

  test('terms that were not read conclude nothing', () => {
    const readme = '# Heron\n\nThe weights are under the [Marsh Terms](https://marsh.example/terms).\n'
    expect(licensing('weights', { 'README.md': readme })?.concluded).toBe('NOASSERTION')
  })

  test("a repository's license does not flow onto data", () => {
    expect(licensing('datasets', { LICENSE: spdx('MIT') })?.concluded).toBe('NONE')
  })

  test('a sentence about the data reaches the data', () => {
    const readme = '# Heron\n\n## License\n\nThe dataset is licensed under CC BY 4.0.\n'
    expect(licensing('datasets', { 'README.md': readme })?.concluded).toBe('cc-by-4.0')
  })
})

test('a license that covers every part of a group covers the group', () => {
  const report = reportWith({ 'README.md': README, LICENSE: spdx('MIT'), 'LICENSE-MODEL': QUAY })
  expect(report.licenses.find(license => license.id === 'mit')?.covers).toContain('code')
  expect(report.licenses.find(license => license.text?.path === 'LICENSE-MODEL')?.covers).toEqual([
    'weights',
    'intermediate-weights',
  ])
})
