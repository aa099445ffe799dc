import { judge } from './judge.ts'
import { loadFingerprints, loadKnowledge, VERSION } from './knowledge/load.ts'
import { buildIndex, decodeFingerprints } from './licenses/identity/index.ts'
import type { Known } from './licenses/known.ts'
import type { Report } from './report.ts'
import { open } from './sources/index.ts'
import type { OpenOptions } from './sources/source.ts'
import type { StatedUse } from './uses/stated.ts'

/**
 * How to audit: `signal` ends it early; `on` is the day, ISO, on which the report is read (today);
 * `use` is a use for which the report says what the terms mean.
 */
export interface AuditOptions extends OpenOptions {
  readonly on?: string
  readonly use?: StatedUse | null
}

/**
 * Audits a release: a folder, a git address or repository, or a single file. The whole pipeline.
 * Throws an UnwashError when the target cannot be read at all.
 */
export async function audit(target: string, options: AuditOptions = {}): Promise<Report> {
  const [release, known] = await Promise.all([open(target, options), loadKnown()])
  return judge(release, known, options.on, options.use)
}

let loaded: Promise<Known> | undefined

/** Knowledge and fingerprints, read once. */
export function loadKnown(): Promise<Known> {
  loaded ??= Promise.all([loadKnowledge(), loadFingerprints()]).then(([knowledge, files]) => ({
    version: VERSION,
    knowledge,
    catalog: buildIndex(files.flatMap(bytes => decodeFingerprints(bytes))),
  }))
  return loaded
}
