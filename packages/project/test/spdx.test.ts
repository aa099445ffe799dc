import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { sharedSchema } from '../../../test/shared.mjs'
import { run } from '../../cli/test/golden.ts'

const schema = sharedSchema('schemas/spdx/spdx-3.0.1.schema.json')

test('a bill of SPDX names each model and set that a project needs, with its license', async () => {
  const folder = folderWith({
    'app.py': 'AutoModel.from_pretrained("Qwen/Qwen2.5-7B")\nload_dataset("hedgerow/letters")\n',
  })
  const put = () => run(['project', folder, '--format', 'spdx'], { HF_HOME: '/nonexistent-cache' })
  const { stdout, code } = await put()
  expect(code).toBe(0)
  const document = JSON.parse(stdout)
  const graph: Record<string, unknown>[] = document['@graph']
  const model = graph.find(({ type }) => type === 'ai_AIPackage')
  const set = graph.find(({ type }) => type === 'dataset_DatasetPackage')
  expect(model).toMatchObject({ name: 'Qwen/Qwen2.5-7B', software_packageUrl: 'pkg:huggingface/Qwen/Qwen2.5-7B' })
  expect(set).toMatchObject({ name: 'hedgerow/letters', comment: expect.stringContaining('app.py:2') })
  const related = (kind: string) => graph.find(({ relationshipType }) => relationshipType === kind)
  expect(related('dependsOn')).toMatchObject({ to: expect.arrayContaining([model?.spdxId, set?.spdxId]) })
  expect(related('hasDeclaredLicense')).toMatchObject({ from: model?.spdxId })
  if (schema) {
    const ajv = new Ajv2020({ strict: false })
    formats.default(ajv)
    const validate = ajv.compile(schema)
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true)
  }
})
