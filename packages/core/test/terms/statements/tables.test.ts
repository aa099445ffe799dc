import { describe, expect, test } from 'vitest'
import { says } from '../../../../../test/judged.ts'

describe('a table', () => {
  test('with a column of licenses gives each model its own', () => {
    expect(says('| Model | License |\n|---|---|\n| Heron-7B | Apache-2.0 |\n| Heron-40B | CC-BY-NC-4.0 |\n')).toEqual([
      'weights (Heron-7B): apache-2.0',
      'weights (Heron-40B): cc-by-nc-4.0',
    ])
  })

  test('reads a bare short name in such a column', () => {
    expect(says('| Model | License |\n|---|---|\n| Heron-7B | MIT |\n')).toEqual(['weights (Heron-7B): mit'])
  })

  test('that names terms nobody knows says so, and one that names none says nothing', () => {
    expect(says('| Model | License |\n|---|---|\n| Heron-7B | MIT |\n| Heron-40B | ASL |\n')).toEqual([
      'weights (Heron-7B): mit',
      'weights (Heron-40B): ASL',
    ])
    for (const none of ['-', 'None', 'n/a', 'TBD'])
      expect(says(`| Model | License |\n|---|---|\n| Heron-7B | ${none} |\n`), none).toEqual([])
  })

  test('of parts names no models', () => {
    expect(
      says(
        '| Component | License |\n|---|---|\n| Code | MIT |\n| Model weights | CC BY-NC 4.0 |\n| Training data | CC BY 4.0 |\n',
      ),
    ).toEqual(['code: mit', 'weights: cc-by-nc-4.0', 'data: cc-by-4.0'])
  })

  test('of two columns with a row "License" speaks of the whole', () => {
    expect(says('| | |\n|---|---|\n| Publisher | Marsh Lab |\n| License | CC BY-NC 4.0 |\n')).toEqual([
      'all: cc-by-nc-4.0',
    ])
  })

  test('leads to a file', () => {
    expect(says('| | |\n|---|---|\n| License | [Quay terms](LICENSE-MODEL) |\n')).toEqual(['all: LICENSE-MODEL'])
  })

  test('that compares models of others says nothing of this release', () => {
    expect(says('| Model | License |\n|---|---|\n| Heron-7B | MIT |\n| Tern-9B | CC-BY-NC-4.0 |\n')).toEqual([
      'weights (Heron-7B): mit',
    ])
    expect(says('| Model | License |\n|---|---|\n| Tern-9B | CC-BY-NC-4.0 |\n| Gull-2B | MIT |\n')).toEqual([])
  })

  test('in Chinese', () => {
    expect(says('| 模型 | 许可 |\n|---|---|\n| Heron-7B | Apache-2.0 |\n')).toEqual(['weights (Heron-7B): apache-2.0'])
  })

  test('in HTML', () => {
    expect(
      says('<table><tr><th>Model</th><th>License</th></tr><tr><td>Heron-7B</td><td>CC-BY-NC-4.0</td></tr></table>\n'),
    ).toEqual(['weights (Heron-7B): cc-by-nc-4.0'])
  })

  test('of datasets is about data', () => {
    expect(says('| Dataset | License |\n|---|---|\n| Heron logs | CC-BY-NC-4.0 |\n')).toEqual(['data: cc-by-nc-4.0'])
  })
})
