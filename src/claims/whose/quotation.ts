import type { Block } from '../../documents/index.ts'
import type { Voice } from '../claim.ts'

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '「': '」',
  '『': '』',
  '‹': '›',
  '"': '"',
}
/** a quotation longer than this is no longer seen as one */
const LONGEST_QUOTATION = 600

/** Whether the words at an offset are quoted from somebody who is not the publisher: "…," said a rival. */
export function isReported(block: Block, offset: number, voice: Voice): boolean {
  if (voice.names.length === 0) return false
  const span = quotationAround(block.text, offset)
  if (!span || span.end - span.start < 12) return false
  const { text } = block
  const outside = `${text.slice(Math.max(0, span.start - 120), span.start)} ${text.slice(span.end, span.end + 120)}`
  const letters = outside.match(/\p{L}/gu)?.length ?? 0
  const own = outside.toLowerCase()
  return letters >= 4 && !voice.names.some(name => name.length > 2 && own.includes(name.toLowerCase()))
}

function quotationAround(text: string, offset: number): { readonly start: number; readonly end: number } | null {
  const from = Math.max(0, offset - LONGEST_QUOTATION)
  let open: { at: number; closing: string } | null = null
  for (let at = from; at < Math.min(text.length, offset + LONGEST_QUOTATION); at++) {
    const char = text.charAt(at)
    if (open?.closing.includes(char)) {
      if (at > offset) return { start: open.at, end: at + 1 }
      open = null
    } else if (!open && at < offset && PAIRS[char]) open = { at, closing: PAIRS[char] }
  }
  return null
}
