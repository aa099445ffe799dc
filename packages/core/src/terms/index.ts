import { type Evidence, NOT_OFFERED } from '../evidence/evidence.ts'
import { readDeclared, readUnread } from '../licenses/declared.ts'
import type { Known } from '../licenses/known.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import { areVersions } from '../lineage/mentions.ts'
import type { Base } from '../lineage/relation.ts'
import { resolveName } from '../names/index.ts'
import type { Declared, Release } from '../release/release.ts'
import type { Note } from '../report/report.ts'
import { COMPONENT_GROUPS, COMPONENTS, type ComponentId, type Scope } from '../report/vocabulary.ts'
import { lettersOf } from '../text/letters.ts'
import { misnamed } from './agreement.ts'
import { askedOf } from './asked.ts'
import { componentRights } from './components.ts'
import { doubtsOf, layDoubts, mayBeOf, unreadFiles } from './doubts.ts'
import { openTexts } from './files/texts.ts'
import { inherit } from './inherited/index.ts'
import { asListed } from './models/listed.ts'
import { inOrder } from './models/names.ts'
import type { Case, ComponentRights, ModelRights } from './rights.ts'
import { readStatements } from './statements/index.ts'
import { hearAll, type Voice } from './voices.ts'
import { concludeWeights } from './weights.ts'

export type { Case, DoubtfulFile, ModelRights, Suspected } from './rights.ts'

/** Reads who says which license covers what, and concludes it per component and per model, over the lineage. */
export function concludeLicensing(
  evidence: Evidence,
  bases: readonly Base[],
  known: Known,
): { judged: Case; notes: Note[] } {
  const { legal } = evidence
  const texts = openTexts(evidence, known, legal)
  const statements = readStatements(evidence, known, legal, texts.documents)
  const voices = [...hearAll(evidence, statements, texts, known), ...hearDeclared(evidence.release, known)]
  const weights = concludeWeights(evidence, voices, texts, known.knowledge)
  const {
    models: laid,
    lineage,
    beside,
    conflicts,
  } = inherit(
    weights.models,
    bases,
    evidence,
    known.knowledge,
    voices.flatMap(voice => voice.readings),
  )
  const inherited = asListed(laid, evidence)
  const doubts = doubtsOf(evidence, texts, statements, weights.models, known.knowledge)
  const suspected = statements.flatMap(({ restricts, cited, section }) =>
    restricts?.sure === false ? [{ kinds: restricts.suspects, cited, section }] : [],
  )
  const models = inOrder(
    inherited.map(model => ({
      ...layDoubts(model, doubts, inherited),
      suspected: suspected.filter(({ cited: [at], section }) => mayBeOf(model, section, at, inherited)),
    })),
    evidence.release.name,
    ({ reach, floor }) => reach === 'none' || floor.some(saysWhat),
  )
  // where no weights are offered, no license reaches any
  const offered = !NOT_OFFERED.has(evidence.weights.offer)
  const reached = offered ? models : []
  const ofWhole = misnamed(voices, known.knowledge)
  const components = componentRights(evidence, voices, reached, known.knowledge)
  const { library } = evidence
  const judged: Case = {
    evidence,
    knowledge: known.knowledge,
    readings: allReadings(components, reached),
    statements,
    texts: legal,
    components,
    models,
    whole: voices
      .filter(({ about, models, adds }) => about.includes('all') && models.length === 0 && !adds)
      .flatMap(({ readings }) => readings),
    lineage,
    beside,
    unread: unreadFiles(evidence, legal, doubts),
    conflicts: offered ? [...ofWhole, ...weights.conflicts, ...conflicts] : ofWhole,
    conflictsOfWhole: ofWhole,
    library: library ? { name: library.library.name, license: library.library.license, cited: library.cited } : null,
  }
  const blank = evidence.blank.map(path => ({
    says: `${path} is blank: it gives no terms`,
    path,
  }))
  const asked = offered ? askedOf(evidence, reached, bases, known.knowledge) : []
  return { judged, notes: [...namedOnly(models), ...titledElse(evidence), ...blank, ...asked] }
}

/** A page that is titled as another version of what the release is called speaks of that one. */
function titledElse({ who: { title, name } }: Evidence): Note[] {
  const stem = (words: string) => lettersOf(words).replace(/\d.*$/, '')
  const isElse = title.length < LONGEST_TITLE && stem(title) === stem(name) && areVersions(title, name)
  return isElse ? [{ says: `The page is titled ${title}: what it says is of that, and may not be of ${name}` }] : []
}
/** longer titles say more than a name */
const LONGEST_TITLE = 40

/** Whether it is known what terms forbid or ask: by clauses, or by a class that says so. */
const saysWhat = ({ openness, license: { clauses, class: of } }: LicenseReading): boolean =>
  openness === 'open' || clauses.length > 0 || (of !== 'unknown' && of !== 'community-restricted')

/** A license that is declared without its text is concluded as declared; that the text is missing is said. */
function namedOnly(models: readonly ModelRights[]): Note[] {
  const bound = models.flatMap(model =>
    model.bound.filter(one => one.base === null && model.floor.includes(one.reading)),
  )
  const named = bound.flatMap(({ reading: { license } }) =>
    license.text === null && license.id !== null ? [license.name ?? license.id] : [],
  )
  return [...new Set(named)].map(name => ({
    says: `${name} is declared for the weights; no text of it is in the release`,
  }))
}

/** What tells the licenses of a release apart. */
export const licenseKey = ({ id, name, text }: LicenseReading['license']) =>
  [id ?? name, text?.place, text?.path].join('|')

/** Every license that reaches something, once, with what it covers. */
function allReadings(components: readonly ComponentRights[], models: readonly ModelRights[]): LicenseReading[] {
  const covers = new Map<LicenseReading, Set<Scope>>()
  const add = (reading: LicenseReading, scope: Scope) =>
    covers.set(reading, (covers.get(reading) ?? new Set()).add(scope))
  for (const model of models) for (const reading of [...model.floor, ...model.ceiling]) add(reading, 'weights')
  for (const component of components) for (const reading of component.readings) add(reading, component.found.id)
  const merged = new Map<string, { reading: LicenseReading; scopes: Set<Scope> }>()
  for (const [reading, scopes] of covers) {
    const key = licenseKey(reading.license)
    const kept = merged.get(key)
    if (kept) for (const scope of scopes) kept.scopes.add(scope)
    else merged.set(key, { reading, scopes: new Set(scopes) })
  }
  return [...merged.values()].map(({ reading, scopes }) => ({
    ...reading,
    license: { ...reading.license, covers: fold(scopes) },
  }))
}

/** A whole group of components is named by the group. */
function fold(scopes: ReadonlySet<Scope>): Scope[] {
  const groups = (Object.keys(COMPONENT_GROUPS) as (keyof typeof COMPONENT_GROUPS)[]).filter(group =>
    COMPONENT_GROUPS[group].every(member => scopes.has(member)),
  )
  const inGroups = new Set<Scope>(groups.flatMap(group => COMPONENT_GROUPS[group]))
  return [...COMPONENTS.filter(id => scopes.has(id) && !inGroups.has(id)), ...groups]
}

/** the license of a whole distribution is no word on these: they have authors and places of their own */
const APART: readonly ComponentId[] = [...COMPONENT_GROUPS.data, 'technical-report', 'research-paper']

/** What a form says of the license of each component. */
function hearDeclared({ declared = [] }: Release, known: Known): Voice[] {
  return declared.flatMap(entry => {
    const { id, license, inherited, cited } = entry
    if (license === null || (inherited && APART.includes(id))) return []
    const readings = licensesJoined(license, known).map(name => readingOf(name, entry, known))
    return {
      about: [id],
      models: [],
      readings,
      via: 'metadata',
      declared: readings.map(reading => reading.license.id ?? reading.license.name).join(' AND '),
      adds: false,
      restricts: false,
      section: '',
      cited,
    } satisfies Voice
  })
}

/** Several joined by AND all bind; a name may itself have the word in it. */
const licensesJoined = (license: string, { knowledge }: Known) =>
  resolveName(license, knowledge) ? [license] : license.split(/ AND /)

function readingOf(name: string, { cited }: Declared, known: Known): LicenseReading {
  const resolved = resolveName(name, known.knowledge)
  if (resolved) return readDeclared(resolved, cited, known.knowledge)
  // a reference, a placeholder, or a name that is on no list: its terms are not known
  return readUnread(name, 'unknown', cited)
}
