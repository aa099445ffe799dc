/** What words of a text are: the band beside them shows it. */
export const BANDS = ['known', 'notice', 'harmless', 'clause', 'open'] as const
export type BandLook = (typeof BANDS)[number]

/** A stretch of a band, as long as the letters that it stands for. */
export interface Band {
  readonly look: BandLook
  readonly letters: number
}

/** Where words of one look stand, in order. */
export interface BandSpan {
  readonly look: BandLook
  readonly from: number
  readonly to: number
}

/** The band of each line of a text. A blank line goes on with that of the lines around it where they are alike. */
export function bandLines(content: string, spans: readonly BandSpan[]): readonly (readonly Band[])[] {
  let next = 0
  let at = 0
  const bands = content.split('\n').map(line => {
    const [from, to] = [at, at + line.length]
    at = to + 1
    while (next < spans.length && (spans[next]?.to ?? 0) <= from) next++
    const own: Band[] = []
    for (let span = next; span < spans.length && (spans[span]?.from ?? 0) < to; span++) {
      const { look, from: begins, to: ends } = spans[span] ?? { look: 'open', from, to: from }
      own.push({ look, letters: Math.min(ends, to) - Math.max(begins, from) })
    }
    return joined(own)
  })
  const after: (BandLook | undefined)[] = []
  for (let index = bands.length - 1, look: BandLook | undefined; index >= 0; index--) {
    after[index] = look
    look = bands[index]?.[0]?.look ?? look
  }
  let before: BandLook | undefined
  return bands.map((own, index) => {
    const last = own.at(-1)?.look
    if (last !== undefined) before = last
    return last === undefined && before !== undefined && before === after[index] ? [{ look: before, letters: 1 }] : own
  })
}

/** Neighbors that look alike are one. */
export function joined(bands: readonly Band[]): readonly Band[] {
  const all: Band[] = []
  for (const band of bands) {
    const last = all.at(-1)
    if (last?.look === band.look) all[all.length - 1] = { ...last, letters: last.letters + band.letters }
    else if (band.letters > 0) all.push(band)
  }
  return all
}
