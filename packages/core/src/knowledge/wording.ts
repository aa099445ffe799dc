import type { Mode } from '../report/vocabulary.ts'

/** How a wording is meant: what a frame of the language puts around its words, and `says` for words as they stand. */
export const FRAMES = ['forbids', 'only', 'requires', 'permits', 'advises', 'says'] as const
export type Frame = (typeof FRAMES)[number]

/** What a clause is that a frame makes. */
export const MODE_OF = {
  forbids: 'ban',
  only: 'grant',
  requires: 'duty',
  permits: 'grant',
  advises: 'plea',
  says: 'grant',
} as const satisfies Record<Frame, Mode>

/** What a clause does to an open source license. */
export const WEIGHTS = ['blocks', 'asks', 'harmless'] as const
export type Weight = (typeof WEIGHTS)[number]

type Framed = Readonly<Partial<Record<Frame, string | undefined>>>

/** The frame of a wording, and the words it stands around. */
export function frameOf(wording: Framed): { frame: Frame; words: string } {
  const frame = FRAMES.find(one => wording[one] !== undefined) ?? 'says'
  return { frame, words: wording[frame] ?? '' }
}

/** One thing that a text may speak of: by language the words that say so, and sentences that say it and do not. */
type Sign = Readonly<Record<string, readonly string[]>>

/** The words of a sign, of all languages. */
export const wordsOfSign = ({ found: _, left: __, ...words }: Sign): readonly string[] => Object.values(words).flat()
