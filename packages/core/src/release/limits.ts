/** The limits on what a release may make us read. Sizes in bytes. */

/** larger than any real license or model card; stops a crafted file (CWE-770) */
export const TEXT_BYTES = 1024 * 1024

/** enough of a weights index to see its keys; the whole names every tensor */
export const INDEX_BYTES = 64 * 1024

/** above this a file named like a license is something else, and the note says so */
export const LICENSE_BYTES = 64 * 1024 * 1024

/** several times the texts of the largest release seen */
export const TEXTS = 400

/** what a browser tab or a small CI machine holds without trouble */
export const TEXT_BYTES_IN_ALL = 24 * 1024 * 1024

/** of each kind of text; together they may not fill the place of the kinds after them */
export const TEXTS_OF_A_KIND = {
  license: 200,
  card: 100,
  metadata: 150,
  document: 150,
  settings: 50,
  code: 20,
  training: 30,
  loading: 12,
} as const

/** several times the largest release seen; a cut listing is not complete */
export const ENTRIES = 200_000

/** deeper than any real release; stops a crafted tree */
export const DEPTH = 24

/** folders below the release at which a text of a kind is still about the release (0: beside the root README) */
export const DEPTH_OF_A_KIND = {
  license: DEPTH,
  card: 4,
  metadata: 3,
  document: 3,
  settings: 2,
  code: 1,
  training: 2,
  loading: 2,
} as const

/** a Git LFS pointer is about 130 bytes; the specification allows 1024, with extensions nobody uses */
export const POINTER_BYTES = 300

/** two lines of the shortest pointer */
export const POINTER_LEAST_BYTES = 100

/** small files opened to see whether they are pointers */
export const POINTERS_ASKED = 10_000

/** one per variant is plenty: shards say the same of themselves */
export const HEADERS = 8

/** a header is read up to here: every general key comes before the vocabulary, and most headers are smaller */
export const HEADER_BYTES = 8 * 1024 * 1024

/** the most the safetensors format itself allows a header to be */
export const HEADER_CLAIM = 100_000_000

/** keys of a header's metadata */
export const METADATA_KEYS = 512
/** characters of a value of it */
export const METADATA_VALUE = 16 * 1024

/** legal files that were not read and are named; any of them is doubt enough, and the rest are counted in a note */
export const UNREAD_NAMED = 200

/** notes kept; the last one counts the rest */
export const NOTES = 100

/** places read of those that a release names as parts of itself */
export const LINKED = 8
/** that each of them may take */
export const LINKED_SECONDS = 60

/** sign-offs that may travel with a release */
export const SIGNOFFS = 1_000

/** a file of readings */
export const READINGS_BYTES = 4 * 1024 * 1024
/** readings that may travel with a release */
export const READINGS = 1_000

/** all the texts and headers that may be read, a long listing, and what JSON adds to them */
export const EVIDENCE_BYTES = 256 * 1024 * 1024
