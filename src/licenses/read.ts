import { citeLines } from '../documents/cite.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Cited, Clause, License, Match } from '../report.ts'
import { isOpenClass } from './class.ts'
import { findInPassages, type LocatedClause } from './clauses/find.ts'
import { kinds } from './clauses/index.ts'
import { classOf, conclude } from './conclude.ts'
import { readDefects } from './defects.ts'
import { readGrants } from './grants.ts'
import { type Identity, identify } from './identity/index.ts'
import { type Known, licenseOf } from './known.ts'
import { languageOf } from './language.ts'
import { type ResolvedLicense, resolveName } from './names.ts'
import { passagesOf } from './passages.ts'
import type { LicenseReading } from './reading.ts'
import { readSelfLabels } from './selflabels.ts'
import { forbidsUnread } from './unread.ts'

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

/** Reads a legal text: which known texts it is and how it differs, its clauses, grants, labels and class. One reading per license in it. */
export function readLicense(text: LegalText, known: Known): LicenseReading[] {
  const content = text.lines.slice(text.from - 1, text.to).join('\n')
  const identities = identify(content, known.catalog, { context: text.context })
  const named = identities.filter(identity => identity.kind !== 'none' && identity.kind !== 'related')
  // several whole licenses in one file are read one by one; anything else is one text
  if (named.length > 1 && named.length === identities.length)
    return named.map(identity => readOne(text, content, identity, known, true))
  const best = named[0] ?? identities[0]
  return best ? [readOne(text, content, best, known, false)] : []
}

function readOne(
  text: LegalText,
  content: string,
  identity: Identity,
  { knowledge, memory }: Known,
  alone: boolean,
): LicenseReading {
  const part = alone
    ? content
        .split('\n')
        .slice(identity.line - 1, identity.endLine)
        .join('\n')
    : content
  const first = text.from + (alone ? identity.line - 1 : 0)
  const passages = passagesOf(part)
  const language = languageOf(part)
  const resolved = identity.kind === 'none' || identity.kind === 'related' ? null : best(identity.names, knowledge)
  const found = language.read === 'other' ? [] : findInPassages(part, passages, kinds, memory)
  const trusted = identity.kind === 'exact' && resolved !== null && isOpenClass(resolved.class)
  const clauses = found.map(clause => locate(clause, text, first))
  // what an approved text says has been weighed by those who approved it
  const bars = trusted ? [] : clauses.filter((_, index) => weighs(found[index], 'blocks'))
  const asks = trusted ? [] : clauses.filter((_, index) => weighs(found[index], 'asks'))
  const conditions = identity.residue.filter(residue => residue.reads === 'condition')
  const grants = readGrants(passages)
  const titled = resolved === null ? titledLicense(text, first, knowledge) : null
  const license: License = {
    id:
      resolved && (identity.kind === 'exact' || identity.residue.every(residue => residue.reads !== 'condition'))
        ? resolved.id
        : null,
    ...nameIn(resolved, identity, text, first),
    class: classOf({
      identity,
      resolved,
      bars,
      asks,
      conditions: conditions.length,
      read: language.read !== 'other',
      grants: grants.grants,
      forbids: forbidsUnread(passages),
      titled: titled?.class ?? null,
      skeleton: identity.kind === 'related' ? (best(identity.names, knowledge)?.class ?? null) : null,
    }),
    text: { path: text.path },
    covers: [],
    match: matchOf(identity, resolved, titled, first, knowledge),
    clauses,
    grants: [...grants.grants],
    missingGrants: [...grants.missing],
    defects: readDefects(part, passages).map(defect => ({
      says: defect.says,
      cited: [citeLines(text.path, text.lines, first + defect.line - 1, first + defect.endLine - 1)],
    })),
    selfLabels: readSelfLabels(part, passages).map(label => ({
      says: label.says,
      cited: [citeLines(text.path, text.lines, first + label.line - 1, first + label.endLine - 1, label.quote)],
    })),
    cited: [...citeStart(text, first)],
  }
  return conclude(
    license,
    resolved,
    { bars, asks, conditions: conditions.length > 0, exact: identity.kind === 'exact' },
    knowledge,
  )
}

const weighs = (clause: LocatedClause | undefined, weight: LocatedClause['weighs']) =>
  clause !== undefined && clause.weighs === weight && clause.mode !== 'plea' && clause.against.length > 0

function best(names: readonly string[], knowledge: Knowledge): ResolvedLicense | null {
  const all = names.flatMap(name => licenseOf(name, knowledge) ?? [])
  return all.find(license => license.known) ?? all[0] ?? null
}

/** the title of a text nobody has named: its first line, when it reads like one */
const TITLE = /licen[cs]e|agreement|terms|policy|许可|协议|政策/i

function nameIn(
  license: ResolvedLicense | null,
  identity: Identity,
  text: LegalText,
  first: number,
): { name: string } | object {
  if (license)
    return {
      name: identity.residue.some(residue => residue.reads === 'condition')
        ? `${license.name} with changed terms`
        : license.name,
    }
  const title = titleOf(text, first)
  return title ? { name: title } : {}
}

function titleOf(text: LegalText, first: number): string | undefined {
  const head = text.lines.slice(first - 1, first + 5).map(line => line.replace(/<[^>]{0,200}>|[#*_`]/g, '').trim())
  return head.find(line => line.length > 5 && line.length <= 100 && TITLE.test(line) && !/[.。;；]$/.test(line))
}

/** the license that a text whose words are not known says it is; facts about it, never proof of its words */
function titledLicense(text: LegalText, first: number, knowledge: Knowledge): ResolvedLicense | null {
  const title = text.context === 'license' ? titleOf(text, first) : undefined
  return title === undefined ? null : resolveName(title, knowledge)
}

function locate(clause: LocatedClause, text: LegalText, first: number): Clause {
  return {
    kind: clause.kind,
    mode: clause.mode,
    parameters: { ...clause.parameters },
    against: [...clause.against],
    reaches: [...clause.reaches],
    cited: [
      citeLines(
        text.path,
        text.lines,
        first + clause.line - 1,
        first + clause.endLine - 1,
        clause.quote.split('\n')[0]?.slice(0, 60),
      ),
    ],
  }
}

/** the longest quote a citation carries */
const LONGEST_QUOTE = 200

function matchOf(
  identity: Identity,
  resolved: ResolvedLicense | null,
  titled: ResolvedLicense | null,
  first: number,
  knowledge: Knowledge,
): Match {
  const nearest = resolved ?? best(identity.names, knowledge) ?? titled
  const twins = identity.names.map(name => licenseOf(name, knowledge)?.id ?? name).filter(id => id !== nearest?.id)
  return {
    kind: identity.kind,
    nearest: nearest?.id ?? identity.names[0] ?? null,
    ...(twins.length > 0 ? { twins: [...new Set(twins)] } : {}),
    residue: identity.residue.map(({ side, line, endLine, words, reads, text }) => ({
      side,
      line: first + line - 1,
      endLine: first + endLine - 1,
      words,
      reads,
      ...(text === undefined ? {} : { quote: text.trim().slice(0, LONGEST_QUOTE).trimEnd() }),
    })),
  }
}

function citeStart(text: LegalText, first: number): Cited {
  const line = text.lines.findIndex((content, index) => index >= first - 1 && content.trim() !== '') + 1
  return [citeLines(text.path, text.lines, Math.max(line, first), Math.max(line, first))]
}
