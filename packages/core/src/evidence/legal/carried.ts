import type { LegalName } from '../../knowledge/legal-names.ts'
import type { Text } from '../../release/release.ts'
import { isModelfile } from '../../release/wanted.ts'
import type { Scope } from '../../report/vocabulary.ts'

/** Lines of a file, 1-based, the last one among them. */
export interface Lines {
  readonly from: number
  readonly to: number
}

/** Terms that a file of another kind carries: where they stand in it, and what they are. */
interface Carried extends Pick<LegalName, 'role' | 'silent'> {
  readonly covers: readonly Scope[]
  readonly within: readonly Lines[]
}

/**
 * The terms that a text carries which is none of terms: the license in a Modelfile, what code of a model opens with.
 */
export function carriedTerms({ path, content }: Text, isCode: boolean): Carried | null {
  if (isModelfile(path)) {
    const within = licensesOf(content.split('\n'))
    return within.length > 0 ? { role: 'license', silent: true, covers: ['weights'], within } : null
  }
  if (!isCode) return null
  const header = headerOf(content.split('\n'))
  // it tells of the code first, as a notice tells of others
  return header ? { role: 'notice', silent: true, covers: [], within: [header] } : null
}

/** more licenses than any Modelfile has */
const MOST_LICENSES = 20

/** Where a Modelfile says `LICENSE """…"""`, or the same in one line. */
function licensesOf(lines: readonly string[]): Lines[] {
  const found: Lines[] = []
  for (let at = 0; at < lines.length && found.length < MOST_LICENSES; at++) {
    const [, rest] = /^\s{0,20}LICENSE\s(.*)$/i.exec(lines[at] ?? '') ?? []
    if (rest === undefined) continue
    const start = at
    const open = rest.trimStart().startsWith('"""')
    if (open && !rest.trimStart().slice(3).includes('"""'))
      for (at++; at < lines.length - 1 && !lines[at]?.includes('"""'); ) at++
    // what follows the last of so many is read with it
    found.push({ from: start + 1, to: found.length + 1 < MOST_LICENSES ? at + 1 : lines.length })
  }
  return found
}

/** longer than any license that a program opens with */
const LONGEST_HEADER = 400
const COMMENT = /^\s*(?:#.*)?$/
const DOCSTRING = /^\s*[rRuU]?("""|''')/

/** The comment and the string that a program opens with. */
function headerOf(lines: readonly string[]): Lines | null {
  let to = 0
  for (let at = 0; at < Math.min(lines.length, LONGEST_HEADER); at++) {
    const line = lines[at] ?? ''
    const quote = DOCSTRING.exec(line)?.[1]
    if (quote !== undefined) {
      const closes = (line: string | undefined) => line?.includes(quote) === true
      if (!closes(line.slice(line.indexOf(quote) + 3)))
        for (at++; at < Math.min(lines.length, LONGEST_HEADER) && !closes(lines[at]); ) at++
    } else if (!COMMENT.test(line)) break
    if (line.trim() !== '') to = at + 1
  }
  return to > 0 ? { from: 1, to: Math.min(to, lines.length) } : null
}
