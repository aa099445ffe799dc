import type { Framework } from '../../knowledge/knowledge.ts'
import type { Answer } from '../../vocabulary.ts'
import { met, needsHuman, rowsTogether, unknown, unmet } from '../answers.ts'
import type { Judge, Row } from '../framework.ts'

const VERDICT = 'OSAID-V'

/** The conclusion, as a row: any required row unmet makes it unmet, else unknown, else a person's question. */
export const verdict = {
  [VERDICT]: ({ framework }, row) => {
    const required = framework.requirements.filter(({ id, severity }) => id !== VERDICT && severity !== 'informative')
    const all = required.map(({ id }) => id)
    const { answer, ids: deciding, judgement } = rowsTogether(all, row, 'OSAID-P1')
    const { cited } = judgement
    const byFaq = new Set(required.flatMap(({ id, severity }) => (severity === 'required-by-faq' ? [id] : [])))
    const ids = deciding.map(id => (byFaq.has(id) ? `${id} (FAQ)` : id)).join(', ')
    if (answer === 'unmet') return unmet(`In our assessment not Open Source AI: ${ids} unmet.`, cited)
    if (answer === 'unknown') return unknown(`In our assessment undecided: ${ids} unknown.`, cited)
    if (answer === 'needs-human') return needsHuman(`In our assessment these need review: ${ids}.`, cited)
    const signed = all.filter(id => row(id).signoff)
    const by = signed.length > 0 ? `, ${signed.join(', ')} by a person's sign-off` : ''
    return met(`In our assessment Open Source AI: every required row is met${by}.`, cited)
  },
} as const satisfies Record<string, Judge>

/** The conclusion is the verdict's answer. */
export const conclude = (_: Framework, row: Row): Answer => row(VERDICT).answer
