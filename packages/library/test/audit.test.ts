import { judge } from '@unwash/core/judge'
import type { Release } from '@unwash/core/release/release'
import type { Report, TextCitation } from '@unwash/core/report/report'
import { TERMS } from '@unwash/core/report/vocabulary'
import { reportSchema } from '@unwash/reporters/schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { known, TODAY } from '../../../test/judged.ts'
import { type FileSetup, folderWith, releaseOf } from '../../../test/release.ts'
import { drawn } from '../../../test/tiers.ts'
import { MEADOW, PIER, POLICY, QUAY, spdx } from '../../core/test/texts.ts'
import { audit } from '../src/audit.ts'

describe('the name of a release', () => {
  const files = { 'README.md': '---\nlicense: mit\npipeline_tag: text-generation\n---\n\n# Overview\n\nA model.\n' }

  test('is the one that is given, whatever its folder is called', async () => {
    const report = await audit(folderWith(files), { name: 'marsh-lab/heron-7b' })
    expect(report.release).toMatchObject({ name: 'heron-7b', publisher: 'marsh-lab' })
    expect(report.models.map(({ name }) => name)).toEqual(['heron-7b'])
  })

  test("is not its folder's where nothing in it speaks of that", async () => {
    const { release, models } = await audit(folderWith(files))
    expect(release.publisher).toBeNull()
    expect(models.map(({ name }) => name)).toEqual(['this release'])
  })

  test('.DS_Store beside a lone card changes nothing', async () => {
    const alone = await audit(folderWith(files))
    const beside = await audit(folderWith({ ...files, '.DS_Store': 'Bud1', 'notes/todo.txt': 'Buy milk.' }))
    expect(beside.term).toEqual(alone.term)
  })
})

const valid = new Ajv2020({ strict: false }).compile(reportSchema())

const FRONTS = [
  '',
  '---\nlicense: mit\n---\n',
  '---\nlicense: other\nlicense_name: quay\nlicense_link: LICENSE\n---\n',
  '---\nlicense: cc-by-nc-4.0\nbase_model: google/gemma-2-9b\ndatasets:\n  - marsh-lab/pond\n---\n',
  '---\nlicense: apache-2.0\nextra_gated_prompt: |\n  Please\n  tell us.\nextra_gated_fields:\n  Name: text\n---\n',
  '---\nlicense: [mit\nbroken: : yes\n---\n',
  '# A heading first\n\n---\nlicense: mit\n---\n',
]
const PROSE = [
  'Heron is a language model of 7 billion parameters.',
  'The code is MIT; use of the models is subject to the [Model License](LICENSE-MODEL).',
  'The weights may only be used for\nnon-commercial purposes.',
  '## License\n\n- Code: MIT\n- Weights: CC-BY-NC-4.0',
  '| Model | Base model | License |\n|---|---|---|\n| [Heron-A](https://huggingface.co/marsh-lab/Heron-A) | Gemma 2 | MIT |\n| [Heron-B](https://huggingface.co/marsh-lab/Heron-B) | | CC-BY-NC-4.0 |',
  '<table><tr><th>Model</th><th>License</th></tr>\n<tr><td>Heron-7B</td><td>Apache-2.0</td></tr></table>',
  '![License](https://img.shields.io/badge/License-MIT-blue.svg)',
  'Heron is a fine-tuned version of Llama 2.',
  '模型仅供学术研究使用，不得用于商业用途。',
  'The training data cannot be shared because it holds patient records. It was trained on 2 trillion tokens of web pages.',
  'The weights will be released soon.',
  '```python\nmodel = AutoModel.from_pretrained("marsh-lab/heron-7b")\n```',
  '> > - quoted **and** nested, under the `Apache 2.0` license\n\n1. one\n   two',
]
const LICENSES = [
  spdx('MIT'),
  spdx('Apache-2.0'),
  `${spdx('MIT')}\nYou may not use the Software for commercial purposes.\n`,
  `${spdx('MIT')}\n\n${spdx('Apache-2.0')}`,
  QUAY,
  PIER,
  MEADOW,
  'See ./LICENSE-MODEL\n',
  'https://marsh.example/terms\n',
  '\n\n  \n',
]

/** Any release that can be put together from the pieces above. */
const releases = fc
  .record({
    front: fc.constantFrom(...FRONTS),
    prose: fc.subarray(PROSE),
    license: fc.option(fc.constantFrom(...LICENSES)),
    model: fc.option(fc.constantFrom(...LICENSES)),
    more: fc.subarray([
      'model.safetensors',
      'USE_POLICY.md',
      'train.py',
      'LICENSE.pdf',
      'adapter_config.json',
      'LICENSE.SMALL',
    ]),
    ending: fc.constantFrom('\n', '\r\n'),
    complete: fc.boolean(),
    name: fc.constantFrom('heron-7b', 'Heron', 'heron-llama-2-7b', 'Heron-A'),
    publisher: fc.constantFrom('marsh-lab', null),
  })
  .map(({ front, prose, license, model, more, ending, complete, name, publisher }) => {
    const extra: Readonly<Record<string, FileSetup>> = {
      'model.safetensors': { size: 4_000_000_000 },
      'USE_POLICY.md': POLICY,
      'train.py': 'import torch\nloss.backward()\n',
      'LICENSE.pdf': { size: 9_000 },
      'adapter_config.json': '{"base_model_name_or_path": "google/gemma-2-9b", "peft_type": "LORA"}',
      'LICENSE.SMALL': QUAY,
    }
    const texts: Record<string, FileSetup> = { 'README.md': `${front}\n# Heron\n\n${prose.join('\n\n')}\n` }
    if (license !== null) texts.LICENSE = license
    if (model !== null) texts['LICENSE-MODEL'] = model
    for (const path of more) texts[path] = extra[path] ?? ''
    const files = Object.entries(texts).map(([path, file]) => [
      path,
      typeof file === 'string' ? file.replaceAll('\n', ending) : file,
    ])
    return releaseOf({ name, publisher, complete, files: Object.fromEntries(files) })
  })

/** Every citation of a text, wherever in the report it stands. */
function textCitations(value: unknown): TextCitation[] {
  if (Array.isArray(value)) return value.flatMap(textCitations)
  if (typeof value !== 'object' || value === null) return []
  if (isTextCitation(value)) return [value]
  return Object.values(value).flatMap(textCitations)
}

const isTextCitation = (value: object): value is TextCitation =>
  'quote' in value && 'path' in value && 'line' in value && 'endLine' in value

/** What a release has on the lines that a citation names. */
const onLines = ({ texts }: Release, { path, line, endLine }: TextCitation) =>
  (texts.get(path)?.content ?? '')
    .split('\n')
    .slice(line - 1, endLine)
    .map(text => text.replace(/\r$/, ''))
    .join('\n')

const OPENNESS = [
  'closed-ai',
  'unlicensed-weights',
  'weights-available-ai',
  'open-weights-ai',
  'open-source-ai',
  'open-source-ai-with-open-data',
]

describe('of any release', () => {
  const all = drawn(releases, 120).map(release => ({ release, report: judge(release, known, TODAY) }))
  const holds = (check: (report: Report, release: Release) => void, some = all) => {
    for (const { release, report } of some) {
      try {
        check(report, release)
      } catch (error) {
        throw new Error(`of ${JSON.stringify([...release.texts.values()])}`, { cause: error })
      }
    }
  }

  test('the report is what the published schema says', () => {
    holds(report => {
      expect(valid(JSON.parse(JSON.stringify(report))), JSON.stringify(valid.errors)).toBe(true)
    })
  })

  test('every quote stands on the lines it names', () => {
    let seen = 0
    holds((report, release) => {
      for (const citation of textCitations(report)) {
        seen++
        expect(citation.quote).not.toBe('')
        expect(onLines(release, citation)).toContain(citation.quote)
      }
    })
    expect(seen).toBeGreaterThan(300)
  })

  test('the same comes out twice, whatever the order the files were read in', () => {
    holds(
      (report, release) => {
        const turned = { ...release, texts: new Map([...release.texts].reverse()) }
        expect(judge(turned, known, TODAY)).toEqual(report)
      },
      all.slice(0, 40),
    )
  })

  test('findings have names of their own, and every reason is one of them', () => {
    holds(report => {
      const ids = report.findings.map(finding => finding.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const term of [report.term, ...report.models.map(model => model.term)])
        for (const because of term.because) expect(ids).toContain(because)
    })
  })

  test('the floor is the term, or nothing is proven of a license that is presumed; the ceiling is not below', () => {
    holds(report => {
      for (const { id, floor, ceiling, basis } of [report.term, ...report.models.map(model => model.term)]) {
        if (basis === 'presumed' && id !== floor) expect(floor).toBe('undetermined')
        else expect(floor).toBe(id)
        expect(TERMS).toContain(ceiling)
        for (const term of [id, floor])
          if (OPENNESS.includes(term)) expect(OPENNESS.indexOf(ceiling)).toBeGreaterThanOrEqual(OPENNESS.indexOf(term))
      }
    })
  })

  test("the release's term is that of one of its models, and no proven one is less open", () => {
    holds(report => {
      if (report.models.length === 0) return
      const terms = report.models.map(model => model.term.id)
      expect(terms).toContain(report.term.id)
      const proven = terms.filter(id => id !== 'undetermined')
      if (report.term.id !== 'undetermined')
        for (const id of proven) expect(TERMS.indexOf(id)).toBeLessThanOrEqual(TERMS.indexOf(report.term.id))
    })
  })

  test('nothing open rests on a license that was not read', () => {
    holds(report => {
      const unread = report.licenses.some(license => license.class === 'unknown' && license.covers.includes('weights'))
      if (unread && report.models.length === 1 && report.conflicts.length === 0)
        expect(['undetermined', 'weights-available-ai', 'closed-ai', 'no-model']).toContain(report.term.floor)
    })
  })
})

describe('audit', () => {
  test('reads a folder and judges it', async () => {
    const folder = folderWith(
      { LICENSE: PIER, 'README.md': '# Heron\n', 'model.safetensors': '' },
      'marsh-lab__heron-7b',
    )
    const report = await audit(folder, { on: TODAY })
    expect(report.readAsOf).toBe(TODAY)
    expect(report.release).toMatchObject({ source: 'folder', complete: true, places: [folder] })
    expect(report.licenses.map(license => license.name)).toEqual(['PIER COMMUNITY LICENSE'])
  })

  test('says which day it was read on, today unless told', async () => {
    const folder = folderWith({ 'README.md': '# Heron\n' })
    expect((await audit(folder)).readAsOf).toBe(new Date().toISOString().slice(0, 10))
  })

  test('throws when there is nothing to read', async () => {
    await expect(audit('/nowhere/at/all')).rejects.toThrow('no source opens "/nowhere/at/all"')
  })

  test('ends when it is told to', async () => {
    await expect(audit(folderWith({ 'README.md': '# Heron\n' }), { signal: AbortSignal.abort() })).rejects.toThrow()
  })
})
