/** Where a listing goes on. */
export interface Rest {
  /** a path at the same hub; null where nothing follows, or it cannot be asked for */
  readonly next: string | null
  /** there is more, at a place that is no page of this listing */
  readonly lost: boolean
}

/**
 * The next page of a listing, by the Link header. It is asked for at the hub that was asked before, for the token goes
 * with it: a mirror passes on the header of the hub behind it, whose listing it serves itself under the same path.
 * @param at where the listing was
 * @param endpoint the hub's address, which may have a path of its own
 */
export function restOf(link: string | null, at: URL, endpoint: string): Rest {
  const target = linkTo('next', link)
  if (target === null) return { next: null, lost: false }
  const prefix = new URL(endpoint).pathname.replace(/\/+$/, '')
  const own = at.pathname.startsWith(`${prefix}/`) ? at.pathname.slice(prefix.length) : at.pathname
  const there = URL.canParse(target, at.href) ? new URL(target, at.href) : null
  // a page that leads to itself is a circle
  if (there === null || !plain(there.pathname).endsWith(plain(own)) || there.search === at.search)
    return { next: null, lost: true }
  return { next: `${own}${there.search}`, lost: false }
}

const plain = (path: string) => path.replace(/%2f/gi, '/')

/** The target of a relation in a Link header, RFC 8288. */
function linkTo(relation: string, header: string | null): string | null {
  for (const link of (header?.slice(0, 8_000) ?? '').split(/,\s*(?=<)/)) {
    const [, target, parameters = ''] = /^\s*<([^<>]{1,4000})>([^<>]*)$/.exec(link) ?? []
    const relations = /;\s*rel\s*=\s*"?([^";]{1,200})/i.exec(parameters)?.[1]?.toLowerCase().trim().split(/\s+/)
    if (target !== undefined && relations?.includes(relation)) return target
  }
  return null
}
