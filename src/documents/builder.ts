import type { Block, Cell, Link } from './document.ts'

type Kind = Block['kind']

/** space that is not one plain space between words */
const FOLDS = /[^\S ]| {2}/

/** Puts blocks together from pieces of text, line by line. */
export class BlockBuilder {
  readonly blocks: Block[] = []
  #headings: { level: number; text: string }[] = []
  #kind: Kind = 'paragraph'
  #text = ''
  #line = 0
  #endLine = 0
  #starts: [number, number][] = []
  #links: Link[] = []
  #cells: number[] = []
  #header: string[] | null = null
  #headerRow = false
  #quoted = false
  #lead: string | undefined
  /** a space is due before the next word */
  #gap = false
  /** no word yet, in this block or cell */
  #fresh = true

  begin(kind: Kind, line: number, options: { quoted?: boolean; lead?: string; level?: number } = {}): void {
    this.end()
    this.#kind = kind
    this.#line = line
    this.#endLine = line
    this.#quoted = options.quoted ?? false
    this.#lead = options.lead
    this.#level = options.level ?? 2
  }
  #level = 2

  inRow(): boolean {
    return this.#kind === 'row' && this.#cells.length > 0
  }

  /** Where the next piece of text will begin. */
  offset(): number {
    return this.#text.length + (this.#gap ? 1 : 0)
  }

  text(piece: string, line: number): void {
    const folded = FOLDS.test(piece) ? piece.replace(/\s+/g, ' ') : piece
    const words = folded.trim()
    if (folded.startsWith(' ')) this.space()
    if (words === '') return
    if (this.#line === 0) this.#line = line
    if (this.#starts.at(-1)?.[1] !== line) this.#starts.push([this.offset(), line])
    this.#endLine = Math.max(this.#endLine, line)
    // only ever added to: looking at its end would copy it each time
    this.#text += this.#gap ? ` ${words}` : words
    this.#fresh = false
    this.#gap = folded.endsWith(' ')
  }

  /** A space is kept between pieces, once; none begins a block or a cell. */
  space(): void {
    if (!this.#fresh) this.#gap = true
  }

  cell(header: boolean): void {
    if (this.#kind !== 'row') return
    if (this.#cells.length > 0) this.#text += this.#fresh && this.#text !== '' ? '| ' : ' | '
    this.#gap = false
    this.#fresh = true
    this.#cells.push(this.#text.length)
    if (header) this.#headerRow = true
  }

  link(url: string, start: number, line: number): void {
    if (this.#line === 0) this.#line = line
    this.#endLine = Math.max(this.#endLine, line)
    this.#links.push({ label: '', url, image: false, line, start, end: this.#text.length })
  }

  image(alt: string, url: string, line: number): void {
    if (this.#line === 0) this.#line = line
    this.#endLine = Math.max(this.#endLine, line)
    const at = this.offset()
    this.#links.push({ label: alt, url, image: true, line, start: at, end: at })
  }

  end(): void {
    const text = this.#text.trimEnd()
    if (text !== '' || this.#links.length > 0) {
      const cells: Cell[] = this.#cells.map((start, index) => ({
        start,
        text: text.slice(start, Math.max(start, (this.#cells[index + 1] ?? text.length + 3) - 3)).trim(),
      }))
      const headings = this.#headings.map(heading => heading.text)
      if (this.#kind === 'row' && this.#headerRow) this.#header = cells.map(cell => cell.text)
      this.blocks.push({
        kind: this.#kind,
        text,
        line: this.#line,
        endLine: Math.max(this.#line, this.#endLine),
        starts: this.#starts,
        headings,
        links: this.#links.map(link => labeled(link, text)),
        quoted: this.#quoted,
        ...(this.#kind === 'row' ? { cells, header: this.#header ?? [] } : {}),
        ...(this.#lead !== undefined ? { lead: this.#lead } : {}),
      })
      if (this.#kind === 'heading') {
        while ((this.#headings.at(-1)?.level ?? 0) >= this.#level) this.#headings.pop()
        this.#headings.push({ level: this.#level, text })
      }
    }
    this.#kind = 'paragraph'
    this.#text = ''
    this.#gap = false
    this.#fresh = true
    this.#line = 0
    this.#endLine = 0
    this.#starts = []
    this.#links = []
    this.#cells = []
    this.#headerRow = false
    this.#quoted = false
    this.#lead = undefined
  }

  /** A new table: the header of the one before does not reach it. */
  table(): void {
    this.end()
    this.#header = null
  }

  finish(): Block[] {
    this.end()
    return this.blocks
  }
}

/** A link with its words; those of a link that holds none, or ends before it begins, are empty. */
function labeled(link: Link, text: string): Link {
  if (link.image) return link
  const start = Math.min(link.start, link.end)
  return { ...link, start, label: text.slice(start, link.end).trim() }
}
