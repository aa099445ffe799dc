/** Where FNV-1a of 32 bits begins. */
export const SEED = 0x811c9dc5 | 0
/** What it multiplies by. */
export const PRIME = 0x01000193

/** FNV-1a over UTF-16 units, unsigned. */
export function fnv(text: string): number {
  let hash = SEED
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  return hash >>> 0
}

/** Spreads the bits of a 32-bit hash; the result is unsigned. */
export function mix(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
