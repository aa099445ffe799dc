import { escaped } from '@unwash/core/text/foreign'
import type { Chart, Series } from './chart.ts'
import { fillOf } from './tones.ts'

/** Pixels of the drawing; it is shown as wide as its place. */
export const WIDTH = 760
/** pixels of letters, and of an average one's width */
const SIZE = 13
const LETTER = SIZE * 0.55

/** How wide words are, nearly. */
export const widthOf = (words: string): number => words.length * LETTER

/** Words cut to a width, with a dot where something is missing. */
export function cutTo(words: string, width: number): string {
  const most = Math.max(4, Math.floor(width / LETTER))
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`
}

/** Words in at most so many lines of a width, broken between words; the last is cut. */
export function inLines(text: string, width: number, most: number): readonly string[] {
  const fits = Math.max(4, Math.floor(width / LETTER))
  const at = text.lastIndexOf(' ', fits)
  if (text.length <= fits || most === 1 || at <= 0) return [cutTo(text, width)]
  return [text.slice(0, at), ...inLines(text.slice(at + 1), width, most - 1)]
}

/** Words at a place; `halo` makes them readable on any ground. */
export function words(
  x: number,
  y: number,
  text: string,
  how: { readonly anchor?: 'middle' | 'end'; readonly halo?: true; readonly faint?: true; readonly bold?: true } = {},
): string {
  const style = [
    how.anchor && `text-anchor="${how.anchor}"`,
    how.halo && 'paint-order="stroke" stroke="var(--paper, #fff)" stroke-width="3.5" stroke-linejoin="round"',
    how.faint && 'fill-opacity=".72"',
    how.bold && 'font-weight="600"',
  ].filter(one => one !== undefined)
  return `<text x="${px(x)}" y="${px(y)}" ${style.join(' ')}>${escaped(text)}</text>`
}

/** Where an area is, and how large. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** An area; its meaning is read out, and shown when one points at it. */
export function area({ x, y, width, height }: Box, fill: string, says: string): string {
  const place = `x="${px(x)}" y="${px(y)}" width="${px(Math.max(width, 0.5))}" height="${px(Math.max(height, 0.5))}"`
  const look = `fill="${fill}" stroke="var(--ink, #1c2024)" stroke-width=".6"`
  return `<rect ${place} ${look}><title>${escaped(says)}</title></rect>`
}

/** A line that helps the eye. */
export function rule(x1: number, y1: number, x2: number, y2: number, strong: boolean): string {
  const place = `x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}"`
  return `<line ${place} stroke="currentColor" stroke-opacity="${strong ? 0.7 : 0.16}"/>`
}

/** A pixel place, without digits that nobody sees. */
const px = (value: number): string => String(Math.round(value * 10) / 10)

/** The fills of a chart's series by id, and the patterns they need. */
export function fillsOf(chart: Chart): { readonly of: (id: string) => string; readonly patterns: string } {
  const made = chart.series.map((series, at) => [series.id, fillOf(series.tone, `${chart.id}-${at}`)] as const)
  const fills = new Map(made.map(([id, { fill }]) => [id, fill]))
  return { of: id => fills.get(id) ?? 'none', patterns: made.map(([, { pattern }]) => pattern).join('') }
}

/** What the areas mean, in rows above the chart; nothing for a single series. */
export function legendOf(
  series: readonly Series[],
  fill: (id: string) => string,
): { readonly svg: string; readonly height: number } {
  if (series.length < 2) return { svg: '', height: 0 }
  let x = 0
  let y = 0
  const parts = series.map(({ id, label }) => {
    const width = 22 + widthOf(label) + 18
    if (x > 0 && x + width > WIDTH) {
      x = 0
      y += 22
    }
    const svg = area({ x, y, width: 15, height: 13 }, fill(id), label) + words(x + 21, y + 11.5, label)
    x += width
    return svg
  })
  return { svg: parts.join(''), height: y + 30 }
}

/** The whole drawing. It takes the colors of the page around it, and has its own where there is none. */
export function drawing(chart: Chart, height: number, patterns: string, body: string): string {
  const title = `${chart.id}-title`
  const place = `viewBox="0 0 ${WIDTH} ${px(height)}" role="img" aria-labelledby="${title}"`
  const look = `color="var(--ink, #1c2024)" width="100%" font-family="system-ui, sans-serif" font-size="${SIZE}"`
  const head = `<title id="${title}">${escaped(chart.title)}</title><defs>${patterns}</defs>`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${place} ${look} fill="currentColor">${head}${body}</svg>`
}
