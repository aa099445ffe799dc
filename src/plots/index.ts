/** Plots as SVG: pure functions of numbers, readable in black and white, each with its table. */
export { bars } from './bars.ts'
export { type Chart, type ChartRow, inShort, type Series, tableOf } from './chart.ts'
export { columns } from './columns.ts'
export { ANSWERED, ONE, stepOf, type Tone } from './tones.ts'
