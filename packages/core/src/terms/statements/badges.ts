import type { Link } from '../../documents/document.ts'
import type { Block, Document } from '../../documents/index.ts'
import { cite } from '../../evidence/index.ts'
import { addressAt } from '../../knowledge/addresses.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { resolveBadge } from '../../names/index.ts'
import { pathOf } from '../files/linked.ts'
import type { Setting } from './speaker.ts'
import { type SaidAbout, type Statement, state } from './statement.ts'

/** Statements of license badges: what the badge says, and the file that it leads to. */
export function badgeStatements(
  block: Block,
  document: Document,
  { legal, speaker }: Setting,
  knowledge: Knowledge,
): Statement[] {
  return block.links.flatMap((link): Statement[] => {
    if (!link.image || !/licen[cs]e/i.test(`${link.url} ${link.label}`)) return []
    const seen = seenByHost(link.url, speaker.name, legal, knowledge)
    if (seen === null) return []
    const cited = cite({ url: link.url, path: document.path, line: link.line })
    if (seen !== undefined)
      return [state({ about: ['code'], path: seen, via: 'package', spelled: link.label || 'license', cited })]
    const badge = resolveBadge(link.url, knowledge)
    const around = linkAround(link, block)
    const path = around ? pathOf(around.url, legal, speaker.name) : null
    const about = aboutBadge(`${badge?.label ?? ''} ${link.label}`)
    // a badge that leads to a file of the release is read as that file; its own words only say what it is about
    if (!badge && !(path && about)) return []
    return [
      state({
        about: [about ?? 'all'],
        license: badge?.license ?? null,
        path: about ? path : null,
        via: 'badge',
        section: block.headings.at(-1) ?? '',
        spelled: badge?.license.name ?? link.label,
        cited,
      }),
    ]
  })
}

/**
 * The text that a picture of what a host has seen shows: of the release's own repository, where it holds one; null of
 * others'. Undefined where the picture says what it shows.
 */
function seenByHost(
  url: string,
  release: string,
  legal: Setting['legal'],
  { hosts }: Knowledge,
): string | null | undefined {
  const address = addressAt(hosts, 'badge', url)
  if (address === null) return undefined
  const name = address.name?.replace(/\.(?:svg|png|json)$/i, '').toLowerCase()
  // a host takes the plainest name at the root for the license of the repository
  const [first] = legal
    .filter(
      ({ role, standing, covers, subject }) =>
        role === 'license' && standing === 'root' && covers.length + (subject?.length ?? 0) === 0,
    )
    .toSorted((one, other) => one.path.length - other.path.length)
  return name === release.toLowerCase() ? (first?.path ?? null) : null
}

function aboutBadge(says: string): SaidAbout | null {
  if (/model|weight/i.test(says)) return 'weights'
  if (/code|source/i.test(says)) return 'code'
  return /data/i.test(says) ? 'data' : null
}

/** The link that a badge's image stands in: of those around it the last begun, for images have no width in the text. */
function linkAround(image: Link, block: Block): Link | undefined {
  const lines = byLine.get(block) ?? linksByLine(block)
  byLine.set(block, lines)
  let last: { readonly link: Link; readonly index: number } | undefined
  for (let line = image.line - ABOVE; line <= image.line; line++)
    for (const one of lines.get(line) ?? [])
      if (one.link.start <= image.start && one.link.end >= image.end && one.index > (last?.index ?? -1)) last = one
  return last?.link
}

/** lines above its image at which a link may begin */
const ABOVE = 3
const byLine = new WeakMap<Block, ReadonlyMap<number, readonly { readonly link: Link; readonly index: number }[]>>()

/** A block with thousands of badges is not looked through for each of them. */
function linksByLine({
  links,
}: Block): ReadonlyMap<number, readonly { readonly link: Link; readonly index: number }[]> {
  const lines = new Map<number, { link: Link; index: number }[]>()
  for (const [index, link] of links.entries()) {
    if (link.image) continue
    const line = lines.get(link.line)
    if (line) line.push({ link, index })
    else lines.set(link.line, [{ link, index }])
  }
  return lines
}
