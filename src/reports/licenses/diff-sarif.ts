import type { Change, LicenseDiff } from '../../licenses/changes/change.ts'
import { type Result, setLog } from '../sarif/log.ts'

/** For code scanning: a result for every change from one license text to another, at its place in the new one (SARIF 2.1.0). */
export function diffSarif({ changes }: LicenseDiff, version: string): string {
  return setLog(changes.map(resultOf), { version, rule: id => ({ short: RULES[id] ?? id }) })
}

const RULES: Readonly<Record<string, string>> = {
  'change.class': 'The class of the license changed',
  'change.clause': 'A clause came, went or changed',
  'change.grant': 'A grant came or went',
  'change.definition': 'A definition answers differently',
}

/** What is gone is shown where it stood. */
function resultOf(change: Change): Result {
  const [cited, related] = change.after.length > 0 ? [change.after, change.before] : [change.before, []]
  return {
    ruleId: `change.${change.about}`,
    kind: change.about === 'definition' || change.about === 'class' ? 'review' : 'informational',
    level: 'none',
    text: change.says,
    cited,
    related,
    properties: { how: change.how, of: change.id },
  }
}
