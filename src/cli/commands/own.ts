import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { type Completed, completionFor } from './completion.ts'

/** The commands that are about the command line itself: what a shell completes, and its version. */
export function addOwn(program: CommandUnknownOpts, version: string, done: (code: number) => void): void {
  const say = (text: string) => {
    process.stdout.write(text)
    done(0)
  }
  program
    .command('completion')
    .description('what makes a shell complete these words')
    .argument('<shell>', 'bash, zsh or fish')
    .action(shell => say(completionFor(shell, wordsOf(program))))
  program
    .command('version')
    .description('print the version')
    .action(() => say(`${version}\n`))
}

/** The words of the command line, for a shell that completes them. */
function wordsOf({ commands, options }: CommandUnknownOpts): Completed {
  const told = (all: typeof options) =>
    all.flatMap(({ long, description, argChoices = [] }) =>
      long ? [{ long, says: description, choices: argChoices }] : [],
    )
  return {
    commands: commands.map(one => ({ name: one.name(), says: one.description(), options: told(one.options) })),
    options: told(options),
  }
}
