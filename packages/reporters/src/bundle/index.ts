import { spdxTextOf, type TextOf } from '@unwash/core/fix/licenses'
import type { Known } from '@unwash/core/licenses/known'
import type { Release } from '@unwash/core/release/release'
import type { Report } from '@unwash/core/report/report'
import { calledName } from '../words/counts.ts'
import { changesText } from './changes.ts'
import { dutiesText } from './duties.ts'
import { limitsText } from './limits.ts'
import { noticeText } from './notice.ts'
import { PURPOSES, type Purpose } from './purpose.ts'
import { type Carried, type CarriedText, carryTexts } from './texts.ts'

export { PURPOSES, type Purpose } from './purpose.ts'

/** What whoever uses a model has to carry: files of a folder, what is for them to do, and what could not be found. */
export interface Bundle {
  readonly files: readonly CarriedText[]
  readonly missing: readonly string[]
  /** why the terms do not allow it at all; null where they do */
  readonly barred: string | null
}

/**
 * What has to go with a model, for a purpose: texts, notices, limits to pass on, a statement of changes, and every duty
 * with where it is kept. `release` is what was read, null of one that is known by facts alone.
 */
export function bundleOf(
  release: Release | null,
  report: Report,
  { knowledge }: Known,
  purpose: Purpose,
  spdx: TextOf,
): Bundle {
  const texts = carryTexts(release, report, knowledge, license => spdxTextOf(license, knowledge, spdx))
  const carried: Carried = {
    report,
    knowledge,
    purpose,
    name: calledName(report),
    from: addressOf(report),
    terms: texts.terms,
    textOf: texts.textOf,
  }
  const missing = [...texts.missing, ...missingIn(carried)]
  const beside: readonly CarriedText[] = [
    { path: 'NOTICE', content: noticeText(carried, texts.notices) },
    ...fileOf('USE-LIMITS.md', limitsText(carried)),
    ...fileOf('CHANGES.md', PURPOSES[purpose].changes ? changesText(carried) : null),
  ]
  const files = [...beside, ...texts.files]
  const use = report.use
  return {
    files: [{ path: 'README.md', content: dutiesText(carried, files, missing) }, ...files],
    missing,
    barred: use?.answer === 'no' ? (use.says ?? '') : null,
  }
}

const fileOf = (path: string, content: string | null): CarriedText[] => (content === null ? [] : [{ path, content }])

/** An address that others can open. */
function addressOf({ release }: Report): string | null {
  const [place = ''] = release.places
  return /^https?:\/\//i.test(place) ? place : null
}

/** What a credit and a license need, and nothing of the release tells. */
function missingIn({ report, from, terms, name }: Carried): string[] {
  const { release } = report
  return [
    ...(terms.length === 0 ? [`no license of ${name} was found: nothing permits passing it on`] : []),
    ...(release.publisher === null ? ['who made it is not told: write into NOTICE whom to credit'] : []),
    ...(from === null ? ['where it can be had is not told: write its address into NOTICE'] : []),
    ...(release.complete ? [] : ['not all of the release was listed: more notices may lie in it']),
  ]
}
