import { compareLicenses } from '@unwash/core/changes/license/compare'
import { invalid, unreadable } from '@unwash/core/error'
import { readLicenses } from '@unwash/core/license'
import type { Known } from '@unwash/core/licenses/known'
import type { License } from '@unwash/core/report/report'
import { loadKnownLicenses } from '@unwash/library/known'
import { diffPage, diffSarif } from '@unwash/reporters/licenses/diff'
import { setPage as setMarkdown } from '@unwash/reporters/markdown/index'
import { inJson } from '@unwash/reporters/ways'
import { printed } from '../exit.ts'
import { pageShown } from '../terminal/show.ts'
import { openTargets } from './given.ts'

/** Compares two license texts and prints what changed, in clauses. Throws an UnwashError unless both can be read. */
export async function compared(targets: readonly string[], format: string, signal: AbortSignal): Promise<number> {
  const [before, after] = targets
  if (before === undefined || after === undefined || targets.length !== 2)
    throw invalid('two texts are needed to compare, not', `${targets.length}`, 'give --diff <before> <after>')
  const show = FORMATS.get(format)
  if (!show) throw invalid('a comparison has no format', format, `give one of ${[...FORMATS.keys()].join(', ')}`)
  const known = await loadKnownLicenses()
  const diff = compareLicenses(
    await licensesOf(before, known, signal),
    await licensesOf(after, known, signal),
    known.knowledge,
  )
  return printed(show(diff, known.version))
}

const FORMATS = new Map<string, (diff: ReturnType<typeof compareLicenses>, version: string) => string>([
  ['terminal', diff => pageShown(diffPage(diff))],
  ['json', diff => inJson(diff)],
  ['markdown', diff => setMarkdown(diffPage(diff))],
  ['sarif', diffSarif],
])

async function licensesOf(target: string, known: Known, signal: AbortSignal): Promise<readonly License[]> {
  const { given, trouble } = await openTargets([target], process.stdin, signal)
  if (trouble[0]) throw trouble[0]
  const { licenses, findings } = readLicenses(given, known)
  if (licenses.length > 0) return licenses
  const why = findings[0] ? `${findings[0].says}; give ${findings[0].wouldChange}` : 'give the text of a license'
  throw unreadable('no license was read in', target, why)
}
