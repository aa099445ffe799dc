import type { Knowledge } from '../knowledge/knowledge.ts'
import { decoded } from '../text/address.ts'
import { resolveName } from './resolve.ts'
import type { ResolvedLicense } from './resolved.ts'
import { nameWords } from './words.ts'

/** The license that a badge shows, and what the badge says it is about ("License", "Code License", "Model_License"). */
interface ResolvedBadge {
  readonly license: ResolvedLicense
  readonly label: string
}

/** longer than any badge's address; an address is foreign input */
const LONGEST_ADDRESS = 500

/** `/badge/License-MIT-blue`; as it was first written, `/:License-MIT-blue` */
const DRAWN = /\/(?:badge\/|:)/

/**
 * The license in the address of a shields.io badge, `…/badge/License-Apache_2.0-blue.svg`; `--` is a hyphen and `__`
 * an underscore (shields.io/badges/static-badge). Null when neither half is a license or none says "license".
 */
export function resolveBadge(url: string, knowledge: Knowledge): ResolvedBadge | null {
  if (url.length > LONGEST_ADDRESS) return null
  const [path = '', query = ''] = url.split('?', 2)
  const drawn = DRAWN.exec(path)
  if (drawn === null && !path.includes('/static/v1')) return null
  const [label = '', message = ''] = drawn ? wordsOnBadge(path.slice(drawn.index + drawn[0].length)) : fromQuery(query)
  const says = (text: string) => nameWords(text).some(word => word.legal)
  if (!says(label) && !says(message)) return null
  const shown = resolveName(message, knowledge)
  if (shown) return { license: shown, label }
  const turned = resolveName(label, knowledge)
  return turned ? { license: turned, label: message } : null
}

/** Label and message that a badge's address spells after `/badge/`; the label is empty where there is none. */
export function wordsOnBadge(path: string): string[] {
  // a plus sign stands for itself here; an escape that does not decode is kept as it is
  const parts = decoded(path.replace(/\.(?:svg|png)$/, ''))
    .replaceAll('--', '\u0000')
    .split('-')
    .map(part =>
      part.replaceAll('\u0000', '-').replaceAll('__', '\u0000').replaceAll('_', ' ').replaceAll('\u0000', '_').trim(),
    )
  // the last part is the color; with two parts there is no label
  return parts.length > 2 ? [parts[0] ?? '', parts.slice(1, -1).join('-')] : ['', parts[0] ?? '']
}

function fromQuery(query: string): string[] {
  const fields = new URLSearchParams(query)
  return [fields.get('label') ?? '', fields.get('message') ?? '']
}
