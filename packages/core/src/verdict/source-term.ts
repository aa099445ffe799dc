import { isTrainingPromised } from '../evidence/inventory/training.ts'
import { hearing } from '../evidence/signs.ts'
import type { Cited, Requirement } from '../report/report.ts'
import type { Answer, TermId } from '../report/vocabulary.ts'
import type { Case } from '../terms/index.ts'
import type { Findings } from './findings.ts'
import { becauseSigned, unsigned } from './signed.ts'

/** Rules 7 to 9, for weights under an open license: is the source there, the code and the data they were made with. */
interface SourceTerm {
  readonly floor: TermId
  readonly ceiling: TermId
  readonly because: readonly string[]
  readonly review: readonly string[]
  readonly toMoveUp: readonly string[]
  /** rows without whose sign-off the floor would be lower */
  readonly signedOff: readonly string[]
}

/** The rows of the G7 terms that ask for the source, each with what would answer it. */
const ROWS = [
  {
    id: 'G7-T',
    kind: 'training-code',
    wouldChange: 'the training code with the configuration of this model, under an open source license',
    release: 'Release the training code with the configuration of this model under a license that OSI approved',
  },
  {
    id: 'G7-D1',
    kind: 'training-data',
    wouldChange:
      'the training data under open terms, or for each source the reason why it cannot be shared, with data ' +
      'information',
    release:
      'Release the training data under open terms; for each source that cannot be shared, say why and give data ' +
      'information in its place',
  },
] as const

/** Judges deployment code, and from the rows of the G7 terms training code and data over the whole lineage. */
export function judgeSource(judged: Case, rows: readonly Requirement[], findings: Findings): SourceTerm {
  const blocked = deploymentBlocked(judged, findings)
  if (blocked) return blocked
  const asked = rows.filter(({ id }) => ASKED.some(one => one === id))
  const answers = ROWS.flatMap(row => {
    const requirement = rows.find(({ id }) => id === row.id)
    return requirement && requirement.answer !== 'met' ? [{ ...row, requirement }] : []
  })
  const seen = answers.filter(({ requirement }) => !requirement.signoff)
  const because = seen.map(({ kind, wouldChange, requirement }) =>
    findings.add(kind, requirement.because.replace(/\.$/, ''), citedOf(requirement), wouldChange),
  )
  const { floor, ceiling } = reach(asked, sourceSpokenOf(judged))
  const lifted = floor !== reach(asked.map(unsigned), NO_WORD).floor
  return {
    floor,
    ceiling,
    because: [...because, ...becauseSigned(asked, findings)],
    review: asked.filter(({ answer }) => answer === 'needs-human').map(({ id }) => id),
    toMoveUp: answers.map(({ release, requirement }) =>
      requirement.answer === 'needs-human' ? `Have a person sign off ${requirement.id}: ${requirement.rule}` : release,
    ),
    signedOff: lifted ? asked.filter(({ answer, signoff }) => signoff && answer === 'met').map(({ id }) => id) : [],
  }
}

/** the rows on which the source's part of the term rests */
const ASKED = ['G7-T', 'G7-D1', 'G7-D2'] as const

/** What a release says that it gives, or will, beside the weights. */
interface SpokenOf {
  readonly code: boolean
  readonly data: boolean
}
const NO_WORD: SpokenOf = { code: false, data: false }

/** Training code that is here, linked or promised; training data that is here, or named with where it can be had. */
function sourceSpokenOf({ components, evidence: { documents }, knowledge }: Case): SpokenOf {
  const given = (id: 'training-code' | 'datasets') =>
    components.some(({ found }) => found.id === id && (found.presence === 'released' || found.presence === 'linked'))
  return {
    code: given('training-code') || isTrainingPromised(documents, hearing(knowledge)),
    data: given('datasets'),
  }
}

/**
 * The most open term that a release without weights to be judged may come to: what it has no word of it does not earn.
 */
export function earnedCeiling(judged: Case): TermId {
  const { code, data } = sourceSpokenOf(judged)
  return data ? 'open-source-ai-with-open-data' : code ? 'open-source-ai' : 'open-weights-ai'
}

/** Which terms the answers prove, and which they leave possible; silence leaves none open. */
function reach(rows: readonly Requirement[], spoken: SpokenOf): { floor: TermId; ceiling: TermId } {
  const [code, data, reasons] = ASKED.map((id): Answer => rows.find(row => row.id === id)?.answer ?? 'unknown')
  const floor: TermId =
    code !== 'met'
      ? 'open-weights-ai'
      : data === 'met'
        ? 'open-source-ai-with-open-data'
        : reasons === 'met'
          ? 'open-source-ai'
          : 'open-weights-ai'
  const hasData = spoken.data || data === 'met' || data === 'needs-human'
  if (code === 'unmet' || !(hasData || spoken.code || code === 'met')) return { floor, ceiling: 'open-weights-ai' }
  if (hasData && data !== 'unmet') return { floor, ceiling: 'open-source-ai-with-open-data' }
  return { floor, ceiling: reasons === 'unmet' ? 'open-weights-ai' : 'open-source-ai' }
}

/** Weights that only code under restricted terms runs are no more open than the code. */
function deploymentBlocked(judged: Case, findings: Findings): SourceTerm | null {
  const code = judged.components.find(component => component.found.id === 'inference-code')
  if (
    !code ||
    judged.library ||
    code.readings.length === 0 ||
    !code.readings.every(reading => reading.openness === 'restricted')
  )
    return null
  const finding = findings.add(
    'deployment-code-restricted',
    `The code that runs the weights is under ${code.licensing.concluded}`,
    code.cited,
    'deployment code under an open source license',
  )
  return {
    floor: 'weights-available-ai',
    ceiling: 'weights-available-ai',
    because: [finding],
    review: [],
    signedOff: [],
    toMoveUp: ['Put the deployment code under a license that OSI approved'],
  }
}

function citedOf({ id, cited }: Requirement): Cited {
  const [first, ...more] = cited
  if (!first) throw new Error(`${id} is answered without a citation`)
  return [first, ...more]
}
