import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { FORMATS } from '@unwash/reporters/formats'
import { format, named, OFFLINE, onDay } from '../options.ts'
import { readerFlags, withReader } from '../reader/options.ts'
import type { Stop } from '../terminal/stop.ts'

/** `questions`. */
export const addQuestions = (program: CommandUnknownOpts, { signal }: Stop, done: (code: number) => void) =>
  withReader(
    program
      .command('questions')
      .description('what could not be decided, for a person, an agent or a model to answer')
      .argument('<release>', 'a folder, org/model, a git URL, saved evidence')
      .addOption(format(FORMATS.questions, 'how to show them'))
      .option('--ask', 'ask here: a key for each answer, kept in --readings')
      .option('--by <name>', 'with --ask: who answers')
      .option('--readings <file>', 'answers that were given before, and those that are given now')
      .option('--framework <id>', 'ask each requirement too that this framework (or all) leaves to a person')
      .addOption(named())
      .addOption(onDay())
      .option('--offline', `${OFFLINE} of it`)
      .action(async (release, options, self) => {
        const { questioned } = await import('./index.ts')
        done(await questioned(release, { ...options, asks: readerFlags(self) }, signal))
      }),
  )
