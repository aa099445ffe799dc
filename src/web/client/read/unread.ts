import type { License } from '../../../report.ts'
import { unreadParts } from '../../../reports/licenses/unread.ts'
import type { Part } from './parts.ts'
import type { UnreadView } from './view.ts'

/** A part that was not understood and what the page shows of it. */
export interface NumberedPart {
  readonly part: Part
  readonly license: License
  readonly view: UnreadView
}

/** Numbers what was not understood of all licenses, license by license in the order it stands, after the clauses. */
export function viewUnread(licenses: readonly License[], clauses: number): readonly NumberedPart[] {
  return licenses
    .flatMap(license => unreadParts(license).map(part => ({ part, license })))
    .map(({ part, license }, index) => ({
      part,
      license,
      view: {
        number: clauses + index + 1,
        look: part.is === 'possible' ? 'possible' : 'unread',
        says: part.is === 'possible' ? `may be: ${part.why ?? 'a restriction'}` : (part.why ?? null),
        line: part.line,
        quote: part.quote ?? '',
      },
    }))
}
