import { gather } from '../evidence/index.ts'
import type { Known } from '../licenses/known.ts'
import type { Release } from '../release/release.ts'
import type { Report } from '../report/report.ts'
import { fixCard } from './card.ts'
import { editsOf } from './edits.ts'
import { addLicenses, type TextOf } from './licenses.ts'
import { addNotice } from './notice.ts'
import { fixSentences } from './sentences.ts'

export type { TextOf } from './licenses.ts'

/** A patch to review, and what it leaves to do. */
interface Fix {
  /** a unified diff; empty where nothing need be changed */
  readonly patch: string
  /** sentences that are worded anew in it */
  readonly changed: number
  /** what its publisher has to do by hand, in words */
  readonly left: readonly string[]
}

/**
 * What a release's publisher would change in it, as a patch of its files: license texts that are named and missing, a
 * notice of what it is made from, the front matter of its card, and the sentences that are contradicted. Nothing is
 * written.
 */
export function fixRelease(release: Release, report: Report, { knowledge }: Known, textOf: TextOf): Fix {
  const evidence = gather(release, knowledge)
  const edits = editsOf(release)
  // lines are counted as they are on disk: what adds lines comes last
  const sentences = fixSentences(evidence, report, knowledge, edits)
  const texts = addLicenses(report, knowledge, textOf, edits)
  const notice = addNotice(report, knowledge, edits)
  const card = fixCard(evidence.documents, report, edits)
  return {
    patch: edits.patch(),
    changed: sentences.changed,
    left: [
      ...sentences.left,
      ...texts,
      ...notice,
      ...card.map(path => `${path} is not plain UTF-8: set its front matter by hand`),
    ],
  }
}
