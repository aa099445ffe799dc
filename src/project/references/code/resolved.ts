import type { Scope } from './module.ts'
import type { Lazy, Value } from './value.ts'

/** A text that an expression may come to, and where it is written. */
export interface Written {
  readonly text: string
  readonly path: string
  readonly line: number
  /** it holds only where nothing else is given: a default */
  readonly fallback: boolean
}

/** What an expression comes to: texts, and why others cannot be told. */
export interface Resolved {
  readonly texts: readonly Written[]
  readonly why: readonly string[]
}

/** more names than any list of models that a program chooses from */
export const MOST = 200
/** longer than any name; a text put together of itself doubles each time */
const LONGEST = 2_000

/** No text, and no reason. */
export const nothing: Resolved = { texts: [], why: [] }
/** No text, for a reason. */
export const because = (why: string): Resolved => ({ texts: [], why: [why] })

/** Several together. */
export const all = (several: readonly Resolved[]): Resolved => ({
  texts: several.flatMap(({ texts }) => texts).slice(0, MOST),
  why: [...new Set(several.flatMap(({ why }) => why))].slice(0, 5),
})
/** The same, where nothing else is given. */
export const asDefault = (resolved: Resolved): Resolved => ({
  ...resolved,
  texts: resolved.texts.map(one => ({ ...one, fallback: true })),
})

/** What a name is bound to, in the nearest scope that binds it. */
export function bindingOf(
  wanted: string,
  scope: Scope,
): { readonly bound: readonly Lazy[]; readonly scope: Scope } | null {
  for (let at: Scope | null = scope; at; at = at.parent) {
    const bound = at.bindings.get(wanted)
    if (bound) return { bound, scope: at }
  }
  return null
}

/** The entry of an object literal that a path of keys leads to. */
export function entryOf(value: Value, path: readonly string[]): Value | null {
  let at: Value | undefined = value
  for (const key of path) at = at?.is === 'entries' ? at.entries.find(entry => entry.key === key)?.value : undefined
  return at ?? null
}

/** Parts put together; where one cannot be told, the whole cannot. */
export function joined(parts: readonly Resolved[]): Resolved {
  const untold = parts.find(({ texts }) => texts.length === 0)
  if (untold) return untold.why.length > 0 ? untold : because('its name is put together while the program runs')
  const [first, ...rest] = parts.map(({ texts }) => texts)
  return { texts: rest.reduce(together, first ?? []), why: parts.flatMap(({ why }) => why) }
}

/** Each of some texts with each of those that come next. */
function together(before: readonly Written[], next: readonly Written[]): Written[] {
  const both: Written[] = []
  for (const one of before)
    for (const { text, fallback } of next) {
      if (both.length === MOST) return both
      if (one.text.length + text.length > LONGEST) continue
      both.push({ ...one, text: one.text + text, fallback: one.fallback || fallback })
    }
  return both
}
