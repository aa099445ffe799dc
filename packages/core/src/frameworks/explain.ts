import type { Framework, FrameworkRequirement, Knowledge } from '../knowledge/knowledge.ts'
import { ANSWERS, type Answer } from '../report/vocabulary.ts'

/** A requirement with the framework it belongs to: everything there is to tell about it. */
interface RequirementExplained extends FrameworkRequirement {
  readonly framework: Pick<Framework, 'id' | 'name' | 'edition' | 'publisher' | 'note' | 'seenOn'>
  readonly measured: Measurement | null
}

/** A framework whole. */
interface FrameworkExplained extends Framework {
  readonly measured: Measurement | null
}

/** How often something was answered, by answer, as measured on releases that readers judged. */
export interface Measurement {
  readonly releases: number
  /** ISO date of the run */
  readonly on: string
  readonly asked: number
  /** met, unmet or not applicable by what was seen: no person had to say */
  readonly answered: number
  readonly counts: Readonly<Record<Answer, number>>
}

/** A framework by its id, with its edition or without, or by its name; null when there is none. */
export function explainFramework(asked: string, knowledge: Knowledge): FrameworkExplained | null {
  const id = asked.trim().toLowerCase().replace(/\s+/g, '-')
  const framework =
    knowledge.frameworks.get(id) ??
    [...knowledge.frameworks.values()].find(
      one => one.id.replace(/-\d[\d.]*$/, '') === id || one.name.toLowerCase().replace(/\s+/g, '-') === id,
    )
  if (!framework) return null
  return {
    ...framework,
    measured: measure(
      framework.requirements.map(({ id }) => id),
      knowledge,
    ),
  }
}

/**
 * What a requirement asks, what each answer means, and where it comes from: by its own id, or as
 * `framework/requirement`, where what its framework's ids have in common may be left out (`osaid-1.0/D1a`). Ids compare
 * without case; null when no framework has it.
 */
export function explainRequirement(id: string, knowledge: Knowledge): RequirementExplained | null {
  const [asked = '', within] = id.trim().toLowerCase().split('/').reverse()
  for (const { requirements, ...framework } of knowledge.frameworks.values()) {
    if (within !== undefined && framework.id !== within) continue
    const requirement =
      requirements.find(requirement => requirement.id.toLowerCase() === asked) ??
      (within === undefined ? undefined : requirements.find(requirement => shortId(requirement.id) === asked))
    if (requirement) return { ...requirement, framework, measured: measure([requirement.id], knowledge) }
  }
  return null
}

/** An id without the name that all ids of its framework begin with: `d1a` of `OSAID-D1a`. */
const shortId = (id: string) => id.slice(id.indexOf('-') + 1).toLowerCase()

/** Sums what was measured of some requirements, over all readings; null where nothing was. */
function measure(ids: readonly string[], { measured }: Knowledge): Measurement | null {
  const rows = Object.entries(measured.requirements).flatMap(([key, row]) =>
    ids.includes(key.replace(/ \(.*$/, '')) ? [row] : [],
  )
  if (rows.length === 0) return null
  const sum = (answer: Answer) => rows.reduce((all, row) => all + (row[answer] ?? 0), 0)
  const counts = {
    met: sum('met'),
    unmet: sum('unmet'),
    unknown: sum('unknown'),
    'needs-human': sum('needs-human'),
    'not-applicable': sum('not-applicable'),
  } as const satisfies Record<Answer, number>
  const asked = ANSWERS.reduce((all, answer) => all + counts[answer], 0)
  const answered = counts.met + counts.unmet + counts['not-applicable']
  return { releases: measured.releases, on: measured.seenOn, asked, answered, counts }
}
