import type { Document } from '../documents/index.ts'
import { unreadLanguage } from '../documents/language.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { cardNameOf, isAmongOthers, isInCapitals, legalNameOf } from '../knowledge/legal-names.ts'
import { licensesMentionedIn } from '../names/index.ts'
import type { Evidence } from './index.ts'
import type { LegalFile } from './legal/index.ts'
import { folder } from './paths.ts'

/** Which texts of a release can bind its weights: decided by where they lie, before a sentence of theirs is judged. */
export interface Binding {
  /** a legal file: at the root, beside or above weights, in a folder of terms or models, or by its words */
  readonly file: (file: LegalFile) => boolean
  /** a page by its path: a card or README of the root or of the weights, and what these lead to */
  readonly page: (path: string) => boolean
  /** what was not read, by its path: a folder, a page that can bind, and no translation that says nothing new */
  readonly unread: (path: string) => boolean
}

/** words by which a text speaks of weights */
export const OF_WEIGHTS = /\b(?:models?|weights|checkpoints?)\b|模型|权重/i

/** Tells which texts can bind the weights of a release. */
export function bindingOf({ documents, release, weights }: Evidence, knowledge: Knowledge): Binding {
  const { legalFiles } = knowledge
  const { binds } = legalFiles
  const holdsWeights = (place: string) => weights.files.some(({ path }) => path.startsWith(`${place}/`))
  const isOwnPage = (path: string) =>
    folder(path) === ''
      ? cardNameOf(path, legalFiles) !== null ||
        isInCapitals(path) ||
        binds.cards.includes(CARD.exec(path)?.[1]?.toLowerCase() ?? '')
      : cardNameOf(path, legalFiles) !== null && holdsWeights(folder(path))
  const isOfTerms = (path: string) => {
    const [first = '', ...below] = path.toLowerCase().replace(/[_ ]/g, '-').split('/')
    return binds.folders.includes(first) || (binds.manuals.includes(first) && below.length === 1 && /\.\w+$/.test(path))
  }
  const led = new Set(
    documents.flatMap(({ path, blocks }) =>
      isOwnPage(path) ? blocks.flatMap(({ links }) => links.map(({ url }) => addressOf(url, addressOf(path)))) : [],
    ),
  )
  const page = (path: string) => isOwnPage(path) || (led.has(addressOf(path)) && !isAmongOthers(path, legalFiles))
  return {
    file: ({ path, covers, others, standing }) =>
      !others &&
      (standing === 'root' ||
        covers.includes('weights') ||
        holdsWeights(folder(path)) ||
        OF_WEIGHTS.test(release.texts.get(path)?.content ?? '') ||
        isOfTerms(path)),
    page,
    unread: path =>
      !isAmongOthers(path, legalFiles) &&
      (path.endsWith('/') ||
        (legalNameOf(path, legalFiles) === null && page(path) && !repeats(path, documents, knowledge))),
  }
}

/** Where a link leads, as an address from the root of the release. */
const addressOf = (url: string, from = 'file:///'): string =>
  URL.canParse(url, from) ? new URL(url, from).href.replace(/[?#].*$/, '') : ''

/** the first word of a page's name at the root: "MODEL.md", "weights_v2.md" */
const CARD = /^([a-z]+)(?:[-_]\w{1,20})?\.\w{2,8}$/i
/** a README whose name says its language: "README_ja.md", "README.id.md" */
const TRANSLATED = /(?:^|\/)read[-_ ]?me[._-][a-z]{2,3}(?:[-_][a-z]{2,4})?\.\w{1,8}$/i

/** Whether a README in another language says nothing new: one that was read names its licenses, and its limits. */
function repeats(path: string, documents: readonly Document[], knowledge: Knowledge): boolean {
  if (!TRANSLATED.test(path)) return false
  const licensesOf = ({ text }: Document) => licensesMentionedIn(text.content, knowledge).map(({ id }) => id)
  const translation = documents.find(document => document.path === path)
  const read = documents.find(
    document => /readme(?:\.\w{1,8})?$/i.test(document.path) && folder(document.path) === folder(path),
  )
  if (!(translation && read) || unreadLanguage(read) !== null) return false
  const limits = ({ text }: Document) =>
    knowledge.legalFiles.binds.limits.some(letters => text.content.toLowerCase().includes(letters))
  if (limits(translation) && !limits(read)) return false
  const named = new Set(licensesOf(read))
  return named.size > 0 && licensesOf(translation).every(id => named.has(id))
}
