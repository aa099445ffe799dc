import type { FrontMatter } from './front-matter.ts'

/** The line on which broken metadata speak of a license; null where they do not, or are not broken. */
export function licenseIn(front: FrontMatter, lines: readonly string[]): number | null {
  if (!front.broken) return null
  const at = lines.slice(front.line, front.endLine).findIndex(line => /licen[cs]e/i.test(line))
  return at < 0 ? null : front.line + at + 1
}
