import { calledOf } from '../sources/origin.ts'
import { type Asks, askedOf } from './asked.ts'

/**
 * The requirements that a framework leaves to a person.
 * @param framework its id, or `all` of them; null for those on which the term rests
 */
export const requirementsOf =
  (framework: string | null): Asks =>
  ({ report, judged }) => {
    const model =
      judged.models.length > 1 ? report.models.find(({ term }) => term.id === report.term.id)?.name : undefined
    const name = model ?? calledOf(judged.evidence.release)
    const knownOf = (of: string, id: string) =>
      judged.knowledge.frameworks.get(of)?.requirements.find(one => one.id === id)
    return report.evaluations
      .filter(one => framework === null || framework === 'all' || one.framework === framework)
      .flatMap(({ framework: of, requirements }) => requirements.map(one => ({ ...one, known: knownOf(of, one.id) })))
      .filter(({ id, answer }) => answer === 'needs-human' && (framework !== null || report.term.review.includes(id)))
      .flatMap(({ id, rule, because, known, cited: [of = { path: '' }] }) => {
        const { met, unmet } = known?.answers ?? {}
        const definition = [met && `Met: ${met}.`, unmet && `Unmet: ${unmet}.`].filter(line => line !== undefined)
        const about = { key: `${id} ${name}`, what: `${id}: ${rule}`, of, before: because, definition }
        return askedOf('requirement', about, judged)
      })
  }
