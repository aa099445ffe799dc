import { Argument, Command, Option } from '@commander-js/extra-typings'
import { FORMATS } from '../../reports/formats.ts'
import type { ReaderFlags } from '../reader/index.ts'
import { readerFlags, withReader } from '../reader/options.ts'

/** How what could not be decided is shown, or asked. */
export interface QuestionsOptions {
  readonly format: string
  readonly readings?: string | undefined
  readonly framework?: string | undefined
  readonly ask?: true | undefined
  readonly by?: string | undefined
  readonly on?: string | undefined
  readonly name?: string | undefined
  readonly offline?: true | undefined
  readonly asks?: ReaderFlags | undefined
}

/** What `questions` does. */
export interface QuestionsCommands {
  questions(target: string, options: QuestionsOptions): Promise<number>
}

/** `questions`. */
export function questionsCommand(commands: QuestionsCommands, done: (code: number) => void) {
  const questions = new Command('questions')
    .description('what could not be decided, for a person, an agent or a model to answer')
    .addArgument(new Argument('<release>', 'a folder, org/model, a git URL, saved evidence'))
    .addOption(new Option('--format <format>', 'how to show them').choices(FORMATS.questions).default('terminal'))
    .addOption(new Option('--ask', 'ask here: a key for each answer, kept in --readings'))
    .addOption(new Option('--by <name>', 'with --ask: who answers'))
    .addOption(new Option('--readings <file>', 'answers that were given before, and those that are given now'))
    .addOption(
      new Option('--framework <id>', 'ask each requirement too that this framework (or all) leaves to a person'),
    )
    .addOption(new Option('--name <org/model>', 'what the release is called, where its folder does not say'))
    .addOption(new Option('--on <day>', 'read it as of a day gone by, where it keeps its history'))
    .addOption(new Option('--offline', 'read what a hub gave before, and ask nothing of it'))
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .action(async (release, options, self) =>
      done(await commands.questions(release, { ...options, asks: readerFlags(self) })),
    )
  return withReader(questions)
}
