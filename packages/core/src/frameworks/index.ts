import { SECTIONS, type SectionId, trainingSummary } from '../evidence/summary.ts'
import type { Framework, FrameworkRequirement } from '../knowledge/knowledge.ts'
import { signoffOf } from '../readings/signed.ts'
import type { Signoff } from '../release/release.ts'
import type { Evaluation, Requirement } from '../report/report.ts'
import type { Answer } from '../report/vocabulary.ts'
import type { Case, ModelRights } from '../terms/rights.ts'
import { euAiAct } from './eu-ai-act/index.ts'
import {
  type Evaluator,
  type Judge,
  type Judgement,
  met,
  needsHuman,
  notApplicable,
  type RowAnswer,
  rollUp,
  type Subject,
  unmet,
} from './framework.ts'
import { g72026 } from './g7-2026.ts'
import { mof10AsTool, mof10Strict } from './mof-1.0.ts'
import { osaiIndex } from './osai-index.ts'
import { osaid10 } from './osaid-1.0/index.ts'
import { transparency } from './transparency.ts'

/** The public summary of training content: which of the template's sections are filled in. */
const euTrainingSummary: Evaluator = {
  id: 'eu-training-summary',
  judges: Object.fromEntries(
    SECTIONS.map((id): [string, Judge] => [`EU-T${id}`, subject => judgeSection(subject, id)]),
  ),
  conclude,
}

function judgeSection({ case: { evidence, knowledge } }: Subject, id: SectionId): Judgement {
  const summary = trainingSummary(evidence, knowledge)
  if (!summary) return notApplicable('No summary of training content was found here.', evidence.looked.cited)
  const section = summary.sections.get(id)
  if (!section) return unmet(`The summary has no section ${id}.`, [summary.cited])
  switch (section.state) {
    case 'filled':
      return met(`Section ${id} is filled in.`, [section.cited])
    case 'general':
      return needsHuman(`Section ${id} says only something general.`, [section.cited])
    case 'empty':
      return unmet(`Section ${id} is empty.`, [section.cited])
  }
}

function conclude(framework: Framework, row: RowAnswer): Answer {
  const required = framework.requirements.filter(({ severity }) => severity !== 'informative')
  return rollUp(required.map(({ id }) => row(id).answer))
}

/** Puts every requirement of a framework to a model; null when the knowledge does not hold the framework. */
export function evaluateOne(evaluator: Evaluator, current: Case, model: ModelRights): Evaluation | null {
  const framework = current.knowledge.frameworks.get(evaluator.id)
  if (!framework) return null
  const lineage = model.lineage ?? current.lineage
  const subject: Subject = { case: { ...current, lineage }, model, framework }
  const requirements = new Map(framework.requirements.map(requirement => [requirement.id, requirement]))
  const answered = new Map<string, Judgement>()

  const row: RowAnswer = id => {
    const ready = answered.get(id)
    if (ready) return ready
    const requirement = requirements.get(id)
    const judge = evaluator.judges[id]
    if (!requirement) throw new Error(`knowledge/frameworks/${evaluator.id}.yml: has no requirement ${id}`)
    if (!judge) throw new Error(`packages/core/src/frameworks/${evaluator.id}: nothing answers ${id}`)
    const judgement = signed(mark(judge(subject, row), requirement), id, subject)
    answered.set(id, judgement)
    return judgement
  }

  return {
    framework: framework.id,
    edition: framework.edition,
    ...(evaluator.reading ? { reading: evaluator.reading } : {}),
    conclusion: evaluator.conclude(framework, row),
    ...(evaluator.percentages ? { percentages: { ...evaluator.percentages(framework, row) } } : {}),
    requirements: framework.requirements.map((requirement): Requirement => {
      const { answer, because, cited, level, license, signoff } = row(requirement.id)
      return {
        id: requirement.id,
        answer,
        ...(level === undefined ? {} : { level }),
        ...(license === undefined ? {} : { license }),
        because,
        cited: [...cited],
        rule: requirement.question,
        ...(signoff ? shown(signoff) : {}),
      }
    }),
  }
}

/** Where what was seen leaves the answer to a person, the answer of one who signed it off; nowhere else. */
function signed(judgement: Judgement, id: string, { case: { evidence, models }, model }: Subject): Judgement {
  if (judgement.answer !== 'needs-human') return judgement
  const signoff = signoffOf({ release: evidence.release, models }, model.name, id)
  if (!signoff) return judgement
  const because = `${judgement.because} Signed off as ${signoff.answer} by ${signoff.who} on ${signoff.on}.`
  return { ...judgement, answer: signoff.answer, because, cited: [signoff.cited, ...judgement.cited], signoff }
}

const shown = ({ who, on, why, cited }: Signoff): Pick<Requirement, 'signoff'> => ({ signoff: { who, on, why, cited } })

/**
 * What holds for every framework: a program never signs off a person's question, and a row says when it rests on a FAQ.
 */
function mark(judgement: Judgement, requirement: FrameworkRequirement): Judgement {
  const signs = requirement.automation === 'human' && judgement.answer === 'met'
  const faq = requirement.severity === 'required-by-faq'
  if (!signs && !faq) return judgement
  return {
    ...judgement,
    answer: signs ? 'needs-human' : judgement.answer,
    because: `${judgement.because}${faq ? ' Rests on the FAQ, not on the definition itself.' : ''}`,
  }
}

export type { Evaluator } from './framework.ts'

/** The frameworks that unwash can answer. */
export const evaluators: readonly Evaluator[] = [
  g72026,
  osaid10,
  mof10AsTool,
  mof10Strict,
  euAiAct,
  euTrainingSummary,
  osaiIndex,
  transparency,
]

/**
 * What each framework makes of one model of a case: every requirement answered and cited, and its conclusion.
 * @param framework the one that is asked for; all of them unless told
 */
export function evaluate(current: Case, model: ModelRights, framework?: string): Evaluation[] {
  return evaluators
    .filter(({ id }) => framework === undefined || id === framework)
    .flatMap(evaluator => evaluateOne(evaluator, current, model) ?? [])
}

/**
 * What evaluations are called where each is told from all others: by the framework, and its reading where it has
 * several.
 */
export const frameworkNames = (): readonly string[] =>
  evaluators.map(({ id, reading }) => (reading === undefined ? id : `${id}/${reading}`))
