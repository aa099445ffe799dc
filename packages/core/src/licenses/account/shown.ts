import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { ResolvedLicense } from '../../names/index.ts'
import type { License, Match } from '../../report/report.ts'
import type { MatchKind, PartKind, ResidueReading } from '../../report/vocabulary.ts'
import { quoted } from '../../text/quote.ts'
import type { Identity } from '../identity/index.ts'
import { licenseOf } from '../known.ts'
import type { AccountPart } from './account.ts'

/** what is of a known text, or about it */
const OWN: ReadonlySet<PartKind> = new Set(['known', 'title', 'holder', 'tag'])

/** whether a part is of another text: layout is of none */
const isOther = ({ is, why }: AccountPart): boolean => !OWN.has(is) && why !== 'layout'

const wordsIn = (parts: readonly AccountPart[]): number => parts.reduce((sum, { words }) => sum + words, 0)

/** `exact` only where nothing stands but the known text, its title, holders and tags, and layout. */
export function matchKind({ kind }: Identity, parts: readonly AccountPart[], whole: boolean): MatchKind {
  if (kind === 'none' || kind === 'related') return kind
  const others = parts.filter(isOther)
  if (others.length === 0 && whole) return 'exact'
  return wordsIn(others) > wordsIn(parts.filter(({ is }) => is === 'known')) ? 'contained' : 'residue'
}

/**
 * The parts of one license of a text, of the parts of all, as they are shown: neighbors of one kind are one, unless
 * words of another license stand between them.
 */
export function shownParts(
  parts: readonly AccountPart[],
  identity: number,
  first: number,
  license: ResolvedLicense | null,
): NonNullable<License['parts']> {
  const shown: NonNullable<License['parts']> = []
  let isNext = false
  for (const { is, line, endLine, words, why, text, identity: own } of parts) {
    const last = isNext ? shown.at(-1) : undefined
    isNext = own === identity
    if (!isNext) continue
    const isOpen = is === 'unread' || is === 'possible'
    if (last !== undefined && last.is === is && last.why === why && !isOpen) {
      last.endLine = first + endLine - 1
      last.words += words
    } else
      shown.push({
        is,
        line: first + line - 1,
        endLine: first + endLine - 1,
        words,
        ...(is === 'known' && license ? { of: license.id } : {}),
        ...(isOpen ? quoted(text) : {}),
        ...(why === undefined ? {} : { why }),
      })
  }
  return shown
}

/** How words that are not of the known text read, by what was made of them. */
const READS: Readonly<Record<string, ResidueReading>> = {
  plea: 'plea',
  permission: 'permission',
  disclaimer: 'disclaimer',
}

/** What a text was matched with. */
interface Matched {
  readonly kind: MatchKind
  readonly identity: Identity
  readonly parts: readonly AccountPart[]
  /** line of the file on which the text begins */
  readonly first: number
  readonly nearest: ResolvedLicense | null
  readonly knowledge: Knowledge
}

/** How a text differs from the known text that it is nearest to. */
export function matchOf({ kind, identity, parts, first, nearest, knowledge }: Matched): Match {
  const twins = identity.names.map(name => licenseOf(name, knowledge)?.id ?? name).filter(id => id !== nearest?.id)
  const added: Match['residue'] =
    kind === 'none'
      ? []
      : parts.filter(isOther).map(({ is, line, endLine, words, why = '', text }) => ({
          side: 'added',
          line: first + line - 1,
          endLine: first + endLine - 1,
          words,
          reads: is === 'harmless' ? (READS[why] ?? 'notice') : 'condition',
          ...quoted(text),
        }))
  const missing: Match['residue'] = identity.missing.map(({ line, words, reads }) => ({
    side: 'missing',
    line: first + line - 1,
    endLine: first + line - 1,
    words,
    reads,
  }))
  return {
    kind,
    nearest: nearest?.id ?? identity.names[0] ?? null,
    ...(twins.length > 0 ? { twins: [...new Set(twins)] } : {}),
    residue: [...added, ...missing].sort((one, other) => one.line - other.line),
  }
}
