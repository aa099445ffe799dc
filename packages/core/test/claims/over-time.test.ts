import { expect, test } from 'vitest'
import { known, reportWith } from '../../../../test/judged.ts'
import { compareReports } from '../../src/changes/compare.ts'
import { PIER, spdx } from '../texts.ts'

const claimsChanged = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) =>
  compareReports(reportWith(before), reportWith(after), known.knowledge).changes.flatMap(({ about, how, says }) =>
    about === 'claim' ? [{ how, says }] : [],
  )

const OPEN = '# Heron\n\nHeron is an open-weight model.\n'

test('a claim that no longer holds is told though its words stayed', () => {
  expect(claimsChanged({ 'README.md': OPEN, LICENSE: spdx('MIT') }, { 'README.md': OPEN, LICENSE: PIER })).toEqual([
    { how: 'changed', says: '“open-weight” was supported, and is contradicted' },
  ])
})

test('words that came and words that went are told', () => {
  const source = '# Heron\n\nHeron is an open-source model.\n'
  expect(claimsChanged({ 'README.md': OPEN, LICENSE: PIER }, { 'README.md': source, LICENSE: PIER })).toEqual([
    { how: 'added', says: 'it now says “open-source” (contradicted)' },
    { how: 'removed', says: 'it no longer says “open-weight” (contradicted)' },
  ])
})

test('a sentence that only moved to another line is no change', () => {
  const moved = OPEN.replace('\n\n', '\n\nIt flies.\n\n')
  expect(claimsChanged({ 'README.md': OPEN, LICENSE: PIER }, { 'README.md': moved, LICENSE: PIER })).toEqual([])
})

test('the same words of the code and of the model are two claims', () => {
  const both = '# Heron\n\nThe open-source code is in `run.py`.\n\nHeron is an open-source model.\n'
  const files = {
    'run.py': 'import torch\nmodel = torch.load("model.safetensors")\n',
    LICENSE: spdx('MIT'),
    MODEL_LICENSE: PIER,
  }
  expect(claimsChanged({ ...files, 'README.md': both }, { ...files, 'README.md': both })).toEqual([])
  const code = both.replace('\n\nHeron is an open-source model.', '')
  expect(claimsChanged({ ...files, 'README.md': code }, { ...files, 'README.md': both })).toMatchObject([
    { how: 'added' },
  ])
})
