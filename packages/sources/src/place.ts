import { type ErrorCode, invalid, UnwashError } from '@unwash/core/error'
import type { HubFacts, Release } from '@unwash/core/release/release'
import { type Client, clientOf } from './http/client.ts'
import { PATIENCE } from './http/limits.ts'
import { codeOf, HubTrouble } from './http/trouble.ts'
import type { OpenOptions, Source } from './source.ts'

/** A kind of place that is read anew each time, as a stranger: nothing of it is kept. */
export interface ForeignPlace<Address> {
  readonly id: Source['id']
  /** as in "nothing is kept of GitHub" */
  readonly called: string
  /** what a target without an address is told: that nothing is named by it, and what to give */
  readonly none: readonly [what: string, todo: string]
  /** Null for a target that is of another place; throws `UnwashError` for one of this place that names nothing. */
  readAddress(target: string): Address | null
  read(address: Address, options: OpenOptions): Promise<Release>
  /** What to say of trouble, what to do about it, and its kind where not its answer's; null for the usual words. */
  explain(trouble: HubTrouble, address: Address): readonly [what: string, todo: string, code?: ErrorCode] | null
  /** how trouble calls what was asked for, where not as it was written */
  named?(address: Address): string
  /** the host that is named in the usual words */
  endpoint(address: Address): string
}

/** The source that reads from such a place. */
export const sourceOf = <Address>(place: ForeignPlace<Address>): Source => ({
  id: place.id,
  accepts: target => place.readAddress(target) !== null,
  open: async (target, options = {}) => {
    const address = place.readAddress(target)
    if (address === null) throw invalid(place.none[0], target, place.none[1])
    if (options.offline)
      throw invalid(
        `nothing is kept of ${place.called}, so that offline nothing is known of`,
        target,
        'leave out --offline',
      )
    try {
      return await place.read(address, options)
    } catch (error) {
      if (!(error instanceof HubTrouble)) throw error
      const host = new URL(place.endpoint(address)).host
      const usual = [`cannot read at ${host}`, `${error.message}; try again later`, undefined] as const
      const [what, todo, code = codeOf(error)] = place.explain(error, address) ?? usual
      throw new UnwashError(what, place.named?.(address) ?? target, todo, code, error)
    }
  },
})

/** A client that says nothing of who asks. */
export const strangerAt = (endpoint: string, { signal, tell, pace }: OpenOptions): Client =>
  clientOf({ endpoint, token: null, patience: PATIENCE, signal, tell, pace })

/** What a place that is no hub declares, where a hub's card would stand. */
export const declaredFacts = (api: string, card: HubFacts['card']): HubFacts => ({
  api,
  kind: 'model',
  gated: null,
  card,
  tags: [],
  task: null,
  library: null,
  relation: null,
  bases: [],
})
