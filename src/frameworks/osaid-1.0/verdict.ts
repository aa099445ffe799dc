import type { Framework } from '../../knowledge/knowledge.ts'
import type { Answer } from '../../vocabulary.ts'
import { met, needsHuman, rollUp, together, unknown, unmet } from '../answers.ts'
import type { Judge, Row } from '../framework.ts'

const VERDICT = 'OSAID-V'

/** The conclusion, as a row: any required row unmet makes it unmet, else unknown, else a person's question. */
export const verdict = {
  [VERDICT]: ({ framework }, row) => {
    const rows = required(framework, row)
    const answer = rollUp(rows.map(({ judgement }) => judgement.answer))
    const deciding = rows.filter(({ judgement }) => judgement.answer === answer)
    const [first, ...more] = deciding.map(({ judgement }) => judgement)
    const ids = deciding.map(({ id, faq }) => (faq ? `${id} (FAQ)` : id)).join(', ')
    if (!first) return unknown('No requirement is known.', row('OSAID-P1').cited)
    const { cited } = together(first, ...more)
    if (answer === 'unmet') return unmet(`In our assessment not Open Source AI: ${ids} unmet.`, cited)
    if (answer === 'unknown') return unknown(`In our assessment undecided: ${ids} unknown.`, cited)
    if (answer === 'needs-human') return needsHuman(`In our assessment these need review: ${ids}.`, cited)
    const signed = rows.filter(({ judgement }) => judgement.signoff).map(({ id }) => id)
    const by = signed.length > 0 ? `, ${signed.join(', ')} by a person's sign-off` : ''
    return met(`In our assessment Open Source AI: every required row is met${by}.`, cited)
  },
} as const satisfies Record<string, Judge>

/** The conclusion is the verdict's answer. */
export const conclude = (_: Framework, row: Row): Answer => row(VERDICT).answer

function required(framework: Framework, row: Row) {
  return framework.requirements
    .filter(({ id, severity }) => id !== VERDICT && severity !== 'informative')
    .map(({ id, severity }) => ({ id, faq: severity === 'required-by-faq', judgement: row(id) }))
}
