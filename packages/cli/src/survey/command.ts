import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings'
import { limit, OFFLINE, threads } from '../options.ts'
import { readerFlags, withReader } from '../reader/options.ts'
import type { Stop } from '../terminal/stop.ts'

/** `survey` and its commands. */
export function addSurvey(program: CommandUnknownOpts, stop: Stop, done: (code: number) => void) {
  const survey = program
    .command('survey')
    .description('many releases at once: a file of names, a folder of releases, a Parquet dump, a hub')
    .usage('<targets...> [options]')
    .argument('<targets...>', 'a file of names, a folder of releases, a Parquet dump, or hub:author=NAME&limit=9')
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
    .addOption(threads())
    .addOption(limit())
    .option('--again', 'try again what failed before')
    .option('--offline', OFFLINE)
    .action(async (targets, options, self) => {
      const { surveyed } = await import('./index.ts')
      done(await surveyed(targets, { ...options, asks: readerFlags(self) }, stop.draining()))
    })
  withReader(survey)
  survey
    .command('report')
    .description('one page with plots and tables of what a store holds')
    .argument('<store>', 'a file that unwash survey made')
    .addOption(new Option('--out <folder>', 'where to write it').default('report'))
    .action(async (store, options) => done(await (await import('./report.ts')).reported(store, options.out)))
  survey
    .command('export')
    .description('the tables of a store as Parquet and CSV')
    .argument('<store>', 'a file that unwash survey made')
    .addOption(new Option('--out <folder>', 'where to write them').default('tables'))
    .action(async (store, options) => done(await (await import('./report.ts')).exported(store, options.out)))
  return survey
}
