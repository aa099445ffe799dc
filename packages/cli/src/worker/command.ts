import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings'
import { FAILURES } from '@unwash/survey/store/store'
import { limit, threads } from '../options.ts'
import type { addSurvey } from '../survey/command.ts'
import { wholeNumber } from '../terminal/numbers.ts'
import type { Stop } from '../terminal/stop.ts'

const database = () =>
  new Option('--database <address>', 'a PostgreSQL database, as postgres://user@host:5432/name').env('DATABASE_URL')

/** Adds to `survey` what is for many machines. */
export function addQueue(survey: ReturnType<typeof addSurvey>, { signal }: Stop, done: (code: number) => void) {
  // what stands after one of these is for it, also where `survey` has an option of the name
  survey.enablePositionalOptions()
  survey
    .command('start')
    .description('put a survey in the queue of a database, for workers on any machine')
    .argument('<targets...>', 'as unwash survey takes them')
    .addOption(database())
    .addOption(limit())
    .option('--again', 'put in the queue again what failed before')
    .option('--every <cron>', 'survey them again at these times (UTC), such as "0 3 * * 1"; or never')
    .action(async (targets, options) => done(await (await import('./start.ts')).started(targets, options, signal)))
  survey
    .command('status')
    .description('how far the surveys in a database are')
    .addOption(database())
    .addOption(
      new Option('--format <format>', 'how to show it')
        .choices(['terminal', 'json'] as const)
        .default('terminal' as const),
    )
    .action(async options => done(await (await import('./start.ts')).told(options)))
  survey
    .command('requeue')
    .description('put targets that failed in the queue again')
    .addOption(database())
    .option('--run <run>', 'only of this run')
    .addOption(new Option('--kind <kind>', 'only those that failed so').choices(FAILURES))
    .action(async options => done(await (await import('./start.ts')).requeued(options)))
}

/** `worker`, which audits what is in the queue of a database. */
export const addWorker = (program: CommandUnknownOpts, stop: Stop, done: (code: number) => void) =>
  program
    .command('worker')
    .description('take releases from the queue of a database and audit them; any number, on any machines')
    .addOption(database())
    .addOption(threads())
    .addOption(
      new Option('--rate <number>', 'requests a second at the hub, of all workers together; 5 unless told').argParser(
        wholeNumber(10_000),
      ),
    )
    .option('--until-done', 'end when nothing is left to do')
    .action(async options => done(await (await import('./index.ts')).worked(options, stop.draining())))
