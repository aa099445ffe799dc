import type { ClauseKind } from '../clause.ts'
import { has, run, runs } from '../nearby.ts'

const REVOCABLE = /(?<![a-z-])revocable\b|(?<!不)可撤销/
const REVOKE = /\b(?:may|can|reserves? the right to) (?:at any time )?(?:revoke|withdraw)\b|有权.{0,6}(?:撤销|收回)/
const REVOKED = /\b(?:may|can) be (?:revoked|withdrawn)\b/
const GRANT = /\b(?:licen[cs]e|rights?|permissions?|grant)\b|许可|授权/
const BREACH = /\b(?:breach|violat|fail|comply|non-?compliance|infring)\w*\b|违反/
const NEGATED = /\b(?:not|no|non|never)\s*$|不$/

/** The grant is called revocable, or may be taken back without a breach. */
export const controlRevocable = {
  id: 'control.revocable',
  name: 'Revocable grant',
  looksFor: 'A grant called revocable, or a right of the licensor to revoke it.',
  falseFriends: '"Irrevocable", "non-revocable", "no contributor can revoke", and revocation for breach only.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'asks',
  keywords: 'revocable revoke withdraw 可撤销 撤销 收回'.split(' '),
  find(passage) {
    const text = passage.lower
    for (const word of runs(text, 0, REVOCABLE))
      if (
        !NEGATED.test(text.slice(Math.max(0, word.start - 8), word.start)) &&
        (has(text, GRANT) || GRANT.test(passage.lead))
      )
        return { mode: 'grant', against: ['use'], at: word.start }
    const revoke = run(text, 60, REVOKE, GRANT) ?? run(text, 40, GRANT, REVOKED)
    if (!revoke || has(text, BREACH)) return null
    return /\b(?:no|neither|nor|you)\b(?:\s[\w-]+){0,3}\s*$/.test(
      text.slice(Math.max(0, revoke.start - 40), revoke.start),
    )
      ? null
      : { mode: 'grant', against: ['use'], at: revoke.start }
  },
  examples: {
    found: [
      { text: 'Heron Labs grants you a non-exclusive, revocable, royalty-free license.', mode: 'grant' },
      { text: 'The Licensor may revoke the license at any time.', mode: 'grant' },
      { text: '许可方授予您非独占的、可撤销的许可。', mode: 'grant' },
    ],
    left: [
      'You receive a perpetual, irrevocable license.',
      'No contributor can revoke this license.',
      'The license is non-revocable.',
      '许可方授予您不可撤销的许可。',
    ],
  },
} satisfies ClauseKind
