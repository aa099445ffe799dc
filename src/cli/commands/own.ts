import { Argument, Command } from '@commander-js/extra-typings'
import { type Completed, completionFor } from './completion.ts'

interface Described {
  readonly long?: string | undefined
  readonly description: string
  readonly argChoices?: readonly string[] | undefined
}

/** What is told of a command line. */
interface Whole {
  readonly commands: readonly { name(): string; description(): string; readonly options: readonly Described[] }[]
  readonly options: readonly Described[]
}

/** The commands that are about the command line itself: its version, and what a shell completes. */
export function ownCommands(version: string, whole: Whole, done: (code: number) => void) {
  const say = (text: string) => {
    process.stdout.write(text)
    done(0)
  }
  return [
    new Command('completion')
      .description('what makes a shell complete these words')
      .addArgument(new Argument('<shell>', 'bash, zsh or fish'))
      .helpOption('-h, --help', 'print this help')
      .exitOverride()
      .action(shell => say(completionFor(shell, wordsOf(whole)))),
    new Command('version')
      .description('print the version')
      .helpOption('-h, --help', 'print this help')
      .exitOverride()
      .action(() => say(`${version}\n`)),
  ]
}

/** The words of the command line, for a shell that completes them. */
function wordsOf({ commands, options }: Whole): Completed {
  const told = (all: readonly Described[]) =>
    all.flatMap(({ long, description, argChoices = [] }) =>
      long ? [{ long, says: description, choices: argChoices }] : [],
    )
  return {
    commands: commands.map(one => ({ name: one.name(), says: one.description(), options: told(one.options) })),
    options: told(options),
  }
}
