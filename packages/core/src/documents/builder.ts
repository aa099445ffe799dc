import type { Block, Cell, Link } from './document.ts'

type Kind = Block['kind']

/** space that is not one plain space between words */
const FOLDS = /[^\S ]| {2}/

/** A block of which no word has come yet. */
const emptyBlock = (kind: Kind = 'paragraph', line = 0) => ({
  kind,
  line,
  endLine: line,
  text: '',
  starts: [] as [number, number][],
  links: [] as Link[],
  cells: [] as number[],
  /** how many of its cells are heads */
  heads: 0,
  /** a space is due before the next word */
  gap: false,
  /** no word yet, in this block or cell */
  fresh: true,
})

/** What a block is besides its words. */
interface Around {
  readonly lead?: string
  /** of a heading, 2 unless told, or of a list item, 1 unless told */
  readonly level?: number
}

/** Puts blocks together from pieces of text, line by line. */
export class BlockBuilder {
  readonly blocks: Block[] = []
  #headings: { level: number; text: string }[] = []
  /** of the table, once its first row has come */
  #header: string[] | null = null
  #block = emptyBlock()
  #around: Around = {}
  /** what the part that can be folded out is called; `next` while its words come */
  #summary: { readonly text: string } | 'next' | undefined

  begin(kind: Kind, line: number, around: Around = {}): void {
    this.end()
    this.#block = emptyBlock(kind, line)
    this.#around = around
  }

  /** What can be folded out, and what it is called: its words introduce what is in it. */
  summary(line: number): void {
    this.begin('paragraph', line)
    this.#summary = 'next'
  }

  endDetails(): void {
    this.end()
    this.#summary = undefined
  }

  inRow(): boolean {
    return this.#block.kind === 'row' && this.#block.cells.length > 0
  }

  /** Where the next piece of text will begin. */
  offset(): number {
    return this.#block.text.length + (this.#block.gap ? 1 : 0)
  }

  text(piece: string, line: number): void {
    const folded = FOLDS.test(piece) ? piece.replace(/\s+/g, ' ') : piece
    const words = folded.trim()
    if (folded.startsWith(' ')) this.space()
    if (words === '') return
    const block = this.#reach(line)
    if (block.starts.at(-1)?.[1] !== line) block.starts.push([this.offset(), line])
    // only ever added to: looking at its end would copy it each time
    block.text += block.gap ? ` ${words}` : words
    block.fresh = false
    block.gap = folded.endsWith(' ')
  }

  /** The block, which goes as far as a line. */
  #reach(line: number) {
    const block = this.#block
    if (block.line === 0) block.line = line
    block.endLine = Math.max(block.endLine, line)
    return block
  }

  /** A space is kept between pieces, once; none begins a block or a cell. */
  space(): void {
    if (!this.#block.fresh) this.#block.gap = true
  }

  cell(header: boolean): void {
    const block = this.#block
    if (block.kind !== 'row') return
    if (block.cells.length > 0) block.text += block.fresh && block.text !== '' ? '| ' : ' | '
    block.gap = false
    block.fresh = true
    block.cells.push(block.text.length)
    if (header) block.heads++
  }

  link(url: string, start: number, line: number): void {
    const { links, text } = this.#reach(line)
    links.push({ label: '', url, image: false, line, start, end: text.length })
  }

  image(alt: string, url: string, line: number): void {
    const at = this.offset()
    this.#reach(line).links.push({ label: alt, url, image: true, line, start: at, end: at })
  }

  end(): void {
    const { kind, line, endLine, starts, links, heads, ...block } = this.#block
    const { lead, level = kind === 'heading' ? 2 : 1 } = this.#around
    this.#block = emptyBlock()
    this.#around = {}
    const text = block.text.trimEnd()
    if (text === '' && links.length === 0) return
    const led = lead ?? (typeof this.#summary === 'object' ? this.#summary.text : undefined)
    if (this.#summary === 'next') this.#summary = { text }
    const cells: Cell[] = block.cells.map((start, index) => ({
      start,
      text: text.slice(start, Math.max(start, (block.cells[index + 1] ?? text.length + 3) - 3)).trim(),
    }))
    // a row with one head at its beginning is of a label and its value
    if (kind === 'row' && heads > 0 && heads === cells.length) this.#header = cells.map(cell => cell.text)
    this.blocks.push({
      kind,
      text,
      line,
      endLine: Math.max(line, endLine),
      starts,
      headings: this.#headings.map(heading => heading.text),
      links: links.map(link => labeled(link, text)),
      ...(kind === 'heading' || kind === 'item' ? { level } : {}),
      ...(kind === 'row' ? { cells, header: this.#header ?? [] } : {}),
      ...(led !== undefined ? { lead: led } : {}),
    })
    if (kind === 'heading') {
      while ((this.#headings.at(-1)?.level ?? 0) >= level) this.#headings.pop()
      this.#headings.push({ level, text })
    }
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
