import type { Citation } from '../../report.ts'

/** half of a character, which no address can hold */
const HALF = /[\ud800-\udfff]/gu

/** A citation as a place in a file, its line where it has one; null where it is no place in a file. */
export function locationOf(cited: Citation): object | null {
  if (!('path' in cited)) return null
  const artifactLocation = { uri: uriOf(cited.path.replace(HALF, '\ufffd')) }
  if ('quote' in cited) {
    const snippet = cited.quote === '' ? {} : { snippet: { text: cited.quote } }
    return {
      physicalLocation: { artifactLocation, region: { startLine: cited.line, endLine: cited.endLine, ...snippet } },
    }
  }
  const region = 'line' in cited && cited.line !== undefined ? { region: { startLine: cited.line } } : {}
  return { physicalLocation: { artifactLocation, ...region } }
}

/** A path as an address relative to the release; a page has an address of its own. */
const uriOf = (path: string) =>
  /^https?:\/\//i.test(path) && URL.canParse(path)
    ? new URL(path).href
    : path.split('/').map(encodeURIComponent).join('/')
