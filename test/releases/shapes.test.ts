import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { judge } from '@unwash/core/judge'
import { TERMS } from '@unwash/core/report/vocabulary'
import { knownNames, reporters } from '@unwash/reporters/index'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { spdx } from '../../packages/core/test/texts.ts'
import { known, TODAY } from '../judged.ts'
import { type FileSetup, releaseOf } from '../release.ts'

/** An invented release in a shape that misleads, with the first screen it comes to. */
const Shape = z.strictObject({
  says: z.string().describe('what misleads'),
  proven: z.enum(TERMS).describe('decided by a person; no golden that is written anew changes it'),
  flaw: z.string().optional().describe('what its first screen gets wrong as yet'),
  contradicted: z.array(z.string()).default([]).describe('the words of every claim that does not hold'),
  weights: z.boolean().default(true).describe('whether a file of weights is beside it'),
  files: z.record(z.string(), z.union([z.string(), z.strictObject({ size: z.number() })])).default({}),
  spdx: z.record(z.string(), z.string()).default({}).describe('files whose text is that of an SPDX license'),
  append: z.record(z.string(), z.string()).default({}).describe('what such a text has more'),
  README: z.string(),
  shows: z.string(),
})

const folder = new URL('shapes/', import.meta.url)
const names = readdirSync(folder).flatMap(file => /^(.+)\.yml$/.exec(file)?.[1] ?? [])

function filesOf({ README, weights, files, spdx: ids, append }: z.infer<typeof Shape>): Record<string, FileSetup> {
  const texts = Object.entries(ids).map(([path, id]) => [path, spdx(id) + (append[path] ?? '')])
  return {
    'README.md': README,
    ...(weights && { 'config.json': '{"model_type": "plover"}', 'model.safetensors': { size: 6_000_000_000 } }),
    ...files,
    ...Object.fromEntries(texts),
  }
}

describe('a release in a shape that misleads (UPDATE_GOLDENS=1 writes its first screen anew)', () => {
  test.each(names)('%s', name => {
    const file = new URL(`${name}.yml`, folder)
    const written = readFileSync(file, 'utf8')
    const shape = Shape.parse(parse(written))
    const report = judge(releaseOf({ name: 'plover-3b', files: filesOf(shape) }), known, TODAY)
    const shown = reporters[0]
      .render(report, { names: knownNames(known.knowledge) })
      .replaceAll(known.version, '<version>')
    const golden = `shows: |\n${shown.trimEnd().replace(/^(?=.)/gm, '  ')}\n`
    const now = written.slice(0, written.indexOf('\nshows: |\n') + 1) + golden
    if (process.env.UPDATE_GOLDENS) writeFileSync(file, now)
    expect(report.term.floor, shape.says).toBe(shape.proven)
    const contradicted = report.claims.filter(({ check }) => check === 'contradicted').map(({ says }) => says)
    expect(contradicted, shape.says).toEqual(shape.contradicted)
    expect(now).toBe(readFileSync(file, 'utf8'))
  })

  test('is there in at least 25 shapes', () => expect(names.length).toBeGreaterThanOrEqual(25))
})
