import type { ComponentId } from '../../vocabulary.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'

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
export const REPORT = 'MOF-III-technical-report'
/** The paper. */
export const PAPER = 'MOF-I-research-paper'

/** The framework's words for how a component stands; only `included` counts. */
export type Level = 'included' | 'invalid' | 'unlicensed' | 'missing'

/** Every requirement put to its component in one way. */
export function judgesBy(judge: (subject: Subject, id: ComponentId) => Judgement): Readonly<Record<string, Judge>> {
  return Object.fromEntries(Object.entries(COMPONENT_OF).map(([row, id]) => [row, subject => judge(subject, id)]))
}

/** A judgement with the framework's own word for it. */
export const at = (level: Level, judgement: Judgement): Judgement => ({ ...judgement, level })
