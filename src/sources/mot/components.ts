import { type ContentType, MOT_COMPONENTS } from '../../report/mot-components.ts'
import type { Citation, Cited } from '../../report/report.ts'
import { COMPONENTS, type ComponentId } from '../../report/vocabulary.ts'
import { quoted } from '../../text/quote.ts'
import type { Declared } from '../release.ts'
import type { MotForm } from './form.ts'

/** A form that holds, and the ways to say where in it something stands. */
export interface FormText {
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
export function declaredIn(text: FormText): readonly Declared[] {
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
