import { join } from 'node:path'
import { UnwashError } from '@unwash/core/error'
import { audit } from '@unwash/library/audit'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../../test/release.ts'
import { open } from '../src/index.ts'

const fileWith = (content: string, name = 'wren.yml') => join(folderWith({ [name]: content }), name)

const HEAD = `framework:
  name: Model Openness Framework
  version: '1.0'
  date: '2024-12-15'
release:
  name: Wren 1B
  producer: Hedgerow Institute
`
const form = (components: string, license = '{}') => `${HEAD}  license: ${license}\n  components:\n${components}`

describe('a form of the Model Openness Tool', () => {
  test('declares components in place of files', async () => {
    const target = fileWith(
      form(`    - name: Model card
      license: CC-BY-4.0
      component_path: https://hub.example/hedgerow/wren
    - name: Datasets
      license: unlicensed
`),
    )
    const release = await open(target)
    expect(release).toMatchObject({ name: 'Wren 1B', publisher: 'Hedgerow Institute', source: 'mot', complete: false })
    expect(release.declared).toMatchObject([
      {
        id: 'model-card',
        license: 'CC-BY-4.0',
        inherited: false,
        location: 'https://hub.example/hedgerow/wren',
        cited: [
          { path: 'wren.yml', key: 'release.components.license', value: 'CC-BY-4.0', line: 11 },
          { path: 'wren.yml', key: 'release.components.name', value: 'Model card', line: 10 },
          { path: 'wren.yml', url: 'https://hub.example/hedgerow/wren', line: 12 },
        ],
      },
      { id: 'datasets', license: null, location: null },
    ])
    expect(release.notes[0]?.says).toContain('nothing that it names was looked at')
  })

  test('a component without a license has that of its type, else that of the whole, and an empty one has none', async () => {
    const license = '{ distribution: { name: MIT }, data: { name: ODbL-1.0 }, code: { name: } }'
    const { declared } = await open(
      fileWith(
        form(
          `    - name: Training code
    - name: Datasets
    - name: Model card
      license: ''
`,
          license,
        ),
      ),
    )
    expect(declared).toMatchObject([
      { license: 'MIT', inherited: true, cited: [{ key: 'release.license.distribution.name', line: 8 }, {}] },
      { license: 'ODbL-1.0', inherited: false },
      { license: null },
    ])
  })

  test('is judged on what it declares, and the strict reading inherits nothing onto data and papers', async () => {
    const report = await audit(
      fileWith(form('    - name: Datasets\n    - name: Training code\n', '{ distribution: { name: MIT } }')),
    )
    const rowOf = (reading: string, id: string) =>
      report.evaluations
        .find(one => one.framework === 'mof-1.0' && one.reading === reading)
        ?.requirements.find(row => row.id === id)
    expect(rowOf('mot', 'MOF-I-datasets')).toMatchObject({ answer: 'met', license: 'MIT' })
    expect(rowOf('strict', 'MOF-I-datasets')).toMatchObject({ answer: 'unmet', level: 'unlicensed' })
    expect(rowOf('strict', 'MOF-II-training-code')).toMatchObject({ answer: 'met' })
    const code = report.evaluations.flatMap(one => one.requirements).find(({ id }) => id === 'OSAID-C2')
    expect(code?.answer, 'elsewhere a declaration shows nothing').toBe('unknown')
  })

  test('an id in other letters is known, and is not what the tool compares with', async () => {
    const report = await audit(fileWith(form('    - name: Training code\n      license: apache-2.0\n')))
    const row = report.evaluations.find(({ reading }) => reading === 'mot')?.requirements
    expect(row?.find(({ id }) => id === 'MOF-II-training-code')).toMatchObject({ answer: 'unmet', level: 'invalid' })
    expect(report.components.find(({ id }) => id === 'training-code')?.licensing.concluded).toBe('apache-2.0')
  })

  test('a license that nobody knows is one whose terms are not known: nothing is open by it', async () => {
    const report = await audit(
      fileWith(form('    - name: Model parameters (Final)\n      license: Ask The Institute\n')),
    )
    expect(report.licenses).toMatchObject([{ id: null, name: 'Ask The Institute', class: 'unknown' }])
    expect(report.term.floor).toBe('undetermined')
    const row = report.evaluations.find(({ reading }) => reading === 'mot')?.requirements
    expect(row?.find(({ id }) => id === 'MOF-III-weights')).toMatchObject({ answer: 'unmet', level: 'invalid' })
  })

  test('another YAML file is a text as before', async () => {
    expect((await open(fileWith('steps: 3\n', 'train.yml'))).source).toBe('file')
  })
})

const broken: readonly (readonly [string, string, RegExp])[] = [
  [
    'a component that is none',
    form('    - name: Model card\n    - name: Training dataset\n'),
    /no component is called "Training dataset" in ".*wren\.yml:11": write one of: Training code$/,
  ],
  [
    'a component twice',
    form('    - name: Datasets\n    - name: Datasets\n'),
    /Datasets stands twice, on line 10 too, in ".*wren\.yml:11": keep one/,
  ],
  ['broken YAML', `${HEAD}  license: [`, /this YAML cannot be read in ".*wren\.yml:8": /],
  [
    'a key twice',
    `${HEAD}  name: Robin\n`,
    /this YAML cannot be read in ".*wren\.yml:8": it has "name" twice in one map, on line 6 too/,
  ],
  [
    'an alias',
    form('    - &one { name: Datasets }\n    - *one\n'),
    /this YAML cannot be read in ".*wren\.yml:11": it has an alias/,
  ],
  [
    'another framework',
    form('    - name: Datasets\n').replace('Model Openness Framework', 'Ladder'),
    /framework\.name is not "Model Openness Framework" in ".*wren\.yml:2"/,
  ],
  ['no components', `${HEAD}  license: {}\n`, /release\.components is missing or of the wrong kind in ".*wren\.yml:6"/],
  [
    'a license that is a list',
    form('    - name: Datasets\n      license: [MIT, ISC]\n'),
    /release\.components\.0\.license is missing or of the wrong kind in ".*wren\.yml:11"/,
  ],
  [
    'a misspelled key of a component',
    form('    - name: Datasets\n      licence: MIT\n'),
    /no key is called "licence" in ".*wren\.yml:11": write one of those that the form's schema has/,
  ],
  [
    'a misspelled kind of license',
    form('    - name: Datasets\n', '\n    dta: { name: MIT }'),
    /no key is called "dta" in ".*wren\.yml:9"/,
  ],
  [
    'an edition that is not read',
    form('    - name: Datasets\n').replace("version: '1.0'", "version: '2.0'"),
    /framework\.version is not 1\.0, the edition that is read here, in ".*wren\.yml:3"/,
  ],
  ['an empty form', 'framework:\n', /framework is missing or of the wrong kind in ".*wren\.yml:1"/],
]

test.each(broken)('of %s the line is named', async (_, content, message) => {
  const error = await audit(fileWith(content)).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(UnwashError)
  expect(error instanceof Error && error.message).toMatch(message)
})
