import type { ResidueReading } from '../../vocabulary.ts'
import type { Block } from './align.ts'
import { isAllowed, isHolderLine } from './allowance.ts'
import { binds } from './binding.ts'
import { type Gap, gaps, required } from './comparison.ts'
import type { Fingerprint, Range } from './fingerprint.ts'
import type { Residue } from './identity.ts'
import { minorChange } from './minor.ts'
import type { Place } from './place.ts'
import { readResidue } from './residue.ts'
import { absenceReading, changeReading } from './sentences.ts'

/** The file a difference is read from. */
export interface FileWords {
  readonly hashes: Uint32Array
  readonly place: Place
  /** 1 where a word stands in some known text */
  readonly covered: Uint8Array
}

/** more than a name, an address and a date; a longer stretch does not fill a blank */
const LONGEST_FILLING = 16

/** What was added to, taken from or changed in a known text, inside of its span. */
export interface Difference {
  readonly residue: readonly Residue[]
  /** words that are not the text's own and change nothing: another spelling, a list's marker */
  readonly same: readonly Range[]
  /** what stands in its blanks */
  readonly filled: readonly Range[]
}

export function difference(file: FileWords, license: Fingerprint, blocks: readonly Block[]): Difference {
  const same: Range[] = []
  const blanks: Range[] = []
  const residue = gaps(blocks, license.words).flatMap(gap => {
    const { added, missing } = gap
    const minor = minorChange(gap, file, license)
    const filled = fillsBlank(gap, file, license)
    if (filled) blanks.push(added)
    else if (minor !== null) same.push(added)
    if (minor === 'marker' || filled) return []
    const fragment = minor === 'spelling' ? 'notice' : changeReading(license.sentences, missing)
    const runs = uncovered(file.covered, added)
    const lost = required(missing, license)
    const own = lost.length === 0 && runs.length === 1 ? runs.map(run => slide(file, run)) : runs
    return [
      ...own.flatMap(run => additions(file, run, fragment)),
      ...lost.map(run =>
        absence(file, added.from, run, minor === null ? absenceReading(license.sentences, run) : 'notice'),
      ),
    ]
  })
  return { residue, same, filled: blanks }
}

/** how far a put-in sentence is moved at most */
const FARTHEST = 30

/**
 * Where a sentence was put in that begins or ends like its neighbors, which words are the new ones is a matter of
 * taste; those that begin after a sentence or a line are easier to read.
 */
function slide({ hashes, place }: FileWords, run: Range): Range {
  for (let by = 0; by < FARTHEST && run.from - by > 0; by++) {
    if (startsAnew(place.between(run.from - by))) return { from: run.from - by, to: run.to - by }
    if (hashes[run.from - by - 1] !== hashes[run.to - by - 1]) break
  }
  for (let by = 1; by < FARTHEST && run.to + by <= hashes.length; by++) {
    if (hashes[run.from + by - 1] !== hashes[run.to + by - 1]) break
    if (startsAnew(place.between(run.from + by))) return { from: run.from + by, to: run.to + by }
  }
  return run
}

function fillsBlank({ added, missing }: Gap, { hashes }: FileWords, license: Fingerprint): boolean {
  const words = added.to - added.from
  if (words === 0 || words > LONGEST_FILLING || binds(hashes, added.from, added.to)) return false
  const blank = license.blanks.some(({ from, to }) => from < missing.to && to > missing.from)
  return blank && required(missing, license).length === 0
}

/** What stands outside of every known text, sentence by sentence. */
export function additions(file: FileWords, run: Range, fragment: ResidueReading | null): readonly Residue[] {
  const text = file.place.quote(run.from, run.to)
  if (isAllowed(noticeAbove(file.place.between(run.from)) + text)) return []
  return sentencesOf(file, run).map(sentence => addition(file, sentence, fragment))
}

/** a text with more added sentences than this is another text: they are told as one */
const MOST_SENTENCES = 60

function sentencesOf({ place }: FileWords, { from, to }: Range): readonly Range[] {
  const found: Range[] = []
  let start = from
  for (let word = from + 1; word < to; word++) {
    if (!place.mayEnd(word)) continue
    const before = place.quote(word - 1, word)
    if (!ENDS_IN.test(before) && (!ENDS_BEFORE.test(place.between(word)) || ABBREVIATED.test(before))) continue
    found.push({ from: start, to: word })
    start = word
    if (found.length >= MOST_SENTENCES) return [{ from, to }]
  }
  return [...found, { from: start, to }]
}

/** between two words ends a sentence or a paragraph, as those that read a sentence split them */
const ENDS_BEFORE = /[.!?]["')\]*_]*\s|[。！？]|\n[ \t>*#-]*\r?\n/
/** Chinese full stops are bytes of the word before them */
const ENDS_IN = /[。！？]$/
/** a number or a short form with a full stop of its own */
const ABBREVIATED = /^(?:[a-z]|\d{1,2}|inc|ltd|llc|co|corp|no|vs|etc|cf|art|sec|fig|dr|mr|ms|st)$/i

function addition(file: FileWords, run: Range, fragment: ResidueReading | null): Residue {
  const text = file.place.quote(run.from, run.to)
  const whole = startsAnew(file.place.between(run.from)) && startsAnew(file.place.between(run.to))
  const reads = readResidue(text)
  return {
    side: 'added',
    line: file.place.line(run.from),
    endLine: file.place.line(run.to - 1),
    words: run.to - run.from,
    // Words put into a sentence do to it what they do not say by themselves: "for hobbyists" after "sell copies".
    reads: whole || fragment === null || reads === 'condition' ? reads : fragment,
    text,
  }
}

/** The copyright notice in the line directly above: what follows may be the rest of it. */
function noticeAbove(between: string): string {
  const line = between.split('\n').at(-2)
  return line !== undefined && isHolderLine(line) ? `${line}\n` : ''
}

const startsAnew = (between: string): boolean => /[.:;!?。；：！？]|\n[ \t]*\r?\n/.test(between) || between === ''

function absence(file: FileWords, at: number, run: Range, reads: ResidueReading): Residue {
  const line = file.place.line(Math.min(at, file.hashes.length - 1))
  return { side: 'missing', line, endLine: line, words: run.to - run.from, reads }
}

/** The stretches of a range that stand in no known text. */
export function uncovered(covered: Uint8Array, { from, to }: Range): readonly Range[] {
  const runs: Range[] = []
  for (let i = from; i < to; i++) {
    if (covered[i] === 1) continue
    const begin = i
    while (i < to && covered[i] === 0) i++
    runs.push({ from: begin, to: i })
  }
  return runs
}
