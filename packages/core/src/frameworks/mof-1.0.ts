import type { Framework, Knowledge } from '../knowledge/knowledge.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import { resolveId } from '../names/index.ts'
import { MOT_COMPONENTS } from '../report/mot-components.ts'
import type { Cited } from '../report/report.ts'
import type { ComponentId } from '../report/vocabulary.ts'
import type { ComponentRights } from '../terms/rights.ts'
import type { Evaluator, Judge, Judgement, RowAnswer, Subject } from './framework.ts'
import { citedTogether, met, together, unknown, unmet } from './framework.ts'
import { judgeOpenness, readingName } from './openness.ts'
import { componentOf, componentPart, type GivenPart, weightsPart } from './parts.ts'
import { isOffered, judgePresence } from './presence.ts'

/** The component that each requirement asks about. */
const COMPONENT_OF = {
  'MOF-III-model-architecture': 'model-architecture',
  'MOF-III-weights': 'weights',
  'MOF-III-technical-report': 'technical-report',
  'MOF-III-evaluation-results': 'evaluation-results',
  'MOF-III-model-card': 'model-card',
  'MOF-III-data-card': 'data-card',
  'MOF-III-sample-outputs': 'sample-outputs',
  'MOF-II-training-code': 'training-code',
  'MOF-II-inference-code': 'inference-code',
  'MOF-II-evaluation-code': 'evaluation-code',
  'MOF-II-evaluation-data': 'evaluation-data',
  'MOF-II-supporting-libraries': 'supporting-libraries',
  'MOF-I-research-paper': 'research-paper',
  'MOF-I-datasets': 'datasets',
  'MOF-I-data-preprocessing-code': 'data-preprocessing-code',
  'MOF-I-intermediate-weights': 'intermediate-weights',
  'MOF-I-model-metadata': 'model-metadata',
} as const satisfies Readonly<Record<string, ComponentId>>

/** The report that a paper may stand in for. */
const REPORT = 'MOF-III-technical-report'
/** The paper. */
const PAPER = 'MOF-I-research-paper'

/** The framework's words for how a component stands; only `included` counts. */
type Level = 'included' | 'invalid' | 'unlicensed' | 'missing'

/** Every requirement put to its component in one way. */
function judgesBy(judge: (subject: Subject, id: ComponentId) => Judgement): Readonly<Record<string, Judge>> {
  return Object.fromEntries(
    Object.entries(COMPONENT_OF).map(([row, id]) => [
      row,
      subject => ofPart(judge(subject, id), componentOf(subject, id)?.found.partly),
    ]),
  )
}

/** Says of what is there in part why that is enough here, where other frameworks ask for all of it. */
const ofPart = (judged: Judgement, partly?: string): Judgement =>
  judged.answer === 'met' && partly
    ? { ...judged, because: `${judged.because} Not all was found (${partly}): this asks for it, not for all of it.` }
    : judged

/** A judgement with the framework's own word for it. */
const at = (level: Level, judgement: Judgement): Judgement => ({ ...judgement, level })

const CLASSES = ['III', 'II', 'I'] as const
type ClassName = (typeof CLASSES)[number]

/**
 * Progress to each class, 0 to 100, as the Model Openness Tool computes it (ModelEvaluator.php): the share of the
 * class's required components and those below it; 0 until every lower class is complete. A research paper that is
 * there takes the place of a missing technical report in III and II, and I then asks for one component less.
 */
function progress(
  framework: Framework,
  row: RowAnswer,
  included = (id: string) => row(id).level === 'included',
): Record<ClassName, number> {
  const paper = !included(REPORT) && included(PAPER)
  const shares: Record<ClassName, number> = { I: 0, II: 0, III: 0 }
  let total = 0
  let held = 0
  for (const name of CLASSES) {
    const needed = framework.requirements.filter(
      ({ group, severity }) => group === `Class ${name}` && severity === 'required',
    )
    total += needed.length
    held += needed.filter(({ id }) => included(id) || (id === REPORT && paper)).length
    // at the top the paper is asked for itself: what it stood in for is asked no more
    const once = name === 'I' && paper ? 1 : 0
    shares[name] = ((held - once) / (total - once)) * 100
    if (held < total) break
  }
  return shares
}

/** The most open class that is complete; not known where none is, and what could not be seen would make one. */
function classOf(framework: Framework, row: RowAnswer): string {
  const best = bestOf(progress(framework, row))
  if (best) return `class-${best.toLowerCase()}`
  return bestOf(progress(framework, row, id => row(id).answer !== 'unmet')) ? 'unknown' : 'below'
}

const bestOf = (shares: Record<ClassName, number>) => [...CLASSES].reverse().find(name => shares[name] === 100)

/** One component as the specification asks: there, and under an open license made for its type that is said of it. */
function judgeStrictly(subject: Subject, id: ComponentId): Judgement {
  const rights = componentOf(subject, id)
  if (!rights)
    return unknown(`Whether ${id.replaceAll('-', ' ')} is there could not be seen.`, subject.case.evidence.looked.cited)
  const presence = judgeThere(subject, id)
  if (presence.answer === 'unmet') return at('missing', presence)
  const part = id === 'weights' ? weightsPart(subject.model) : componentPart(rights)
  const terms = judgeTerms(part, id, subject)
  const judged = together(presence, terms)
  if (judged.answer === 'met') return at('included', terms)
  if (judged.answer !== 'unmet') return judged
  return at(part.readings.length === 0 ? 'unlicensed' : 'invalid', judged)
}

function judgeThere(subject: Subject, id: ComponentId): Judgement {
  const { evidence } = subject.case
  const declared = componentOf(subject, id)?.found.declared
  if (declared) return met('A form declares that it is released; it was not looked at.', declared.cited)
  if (id !== 'weights') return judgePresence(subject, id)
  const { offer, cited } = evidence.weights
  if (isOffered(subject)) return met('The weights are here, or it is said where they are.', cited)
  if (offer === 'none' && !evidence.release.complete)
    return unknown('No weights were seen in a listing that is not complete.', cited)
  return unmet('The weights are not given to everyone.', cited)
}

const TYPES = { code: 'code', data: 'data', document: 'documents' } as const

function judgeTerms(part: GivenPart, id: ComponentId, { case: { knowledge } }: Subject): Judgement {
  const { type } = MOT_COMPONENTS[id]
  const { approved, licenses } = knowledge.mof.appropriate[type]
  const made = (reading: LicenseReading) => {
    const spdx = reading.license.id === null ? null : (resolveId(reading.license.id, null, knowledge)?.spdx ?? null)
    return (
      reading.openness === 'open' && ((approved && reading.osiApproved) || (spdx !== null && licenses.includes(spdx)))
    )
  }
  const open = judgeOpenness(part, 'conformant', knowledge)
  const others = part.readings.filter(reading => !made(reading))
  const cited = citedTogether(part.readings.map(({ license }) => license.cited)) ?? part.cited
  if (part.readings.length > 0 && others.length === 0)
    return met(`${readingNames(part.readings)} is an open license for ${TYPES[type]}.`, cited)
  // what is not open fails for that, not for its type
  const mistyped = others.filter(({ openness }) => openness === 'open')
  if (mistyped.length === 0 || others.length > mistyped.length) return open
  return unmet(
    `${readingNames(mistyped)} is open, and not a license for ${TYPES[type]}, which ${part.what} count as.`,
    cited,
  )
}

const readingNames = (readings: readonly LicenseReading[]) => readings.map(readingName).join(' and ')

/** One component as the tool sees a filled form: listed or not, and under which one license. */
function judgeAsTool(subject: Subject, id: ComponentId): Judgement {
  const rights = componentOf(subject, id)
  const what = `the ${id.replaceAll('-', ' ')}`
  if (!rights)
    return unknown(`Whether a form would list ${what} could not be seen.`, subject.case.evidence.looked.cited)
  const { declared, presence } = rights.found
  if (!declared && presence !== 'released' && presence !== 'linked') {
    const { answer, cited } = judgeThere(subject, id)
    // a form lists all that there is
    return answer === 'unmet' || (presence !== 'unknown' && subject.case.evidence.release.declared)
      ? at('missing', unmet(`A form would not list ${what}: neither here nor linked.`, cited))
      : unknown(`Whether a form would list ${what} could not be seen.`, cited)
  }
  const one = licenseOf(subject, rights)
  if (one === null)
    return at(
      'unlicensed',
      !declared && presence === 'linked'
        ? unknown(`A link leads to ${what}; under which license was not looked at there.`, rights.cited)
        : unmet(`No license was found for ${what}.`, rights.cited),
    )
  const { spelled, cited } = one
  const judged = subject.case.knowledge.mof.toolOpen.includes(spelled)
    ? at('included', met(`The tool counts ${spelled}, the license of ${what}, as open.`, cited))
    : at(
        'invalid',
        one.unread
          ? unknown(`What ${one.called} says of ${what} was not read; the tool would not count it.`, cited)
          : unmet(`The tool does not count ${one.called}, the license of ${what}, as open.`, cited),
      )
  return { ...judged, license: spelled }
}

interface OneLicense {
  /** as a form has it: its SPDX id, its name where no list has one, or a reference */
  readonly spelled: string
  readonly called: string
  readonly unread: boolean
  readonly cited: Cited
}

/** The one license a form has room for: what a form says, else the least open that binds, else that of the whole. */
function licenseOf({ case: { knowledge, whole }, model }: Subject, rights: ComponentRights): OneLicense | null {
  const { found } = rights
  if (found.declared) {
    const { license, cited } = found.declared
    return license === null ? null : { spelled: license, called: license, unread: false, cited }
  }
  const own = found.id === 'weights' ? model.floor : rights.readings
  // what is linked lies outside of what the license of the whole is given for
  const binding = own.length > 0 || found.presence !== 'released' ? own : whole
  const named = binding.map(reading => ({ reading, spelled: spelledOf(reading, knowledge) }))
  const one = named.find(({ spelled }) => !knowledge.mof.toolOpen.includes(spelled)) ?? named[0]
  if (!one) return null
  return {
    spelled: one.spelled,
    called: readingName(one.reading),
    unread: one.reading.openness === 'unknown',
    cited: citedTogether([one.reading.license.cited]) ?? rights.cited,
  }
}

function spelledOf({ license, openness }: LicenseReading, knowledge: Knowledge): string {
  const known = license.id === null || openness === 'unknown' ? null : resolveId(license.id, null, knowledge)
  if (known) return known.spdx ?? known.name
  const name = license.name ?? license.text?.path ?? 'unread'
  return `LicenseRef-${name.replace(/[^A-Za-z0-9.]+/g, '-').slice(0, 60)}`
}

/**
 * The Model Openness Framework as its publisher's tool computes it: any open license will do, and one of the whole is
 * inherited.
 */
export const mof10AsTool: Evaluator = {
  id: 'mof-1.0',
  reading: 'mot',
  judges: judgesBy(judgeAsTool),
  conclude: classOf,
  percentages: progress,
}

/** The Model Openness Framework as its specification asks: a license made for the type of component, said of it. */
export const mof10Strict: Evaluator = {
  id: 'mof-1.0',
  reading: 'strict',
  judges: judgesBy(judgeStrictly),
  conclude: classOf,
  percentages: progress,
}
