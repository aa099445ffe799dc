#!/usr/bin/env node
import * as module from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { isFull, UnwashError, unreadable } from '@unwash/core/error'
import { VERSION } from '@unwash/knowledge/load'
import { CommanderError } from 'commander'
import { EXIT } from './exit.ts'
import { programOf } from './program.ts'
import { type Stop, stopOf } from './terminal/stop.ts'
import { guardTerminal } from './terminal/terminal.ts'

/** what the system calls it, and in words: what is wrong with a place, and what to do */
const OF_THE_SYSTEM: Readonly<Record<string, readonly [what: string, todo: string]>> = {
  EACCES: ['it is not allowed to read or write', 'give one that may be read and written'],
  EPERM: ['it is not allowed to read or write', 'give one that may be read and written'],
  EROFS: ['nothing can be written to', 'give a place that can be written to'],
  EISDIR: ['a folder, where a file is wanted, is at', 'name a file'],
  ENOTDIR: ['a file, where a folder is wanted, is on the way to', 'name another place'],
  ELOOP: ['links lead in a circle at', 'name another place'],
  ENAMETOOLONG: ['no file can have a name as long as', 'give a shorter one'],
  EMFILE: ['too many files are open for', 'raise the limit (ulimit -n)'],
  ENFILE: ['too many files are open for', 'end other programs'],
  EIO: ['the disk could not be read or written at', 'look at the disk'],
}

/** the packages that not everybody needs, and who does */
const OPTIONAL: Readonly<Record<string, string>> = {
  '@duckdb/node-api': 'surveys and dumps need',
  pg: 'a store in PostgreSQL needs',
  'pg-boss': 'surveys on several machines need',
  '@resvg/resvg-wasm': 'pictures of receipts need',
  'dejavu-fonts-ttf': 'pictures of receipts need',
}

const NOT_LOADED = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'])

/** Trouble of the machine, which no change of unwash would mend, as a sentence; anything else stays what it is. */
export function troubleOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UnwashError || !('code' in error)) return error
  const code = String(error.code)
  const [place = 'the output'] = ['path', 'dest'].flatMap(key => {
    const value: unknown = Reflect.get(error, key)
    return typeof value === 'string' ? [value] : []
  })
  if (isFull(error)) {
    return unreadable('no room is left for', place, 'make room on its disk, or name another', error)
  }
  if (NOT_LOADED.has(code)) {
    const part = /'([^']{1,200})'/.exec(error.message)?.[1] ?? error.message.split('\n')[0] ?? ''
    const needs = OPTIONAL[part]
    if (needs !== undefined) {
      const todo = `run npm install ${part} where unwash is installed, with --global if unwash is`
      return new UnwashError(`${needs} a package that is not installed,`, part, todo, 'not-installed', error)
    }
    const todo = 'install unwash again, with its optional packages (npm install --include=optional)'
    return new UnwashError('a part of the installation is missing or does not fit:', part, todo, 'not-installed', error)
  }
  // what PostgreSQL says has a severity and a code of five characters
  if (/^[0-9A-Z]{5}$/.test(code) && 'severity' in error) {
    const says = `${error.message.split('\n')[0] ?? ''} (${code})`
    return unreadable('the database does not do what is asked:', says, 'look at the database', error)
  }
  const said = OF_THE_SYSTEM[code]
  return said === undefined ? error : unreadable(said[0], place, said[1], error)
}

/** Does what the words of a command line say, and leaves its exit code with the process. */
export async function runCommand(words: readonly string[], stop: Stop): Promise<void> {
  const program = programOf(VERSION, stop, code => {
    process.exitCode = code
  })
  try {
    await program.parseAsync(words, { from: 'user' })
  } catch (error) {
    process.exitCode = exitOf(error, stop)
  }
}

/** Says what went wrong on stderr, unless commander has, and returns the exit code. */
function exitOf(thrown: unknown, stop: Stop): number {
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

await runCommand(process.argv.slice(2), stop)

/** Ends the process at once; what was told of before is not told again. */
function ended(error: unknown): never {
  process.exit(process.exitCode === EXIT.trouble ? EXIT.trouble : exitOf(error, stop))
}
