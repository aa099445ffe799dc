import type { Knowledge } from '../knowledge/knowledge.ts'
import type { PublisherKind } from '../store/store.ts'

const known = new WeakMap<Knowledge, ReadonlySet<string>>()

/**
 * What is known of an account: an organization by a dated fact in `knowledge/organizations.yml`, else unknown. That an
 * account has a model everyone knows does not make a person an organization.
 */
export function publisherKind(publisher: string | null, knowledge: Knowledge): PublisherKind {
  if (publisher === null) return 'unknown'
  let accounts = known.get(knowledge)
  if (accounts === undefined) {
    accounts = new Set(knowledge.organizations.flatMap(one => one.accounts))
    known.set(knowledge, accounts)
  }
  return accounts.has(publisher.toLowerCase()) ? 'organization' : 'unknown'
}
