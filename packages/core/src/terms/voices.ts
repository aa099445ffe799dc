import { citeOpening } from '../documents/cite.ts'
import type { Evidence, Gate } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { namedAs, readDeclared, readSaid, readUnread } from '../licenses/declared.ts'
import { guessClass } from '../licenses/given/pointed.ts'
import type { Known } from '../licenses/known.ts'
import { readPrompt } from '../licenses/prose/prompt.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import type { ResolvedLicense } from '../names/index.ts'
import type { Cited } from '../report/report.ts'
import { latinOf, lettersOf } from '../text/letters.ts'
import { saysNothing } from './files/silent.ts'
import { isPointer, type LegalTexts } from './files/texts.ts'
import { modelsNamed, ownNames } from './models/names.ts'
import { isOfTools, type SaidAbout, type Statement } from './statements/index.ts'
import { isVersionless } from './versionless.ts'

/**
 * Without what is said of siblings by name. Where nothing else is said of the weights, what is said of those that are
 * called after this one ("Heron Base and Heron Chat") is said of it.
 */
function ofThisPage(all: readonly Statement[], evidence: Evidence): readonly Statement[] {
  const own = all.filter(statement => !isOfSibling(statement, evidence))
  if (own.length === all.length || own.some(({ about }) => about.includes('weights') || about.includes('all')))
    return own
  // where only its configuration tells that it is one model's, and all terms are of others, these are its models
  if (evidence.metadata.kind === null && own.every(isOfTools)) return all
  const name = latinOf(evidence.release.name)
  return all.flatMap(statement => {
    if (own.includes(statement)) return [statement]
    return statement.models.every(model => latinOf(model).includes(name)) ? [{ ...statement, models: [] }] : []
  })
}

/** On the page of one model, what is said of its siblings by name is theirs. */
function isOfSibling(statement: Statement, evidence: Evidence): boolean {
  if (statement.models.length === 0 || !evidence.isOnePage) return false
  const own = latinOf(evidence.release.name)
  // "Heron-Distill" is the name of another where it has a page of its own
  const pages = evidence.weights.links.map(({ name }) => latinOf(name ?? ''))
  return statement.models.map(latinOf).every(name => {
    if (name.length < 4 || own.includes(name)) return false
    return pages.includes(name) || !name.includes(own)
  })
}

/** One voice saying which terms reach what: a statement, a file by its name, a gated prompt. */
export interface Voice {
  readonly about: readonly SaidAbout[]
  readonly models: readonly string[]
  readonly readings: readonly LicenseReading[]
  readonly via: Statement['via'] | 'file' | 'root-file'
  /** the license as it is declared, when it is named beside a text: an id */
  readonly declared: string | null
  /** a policy: it binds beside the license, and never in its place */
  readonly adds: boolean
  /** a sentence that restricts, and names no license */
  readonly restricts: boolean
  /** the heading a statement stands under */
  readonly section: string
  readonly cited: Cited
}

/** Turns statements, legal files and the gated prompt into voices with readings. */
export function hearAll(
  evidence: Evidence,
  statements: readonly Statement[],
  texts: LegalTexts,
  known: Known,
): Voice[] {
  const documents = new Set(texts.documents.map(document => document.path))
  const called = new Map(
    statements.flatMap(({ path, license }) => (path && license && !license.family ? [[path, license] as const] : [])),
  )
  const read = (path: string, cited: Cited) =>
    texts.of(path).map(reading => namedAs(reading, called.get(path), cited, known.knowledge))
  const heard = ofThisPage(
    statements.filter(({ path }) => path === null || !documents.has(path) || isPointer(path, texts.of(path))),
    evidence,
  )
    .filter(({ restricts }) => restricts?.sure !== false)
    .filter(statement => !isPolicy(statement, texts) || statement.binds)
    .map(statement => ofItsFile(statement, texts, evidence, known.knowledge))
    .map(statement => hear(statement, read, texts, evidence, known))
  return [
    ...heard,
    ...hearPrompt(evidence.metadata.form, statements, known),
    ...hearFiles(evidence, texts, tellingAmong(documents, statements), read, known),
  ]
}

/** Those documents that a statement stands in; of the others the file is read. */
const tellingAmong = (documents: ReadonlySet<string>, statements: readonly Statement[]): ReadonlySet<string> =>
  new Set(
    statements.flatMap(({ cited: [first] }) =>
      'path' in first && first.path !== undefined && documents.has(first.path) ? [first.path] : [],
    ),
  )

type ReadText = (path: string, cited: Cited) => readonly LicenseReading[]

const isPolicy = (statement: Statement, texts: LegalTexts) =>
  texts.legal.some(file => file.path === statement.path && file.role === 'policy')

const OF_FILES: ReadonlySet<Statement['via']> = new Set(['prose', 'badge'])

/** What leads to a file that is named after a model is said of that model. */
function ofItsFile(statement: Statement, texts: LegalTexts, evidence: Evidence, knowledge: Knowledge): Statement {
  const subject = texts.legal.find(file => file.path === statement.path)?.subject
  const general = statement.models.length === 0 && OF_FILES.has(statement.via) && !statement.about.includes('code')
  return subject && general
    ? { ...statement, about: ['weights'], models: modelsOfFile(subject, evidence, knowledge) }
    : statement
}

function hear(statement: Statement, read: ReadText, texts: LegalTexts, evidence: Evidence, known: Known): Voice {
  const own = latinOf(evidence.release.name)
  const adds = isPolicy(statement, texts)
  return {
    about: adds ? ['weights'] : statement.about,
    // what was not understood binds beside whatever is known, and in place of nothing
    adds: adds || statement.restricts?.makes === 'unknown',
    // what is said of the model that the release is named after is said of the release; of its family too, on its page
    models: statement.models.map(latinOf).some(name => name !== '' && evidence.isOnePage && own.startsWith(name))
      ? []
      : statement.models.filter(name => latinOf(name) !== own),
    readings: readingsOf(statement, read, texts, known),
    via: statement.via,
    declared: statement.license?.id ?? null,
    restricts: statement.restricts !== null,
    section: statement.section,
    cited: statement.cited,
  }
}

function readingsOf(statement: Statement, read: ReadText, texts: LegalTexts, known: Known): readonly LicenseReading[] {
  if (statement.path) return read(statement.path, statement.cited)
  const { license, url, restricts, spelled } = statement
  const held = url || restricts ? [] : heldText(license, spelled, texts, known.knowledge)
  if (held.length > 0) return held
  if (statement.license) return [readDeclared(statement.license, statement.cited, known.knowledge)]
  if (statement.restricts) {
    const { name, makes, clauses, suspects } = statement.restricts
    const reading = readSaid(name, makes, clauses, statement.cited, known.knowledge)
    return [makes === 'unknown' ? { ...reading, doubt: suspects } : reading]
  }
  const name = statement.url ? `the terms at ${statement.url} (not read)` : `"${statement.spelled}"`
  return [readUnread(name, guessClass(`${statement.spelled} ${statement.url ?? ''}`), statement.cited)]
}

/** a shorter name is also how other titles begin */
const SHORTEST_TITLE = 8

/** The text of a license that is only named, where the release holds it: by its id, a version of it, or its title. */
export function heldText(
  license: ResolvedLicense | null,
  called: string,
  texts: LegalTexts,
  knowledge: Knowledge,
): readonly LicenseReading[] {
  const name = lettersOf(called)
  return texts.legal
    .filter(file => file.role === 'license' && !file.others && file.standing !== 'aside')
    .flatMap(file => texts.of(file.path))
    .filter(reading => {
      const { text, id, name: title } = reading.license
      if (text === null) return false
      if (license && (id === license.id || isVersionless({ license }, [reading], knowledge))) return true
      return id === null && license === null && name.length >= SHORTEST_TITLE && lettersOf(title ?? '').startsWith(name)
    })
}

/** The prompt's text is what the card's own metadata calls it. */
function hearPrompt(gate: Gate | null, statements: readonly Statement[], known: Known): Voice[] {
  if (!gate) return []
  const called = statements.find(statement => statement.via === 'metadata' && statement.license)?.license ?? undefined
  return readPrompt(gate.prompt, known).map((reading): Voice => {
    // a clause of a request is no license, and stands against one that is named
    const restricts = reading.license.match.kind === 'none' && reading.license.grants.length === 0
    const [own] = reading.doubt ? reading.license.cited : restricts ? reading.bars.flatMap(({ cited }) => cited) : []
    return {
      about: ['weights'],
      models: [],
      readings: [restricts ? reading : namedAs(reading, called, gate.cited, known.knowledge)],
      via: 'gate',
      declared: restricts ? null : (called?.id ?? null),
      adds: reading.doubt !== undefined,
      restricts,
      section: '',
      cited: own ? [own] : gate.cited,
    }
  })
}

/** The models that a file of terms is named for: what no page speaks of is none. */
function modelsOfFile(subject: string, evidence: Evidence, knowledge: Knowledge): string[] {
  const letters = lettersOf(subject)
  const isSpokenOf = evidence.documents.some(({ text }) => lettersOf(text.content).includes(letters))
  return isSpokenOf || evidence.documents.length === 0 ? modelsNamed(subject, ownNames(evidence), knowledge) : []
}

/** License files speak by where they lie and what they are called. */
function hearFiles(
  evidence: Evidence,
  texts: LegalTexts,
  documents: ReadonlySet<string>,
  read: ReadText,
  known: Known,
): Voice[] {
  return (
    texts.legal
      .filter(
        file =>
          file.role === 'license' &&
          (file.standing === 'root' ||
            (file.standing === 'model-folder' && file.covers.includes('weights')) ||
            (file.standing === 'model-folder' && file.subject !== null)),
      )
      .filter(file => !documents.has(file.path))
      // an offer of other terms for money binds nobody who does not take it
      .filter(file => !/commercial/i.test(file.path) || /non-?commercial/i.test(file.path))
      .flatMap((file): Voice[] => {
        const lines = evidence.release.texts.get(file.path)?.content.split('\n')
        const scoped = file.covers.length > 0
        const named = file.subject !== null
        const models = file.subject === null ? [] : modelsOfFile(file.subject, evidence, known.knowledge)
        const cited: Cited = lines ? [citeOpening(file.path, lines)] : [{ path: file.path }]
        const readings = read(file.path, cited)
        if (file.silent && lines && saysNothing(readings, known.knowledge)) return []
        const voice: Voice = {
          about: scoped ? file.covers : file.standing === 'model-folder' || named ? ['weights'] : ['all'],
          models,
          readings,
          via: scoped || named || file.standing === 'model-folder' ? 'file' : 'root-file',
          declared: null,
          adds: false,
          restricts: false,
          section: '',
          cited,
        }
        return [voice]
      })
  )
}
