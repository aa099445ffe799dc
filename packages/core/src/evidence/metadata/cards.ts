import type { Document } from '../../documents/index.ts'
import type { LegalFiles } from '../../knowledge/legal-files.ts'
import { isAmongOthers } from '../../knowledge/legal-names.ts'
import type { Evidence, FurtherCard } from '../evidence.ts'
import { fileName, folder, isCard, isModelConfig, isOfOthers, isReadme, isTemplate, isWeights } from '../paths.ts'
import { sameFamily } from '../publisher/owners.ts'
import { kindOf } from './index.ts'
import { termsInCard } from './terms-said.ts'

/** more cards are a catalog */
const MOST_CARDS = 24

/**
 * Cards of single models: pages called so, and pages that lie beside a model's files or say in their front matter that
 * they are of a model. Others' work and pages that show how to write one are left out.
 */
export function furtherCards(
  { documents, card, release }: Pick<Evidence, 'documents' | 'card' | 'release'>,
  legal: LegalFiles,
): FurtherCard[] {
  const beside = new Set(
    release.files.flatMap(({ path, size }) => (isWeights(path, size) || isModelConfig(path) ? [folder(path)] : [])),
  )
  return documents
    .filter(document => document !== card && folder(document.path) !== '')
    .filter(({ path }) => !isOfOthers(path) && !isAmongOthers(path, legal) && !isTemplate(path))
    .filter(({ path, frontMatter }) => {
      if (kindOf(frontMatter) === 'dataset') return false
      return isCard(path) || (isReadme(path) && (beside.has(folder(path)) || kindOf(frontMatter) === 'model'))
    })
    .slice(0, MOST_CARDS)
    .map(document => ({ document, name: nameInCard(document), terms: termsInCard(document, legal) }))
}

/** what a card opens with before the name */
const CARD_OF = /^(?:model card (?:for|of)|model card)\s*[:–—-]?\s*/i
const LONGEST_NAME = 60

/** What a page's first heading calls what it is of; null where that is none. */
export function titleOf({ blocks }: Document): string | null {
  const heading = blocks.find(({ kind }) => kind === 'heading')?.text ?? ''
  const title = (heading.replace(CARD_OF, '').split(/[:：|(（–—]| - /)[0] ?? '').replace(/[`*_"]/g, '').trim()
  return title === '' || title.length > LONGEST_NAME || /^model (?:id|name|details)$/i.test(title) ? null : title
}

/**
 * What a card is of: as its heading calls it, where that is written as names are, or as its file or folder. A heading
 * such as "Intended use" names nothing.
 */
function nameInCard(document: Document): string {
  const { path } = document
  const stem = fileName(path)
    .replace(/\.\w+$/, '')
    .replace(/[-_]?model[-_]?card[-_]?/i, '')
  const [last = '', above = ''] = folder(path).split('/').reverse()
  // "22M" tells which of those above
  const placed = isReadme(path) || stem === '' ? `${/^\d/.test(last) ? above : ''} ${last}`.trim() : stem
  const title = titleOf(document)
  const isName = title !== null && (WRITTEN.test(title) || sameFamily(title, placed))
  return isName || (title !== null && !/\s/.test(title) && !WRITTEN.test(placed)) ? title : placed
}
/** figures, or a capital within */
const WRITTEN = /\d|\p{Ll}\p{Lu}/u
