import type { License } from '../../report.ts'
import { unreadParts } from '../licenses/unread.ts'
import type { Names } from '../names.ts'
import type { Result, RuleText } from './log.ts'

export const UNREAD_RULE: RuleText = {
  short: 'Words of a license that were not understood',
  full:
    'Words of a legal text that no reader knows: whether they limit anything is open, and the text is not called ' +
    'open.',
  help: 'Read the words, or have them read by a lawyer.',
}

/** A kind of clause, in the words of the knowledge. */
export function clauseRule(kind: string, names: Names): RuleText {
  const full = names.clauseAbout(kind)
  return {
    short: names.clause(kind),
    ...(full ? { full } : {}),
    help: 'Read the clause at its lines, and keep to it where it applies to you.',
  }
}

/** Words of a license that nobody has read: they are for a person. */
export const unreadOf = (license: License): readonly Result[] =>
  unreadParts(license).map(({ line, endLine, quote = '', cut, why }) => ({
    ruleId: 'unread',
    kind: 'fail',
    level: 'note',
    text: why === undefined ? 'These words were not understood' : `These words were not understood: ${why}`,
    cited: license.text ? [{ path: license.text.path, line, endLine, quote, cut }] : [],
  }))
