import { citeLines } from '../documents/cite.ts'
import { passagesOf } from '../documents/legal/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { ResolvedLicense } from '../names/index.ts'
import type { Cited, Clause, License, TextCitation } from '../report/report.ts'
import { type Language, languageOf } from '../text/language.ts'
import { normalize } from '../text/normalize.ts'
import { type AccountPart, accountFor, type SecondThought } from './account/account.ts'
import { asAnswered } from './account/answered.ts'
import { withFormalParts } from './account/formal.ts'
import { matchKind, matchOf, shownParts } from './account/shown.ts'
import { classByClauses, isOpenClass } from './class.ts'
import type { Passage } from './clause.ts'
import { type Granting, type LocatedClause, readPassages } from './clauses/find.ts'
import { classOf, conclude, isConformant } from './conclude.ts'
import { grantsIn } from './grants.ts'
import { type Identity, identify, unlike } from './identity/index.ts'
import { type Known, licenseOf } from './known.ts'
import { bestFirst, placesIn } from './places.ts'
import type { LicenseReading } from './reading.ts'
import { nameIn, titledLicense } from './title.ts'

/** What clauses of a kind say, each once: where a text calls itself open, or what is flawed in it. */
export function saidBy(clauses: readonly LocatedClause[], kind: string): readonly (LocatedClause & { says: string })[] {
  const seen = new Set<string>()
  return clauses.flatMap(clause => {
    const says = clause.parameters.says
    if (clause.kind !== kind || typeof says !== 'string' || seen.has(says.toLowerCase())) return []
    seen.add(says.toLowerCase())
    return [{ ...clause, says }]
  })
}

/** A legal text, whole or the lines of a larger file that carry it. */
export interface LegalText {
  readonly path: string
  /** raw lines of the file */
  readonly lines: readonly string[]
  /** first and last line of the text in the file, 1-based */
  readonly from: number
  readonly to: number
  /** a file of its own, or a stretch of prose in which a license may stand */
  readonly context: 'license' | 'prose'
}

/**
 * Reads a legal text: which known texts it is and how it differs, its clauses, grants, labels and class. One reading
 * per license in it.
 */
export function readLicense(text: LegalText, known: Known): LicenseReading[] {
  const content = normalize(text.lines.slice(text.from - 1, text.to).join('\n'))
  const identities = identify(content, known.catalog, { context: text.context })
  if (text.context === 'license')
    // of a text of which no word counts for identity, such as a copyright line, all is read all the same
    return identities.length > 0 || !/[\p{L}\p{N}]/u.test(content)
      ? readAll(text, content, identities, known)
      : readAll(text, content, [unlike(1, content.split('\n').length)], known)
  // of prose only what stands inside of a license text is part of it
  return identities
    .filter(identity => identity.kind !== 'none' && identity.kind !== 'related')
    .flatMap(({ line, endLine }) => {
      const own = { ...text, from: text.from + line - 1, to: text.from + endLine - 1, context: 'license' } as const
      return readLicense(own, known)
    })
}

/** What a second reader, where there is one, makes of a sentence, whatever wordings say of it. */
const secondThought = (text: string, { second, knowledge }: Known): SecondThought => {
  const read = second?.().read({ text, heading: '', lead: '' })
  return (read?.takes?.score ?? -1) >= knowledge.thresholds.legal
    ? 'takes'
    : read?.nothing === true
      ? 'nothing'
      : 'unsure'
}

/**
 * The kinds of clauses that a second reader sees in a passage, at least so sure; that it takes something where it sees
 * none.
 */
function suspected(passage: Passage, { second }: Known, odds = Number.NEGATIVE_INFINITY): readonly string[] {
  const read = second?.().read(passage)
  if (!read) return []
  const kinds = read.possible.filter(({ score }) => score >= odds).map(({ kind }) => kind)
  return kinds.length > 0 || (read.takes?.score ?? odds) <= odds ? kinds : ['a restriction']
}

/** What was seen of a whole text, before its licenses are told apart. */
interface Seen {
  readonly text: LegalText
  readonly identities: readonly Identity[]
  readonly resolved: readonly (ResolvedLicense | null)[]
  readonly passages: readonly Passage[]
  readonly found: readonly LocatedClause[]
  readonly granting: readonly Granting[]
  readonly parts: readonly AccountPart[]
  readonly language: Language
}

function readAll(text: LegalText, content: string, identities: readonly Identity[], known: Known): LicenseReading[] {
  const { knowledge } = known
  const passages = passagesOf(content)
  const language = languageOf(content)
  const resolved = identities.map(({ kind, names }) =>
    kind === 'none' || kind === 'related' ? null : best(names, knowledge),
  )
  // line n of what is read is line n of the file, whose own words are quoted
  const raw = text.lines.slice(text.from - 1, text.to).join('\n')
  const { clauses, granting } = readPassages(raw, passages, knowledge, known.memory)
  const accounted = accountFor(content, identities, passages, clauses, {
    knowledge,
    resolved,
    isApproved: known.isApproved ?? (() => false),
    secondThought: sentence => secondThought(sentence, known),
    suspects: passage => suspected(passage, known),
  })
  const { parts, found } = asAnswered(accounted, bestFirst(clauses), known)
  const seen: Seen = { text, identities, resolved, passages, found, granting, parts, language }
  return identities.map((identity, number) => readOne(seen, identity, number, known))
}

function readOne(seen: Seen, identity: Identity, number: number, known: Known): LicenseReading {
  const { knowledge } = known
  const { text, language, identities } = seen
  const alone = identities.length > 1
  const parts = seen.parts.filter(part => part.identity === number)
  const ownPassages = new Set(parts.map(({ passage }) => passage))
  const inKnown = new Set(parts.filter(({ is }) => is === 'known').map(({ passage }) => passage))
  for (const { is, passage } of parts) if (is !== 'known') inKnown.delete(passage)
  const found = seen.found.filter(({ passages }) => !alone || passages.some(passage => ownPassages.has(passage)))
  const first = text.from
  const resolved = seen.resolved[number] ?? null
  const trusted = resolved !== null && isOpenClass(resolved.class)
  const clauses = found.map(clause => locate(clause, text, first))
  // what an approved text says has been weighed by those who approved it
  const heavy = (weight: LocatedClause['weighs']) =>
    clauses.filter(
      (_, at) => weighs(found[at], weight) && !(trusted && found[at]?.passages.every(passage => inKnown.has(passage))),
    )
  const bars = heavy('blocks')
  const asks = heavy('asks')
  const missing = identity.missing.filter(({ reads }) => reads === 'condition')
  const unread = parts.filter(({ is }) => is === 'unread' || is === 'possible')
  const clean = unread.length === 0 && missing.length === 0 && parts.every(({ is }) => is !== 'clause')
  const grants = grantsIn(seen.granting.filter(({ passage }) => !alone || ownPassages.has(passage)))
  const titled = resolved === null ? titledLicense(text, first, knowledge) : null
  const nearest = resolved ?? best(identity.names, knowledge) ?? titled
  const kind = matchKind(identity, parts, identity.missing.length === 0)
  const barred = classByClauses(bars, knowledge)
  const suspects = (passage: Passage, odds?: number) => suspected(passage, known, odds)
  const shown =
    barred === null ? seen.parts : withFormalParts(seen.parts, seen.passages, seen.found, { knowledge, suspects })
  const license: License = {
    id: resolved && clean ? resolved.id : null,
    ...nameIn(resolved, { clean, exact: kind === 'exact' }, text, first, !alone),
    class: classOf({
      resolved,
      clean,
      barred,
      asks,
      unread: unread.length > 0 || isDoubted(seen, resolved, inKnown, known),
      read: language.read !== 'other',
      grants: grants.grants,
      titled: titled?.class ?? null,
      skeleton: identity.kind === 'related' ? (best(identity.names, knowledge)?.class ?? null) : null,
    }),
    text: { path: text.path },
    covers: [],
    match: matchOf({
      kind,
      identity,
      parts: shown.filter(part => part.identity === number),
      first,
      nearest,
      knowledge,
    }),
    parts: shownParts(shown, number, first, resolved),
    clauses,
    grants: [...grants.grants],
    missingGrants: [...grants.missing],
    defects: saidBy(found, 'text.defect').map(defect => ({
      says: defect.says,
      cited: [citeClause(defect, text, first)],
    })),
    selfLabels: saidBy(found, 'selflabel').map(label => ({
      says: label.says,
      cited: [citeClause(label, text, first)],
    })),
    cited: [...citeStart(text, alone ? first + identity.line - 1 : first)],
  }
  const reading = conclude(license, resolved, { bars, asks, clean, exact: kind === 'exact' }, knowledge)
  const places = placesIn(text, seen.passages, nearest)
  return places.size > 0 ? { ...reading, places } : reading
}

/** Whether a known text that nobody has judged says what a second reader is sure takes something. */
const isDoubted = (
  { passages }: Seen,
  resolved: ResolvedLicense | null,
  inKnown: ReadonlySet<number>,
  known: Known,
): boolean =>
  resolved?.class === 'unknown' &&
  !resolved.fsfFree &&
  !isConformant(resolved, known.knowledge) &&
  passages.some(
    ({ text }, number) => inKnown.has(number) && !known.isApproved?.(text) && secondThought(text, known) === 'takes',
  )

const weighs = (clause: LocatedClause | undefined, weight: LocatedClause['weighs']) =>
  clause !== undefined && clause.weighs === weight && clause.mode !== 'plea' && clause.against.length > 0

function best(names: readonly string[], knowledge: Knowledge): ResolvedLicense | null {
  const all = names.flatMap(name => licenseOf(name, knowledge) ?? [])
  return all.find(license => license.known) ?? all[0] ?? null
}

function locate(clause: LocatedClause, text: LegalText, first: number): Clause {
  return {
    kind: clause.kind,
    mode: clause.mode,
    parameters: { ...clause.parameters },
    against: [...clause.against],
    reaches: [...clause.reaches],
    cited: [citeClause(clause, text, first)],
  }
}

const citeClause = (
  { line, endLine, quote, cut }: LocatedClause,
  { path }: LegalText,
  first: number,
): TextCitation => ({
  path,
  line: first + line - 1,
  endLine: first + endLine - 1,
  quote,
  ...(cut && { cut }),
})

function citeStart(text: LegalText, first: number): Cited {
  const line = text.lines.findIndex((content, index) => index >= first - 1 && content.trim() !== '') + 1
  return [citeLines(text.path, text.lines, Math.max(line, first), Math.max(line, first))]
}
