import { citeMetadata } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import type { TermsSaid } from '../../evidence/evidence.ts'
import { cite, type Evidence } from '../../evidence/index.ts'
import { citeHub } from '../../evidence/metadata/hub.ts'
import { plainKey } from '../../evidence/metadata/terms-said.ts'
import { isMain } from '../../evidence/weights/index.ts'
import type { Known } from '../../licenses/known.ts'
import { placeholderOf, resolveLink, resolveName } from '../../names/index.ts'
import type { HubFacts } from '../../release/release.ts'
import { pathOf } from '../files/linked.ts'
import type { Setting } from './speaker.ts'
import { type SaidAbout, type Statement, state } from './statement.ts'
import { readSubject } from './subject.ts'
import { takenByValue } from './taken.ts'

/** What the metadata states: `license`, with `license_name` and `license_link` where it says "other". */
export function metadataStatements(
  { metadata, card, release: { hub } }: Pick<Evidence, 'metadata' | 'card' | 'release'>,
  setting: Setting,
  known: Known,
): Statement[] {
  // of a dataset, the data are what the metadata speaks of
  const about: readonly SaidAbout[] = hub?.kind === 'dataset' ? ['data', 'all'] : ['all']
  return [
    ...metadata.terms.flatMap(said => termsOf(said, { about, via: 'metadata' }, setting, known)),
    ...tagStatements(metadata.tags, card, hub, known),
  ]
}

/** What the front matter of the cards of single models states, and the lines of theirs that begin with "License". */
export function cardStatements(
  cards: Evidence['cards'],
  setting: Setting,
  known: Known,
  inBlocks: (card: Document) => readonly Statement[],
): Statement[] {
  return cards.flatMap(({ document, name, terms }) => {
    const of = { about: ['weights'], models: [name], via: 'card' } as const
    // what speaks for the release is read with its other sentences
    const fields = isMain(document) ? [] : inBlocks({ ...document, blocks: document.blocks.filter(isField) })
    return [...termsOf(terms, of, setting, known), ...fields.filter(isOfModel).map(one => ({ ...one, ...of }))]
  })
}

/** "**License:** MIT", as an item or a row of what a card lists of its model */
const isField = ({ kind, text }: Block): boolean => kind !== 'heading' && kind !== 'code' && FIELD.test(text)
const FIELD = /^\W{0,10}(?:model )?licen[cs]e(?:\(s\))?\s?(?:[:：|]|\t)/i
const isOfModel = ({ about }: Statement) => about.includes('all') || about.includes('weights')

/** What one place of metadata says of terms: all of it is heard, however often and under whichever key it is said. */
function termsOf(
  said: readonly TermsSaid[],
  of: Pick<Statement, 'about' | 'via'> & Partial<Statement>,
  { legal, speaker }: Setting,
  known: Known,
): Statement[] {
  const { knowledge } = known
  const all = (as: TermsSaid['as']) => said.filter(one => one.as === as)
  const [licenses, names, links] = [all('license'), all('name'), all('link')]
  const placeholders = licenses.filter(({ value }) => placeholderOf(value))
  const tell = ({ of: words, value, cited }: TermsSaid, says: Partial<Statement>): Statement => {
    const { about } = readSubject(words, speaker)
    return state({ ...of, ...(about.length > 0 ? { about } : {}), binds: true, spelled: value, cited, ...says })
  }
  const named = (one: TermsSaid): Statement => {
    const license = resolveName(one.value, knowledge)
    // a sentence in place of a name
    return tell(one, { license, restricts: license ? null : takenByValue(one.value, known) })
  }
  const led = (one: TermsSaid) => {
    const license = resolveLink(one.value, knowledge)
    const path = pathOf(one.value, legal, speaker.name)
    return { one, license, path, url: license || path ? null : one.value }
  }
  const leads = links.map(led)
  // "other", and no license at all, are what their name and link say
  const isOther = licenses.length === placeholders.length
  const [first] = placeholders.length > 0 ? placeholders : [...names, ...links]
  const [name] = names
  const byName = name ? resolveName(name.value, knowledge) : null
  const [lead] = leads
  const other =
    isOther && first && (name || lead || placeholderOf(first.value) === 'other')
      ? tell(first, {
          license: byName ?? lead?.license ?? null,
          path: lead?.path ?? null,
          url: byName ? null : (lead?.url ?? null),
          spelled: name?.value ?? first.value,
          cited: cite(first.cited[0], ...(name?.cited ?? [])),
        })
      : null
  return [
    ...(other ? [other] : []),
    ...licenses.filter(one => !placeholders.includes(one)).map(named),
    ...names.slice(other ? 1 : 0).map(named),
    ...leads
      // of a license that is named, a text that is nowhere here is only told to be missing
      .filter(({ url }) => url === null || /^https?:/i.test(url) || (isOther && byName !== null))
      .filter(
        ({ license, path, url }) =>
          !other || license?.id !== other.license?.id || path !== other.path || url !== other.url,
      )
      .map(({ one, license, path, url }) => tell(one, { license, path, url })),
    ...all('words').map(named),
  ]
}

/** an adjective that is no sentence ("non-commercial") */
const ADJECTIVE = /^non ?commercial$/i
/** tags that are looked at */
const MOST_TAGS = 200

/** Tags that say for which purposes alone the weights are there ("research-only"). */
function tagStatements(
  tags: readonly string[],
  card: Document | null,
  hub: HubFacts | undefined,
  known: Known,
): Statement[] {
  const front = card?.frontMatter?.entries.find(({ key }) => plainKey(key) === 'tags')
  return tags.slice(0, MOST_TAGS).flatMap(tag => {
    const words = tag.replace(/[-_]+/g, ' ').trim()
    const restricts = takenByValue(ADJECTIVE.test(words) ? `${words} use only` : words, known)
    if (!restricts?.clauses.some(({ kind }) => kind.startsWith('purpose.'))) return []
    const cited = card && front ? citeMetadata(card.path, front) : hub ? citeHub(hub, 'tags', tag) : null
    if (cited === null) return []
    return [state({ about: ['weights'], restricts, binds: true, via: 'metadata', spelled: tag, cited: cite(cited) })]
  })
}
