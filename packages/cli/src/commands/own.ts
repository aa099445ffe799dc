import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { invalid } from '@unwash/core/error'

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
    .action(shell => say(completionFor(shell, commandWords(program))))
  program
    .command('version')
    .description('print the version')
    .action(() => say(`${version}\n`))
}

/** The words of the command line, for a shell that completes them. */
function commandWords({ commands, options }: CommandUnknownOpts): Completed {
  const told = (all: typeof options) =>
    all.flatMap(({ long, description, argChoices = [] }) =>
      long ? [{ long, says: description, choices: argChoices }] : [],
    )
  return {
    commands: commands.map(one => ({ name: one.name(), says: one.description(), options: told(one.options) })),
    options: told(options),
  }
}

/** What a shell completes: the commands with their options, and the options of the audit. */
interface Completed {
  readonly commands: readonly {
    readonly name: string
    readonly says: string
    readonly options: readonly { readonly long: string; readonly says: string; readonly choices: readonly string[] }[]
  }[]
  readonly options: Completed['commands'][number]['options']
}

const SHELLS = ['bash', 'zsh', 'fish'] as const

/** The script that makes a shell complete the words of unwash. Throws an UnwashError for another shell. */
function completionFor(shell: string, words: Completed): string {
  const known = SHELLS.find(name => name === shell)
  if (!known) throw invalid('no completion for', shell, `give ${SHELLS.join(', ')}`)
  return { bash, zsh, fish }[known](words)
}

const longs = (options: Completed['options']) => options.map(({ long }) => long).join(' ')
/** in single quotes of a shell */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

function bash({ commands, options }: Completed): string {
  const valued = (pattern: string, own: Completed['options']) =>
    own.flatMap(({ long, choices }) =>
      choices.length > 0 ? [`    ${pattern}\\ ${long}) words=${quoted(choices.join(' '))} ;;`] : [],
    )
  const cases = [...commands.flatMap(({ name, options: own }) => valued(name, own)), ...valued('*', options)]
  return `# bash: eval "$(unwash completion bash)"
_unwash() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words=
  case "\${COMP_WORDS[1]} $prev" in
${cases.join('\n')}
    *)
      case \${COMP_WORDS[1]} in
${commands.map(({ name, options: own }) => `        ${name}) words=${quoted(longs(own))} ;;`).join('\n')}
        *) words=${quoted([...commands.map(({ name }) => name), longs(options)].join(' '))} ;;
      esac ;;
  esac
  [ "$COMP_CWORD" = 1 ] && words=${quoted([...commands.map(({ name }) => name), longs(options)].join(' '))}
  COMPREPLY=($(compgen -W "$words" -- "$cur") $(compgen -f -- "$cur"))
}
complete -o filenames -F _unwash unwash
`
}

function zsh({ commands, options }: Completed): string {
  // in a list of zsh a colon begins what is said of a word
  const said = (name: string, says: string) => quoted(`${name}:${says.replaceAll(':', '\\:')}`)
  const flags = (own: Completed['options']) => own.map(({ long, says }) => said(long, says)).join(' ')
  return `#compdef unwash
# zsh: unwash completion zsh > "\${fpath[1]}/_unwash", or source <(unwash completion zsh)
_unwash() {
  local -a known
  if (( CURRENT == 2 )); then
    known=(${commands.map(({ name, says }) => said(name, says)).join(' ')} ${flags(options)})
  else
    case $words[2] in
${commands.map(({ name, options: own }) => `      ${name}) known=(${flags(own)}) ;;`).join('\n')}
      *) known=(${flags(options)}) ;;
    esac
  fi
  _describe 'unwash' known
  _files
}
compdef _unwash unwash
`
}

function fish({ commands, options }: Completed): string {
  const flag = (when: string, { long, says, choices }: Completed['options'][number]) =>
    `complete -c unwash -n ${quoted(when)} -l ${long.replace(/^--/, '')} -d ` +
    `${quoted(says)}${choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : ''}`
  const lines = [
    '# fish: unwash completion fish > ~/.config/fish/completions/unwash.fish',
    ...commands.map(({ name, says }) => `complete -c unwash -n __fish_use_subcommand -a ${name} -d ${quoted(says)}`),
    ...options.map(one => flag('__fish_use_subcommand', one)),
    ...commands.flatMap(({ name, options: own }) => own.map(one => flag(`__fish_seen_subcommand_from ${name}`, one))),
  ]
  return `${lines.join('\n')}\n`
}
