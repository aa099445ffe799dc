import { describe, expect, test } from 'vitest'
import { knowledge } from '../../knowledge/test/knowledge.ts'
import { groupReferences, howOf } from '../src/groups.ts'
import type { Reference } from '../src/references/reference.ts'
import { foundIn } from './found.ts'

/** References to these names, each on a line of its own: `host id`, and what else stands on the line. */
const named = (...names: readonly string[]): Reference[] =>
  names.map((name, at) => {
    const [host = '', id = '', quote = id] = name.split(' ')
    const cited = [{ path: 'a.py', line: at + 1, endLine: at + 1, quote, sha256: '' }] as const
    return { of: 'model', id, host, revision: null, via: 'model', role: 'use', fallback: false, why: null, cited }
  })

/** One line for each group: the name that it goes by, and the lines it stands on. */
const grouped = (...names: readonly string[]) =>
  groupReferences(named(...names)).map(
    ({ id, host, references }) =>
      `${host} ${id}: ${references.map(({ cited: [at] }) => ('line' in at ? at.line : 0)).join(' ')}`,
  )

describe('several spellings of a model are one entry with all its places', () => {
  test.each([
    ['an owner or none', ['name wren-2', 'hub hedgerow/wren-2'], ['hub hedgerow/wren-2: 1 2']],
    ['case', ['hub hedgerow/Wren-2', 'hub Hedgerow/wren-2', 'hub hedgerow/Wren-2'], ['hub hedgerow/Wren-2: 1 2 3']],
    ['the latest', ['ollama wren:latest', 'ollama wren'], ['ollama wren: 1 2']],
    ['free of charge', ['hub hedgerow/wren-2', 'hosted hedgerow/wren-2:free'], ['hub hedgerow/wren-2: 1 2']],
    [
      'how it is rounded',
      ['ollama wren:7b-q4_K_M', 'ollama wren:7b', 'ollama wren:7b-fp16'],
      ['ollama wren:7b: 1 2 3'],
    ],
    ['dots and strokes', ['hosted wren-2-5', 'hosted wren-2.5'], ['hosted wren-2-5: 1 2']],
    ['a date', ['hosted wren-2@20250514', 'hosted wren-2-20250514'], ['hosted wren-2@20250514: 1 2']],
    [
      'a constant',
      ['hosted wren-2-5 WREN_2_5', 'hosted wren-2-5 WREN_2_5', 'hosted wren-2.5'],
      ['hosted wren-2.5: 1 2 3'],
    ],
  ])('%s', (_, names, groups) => {
    expect(grouped(...names)).toEqual(groups)
  })
})

describe('what may be another model stays apart', () => {
  test.each([
    ['two owners', ['name wren-2', 'hub hedgerow/wren-2', 'hub thicket/wren-2']],
    ['sizes', ['ollama wren:7b', 'ollama wren:13b', 'ollama wren']],
    ["a library's list", ['ultralytics wren2', 'hub hedgerow/wren2']],
    ['files', ['path models/wren.onnx', 'path other/wren.onnx', 'name wren']],
    ['models and data', ['hub hedgerow/wren-16', 'hub hedgerow/wren']],
  ])('%s', (_, names) => {
    expect(grouped(...names)).toHaveLength(names.length)
  })
})

test('what is called at a service under one name and downloaded under another is downloaded', () => {
  const [group] = groupReferences(named('hosted wren-2', 'hub hedgerow/wren-2'))
  const [service] = groupReferences(named('hosted wren-2', 'hosted wren.2'))
  expect(group && howOf(group, [], knowledge.loaders)).toBe('download')
  expect(service && howOf(service, [], knowledge.loaders)).toBe('service')
})

test("a constant of one's own enum and the name it holds are one", () => {
  const { references } = foundIn({
    'src/Chat.java':
      'enum Model { GPT_3_5_TURBO_0301("gpt-3.5-turbo-0301"), DAVINCI("davinci"), CODE("wren-code-1"); }\n',
    'src/Use.java': 'table.put(Chat.Model.GPT_3_5_TURBO_0301.getName(), 4096);\n',
  })
  expect(groupReferences(references).map(({ id, references: all }) => `${id} ${all.length}`)).toEqual([
    'davinci 1',
    'gpt-3.5-turbo-0301 2',
    'wren-code-1 1',
  ])
})
