import type { ResidueReading } from '../../../report/vocabulary.ts'
import type { AlignedRun } from '../comparison/align.ts'
import { type Gap, gaps } from '../comparison/comparison.ts'
import type { Missing } from '../identity.ts'
import type { Fingerprint } from '../texts/fingerprint.ts'
import { type Range, required } from '../texts/ranges.ts'
import { binds } from '../wording/binding.ts'
import { type FileWords, minorChange } from './minor.ts'
import { absenceReading } from './sentences.ts'

/** more than a name, an address and a date; a longer stretch does not fill a blank */
const LONGEST_FILLING = 16

/** What was added to, taken from or changed in a known text, inside of its span. */
export interface Difference {
  readonly missing: readonly Missing[]
  /** whether words stand in it that are not its own, and no other spelling */
  readonly isChanged: boolean
  /** words that are not the text's own and change nothing: another spelling, a list's marker */
  readonly same: readonly Range[]
  /** what stands in its blanks */
  readonly filled: readonly Range[]
}

/** How a file differs from a known text where its blocks of words stand in it. */
export function difference(file: FileWords, license: Fingerprint, blocks: readonly AlignedRun[]): Difference {
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
