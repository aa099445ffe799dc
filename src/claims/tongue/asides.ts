/** A text without what stands in brackets, and where each of its characters is in the whole. */
export interface Shortened {
  readonly text: string
  readonly at: (offset: number) => number
}

/** something in brackets within a sentence, with the space before it */
const ASIDE = /\s?[(（][^()（）]{1,80}[)）]/g

/**
 * The text without its asides, in which words stand together that they keep apart: "un modèle (LLM) ouvert"; null where
 * it has none.
 */
export function withoutAsides(whole: string): Shortened | null {
  if (!/[(（]/.test(whole)) return null
  const asides = [...whole.matchAll(ASIDE)]
  if (asides.length === 0) return null
  const ends: { readonly from: number; readonly lost: number }[] = []
  let lost = 0
  let text = ''
  let from = 0
  for (const { 0: aside, index } of asides) {
    text += whole.slice(from, index)
    from = index + aside.length
    lost += aside.length
    ends.push({ from: text.length, lost })
  }
  return {
    text: text + whole.slice(from),
    at: offset => offset + (ends.findLast(end => end.from <= offset)?.lost ?? 0),
  }
}

/** The text without its asides. */
export const shortened = (whole: string): string => withoutAsides(whole)?.text ?? whole
