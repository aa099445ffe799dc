import type { Report } from '../../report.ts'
import type { Spec } from './spec.ts'

/**
 * The serial number of a bill of materials: a UUID of version 8 (RFC 9562) made of all that is in it, so that the same report
 * has the same one and any other has its own.
 */
export function serialOf(report: Report, spec: Spec): string {
  const all = JSON.stringify([spec, report])
  const hex = [1, 2, 3, 4].map(salt => hash(`${salt}${all}`).toString(16).padStart(8, '0')).join('')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ]
  return `urn:uuid:${parts.join('-')}`
}

/** FNV-1a with a last mixing, so that each of the four parts differs from the others in all of its bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
