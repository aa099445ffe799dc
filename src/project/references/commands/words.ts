/** A word of a command line, and where it stands. */
export interface Word {
  readonly text: string
  readonly line: number
}

/** a word of a command line: quotes, brackets and commas of lists part words too, but not what stands for another */
const WORDS =
  /(?:<[^<>\s]{1,100}>|\$?\{\{[^}\n]{0,200}\}\}|\$\{[^}\n]{0,200}\}|\$\([A-Za-z_]\w{0,60}\)|[^\s"'`,[\](){};&|<>])+|[;&|]/g

/** The words of some lines; comments have none. */
export const commandWords = (lines: readonly string[]): Word[] =>
  lines.flatMap((line, at) =>
    /^\s*(?:#|\/\/|REM\b)/.test(line)
      ? []
      : [...line.slice(0, 5_000).matchAll(WORDS)].map(match => ({ text: match[0], line: at + 1 })),
  )

/** What variables stand for: by their names, the values they are given first. */
export type Variables = ReadonlyMap<string, string>

/** `NAME=value` in a shell, `ENV NAME=value`, `ARG NAME=value`, `NAME: value`, and `name: NAME` above `value: value`. */
export function variablesIn(lines: readonly string[]): Variables {
  const variables = new Map<string, string>()
  const give = (name: string | undefined, value: string | undefined) => {
    // a template gives no value
    if (name !== undefined && value !== undefined && !/^\$?\{\{/.test(value) && !variables.has(name))
      variables.set(name, value)
  }
  for (const [at, line] of lines.entries()) {
    const [, looped, of] = LOOP.exec(line.slice(0, 1_000)) ?? []
    give(looped, of?.replaceAll(/["']/g, ''))
    const [, list, same, open] = LIST.exec(line.slice(0, 1_000)) ?? []
    const end = open === undefined ? -1 : lines.findIndex((one, below) => below >= at && /\)\s*$/.test(one))
    const several =
      end < 0
        ? same
        : lines
            .slice(at, Math.min(end, at + LONGEST_LIST) + 1)
            .join(' ')
            .replace(/^[^(]*\(|\)\s*$/g, '')
    give(list, several?.replaceAll(/["']/g, '').trim())
    const found = GIVEN.exec(line.slice(0, 400))
    give(found?.[1], found?.[2])
    const listed = found?.[1] === 'name' ? GIVEN.exec((lines[at + 1] ?? '').slice(0, 400)) : null
    if (listed?.[1] === 'value') give(found?.[2], listed[2])
  }
  return variables
}
/** `for m in wren:7b finch; do` */
const LOOP = /\bfor\s{1,4}(\w{1,60})\s{1,4}in\s{1,4}([^;\n]{1,800}?)\s{0,4}(?:;|$)/
/** `MODELS="wren:7b finch"`, `MODELS=(wren:7b finch)`, on one line or more */
const LIST =
  /^\s{0,40}(?:export |local |declare -a )?([A-Za-z_]\w{0,60})=(?:["']([^"'\n=]{1,400}\s[^"'\n=]{1,400})["']\s{0,8}(?:#.*)?$|(\())/
const LONGEST_LIST = 200
const GIVEN =
  /^\s{0,40}(?:export |ENV |ARG |set |- )?\s{0,4}["']?([A-Za-z_]\w{0,60})["']?(?:\s?[:?]?= ?|: |\s{1,4}(?<=ENV.{0,70}))["']?([^\s"'#]{1,200})/

/** `$NAME`, `${NAME:-other}`, `$(NAME)`, `{{ .Values.name }}`, `${{ inputs.name }}` */
const VARIABLE =
  /\$?\{\{-?\s{0,4}[^}\n]{0,160}?([\w-]{1,60})(?:\s{0,4}\|[^}\n]{0,160})?\s{0,4}-?\}\}|\$\{(?:oc\.env:|env:)?(\w{1,60})(?:(?::?[-=]|[:,](?![?+]))([^}]{0,200})|[^}]{0,200})\}|\$\((\w{1,60})\)|(?:\$|os\.environ\/)(\w{1,60})/g

/** what a workflow is given when it is started */
const GIVEN_LATER = /\{\{\s{0,4}(?:inputs|secrets|vars|github)\./

/** A word with its variables; null where one has no value here. */
export function expanded(text: string, variables: Variables, depth = 0): string | null {
  let whole = true
  // a second sign keeps a variable from whoever reads the file before the shell
  if (GIVEN_LATER.test(text)) return null
  const result = text.replaceAll('$$', '$').replaceAll(VARIABLE, (_, ...groups) => {
    const [template, braced, fallback, called, bare] = groups.map(one => (typeof one === 'string' ? one : undefined))
    const value = variables.get(template ?? braced ?? called ?? bare ?? '') ?? fallback
    const inner = value === undefined || depth > 5 ? null : expanded(value, variables, depth + 1)
    if (inner === null) whole = false
    return inner ?? ''
  })
  return whole && result !== '' ? result : null
}

/** Why a word has no value: what it is taken from. */
export function takenFrom(text: string): string {
  if (/^\?/.test(text)) return 'its name is left to whoever runs it'
  const name = text.replaceAll(/[${}()]|^os\.environ\//g, '').trim()
  if (/\{\{/.test(text)) return `its name is put in by a template (${name})`
  return /^(?:\d+|[@*])$/.test(name) ? `its name is argument ${name}` : `its name comes from the environment (${name})`
}
