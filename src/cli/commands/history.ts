import { audit } from '../../audit.ts'
import { type CommitReading, historyOf } from '../../changes/history.ts'
import { UnwashError } from '../../error.ts'
import { loadKnown } from '../../known.ts'
import { historyReporters } from '../../reporters/changes/history.ts'
import { knownNames } from '../../reporters/names.ts'
import { withHistory } from '../../sources/repository/history.ts'
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
