import { judge as judgeRelease } from '@unwash/core/judge'
import type { Report } from '@unwash/core/report/report'
import { type GivenRelease, openGiven } from '@unwash/sources/given'
import { audit as auditTarget } from './audit.ts'
import { loadKnown } from './known.ts'
import { type AuditOptions, openingOf, useOf } from './options.ts'

/**
 * Audits a release: a folder, `org/model` or another address at a hub, a git address, a file, or files in memory.
 * Throws an UnwashError when it cannot be read at all.
 * @example
 * const files = { 'README.md': '---\nlicense: cc-by-nc-4.0\n---\n# Wren', 'model.safetensors': { size: 2e9 } }
 * const report = await audit(
 *   { name: 'hedgerow/wren-1b', files },
 *   { use: { actions: ['commercial'] }, signal: AbortSignal.timeout(60_000) },
 * )
 * console.log(report.term.label, report.use?.answer) // Weights Available AI no
 */
export async function audit(target: string | GivenRelease, options: AuditOptions = {}): Promise<Report> {
  const known = await loadKnown()
  const use = useOf(options.use, known.knowledge.uses)
  if (typeof target === 'string') {
    const { on, name, offline, evidence, signoff, progress } = options
    progress?.({ target, says: 'reading' })
    return auditTarget(target, { ...openingOf(options, target), use, on, name, offline, evidence, signoff })
  }
  const named = options.name === undefined ? target : { ...target, name: options.name }
  options.progress?.({ target: named.name ?? 'files in memory', says: 'reading' })
  return judgeRelease(await openGiven(named, options.signal), known, options.on, use)
}

/**
 * Audits one text of a release, whose other files are not known: a model card, a README, a LICENSE, by its path.
 * @example
 * const report = await auditText('---\nlicense: apache-2.0\n---\n# Wren\n\nOur weights are open source.')
 * console.log(report.claims.map(({ says, check }) => `${says}: ${check}`).join()) // open source: supported
 */
export async function auditText(
  content: string,
  { path = 'README.md', ...options }: AuditOptions & { readonly path?: string } = {},
): Promise<Report> {
  return audit({ files: { [path]: content }, complete: false }, options)
}

/**
 * Judges saved evidence again, without touching the release. Throws an UnwashError where it is none.
 * @example
 * await audit('examples/lumen-7b', { evidence: 'lumen.json' })
 * const report = await judge('lumen.json', { use: 'commercial' })
 * console.log(report.term.id) // weights-available-ai
 */
export async function judge(evidence: string, options: AuditOptions = {}): Promise<Report> {
  const { checkIsEvidence } = await import('@unwash/sources/saved/read')
  await checkIsEvidence(evidence)
  return audit(evidence, options)
}
