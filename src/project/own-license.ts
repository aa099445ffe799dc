import { citeLines } from '../documents/cite.ts'
import { readDeclared } from '../licenses/declared.ts'
import type { Known } from '../licenses/known.ts'
import { readLicense } from '../licenses/read.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import { resolveName } from '../names/index.ts'
import type { Cited } from '../report.ts'
import type { CodeFile } from './references/find.ts'

/** A license that a project is under by its own word: a text at its root, or its manifest. */
export interface OwnLicense {
  readonly reading: LicenseReading
  readonly via: 'text' | 'manifest'
  readonly cited: Cited
}

const TEXT = /^(?:licen[cs]e|copying|unlicense)(?:[.-][\w.-]{1,40})?$/i
/** the key of a manifest that names the license, on a line of its own */
const MANIFEST: Readonly<Record<string, RegExp>> = {
  'package.json': /^ {0,4}\t?"license"\s{0,4}:\s{0,4}"([^"]{1,100})"/,
  'pyproject.toml': /^license\s{0,4}=\s{0,4}(?:\{\s{0,4}(?:text|id)\s{0,4}=\s{0,4})?["']([^"']{1,100})["']/,
  'setup.cfg': /^license\s{0,4}=\s{0,4}(\S[^\n]{0,99})/,
  'setup.py': /^\s{0,8}license\s{0,4}=\s{0,4}["']([^"']{1,100})["']/,
  'Cargo.toml': /^license\s{0,4}=\s{0,4}["']([^"']{1,100})["']/,
}

/** The licenses that a project says it is under. */
export function ownLicenses(files: readonly CodeFile[], known: Known): OwnLicense[] {
  return files.flatMap(({ path, content }): OwnLicense[] => {
    const lines = content.split('\n')
    if (TEXT.test(path)) {
      const cited: Cited = [citeLines(path, lines, Math.max(1, lines.findIndex(line => line.trim() !== '') + 1))]
      return readLicense({ path, lines, from: 1, to: lines.length, context: 'license' }, known).map(reading => ({
        reading,
        via: 'text',
        cited,
      }))
    }
    const names = MANIFEST[path]
    const at = names ? lines.findIndex(line => names.test(line)) : -1
    const spelled = names?.exec(lines[at] ?? '')?.[1]
    const resolved = spelled ? resolveName(spelled, known.knowledge) : null
    if (!resolved) return []
    const cited: Cited = [citeLines(path, lines, at + 1)]
    return [{ reading: readDeclared(resolved, cited, known.knowledge), via: 'manifest', cited }]
  })
}

/** Whether a file of a project is read for what the project says of itself: licenses, notices, pages, manifests. */
export const isOwnPage = (path: string): boolean => TEXT.test(path) || path in MANIFEST || isNotice(path)

/** Pages on which notices stand, and texts of other people's licenses. */
export const isNotice = (path: string): boolean =>
  /^(?:readme|notice|notices|third[-_ ]?party[\w-]{0,30}|credits|acknowledge?ments|attributions?|model[-_ ]?card)(?:[.-][\w.-]{1,40})?$/i.test(
    path,
  ) ||
  (/(?:^|\/)(?:licen[cs]es?|notices?|third[-_]?party)\/[^/]{1,120}$/i.test(path) &&
    !/\.(?:[cm]?[jt]sx?|py|json|ya?ml|png|svg|css)$/i.test(path)) ||
  /(?:^|\/)[^/]{0,60}(?:licen[cs]e|notice|use[-_]policy)[^/]{0,40}\.(?:txt|md|rst)$/i.test(path)
