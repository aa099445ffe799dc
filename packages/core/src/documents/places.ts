import { once } from '../once.ts'
import type { Block, Document, Link } from './document.ts'

/** A link of a document with what stands around it. */
interface LinkInPlace {
  readonly link: Link
  readonly block: Block
  /** the text from 120 letters before the link to 60 after it */
  readonly around: string
}

/** The links of a document's prose that lead elsewhere. */
export const linksInPlace: (document: Document) => readonly LinkInPlace[] = once(({ blocks }) =>
  blocks.flatMap(block =>
    block.kind === 'code'
      ? []
      : block.links
          .filter(({ image, url }) => !image && !url.startsWith('#'))
          .map((link): LinkInPlace => {
            const around = block.text.slice(Math.max(0, link.start - 120), link.end + 60)
            return { link, block, around }
          }),
  ),
)
