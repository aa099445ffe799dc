import { SECTIONS, type SectionId, trainingSummary } from '../evidence/summary.ts'
import type { Framework } from '../knowledge/knowledge.ts'
import type { Answer } from '../report/vocabulary.ts'
import type { Evaluator, Judge, Judgement, RowAnswer, Subject } from './framework.ts'
import { met, needsHuman, notApplicable, rollUp, unmet } from './framework.ts'

/** The public summary of training content: which of the template's sections are filled in. */
export const euTrainingSummary: Evaluator = {
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
