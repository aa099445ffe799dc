import type { SaidClaim } from './claim.ts'
import { type Rewording, reworded } from './suggest.ts'

/** letters by which a sentence is found again among its markup */
const OPENING = 16

/**
 * Lines of a file with a sentence in them reworded: the claim's words are replaced, and the note stands where the sentence
 * ends. Null where markup stands within the words, so that they cannot be replaced by others as they are.
 */
export function rewordRaw(raw: string, said: SaidClaim, rewording: Rewording): string | null {
  const from = Math.max(0, raw.indexOf(said.sentence.slice(0, OPENING)))
  const at = raw.indexOf(rewording.from, from)
  if (at < 0) return null
  const end = endOf(raw, at + rewording.from.length, said)
  const sentence = reworded(raw.slice(from, end), at - from, rewording, said.tongue.language.id)
  return raw.slice(0, from) + sentence + raw.slice(end)
}

/** Behind the last words of the sentence and its mark; right behind the claim where they are not found. */
function endOf(raw: string, after: number, said: SaidClaim): number {
  const behind = said.sentence.slice(said.start + said.words.length)
  const last = /[\p{L}\p{N}]+[^\p{L}\p{N}]*$/u.exec(behind)?.[0]
  if (last === undefined) return after + (/^[.!?。！？]+/.exec(raw.slice(after))?.[0].length ?? 0)
  const word = /^[\p{L}\p{N}]+/u.exec(last)?.[0] ?? last
  // the last word may stand in the sentence more than once: its last place before the sentence is over
  const reach = after + behind.length * 3 + 200
  const at = raw.slice(0, reach).indexOf(word, after + Math.max(0, behind.length - last.length - OPENING))
  if (at < 0) return after
  const tail = /^[*_`"”’)\]]{0,4}[.!?。！？]*/.exec(raw.slice(at + word.length))?.[0] ?? ''
  return at + word.length + tail.length
}
