import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import { once } from '@unwash/core/once'
import type { PublisherKind } from './store/rows.ts'

const accountsOf = once(({ organizations }: Knowledge) => new Set(organizations.flatMap(one => one.accounts)))

/**
 * What is known of an account: an organization by a dated fact in `knowledge/organizations.yml`, else unknown. That an
 * account has a model everyone knows does not make a person an organization.
 */
export const publisherKind = (publisher: string | null, knowledge: Knowledge): PublisherKind =>
  publisher !== null && accountsOf(knowledge).has(publisher.toLowerCase()) ? 'organization' : 'unknown'
