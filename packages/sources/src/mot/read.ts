import { invalid } from '@unwash/core/error'
import type { Declared } from '@unwash/core/release/release'
import { type ContentType, MOT_COMPONENTS } from '@unwash/core/report/mot-components'
import type { Citation, Cited } from '@unwash/core/report/report'
import { COMPONENTS, type ComponentId } from '@unwash/core/report/vocabulary'
import { quoted } from '@unwash/core/text/quote'
import { readYaml } from '@unwash/core/text/yaml/read'
import { isMap, isScalar } from 'yaml'
import * as z from 'zod'

/** longer than any name, address or description of a real form */
const LONGEST_VALUE = 2_000
const text = z.string().max(LONGEST_VALUE)
/** versions and names are at times written without quotes and read as numbers */
const scalar = z.union([text, z.number().transform(String)])
const filled = scalar.refine(value => value.trim() !== '', 'is empty')
/** a misspelled key would be a license left out: nothing unknown stands where licenses do */
const license = z.strictObject({ name: text.nullish(), path: text.nullish() })
/** an empty map is written as an empty list by some programs */
const emptied = (value: unknown) => (Array.isArray(value) && value.length === 0 ? {} : value)

/**
 * The form that the Model Openness Tool exports and imports (`mof_schema.json`): of every file, what unwash reads.
 * Other keys may stand beside those of the release; a component without `license` inherits, one with `unlicensed` has
 * none.
 */
export const MotForm = z.object({
  framework: z.object({
    name: z.literal('Model Openness Framework', 'is not "Model Openness Framework"'),
    version: filled.refine(
      version => /^1(?:\.0){0,2}$/.test(version.trim()),
      'is not 1.0, the edition that is read here,',
    ),
    date: filled,
  }),
  release: z.object({
    name: filled,
    producer: scalar,
    license: z.preprocess(
      emptied,
      z.strictObject({
        distribution: license.nullish(),
        code: license.nullish(),
        data: license.nullish(),
        document: license.nullish(),
      }),
    ),
    components: z
      .array(
        z.strictObject({
          name: filled,
          description: text.nullish(),
          license: text.optional(),
          license_path: text.nullish(),
          component_path: text.nullish(),
        }),
      )
      // one entry for each of the framework's components
      .max(17, 'has more than 17 components'),
  }),
})
/** A form that holds. */
export type MotForm = z.infer<typeof MotForm>

/** What a form says of a release. */
interface FormRead {
  readonly name: string
  readonly producer: string | null
  readonly declared: readonly Declared[]
}

/**
 * Reads a form of the Model Openness Tool; `place` names it in errors, `path` in citations. Throws an UnwashError that
 * names the line.
 */
export function readForm(content: string, place: string, path: string): FormRead {
  const fail: FormText['fail'] = (line, what, todo, cause) => {
    throw invalid(what, `${place}:${line}`, todo, cause)
  }
  const yaml = readYaml(content)
  if ('says' in yaml) return fail(yaml.line, 'this YAML cannot be read in', `${yaml.says}; put that right`)
  const { document, lineAt, lineOf } = yaml
  const lineOfKey = (where: readonly PropertyKey[], key: string): number => {
    const map = document.getIn(where, true)
    const pair = isMap(map) ? map.items.find(({ key: name }) => isScalar(name) && name.value === key) : undefined
    return pair && isScalar(pair.key) && pair.key.range ? lineAt(pair.key.range[0]) : lineOf(where)
  }
  const read = MotForm.safeParse(yaml.value)
  if (!read.success) {
    const [issue] = read.error.issues
    const at = issue?.path ?? []
    const [unknown] = issue?.code === 'unrecognized_keys' ? issue.keys : []
    if (unknown !== undefined)
      return fail(
        lineOfKey(at, unknown),
        `no key is called "${unknown.slice(0, 100)}" in`,
        `write one of those that the form's schema has in ` +
          `${at.filter(key => typeof key === 'string').join('.')}, or leave it out`,
      )
    const what = at.length > 0 ? at.join('.') : 'the whole'
    return fail(lineOf(at), `not a form of the Model Openness Tool: ${what} ${says(issue)} in`, 'put that right')
  }
  const { name, producer } = read.data.release
  return { name, producer: producer.trim() || null, declared: declaredIn({ form: read.data, path, lineOf, fail }) }
}

function says(issue: { readonly code: string; readonly message: string } | undefined): string {
  if (!issue) return 'does not hold'
  return issue.code === 'invalid_type' || issue.code === 'invalid_union'
    ? 'is missing or of the wrong kind'
    : issue.message
}

/** A form that holds, and the ways to say where in it something stands. */
interface FormText {
  readonly form: MotForm
  /** as citations name it */
  readonly path: string
  /** the line of the nearest thing there is on the way to a key */
  readonly lineOf: (where: readonly PropertyKey[]) => number
  /** Throws an UnwashError that names the line. */
  readonly fail: (line: number, what: string, todo: string, cause?: unknown) => never
}

type Listed = MotForm['release']['components'][number]
type Licenses = Readonly<
  Partial<Record<ContentType | 'distribution', { readonly name?: string | null | undefined } | null | undefined>>
>

/**
 * Every component that a form lists, with the license that its rules give it. Fails for a name that is none of the 17,
 * and for one that stands twice.
 */
function declaredIn(text: FormText): readonly Declared[] {
  const seen = new Map<ComponentId, number>()
  return text.form.release.components.map((listed, at) => {
    const line = text.lineOf(['release', 'components', at, 'name'])
    const id = COMPONENTS.find(id => MOT_COMPONENTS[id].name === listed.name)
    if (!id) return text.fail(line, `no component is called "${listed.name.slice(0, 100)}" in`, nearest(listed.name))
    const before = seen.get(id)
    if (before !== undefined)
      return text.fail(line, `${listed.name} stands twice, on line ${before} too, in`, 'keep one of them')
    seen.set(id, line)
    return declare(id, listed, at, text)
  })
}

/** A component's own license; else that of its type; else that of the whole distribution; else none. */
function declare(id: ComponentId, listed: Listed, at: number, { form, path, lineOf }: FormText): Declared {
  const here = ['release', 'components', at]
  const cite = (words: string, where: readonly PropertyKey[]): Citation => {
    const { quote: value, ...cut } = quoted(words)
    const key = where.filter(key => typeof key === 'string').join('.')
    return { path, key, value, ...cut, line: lineOf(where) }
  }
  const location = listed.component_path?.trim() || null
  const named: Cited = [
    cite(listed.name, [...here, 'name']),
    ...(location && /^https?:\/\//i.test(location)
      ? [{ url: location, path, line: lineOf([...here, 'component_path']) }]
      : []),
  ]
  const stated = (value: string, where: readonly PropertyKey[], inherited: boolean): Declared => ({
    id,
    license: value === '' || value === 'unlicensed' ? null : value,
    inherited,
    location,
    cited: [cite(value, where), ...named],
  })
  if (listed.license !== undefined) return stated(listed.license, [...here, 'license'], false)
  const licenses: Licenses = form.release.license
  for (const kind of [MOT_COMPONENTS[id].type, 'distribution'] as const) {
    const name = licenses[kind]?.name
    if (name) return stated(name, ['release', 'license', kind, 'name'], kind === 'distribution')
  }
  return { id, license: null, inherited: false, location, cited: named }
}

/** The names there are, those that begin alike first. */
function nearest(name: string): string {
  const start = name.trim().slice(0, 4).toLowerCase()
  const names = COMPONENTS.map(id => MOT_COMPONENTS[id].name)
  const alike = names.filter(known => known.toLowerCase().startsWith(start))
  return `write one of: ${(alike.length > 0 ? alike : names).join(', ')}`
}
