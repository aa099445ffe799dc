import type { Change, LicenseDiff } from '@unwash/core/changes/license/change'
import { lines, look, NOT_ADVICE, type Page } from '../page.ts'
import { type Result, setLog } from '../sarif/log.ts'
import { CLASS_LABELS } from '../words/labels.ts'
import { changedBy } from '../words/places.ts'

const HEADINGS = {
  class: 'The class',
  clause: 'The clauses',
  grant: 'The grants',
  definition: 'What the definitions make of it',
} as const

/** What changed between two license texts, for a reader. */
export function diffPage({ before, after, changes }: LicenseDiff): Page {
  return {
    subject: [look('strong', before.paths.join(', ')), ' → ', look('strong', after.paths.join(', '))],
    title: before.name === after.name ? before.name : `${before.name} → ${after.name}`,
    lead: [
      lines(
        before.class === after.class
          ? [`Both: ${CLASS_LABELS[after.class]}`]
          : [`Was: ${CLASS_LABELS[before.class]}`, '; is: ', look('strong', CLASS_LABELS[after.class])],
        ...(changes.length === 0 ? [['No clause, grant or class differs; the wording may']] : []),
      ),
    ],
    sections: changedBy(HEADINGS, changes),
    foot: NOT_ADVICE,
  }
}

/**
 * For code scanning: a result for every change from one license text to another, at its place in the new one (SARIF
 * 2.1.0).
 */
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
