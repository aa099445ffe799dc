import { escaped } from '../tongue/pattern.ts'

/** Where a name stands in a text, whatever stands between its parts: "Wren-3B" is written "Wren 3B" too. */
export function placeOf(name: string, text: string): { readonly index: number; readonly length: number } {
  const exact = name.length > 2 ? text.indexOf(name) : -1
  // "Wren1.5" and "Wren-3B" are called so to their ends
  if (exact >= 0)
    return {
      index: exact,
      length: name.length + (/^[\w.+-]*[A-Za-z\d]/.exec(text.slice(exact + name.length))?.[0].length ?? 0),
    }
  if (name.length <= 2) return { index: -1, length: 0 }
  const known = spellings.get(name) ?? spelling(name)
  if (spellings.size >= MOST_SPELLINGS) spellings.clear()
  spellings.set(name, known)
  const found = known?.exec(text)
  return found ? { index: found.index, length: found[0].length } : { index: -1, length: 0 }
}

/** names that are remembered, of all that a server is asked about */
const MOST_SPELLINGS = 2_000
const spellings = new Map<string, RegExp | null>()

/** Its parts in a row, or a capitalized word that begins as it does: "Heron" of heron-7b. */
function spelling(name: string): RegExp | null {
  const parts = name.match(/[\p{L}\d.]+/gu) ?? []
  const stem = /^\p{L}{5,}/u.exec(name)?.[0]
  const begun = stem ? [`${stem.charAt(0).toUpperCase()}${escaped(stem.slice(1).toLowerCase())}[\\p{L}\\d.-]*`] : []
  const spelled = parts.length < 2 ? [] : [parts.map(anyCase).join('[-_ ]{0,2}')]
  const all = [...spelled, ...begun]
  return all.length === 0 ? null : new RegExp(`(?<![\\p{L}\\d])(?:${all.join('|')})(?![\\p{L}\\d])`, 'u')
}

const anyCase = (word: string) =>
  escaped(word).replace(/\p{L}/gu, letter => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
