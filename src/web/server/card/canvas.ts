/** One step of an outline: `M`ove, `L`ine, `Q`uadratic or `C`ubic curve, and `Z` to close it; y grows downwards. */
export type Step = readonly [type: string, ...numbers: number[]]

/** A picture in the making: how much of each pixel is ink, drawn as areas that outlines enclose. */
export interface Canvas {
  readonly width: number
  readonly height: number
  /** Fills what an outline encloses, scaled and moved; `shade` is that of the ink, 0 to 1. */
  fill(path: readonly Step[], x: number, y: number, scale: number, shade?: number): void
  /** 0 for paper to 255 for ink, row by row */
  shades(): Uint8Array
}

/** straight pieces that a curve is cut into */
const PIECES = 8

/** An empty canvas. */
export function canvasOf(width: number, height: number): Canvas {
  const ink = new Float32Array(width * height)

  return {
    width,
    height,
    fill(path, dx, dy, scale, shade = 1) {
      // the signed area that edges cover, pixel by pixel: summed along a row it is how much of each lies inside
      const box = boxOf(path, dx, dy, scale, width, height)
      const area = new Float32Array(box.width * box.height)
      let [startX, startY, x, y] = [0, 0, 0, 0]
      const line = (toX: number, toY: number) => {
        const [left, top] = [dx - box.x, dy - box.y]
        edge(area, box, left + x * scale, top + y * scale, left + toX * scale, top + toY * scale)
        x = toX
        y = toY
      }
      for (const [type, ...at] of path) {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = at
        if (type === 'M') [startX, startY, x, y] = [a, b, a, b]
        else if (type === 'L') line(a, b)
        else if (type === 'Z') line(startX, startY)
        else {
          const [fromX, fromY] = [x, y]
          for (let piece = 1; piece <= PIECES; piece += 1) {
            const t = piece / PIECES
            const u = 1 - t
            if (type === 'Q') line(u * u * fromX + 2 * u * t * a + t * t * c, u * u * fromY + 2 * u * t * b + t * t * d)
            else
              line(
                u ** 3 * fromX + 3 * u * u * t * a + 3 * u * t * t * c + t ** 3 * e,
                u ** 3 * fromY + 3 * u * u * t * b + 3 * u * t * t * d + t ** 3 * f,
              )
          }
        }
      }
      for (let row = 0; row < box.height; row += 1) {
        let covered = 0
        for (let column = 0; column < box.width; column += 1) {
          covered += area[row * box.width + column] ?? 0
          const cover = Math.min(1, Math.abs(covered)) * shade
          const at = (box.y + row) * width + box.x + column
          if (cover > 0) ink[at] = Math.max(ink[at] ?? 0, cover)
        }
      }
    },
    shades: () => Uint8Array.from(ink, value => Math.round(value * 255)),
  }
}

/** The pixels that an outline may touch. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function boxOf(path: readonly Step[], dx: number, dy: number, scale: number, width: number, height: number): Box {
  const points = path.map(([, ...at]) => at)
  const xs = points.flatMap(at => at.filter((_, i) => i % 2 === 0)).map(x => dx + x * scale)
  const ys = points.flatMap(at => at.filter((_, i) => i % 2 === 1)).map(y => dy + y * scale)
  const within = (value: number, most: number) => Math.max(0, Math.min(most, value))
  const x = within(Math.floor(Math.min(...xs)), width)
  const y = within(Math.floor(Math.min(...ys)), height)
  return {
    x,
    y,
    width: Math.max(0, within(Math.ceil(Math.max(...xs)) + 1, width) - x),
    height: Math.max(0, within(Math.ceil(Math.max(...ys)), height) - y),
  }
}

/** Adds one edge to the areas: row by row the part of each pixel that lies to its right. */
function edge(area: Float32Array, { width, height }: Box, x0: number, y0: number, x1: number, y1: number): void {
  if (y0 === y1) return
  const down = y0 < y1 ? 1 : -1
  const [topX, topY, endX, endY] = down === 1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0]
  const slope = (endX - topX) / (endY - topY)
  const last = Math.min(height, Math.ceil(endY))
  for (let row = Math.max(0, Math.floor(topY)); row < last; row += 1) {
    const from = Math.max(row, topY)
    const to = Math.min(row + 1, endY)
    if (to <= from) continue
    const left = clamp(topX + (from - topY) * slope, width)
    const right = clamp(topX + (to - topY) * slope, width)
    const [low, high] = left < right ? [left, right] : [right, left]
    spread(area, row * width, width, low, high, down * (to - from))
  }
}

/** Spreads the height of a piece of an edge over the pixels between where it begins and ends. */
function spread(area: Float32Array, row: number, width: number, low: number, high: number, height: number): void {
  const first = Math.floor(low)
  const add = (column: number, amount: number) => {
    if (column < width) area[row + column] = (area[row + column] ?? 0) + amount
  }
  if (high <= first + 1) {
    const middle = (low + high) / 2 - first
    add(first, height * (1 - middle))
    add(first + 1, height * middle)
    return
  }
  // how much lies right of the edge, up to the end of each pixel; what a pixel adds is the difference
  const across = high - low
  let before = 0
  for (let column = first; column < Math.ceil(high); column += 1) {
    const a = Math.max(low, column)
    const b = Math.min(high, column + 1)
    const passed = (height * (b - a)) / across
    const inside = passed * (1 - ((a + b) / 2 - column))
    add(column, inside + before)
    before = passed - inside
  }
  add(Math.ceil(high), before)
}

const clamp = (x: number, width: number) => Math.max(0, Math.min(width, x))
