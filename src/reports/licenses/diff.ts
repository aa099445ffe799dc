import type { Change, LicenseDiff } from '../../licenses/changes/change.ts'
import { CLASS_LABELS } from '../labels.ts'
import { type Line, lines, look, type Page, type Section } from '../page.ts'
import { placesOf } from '../places.ts'

const HEADINGS = {
  class: 'The class',
  clause: 'The clauses',
  grant: 'The grants',
  definition: 'What the definitions make of it',
} as const
const ABOUT = ['class', 'clause', 'grant', 'definition'] as const
const SIGNS = { added: '+', removed: '-', changed: '~' } as const

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
    sections: ABOUT.flatMap(
      about =>
        sectionOf(
          about,
          changes.filter(change => change.about === about),
        ) ?? [],
    ),
    foot: [[look('faint', 'A reading of what was published, not legal advice.')]],
  }
}

function sectionOf(about: keyof typeof HEADINGS, changes: readonly Change[]): Section | null {
  if (changes.length === 0) return null
  const items = changes.map((change): [Line] => {
    const was = placesOf(change.before, 1)
    const is = placesOf(change.after, 1)
    const where: Line = was.length > 0 && is.length > 0 ? [...was, ' → ', ...is] : [...was, ...is]
    return [[look(change.how === 'removed' ? 'ask' : 'strong', SIGNS[change.how]), ` ${change.says} `, ...where]]
  })
  return { heading: HEADINGS[about], blocks: [{ kind: 'list', items }] }
}
