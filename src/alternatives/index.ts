import { computeWords, sizeOf } from '../evidence/compute/index.ts'
import type { Evidence } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { KnownAlternative, RecordedAudit, Task } from '../knowledge/schemas/alternatives.ts'
import type { Model, Report, Term } from '../report.ts'
import { TERMS } from '../vocabulary.ts'
import { isMoreOpen } from './more-open.ts'
import { taskOf } from './task.ts'
import { whyOf } from './why.ts'

/** more than these nobody looks at in a report */
const MOST = 3

/** An entry that could stand in, its model that is nearest in size, and how far it is from what is sought. */
interface Candidate {
  readonly entry: KnownAlternative
  readonly audit: RecordedAudit
  readonly model: KnownAlternative['models'][number]
  /** 0 the same task, 1 a near one */
  readonly away: number
  /** how often its size must be doubled or halved; null where a size is not known */
  readonly doublings: number | null
}

/**
 * Releases known to be more open than this one, at most three: of the same task before a near one, of like size before
 * others, the most open of these first. Each stands with the term that its own audit proved; one that was never
 * audited is not suggested.
 */
export function suggestAlternatives(
  evidence: Evidence,
  term: Term,
  models: readonly Model[],
  knowledge: Knowledge,
): Report['alternatives'] {
  const name = models.find(model => model.term.id === term.id)?.name ?? evidence.release.name
  const task = taskOf(name, evidence, knowledge.tasks)
  if (!task) return []
  const size = sizeOf(name, evidence, computeWords(evidence, knowledge))
  const parameters = size === null ? null : (size.total ?? (size.low === size.high ? size.low : null))
  return (
    knowledge.alternatives
      .filter(entry => !isItself(entry, evidence, name))
      .flatMap(entry => candidateOf(entry, task, parameters, term) ?? [])
      .sort(nearer)
      // of several generations that one repository tells of, the nearest
      .filter(({ audit }, at, all) => all.findIndex(other => other.audit.of === audit.of) === at)
      .slice(0, MOST)
      .map(({ entry, audit, model }) => ({
        model: model.id,
        term: audit.term,
        why: whyOf(entry, audit, model, parameters, knowledge),
      }))
  )
}

function candidateOf(entry: KnownAlternative, task: Task, parameters: number | null, term: Term): Candidate | null {
  const away = entry.task === task.id ? 0 : task.near.includes(entry.task) ? 1 : null
  const { audit } = entry
  if (away === null || audit === null || !isMoreOpen(audit, term)) return null
  const sized = entry.models
    .map(model => ({ model, doublings: apart(model.parameters, parameters) }))
    .sort((one, other) => (one.doublings ?? 0) - (other.doublings ?? 0))
  // where the size sought is not known, the largest is the nearest to doing the same
  const chosen = parameters === null ? sized.at(-1) : sized[0]
  return chosen ? { entry, audit, away, ...chosen } : null
}

const apart = (one: number | null, other: number | null) =>
  one === null || other === null ? null : Math.abs(Math.log2(one / other))

/** Sizes within a factor of two are alike; beyond, within a factor of four, then of eight, and so on. */
const step = ({ doublings }: Candidate) => (doublings === null ? 2 : Math.floor(doublings))

const openness = ({ audit }: Candidate) =>
  TERMS.indexOf(audit.term) * TERMS.length + TERMS.indexOf(audit.review.length > 0 ? audit.ceiling : audit.term)

function nearer(one: Candidate, other: Candidate): number {
  return (
    one.away - other.away ||
    step(one) - step(other) ||
    openness(one) - openness(other) ||
    other.entry.year - one.entry.year ||
    (one.doublings ?? 0) - (other.doublings ?? 0)
  )
}

/** Whether an entry is this very release, by the id of one of its models or the repository it was audited in. */
function isItself({ models, audit }: KnownAlternative, { release }: Evidence, name: string): boolean {
  const own = [release.place, name, `${release.publisher ?? ''}/${release.name}`].map(id => id.toLowerCase())
  return [...models.map(({ id }) => id), ...(audit ? [audit.of] : [])].some(id => own.includes(id.toLowerCase()))
}
