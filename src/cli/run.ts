import { CommanderError } from 'commander'
import { VERSION } from '../knowledge/load.ts'
import { UnwashError } from '../sources/error.ts'
import { EXIT } from './exit.ts'
import { programOf } from './program.ts'
import type { Stop } from './terminal/stop.ts'
import { troubleOf } from './trouble.ts'

/** Does what the words of a command line say, and leaves its exit code with the process. */
export async function runCommand(words: readonly string[], stop: Stop): Promise<void> {
  const program = programOf(
    VERSION,
    {
      audit: async (target, options) => (await import('./audit/index.ts')).audited(target, options, stop.signal),
      judge: async (evidence, options) => (await import('./audit/index.ts')).judged(evidence, options, stop.signal),
      claims: async (target, options) => (await import('./claims/index.ts')).claimed(target, options, stop.signal),
      fix: async target => (await import('./commands/fix.ts')).fixed(target, stop.signal),
      bundle: async (target, options) => (await import('./commands/bundle.ts')).bundled(target, options, stop.signal),
      project: async (target, options) => (await import('./project/index.ts')).projected(target, options, stop.signal),
      questions: async (target, options) =>
        (await import('./questions/index.ts')).questioned(target, options, stop.signal),
      license: async (texts, options) => (await import('./license/index.ts')).licensed(texts, options, stop.signal),
      compare: async (targets, options) =>
        (await import('./commands/compare.ts')).compared(targets, options, stop.signal),
      diff: async (which, options) => (await import('./commands/diff.ts')).changed(which, options.format, stop.signal),
      history: async (target, options) =>
        (await import('./commands/history.ts')).traced(target, options.format, stop.signal),
      survey: async (targets, options) =>
        (await import('./survey/index.ts')).surveyed(targets, options, stop.draining()),
      surveyReport: async (store, out) => (await import('./survey/report.ts')).reported(store, out),
      surveyExport: async (store, out) => (await import('./survey/report.ts')).exported(store, out),
      surveyStart: async (targets, options) =>
        (await import('./worker/start.ts')).started(targets, options, stop.signal),
      surveyStatus: async options => (await import('./worker/start.ts')).told(options),
      surveyRequeue: async options => (await import('./worker/start.ts')).requeued(options),
      worker: async options => (await import('./worker/index.ts')).worked(options, stop.draining()),
      serve: async (targets, options) => (await import('./web/serve.ts')).served(targets, options, stop.draining()),
      site: async (out, targets, options) => (await import('./web/site.ts')).sited(out, targets, options, stop.signal),
      mcp: async () => (await import('./mcp/index.ts')).offered(stop.signal),
      explain: async words => (await import('./commands/explain.ts')).explained(words.join(' ')),
    },
    code => {
      process.exitCode = code
    },
  )
  try {
    await program.parseAsync(words, { from: 'user' })
  } catch (error) {
    process.exitCode = exitOf(error, stop)
  }
}

/** Says what went wrong on stderr, unless commander has, and returns the exit code. */
export function exitOf(thrown: unknown, stop: Stop): number {
  const error = troubleOf(thrown)
  const debug = process.env.DEBUG === 'unwash'
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.holds : EXIT.trouble
  if (stop.signal.aborted) {
    console.error('unwash: stopped')
    return stop.exitCode() ?? EXIT.trouble
  }
  if (error instanceof UnwashError) {
    console.error(`unwash: ${error.message}`)
    if (debug) console.error(error)
    return EXIT.trouble
  }
  console.error(`unwash: ${error instanceof Error ? error.message : String(error)}`)
  console.error(debug ? error : 'This is a bug in unwash: please report it, with what DEBUG=unwash adds to this.')
  return EXIT.trouble
}
