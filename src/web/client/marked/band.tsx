import { BANDS, type Band, type BandLook, joined } from './bands.ts'

/** What the looks of a band are called. */
export const BAND_NAMES = {
  known: 'known text',
  notice: 'title, notices',
  harmless: 'takes nothing',
  clause: 'a clause that limits',
  open: 'not understood',
} as const satisfies Record<BandLook, string>

/**
 * The band beside a paragraph: what its words are, each stretch as high as its part of the letters. Whoever cannot
 * see it is told where it is another than that of the paragraph before.
 */
export function BandBeside({ lines, before }: { lines: readonly (readonly Band[])[]; before: string }) {
  const bands = joined(lines.flat())
  if (bands.length === 0) return null
  const told = namesIn(lines)
  const role = told === before ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': told } as const)
  return (
    <span class="bands" {...role}>
      {bands.map(({ look, letters }, index) => (
        <i key={index} class={`band ${look}`} title={BAND_NAMES[look]} style={{ flexGrow: String(letters) }} />
      ))}
    </span>
  )
}

/** The names of the looks in lines, each once. */
export function namesIn(lines: readonly (readonly Band[])[]): string {
  const looks = new Set(lines.flat().map(({ look }) => look))
  return BANDS.filter(look => looks.has(look))
    .map(look => BAND_NAMES[look])
    .join(', ')
}
