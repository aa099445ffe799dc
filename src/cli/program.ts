import { Argument, Command, type CommandUnknownOpts, Option } from '@commander-js/extra-typings'
import { FOR } from '../bundle/purpose.ts'
import { FORMATS, SPECS } from '../reports/formats.ts'
import { GATES } from './audit/gate.ts'
import type { AuditOptions } from './audit/index.ts'
import { commandMeant } from './audit/meant.ts'
import type { ClaimsOptions } from './claims/index.ts'
import type { BundleOptions } from './commands/bundle.ts'
import { ownCommands } from './commands/own.ts'
import { EXIT } from './exit.ts'
import type { LicenseOptions } from './license/index.ts'
import type { ProjectOptions } from './project/index.ts'
import { type QuestionsCommands, questionsCommand } from './questions/command.ts'
import { readerFlags, withReader } from './reader/options.ts'
import { type SurveyCommands, surveyCommand } from './survey/command.ts'
import { type WebCommands, webCommands } from './web/command.ts'
import { type QueueCommands, queueCommands, workerCommand } from './worker/command.ts'

const POLICY = 'exit 1 unless every rule of a policy is passed: a file, or one for a common case, such as eu'

/** `--accept presumed`: a gate takes terms too that are only presumed, and says so. */
const acceptOption = () =>
  new Option('--accept <basis>', 'with --require: terms that are only presumed pass too').choices(['presumed'] as const)

/** What a command does with its arguments; each loads what it needs only when it is run. */
export interface Commands extends SurveyCommands, QueueCommands, WebCommands, QuestionsCommands {
  audit(target: string, options: AuditOptions): Promise<number>
  compare(
    targets: readonly string[],
    options: { readonly format: string; readonly use?: string | undefined },
  ): Promise<number>
  diff(which: readonly [string, string, string], options: { readonly format: string }): Promise<number>
  judge(evidence: string, options: AuditOptions): Promise<number>
  project(target: string, options: ProjectOptions): Promise<number>
  explain(words: readonly string[]): Promise<number>
  history(target: string, options: { readonly format: string }): Promise<number>
  claims(target: string, options: ClaimsOptions): Promise<number>
  fix(target: string): Promise<number>
  bundle(target: string, options: BundleOptions): Promise<number>
  license(texts: readonly string[], options: LicenseOptions): Promise<number>
}

/** The command line: `unwash <release>` and its commands. `done` is told the exit code. */
export function programOf(version: string, commands: Commands, done: (code: number) => void) {
  const program = new Command('unwash')
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
    .addArgument(
      new Argument('[release]', 'a folder, hf:org/model at the Hub, a git URL (or its path@revision), or a file'),
    )
    .addOption(new Option('--format <format>', 'how to show it').choices(FORMATS.report).default('terminal'))
    .addOption(new Option('--spec <edition>', `of CycloneDX, instead of ${SPECS[0]}`).choices(SPECS))
    .addOption(new Option('--full', 'everything, and not only what fits one screen'))
    .addOption(new Option('--require <term>', 'exit 1 unless at least this term is proven').choices(GATES))
    .addOption(acceptOption())
    .addOption(new Option('--policy <file>', POLICY))
    .addOption(
      new Option('--use <use>', 'say what the terms mean for a use, such as commercial,hosted-service,eu,users=2e8'),
    )
    .addOption(named())
    .addOption(new Option('--on <day>', 'read it as of a day gone by, where it keeps its history'))
    .addOption(new Option('--evidence <file>', 'save what was read, to be judged again'))
    .addOption(new Option('--readings <file>', 'what persons, agents and models answered (see unwash questions)'))
    .addOption(signoffOption())
    .addOption(new Option('--offline', 'read what a hub gave before, and ask nothing'))
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
        const meant = commandMeant(
          target,
          program.commands.map(command => command.name()),
        )
        if (meant) program.error(`unwash: no file or folder is called ${target}; did you mean unwash ${meant}?`)
        const [, ...more] = self.args
        if (more.length > 0)
          program.error(`unwash: one release at a time, and not ${more.join(' ')} too: see compare and survey`)
        return done(await commands.audit(target, { ...options, asks: readerFlags(self) }))
      }
      self.outputHelp({ error: true })
      done(EXIT.trouble)
    })
  withReader(program)
  program
    .command('claims')
    .description('whether the words of an announcement hold')
    .addArgument(new Argument('<announcement>', 'a file (Markdown, HTML, text, PDF, .vtt, .srt), an address, or -'))
    .addOption(new Option('--of <release>', 'the release it is about, to be audited').conflicts('linked'))
    .addOption(new Option('--linked', 'audit the models and repositories it links to, over the network'))
    .addOption(new Option('--format <format>', 'how to show it').choices(FORMATS.claims).default('terminal'))
    .action(async (target, options) => done(await commands.claims(target, options)))
  program
    .command('fix')
    .description('a patch for a release of your own: texts, notice, front matter, sentences')
    .addArgument(new Argument('[release]', 'your own release: a folder').default('.'))
    .action(async target => done(await commands.fix(target)))
  program
    .command('bundle')
    .description('what has to go with a model, as a folder: texts, notice, limits, changes')
    .addArgument(new Argument('<release>', 'as for an audit'))
    .addOption(new Option('--for <purpose>', 'what you mean to do with it').choices(FOR).default(FOR[0]))
    .addOption(new Option('-o, --out <dir>', 'the folder to write').default('bundle'))
    .addOption(new Option('--force', 'overwrite what is there'))
    .addOption(new Option('--offline', 'read what a hub gave before, and ask nothing'))
    .action(async (target, options) => done(await commands.bundle(target, options)))
  program
    .command('explain')
    .description('what a term, a license, a framework, a requirement or a kind of clause means')
    .addArgument(
      new Argument('<words...>', 'such as: open-weights-ai, "CC BY-NC 4.0", eu-ai-act, osaid-1.0/F1, scale.users'),
    )
    .action(async words => done(await commands.explain(words)))
  program
    .command('judge')
    .description('judge saved evidence again, without touching the release')
    .addArgument(new Argument('<evidence>', 'a file that --evidence saved'))
    .addOption(new Option('--format <format>', 'how to show it').choices(FORMATS.report).default('terminal'))
    .addOption(new Option('--spec <edition>', `of CycloneDX, instead of ${SPECS[0]}`).choices(SPECS))
    .addOption(new Option('--full', 'everything, and not only what fits one screen'))
    .addOption(new Option('--require <term>', 'exit 1 unless at least this term is proven').choices(GATES))
    .addOption(acceptOption())
    .addOption(new Option('--policy <file>', POLICY))
    .addOption(new Option('--use <use>', 'say what the terms mean for a use'))
    .addOption(named())
    .addOption(new Option('--evidence <file>', 'save it as another file'))
    .addOption(new Option('--readings <file>', 'what was answered (else the readings.yml or .json beside it)'))
    .addOption(signoffOption())
    .action(async (evidence, options) => done(await commands.judge(evidence, options)))
  program
    .command('project')
    .description('the models and data sets that a code base uses, and their terms')
    .addArgument(new Argument('[dir]', 'the folder of a project').default('.', 'the current one'))
    .addOption(new Option('--format <format>', 'how to show it').choices(FORMATS.project).default('terminal'))
    .addOption(new Option('--require <term>', 'exit 1 unless every model reaches at least this term').choices(GATES))
    .addOption(new Option('--policy <file>', POLICY))
    .addOption(new Option('--use <use>', 'say of each model what its terms mean for a use'))
    .addOption(new Option('--baseline <file>', 'an earlier --format json: only what is new since fails'))
    .addOption(new Option('--into <bom.json>', 'with --format cyclonedx: a bill of materials that it is put into'))
    .addOption(new Option('--lock', 'write unwash.lock: which terms govern the copies in use'))
    .addOption(new Option('--bundle <dir>', 'write what has to go with every model, a folder for each'))
    .addOption(new Option('--force', 'with --bundle: overwrite what is there'))
    .addOption(new Option('--online', 'ask the hub for what is not in the local cache'))
    .addOption(new Option('--fences', 'read code between the fences of Markdown, too'))
    .addOption(new Option('--allow-untold', 'let what loads a model by a name that cannot be told pass a gate'))
    .action(async (dir, options) => {
      if (options.into !== undefined && options.format !== 'cyclonedx')
        program.error('unwash: --into goes with --format cyclonedx')
      done(await commands.project(dir, options))
    })
  program.addCommand(questionsCommand(commands, done))
  program
    .command('license')
    .description('what license texts say, clause by clause')
    .addArgument(new Argument('<texts...>', 'files or folders, or - for standard input'))
    .addOption(new Option('--format <format>', 'how to show it').choices(FORMATS.licenses).default('terminal'))
    .addOption(new Option('--diff', 'say what changed from the first text to the second'))
    .action(async (texts, options) => done(await commands.license(texts, options)))
  program
    .command('compare')
    .description('several releases side by side')
    .addArgument(new Argument('<releases...>', 'folders, git URLs, files'))
    .addOption(new Option('--format <format>', 'how to show it').choices(FORMATS.comparison).default('terminal'))
    .addOption(new Option('--use <use>', 'say of each what its terms mean for a use'))
    .action(async (targets, options) => {
      if (targets.length < 2) program.error('unwash: compare wants two releases or more')
      done(await commands.compare(targets, options))
    })
  program
    .command('diff')
    .description('what changed in a release from one revision to another')
    .addArgument(new Argument('<release>', 'a git repository, or its URL'))
    .addArgument(new Argument('<before>', 'a branch, a tag or a commit'))
    .addArgument(new Argument('<after>', 'another'))
    .addOption(new Option('--format <format>', 'how to show it').choices(FORMATS.changes).default('terminal'))
    .action(async (release, before, after, options) => done(await commands.diff([release, before, after], options)))
  program
    .command('history')
    .description('what changed in a release over its commits')
    .addArgument(new Argument('<release>', 'a git repository, or its URL'))
    .addOption(new Option('--format <format>', 'how to show it').choices(FORMATS.history).default('terminal'))
    .action(async (target, options) => done(await commands.history(target, options)))
  const survey = surveyCommand(commands, done)
  queueCommands(survey, commands, done)
  program.addCommand(survey)
  program.addCommand(workerCommand(commands, done))
  for (const command of webCommands(commands, done)) program.addCommand(command)
  for (const command of ownCommands(version, program, done)) program.addCommand(command)
  return program
}

/** what 0.2 called readings of requirements */
const signoffOption = () => new Option('--signoff <file>').hideHelp()

const named = () => new Option('--name <org/model>', 'what the release is called, where its folder does not say')

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
