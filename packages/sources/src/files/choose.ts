import type { LegalFiles } from '@unwash/core/knowledge/legal-files'
import { legalNameOf } from '@unwash/core/knowledge/legal-names'
import { INDEX_BYTES, TEXT_BYTES, TEXTS, TEXTS_OF_A_KIND } from '@unwash/core/release/limits'
import type { ReleaseFile, UnreadFile } from '@unwash/core/release/release'
import { unreadByName } from '@unwash/core/release/unread'
import { shallowFirst, TEXT_KINDS, type TextKind, type WantedText, wantedAs } from '@unwash/core/release/wanted'

/** What to read out of a listing, and what is left for its number. */
interface Chosen {
  /** kinds in order, shallow before deep, within the limits */
  readonly wanted: readonly WantedText[]
  readonly left: readonly { readonly kind: TextKind; readonly count: number }[]
  /** what tells of terms by its name, among what is left, and where no text can be had of it */
  readonly unread: readonly UnreadFile[]
}

/**
 * Chooses the texts to read out of a listing. Of legal files the release's own come before those of others' work in it.
 */
export function chooseTexts(files: readonly ReleaseFile[], legal: LegalFiles): Chosen {
  const kinds = new Map<TextKind, ReleaseFile[]>(TEXT_KINDS.map(kind => [kind, []]))
  const unread: UnreadFile[] = []
  for (const file of files) {
    const without = unreadByName(file, legal)
    if (without !== null) unread.push(without)
    const kind = file.kind === 'submodule' || without !== null ? null : wantedAs(file.path, legal)
    if (kind === null || isData(file, kind)) continue
    kinds.get(kind)?.push(file)
  }
  const left: { kind: TextKind; count: number }[] = []
  const chosen: WantedText[] = []
  for (const [kind, found] of kinds) {
    const room = Math.min(TEXTS_OF_A_KIND[kind], TEXTS - chosen.length)
    const sorted = kind === 'license' ? ownFirst(found, legal) : found.sort(shallowFirst)
    if (found.length > room) left.push({ kind, count: found.length - room })
    const many = KIND_NAMES.get(kind)
    for (const { path } of many === undefined ? [] : sorted.slice(room))
      unread.push({ path, why: 'too-many', says: `is one of more than ${room} ${many}, and was not read` })
    chosen.push(...sorted.slice(0, room).map(file => want(file.path, kind)))
  }
  return { wanted: chosen, left, unread }
}

const KIND_NAMES: ReadonlyMap<TextKind, string> = new Map([
  ['license', 'legal files'],
  ['card', 'cards'],
  ['document', 'documents'],
])

/** A plain text of more than a megabyte below the root is data. */
const isData = ({ path, size }: ReleaseFile, kind: TextKind): boolean =>
  kind === 'document' && (size ?? 0) > TEXT_BYTES && path.includes('/') && /\.txt$/i.test(path)

function ownFirst(files: readonly ReleaseFile[], legal: LegalFiles): readonly ReleaseFile[] {
  const others = new Map(files.map(({ path }) => [path, legalNameOf(path, legal)?.others ? 1 : 0]))
  const rank = ({ path }: ReleaseFile) => others.get(path) ?? 0
  return files.toSorted((one, other) => rank(one) - rank(other) || shallowFirst(one, other))
}

function want(path: string, kind: TextKind): WantedText {
  const beginning =
    kind === 'code' || kind === 'training' || kind === 'loading' || path.toLowerCase().endsWith('.index.json')
  return { path, kind, limit: beginning ? INDEX_BYTES : TEXT_BYTES, beginning }
}
