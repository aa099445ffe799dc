import { createTwoFilesPatch } from 'diff'
import type { Release } from '../release/release.ts'

/** Files of a release as they would be, beside as they are. */
export interface Edits {
  /**
   * the lines of a file, to be changed in place; null where the file on disk is not what was read, so that no patch of
   * it would fit
   */
  linesOf(path: string): string[] | null
  /** a file that is not there yet */
  add(path: string, content: string): void
  /** whether the release, or what was added to it, has a file of this name in its root */
  has(name: RegExp): boolean
  /** a unified diff of everything, by path; empty where nothing changed */
  patch(): string
}

/** Nothing changed yet. */
export function editsOf(release: Release): Edits {
  const changed = new Map<string, string[]>()
  const added = new Map<string, string>()
  const sizes = new Map(release.files.map(file => [file.path, file.size]))
  return {
    linesOf(path) {
      const text = release.texts.get(path)
      if (!text || text.truncated || !isWhole(text.content, text.encoding, sizes.get(path) ?? null)) return null
      const lines = changed.get(path) ?? text.content.split('\n')
      changed.set(path, lines)
      return lines
    },
    add: (path, content) => void added.set(path, content),
    has: name => [...sizes.keys(), ...added.keys()].some(path => !path.includes('/') && name.test(path)),
    patch: () =>
      [
        ...[...changed].map(([path, lines]) => patchOf(path, release.texts.get(path)?.content ?? '', lines.join('\n'))),
        ...[...added].map(([path, content]) => patchOf(path, null, content)),
      ].join(''),
  }
}

/** Whether a text is byte for byte what is on disk: no other encoding, no byte order mark, nothing mended. */
function isWhole(content: string, encoding: string, size: number | null): boolean {
  return encoding === 'utf-8' && size !== null && new TextEncoder().encode(content).length === size
}

function patchOf(path: string, before: string | null, after: string): string {
  if (before === after) return ''
  const from = before === null ? '/dev/null' : `a/${path}`
  return createTwoFilesPatch(from, `b/${path}`, before ?? '', after, '', '', { context: 2 }).replace(/^=+\n/, '')
}
