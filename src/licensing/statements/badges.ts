import type { Link } from '../../documents/document.ts'
import type { Block, Document } from '../../documents/index.ts'
import { cite } from '../../evidence/index.ts'
import { resolveBadge } from '../../licenses/names.ts'
import { pathOf } from './pointers.ts'
import type { Setting } from './setting.ts'
import { type About, type Statement, state } from './statement.ts'

/** Statements of license badges: what the badge says, and the file that it leads to. */
export function badgeStatements(block: Block, document: Document, setting: Setting): Statement[] {
  const { evidence, knowledge, legal } = setting
  return block.links.flatMap((link): Statement[] => {
    if (!link.image || !/licen[cs]e/i.test(`${link.url} ${link.label}`)) return []
    const badge = resolveBadge(link.url, knowledge)
    const around = linkAround(link, block)
    const path = around ? pathOf(around.url, legal, evidence.release) : null
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
        cited: cite({ url: link.url, path: document.path, line: link.line }),
      }),
    ]
  })
}

function aboutBadge(says: string): About | null {
  if (/model|weight/i.test(says)) return 'weights'
  if (/code|source/i.test(says)) return 'code'
  return /data/i.test(says) ? 'data' : null
}

/** The link that a badge's image stands in: of those around it the last begun, for images have no width in the text. */
const linkAround = (image: Link, block: Block) =>
  block.links.findLast(
    other =>
      !other.image &&
      other.start <= image.start &&
      other.end >= image.end &&
      other.line >= image.line - 3 &&
      other.line <= image.line,
  )
