import { type CommitReading, historyOf } from '@unwash/core/changes/history'
import { UnwashError } from '@unwash/core/error'
import { audit } from '@unwash/library/audit'
import { loadKnown } from '@unwash/library/known'
import { historyReporters } from '@unwash/reporters/changes/history'
import { knownNames } from '@unwash/reporters/names'
import { withHistory } from '@unwash/sources/repository/history'
import { printed } from '../exit.ts'
import { announce } from '../terminal/progress.ts'
import { rendered } from '../terminal/show.ts'

/** more commits than this are cut, the oldest first, and that is said */
const MOST_COMMITS = 300

/** Audits every commit that touched what a release says of itself and prints what changed when. */
export async function traced(target: string, format: string, signal: AbortSignal): Promise<number> {
  const done = announce(`reading the history of ${target}`)
  const { knowledge } = await loadKnown()
  const history = await withHistory(target, MOST_COMMITS, signal, async (folder, commits, left) => {
    const readings: CommitReading[] = []
    for (const commit of commits) {
      // a commit with nothing in it has no report
      const report = await audit(`${folder}@${commit.commit}`, { signal }).catch(error => {
        if (error instanceof UnwashError) return null
        throw error
      })
      if (report) readings.push({ ...commit, report })
    }
    return historyOf(readings, left, knowledge)
  }).finally(done)
  return printed(rendered(historyReporters, format, history, { names: knownNames(knowledge) }))
}
