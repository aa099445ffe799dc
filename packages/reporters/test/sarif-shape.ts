import { Ajv } from 'ajv'
import { sharedSchema } from '../../../test/shared.mjs'

const schema = sharedSchema('schemas/sarif/sarif-schema-2.1.0.json')

/** Checks a log by the schema of SARIF 2.1.0 and says what is wrong; null where the schema is not there. */
export const bySchema: ((log: unknown) => string | null) | null = schema && compiled(schema)

function compiled(schema: Readonly<Record<string, unknown>>) {
  // of draft 4, whose only word that ajv reads otherwise is the id
  const { $schema: _, id: __, ...draft } = schema
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(draft)
  return (log: unknown) => (validate(log) ? null : JSON.stringify(validate.errors))
}

const KINDS = ['pass', 'fail', 'open', 'review', 'notApplicable', 'informational']

interface Region {
  readonly startLine: number
  readonly endLine?: number
}
interface Log {
  readonly version: string
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } }
    readonly taxonomies?: readonly { readonly name: string; readonly taxa: readonly { readonly id: string }[] }[]
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly kind: string
      readonly level: string
      readonly message: { readonly text: string }
      readonly locations?: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region?: Region }
      }[]
      readonly taxa?: readonly { readonly id: string; readonly toolComponent: { readonly name: string } }[]
    }[]
  }[]
}

/**
 * What a reader of logs relies on and a schema does not check: rules and taxa that are there, kinds that fit levels,
 * places that exist.
 */
export function oddities({ version, runs }: Log): readonly string[] {
  const odd: string[] = version === '2.1.0' && runs.length === 1 ? [] : ['version or runs']
  for (const { tool, taxonomies = [], results } of runs) {
    const taxa = new Set(taxonomies.flatMap(({ name, taxa }) => taxa.map(({ id }) => `${name} ${id}`)))
    for (const one of results) {
      const say = (what: string) => odd.push(`${one.ruleId}: ${what}`)
      if (tool.driver.rules[one.ruleIndex]?.id !== one.ruleId) say('its rule is not there')
      if (!KINDS.includes(one.kind)) say(`kind ${one.kind}`)
      if ((one.kind === 'fail') === (one.level === 'none')) say(`level ${one.level} of ${one.kind}`)
      if (one.message.text.trim() === '') say('no message')
      for (const { id, toolComponent } of one.taxa ?? [])
        if (!taxa.has(`${toolComponent.name} ${id}`)) say(`taxon ${id}`)
      for (const { physicalLocation } of one.locations ?? []) {
        const { artifactLocation, region } = physicalLocation
        if (!/^[A-Za-z0-9\-._~!*'()%/]+$/.test(artifactLocation.uri)) say(`address ${artifactLocation.uri}`)
        if (region && (region.startLine < 1 || (region.endLine ?? region.startLine) < region.startLine)) say('region')
      }
    }
  }
  return odd
}
