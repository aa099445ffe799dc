import { existsSync, readFileSync } from 'node:fs'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { badge } from '../../src/reports/badge/index.ts'
import { cyclonedx } from '../../src/reports/cyclonedx/index.ts'
import { html } from '../../src/reports/html/index.ts'
import { spdx } from '../../src/reports/spdx/index.ts'
import { names } from './names.ts'
import { hostile, open, restricted, samples } from './samples.ts'
import { named, signed } from './variants.ts'

const all = Object.entries({ ...samples, signed, named })

describe('CycloneDX', () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot7)

  test.each(all)('"%s" is a bill of materials by the schema of CycloneDX 1.7', async (_, report) => {
    expect(await validator.validate(cyclonedx.render(report, { names }))).toBeNull()
  })

  test('every bom-ref stands once, and every reference leads to one', () => {
    const text = cyclonedx.render(restricted, { names })
    const refs = [...text.matchAll(/"bom-ref": "([^"]+)"/g)].map(found => found[1])
    expect(new Set(refs).size).toBe(refs.length)
    const bom: { declarations: { claims: { evidence?: string[]; counterEvidence?: string[]; target: string }[] } } =
      JSON.parse(text)
    for (const claim of bom.declarations.claims)
      for (const ref of [claim.target, ...(claim.evidence ?? []), ...(claim.counterEvidence ?? [])])
        expect(refs).toContain(ref)
  })

  test('a contradicted claim of the publisher has counter-evidence, a met requirement evidence', () => {
    const claimsOf = (report: typeof open) => JSON.parse(cyclonedx.render(report, { names })).declarations.claims
    expect(claimsOf(restricted)[0]).toMatchObject({
      predicate: 'Lumen 7B is an open-source language model',
      counterEvidence: [expect.any(String)],
    })
    expect(claimsOf(open).find(({ predicate }: { predicate: string }) => predicate === 'meets OSAID-F1')).toMatchObject(
      {
        evidence: [expect.any(String)],
      },
    )
  })

  test('every set that the training data names is a component with its own licenses', () => {
    const bom = JSON.parse(cyclonedx.render(named, { names }))
    expect(bom.components).toMatchObject([
      {
        type: 'data',
        name: 'Parish Letters',
        licenses: [
          { expression: 'LicenseRef-cc-by-4.0', acknowledgement: 'declared' },
          { expression: 'LicenseRef-cc-by-nc-4.0', acknowledgement: 'concluded' },
        ],
        data: [{ contents: { url: 'https://data.example/parish' } }],
        properties: expect.arrayContaining([{ name: 'unwash:stages', value: 'pre-training, post-training' }]),
      },
      { type: 'data', name: 'Ferry Tables' },
    ])
    expect(bom.components[1]).not.toHaveProperty('licenses')
    expect(bom.metadata.component.modelCard.modelParameters.datasets).toEqual(
      bom.components.map((component: { 'bom-ref': string }) => ({ ref: component['bom-ref'] })),
    )
  })

  test('whose sign-off the term rests on is said with the model and with the requirement', () => {
    const bom = JSON.parse(cyclonedx.render(signed, { names }))
    expect(bom.metadata.component.properties).toContainEqual({
      name: 'unwash:signed-off',
      value: 'signed off by R. Marsh',
    })
    expect(JSON.stringify(bom.declarations)).toContain('signed off by R. Marsh on 2026-11-20: the list is whole')
  })

  test('what is not known gets no conformance score', () => {
    const { attestations } = JSON.parse(cyclonedx.render(open, { names })).declarations
    const row = attestations
      .flatMap(({ map }: { map: object[] }) => map)
      .find(({ requirement }: { requirement: string }) => requirement.endsWith('OSAID-D8'))
    expect(row.conformance).toEqual({ rationale: expect.stringMatching(/^needs-human: /) })
  })
})

describe('SPDX', () => {
  const schema = new URL('../../../shared/schemas/spdx/spdx-3.0.1.schema.json', import.meta.url)

  test.skipIf(!existsSync(schema))('every sample is a document by the schema of SPDX 3.0.1', () => {
    const ajv = new Ajv2020({ strict: false })
    formats.default(ajv)
    const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')))
    for (const [, report] of all)
      expect(validate(JSON.parse(spdx.render(report, { names }))), JSON.stringify(validate.errors)).toBe(true)
  })

  /** which fields the profiles require, and the JSON Schema does not enforce (SPDX 3.0.1, AIPackage and DatasetPackage) */
  const REQUIRED = {
    ai_AIPackage: [
      'name',
      'suppliedBy',
      'software_downloadLocation',
      'software_packageVersion',
      'software_primaryPurpose',
      'releaseTime',
    ],
    dataset_DatasetPackage: [
      'name',
      'originatedBy',
      'builtTime',
      'releaseTime',
      'software_downloadLocation',
      'software_primaryPurpose',
      'dataset_datasetType',
    ],
  } as const

  test.each(all)('"%s" has every field that the AI and dataset profiles require', (_, report) => {
    const graph: Record<string, unknown>[] = JSON.parse(spdx.render(report, { names }))['@graph']
    for (const [type, fields] of Object.entries(REQUIRED))
      for (const element of graph.filter(element => element.type === type))
        expect(Object.keys(element)).toEqual(expect.arrayContaining([...fields]))
    expect(graph.some(({ type }) => type === 'ai_AIPackage')).toBe(true)
  })

  test('every set that the training data names is a dataset the model was trained on', () => {
    const graph: { type: string; name?: string; spdxId: string; relationshipType?: string; to?: string[] }[] =
      JSON.parse(spdx.render(named, { names }))['@graph']
    const sets = graph.filter(({ type }) => type === 'dataset_DatasetPackage')
    expect(sets.map(({ name }) => name)).toEqual(['Parish Letters', 'Ferry Tables'])
    expect(graph.find(({ relationshipType }) => relationshipType === 'trainedOn')?.to).toEqual(
      sets.map(({ spdxId }) => spdxId),
    )
  })

  test('whose sign-off the term rests on is said', () => {
    expect(spdx.render(signed, { names })).toContain('Open Source AI (signed off by R. Marsh)')
  })

  test('every element that is pointed to is in the document', () => {
    const graph: { spdxId?: string; type: string; from?: string; to?: string[] }[] = JSON.parse(
      spdx.render(restricted, { names }),
    )['@graph']
    const ids = graph.flatMap(({ spdxId }) => spdxId ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const relationships = graph.filter(({ type }) => type === 'Relationship')
    expect(relationships.length).toBeGreaterThan(2)
    for (const { from, to = [] } of relationships) expect(ids).toEqual(expect.arrayContaining([from, ...to]))
  })
})

describe('HTML', () => {
  test.each(all)('"%s" asks for nothing from outside and runs nothing', (_, report) => {
    const page = html.render(report, { names })
    expect(page).not.toMatch(/<(?:script|img|link|iframe|object)\b|\son\w+=|url\(|@import/i)
    expect(page).not.toMatch(/(?:src|href)=/)
  })

  test('foreign words are text, whatever they hold', () => {
    expect(html.render(hostile, { names })).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test('it opens with the term as its one first heading', () => {
    expect(html.render(open, { names }).match(/<h1>[^<]*/g)).toEqual(['<h1>Open Weights AI'])
  })
})

describe('badge', () => {
  test('it says on whose sign-off the term rests', () => {
    expect(badge.render(signed, { names })).toContain('Open Source AI (G7; signed off by R. Marsh)')
    expect(badge.render(open, { names })).not.toContain('signed off')
  })

  test("a term of the G7 says so, a word of unwash's own does not", () => {
    expect(badge.render(open, { names })).toContain('<title>AI openness: Open Weights AI (G7)</title>')
    expect(badge.render(hostile, { names })).toContain('<title>AI openness: Undetermined</title>')
  })
})
