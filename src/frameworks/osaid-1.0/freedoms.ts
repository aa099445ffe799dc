import { needsHuman, together, unknown, unmet } from '../answers.ts'
import type { Judge, Judgement, Row, Subject } from '../framework.ts'
import { judgeFreedom } from '../freedoms.ts'

/** The four freedoms, over the terms of every part that is released and the way it is given. */
export const freedoms = {
  'OSAID-F1': subject => {
    const gate = judgeGate(subject)
    const terms = judgeFreedom(subject, 'use')
    return gate ? together(terms, gate) : terms
  },
  'OSAID-F2': (subject, row) => together(judgeFreedom(subject, 'study'), ...groups(row)),
  'OSAID-F3': subject => judgeFreedom(subject, 'modify'),
  'OSAID-F4': subject => judgeFreedom(subject, 'share'),
} as const satisfies Record<string, Judge>

/** "Without having to ask for permission": what stands between a person and the weights; null where nothing was seen. */
function judgeGate({ case: { evidence } }: Subject): Judgement | null {
  const { gate } = evidence.metadata
  if (evidence.weights.offer === 'on-request')
    return unmet('The weights are given on request: one has to ask.', evidence.weights.cited)
  if (!gate) return null
  if (gate.euDisallowed) return unmet('Access is refused to people in the European Union.', gate.cited)
  return gate.fields.length > 0
    ? unmet(`Access asks for a form: ${gate.fields.slice(0, 5).join(', ')}.`, gate.cited)
    : needsHuman(
        'Access asks to accept terms first: a person must judge whether that is asking for permission.',
        gate.cited,
      )
}

/** Without data information, code and parameters there is nothing to study. What each row leaves to a person does not count here. */
function groups(row: Row): readonly Judgement[] {
  const parts = [
    ['data information', ['OSAID-D1a', 'OSAID-D1b', 'OSAID-D1c', 'OSAID-D1e']],
    ['code of the training', ['OSAID-C1', 'OSAID-C2']],
    ['parameters', ['OSAID-P1']],
  ] as const
  return parts.flatMap(([what, ids]) => {
    const rows = ids.map(row)
    const [first, ...more] = rows
    // a group is missing when none of it is there
    if (first && rows.every(({ answer }) => answer === 'unmet'))
      return [unmet(`No ${what} was found to study.`, together(first, ...more).cited)]
    const seen = rows.some(({ answer }) => answer === 'met' || answer === 'needs-human')
    const open = rows.find(({ answer }) => answer === 'unknown')
    return !seen && open ? [unknown(`What there is of ${what} to study could not be seen.`, open.cited)] : []
  })
}
