import { readdirSync, readFileSync } from 'node:fs'
import { judge } from '@unwash/core/judge'
import { CONFLICTS, TERMS, USE_ANSWERS } from '@unwash/core/report/vocabulary'
import { parse } from 'yaml'
import * as z from 'zod'
import { spdx } from '../../packages/core/test/texts.ts'
import { known, TODAY } from '../judged.ts'
import { type FileSetup, releaseOf } from '../release.ts'

/** Six answers in the order of knowledge/uses.yml: `a/b` is either of two, `_` is not looked at. */
const Answers = z.string().refine(
  text => {
    const each = text.split(' ')
    const words = new Set<string>(['_', ...USE_ANSWERS])
    return each.length === 6 && each.every(one => one.split('/').every(word => words.has(word)))
  },
  { error: 'six answers, each a word of USE_ANSWERS' },
)

/** What a report says of a release, as far as a case looks at it. */
const Said = z.strictObject({
  proven: z.enum(TERMS).optional(),
  term: z.enum(TERMS).optional().describe('what is concluded; what is proven, unless that is undetermined'),
  can: Answers.optional(),
  contradicted: z.array(z.string()).optional().describe('the words of every claim that is contradicted outright'),
  goesTooFar: z.array(z.string()).optional().describe('the words of every claim that is true of less'),
  holds: z.array(z.string()).optional().describe('words that hold, maybe beside others'),
  conflicts: z.array(z.enum(CONFLICTS)).optional().describe('their kinds, but for a text that is missing'),
  lineage: z.array(z.string()).optional().describe('the models that its weights start from'),
})

/** An invented release, and what is to be said of it by the definitions: decided before the product was asked. */
const Case = Said.extend({
  proven: z.enum(TERMS),
  contradicted: z.array(z.string()).default([]),
  goesTooFar: z.array(z.string()).default([]),
  says: z.string().describe('what misleads'),
  tag: z.string().optional().describe('the license of the front matter'),
  README: z.string(),
  weights: z.boolean().default(true).describe('whether a file of weights is beside it'),
  files: z.record(z.string(), z.union([z.string(), z.strictObject({ size: z.number() })])).default({}),
  spdx: z.record(z.string(), z.string()).default({}).describe('files whose text is that of an SPDX license'),
  flaw: z.string().optional().describe('what is wrong as yet'),
  today: Said.optional().describe('what is said as yet of that alone'),
}).refine(({ flaw, today }) => (flaw === undefined) === (today === undefined), { error: 'flaw and today go together' })
export type Case = z.infer<typeof Case>

const folder = new URL('cases/', import.meta.url)

/** All cases by the name of their file. */
export const CASES: Readonly<Record<string, readonly Case[]>> = Object.fromEntries(
  readdirSync(folder).map(file => [
    file.replace(/\.yml$/, ''),
    z.array(Case).parse(parse(readFileSync(new URL(file, folder), 'utf8'))),
  ]),
)

function filesOf({ README, tag, weights, files, spdx: ids }: Case): Record<string, FileSetup> {
  const titled = /^(?:---\n|# )/.test(README) ? README : `# Plover 3B\n\n${README}`
  return {
    'README.md': tag ? `---\nlicense: ${tag}\n---\n\n${titled}` : titled,
    ...(weights && { 'config.json': '{"model_type": "plover"}' }),
    ...(weights && Object.keys(files).every(path => !path.endsWith('.gguf')) && PARAMETERS),
    ...files,
    ...Object.fromEntries(Object.entries(ids).map(([path, id]) => [path, spdx(id)])),
  }
}

const PARAMETERS = { 'model.safetensors': { size: 6_000_000_000 } }

/** What a case expects, by field; what it says nothing of is not there. */
export function expected(wanted: z.infer<typeof Said>): Record<string, unknown> {
  const { proven, term, can, contradicted, goesTooFar, holds, conflicts, lineage } = wanted
  const concluded = term ?? (proven === 'undetermined' ? undefined : proven)
  const fields = { proven, term: concluded, can, contradicted, goesTooFar, holds, conflicts, lineage }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** What the report says of the fields that a case expects, in the words of the case where they agree. */
export function found(wanted: Case): Record<string, unknown> {
  const report = judge(releaseOf({ name: 'plover-3b', files: filesOf(wanted) }), known, TODAY)
  const words = (of: (claim: (typeof report.claims)[number]) => boolean) => [
    ...new Set(report.claims.filter(of).map(({ says }) => says)),
  ]
  const asked = wanted.can?.split(' ') ?? []
  const can = (report.uses ?? []).slice(0, 6).map(({ answer }) => answer)
  const holds = words(({ check }) => check === 'supported')
  const all = {
    proven: report.term.floor,
    term: report.term.id,
    can: asked.map((one, at) => (one === '_' || one.split('/').includes(can[at] ?? '') ? one : can[at])).join(' '),
    contradicted: words(({ check, strength }) => check === 'contradicted' && strength !== 'scope'),
    goesTooFar: words(({ check, strength }) => check === 'contradicted' && strength === 'scope'),
    holds: (wanted.holds ?? []).every(one => holds.includes(one)) ? wanted.holds : holds,
    conflicts: [...new Set(report.conflicts.map(({ kind }) => kind))].filter(kind => kind !== 'text-missing'),
    lineage: report.lineage.map(({ model }) => model),
  }
  const fields = new Set(Object.keys({ ...expected(wanted), ...expected(wanted.today ?? {}) }))
  return Object.fromEntries(Object.entries(all).filter(([field]) => fields.has(field)))
}
