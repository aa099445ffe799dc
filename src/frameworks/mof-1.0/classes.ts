import type { Framework } from '../../knowledge/knowledge.ts'
import type { Row } from '../framework.ts'
import { PAPER, REPORT } from './components.ts'

const CLASSES = ['III', 'II', 'I'] as const
type ClassName = (typeof CLASSES)[number]

/**
 * Progress to each class, 0 to 100, as the Model Openness Tool computes it (ModelEvaluator.php): the share of the
 * class's required components and those below it; 0 until every lower class is complete. A research paper that is
 * there takes the place of a missing technical report in III and II, and I then asks for one component less.
 */
export function progress(framework: Framework, row: Row): Record<ClassName, number> {
  const included = (id: string) => row(id).level === 'included'
  const paper = !included(REPORT) && included(PAPER)
  const shares: Record<ClassName, number> = { I: 0, II: 0, III: 0 }
  let total = 0
  let held = 0
  for (const name of CLASSES) {
    const needed = framework.requirements.filter(
      ({ group, severity }) => group === `Class ${name}` && severity === 'required',
    )
    total += needed.length
    held += needed.filter(({ id }) => included(id) || (id === REPORT && paper)).length
    // at the top the paper is asked for itself: what it stood in for is asked no more
    const once = name === 'I' && paper ? 1 : 0
    shares[name] = ((held - once) / (total - once)) * 100
    if (held < total) break
  }
  return shares
}

/** The most open class that is complete. */
export function classOf(framework: Framework, row: Row): string {
  const shares = progress(framework, row)
  const best = [...CLASSES].reverse().find(name => shares[name] === 100)
  return best ? `class-${best.toLowerCase()}` : 'below'
}
