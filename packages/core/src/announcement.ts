import {
  checked,
  type Facts,
  factsOfKnown,
  findClaims,
  hubsOf,
  type SaidClaim,
  unchecked,
  unclaimedIn,
  type Voice,
} from './claims/index.ts'
import type { ClaimsReport, SpokenRelease } from './claims/report.ts'
import type { Document } from './documents/index.ts'
import { sentencesOfDocument } from './documents/sentences.ts'
import { addressAt } from './knowledge/addresses.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import { type FoundModel, findModel } from './names/models.ts'
import { modelsNamedIn, namesIn } from './names/table.ts'
import { answeredClaims } from './readings/corrections.ts'
import type { Report, TextCitation } from './report/report.ts'
import { lettersOf } from './text/letters.ts'
import { collectFindings, type Findings } from './verdict/index.ts'

/** more releases than an announcement speaks of */
const MAX_RELEASES = 30
/** a sentence longer than this names no model that is looked for */
const MAX_SENTENCE = 2_000

interface Spoken {
  readonly release: SpokenRelease
  readonly facts: Facts
  /** of a known model: its family, and whether it stands for all of that */
  readonly family: string
  readonly versionless: boolean
}

/**
 * Checks the claims of announcements. Against the audited release where one is given; else, by the names in its
 * sentences, against the releases it links to that were audited, and against what dated facts say of models. Pure: the
 * same documents, reports and knowledge give the same answer.
 */
export function readAnnouncement(
  documents: readonly Document[],
  of: Report | null,
  knowledge: Knowledge,
  linked: readonly Report[] = [],
): ClaimsReport {
  const audited = of ? [of] : linked
  const findings = collectFindings()
  for (const finding of audited.flatMap(report => report.findings)) findings.keep(finding)
  const voice: Voice = {
    names: audited.flatMap(namesInReport),
    owners: audited.flatMap(({ release }) => release.publisher ?? []),
    ofMany: true,
    models: audited.flatMap(({ models }) => models.map(model => model.name)),
  }
  const spoken = new Map<string, Spoken>()
  for (const report of audited)
    spoken.set(report.release.name, {
      release: releaseOf(report),
      facts: { ...report, name: report.release.name },
      family: report.release.name,
      versionless: false,
    })
  const seen = [...spoken.values()]
  const unclaimed: TextCitation[] = []
  let unlisted = 0
  const claims = documents.flatMap(document => {
    // what was looked at tells more than dated facts
    const spelled = new Set<string>()
    const known =
      seen.length > 0 ? new Map(seen.map(one => [one, 1])) : modelsIn(document, knowledge, findings, spoken, spelled)
    const main = mainOf(known)
    const all = findClaims(document, knowledge, seen.length > 0 ? voice : voiceOf(known.keys(), spelled))
    const { listed, more } = unclaimedIn(document, all)
    for (const one of listed) unclaimed.push(one)
    unlisted += more
    return all.map(said => {
      const facts = of
        ? { ...of, name: of.release.name }
        : (auditedFor(said, linked) ?? factsFor(said, main, knowledge, findings, spoken))
      return facts ? checked(said, { voice, facts, findings }, knowledge) : unchecked(said, findings)
    })
  })
  const named = new Set(claims.flatMap(claim => claim.because))
  return {
    schemaVersion: 1,
    releases: [...spoken.values()].map(one => one.release),
    findings: findings.all.filter(finding => named.has(finding.id)),
    claims: answeredClaims(claims, findings.all, of?.corrections),
    unclaimed,
    ...(unlisted > 0 ? { unlisted } : {}),
  }
}

/**
 * Who an announcement speaks of where none of it was audited: the models that its sentences name, as they spell them.
 */
function voiceOf(known: Iterable<Spoken>, spelled: Iterable<string>): Voice {
  const given = [...known].flatMap(({ release }) => [release.name.split(',')[0] ?? '', release.publisher ?? ''])
  const names = [...new Set([...given, ...spelled])].filter(Boolean)
  return { names, owners: [], ofMany: true, models: names }
}

const namesInReport = ({ release, models }: Report): readonly string[] => [
  release.name,
  ...models.map(model => model.name),
  ...(release.publisher ? [release.publisher] : []),
]

/** The audited release whose name, or that of one of its models, stands in the sentence: the longest such. */
function auditedFor(said: SaidClaim, linked: readonly Report[]): Facts | null {
  const sentence = lettersOf(said.sentence)
  const named = linked.flatMap(report =>
    [report.release.name, ...report.models.map(model => model.name)]
      .map(name => lettersOf(name.slice(name.lastIndexOf('/') + 1)))
      .filter(name => name.length > 3 && sentence.includes(name))
      .map(name => ({ report, length: name.length })),
  )
  const best = named.sort((one, other) => other.length - one.length)[0]
  return best ? { ...best.report, name: best.report.release.name } : null
}

/**
 * The model a sentence names: the one that the words of the claim describe, the last before these, or the first of
 * their clause behind them; else the one that the whole text speaks of.
 */
function factsFor(
  said: SaidClaim,
  main: Spoken | null,
  knowledge: Knowledge,
  findings: Findings,
  spoken: Map<string, Spoken>,
): Facts | null {
  const here = modelsNamedIn(said.sentence, knowledge)
  const between = (start: number) => said.sentence.slice(said.start + said.words.length, start)
  const behind = here.find(({ start }) => start > said.start && !APART.test(between(start)))
  const isDescribed =
    behind !== undefined && (said.tongue.spaced ? BESIDE.spaced : BESIDE.unspaced).test(between(behind.start))
  const named = isDescribed ? behind : (here.findLast(({ start }) => start < said.start) ?? behind)
  if (named) return spokenOf(named.found, knowledge, findings, spoken)?.facts ?? null
  return main && !namesAnother(said, main.release, knowledge) ? main.facts : null
}
/** what stands behind it is of another clause */
const APART = /[,;，；]/
/** between a phrase and the name of what it describes: "the open-source language model Wren" */
const BESIDE = { spaced: /^\s(?:\p{L}[\p{L}\d-]{1,20}\s){0,2}$/u, unspaced: /^.{0,10}$/ }

/**
 * A name in the middle of the clause that is not the model's or its publisher's: something else may be meant. Licenses,
 * programs and sets of data are no other model.
 */
function namesAnother(
  { sentence, start, words, tongue }: SaidClaim,
  { name, publisher }: SpokenRelease,
  knowledge: Knowledge,
): boolean {
  const own = `${name} ${publisher ?? ''} ${[...tongue.variants].join(' ')} ${hubsOf(knowledge.hosts)}`.toLowerCase()
  const behind = sentence.slice(start + words.length)
  const apart = behind.search(APART)
  const around = `${sentence.slice(0, start)}${apart < 0 ? behind : behind.slice(0, apart)}`
  const known = namesIn(around, knowledge).filter(({ kind }) => NO_MODEL.has(kind))
  const rest = known.reduceRight((text, one) => text.slice(0, one.start) + text.slice(one.end), around).slice(1)
  const names = rest.match(tongue.language.nounsAreCapitalized ? MARKED : CAPITALIZED) ?? []
  return names.some(word => !own.includes(word.toLowerCase()))
}
const NO_MODEL: ReadonlySet<string> = new Set(['license', 'dataset', 'program'])
/** with a digit, or a capital inside */
const MARKED = /(?<=\s|[^\p{L}\p{N}\s])(?=[\w.-]*(?:\d|[a-z][A-Z]))\p{L}[\w.-]+/gu
const CAPITALIZED = /(?<=\s|[^\p{L}\p{N}\s])(?=[\w-]*[a-z])\p{Lu}[\w-]+|(?<=\s)[a-z]+-?\d[\w.-]*/gu

/** The known models that a text names, each with how often. */
function modelsIn(
  document: Document,
  knowledge: Knowledge,
  findings: Findings,
  spoken: Map<string, Spoken>,
  spelled: Set<string>,
): ReadonlyMap<Spoken, number> {
  const found = new Map<Spoken, number>()
  const add = (model: FoundModel) => {
    const one = spokenOf(model, knowledge, findings, spoken)
    if (one) found.set(one, (found.get(one) ?? 0) + 1)
  }
  for (const block of document.blocks) {
    if (block.kind === 'code' || found.size >= MAX_RELEASES) continue
    for (const sentence of sentencesOfDocument(block))
      for (const one of modelsNamedIn(sentence.text.slice(0, MAX_SENTENCE), knowledge)) {
        add(one.found)
        if (spelled.size < MAX_RELEASES) spelled.add(one.spelled)
      }
    for (const { url } of block.links) {
      const { owner, name } = addressAt(knowledge.hosts, 'model', url) ?? {}
      const linked = owner && name ? findModel(knowledge, `${owner}/${name}`) : null
      if (linked) add(linked)
    }
  }
  return found
}

/**
 * The model that a text is about: the only one, or one that it names twice as often as any other; where several of one
 * family are named so, the family.
 */
function mainOf(named: ReadonlyMap<Spoken, number>): Spoken | null {
  const all = [...named]
  const families = new Map<string, number>()
  for (const [{ family }, times] of all) families.set(family, (families.get(family) ?? 0) + times)
  const family = most(families)
  const ofFamily = all.filter(one => one[0].family === family)
  const version = most(new Map(ofFamily.filter(([{ versionless }]) => !versionless)))
  return version ?? ofFamily.find(([{ versionless }]) => versionless)?.[0] ?? null
}

/** What is named twice as often as any other. */
function most<T>(named: ReadonlyMap<T, number>): T | null {
  const [first, second] = [...named].sort(([, one], [, other]) => other - one)
  return first && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null
}

function spokenOf(
  known: FoundModel,
  knowledge: Knowledge,
  findings: Findings,
  spoken: Map<string, Spoken>,
): Spoken | null {
  const ready = spoken.get(known.version.name)
  if (ready) return ready
  if (spoken.size >= MAX_RELEASES) return null
  const facts = factsOfKnown(known.family, known.version, findings, knowledge)
  const one: Spoken = {
    release: {
      name: known.version.name,
      publisher: known.family.publisher,
      by: 'knowledge',
      place: null,
      revision: null,
      term: facts.term,
    },
    facts,
    family: known.family.family,
    versionless: known.version.versionless ?? false,
  }
  spoken.set(known.version.name, one)
  return one
}

function releaseOf({ release, term }: Report): SpokenRelease {
  return {
    name: release.name,
    publisher: release.publisher,
    by: 'audit',
    place: release.places[0] ?? null,
    revision: release.revision,
    term,
  }
}
