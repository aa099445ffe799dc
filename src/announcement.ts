import { checked, type Facts, factsOfKnown, findClaims, type SaidClaim, type Voice } from './claims/index.ts'
import type { ClaimsReport, SpokenRelease } from './claims/report.ts'
import { answeredClaims } from './corrections/index.ts'
import type { Document } from './documents/index.ts'
import { sentencesOf } from './documents/sentences.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import { type FoundModel, findModel } from './names/models.ts'
import type { Claim, Report } from './report.ts'
import { lettersOf } from './text/letters.ts'
import { collectFindings, type Findings } from './verdict/index.ts'

/** more releases than an announcement speaks of */
const MAX_RELEASES = 30
/** a sentence longer than this names no model that is looked for */
const MAX_SENTENCE = 2_000

interface Spoken {
  readonly release: SpokenRelease
  readonly facts: Facts
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
    names: audited.flatMap(namesOf),
    owners: audited.flatMap(({ release }) => release.publisher ?? []),
    ofMany: true,
    models: audited.flatMap(({ models }) => models.map(model => model.name)),
  }
  const spoken = new Map<string, Spoken>()
  for (const report of audited)
    spoken.set(report.release.name, { release: releaseOf(report), facts: { ...report, name: report.release.name } })
  const seen = [...spoken.values()]
  const claims = documents.flatMap(document => {
    // what was looked at tells more than dated facts
    const known = seen.length > 0 ? seen : modelsIn(document, knowledge, findings, spoken)
    return findClaims(document, knowledge, seen.length > 0 ? voice : voiceOf(known)).map(said => {
      const facts = of
        ? { ...of, name: of.release.name }
        : (auditedFor(said, linked) ?? factsFor(said, known, knowledge, findings, spoken))
      return facts ? checked(said, { voice, facts, findings, knowledge }) : unchecked(said, findings)
    })
  })
  const named = new Set(claims.flatMap(claim => claim.because))
  return {
    schemaVersion: 1,
    releases: [...spoken.values()].map(one => one.release),
    findings: findings.all.filter(finding => named.has(finding.id)),
    claims: answeredClaims(claims, findings.all, of?.corrections),
  }
}

/** Who an announcement speaks of where none of it was audited: the models that its sentences name. */
function voiceOf(known: readonly Spoken[]): Voice {
  const names = known
    .flatMap(({ release }) => [release.name.split(',')[0] ?? '', release.publisher ?? ''])
    .filter(Boolean)
  return { names, owners: [], ofMany: true, models: names }
}

const namesOf = ({ release, models }: Report): readonly string[] => [
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

/** The model a sentence names, else the one model that the whole text speaks of. */
function factsFor(
  said: SaidClaim,
  known: readonly Spoken[],
  knowledge: Knowledge,
  findings: Findings,
  spoken: Map<string, Spoken>,
): Facts | null {
  const here = named(said.sentence, knowledge, findings, spoken)
  if (here) return here.facts
  const only = known.length === 1 ? known[0] : undefined
  return only && !namesAnother(said.sentence, only.release) ? only.facts : null
}

/** A name in the middle of the sentence that is not the model's or its publisher's: something else may be meant. */
function namesAnother(sentence: string, { name, publisher }: SpokenRelease): boolean {
  const own = `${name} ${publisher ?? ''}`.toLowerCase()
  const names =
    sentence.slice(1).match(/(?<=\s|[^\p{L}\p{N}\s])(?=[\w-]*[a-z])\p{Lu}[\w-]+|(?<=\s)[a-z]+-?\d[\w.-]*/gu) ?? []
  return names.some(word => !own.includes(word.toLowerCase()))
}

/** The known models that a text names. */
function modelsIn(document: Document, knowledge: Knowledge, findings: Findings, spoken: Map<string, Spoken>): Spoken[] {
  const found = new Set<Spoken>()
  for (const block of document.blocks) {
    if (block.kind === 'code' || found.size >= MAX_RELEASES) continue
    for (const sentence of sentencesOf(block)) {
      const one = named(sentence.text, knowledge, findings, spoken)
      if (one) found.add(one)
    }
    for (const link of block.links) {
      const id = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co|modelscope\.cn\/models)\/([\w.-]+\/[\w.-]+)/.exec(
        link.url,
      )?.[1]
      const linked = id ? named(id, knowledge, findings, spoken) : null
      if (linked) found.add(linked)
    }
  }
  return [...found]
}

function named(text: string, knowledge: Knowledge, findings: Findings, spoken: Map<string, Spoken>): Spoken | null {
  const known = windowsOf(text).reduce<FoundModel | null>((best, window) => best ?? findModel(knowledge, window), null)
  if (!known) return null
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
  }
  spoken.set(known.version.name, one)
  return one
}

/** a name is looked for in no more at once */
const WINDOW = 280

/** Stretches of a text to look for names in: a word that neither has a capital nor a digit is part of none ("phi" in prose is no model). */
function windowsOf(text: string): readonly string[] {
  const words = text
    .slice(0, MAX_SENTENCE)
    .replaceAll('/', ' ')
    .split(/\s+/)
    .map(word => (/[\p{Lu}\d]/u.test(word) ? word : 'x'))
  const windows: string[] = []
  let window = ''
  for (const word of words) {
    if (window.length + word.length > WINDOW) {
      windows.push(window)
      window = ''
    }
    window += ` ${word}`
  }
  return [...windows, window]
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

/** A claim of a release that is not known here. */
function unchecked(said: SaidClaim, findings: Findings): Claim {
  const because = findings.add(
    'release-not-known',
    'Which release the sentence speaks of, or what is in it, is not known here',
    said.cited,
    'the release itself, given with --of',
  )
  return {
    says: said.words,
    kind: said.says,
    about: [...said.about],
    language: said.tongue.language.id,
    cited: [...said.cited],
    check: 'undetermined',
    because: [because],
    strength: said.says === 'open-model' ? 'vague' : 'scope',
    suggestion: null,
  }
}
