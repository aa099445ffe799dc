import { checked, type Facts, factsOfKnown, findClaims, type SaidClaim, type Voice } from './claims/index.ts'
import type { ClaimsReport, SpokenRelease } from './claims/report.ts'
import type { Document } from './documents/index.ts'
import { sentencesOf } from './documents/sentences.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import { type FoundModel, findModel } from './knowledge/models.ts'
import type { Claim, Report } from './report.ts'
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
 * Checks the claims of announcements. Against the audited release where one is given; else against what dated facts
 * say of the models that the claims name. Pure: the same documents, report and knowledge give the same answer.
 */
export function readAnnouncement(
  documents: readonly Document[],
  of: Report | null,
  knowledge: Knowledge,
): ClaimsReport {
  const findings = collectFindings()
  for (const finding of of?.findings ?? []) findings.keep(finding)
  const voice: Voice = of
    ? {
        names: [
          of.release.name,
          ...of.models.map(model => model.name),
          ...(of.release.publisher ? [of.release.publisher] : []),
        ],
        owners: of.release.publisher ? [of.release.publisher] : [],
      }
    : { names: [], owners: [] }
  const spoken = new Map<string, Spoken>()
  if (of) spoken.set(of.release.name, { release: releaseOf(of), facts: { ...of, name: of.release.name } })
  const claims = documents.flatMap(document => {
    const known = of ? [] : modelsIn(document, knowledge, findings, spoken)
    return findClaims(document, knowledge, voice).map(said => {
      const facts = of ? { ...of, name: of.release.name } : factsFor(said, known, knowledge, findings, spoken)
      return facts ? checked(said, facts, findings, knowledge) : unchecked(said, findings)
    })
  })
  const named = new Set(claims.flatMap(claim => claim.because))
  return {
    schemaVersion: 1,
    releases: [...spoken.values()].map(one => one.release),
    findings: findings.all.filter(finding => named.has(finding.id)),
    claims,
  }
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
