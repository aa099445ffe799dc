import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { clausesIn } from './known.ts'

const spdx: Record<string, { osiApproved: boolean; licenseText: string }> = createRequire(import.meta.url)(
  'spdx-license-list/full',
)
/** free in every port and version, though neither the OSI nor the FSF lists each */
const FREE_CONTENT = /^(?:CC0-1\.0|CC-BY-\d|CC-BY-SA-\d|CDLA-|ODC-By|ODbL|PDDL|OGL-|NLOD|DL-DE-|etalab)/
const free = new Set(knowledge.fsf.free)
const approved = Object.entries(spdx).filter(
  ([id, { osiApproved }]) => osiApproved || free.has(id) || FREE_CONTENT.test(id),
)

describe('texts that the OSI or the FSF approves, and open terms for content', () => {
  test('are many', () => expect(approved.length).toBeGreaterThan(220))

  test('have no clause that blocks', () => {
    const blocking = approved.flatMap(([id, { licenseText }]) =>
      clausesIn(licenseText)
        .filter(clause => clause.weighs === 'blocks' && clause.mode !== 'plea' && clause.against.length > 0)
        .map(clause => `${id}:${clause.line} ${clause.kind} ${clause.quote.slice(0, 80)}`),
    )
    expect(blocking).toEqual([])
  })

  test('are known by the id of the FSF', () => {
    for (const id of free) expect.soft(spdx[id], id).toBeDefined()
    expect(knowledge.licenses.get('gpl-3.0')?.fsfFree).toBe(true)
    expect(knowledge.licenses.get('cc-by-nc-4.0')?.fsfFree).toBe(false)
  })
})
