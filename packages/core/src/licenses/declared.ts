import type { Knowledge, KnownLicense } from '../knowledge/knowledge.ts'
import { addressOf } from '../knowledge/sourced.ts'
import type { ResolvedLicense } from '../names/index.ts'
import type { KnownText } from '../report/citation.ts'
import type { Cited, Clause, License } from '../report/report.ts'
import type { LicenseClass } from '../report/vocabulary.ts'
import { isOpenClass } from './class.ts'
import { isConformant } from './conclude.ts'
import type { LicenseReading } from './reading.ts'

/** What is known of a license that is only named, without its text: the facts of `knowledge/licenses`. */
export function readDeclared(resolved: ResolvedLicense, cited: Cited, knowledge: Knowledge): LicenseReading {
  if (resolved.compound) return readCompound(resolved, cited, knowledge)
  const known = resolved.known
  const clauses: Clause[] = (known?.clauses ?? []).map(clause => {
    const kind = knowledge.clauses.get(clause.kind)
    return {
      kind: clause.kind,
      mode: clause.mode,
      parameters: { ...clause.parameters, section: clause.section },
      against: clause.mode === 'plea' ? [] : [...(kind?.against ?? [])],
      reaches: [...(kind?.reaches ?? [])],
      cited: [
        {
          fact: `${resolved.name} ${clause.section}: ${clause.phrase}`,
          source: known?.source ?? 'SPDX license list',
          seenOn: known?.seenOn ?? knowledge.version,
          ...(known ? { text: clauseText(clause, known, knowledge) } : {}),
        },
        // and where the release names it; what other facts lead here is cited by the license
        ...cited.filter(citation => 'path' in citation).slice(0, 1),
      ],
    }
  })
  const approved = resolved.osiApproved || isConformant(resolved, knowledge) || resolved.fsfFree
  const weightOf = (clause: Clause) =>
    clause.parameters.consequence === 'branding' ? 'asks' : knowledge.clauses.get(clause.kind)?.weighs
  const heavy = (weight: 'blocks' | 'asks') =>
    approved ? [] : clauses.filter(clause => clause.against.length > 0 && weightOf(clause) === weight)
  const openness = approved
    ? 'open'
    : resolved.class === 'unknown' || resolved.class === 'none'
      ? 'unknown'
      : isOpenClass(resolved.class)
        ? 'asks'
        : resolved.class === 'open-with-rider'
          ? 'asks'
          : 'restricted'
  return {
    license: named(resolved.id, resolved.name, resolved.class, clauses, cited),
    osiApproved: resolved.osiApproved,
    conformant: isConformant(resolved, knowledge),
    bars: heavy('blocks'),
    asks: heavy('asks'),
    openness,
  }
}

/** Where the text of a known license has a clause: all of its paragraph, where the SPDX list has the text. */
function clauseText(
  { section, phrase }: KnownLicense['clauses'][number],
  { name, spdx, ...known }: KnownLicense,
  knowledge: Knowledge,
): KnownText {
  for (const id of spdx) {
    const { address, clauses } = knowledge.spdx.get(id)?.text ?? {}
    const found = clauses?.[phrase]
    if (found) return { name, section, ...found, whole: true, address }
  }
  return { name, section, words: phrase, address: addressOf(known) }
}

/** longer than any name; what a crafted card says goes on */
const LONGEST_NAME = 200

/** Terms that are named but cannot be read here: an address, a file that is not text, words that restrict. */
export function readUnread(name: string, guess: LicenseClass, cited: Cited): LicenseReading {
  return {
    license: named(null, name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name, guess, [], cited),
    osiApproved: false,
    conformant: false,
    bars: [],
    asks: [],
    openness: guess === 'unknown' ? 'unknown' : 'restricted',
  }
}

/** Words that restrict, and name no license: their clauses are cited where they stand. */
export function readSaid(
  name: string,
  makes: LicenseClass,
  clauses: readonly Clause[],
  cited: Cited,
  knowledge: Knowledge,
): LicenseReading {
  const own = clauses.map(clause => ({ ...clause, cited: [...cited] }))
  const reading = readUnread(name, makes, cited)
  const weighing = (weight: string) =>
    own.filter(({ kind, against }) => against.length > 0 && knowledge.clauses.get(kind)?.weighs === weight)
  return {
    ...reading,
    license: { ...reading.license, clauses: own },
    bars: makes === 'unknown' ? [] : weighing('blocks'),
    asks: makes === 'unknown' ? [] : weighing('asks'),
  }
}

/** Of "A AND B" all bind; of "A OR B" the licensee chooses, so the most open counts. */
function readCompound(resolved: ResolvedLicense, cited: Cited, knowledge: Knowledge): LicenseReading {
  const parts = (resolved.compound?.parts ?? []).map(part => readDeclared(part, cited, knowledge))
  const order = ['open', 'asks', 'restricted', 'unknown'] as const
  const sorted = [...parts].sort((one, other) => order.indexOf(one.openness) - order.indexOf(other.openness))
  const chosen = resolved.compound?.operator === 'or' ? sorted[0] : sorted.at(-1)
  if (!chosen) return readUnread(resolved.name, 'unknown', cited)
  return { ...chosen, license: { ...chosen.license, id: resolved.id, name: resolved.name } }
}

function named(id: string | null, name: string, licenseClass: LicenseClass, clauses: Clause[], cited: Cited): License {
  return {
    id,
    name,
    class: licenseClass,
    text: null,
    covers: [],
    match: { kind: 'none', nearest: id, residue: [] },
    clauses,
    grants: [],
    selfLabels: [],
    cited: [...cited],
  }
}

/**
 * A text that no fingerprint names is what the release calls it, with the clauses of both. A restricted name adds what
 * is known of that license; an open name takes nothing from a text that says more.
 */
export function namedAs(
  reading: LicenseReading,
  called: ResolvedLicense | undefined,
  cited: Cited,
  knowledge: Knowledge,
): LicenseReading {
  if (!called || reading.license.id !== null || !reading.license.text) return reading
  const declared = readDeclared(called, cited, knowledge)
  // an open name says nothing of a text that was not understood
  if (declared.openness === 'open') return reading
  if (reading.openness === 'unknown')
    return { ...declared, license: { ...declared.license, text: reading.license.text } }
  return {
    ...reading,
    license: {
      ...reading.license,
      name: called.name,
      class: declared.openness === 'restricted' ? declared.license.class : reading.license.class,
    },
    bars: [...reading.bars, ...declared.bars.filter(clause => !reading.bars.some(other => other.kind === clause.kind))],
    openness: declared.openness === 'restricted' ? 'restricted' : reading.openness,
  }
}
