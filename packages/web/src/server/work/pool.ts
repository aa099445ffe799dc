import { availableParallelism } from 'node:os'
import type { ClaimsReport } from '@unwash/core/claims/report'
import type { Release } from '@unwash/core/release/release'
import type { Question } from '@unwash/core/report/question'
import type { LicensesReport, Report } from '@unwash/core/report/report'
import { ROOT } from '@unwash/knowledge/load'
import { loadKnown } from '@unwash/library/known'
import { type Threads, threadsFor } from '@unwash/library/threads/pool'
import { warmingTexts } from '../../warming.ts'
import type { Judged } from '../keep.ts'
import type { Target } from '../target.ts'

/** What the server has done in another thread: reading takes a second or many, and pages must not wait for it. */
export type Work =
  | {
      readonly kind: 'audit'
      readonly target: Target
      /** what was submitted; it stands in the report in place of a path of this machine */
      readonly submitted: string
      readonly on: string | undefined
      /** seconds after which it is given up */
      readonly seconds: number
    }
  /** a release that was read already */
  | { readonly kind: 'judge'; readonly release: Release }
  /** what to ask of a release that was judged: each answer is judged for what it would change */
  | { readonly kind: 'ask'; readonly evidence: unknown }
  | { readonly kind: 'license'; readonly texts: readonly GivenWords[] }
  | { readonly kind: 'claims'; readonly texts: readonly GivenWords[]; readonly of: Report | null }
  /** an example, read so that the next text is read faster */
  | { readonly kind: 'warm'; readonly text: string }

/** A text that was submitted, under the name of its file. */
export interface GivenWords {
  readonly path: string
  readonly content: string
}

/** What comes back, or why nothing does: trouble of the caller's is a value between threads. */
export type Done<K extends Work['kind']> =
  | { readonly ok: true; readonly result: Results[K] }
  | { readonly ok: false; readonly says: string }

interface Results {
  readonly audit: Judged
  readonly judge: Judged
  readonly ask: readonly Question[]
  readonly license: LicensesReport
  readonly claims: ClaimsReport
  readonly warm: null
}

/** How much is done at once. */
export interface PoolSettings {
  /** threads that read releases; each holds the knowledge, some 200 MB */
  readonly threads?: number
  /** releases that may wait for a thread; more are turned away */
  readonly waiting?: number
  /** seconds that reading one release may take */
  readonly seconds?: number
  /** texts that may wait for a thread of theirs; more are turned away */
  readonly textsWaiting?: number
  /** whether the threads that read texts are started at once and made fast, or with the first text */
  readonly warm?: boolean
}

/** threads that read texts: one long text does not keep all others waiting */
const TEXT_THREADS = Math.min(2, availableParallelism())
/** most take some milliseconds, the longest that is taken some seconds */
const TEXTS_WAITING = 200
/** a text is given up then, waiting and all; the longest that is taken needs a few of them */
const TEXT_SECONDS = 30
/** seconds after which to come again: a release takes a minute, a text less than a second */
const AFTER = { release: 30, text: 2 }
/** more than the largest release has needed; a thread that wants more is ended, not the server */
const MEMORY = 2_048
/** an unused thread gives its memory back, in milliseconds */
const IDLE = 10 * 60_000

/** what the build made of worker.ts: a thread of its own needs a file of its own */
const WORK = new URL('dist/bin/web-worker.js', ROOT)

type Workers = Threads<Work, Done<Work['kind']>, string>

/** Trouble that a caller can mend. */
export class WorkTrouble extends Error {}
/** All threads are busy, and enough wait already. */
export class Busy extends Error {
  /** seconds after which to come again */
  readonly after: number

  constructor(after: number = AFTER.release, why: ErrorOptions & { readonly closed?: boolean } = {}) {
    super(why.closed ? 'the server ends; try again later' : 'enough is being read already; try again later', why)
    this.after = after
  }
}

/** The threads that read what is submitted. */
export interface WorkPool {
  /** whether one more release may wait */
  hasRoom(): boolean
  audit(
    target: Target,
    submitted: string,
    on: string | undefined,
    tell: (says: string) => void,
    /** gives it up: while it waits for a thread it costs nothing, and the thread that has begun ends with it */
    signal: AbortSignal,
  ): Promise<Judged>
  judge(release: Release): Promise<Judged>
  ask(evidence: unknown): Promise<readonly Question[]>
  license(texts: readonly GivenWords[]): Promise<LicensesReport>
  claims(texts: readonly GivenWords[], of: Report | null): Promise<ClaimsReport>
  close(): Promise<void>
}

/** The threads: some for releases and some for texts, so that neither waits for the other. */
export function workPoolOf(settings: PoolSettings = {}): WorkPool {
  const { threads = 2, waiting = 50, seconds = 300, textsWaiting = TEXTS_WAITING, warm = false } = settings
  const common = { work: WORK, memory: MEMORY, idle: IDLE }
  const releases: Workers = threadsFor({ ...common, most: threads })
  const texts: Workers = threadsFor({ ...common, most: TEXT_THREADS, stay: warm ? 1 : 0 })
  if (warm) void warmUp(texts)

  const releaseRoom = placesFor(threads + waiting, AFTER.release)
  const textRoom = placesFor(TEXT_THREADS + textsWaiting, AFTER.text)
  return {
    hasRoom: releaseRoom.isThere,
    audit: (target, submitted, on, tell, signal) =>
      releaseRoom.within(() =>
        run<'audit'>(releases, { kind: 'audit', target, submitted, on, seconds }, { told: tell, signal }),
      ),
    judge: release => run<'judge'>(releases, { kind: 'judge', release }),
    ask: evidence => releaseRoom.within(() => run<'ask'>(releases, { kind: 'ask', evidence })),
    license: given => textRoom.within(() => runText<'license'>(texts, { kind: 'license', texts: given })),
    claims: (given, of) => textRoom.within(() => runText<'claims'>(texts, { kind: 'claims', texts: given, of })),
    close: async () => {
      releaseRoom.close()
      textRoom.close()
      await Promise.all([releases.close(), texts.close()])
    },
  }
}

/** Reads examples in one thread after the other, a little at a time: who asks meanwhile waits for one of them. */
async function warmUp(texts: Workers): Promise<void> {
  const read = async (some: readonly string[]) => {
    for (const text of some) await run<'warm'>(texts, { kind: 'warm', text })
  }
  try {
    const examples = warmingTexts((await loadKnown()).knowledge)
    await read(examples)
    // as many at once as there are threads: the one that is fast already reads its part, and the others theirs
    await Promise.all(Array.from({ length: TEXT_THREADS }, () => read(examples)))
  } catch {
    // the server was closed, or is busy: whoever asks makes it fast
  }
}

async function runText<K extends 'license' | 'claims'>(texts: Workers, work: Work) {
  const signal = AbortSignal.timeout(TEXT_SECONDS * 1000)
  return run<K>(texts, work, { signal }).catch((error: unknown) => {
    throw signal.aborted ? new Busy(AFTER.text, { cause: error }) : error
  })
}

async function run<K extends Work['kind']>(
  pool: Workers,
  work: Work,
  how?: Parameters<Workers['run']>[1],
): Promise<Extract<Done<K>, { ok: true }>['result']> {
  const done = (await pool.run(work, how)) as Done<K>
  if (!done.ok) throw new WorkTrouble(done.says)
  return done.result
}

/** Room for so many works, those that wait among them; the pool's own bound begins only when all its threads run. */
function placesFor(most: number, after: number) {
  let taken = 0
  let closed = false
  return {
    isThere: () => !closed && taken < most,
    /** whatever still is in hand is given up with the threads, and that is nobody's mistake */
    close() {
      closed = true
    },
    async within<T>(work: () => Promise<T>): Promise<T> {
      if (closed || taken >= most) throw new Busy(after, { closed })
      taken += 1
      try {
        return await work()
      } catch (error) {
        throw closed ? new Busy(after, { closed, cause: error }) : error
      } finally {
        taken -= 1
      }
    },
  }
}
