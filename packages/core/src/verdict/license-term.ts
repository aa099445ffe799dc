import type { Knowledge } from '../knowledge/knowledge.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import type { Cited, Clause, Requirement } from '../report/report.ts'
import type { TermId, WhyUnread } from '../report/vocabulary.ts'
import type { DoubtfulFile, ModelRights } from '../terms/index.ts'
import { capital, inWords } from '../text/phrase.ts'
import { facetOf, saysOf } from './facets.ts'
import type { Findings } from './findings.ts'
import { becauseSigned } from './signed.ts'

/** Rules 3 to 6: what the terms that reach the weights come to. */
interface LicenseTerm {
  readonly floor: TermId
  readonly ceiling: TermId
  readonly because: readonly string[]
  /** requirements for a person */
  readonly review: readonly string[]
  readonly toMoveUp: readonly string[]
  /** rows without whose sign-off the floor would be lower */
  readonly signedOff: readonly string[]
}

/**
 * Judges the terms that bind a model's weights; `rows` are those of the G7 terms, where a person may have weighed what
 * asks for it.
 */
export function judgeLicenses(
  model: ModelRights,
  rows: readonly Requirement[],
  findings: Findings,
  knowledge: Knowledge,
): LicenseTerm {
  if (model.reach === 'none') return unlicensed(model, findings)
  if (model.reach === 'not-looked' || model.floor.length === 0) return notLooked(model, findings)
  const floor = judge(model.floor)
  const ceiling = judge(model.ceiling)
  const because = reasonsOf(model, findings, knowledge)
  const term = { floor: floor.floor, ceiling: ceiling.ceiling, because, toMoveUp: moveUp(model, floor), signedOff: [] }
  const asks = floor.floor !== ceiling.ceiling && floor.asks
  const weighed = rows.find(({ id, signoff }) => id === 'G7-L' && signoff)
  if (!asks || !weighed) return { ...term, review: asks ? ['G7-L'] : [] }
  const signed = { because: [...because, ...becauseSigned([weighed], findings)], review: [] }
  return weighed.answer === 'met'
    ? { ...term, ...signed, floor: ceiling.ceiling, toMoveUp: [], signedOff: ['G7-L'] }
    : { ...term, ...signed, ceiling: floor.floor }
}

/** What is unread comes first where it alone keeps the weights from being open. */
function reasonsOf(model: ModelRights, findings: Findings, knowledge: Knowledge): string[] {
  const { doubts = [] } = model
  const doubted = new Set(doubts.map(({ reading }) => reading))
  const known = model.floor.filter(reading => !doubted.has(reading))
  const restricted = known.some(({ openness }) => openness === 'restricted')
  const reasons = known.flatMap(reading => becauseOf(reading, model, findings, knowledge))
  const doubtful = doubts.flatMap(doubt => becauseOfDoubt(doubt, model, findings, knowledge))
  return restricted ? [...reasons, ...doubtful] : [...doubtful, ...reasons]
}

interface Judged {
  readonly floor: TermId
  readonly ceiling: TermId
  readonly asks: boolean
}

/** All of the readings bind: the worst counts. Nothing unread is ever open. */
function judge(readings: readonly LicenseReading[]): Judged {
  const any = (openness: LicenseReading['openness']) => readings.some(reading => reading.openness === openness)
  if (any('restricted')) return { floor: 'weights-available-ai', ceiling: 'weights-available-ai', asks: false }
  if (any('unknown')) return { floor: 'undetermined', ceiling: 'open-weights-ai', asks: false }
  if (any('asks')) return { floor: 'weights-available-ai', ceiling: 'open-weights-ai', asks: true }
  return { floor: 'open-weights-ai', ceiling: 'open-weights-ai', asks: false }
}

function unlicensed(model: ModelRights, findings: Findings): LicenseTerm {
  const finding = findings.add(
    'no-license',
    `Nothing was found that puts the weights of ${model.name} under a license`,
    model.cited,
    'a license in the metadata, a license file, or a sentence that names one for the weights',
  )
  return {
    floor: 'unlicensed-weights',
    ceiling: 'unlicensed-weights',
    because: [finding],
    review: [],
    signedOff: [],
    toMoveUp: ['State the license of the weights in the card and add its text'],
  }
}

function notLooked(model: ModelRights, findings: Findings): LicenseTerm {
  const finding = findings.add(
    'license-not-looked-for',
    `The weights of ${model.name} are elsewhere, and nothing here says under which license`,
    model.cited,
    'reading the place where the weights are, or a sentence here that names their license',
  )
  return {
    floor: 'undetermined',
    ceiling: 'open-weights-ai',
    because: [finding],
    review: [],
    signedOff: [],
    toMoveUp: ['Say here which license the weights are under'],
  }
}

const nameOfReading = (reading: LicenseReading) =>
  reading.license.name ?? reading.license.id ?? reading.license.text?.path ?? 'terms without a name'

function becauseOf(reading: LicenseReading, model: ModelRights, findings: Findings, knowledge: Knowledge): string[] {
  const name = nameOfReading(reading)
  const bound = model.bound.find(one => one.reading === reading)
  const stated: Cited = bound?.cited ?? [reading.license.cited[0] ?? model.cited[0]]
  const through = bound?.base ? ` through its base ${bound.base}` : ''
  if (reading.openness === 'restricted') {
    const bars = reading.bars.slice(0, 3)
    if (bars.length === 0)
      return [
        findings.add(
          'restricted-terms',
          `The weights are under ${name}${through}, terms of the class ${reading.license.class}`,
          stated,
          'other terms for the weights',
        ),
      ]
    return bars.map(clause =>
      findings.add(
        `bar-${clause.kind}`,
        `${capital(name)}${through} ${saysOf(clause, knowledge)}`,
        asCited(clause, stated),
        `a text without this clause: ${facetOf(clause, knowledge)}`,
      ),
    )
  }
  if (reading.openness === 'unknown') {
    const [says, wouldChange] = name.startsWith('a sentence')
      ? ['a sentence that unwash does not understand', 'the name of a license, or the same in plainer words']
      : [`${name}, which could not be read`, 'the text of these terms']
    return [findings.add('license-not-read', `The weights are under ${says}`, stated, wouldChange)]
  }
  if (reading.openness === 'asks') {
    const asked = reading.asks
      .slice(0, 2)
      .map(clause =>
        findings.add(
          `ask-${clause.kind}`,
          `${capital(name)}${through} ${saysOf(clause, knowledge)}: a person must weigh it`,
          asCited(clause, stated),
          `a person who weighs this clause, or a text without it: ${facetOf(clause, knowledge)}`,
        ),
      )
    return asked.length > 0
      ? asked
      : [
          findings.add(
            'unapproved-terms',
            `The weights are under ${name}; nothing in it was found to restrict, and nobody has approved it`,
            stated,
            'a person who reads it, or an approved license',
          ),
        ]
  }
  const note = reading.osiApproved
    ? 'OSI-approved'
    : reading.conformant
      ? 'open terms on the conformant list, not OSI-approved'
      : 'a free license'
  const how = SCOPE_OF[model.reach]
  return [
    findings.add(
      'open-license',
      `The weights are under ${name} (${note})${how}`,
      stated,
      'a statement that puts the weights under other terms',
    ),
  ]
}

/** What is said of a license by how it comes to reach the weights. */
const SCOPE_OF: Readonly<Record<ModelRights['reach'], string>> = {
  stated: '',
  beside: '; its scope is not stated, and it lies beside them',
  presumed: '; its scope is not stated, and the weights are elsewhere: it is presumed for them',
  none: '',
  'not-looked': '',
}

/** A legal file of which nobody says what it is for. */
function becauseOfDoubt(doubt: DoubtfulFile, model: ModelRights, findings: Findings, knowledge: Knowledge): string[] {
  const { path, unread, reading, cited } = doubt
  if (unread === null) return becauseOf(reading, model, findings, knowledge)
  const says = path.endsWith('/')
    ? `${folderName(path)} ${unread.says}: a legal file in it may bind the weights`
    : `${path} ${unread.says}: it may bind the weights`
  return [findings.add('legal-file-not-read', says, cited, TO_READ[unread.why])]
}

const folderName = (path: string) => (path === './' ? 'the release' : `the folder ${path.slice(0, -1)}`)

/** What would let a legal file be read. */
const TO_READ = {
  pdf: 'the same terms as a text beside it',
  document: 'the same terms as a text beside it',
  pointer: 'the file itself (git lfs pull)',
  link: 'the text itself in place of the link',
  special: 'a text in its place',
  binary: 'a text in its place',
  encoding: 'the text in UTF-8',
  'too-large': 'the terms in a text of at most 1 MB',
  'too-many': 'fewer legal files, or the release without copies of others’ work',
  language: 'the same words in English or Chinese',
  'too-deep': 'the terms nearer to the root of the release',
  refused: 'access to the file',
  failed: 'reading it again, when it can be had',
  short: 'the whole file',
} as const satisfies Record<WhyUnread, string>

function asCited(clause: Clause, stated: Cited): Cited {
  const [first, ...more] = clause.cited
  return first ? [first, ...more, stated[0]] : stated
}

function moveUp(model: ModelRights, judged: Judged): string[] {
  if (judged.floor === 'open-weights-ai') return []
  const open = model.floor.filter(reading => reading.openness !== 'open')
  // a sentence has no name: it is counted
  const sentences = open.filter(({ license: { id, text } }) => id === null && text === null)
  const named = [...new Set(open.filter(reading => !sentences.includes(reading)).map(nameOfReading))].slice(0, 3)
  const [first, ...others] = sentences
  const names = [
    ...named,
    ...(first ? [others.length > 0 ? `${sentences.length} sentences that restrict` : 'a sentence that restricts'] : []),
  ]
  if (judged.floor === 'undetermined') return [`Give the text of ${inWords(names)}`]
  return [
    'Put the weights under a license that OSI approved, or open terms on the conformant list, in place of ' +
      inWords(names),
  ]
}
