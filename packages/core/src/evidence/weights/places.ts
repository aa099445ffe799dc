import type { Block, Document } from '../../documents/index.ts'
import { addressAt, isHostOf } from '../../knowledge/addresses.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Origin } from '../../release/origin.ts'
import type { Release } from '../../release/release.ts'
import { lettersOf } from '../../text/letters.ts'
import { statedIn } from '../metadata/index.ts'
import { hearing } from '../signs.ts'
import { COLLECTION, LOADED } from './links.ts'

/** An address of a hub or a host of code that a release speaks of. */
export interface SpokenPlace extends Origin {
  /** '' where it is a page of all that an account has, or of some of it */
  readonly name: string
  readonly publisher: string
  readonly at: 'model' | 'code'
  /** files that say where the whole lies name it */
  filed: boolean
  /** what links to it are called that stand under the title of a page */
  readonly shownAs: string[]
  /** words around a link to it speak of the release's own work */
  ours: boolean
  times: number
}

/** blocks of a page; letters of a block or text */
const BLOCKS = 600
const LONGEST_BLOCK = 20_000

/** what is fetched in code, and any address in a text */
const ADDRESS_IN_TEXT = /https?:\/\/[^\s"'`<>()[\]{},]{4,200}/g
const LIES_AT =
  /^([ \t]*)["']?(?:repository(?:-code)?|homepage|url|source)["']?\s*[:=]\s*["']?(https?:\/\/[^\s"',]{4,200})/gim
/** files at the root that say of the whole where it lies */
const ABOUT = /^(?:citation\.cff|pyproject\.toml|setup\.(?:py|cfg)|package\.json|cargo\.toml)$/i

/** The places that the pages of a release speak of, its bases aside. */
export function placesIn(
  { texts }: Pick<Release, 'texts'>,
  pages: readonly Document[],
  knowledge: Pick<Knowledge, 'hosts' | 'signs' | 'patterns'>,
): SpokenPlace[] {
  const { hosts } = knowledge
  const hear = hearing(knowledge)
  const found = new Map<string, SpokenPlace>()
  const bases = new Set(pages.flatMap(page => statedIn(page, 'base_model').map(({ value }) => value.toLowerCase())))
  const add = (
    at: SpokenPlace['at'],
    publisher: string | null,
    given: string | null,
    filed = false,
  ): SpokenPlace | null => {
    const name = (given ?? '').replace(/[.,]+$/, '').replace(/\.git$/, '')
    if (!publisher || bases.has(`${publisher}/${name}`.toLowerCase())) return null
    const key = `${at} ${publisher}/${name}`.toLowerCase()
    const place = found.get(key) ?? { at, publisher, name, filed, shownAs: [], ours: false, times: 0 }
    place.times++
    place.filed ||= filed
    found.set(key, place)
    return place
  }
  const read = (address: string, filed = false): SpokenPlace | null => {
    const [code, model] = (['code', 'model'] as const).map(at => {
      const { owner = null, name = null } = addressAt(hosts, at, address) ?? {}
      return add(at, owner, name, filed)
    })
    const collected = isHostOf(hosts, 'model', address) ? COLLECTION.exec(address)?.[1] : undefined
    return add('model', collected ?? null, null, filed) ?? model ?? code ?? null
  }
  for (const { blocks } of pages) {
    const rows = new Set(linksUnderTitle(blocks))
    for (const block of blocks.slice(0, BLOCKS)) {
      for (const { url, image, label, start, end } of block.links) {
        const { owner = null, name = null } = image ? (addressAt(hosts, 'badge', url) ?? {}) : {}
        add('code', owner, name, true)
        const place = image ? null : read(url)
        if (place?.at !== 'model') continue
        // a badge is called by what it shows
        const drawn = block.links.find(one => one.image && one.start >= start && one.end <= end)
        if (rows.has(block)) place.shownAs.push(`${label} ${drawn?.label ?? ''} ${drawn?.url ?? ''}`)
        place.ours ||= hear(block.text.slice(0, LONGEST_BLOCK)).says('release.own-words')
      }
      const words = block.text.slice(0, LONGEST_BLOCK)
      if (words.includes('://')) for (const [address] of words.matchAll(ADDRESS_IN_TEXT)) read(address)
      if (block.kind !== 'code') continue
      for (const [, one, other, another] of words.matchAll(LOADED)) {
        const [owner = null, name = null] = (one ?? other ?? another ?? '').split('/')
        add('model', owner, name)
      }
    }
  }
  for (const { path, content } of texts.values())
    if (ABOUT.test(path))
      // deeper in a citation others' work is cited
      for (const [, indent = '', address = ''] of content.slice(0, LONGEST_BLOCK).matchAll(LIES_AT))
        if (indent === '' || !/^citation/i.test(path)) read(address, true)
  return [...found.values()]
}

/** blocks with which a page begins */
const OPENING = 16
/** letters of a sentence: a row of links has fewer besides */
const SENTENCE = 30
/** links of a row in which other words may stand */
const ROW = 3

/**
 * The rows of links with which a page begins, before its first section and any table: it leads to its own places.
 * Where headings tell of authors, badges stand below these.
 */
function linksUnderTitle(blocks: readonly Block[]): Block[] {
  let headings = 0
  let told = false
  const rows: Block[] = []
  for (const block of blocks.slice(0, OPENING)) {
    const { kind, text, links } = block
    if (kind === 'code' || kind === 'row' || (kind === 'heading' && told)) break
    if (kind === 'heading') headings++
    const rest = besides(block)
    told ||= kind !== 'heading' && rest >= SENTENCE
    const many = links.filter(({ image }) => !image).length >= ROW
    const isRow = headings > 1 ? text.trim() === '' : rest === 0 || (many && rest < SENTENCE)
    if (kind !== 'item' && isRow) rows.push(block)
  }
  return rows
}

/** Letters that no link shows. */
const besides = ({ text, links }: Block): number =>
  lettersOf(text).length - links.reduce((all, { label, image }) => all + (image ? 0 : lettersOf(label).length), 0)
