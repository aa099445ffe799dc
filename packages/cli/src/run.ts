import { UnwashError } from '@unwash/core/error'
import { VERSION } from '@unwash/knowledge/load'
import { CommanderError } from 'commander'
import { EXIT } from './exit.ts'
import { programOf } from './program.ts'
import type { Stop } from './terminal/stop.ts'
import { troubleOf } from './trouble.ts'

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
