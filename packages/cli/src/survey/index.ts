import type { Came } from '@unwash/agents/reader/read'
import { UnwashError } from '@unwash/core/error'
import { TERMS } from '@unwash/core/report/vocabulary'
import { VERSION } from '@unwash/knowledge/load'
import { loadKnown } from '@unwash/library/known'
import { knownNames } from '@unwash/reporters/names'
import { accountKind } from '@unwash/sources/hub/list'
import type { OpenOptions } from '@unwash/sources/source'
import { poolOf } from '@unwash/survey/pool'
import { publisherKind } from '@unwash/survey/publishers'
import { openFile } from '@unwash/survey/store/open'
import type { Facts } from '@unwash/survey/store/rows'
import { type Summary, summaryOf } from '@unwash/survey/summary'
import { runOf, survey } from '@unwash/survey/survey'
import { type Target, type Targets, targetsOf } from '@unwash/survey/targets/index'
import { EXIT } from '../exit.ts'
import type { OpenReader, ReaderFlags } from '../reader/index.ts'
import { modelOf } from '../reader/options.ts'
import { tellerOf } from './progress.ts'

/** How a survey is made. */
interface SurveyOptions {
  readonly store: string
  readonly format: 'terminal' | 'json'
  readonly progress?: 'json' | 'lines' | 'none' | undefined
  readonly threads?: number | undefined
  readonly limit?: number | undefined
  readonly again?: true | undefined
  readonly offline?: true | undefined
  readonly asks?: ReaderFlags | undefined
}

/**
 * Megabytes and threads of the database while a survey is written. It keeps what it wrote in memory until these are
 * full, whatever it is given, and reads it only once more, for the summary.
 */
const WRITING = { memory: 128, threads: 1 }

/** Audits every release of a list, keeps what comes of it in a store, and prints what it has come to. */
export async function surveyed(words: readonly string[], options: SurveyOptions, signal: AbortSignal): Promise<number> {
  const started = performance.now()
  const teller = tellerOf(options.progress ?? (process.stderr.isTTY ? 'bar' : 'lines'), process.stderr)
  const tell = (says: string) => teller.says(says)
  const model = await modelOf(options.asks, { signal, tell })
  // everything that may be wrong with what was given shows before a file is made
  const targets = await targetsOf(words, { signal, tell })
  for (const note of targets.notes) teller.says(note)
  if (model?.dryRun) return shownRequests(targets, model, { signal, tell, offline: options.offline })
  const known = await loadKnown()
  // what a model read as well is a run of its own
  const run = runOf(model ? `${targets.source}, read by ${model.reader.name}` : targets.source, known)
  const came: Came[] = []
  const store = await openFile(options.store, { unwash: VERSION, ...WRITING })
  try {
    const worker = new URL('./survey-worker.js', import.meta.url)
    const limit = options.limit === undefined ? undefined : options.limit * 1000
    const pool = poolOf({ worker, threads: options.threads, limit })
    const drains = () => tell('draining: audits that have begun are ended, no more are')
    signal.addEventListener('abort', drains, { once: true })
    try {
      await survey({
        run,
        targets,
        store,
        pool,
        signal,
        tell,
        offline: options.offline,
        again: options.again,
        model: model && { ...model, told: one => void came.push(one) },
        factsOf: options.offline ? undefined : accountsOf(known.knowledge, { signal, tell }),
        progress: progress => teller.progress(progress),
        failed: (target, failure) => teller.failed(target, failure),
      })
    } catch (error) {
      teller.end()
      if (signal.aborted) {
        const { releases } = await summaryOf(store, run.id)
        tell(`${releases} releases are kept in ${options.store}; the same command goes on from here`)
      }
      throw error
    } finally {
      await pool.close()
    }
    teller.end()
    if (model) for (const says of model.inWords(came)) tell(says)
    const summary = await summaryOf(store, run.id)
    const seconds = Number(((performance.now() - started) / 1000).toFixed(2))
    process.stdout.write(
      options.format === 'json'
        ? `${JSON.stringify({ schemaVersion: 1, ...summary, seconds, run: run.id, store: options.store })}\n`
        : summaryInWords(summary, options.store, seconds, label => knownNames(known.knowledge).term(label)),
    )
    return summary.releases === 0 && summary.failed > 0 ? EXIT.trouble : EXIT.holds
  } finally {
    await store.close()
  }
}

/** Prints what a model would be asked of each release; nothing is sent, and nothing kept. */
async function shownRequests(targets: Targets, model: OpenReader, opening: OpenOptions): Promise<number> {
  const { ask } = await import('@unwash/library/ask')
  for await (const { target } of targets.each()) {
    const asking = await ask(target, opening).catch((error: unknown) => {
      if (!(error instanceof UnwashError)) throw error
      opening.tell?.(error.message)
    })
    if (asking) process.stdout.write(await model.shown(asking))
  }
  return EXIT.holds
}

/** Whose account a target at the hub is, asked once for each that is not known. */
function accountsOf(
  knowledge: Parameters<typeof publisherKind>[1],
  asking: { readonly signal: AbortSignal; readonly tell: (says: string) => void },
): (target: Target) => Promise<Partial<Facts>> {
  const asked = new Map<string, ReturnType<typeof accountKind>>()
  return async ({ target }) => {
    const account = /^(?:hf:)?(?:models\/|datasets\/)?([^/@]+)\//.exec(target)?.[1]?.toLowerCase()
    if (account === undefined) return {}
    if (publisherKind(account, knowledge) === 'organization') return { publisherKind: 'organization' }
    const kind = asked.get(account) ?? accountKind(account, asking)
    asked.set(account, kind)
    return { publisherKind: await kind }
  }
}

function summaryInWords(
  { releases, failed, terms, claims, conflicts }: Summary,
  store: string,
  seconds: number,
  label: (term: (typeof TERMS)[number]) => string,
): string {
  const counts = TERMS.flatMap(term => {
    const count = terms[term] ?? 0
    return count > 0 ? [[label(term), count] as const] : []
  })
  const most = Math.max(1, ...counts.map(([, count]) => count))
  const width = Math.max(0, ...counts.map(([name]) => name.length))
  const rows = counts.map(([name, count]) => {
    const bar = '█'.repeat(Math.max(1, Math.round((count / most) * 30)))
    return `  ${name.padEnd(width)}  ${String(count).padStart(String(most).length)}  ${bar}`
  })
  return [
    `${releases} releases in ${store}${failed > 0 ? `, ${failed} that could not be read` : ''} (${seconds} s)`,
    '',
    ...rows,
    '',
    `Claims: ${claims.supported} hold, ${claims.contradicted} contradicted, ${claims.tooFar} go too far, ` +
      `${claims.undetermined} could not be told. Conflicts between licenses: ${conflicts}.`,
    `Next: unwash survey report ${store}`,
    '',
  ].join('\n')
}
