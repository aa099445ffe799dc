import { citeOpening } from '../documents/cite.ts'
import { bindingOf, OF_WEIGHTS } from '../evidence/binding.ts'
import type { Evidence } from '../evidence/index.ts'
import type { LegalFile } from '../evidence/legal/index.ts'
import { fileName, folder } from '../evidence/paths.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { readUnread } from '../licenses/declared.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import { once } from '../once.ts'
import type { UnreadFile } from '../release/release.ts'
import type { Citation, Cited, Unread as NotRead } from '../report/report.ts'
import { lettersOf } from '../text/letters.ts'
import { pathOf } from './files/linked.ts'
import { saysNothing } from './files/silent.ts'
import type { LegalTexts } from './files/texts.ts'
import { spokenOf } from './models/names.ts'
import type { DoubtfulFile, ModelRights } from './rights.ts'
import { isOfTools, type Statement } from './statements/index.ts'

/** The legal files that may bind the weights beside the terms they are known to be under. */
export function doubtsOf(
  evidence: Evidence,
  texts: LegalTexts,
  statements: readonly Statement[],
  models: readonly ModelRights[],
  knowledge: Knowledge,
): DoubtfulFile[] {
  const heard = new Set(models.flatMap(({ bound }) => bound.map(({ reading }) => reading.license.text?.path)))
  const binding = bindingOf(evidence, knowledge)
  const weightFolders = new Set(evidence.weights.files.map(({ path }) => folder(path)))
  // what code opens with is for the code, unless weights lie beside it
  const isAloneCode = ({ path, within, role }: LegalFile) =>
    within !== undefined && role === 'notice' && !weightFolders.has(folder(path))
  const files = texts.legal
    .filter(({ path }) => evidence.answers.of('about', path) === undefined)
    .filter(file => binding.file(file) && mayBind(file, statements) && !isAloneCode(file))
    .flatMap(file => {
      if (file.unread) return [notRead(file, file.unread, evidence, texts)]
      return heard.has(file.path) || (!file.within && pointedAt(evidence).has(file.path))
        ? []
        : restricting(file, evidence, texts, knowledge)
    })
  const told = new Set(files.map(({ path }) => path))
  const more = [...(evidence.release.unread ?? []), ...evidence.unread]
    .filter(({ path }) => evidence.answers.of('about', path) !== 'other')
    .filter(({ path }) => !told.has(path) && binding.unread(path))
    .map(unread => ({ ...unknownAt(unread.path, unread.path), unread, subject: null }))
  return [...files, ...more]
}

/** Every legal file that is there and was not wholly read, and whether it may bind the weights. */
export function unreadFiles(
  { release, unread }: Evidence,
  legal: readonly LegalFile[],
  doubts: readonly DoubtfulFile[],
): NotRead[] {
  const all = [...(release.unread ?? []), ...unread, ...legal.flatMap(({ unread }) => unread ?? [])]
  const binding = new Set(doubts.map(({ path }) => path))
  const once = new Map(all.map(({ path, why, says }) => [path, { path, why, says, mayBind: binding.has(path) }]))
  return [...once.values()].sort((one, other) => Number(other.mayBind) - Number(one.mayBind))
}

/** What documents lead to, by their first 5,000 links: it is for their sentences to bind, or not. */
const pointedAt = once(({ documents, legal, release }: Evidence) => {
  const links = new Set(documents.flatMap(({ blocks }) => blocks.flatMap(({ links }) => links.map(({ url }) => url))))
  return new Set([...links].slice(0, 5_000).map(url => pathOf(url, legal, release.name)))
})

/** Neither its name nor a sentence keeps it for something else. */
function mayBind({ path, covers }: LegalFile, statements: readonly Statement[]): boolean {
  if (covers.length > 0 && !covers.includes('weights')) return false
  // an offer of other terms for money binds nobody who does not take it
  if (/commercial/i.test(path) && !/non-?commercial/i.test(path)) return false
  const said = statements.filter(one => one.path === path && !isOfTools(one)).flatMap(({ about }) => about)
  return said.length === 0 || said.some(about => about === 'weights' || about === 'all' || about === 'others')
}

function notRead(
  { path, subject }: LegalFile,
  unread: UnreadFile,
  { release }: Evidence,
  texts: LegalTexts,
): DoubtfulFile {
  const [whole] = release.texts.has(path) ? [] : texts.of(path)
  const doubt = unknownAt(path, `the rest of ${fileName(path)}`)
  return { ...doubt, ...(whole ? { reading: whole } : {}), unread, subject }
}

function unknownAt(path: string, name: string): Pick<DoubtfulFile, 'path' | 'reading' | 'cited'> {
  return { path, reading: readUnread(`${name} (not read)`, 'unknown', [{ path }]), cited: [{ path }] }
}

/** Whether words that were not understood put terms to the weights. */
const speaksOfWeights = ({ license: { parts = [] } }: LicenseReading): boolean =>
  parts.some(
    ({ is, quote = '' }) => (is === 'unread' || is === 'possible') && OF_WEIGHTS.test(quote) && TERMS.test(quote),
  )

/**
 * Whether it has a clause that bars, or a second reader takes words that were not understood for one; what a notice
 * says is in something is no clause.
 */
const mayTake = ({ bars, license: { parts = [] } }: LicenseReading): boolean =>
  bars.length > 0 ||
  parts.some(({ is, quote = '' }) => is === 'possible' && !(HOLDS.test(quote) && !LIMITS.test(quote)))
const HOLDS =
  /^this (?:project|product|software|package|work) (?:includes|contains|incorporates) (?:software|code|components)\b/i
const LIMITS = new RegExp(
  String.raw`(?<![-\w])(?:licen[cs]\w*|terms|agree\w*|permi\w+|prohibit\w*|forbid\w*|restrict\w*|requir\w+|` +
    String.raw`(?:non-?)?commercial\w*|research|academic|personal|may|must|shall|can(?:not)?|not|no|never|only|` +
    String.raw`solely|unless|except|under|subject)\b`,
  'i',
)

/** Whether a text names the weights in all that it takes: then there is no doubt of what. */
const takesOfWeights = ({ openness, bars }: LicenseReading): boolean =>
  openness === 'restricted' &&
  bars.every(({ cited }) => cited.some(at => 'quote' in at && OF_WEIGHTS.test(at.quote ?? '')))

const TERMS = new RegExp(
  String.raw`\b(?:licen[cs]\w*|terms|agreements?|permi\w+|prohibit\w*|forbid\w*|commercial\w*|may only|(?:may|` +
    String.raw`must|shall) not)\b|许可|协议|不得|禁止|商业`,
  'i',
)

/** What a text says that restricts, or that was not understood. */
function restricting(
  { path, role, subject, within }: LegalFile,
  { release }: Evidence,
  texts: LegalTexts,
  knowledge: Knowledge,
): DoubtfulFile[] {
  const text = release.texts.get(path)
  const cited: Cited = [citeOpening(path, text?.content.split('\n') ?? [])]
  return texts
    .of(path)
    .filter(
      reading =>
        reading.openness === 'restricted' ||
        // a notice tells of others, and what code opens with of code; what else was not understood may restrict
        ((role !== 'notice' || (within === undefined ? mayTake(reading) : speaksOfWeights(reading))) &&
          reading.openness === 'unknown' &&
          !(text && saysNothing([reading], knowledge))),
    )
    .map(reading => {
      // a policy may be that of a service
      const ofWeights = role !== 'policy' && folder(path) === '' && takesOfWeights(reading)
      return { path, reading, unread: null, subject, cited, ofWeights }
    })
}

/** doubts laid over a model: any is enough, and the report lists the files */
const MOST_DOUBTS = 20

/** Lays the doubts over what is known of a model: its floor takes them, its ceiling does not. */
export function layDoubts(
  model: ModelRights,
  doubts: readonly DoubtfulFile[],
  models: readonly ModelRights[],
): ModelRights {
  const isOf = (name: string, subject: string) => lettersOf(name).includes(lettersOf(subject))
  const restricted = model.floor.some(({ openness }) => openness === 'restricted')
  const bearing = doubts.filter(({ unread }) => unread !== null || !restricted)
  const own = bearing
    .filter(
      ({ subject }) =>
        subject === null || isOf(model.name, subject) || !models.some(other => isOf(other.name, subject)),
    )
    .sort((one, other) => Number(one.unread !== null) - Number(other.unread !== null))
    .slice(0, MOST_DOUBTS)
  const added = own.map(({ reading }) => reading).filter(reading => !model.floor.includes(reading))
  if (own.length === 0) return model
  const floor = [...model.floor, ...added]
  return {
    ...model,
    doubts: own.filter(({ ofWeights }) => !ofWeights),
    floor,
    ceiling: model.ceiling.length > 0 ? model.ceiling : floor,
    reach: model.reach === 'none' ? 'beside' : model.reach,
    bound: [...model.bound, ...own.map(({ reading, cited }) => ({ reading, base: null, cited }))],
  }
}

/** What stands in the card of one model, or under its heading, is said of no other that has terms of its own. */
export function mayBeOf(
  { name, reach }: ModelRights,
  section: string,
  at: Citation,
  models: readonly ModelRights[],
): boolean {
  if (reach !== 'stated' || !('path' in at)) return true
  const those = spokenOf(section, models)
  if (those.length > 0 && !those.some(own => lettersOf(name).includes(own))) return false
  const card = lettersOf(fileName(at.path).replace(/\.\w+$/, ''))
  return lettersOf(name) === card || models.every(other => lettersOf(other.name) !== card)
}
