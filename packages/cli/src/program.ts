import { Argument, Command, type CommandUnknownOpts, Option } from '@commander-js/extra-typings'
import { FOR } from '@unwash/reporters/bundle/purpose'
import { FORMATS, SPECS } from '@unwash/reporters/formats'
import { GATES } from './audit/gate.ts'
import { commandMeant } from './audit/meant.ts'
import { addOwn } from './commands/own.ts'
import { EXIT } from './exit.ts'
import { format, named, OFFLINE, onDay, uses } from './options.ts'
import { addQuestions } from './questions/command.ts'
import { readerFlags, withReader } from './reader/options.ts'
import { addSurvey } from './survey/command.ts'
import type { Stop } from './terminal/stop.ts'
import { addWeb } from './web/command.ts'
import { addQueue, addWorker } from './worker/command.ts'

const POLICY = 'exit 1 unless every rule of a policy is passed: a file, or one for a common case, such as eu'

/** The options of what judges one release. */
const judging = <Given extends unknown[]>(command: Command<Given>, use: string) =>
  command
    .addOption(format(FORMATS.report))
    .addOption(new Option('--spec <edition>', `of CycloneDX, instead of ${SPECS[0]}`).choices(SPECS))
    .option('--full', 'everything, and not only what fits one screen')
    .addOption(new Option('--require <term>', 'exit 1 unless at least this term is proven').choices(GATES))
    .addOption(
      new Option('--accept <basis>', 'with --require: terms that are only presumed pass too').choices([
        'presumed',
      ] as const),
    )
    .option('--policy <file>', POLICY)
    .addOption(uses(use))
    .addOption(named())
    // what 0.2 called readings of requirements
    .addOption(new Option('--signoff <file>').hideHelp())

/**
 * The command line: `unwash <release>` and its commands, each of which loads what it needs when it is run. `done` is
 * told the exit code.
 */
export function programOf(version: string, stop: Stop, done: (code: number) => void) {
  const { signal } = stop
  const whole = new Command('unwash')
    .description('Read the license, not the label: what an AI model release really gives, with file and line.')
    .usage('<release> [options]')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print this help, or that of a command')
    .enablePositionalOptions()
    .configureHelp({ subcommandTerm })
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'unwash: ')) })
    .exitOverride()
    .argument('[release]', 'a folder, hf:org/model at the Hub, a git URL (or its path@revision), or a file')
  const program = judging(whole, 'say what the terms mean for a use, such as commercial,hosted-service,eu,users=2e8')
    .addOption(onDay())
    .option('--evidence <file>', 'save what was read, to be judged again')
    .option('--readings <file>', 'what persons, agents and models answered (see unwash questions)')
    .option('--offline', OFFLINE)
    .addHelpText('after', HELP)
    .hook('preSubcommand', (_, command) => {
      // there they would be lost
      const whole: CommandUnknownOpts = program
      const given = whole.options.find(option => whole.getOptionValueSource(option.attributeName()) === 'cli')
      if (given) program.error(`unwash: ${given.long} stands before ${command.name()}; give it after, if at all`)
    })
    .allowExcessArguments()
    .action(async (target, options, self) => {
      if (target !== undefined) {
        const [, ...more] = self.args
        const names = program.commands.map(command => command.name())
        const meant = commandMeant(target, names, more[0])
        if (meant) program.error(`unwash: no file or folder is called ${target}; did you mean unwash ${meant}?`)
        if (more.length > 0)
          program.error(`unwash: one release at a time, and not ${more.join(' ')} too: see compare and survey`)
        return done(
          await (await import('./audit/index.ts')).audited(target, { ...options, asks: readerFlags(self) }, signal),
        )
      }
      self.outputHelp({ error: true })
      done(EXIT.trouble)
    })
  withReader(program)
  program
    .command('claims')
    .description('whether the words of an announcement hold')
    .argument('<announcement>', 'a file (Markdown, HTML, text, PDF, .vtt, .srt), an address, or -')
    .addOption(new Option('--of <release>', 'the release it is about, to be audited').conflicts('linked'))
    .option('--linked', 'audit the models and repositories it links to, over the network')
    .addOption(format(FORMATS.claims))
    .action(async (target, options) => done(await (await import('./claims/index.ts')).claimed(target, options, signal)))
  program
    .command('fix')
    .description('a patch for a release of your own: texts, notice, front matter, sentences')
    .addArgument(new Argument('[release]', 'your own release: a folder').default('.'))
    .action(async target => done(await (await import('./commands/fix.ts')).fixed(target, signal)))
  program
    .command('bundle')
    .description('what has to go with a model, as a folder: texts, notice, limits, changes')
    .argument('<release>', 'as for an audit')
    .addOption(new Option('--for <purpose>', 'what you mean to do with it').choices(FOR).default(FOR[0]))
    .addOption(new Option('-o, --out <dir>', 'the folder to write').default('bundle'))
    .option('--force', 'overwrite what is there')
    .option('--offline', OFFLINE)
    .action(async (target, options) =>
      done(await (await import('./commands/bundle.ts')).bundled(target, options, signal)),
    )
  program
    .command('explain')
    .description('what a term, a license, a framework, a requirement or a kind of clause means')
    .argument('<words...>', 'such as: open-weights-ai, "CC BY-NC 4.0", eu-ai-act, osaid-1.0/F1, scale.users')
    .action(async words => done(await (await import('./commands/explain.ts')).explained(words.join(' '))))
  judging(
    program
      .command('judge')
      .description('judge saved evidence again, without touching the release')
      .argument('<evidence>', 'a file that --evidence saved'),
    'say what the terms mean for a use',
  )
    .option('--evidence <file>', 'save it as another file')
    .option('--readings <file>', 'what was answered (else the readings.yml or .json beside it)')
    .action(async (evidence, options) =>
      done(await (await import('./audit/index.ts')).judged(evidence, options, signal)),
    )
  program
    .command('project')
    .description('the models and data sets that a code base uses, and their terms')
    .addArgument(new Argument('[dir]', 'the folder of a project').default('.', 'the current one'))
    .addOption(format(FORMATS.project))
    .addOption(new Option('--require <term>', 'exit 1 unless every model reaches at least this term').choices(GATES))
    .option('--policy <file>', POLICY)
    .addOption(uses('say of each model what its terms mean for a use'))
    .option('--baseline <file>', 'an earlier --format json: only what is new since fails')
    .option('--into <bom.json>', 'with --format cyclonedx: a bill of materials that it is put into')
    .option('--lock', 'write unwash.lock: which terms govern the copies in use')
    .option('--bundle <dir>', 'write what has to go with every model, a folder for each')
    .option('--force', 'with --bundle: overwrite what is there')
    .option('--online', 'ask the hub for what is not in the local cache')
    .option('--fences', 'read code between the fences of Markdown, too')
    .option('--allow-untold', 'let what loads a model by a name that cannot be told pass a gate')
    .action(async (dir, options) => {
      if (options.into !== undefined && options.format !== 'cyclonedx')
        program.error('unwash: --into goes with --format cyclonedx')
      done(await (await import('./project/index.ts')).projected(dir, options, signal))
    })
  addQuestions(program, stop, done)
  program
    .command('license')
    .description('what license texts say, clause by clause')
    .argument('<texts...>', 'files or folders, or - for standard input')
    .addOption(format(FORMATS.licenses))
    .option('--diff', 'say what changed from the first text to the second')
    .action(async (texts, options) => done(await (await import('./license/index.ts')).licensed(texts, options, signal)))
  program
    .command('compare')
    .description('several releases side by side')
    .argument('<releases...>', 'folders, git URLs, files')
    .addOption(format(FORMATS.comparison))
    .addOption(uses('say of each what its terms mean for a use'))
    .action(async (targets, options) => {
      if (targets.length < 2) program.error('unwash: compare wants two releases or more')
      done(await (await import('./commands/compare.ts')).compared(targets, options, signal))
    })
  program
    .command('diff')
    .description('what changed in a release from one revision to another')
    .argument('<release>', 'a git repository, or its URL')
    .argument('<before>', 'a branch, a tag or a commit')
    .argument('<after>', 'another')
    .addOption(format(FORMATS.changes))
    .action(async (release, before, after, options) =>
      done(await (await import('./commands/diff.ts')).changed([release, before, after], options.format, signal)),
    )
  program
    .command('history')
    .description('what changed in a release over its commits')
    .argument('<release>', 'a git repository, or its URL')
    .addOption(format(FORMATS.history))
    .action(async (target, options) =>
      done(await (await import('./commands/history.ts')).traced(target, options.format, signal)),
    )
  addQueue(addSurvey(program, stop, done), stop, done)
  addWorker(program, stop, done)
  addWeb(program, stop, done)
  addOwn(program, version, done)
  return program
}

/** A command and its arguments; that it has options goes without saying. */
const subcommandTerm = (command: { name(): string; readonly registeredArguments: readonly Argument[] }) =>
  [
    command.name(),
    ...command.registeredArguments.map(argument =>
      argument.variadic ? `<${argument.name()}...>` : `<${argument.name()}>`,
    ),
  ].join(' ')

const HELP = `
Exit codes: ${EXIT.holds} it holds, ${EXIT.fails} the gate is not met or a claim is contradicted, ${EXIT.trouble} it \
could not be audited.
Results go to stdout, everything else to stderr. No option changes a verdict. Not legal advice.`
