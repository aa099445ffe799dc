import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { audit } from '@unwash/library/audit'
import { knownNames } from '@unwash/reporters/index'
import { markdown } from '@unwash/reporters/markdown/index'
import { terminal } from '@unwash/reporters/terminal/index'
import { describe, expect, test } from 'vitest'
import { known, TODAY, WEIGHTS } from '../../../../test/judged.ts'
import { folderWith, type ReleaseSetup, releaseOf } from '../../../../test/release.ts'
import { safetensors } from '../../../sources/test/fixture.ts'
import { judge } from '../../src/judge.ts'
import type { Signoff } from '../../src/release/release.ts'
import type { Report } from '../../src/report/report.ts'
import { MEADOW, spdx } from '../texts.ts'

/** Weights and code under an approved license, the data here too: what is left is for a person. */
const OPEN: ReleaseSetup = {
  files: {
    ...WEIGHTS,
    'README.md':
      '---\nlicense: apache-2.0\nlibrary_name: transformers\n---\n\n# Heron 7B\n\nHeron is a language ' +
      'model.\n\n## Training data\n\nThe training data is in `data/train`, under the CC-BY-4.0 license.\n',
    LICENSE: spdx('Apache-2.0'),
    'train.py': 'import torch\n\nmodel.train()\nloss.backward()\noptimizer.step()\n',
    'configs/train.yaml': 'learning_rate: 0.0003\n',
    'data/train/part-0.jsonl': { size: 90_000_000 },
  },
}

const signoff = (requirement: string, more: Partial<Signoff> = {}): Signoff => ({
  requirement,
  answer: 'met',
  who: 'R. Marsh',
  on: '2026-11-20',
  why: 'Looked at every source.',
  cited: { path: 'signoff.yml', line: 1, endLine: 4, quote: `- requirement: ${requirement}` },
  ...more,
})

const signed = (signoffs: readonly Signoff[], setup: ReleaseSetup = OPEN): Report =>
  judge({ ...releaseOf(setup), signoffs }, known, TODAY)
const row = (report: Report, id: string) =>
  report.evaluations.flatMap(({ requirements }) => requirements).find(requirement => requirement.id === id)
const notes = (report: Report) => report.notes.map(({ says }) => says).join('\n')

describe('what a person signs off', () => {
  test('answers the question it was left, and the frameworks and the term follow', () => {
    const before = signed([])
    expect(row(before, 'G7-D1')?.answer).toBe('needs-human')
    expect(before.term).toMatchObject({ floor: 'open-weights-ai', ceiling: 'open-source-ai-with-open-data' })
    const after = signed([signoff('G7-D1')])
    expect(row(after, 'G7-D1')).toMatchObject({
      answer: 'met',
      because: expect.stringMatching(/Signed off as met by R\. Marsh on 2026-11-20\.$/),
      signoff: {
        who: 'R. Marsh',
        on: '2026-11-20',
        why: 'Looked at every source.',
        cited: { path: 'signoff.yml', line: 1 },
      },
    })
    expect(after.evaluations.find(({ framework }) => framework === 'g7-2026')?.conclusion).toBe('met')
    expect(after.term).toMatchObject({ floor: 'open-source-ai-with-open-data', review: [], signedOff: ['G7-D1'] })
    const because = after.term.because.map(id => after.findings.find(finding => finding.id === id))
    expect(because.find(finding => finding?.kind === 'signed-off')?.cited).toEqual([
      row(after, 'G7-D1')?.signoff?.cited,
    ])
  })

  test('may be that it does not hold', () => {
    const report = signed([signoff('G7-D1', { answer: 'unmet' })])
    expect(row(report, 'G7-D1')).toMatchObject({ answer: 'unmet', signoff: { who: 'R. Marsh' } })
    expect(report.term).toMatchObject({ floor: 'open-weights-ai', review: [] })
    expect(report.term.ceiling).not.toBe('open-source-ai-with-open-data')
    expect(report.term.signedOff).toBeUndefined()
  })

  test('may be that terms nobody has approved are open, or are not', () => {
    const meadow = {
      files: {
        ...WEIGHTS,
        'README.md': '# Heron 7B\n\nThe weights are under the [Meadow Terms](LICENSE).\n',
        LICENSE: MEADOW,
      },
    }
    expect(signed([], meadow).term).toMatchObject({ floor: 'weights-available-ai', review: ['G7-L'] })
    const weighed = signed([signoff('G7-L')], meadow)
    expect(weighed.term).toMatchObject({ floor: 'open-weights-ai', signedOff: ['G7-L'] })
    expect(weighed.term.review).not.toContain('G7-L')
    const refused = signed([signoff('G7-L', { answer: 'unmet' })], meadow)
    expect(refused.term).toMatchObject({ floor: 'weights-available-ai', ceiling: 'weights-available-ai', review: [] })
    expect(refused.term.signedOff).toBeUndefined()
  })

  test('is shown by every readable report, with who, when, why and where', () => {
    const report = signed([signoff('G7-D1')])
    for (const reporter of [terminal, markdown]) {
      const shown = reporter.render(report, { names: knownNames(known.knowledge), width: 200, full: true })
      expect(shown).toMatch(/By sign-off of .*G7-D1/)
      const [, section = ''] = shown.split('Signed off by people')
      for (const part of ['R. Marsh', '2026-11-20', 'Looked at every source.', 'signoff.yml:1'])
        expect(section).toContain(part)
    }
    expect(terminal.render(report, { names: knownNames(known.knowledge) })).toContain('G7-D1 signed off by R. Marsh')
  })
})

describe('a sign-off does not count, and a note says why', () => {
  test('where the answer was seen', () => {
    const closed = { files: { ...WEIGHTS, 'README.md': '---\nlicense: cc-by-nc-4.0\n---\n\n# Heron 7B\n' } }
    const without = signed([], closed)
    expect(row(without, 'G7-L')?.answer).toBe('unmet')
    const report = signed([signoff('G7-L')], closed)
    expect({ ...report, notes: [] }).toEqual({ ...without, notes: [] })
    expect(notes(report)).toContain(
      'The sign-off of G7-L at signoff.yml:1 does not count: it answers a question that needs review, and the ' +
        'answer is unmet by what was seen',
    )
  })

  test('where it is of another release, revision or model', () => {
    const others = [
      [{ release: 'bittern-7b' }, 'is of another release, bittern-7b'],
      [{ revision: '0123456789' }, 'is of revision 0123456789, and this is no known revision'],
      [{ model: 'heron-13b' }, 'is of a model that is not here, heron-13b'],
    ] as const
    for (const [more, says] of others) {
      const report = signed([signoff('G7-D1', more)])
      expect(row(report, 'G7-D1')?.answer).toBe('needs-human')
      expect(notes(report)).toContain(`does not count: it ${says}`)
    }
    const named = signed([signoff('G7-D1', { release: 'marsh-lab/heron-7b', model: 'heron-7b' })])
    expect(row(named, 'G7-D1')?.answer).toBe('met')
  })

  test('where two people say different things', () => {
    const at = (line: number) => ({ cited: { ...signoff('G7-D1').cited, line } })
    const report = signed([signoff('G7-D1', at(1)), signoff('G7-D1', { answer: 'unmet', ...at(6) })])
    expect(row(report, 'G7-D1')).toMatchObject({ answer: 'needs-human' })
    expect(notes(report)).toMatch(/signoff\.yml:1 does not count.*different things/)
    expect(notes(report)).toMatch(/signoff\.yml:6 does not count.*different things/)
  })

  test('where a newer one followed it', () => {
    const newer = signoff('G7-D1', { on: '2026-11-22', cited: { ...signoff('G7-D1').cited, line: 6 } })
    const report = signed([signoff('G7-D1'), newer])
    expect(row(report, 'G7-D1')?.signoff?.on).toBe('2026-11-22')
    expect(notes(report)).toMatch(/signoff\.yml:1 does not count: it was followed by a newer one/)
  })

  test('where the release signs itself off', async () => {
    const folder = folderWith({
      'README.md': '---\nlicense: apache-2.0\n---\n\n# Heron\n',
      'model.safetensors': safetensors({}, 400_000),
      'signoff.yml': '- requirement: G7-D1\n  who: Marsh Lab\n  on: 2026-11-20\n  why: It is ours.\n',
    })
    expect(JSON.stringify(await audit(folder))).not.toContain('Marsh Lab')
  })
})

describe('a sign-off travels with the evidence', () => {
  const ENTRY = '- requirement: G7-D1\n  who: R. Marsh\n  on: 2026-11-20\n  why: Looked at every source.\n'
  const release = () =>
    folderWith({
      ...Object.fromEntries(
        Object.entries(OPEN.files ?? {}).flatMap(([path, file]) => (typeof file === 'string' ? [[path, file]] : [])),
      ),
      'model.safetensors': safetensors({}, 400_000),
      'data/train/part-0.jsonl': '{"text": "A heron stood in the pond."}\n'.repeat(40_000),
    })

  test('saved in it', async () => {
    const folder = folderWith({ 'reviews/heron.yml': ENTRY })
    const evidence = join(folder, 'heron.json')
    const then = await audit(release(), { evidence, signoff: join(folder, 'reviews/heron.yml') })
    expect(then.term.signedOff).toEqual(['G7-D1'])
    expect(await audit(evidence)).toEqual(then)
    const content = readFileSync(evidence, 'utf8')
    writeFileSync(evidence, content.replace('"who": "R. Marsh"', '"who": "S. Tern"'))
    await expect(audit(evidence)).rejects.toThrow('its list of sign-offs is not what was saved')
  })

  test('or beside it', async () => {
    const evidence = join(folderWith({}), 'heron.json')
    const then = await audit(release(), { evidence })
    expect(then.term.signedOff).toBeUndefined()
    writeFileSync(join(evidence, '../signoff.yml'), ENTRY)
    const now = await audit(evidence)
    expect(now.term.signedOff).toEqual(['G7-D1'])
    expect(row(now, 'G7-D1')?.signoff?.cited).toMatchObject({ path: 'signoff.yml', line: 1, endLine: 4 })
  })
})
