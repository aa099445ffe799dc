import type { Framework } from '../../knowledge/knowledge.ts'
import type { Answer } from '../../report/vocabulary.ts'
import type { Evaluator, Judge, RowAnswer } from '../framework.ts'
import { met, needsHuman, notApplicable, rowsTogether, together, unknown, unmet } from '../framework.ts'
import { applicability } from './applicability.ts'
import { unionExclusion } from './clauses.ts'
import { license } from './license.ts'
import { monetization } from './monetization.ts'
import { owed } from './owed.ts'
import { publicity } from './publicity.ts'

/** Roles, and other law that may concern the reader: told, and never counted. */
const otherLaw = {
  'EU-25': ({ model }, row) => {
    const general = row('EU-G1')
    const open = model.floor.length > 0 && model.floor.every(({ openness }) => openness === 'open')
    if (general.answer === 'met') return unmet('A general-purpose model is left out of this exception.', general.cited)
    if (general.answer === 'unmet')
      return open
        ? met('It does not look like a general-purpose model, and its license is open.', [
            ...general.cited,
            ...model.cited,
          ])
        : unmet('Its license is not open.', model.cited)
    return unknown('Whether it is a general-purpose model is not known.', general.cited)
  },
  'EU-D1': subject => {
    const excluded = unionExclusion(subject)
    const what = excluded?.scope ? excluded.scope : 'the model'
    return excluded
      ? needsHuman(
          `The terms keep ${what} out of the Union: whoever integrates it into a system for the Union market is ` +
            'considered its provider there. If that is you, its duties are yours.',
          excluded.cited,
        )
      : notApplicable('No exclusion of the Union was seen.', subject.model.cited)
  },
  'PLD-1': subject =>
    needsHuman(
      'Whether it is supplied outside a commercial activity needs review.',
      subject.case.evidence.looked.cited,
    ),
  'CRA-1': subject =>
    needsHuman('What it is under that Act, and who answers for it, needs review.', subject.case.evidence.looked.cited),
} as const satisfies Record<string, Judge>

const VERDICT = 'EU-V'
/** Groups whose required rows are conditions of the exemption. */
export const CONDITIONS: readonly string[] = ['license', 'disqualifiers', 'monetization', 'publicity']
const SYSTEMIC = 'EU-G3'
const GENERAL_PURPOSE = 'EU-G1'

const OWED = 'A policy on copyright and a public summary of the training content are owed in any case (EU-R1, EU-R2).'

/** The conclusion, as a row: what decides, and what is owed all the same. */
const verdict = {
  [VERDICT]: ({ framework }, row) => {
    const { answer, ids, judgement } = conditions(framework, row)
    const general = row(GENERAL_PURPOSE)
    const list = ids.join(', ')
    if (general.answer === 'unmet')
      return notApplicable(
        `It does not look like a general-purpose AI model (${GENERAL_PURPOSE}), which can be rebutted: then ` +
          `there is nothing to be exempt from. ${AS_ONE[answer](list)}`,
        together(general, judgement).cited,
      )
    const known =
      general.answer === 'met' ? '' : ` Whether it is a general-purpose AI model is not settled (${GENERAL_PURPOSE}).`
    const tail = `${known} ${OWED}`
    const { cited } = judgement
    switch (answer) {
      case 'unmet':
        return unmet(
          `In our assessment the conditions of Article 53(2) do not appear to be met: ${list}.${tail}`,
          cited,
        )
      case 'unknown':
        return unknown(`Whether the conditions of Article 53(2) are met is not known: ${list}.${tail}`, cited)
      case 'needs-human':
        return needsHuman(
          `Nothing was seen against the conditions of Article 53(2); a person must judge ${list}.${tail}`,
          cited,
        )
      default:
        return met(`In our assessment the conditions of Article 53(2) appear to be met.${tail}`, cited)
    }
  },
} as const satisfies Record<string, Judge>

const AS_ONE = {
  unmet: list => `As one, it would not appear to meet the conditions of Article 53(2): ${list}.`,
  unknown: list => `As one, it would remain to be seen whether it meets the conditions of Article 53(2): ${list}.`,
  'needs-human': list => `As one, a person would have to judge ${list}.`,
  met: () => 'As one, it would appear to meet the conditions of Article 53(2).',
  'not-applicable': () => 'As one, it would appear to meet the conditions of Article 53(2).',
} as const satisfies Record<Answer, (list: string) => string>

/** The conclusion is the verdict's answer. */
const conclude = (_: Framework, row: RowAnswer): Answer => row(VERDICT).answer

function conditions({ requirements }: Framework, row: RowAnswer) {
  const asked = requirements.filter(
    ({ id, group, severity }) => id === SYSTEMIC || (severity === 'required' && CONDITIONS.includes(group)),
  )
  return rowsTogether(
    asked.map(({ id }) => id),
    row,
    SYSTEMIC,
  )
}

/**
 * The EU AI Act's exemption for open general-purpose AI models, Article 53(2), as the Commission's guidelines read it.
 */
export const euAiAct: Evaluator = {
  id: 'eu-ai-act',
  judges: { ...applicability, ...license, ...monetization, ...publicity, ...owed, ...otherLaw, ...verdict },
  conclude,
}
