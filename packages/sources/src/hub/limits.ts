/** The limits on what is asked of a hub and kept of it. Sizes in bytes. */

/** pages of a listing: 200,000 files by 500 */
export const LISTING_PAGES = 400

/** files asked for at the same time: what browsers do */
export const AT_ONCE = 6

/** bases looked up: a merge names a few, a list of everything tried is cut */
export const BASES = 8

/** the largest single file the cache takes or gives back */
export const CACHE_FILE_BYTES = 64 * 1024 * 1024

/** values of a card kept */
export const CARD_VALUES = 200
/** characters of one value */
export const CARD_VALUE = 64 * 1024
/** tags kept */
export const TAGS = 1_000
