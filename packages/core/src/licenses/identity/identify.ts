import type { ResidueReading } from '../../report/vocabulary.ts'
import { type FileWords, minorChange } from './changes/minor.ts'
import { absenceReading } from './changes/sentences.ts'
import type { AlignedRun } from './comparison/align.ts'
import { type Candidate, candidates } from './comparison/candidates.ts'
import {
  type Comparison,
  compareWithKnown,
  explained,
  type Gap,
  gaps,
  type Limit,
  limitOf,
} from './comparison/comparison.ts'
import { type FileGrams, fileGrams } from './comparison/file-grams.ts'
import { type Identity, type Missing, unlike } from './identity.ts'
import { type Catalog, twins } from './texts/catalog.ts'
import type { Fingerprint } from './texts/fingerprint.ts'
import { GRAM, grams, sequenceKey } from './texts/grams.ts'
import { type Range, required } from './texts/ranges.ts'
import { binds } from './wording/binding.ts'
import { place } from './wording/place.ts'
import { titleLength } from './wording/title.ts'
import { type HashedWords, tokenize } from './wording/tokens.ts'
import { foldNames } from './wording/variables.ts'

/** more than a name, an address and a date; a longer stretch does not fill a blank */
const LONGEST_FILLING = 16

/** What was added to, taken from or changed in a known text, inside of its span. */
interface Difference {
  readonly missing: readonly Missing[]
  /** whether words stand in it that are not its own, and no other spelling */
  readonly isChanged: boolean
  /** words that are not the text's own and change nothing: another spelling, a list's marker */
  readonly same: readonly Range[]
  /** what stands in its blanks */
  readonly filled: readonly Range[]
}

/** How a file differs from a known text where its blocks of words stand in it. */
function difference(file: FileWords, license: Fingerprint, blocks: readonly AlignedRun[]): Difference {
  const same: Range[] = []
  const filled: Range[] = []
  const absent: Missing[] = []
  let isChanged = false
  for (const gap of gaps(blocks, license.words)) {
    const { added, missing } = gap
    const minor = minorChange(gap, file, license)
    if (fillsBlank(gap, file, license)) {
      filled.push(added)
      continue
    }
    if (minor !== null) same.push(added)
    if (minor === 'marker') continue
    isChanged ||= added.to > added.from
    for (const run of required(missing, license))
      absent.push(absence(file, added.from, run, minor === null ? absenceReading(license.sentences, run) : 'notice'))
  }
  return { missing: absent, isChanged, same, filled }
}

function fillsBlank({ added, missing }: Gap, { hashes }: FileWords, license: Fingerprint): boolean {
  const words = added.to - added.from
  if (words === 0 || words > LONGEST_FILLING || binds(hashes, added.from, added.to)) return false
  const blank = license.blanks.some(({ from, to }) => from < missing.to && to > missing.from)
  return blank && required(missing, license).length === 0
}

function absence(file: FileWords, at: number, run: Range, reads: ResidueReading): Missing {
  const line = file.place.line(Math.min(at, file.hashes.length - 1))
  return { line, words: run.to - run.from, reads }
}

/** The known texts that may be in a file, held against it only where it can matter. */
interface Ranking {
  /** those that pass, the best first; one that cannot pass is not held against the file */
  passing(may: (most: Limit) => boolean, passes: (one: Comparison) => boolean): readonly Comparison[]
}

/** Ranks the known texts by how well they explain the open grams; `total` tells how many the file had. */
function closest(file: FileGrams, total: number, catalog: Catalog): Ranking {
  const rest: { readonly candidate: Candidate; readonly most: Limit }[] = candidates(file, total, catalog).map(
    candidate => ({ candidate, most: limitOf(candidate, catalog) }),
  )
  const compared: Comparison[] = []
  const hold = (some: (most: Limit) => boolean): void => {
    for (let i = 0; i < rest.length; i++) {
      const { candidate, most } = rest[i]!
      if (!some(most)) continue
      rest.splice(i--, 1)
      const one = compareWithKnown(candidate, file, catalog)
      if (one !== null) compared.push(one)
    }
  }
  return {
    passing(may, passes) {
      hold(may)
      return compared.filter(passes).sort(better)
    },
  }
}

const better = (a: Comparison, b: Comparison): number => b.score - a.score || b.matched - a.matched || a.id - b.id

/** Where a text stands: in a license file every word counts, in prose only those inside of a license text. */
export type IdentityContext = 'license' | 'prose'

/** more license texts than a file of third-party notices for one release holds; bounds the work on a crafted one */
const MOST_TEXTS = 32

/** from this share of a license on, it is there; below it the file has parts of it */
const THERE = 0.75
/** parts of a text are there when the whole file is this much alike, or this much of it where it is long enough */
const ALIKE = 0.3
/** fewer words than this, or less alike in themselves, are phrases that licenses have in common, or a quotation */
const QUOTED_WORDS = 100
const QUOTED_ALIKE = 0.5

interface Found {
  readonly best: Comparison
  readonly names: readonly string[]
}

const encoder = new TextEncoder()

/**
 * Names the license texts in a text, whole and in order, the one that explains most first; with every word that was
 * added to, taken from or changed in them. Texts are told apart by what fits best, never by a threshold of likeness.
 */
export function identify(
  text: string | Uint8Array,
  catalog: Catalog,
  options: { context: IdentityContext },
): readonly Identity[] {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text
  const raw = tokenize(bytes)
  if (raw.hashes.length === 0) return []
  const known = catalog.exact.get(sequenceKey(raw.hashes))
  if (known !== undefined) return [whole(bytes, raw, known, catalog)]
  const words = foldNames(raw)
  const variant = variantOf(bytes, words, catalog)
  if (variant !== undefined) return [whole(bytes, words, variant.ids, catalog, variant.from)]
  return parts(bytes, words, catalog, options.context)
}

/** The texts that the words are a variant of, from the word on after a title that is not theirs. */
function variantOf(
  bytes: Uint8Array,
  words: HashedWords,
  { variants }: Catalog,
): { ids: readonly number[]; from: number } | undefined {
  const { hashes } = words
  const found = variants.get(sequenceKey(hashes))
  if (found !== undefined) return { ids: found, from: 0 }
  const title = titleLength(bytes, words)
  const untitled = title > 0 ? variants.get(sequenceKey(hashes.subarray(title))) : undefined
  return untitled && { ids: untitled, from: title }
}

function whole(bytes: Uint8Array, words: HashedWords, ids: readonly number[], catalog: Catalog, from = 0): Identity {
  const at = place(bytes, words)
  return {
    kind: 'exact',
    names: twins(ids, catalog),
    line: at.line(0),
    endLine: at.line(words.hashes.length - 1),
    missing: [],
    words: [at.bytes(from, words.hashes.length)],
    filled: [],
  }
}

function parts(bytes: Uint8Array, words: HashedWords, catalog: Catalog, context: IdentityContext): readonly Identity[] {
  const { hashes } = words
  const file: FileWords = { hashes, place: place(bytes, words) }
  const identities = findAll(hashes, catalog, context).map(one =>
    conclude(one, difference(file, catalog.known[one.best.id]!, one.best.blocks), file),
  )
  if (identities.length > 0 || context === 'prose') return identities
  return [unlike(file.place.line(0), file.place.line(hashes.length - 1))]
}

/** Finds the text that explains most, takes its words out, and looks again. */
function findAll(hashes: Uint32Array, catalog: Catalog, context: IdentityContext): readonly Found[] {
  const all = grams(hashes)
  const taken = new Uint8Array(all.length)
  const found: Found[] = []
  let open = all.length
  while (found.length < MOST_TEXTS) {
    const ranking = closest(fileGrams(all, taken), open, catalog)
    const there = ranking.passing(mayBeThere, isThere)
    const best =
      there.length > 0
        ? sharpest(there)
        : found.length === 0
          ? ranking.passing(mayBeAlike(hashes.length, context), one => isAlike(one, hashes.length, context))[0]
          : undefined
    if (best === undefined) break
    found.push({ best, names: equals(best, ranking, catalog) })
    for (const block of best.blocks) {
      open -= block.length
      taken.fill(1, Math.max(0, block.file - GRAM + 1), block.file + block.length + GRAM - 1)
    }
  }
  return found.sort((a, b) => b.best.score - a.best.score)
}

/** a text that explains less than this part of what another explains is a phrase of it, and no rival */
const RIVAL = 0.5

/**
 * Of the texts that are there, the first, unless a shorter one fits its own part better: a license and a policy in one
 * file are not an older license that had both.
 */
function sharpest(ranked: readonly Comparison[]): Comparison {
  return ranked.reduce((best, one) => {
    const shorter = one.matched < best.matched && one.matched >= best.matched * RIVAL
    return shorter && one.matched - one.lost - one.extra > explained(best, one.span) ? one : best
  })
}

/** A short text is there only whole. */
const isThere = ({ matched, lost, extra }: Comparison): boolean =>
  matched / (matched + lost) >= THERE && matched > extra + lost && (matched >= 24 || lost + extra === 0)

const mayBeThere = ({ matched, words }: Limit): boolean => matched / words >= THERE

function isAlike(one: Comparison, words: number, context: IdentityContext): boolean {
  if (one.matched >= QUOTED_WORDS && one.dice >= QUOTED_ALIKE) return true
  return context === 'license' && (2 * one.matched) / (one.matched + one.lost + words) >= ALIKE
}

const mayBeAlike =
  (words: number, context: IdentityContext) =>
  (most: Limit): boolean =>
    (most.matched >= QUOTED_WORDS && most.dice >= QUOTED_ALIKE) ||
    (context === 'license' && (2 * most.matched) / (most.words + words) >= ALIKE)

/** The names of the texts that fit equally well: twins. */
const equals = (best: Comparison, ranking: Ranking, catalog: Catalog): readonly string[] =>
  twins(
    ranking
      .passing(
        most => most.score >= best.score,
        one => one.score === best.score && one.matched === best.matched && one.lost === best.lost,
      )
      .map(({ id }) => id),
    catalog,
  )

/** The stretches of words that are the text's own, or as good as. */
function stretches({ best: { blocks } }: Found, same: readonly Range[], { place }: FileWords): readonly Range[] {
  const all = [...blocks.map(({ file, length }) => ({ from: file, to: file + length + GRAM - 1 })), ...same]
  const found: { from: number; to: number }[] = []
  for (const { from, to } of all.sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (to <= from) continue
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else found.push({ from, to })
  }
  return found.map(({ from, to }) => place.bytes(from, to))
}

function conclude(found: Found, own: Difference, file: FileWords): Identity {
  const { best, names } = found
  const { place } = file
  const isThere = best.matched / (best.matched + best.lost) >= THERE
  return {
    kind: !own.isChanged && own.missing.length === 0 ? 'exact' : isThere ? 'residue' : 'related',
    names,
    line: place.line(best.span.from),
    endLine: place.line(best.span.to - 1),
    missing: own.missing,
    words: stretches(found, own.same, file),
    filled: own.filled.map(({ from, to }) => place.bytes(from, to)),
  }
}
