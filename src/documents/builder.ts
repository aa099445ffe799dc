import type { Block, Cell, Link } from './document.ts'

type Kind = Block['kind']

/** Puts blocks together from pieces of text, line by line. */
export class BlockBuilder {
  readonly blocks: Block[] = []
  readonly #outer: readonly string[]
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

  constructor(headings: readonly string[] = []) {
    this.#outer = headings
  }

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

  offset(): number {
    return this.#text.length
  }

  text(piece: string, line: number): void {
    if (piece === '') return
    if (this.#line === 0) this.#line = line
    const last = this.#starts.at(-1)
    if (!last || last[1] !== line) this.#starts.push([this.#text.length, line])
    this.#endLine = Math.max(this.#endLine, line)
    // a space is kept between pieces, but not doubled
    const folded = piece.replace(/\s+/g, ' ')
    this.#text += this.#text.endsWith(' ') || this.#text === '' ? folded.trimStart() : folded
  }

  space(line: number): void {
    if (this.#text !== '' && !this.#text.endsWith(' ')) this.#text += ' '
    if (this.#text !== '') this.#starts.push([this.#text.length, line])
  }

  cell(header: boolean): void {
    if (this.#kind !== 'row') return
    if (this.#cells.length > 0) this.#text = `${this.#text.trimEnd()} | `
    this.#cells.push(this.#text.length)
    if (header) this.#headerRow = true
  }

  link(url: string, start: number, line: number): void {
    const from = Math.min(start, this.#text.length)
    this.#links.push({
      label: this.#text.slice(from).trim(),
      url,
      image: false,
      line,
      start: from,
      end: this.#text.length,
    })
  }

  image(alt: string, url: string, line: number): void {
    if (this.#line === 0) this.#line = line
    this.#endLine = Math.max(this.#endLine, line)
    const at = this.#text.length
    this.#links.push({ label: alt, url, image: true, line, start: at, end: at })
  }

  end(): void {
    const text = this.#text.trimEnd()
    if (text !== '' || this.#links.length > 0) {
      const cells: Cell[] = this.#cells.map((start, index) => ({
        start,
        text: text.slice(start, (this.#cells[index + 1] ?? text.length + 3) - 3).trim(),
      }))
      const headings = [...this.#outer, ...this.#headings.map(heading => heading.text)]
      if (this.#kind === 'row' && this.#headerRow) this.#header = cells.map(cell => cell.text)
      this.blocks.push({
        kind: this.#kind,
        text,
        line: this.#line,
        endLine: Math.max(this.#line, this.#endLine),
        starts: this.#starts,
        headings,
        links: this.#links,
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
    this.#line = 0
    this.#endLine = 0
    this.#starts = []
    this.#links = []
    this.#cells = []
    this.#headerRow = false
    this.#lead = undefined
  }

  /** A new table: the header of the one before does not reach it. */
  table(): void {
    this.end()
    this.#header = null
  }

  /** The headings in force, outermost first. */
  headings(): readonly string[] {
    return [...this.#outer, ...this.#headings.map(heading => heading.text)]
  }

  append(blocks: readonly Block[]): void {
    this.end()
    for (const block of blocks) {
      this.blocks.push(block)
      if (block.kind === 'heading') {
        this.#headings = [...this.#headings.filter(heading => heading.level < 2), { level: 2, text: block.text }]
      }
    }
  }

  finish(): Block[] {
    this.end()
    return this.blocks
  }
}
