/** How an area is drawn: a color for the eye, and a texture for a page without color. */
export interface Tone {
  readonly color: string
  readonly texture: 'solid' | 'lines' | 'dots' | 'cross' | 'hatch' | 'empty'
}

const tone = (color: string, texture: Tone['texture'] = 'solid'): Tone => ({ color, texture })

/** From the most to the least, for lists that have an order; each can be told from its neighbors without color. */
const STEPS: readonly Tone[] = [
  tone('#0a4a3c'),
  tone('#2c7f6a', 'lines'),
  tone('#8cc3b0'),
  tone('#e3a548', 'hatch'),
  tone('#c4553a', 'dots'),
  tone('#8a2f2f'),
  tone('#5d4a6b', 'cross'),
  tone('#b9bec4'),
  tone('#7b838c', 'empty'),
]

/** The tone at a step of an order; after the last the last. */
export const stepOf = (at: number): Tone => STEPS[at] ?? tone('#7b838c', 'empty')

/** For what was checked or answered. */
export const ANSWERED = {
  good: tone('#0a4a3c'),
  bad: tone('#c4553a', 'hatch'),
  open: tone('#b9bec4', 'dots'),
  person: tone('#c98a2b', 'cross'),
  none: tone('#7b838c', 'empty'),
} as const

/** For a chart of one kind of thing. */
export const ONE = tone('#2c5d7f')

const PAPER = 'var(--paper, #fff)'
const INK = 'var(--ink, #1c2024)'

/** The fill of an area, and the pattern it needs. */
export function fillOf({ color, texture }: Tone, id: string): { readonly fill: string; readonly pattern: string } {
  if (texture === 'solid') return { fill: color, pattern: '' }
  const light = texture === 'hatch' || texture === 'cross' || texture === 'empty'
  const ground = `<rect width="8" height="8" fill="${light ? PAPER : color}"/>`
  const drawn = `${ground}${MARKS[texture](color)}`
  const pattern = `<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse">${drawn}</pattern>`
  return { fill: `url(#${id})`, pattern }
}

const path = (d: string, color: string, width: number) => `<path d="${d}" stroke="${color}" stroke-width="${width}"/>`

const MARKS: Readonly<Record<Exclude<Tone['texture'], 'solid'>, (color: string) => string>> = {
  lines: () => path('M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4', PAPER, 1.3),
  dots: () => `<circle cx="2" cy="2" r="1.2" fill="${PAPER}"/><circle cx="6" cy="6" r="1.2" fill="${PAPER}"/>`,
  hatch: color => path('M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4', color, 3.4),
  cross: color => path('M0,8 l8,-8 M0,0 l8,8', color, 1.8),
  empty: () => path('M0,8 l8,-8', INK, 0.5),
}
