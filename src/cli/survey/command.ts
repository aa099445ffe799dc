import { Argument, Command, Option } from '@commander-js/extra-typings'
import type { ReaderFlags } from '../reader/index.ts'
import { readerFlags, withReader } from '../reader/options.ts'
import { wholeNumber } from '../terminal/numbers.ts'

/** How a survey is made. */
export interface SurveyOptions {
  readonly store: string
  readonly format: 'terminal' | 'json'
  readonly progress?: 'json' | 'lines' | 'none' | undefined
  readonly threads?: number | undefined
  readonly limit?: number | undefined
  readonly again?: true | undefined
  readonly offline?: true | undefined
  readonly asks?: ReaderFlags | undefined
}

/** What the survey's commands do. */
export interface SurveyCommands {
  survey(targets: readonly string[], options: SurveyOptions): Promise<number>
  surveyReport(store: string, out: string): Promise<number>
  surveyExport(store: string, out: string): Promise<number>
}

/** `survey` and its commands. */
export function surveyCommand(commands: SurveyCommands, done: (code: number) => void) {
  const survey = new Command('survey')
    .description('many releases at once: a file of names, a folder of releases, a Parquet dump, a hub')
    .usage('<targets...> [options]')
    .addArgument(
      new Argument('<targets...>', 'a file of names, a folder of releases, a Parquet dump, or hub:author=NAME&limit=9'),
    )
    .addOption(
      new Option('--store <file>', 'where it is kept; a survey that was stopped goes on').default('survey.duckdb'),
    )
    .addOption(
      new Option('--format <format>', 'how to show the end')
        .choices(['terminal', 'json'] as const)
        .default('terminal' as const),
    )
    .addOption(
      new Option('--progress <how>', 'on stderr: a bar on a terminal and lines elsewhere, unless told').choices([
        'json',
        'lines',
        'none',
      ] as const),
    )
    .addOption(
      new Option('--threads <number>', 'audits at the same time; one for each processor').argParser(
        wholeNumber(1, 256),
      ),
    )
    .addOption(new Option('--limit <seconds>', 'for one release; 120 unless told').argParser(wholeNumber(1, 86_400)))
    .addOption(new Option('--again', 'try again what failed before'))
    .addOption(new Option('--offline', 'read what a hub gave before, and ask nothing'))
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .action(async (targets, options, self) =>
      done(await commands.survey(targets, { ...options, asks: readerFlags(self) })),
    )
  withReader(survey)
  survey
    .command('report')
    .description('one page with plots and tables of what a store holds')
    .addArgument(new Argument('<store>', 'a file that unwash survey made'))
    .addOption(new Option('--out <folder>', 'where to write it').makeOptionMandatory())
    .action(async (store, options) => done(await commands.surveyReport(store, options.out)))
  survey
    .command('export')
    .description('the tables of a store as Parquet and CSV')
    .addArgument(new Argument('<store>', 'a file that unwash survey made'))
    .addOption(new Option('--out <folder>', 'where to write them').makeOptionMandatory())
    .action(async (store, options) => done(await commands.surveyExport(store, options.out)))
  return survey
}
