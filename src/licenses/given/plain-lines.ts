/** Lines of plain text, and where each stands in the file they were taken from. */
export interface PlainLines {
  readonly lines: readonly string[]
  /** the 1-based raw line of each line */
  readonly raw: readonly number[]
}

/** Puts plain lines together, piece by piece; `at` is an offset in the raw text. */
export interface LineWriter {
  add(text: string, at: number): void
  /** begins a new line */
  newLine(at: number): void
  /** ends what is being written with an empty line, and begins again with `lead` (the marker of a list item) */
  block(at: number, lead?: string): void
  done(): PlainLines
}

/** Writes the plain lines of a raw text. Every piece and every raw line is looked at once. */
export function plainLines(text: string): LineWriter {
  const lines: string[] = []
  const raw: number[] = []
  let pieces: string[] = []
  /** nothing but the lead is on the line; its last character is a space, or there is none */
  let blank = true
  let spaced = true
  let lead = ''
  let line = 1
  let next = text.indexOf('\n')
  let begun = 1
  /** offsets only go forward, but for what a parser closes by itself */
  const lineOf = (offset: number) => {
    while (next >= 0 && next < offset) {
      line++
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
  const end = () => {
    lines.push(blank ? '' : lead + pieces.join('').trimEnd())
    raw.push(begun)
    pieces = []
    blank = true
    spaced = true
    lead = ''
  }
  return {
    add(text, at) {
      const words = spaced ? text.trimStart() : text
      if (words === '') return
      const place = lineOf(at)
      if (blank) begun = place
      blank = false
      pieces.push(words)
      spaced = words.endsWith(' ')
    },
    newLine(at) {
      end()
      begun = lineOf(at)
    },
    block(at, marker = '') {
      if (!blank) end()
      if (lines.length > 0 && lines.at(-1) !== '') end()
      lead = marker
      begun = lineOf(at)
    },
    done() {
      if (!blank) end()
      return lines.length > 0 ? { lines, raw } : { lines: [''], raw: [1] }
    },
  }
}
