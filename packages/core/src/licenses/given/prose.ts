import { citeLines } from '../../documents/cite.ts'
import type { Block } from '../../documents/index.ts'
import { licensesMentionedIn, resolveId } from '../../names/index.ts'
import type { Sentence } from '../../sentences/sentence.ts'
import { readDeclared } from '../declared.ts'
import type { Known } from '../known.ts'
import { isOfTerms, takesIn } from '../prose/takes.ts'
import { readLicense } from '../read.ts'
import type { LicenseReading } from '../reading.ts'
import type { Card } from './card.ts'
import type { GivenText, Tell } from './given.ts'

/** No known text, or only one that it resembles. */
export const isUnnamed = ({ license }: LicenseReading) =>
  license.match.kind === 'none' || license.match.kind === 'related'

/** No known text, no clause, no grant: nothing says that this is a license at all. */
export const isSilent = (reading: LicenseReading) =>
  isUnnamed(reading) && reading.license.clauses.length === 0 && reading.license.grants.length === 0

/** Prose without a known text: the terms it states, and the licenses that these name. */
export function readProse(
  { card }: GivenText,
  whole: { path: string; lines: readonly string[]; from: number; to: number },
  known: Known,
  tell: Tell,
): readonly LicenseReading[] {
  const { path, from, to } = whole
  const lines = card === undefined ? whole.lines : onlyTerms(whole.lines, card, known)
  const own = readLicense({ ...whole, lines, context: 'license' }, known)
    .filter(reading => !isSilent(reading))
    .map((reading): LicenseReading => {
      const { name: _, ...license } = reading.license
      return { ...reading, license: { ...license, match: { kind: 'none', nearest: null, residue: [] } } }
    })
  const named = card === undefined ? [] : namedIn(path, lines, from, to, known)
  if (named.length === 0) return own
  const names = named.map(reading => reading.license.name)
  const [place, ...more] = named.flatMap(reading => reading.license.cited)
  if (place)
    tell(
      'named-only',
      `${path} names ${names.join(', ')} and does not hold ${names.length > 1 ? 'their texts' : 'its text'}`,
      [place, ...more],
      'the text of the license',
    )
  /* what it says itself counts beside a name where it limits something, and then comes first */
  return [...own.filter(reading => reading.bars.length > 0 || reading.asks.length > 0), ...named]
}

/** The lines of a text with those that state no terms left blank, so that each keeps its number. */
function onlyTerms(lines: readonly string[], { blocks }: Card, known: Known): readonly string[] {
  const kept = lines.map(() => '')
  const keep = ({ line, endLine }: Block) => {
    for (let at = line - 1; at < Math.min(endLine, lines.length); at++) kept[at] = lines[at] ?? ''
  }
  /** by its words, the latest heading */
  const titles = new Map<string, Block>()
  for (const { block, sentences } of blocks) {
    if (block.kind === 'heading') titles.set(block.text, block)
    else if (statesTerms(block, sentences, known)) {
      for (const heading of block.headings) keep(titles.get(heading) ?? block)
      keep(block)
    }
  }
  return kept
}

/** Whether a block stands under a heading of terms, names a license, or takes something. */
function statesTerms({ kind, headings }: Block, sentences: readonly Sentence[], known: Known): boolean {
  const underTerms = headings.some(heading => isOfTerms(heading, known.knowledge))
  // what stands in a program binds only there, and where it takes something
  if (underTerms !== (kind === 'code')) return underTerms
  return sentences.some(sentence => {
    const named = licensesMentionedIn(sentence.text, known.knowledge).length > 0
    const spoken = { named, ofWeights: sentence.surface !== 'prose', ofWhole: false }
    return named || takesIn(sentence, () => spoken, known)?.sure
  })
}

/** more names than this are a table of other works */
const MOST_NAMED = 4

/** The licenses that lines of prose name, each where it is first named. */
function namedIn(
  path: string,
  lines: readonly string[],
  from: number,
  to: number,
  { knowledge }: Known,
): readonly LicenseReading[] {
  const first = new Map<string, number>()
  for (let line = from; line <= to; line++) {
    const words = lines[line - 1] ?? ''
    if (words === '') continue
    for (const { id, specific } of licensesMentionedIn(words, knowledge))
      if (specific && !first.has(id)) first.set(id, line)
  }
  return first.size > MOST_NAMED
    ? []
    : [...first].flatMap(([id, line]) => {
        const resolved = resolveId(id, null, knowledge)
        return resolved ? [readDeclared(resolved, [citeLines(path, lines, line)], knowledge)] : []
      })
}
