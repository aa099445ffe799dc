import type { Citation } from '../../report.ts'

/** half of a character, which no address can hold */
const HALF = /[\ud800-\udfff]/gu

/** places of one result that code scanning shows (GitHub, limits of uploaded SARIF) */
const SHOWN = 100

/** The places cited in files of the release, each once (SARIF 2.1.0 §3.27.22). */
export function locationsOf(cited: readonly Citation[]): readonly object[] {
  const places = cited.flatMap(citation => locationOf(citation) ?? [])
  return [...new Map(places.map(place => [JSON.stringify(place), place])).values()].slice(0, SHOWN)
}

/** A citation as lines of a file; the first where it is of the whole; null where it is no place in a file of the release. */
function locationOf(cited: Citation): object | null {
  // a page of the web is no file of the repository that is scanned
  if (!('path' in cited) || /^[a-z][a-z0-9+.-]*:/i.test(cited.path)) return null
  const steps = cited.path.replace(HALF, '\ufffd').split('/').filter(Boolean).map(encodeURIComponent)
  const artifactLocation = { uri: steps.join('/') }
  const startLine = 'line' in cited && cited.line !== undefined ? cited.line : 1
  if (!('quote' in cited)) return { physicalLocation: { artifactLocation, region: { startLine } } }
  const snippet = cited.quote === '' ? {} : { snippet: { text: cited.quote } }
  return { physicalLocation: { artifactLocation, region: { startLine, endLine: cited.endLine, ...snippet } } }
}
