import * as module from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { CommanderError } from 'commander'
import { VERSION } from '../knowledge/load.ts'
import { UnwashError } from '../sources/error.ts'
import { EXIT, programOf } from './program.ts'
import { stopOf } from './stop.ts'
import { guardTerminal } from './terminal.ts'
import { troubleOf } from './trouble.ts'

/** the latest Node.js whose engine is known to have these settings; another would complain of them */
const LATEST_TRIED = 24

/*
 * A command reads a few texts with hundreds of patterns, and a third of its time went by in making them ready: without
 * a second look at each and without machine code for those used a few times it is a quarter faster.
 */
const NODE = Number.parseInt(process.versions.node, 10)
if (NODE <= LATEST_TRIED) {
  setFlagsFromString('--no-regexp-peephole-optimization')
  setFlagsFromString('--regexp-tier-up-ticks=10')
}
/*
 * Node.js 20 makes its fastest code early, which takes a survey of 400 releases a fifth of its time: here only of what
 * runs twenty times as long. A long survey is no slower. Later ones have a step between, and no such setting.
 */
if (NODE === 20) setFlagsFromString('--interrupt-budget=1500000')

// what a command loads is compiled once, where Node.js can keep it (from 22 on)
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache()

const stop = stopOf()

// what goes into a file or another program is not changed: a patch must fit
if (process.stdout.isTTY) guardTerminal(process.stdout, { colors: true })
guardTerminal(process.stderr, { colors: false })

// a reader such as `head` may stop early; what was found still decides the exit code
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') ended(error)
  process.exit()
})
// there may be nobody left to tell
process.stderr.on('error', () => {})
// what nobody catches would end with 1, which says that a gate is not met
process.on('uncaughtException', ended)

const program = programOf(
  VERSION,
  {
    audit: async (target, options) => (await import('./audit/index.ts')).audited(target, options, stop.signal),
    judge: async (evidence, options) => (await import('./audit/index.ts')).judged(evidence, options, stop.signal),
    claims: async (target, options) => (await import('./claims/index.ts')).claimed(target, options, stop.signal),
    fix: async target => (await import('./fix.ts')).fixed(target, stop.signal),
    project: async (target, options) => (await import('./project/index.ts')).projected(target, options, stop.signal),
    license: async (texts, options) => (await import('./license/index.ts')).licensed(texts, options, stop.signal),
    compare: async (targets, options) => (await import('./compare.ts')).compared(targets, options, stop.signal),
    diff: async (which, options) => (await import('./diff.ts')).changed(which, options.format, stop.signal),
    history: async (target, options) => (await import('./history.ts')).traced(target, options.format, stop.signal),
    survey: async (targets, options) => (await import('./survey/index.ts')).surveyed(targets, options, stop.draining()),
    surveyReport: async (store, out) => (await import('./survey/report.ts')).reported(store, out),
    surveyExport: async (store, out) => (await import('./survey/report.ts')).exported(store, out),
    surveyStart: async (targets, options) => (await import('./worker/start.ts')).started(targets, options, stop.signal),
    surveyStatus: async options => (await import('./worker/start.ts')).told(options),
    surveyRequeue: async options => (await import('./worker/start.ts')).requeued(options),
    worker: async options => (await import('./worker/index.ts')).worked(options, stop.draining()),
    serve: async (targets, options) => (await import('./web/serve.ts')).served(targets, options, stop.draining()),
    site: async (out, targets, options) => (await import('./web/site.ts')).sited(out, targets, options, stop.signal),
    mcp: async () => (await import('./mcp/index.ts')).offered(stop.signal),
    explain: async words => (await import('./explain.ts')).explained(words.join(' ')),
  },
  code => {
    process.exitCode = code
  },
)

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitOf(error)
}

/** Ends the process at once; what was told of before is not told again. */
function ended(error: unknown): never {
  process.exit(process.exitCode === EXIT.trouble ? EXIT.trouble : exitOf(error))
}

/** Says what went wrong on stderr, unless commander has, and returns the exit code. */
function exitOf(thrown: unknown): number {
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
