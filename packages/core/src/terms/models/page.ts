import type { Evidence } from '../../evidence/index.ts'
import { latinOf } from '../../text/letters.ts'
import { isOfTools, type Statement } from '../statements/index.ts'

/**
 * Without what is said of siblings by name. Where nothing else is said of the weights, what is said of those that are
 * called after this one ("Heron Base and Heron Chat") is said of it.
 */
export function ofThisPage(all: readonly Statement[], evidence: Evidence): readonly Statement[] {
  const own = all.filter(statement => !isOfSibling(statement, evidence))
  if (own.length === all.length || own.some(({ about }) => about.includes('weights') || about.includes('all')))
    return own
  // where only its configuration tells that it is one model's, and all terms are of others, these are its models
  if (evidence.metadata.kind === null && own.every(isOfTools)) return all
  const name = latinOf(evidence.release.name)
  return all.flatMap(statement => {
    if (own.includes(statement)) return [statement]
    return statement.models.every(model => latinOf(model).includes(name)) ? [{ ...statement, models: [] }] : []
  })
}

/** On the page of one model, what is said of its siblings by name is theirs. */
function isOfSibling(statement: Statement, evidence: Evidence): boolean {
  if (statement.models.length === 0 || !evidence.isOnePage) return false
  const own = latinOf(evidence.release.name)
  // "Heron-Distill" is the name of another where it has a page of its own
  const pages = evidence.weights.links.map(({ name }) => latinOf(name ?? ''))
  return statement.models.map(latinOf).every(name => {
    if (name.length < 4 || own.includes(name)) return false
    return pages.includes(name) || !name.includes(own)
  })
}
