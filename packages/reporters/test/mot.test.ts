import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge } from '@unwash/core/judge'
import { open } from '@unwash/sources/index'
import { MotForm } from '@unwash/sources/mot/read'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { known, reportOn, TODAY, WEIGHTS } from '../../../test/judged.ts'
import { folderWith } from '../../../test/release.ts'
import { sharedSchema } from '../../../test/shared.mjs'
import { mot } from '../src/mot.ts'
import { names } from './names.ts'
import { samples } from './samples.ts'
import { published } from './variants.ts'

const CARD = `---
license: apache-2.0
---
# Heron

Read the [technical report](https://arxiv.org/abs/2401.00001).
`
const reports = {
  ...samples,
  published,
  code: reportOn({
    files: { ...WEIGHTS, 'README.md': CARD, 'train.py': 'print(1)', 'modeling_heron.py': 'class Heron: 1' },
  }),
  bound: reportOn({ files: { ...WEIGHTS, 'README.md': '---\nlicense: llama3.1\n---\n# Heron\n' } }),
  bare: reportOn({ files: { ...WEIGHTS, 'README.md': '# Heron\n' } }),
  hostile: reportOn({ name: '\u001b[31m"x: [', files: { ...WEIGHTS, 'README.md': CARD } }),
}
const all = Object.entries(reports)

const readingOf = (report: (typeof reports)['code']) => {
  const { conclusion, percentages } = report.evaluations.find(({ reading }) => reading === 'mot') ?? {}
  return { conclusion, percentages }
}

describe('a report as a form of the Model Openness Tool', () => {
  test.each(all)('"%s" has the shape of one', (_, report) => {
    expect(() => MotForm.parse(parse(mot.render(report, { names })))).not.toThrow()
  })

  const schema = sharedSchema('knowledge/peers/mot/schema/mof_schema.json')
  test.skipIf(!schema).each(all)('"%s" holds by the tool\'s own schema', (_, report) => {
    const ajv = new Ajv({ strict: false })
    formats.default(ajv)
    const validate = ajv.compile(schema ?? {})
    validate(parse(mot.render(report, { names })))
    expect(validate.errors).toBeNull()
  })

  test.each(Object.entries({ code: reports.code, bound: reports.bound, bare: reports.bare }))(
    '"%s" read again gives the same class and the same form',
    async (_, report) => {
      const text = mot.render(report, { names })
      const target = join(folderWith({}), 'again.yml')
      writeFileSync(target, text)
      const again = judge(await open(target), known, TODAY)
      expect(readingOf(again)).toEqual(readingOf(report))
      const licenses = (form: string) =>
        MotForm.parse(parse(form)).release.components.map(({ name, license }) => [name, license])
      expect(licenses(mot.render(again, { names }))).toEqual(licenses(text))
    },
  )

  test('lists what is here or linked, each with its own license', () => {
    const { release } = MotForm.parse(parse(mot.render(reports.code, { names })))
    expect(release.license).toEqual({})
    expect(release.components).toContainEqual(
      expect.objectContaining({ name: 'Training code', license: 'Apache-2.0', component_path: 'train.py' }),
    )
    expect(release.components.map(({ name }) => name)).not.toContain('Model parameters (Intermediate)')
  })

  test('says what the form asks beside its components, as far as it is known', () => {
    const { release } = parse(mot.render(published, { names }))
    expect(release).toMatchObject({
      version: published.release.revision,
      date: '2026-02-03',
      type: 'language',
      architecture: 'decoder',
      huggingface: 'https://huggingface.co/hedgerow/wren-1b',
      contact: 'https://huggingface.co/hedgerow/wren-1b/discussions',
    })
    expect(release.components[0].description).toMatch(/license/i)
  })
})
