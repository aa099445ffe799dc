import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { inShort } from '@unwash/core/text/quote'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { reportOn, WEIGHTS } from '../../../test/judged.ts'
import { sharedSchema } from '../../../test/shared.mjs'
import { badge } from '../src/badge.ts'
import { card } from '../src/card.ts'
import { cyclonedx } from '../src/cyclonedx/index.ts'
import { SPECS } from '../src/formats.ts'
import { html } from '../src/html/index.ts'
import { spdx } from '../src/spdx/index.ts'
import { names } from './names.ts'
import { hostile, open, restricted, samples } from './samples.ts'
import { named, published, signed } from './variants.ts'

const all = Object.entries({ ...samples, signed, named, published })

describe('CycloneDX', () => {
  const validators = {
    '1.7': new Validation.JsonStrictValidator(Spec.Version.v1dot7),
    '1.6': new Validation.JsonStrictValidator(Spec.Version.v1dot6),
    '1.5': new Validation.JsonStrictValidator(Spec.Version.v1dot5),
  } as const satisfies Record<(typeof SPECS)[number], unknown>

  describe.each(SPECS)('%s', spec => {
    test.each(all)('"%s" is a bill of materials by its schema', async (_, report) => {
      const text = cyclonedx.render(report, { names, spec })
      expect(JSON.parse(text).specVersion).toBe(spec)
      expect(await validators[spec].validate(text)).toBeNull()
    })
  })

  test('a license that is declared and another that is concluded are told in every edition', () => {
    const [first] = open.components
    if (!first) throw new Error('the sample has components')
    const licensing = { ...first.licensing, declared: 'mit', concluded: 'apache-2.0' }
    const report = { ...open, components: [{ ...first, licensing }] }
    const modelIn = (spec: (typeof SPECS)[number]) =>
      JSON.parse(cyclonedx.render(report, { names, spec })).components[0]
    const [declared, concluded] = ['LicenseRef-mit', 'LicenseRef-apache-2.0']
    expect(modelIn('1.7').licenses).toEqual([
      { expression: declared, acknowledgement: 'declared' },
      { expression: concluded, acknowledgement: 'concluded' },
    ])
    expect(modelIn('1.6').licenses).toEqual([{ expression: concluded, acknowledgement: 'concluded' }])
    expect(modelIn('1.5').licenses).toEqual([{ expression: concluded }])
    for (const spec of ['1.6', '1.5'] as const)
      expect(modelIn(spec).properties).toContainEqual({ name: 'unwash:license:declared', value: declared })
  })

  test('the same report has the same serial number, and every other its own', () => {
    const serial = (report: typeof open, spec: (typeof SPECS)[number] = '1.7') =>
      JSON.parse(cyclonedx.render(report, { names, spec })).serialNumber
    expect(serial(open)).toBe(serial({ ...open }))
    const others = [serial(open), serial(open, '1.6'), serial(restricted), serial({ ...open, readAsOf: '2026-11-25' })]
    expect(new Set(others).size).toBe(4)
    for (const one of others)
      expect(one).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('a model at the hub has what consumers look for: its package URL, task, files with hashes and where it is', () => {
    const bom = JSON.parse(cyclonedx.render(published, { names }))
    const purl = 'pkg:huggingface/hedgerow/wren-1b@0123456789abcdef0123456789abcdef01234567'
    expect(bom.metadata.component).toMatchObject({ group: 'hedgerow', name: 'wren-1b', purl })
    expect(bom.components[0]).toMatchObject({
      'bom-ref': 'model',
      purl,
      supplier: { name: 'hedgerow' },
      modelCard: { modelParameters: { task: 'text-generation', modelArchitecture: 'WrenForCausalLM' } },
      components: [
        { type: 'file', name: 'a.safetensors', hashes: [{ alg: 'SHA-256', content: 'a'.repeat(64) }] },
        { type: 'file', name: 'b.safetensors' },
      ],
    })
    expect(bom.components[0].externalReferences.map(({ type }: { type: string }) => type)).toEqual([
      'website',
      'distribution',
      'vcs',
      'model-card',
    ])
    expect(bom.dependencies[0]).toEqual({ ref: 'release', dependsOn: ['model'] })
    const one = { ...published, about: { ...published.about, weights: published.about.weights.slice(0, 1) } }
    expect(JSON.parse(cyclonedx.render(one, { names })).components[0].hashes).toHaveLength(1)
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
      { type: 'machine-learning-model' },
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
    expect(bom.components[2]).not.toHaveProperty('licenses')
    expect(bom.components[0].modelCard.modelParameters.datasets).toEqual(
      bom.components.slice(1).map((component: { 'bom-ref': string }) => ({ ref: component['bom-ref'] })),
    )
  })

  test('whose sign-off the term rests on is said with the model and with the requirement', () => {
    const bom = JSON.parse(cyclonedx.render(signed, { names }))
    expect(bom.components[0].properties).toContainEqual({
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
  const schema = sharedSchema('schemas/spdx/spdx-3.0.1.schema.json')

  test.skipIf(!schema)('every sample is a document by the schema of SPDX 3.0.1', () => {
    const ajv = new Ajv2020({ strict: false })
    formats.default(ajv)
    const validate = ajv.compile(schema ?? {})
    for (const [, report] of all)
      expect(validate(JSON.parse(spdx.render(report, { names }))), JSON.stringify(validate.errors)).toBe(true)
  })

  /**
   * which fields the profiles require, and the JSON Schema does not enforce (SPDX 3.0.1, AIPackage and DatasetPackage)
   */
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

  test('a model at the hub has its package URL, and the day it was put there as that of its release', () => {
    const graph: { type: string }[] = JSON.parse(spdx.render(published, { names }))['@graph']
    expect(graph.find(({ type }) => type === 'ai_AIPackage')).toMatchObject({
      releaseTime: '2026-02-03T00:00:00Z',
      software_packageUrl: 'pkg:huggingface/hedgerow/wren-1b@0123456789abcdef0123456789abcdef01234567',
      ai_domain: ['text-generation'],
    })
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
    // what is cited leads down the page, or where its publisher has it
    expect(page).not.toMatch(/\ssrc=|href="(?!#c|https:)/)
  })

  test('foreign words are text, whatever they hold', () => {
    expect(html.render(hostile, { names })).toContain('&lt;script>alert(1)&lt;/script>')
  })

  test('it opens with the term as its one first heading', () => {
    expect(html.render(open, { names }).match(/<h1[^<]*/g)).toEqual([
      `<h1 class="term">Open Weights AI, free to use and change`,
    ])
  })

  test('every place that is cited is a link to its words, which are told once', () => {
    const page = html.render(restricted, { names })
    const led = [...page.matchAll(/href="#(c[\d-]+)"/g)].map(([, id]) => id)
    expect(led.length).toBeGreaterThan(5)
    for (const id of led) expect(page.split(`id="${id}"`)).toHaveLength(2)
  })
})

describe('badge', () => {
  test('it says on whose sign-off the term rests', () => {
    expect(badge.render(signed, { names })).toContain('Open Source AI (signed off by R. Marsh)')
    expect(badge.render(open, { names })).not.toContain('signed off')
  })

  test('it says the verdict in plain words, in a color of its own for what is free and what is restricted', () => {
    expect(badge.render(open, { names })).toContain(
      '<title>AI openness: Open Weights AI, free to use and change</title>',
    )
    expect(badge.render(hostile, { names })).toContain('<title>AI openness: Undetermined, too little could be read')
    const fills = [open, restricted, hostile].map(
      one => /<path [^>]*fill="(#\w+)"/.exec(badge.render(one, { names }))?.[1],
    )
    expect(new Set(fills).size).toBe(3)
  })
})

describe('a card to share', () => {
  test('names the release, its term and the day, and breaks no markup', () => {
    const picture = card.render(open, { names })
    expect(picture).toContain('Open Weights AI')
    expect(picture).toContain(`read ${open.readAsOf}`)
    expect(card.render(hostile, { names })).not.toMatch(/<script|javascript:/i)
  })

  const drawn = (report: Parameters<typeof card.render>[0]) =>
    card
      .render(report, { names })
      .replace(/<[^>]*>\s*/g, ' ')
      .replace(/\s+/g, ' ')

  test('quotes the claim that is contradicted with its place, and says why in a sentence', () => {
    const [claim] = restricted.claims
    const told = claim ? { ...restricted, claims: [{ ...claim, check: 'contradicted' as const }] } : restricted
    expect(claim).toBeDefined()
    expect(drawn(told)).toMatch(
      /It says: “[^”]+” \([^)]+:\d+\) Contradicted: The license ends use above 50 million monthly active users \(LICENSE:20-21\)\./,
    )
  })

  test('shows no row of a table, no clause that is cut, and every model', () => {
    const NAMES = Array.from({ length: 12 }, (_, at) => `Heron-${at + 1}B`)
    const rows = NAMES.map((name, at) => `| ${name} | ${at < 8 ? 'MIT' : 'CC-BY-NC-4.0'} |`).join('\n')
    const text = `# Heron\n\nHeron is open source.\n\n| model | license |\n| --- | --- |\n${rows}\n`
    const words = drawn(reportOn({ files: { ...WEIGHTS, 'README.md': text } }))
    expect(words).toContain('8 of 12 models: ✓ Can: use it commercially · ')
    expect(words).toContain('Heron-9B, Heron-10B, Heron-11B and Heron-12B: ✗ Cannot: use it commercially')
    expect(words).not.toMatch(/\||…/)
  })

  test('names models that are few, and prefers a claim in English', () => {
    const text =
      '# Heron\n\nHeron is an open source model of marshes and reeds.\n\n苍鹭是开源模型。\n\n' +
      '| model | license |\n| --- | --- |\n| Heron-1B | MIT |\n| Heron-2B | CC-BY-NC-4.0 |\n'
    const words = drawn(reportOn({ files: { ...WEIGHTS, 'README.md': text } }))
    expect(words).toContain('Heron-2B: ')
    expect(words).toContain('It says: “Heron is an open source model of marshes and reeds.”')
  })
})

describe('words in short', () => {
  const words = 'You may use the heron for research, and you may pass it on, as long as you keep its name beside it'
  test('end where a clause does', () => {
    expect(inShort(words, 70)).toBe('You may use the heron for research, and you may pass it on…')
    expect(inShort(words, 500)).toBe(words)
    expect(inShort(words, 70, 65)).toBeNull()
  })
  test('never leave out an exception', () => {
    expect(inShort('You may not sell the heron, by day or by night, unless we agree to it in writing', 50)).toBeNull()
  })
})
