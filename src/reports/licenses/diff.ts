import type { LicenseDiff } from '../../licenses/changes/change.ts'
import { CLASS_LABELS } from '../labels.ts'
import { lines, list, look, NOT_ADVICE, type Page } from '../page.ts'
import { changeItem } from '../places.ts'

const HEADINGS = {
  class: 'The class',
  clause: 'The clauses',
  grant: 'The grants',
  definition: 'What the definitions make of it',
} as const
const ABOUT = ['class', 'clause', 'grant', 'definition'] as const

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
    sections: ABOUT.flatMap(about => {
      const own = changes.filter(change => change.about === about)
      return own.length > 0 ? [{ heading: HEADINGS[about], blocks: [list(own.map(changeItem))] }] : []
    }),
    foot: NOT_ADVICE,
  }
}
