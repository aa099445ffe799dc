import { cite } from '../evidence/evidence.ts'
import { citeModel, type FoundModel, findModel, isRemembered, ownModels } from '../names/models.ts'
import type { Citation, LineageStep } from '../report/report.ts'
import type { Judgement, Subject } from './framework.ts'
import { citedTogether, met, needsHuman, together, unknown, unmet } from './framework.ts'

/** What a dated fact can say of a known model. */
type OpenPart = 'openData' | 'openCode'

const PART_NAMES = { openData: 'training data', openCode: 'training code' } as const satisfies Record<OpenPart, string>

/** What the facts about a base make of a requirement. */
interface FactsMean {
  readonly part: OpenPart
  /** the fact says it is open */
  readonly open: 'met' | 'needs-human'
  /** the fact says it is not */
  readonly closed: 'unmet' | 'unknown'
}

/**
 * A requirement on training holds over the whole lineage: of every model that this one starts from, and of its own
 * training. `own` is not asked of a quantization or a merge, which train nothing.
 */
export function overLineage(subject: Subject, mean: FactsMean, own: () => Judgement): Judgement {
  const { knowledge } = subject.case
  // what a publisher says of itself is said of its own models
  const lineage = subject.case.lineage.filter(
    step => !step.own || findModel(knowledge, step.model)?.version[mean.part] === false,
  )
  const bases = lineage.map(step => judgeBase(step, subject, mean))
  const [first, ...more] = bases
  if (!first) return own()
  const trains = lineage.some(({ relation }) => relation !== 'quantized' && relation !== 'merge')
  return trains ? together(own(), ...bases) : together(first, ...more)
}

function judgeBase(step: LineageStep, subject: Subject, mean: FactsMean): Judgement {
  const { knowledge } = subject.case
  const known = findModel(knowledge, step.model)
  const stated = citedTogether([step.cited]) ?? subject.model.cited
  if (step.relation === 'unknown')
    return unknown(`Its name speaks of ${step.model}, and nothing says whether it starts from it.`, stated)
  const open = known?.version[mean.part]
  if (!known || open === undefined) {
    return unknown(`It starts from ${step.model}, whose ${PART_NAMES[mean.part]} was not looked at.`, stated)
  }
  const cited = cite(factCitation(known, mean.part, open), ...stated)
  if (isRemembered(known))
    return unknown(`It starts from ${step.model}, of whose ${PART_NAMES[mean.part]} no source was opened.`, cited)
  if (open) {
    return mean.open === 'met'
      ? met(`It starts from ${step.model}, whose ${PART_NAMES[mean.part]} is open.`, cited)
      : needsHuman(
          `It starts from ${step.model}, whose ${PART_NAMES[mean.part]} is open; a person must look there.`,
          cited,
        )
  }
  return mean.closed === 'unmet'
    ? unmet(`It starts from ${step.model}, whose ${PART_NAMES[mean.part]} is not open.`, cited)
    : unknown(`It starts from ${step.model}, whose documents were not read.`, cited)
}

/** What a dated fact says of this very model, when it is its publisher's own: true, false, or null where none does. */
export function ownFact(
  { case: { knowledge, evidence }, model }: Subject,
  part: OpenPart,
): { readonly open: boolean; readonly cited: Citation } | null {
  const { publisher, proven, name } = evidence.who
  for (const known of ownModels(knowledge, publisher, model.name, name)) {
    const open = known.version[part]
    // what is not open needs no proof of whose it is
    if (open !== undefined && !isRemembered(known) && (proven !== null || !open))
      return { open, cited: factCitation(known, part, open) }
  }
  return null
}

const factCitation = (found: FoundModel, part: OpenPart, open: boolean): Citation =>
  citeModel(found, `the ${PART_NAMES[part]} of ${found.version.name} is ${open ? 'open' : 'not open'}`)
