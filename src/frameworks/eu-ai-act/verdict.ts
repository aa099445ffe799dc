import type { Framework } from '../../knowledge/knowledge.ts'
import type { Answer } from '../../vocabulary.ts'
import { met, needsHuman, notApplicable, rowsTogether, together, unknown, unmet } from '../answers.ts'
import type { Judge, Row } from '../framework.ts'

const VERDICT = 'EU-V'
/** groups whose required rows are conditions of the exemption */
const CONDITIONS: readonly string[] = ['license', 'disqualifiers', 'monetization', 'publicity']
const SYSTEMIC = 'EU-G3'
const GENERAL_PURPOSE = 'EU-G1'

const OWED = 'A policy on copyright and a public summary of the training content are owed in any case (EU-R1, EU-R2).'

/** The conclusion, as a row: what decides, and what is owed all the same. */
export const verdict = {
  [VERDICT]: ({ framework }, row) => {
    const { answer, ids, judgement } = conditions(framework, row)
    const general = row(GENERAL_PURPOSE)
    const list = ids.join(', ')
    if (general.answer === 'unmet')
      return notApplicable(
        `It does not look like a general-purpose AI model (${GENERAL_PURPOSE}), which can be rebutted: then there is nothing to be exempt from. ${AS_ONE[answer](list)}`,
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
export const conclude = (_: Framework, row: Row): Answer => row(VERDICT).answer

function conditions({ requirements }: Framework, row: Row) {
  const asked = requirements.filter(
    ({ id, group, severity }) => id === SYSTEMIC || (severity === 'required' && CONDITIONS.includes(group)),
  )
  return rowsTogether(
    asked.map(({ id }) => id),
    row,
    SYSTEMIC,
  )
}
