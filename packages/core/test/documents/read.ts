import { type Block, type Document, type FrontMatter, readDocument } from '../../src/documents/index.ts'

/** Reads an invented document, as a source would hand it over. */
export function read(content: string, path = 'README.md'): Document {
  return readDocument({ path, content, encoding: 'utf-8', truncated: false })
}

/** The metadata block of an invented card, which must have one. */
export function frontMatterOf(content: string): FrontMatter {
  const { frontMatter } = read(content)
  if (!frontMatter) throw new Error('the card has no metadata block')
  return frontMatter
}

/** The block with these words, which must be one. */
export function blockWith(words: string, content: string, path?: string): Block {
  const found = read(content, path).blocks.filter(block => block.text.includes(words))
  const [block] = found
  if (!block || found.length > 1) throw new Error(`"${words}" is in ${found.length} blocks`)
  return block
}
