import { today } from '@unwash/core/judge'
import type { ProjectReport } from '@unwash/core/report/project'
import { loadKnown } from '../known.ts'
import { type AuditOptions, type ReadingOptions, useOf } from '../options.ts'
import { judgedProject } from './judged.ts'

/** How to look at a project. */
export interface ProjectOptions extends ReadingOptions {
  /** a use for which it is said of each model what its terms mean */
  readonly use?: AuditOptions['use']
  /** asks the hub for what is not in the local cache */
  readonly online?: boolean | undefined
  /** reads code between the fences of Markdown, too */
  readonly fences?: boolean | undefined
}

/**
 * Finds the models and data sets that a code base uses, and their terms. Throws an UnwashError where no folder
 * is.
 * @example
 * const { used } = await auditProject('app')
 * console.log(used.map(({ id, audited }) => `${id}: ${audited.license}`).join()) // Qwen/Qwen2.5-7B: apache-2.0
 */
export async function auditProject(folder: string, options: ProjectOptions = {}): Promise<ProjectReport> {
  const known = await loadKnown()
  const { signal = new AbortController().signal, progress } = options
  progress?.({ target: folder, says: 'reading' })
  const { judged } = await judgedProject(folder, {
    known,
    on: today(),
    environment: process.env,
    signal,
    online: options.online ?? false,
    fences: options.fences ?? false,
    use: useOf(options.use, known.knowledge.uses),
    tell: says => progress?.({ target: folder, says }),
  })
  return judged
}
