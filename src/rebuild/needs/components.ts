import type { Case } from '../../licensing/index.ts'
import type { ComponentId } from '../../vocabulary.ts'
import { type Found, notFound } from '../found.ts'

const SAYS = {
  released: (what: string) => `The release has ${what}.`,
  linked: (what: string) => `A link is said to lead to ${what}; it was not followed.`,
  described: (what: string) => `The documents speak of ${what}, and it is not there.`,
} as const

/** A component of the inventory as a need: `what` is its name in a sentence. */
export function component(judged: Case, id: ComponentId, what: string): Found {
  const found = judged.components.find(component => component.found.id === id)?.found
  if (!found || found.presence === 'absent' || found.presence === 'unknown') {
    const vain = notFound(judged.evidence, what)
    // where the inventory looked is said more exactly than here
    return found && !judged.evidence.repository ? { ...vain, presence: found.presence, cited: found.cited } : vain
  }
  return { presence: found.presence, says: SAYS[found.presence](what), cited: found.cited }
}
