// What npm run corpus prints of the formats: how many reports of the corpus are valid in each that has a schema.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { SPECS } from '@unwash/reporters/formats'
import { knownNames, reporters } from '@unwash/reporters/index'
import { reportSchema } from '@unwash/reporters/schema'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

/** Prints "formats valid: n of n" and what is wrong with those that are not. A format whose schema is not there is said. */
export async function validateFormats(schemas, results, known) {
  const options = { names: knownNames(known.knowledge) }
  const checks = [
    ['json', bySchema(new Ajv2020({ strict: false }), reportSchema())],
    ...SPECS.map(spec => ['cyclonedx', byLibrary(spec), { spec }]),
    ['spdx', withFile(join(schemas, 'spdx/spdx-3.0.1.schema.json'), schema => bySchema(withFormats(), schema))],
    [
      'sarif',
      // of draft 4, whose only word that ajv reads otherwise is the id
      withFile(join(schemas, 'sarif/sarif-schema-2.1.0.json'), ({ $schema: _, id: __, ...schema }) =>
        bySchema(new Ajv({ strict: false, validateFormats: false }), schema),
      ),
    ],
    [
      'mot',
      withFile(join(schemas, '../knowledge/peers/mot/schema/mof_schema.json'), schema => {
        const ajv = new Ajv({ strict: false })
        addFormats.default(ajv)
        return bySchema(ajv, schema, parse)
      }),
    ],
  ]
  const wrong = []
  const shown = []
  let valid = 0
  let all = 0
  for (const [format, check, how = {}] of checks) {
    const id = [format, how.spec].filter(Boolean).join(' ')
    if (!check) {
      shown.push(`${id} not checked, its schema is not there`)
      continue
    }
    let right = 0
    let n = 0
    for (const { row, report } of results) {
      if (!report) continue
      n++
      const text = reporters.find(reporter => reporter.id === format).render(report, { ...options, ...how })
      const says = await check(text)
      if (says === null) right++
      else wrong.push(`${id} of ${row.dir}: ${says.slice(0, 300)}`)
    }
    valid += right
    all += n
    shown.push(`${id} ${right} of ${n}`)
  }
  console.log(`\nformats valid: ${valid} of ${all} (${shown.join(', ')})`)
  for (const one of wrong) console.log(`  ${one}`)
}

function byLibrary(spec) {
  const validator = new Validation.JsonStrictValidator(Spec.Version[`v${spec.replace('.', 'dot')}`])
  return async text => {
    const errors = await validator.validate(text)
    return errors === null ? null : JSON.stringify(errors)
  }
}

function withFormats() {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  return ajv
}

function bySchema(ajv, schema, read = JSON.parse) {
  const validate = ajv.compile(schema)
  return text => (validate(read(text)) ? null : JSON.stringify(validate.errors))
}

const withFile = (path, make) => (existsSync(path) ? make(JSON.parse(readFileSync(path, 'utf8'))) : null)
