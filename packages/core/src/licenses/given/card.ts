import { type Block, type Document, readDocument } from '../../documents/index.ts'
import type { Gate } from '../../evidence/index.ts'
import { formIn } from '../../evidence/metadata/index.ts'
import { frontComments, type Sentence, sentencesIn, sentencesOfForm, valuesIn } from '../../sentences/index.ts'

/** A card or another page of prose, cut into sentences. */
export interface Card {
  readonly document: Document
  /** the form before a download */
  readonly form: Gate | null
  readonly blocks: readonly { readonly block: Block; readonly sentences: readonly Sentence[] }[]
  /** what its metadata and its form say in sentences */
  readonly values: readonly Sentence[]
}

/** Cuts a card or another page of prose. */
export function openCard(path: string, content: string): Card {
  const document = readDocument({ path, content, encoding: 'utf-8', truncated: false })
  const form = formIn(document)
  const blocks = document.blocks.map(block => ({ block, sentences: sentencesIn(block, document) }))
  const values = [...valuesIn(document), ...frontComments(document), ...(form ? sentencesOfForm(form) : [])]
  return { document, form, blocks, values }
}
