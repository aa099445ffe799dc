/** A word of a command line, and where it stands. */
export interface CommandWord {
  readonly text: string
  readonly line: number
}

/** a word of a command line: quotes, brackets and commas of lists part words too, but not what stands for another */
const COMMAND_WORD = new RegExp(
  String.raw`(?:<[^<>\s]{1,100}>|\$?\{\{[^}\n]{0,200}\}\}|\$\{[^}\n]{0,200}\}|\$\([A-Za-z_]\w{0,60}\)|` +
    String.raw`[^\s"'\x60,[\](){};&|<>])+|[;&|]`,
  'g',
)

/** The words of some lines; comments have none. */
export const commandWords = (lines: readonly string[]): CommandWord[] =>
  lines.flatMap((line, at) =>
    /^\s*(?:#|\/\/|REM\b)/.test(line)
      ? []
      : [...line.slice(0, 5_000).matchAll(COMMAND_WORD)].map(match => ({ text: match[0], line: at + 1 })),
  )

/** What variables stand for: by their names, the values they are given first. */
export type Variables = ReadonlyMap<string, string>

/** `NAME=value` in a shell, `ENV NAME=value`, `ARG NAME=value`, `NAME: value`, `name: NAME` above `value: value`. */
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
const LIST = new RegExp(
  String.raw`^\s{0,40}(?:export |local |declare -a )?([A-Za-z_]\w{0,60})=(?:["']([^"'\n=]{1,400}` +
    String.raw`\s[^"'\n=]{1,400})["']\s{0,8}(?:#.*)?$|(\())`,
)
const LONGEST_LIST = 200
const GIVEN = new RegExp(
  String.raw`^\s{0,40}(?:export |ENV |ARG |set |- )?\s{0,4}["']?([A-Za-z_]\w{0,60})` +
    String.raw`["']?(?:\s?[:?]?= ?|: |\s{1,4}(?<=ENV.{0,70}))["']?([^\s"'#]{1,200})`,
)

/** `$NAME`, `${NAME:-other}`, `$(NAME)`, `{{ .Values.name }}`, `${{ inputs.name }}` */
const VARIABLE = new RegExp(
  String.raw`\$?\{\{-?\s{0,4}[^}\n]{0,160}?([\w-]{1,60})(?:\s{0,4}\|[^}\n]{0,160})?\s{0,4}` +
    String.raw`-?\}\}|\$\{(?:oc\.env:|env:)?(\w{1,60})(?:(?::?[-=]|[:,](?![?+]))([^}]{0,200}` +
    String.raw`)|[^}]{0,200})\}|\$\((\w{1,60})\)|(?:\$|os\.environ/)(\w{1,60})`,
  'g',
)

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
  return whole && result !== '' && !/\$\{/.test(result) ? result : null
}

/** Why a word has no value: what it is taken from. */
export function takenFrom(text: string): string {
  if (/^\?/.test(text)) return 'its name is left to whoever runs it'
  const name = text.replaceAll(/[${}()]|^os\.environ\//g, '').trim()
  if (/\{\{/.test(text)) return `its name is put in by a template (${name})`
  return /^(?:\d+|[@*])$/.test(name) ? `its name is argument ${name}` : `its name comes from the environment (${name})`
}

const LONGEST_COMMAND = 60

/** The words of a command from one on: to the end of the line, or further where the line goes on or a list does. */
export function restOf(words: readonly CommandWord[], from: number, lines: readonly string[]): readonly CommandWord[] {
  const rest: CommandWord[] = []
  let line = words[from - 1]?.line ?? 0
  for (const word of words.slice(from, from + LONGEST_COMMAND)) {
    if (/^[;&|]$/.test(word.text)) break
    while (line < word.line && goesOn(lines, line)) line += 1
    if (line < word.line) break
    if (word.text !== '\\') rest.push(word)
  }
  return rest
}

const goesOn = (lines: readonly string[], line: number) =>
  /[\\`^,[]\s*$/.test(lines[line - 1] ?? '') || /^\s*(?:- |["']|-$)/.test(lines[line] ?? '')

const COMMAND = /^(["']?)(?:command|args|entrypoint)\1\s{0,4}:/
const IMAGE = /^(\s{0,60}(?:- )?)["']?image["']?\s{0,4}:/

/**
 * The words that a container is started with, by a word that is its image: those of its command in a deployment, of
 * `CMD` and `ENTRYPOINT` below a `FROM`; null where it is started on a line.
 */
export function startOf(
  words: readonly CommandWord[],
  image: CommandWord,
  lines: readonly string[],
): readonly CommandWord[] | null {
  const at = image.line - 1
  const line = lines[at] ?? ''
  if (/^\s*FROM\s/i.test(line)) {
    const next = lines.findIndex((one, below) => below > at && /^\s*FROM\s/i.test(one))
    const own = (one: CommandWord) => one.line > image.line && (next < 0 || one.line <= next)
    return words.filter(one => own(one) && /^\s*(?:CMD|ENTRYPOINT)\b/i.test(lines[one.line - 1] ?? '')).filter(isNoVerb)
  }
  const column = IMAGE.exec(line)?.[1]?.length
  if (column === undefined) return null
  const chosen = new Set<number>()
  let chooses = false
  const [first, last] = [blockEnd(lines, at, column, -1), blockEnd(lines, at, column, 1)]
  for (let row = first; row <= last; row++) {
    const text = lines[row] ?? ''
    const isKey = contentAt(text, column)
    if (isKey !== null) chooses = COMMAND.test(isKey) || (chooses && /^(?:- |[\]}])/.test(isKey))
    if (chooses) chosen.add(row + 1)
  }
  return words.filter(one => chosen.has(one.line)).filter(isNoVerb)
}

const isNoVerb = ({ text }: CommandWord) => !/^(?:command|args|entrypoint|CMD|ENTRYPOINT):?$|^[;&|\\>-]$/.test(text)

/** What stands at a column of a line, where nothing is before it but a list's sign. */
const contentAt = (line: string, column: number) =>
  /^[\s-]*$/.test(line.slice(0, column)) && /\S/.test(line[column] ?? '') ? line.slice(column) : null

/** The last line, up or down, of the map whose keys stand at a column. */
function blockEnd(lines: readonly string[], at: number, column: number, step: 1 | -1): number {
  const starts = (row: number) => /^\s*- /.test((lines[row] ?? '').slice(0, column))
  let end = at
  for (let row = at; row >= 0 && row < lines.length && Math.abs(row - at) < 400; row += step) {
    const line = lines[row] ?? ''
    const indent = line.length - line.trimStart().length
    const isOwn = line.trim() === '' || indent >= column || contentAt(line, column) !== null
    if (!isOwn || (step === 1 && row > at && starts(row))) break
    end = row
    if (step === -1 && starts(row)) break
  }
  return end
}

const SHOWN_ONLY = new RegExp(
  String.raw`((?:^|[\s;&|(@])(?:echo|printf)\s{1,4}(?:-\w{1,3}\s{1,4})?)("[^"\n]*"|` +
    String.raw`'[^'\n]*'|[^"'\n;&|>)]*)(?=\s*(?:>&2|1>&2|;|&&|\|\||$|[)}]))`,
  'gm',
)

/** Settings and scripts without what they show, the labels of an image, and what CMake sets as other files do. */
export function withoutShown(content: string): string {
  let labels = false
  return content
    .replaceAll(SHOWN_ONLY, (_, command: string) => command)
    .replaceAll(/\bset\(\s{0,8}([A-Z_][A-Z0-9_]{0,60})\s{1,8}"?([^\s")]{1,200})"?\s{0,8}\)/g, '$1=$2')
    .split('\n')
    .map(line => {
      const isLabel = labels || /^\s*LABEL\s/i.test(line)
      labels = isLabel && line.trimEnd().endsWith('\\')
      return isLabel ? '' : line
    })
    .join('\n')
}

const PYTHON = /\bpython[\d.]*\s{1,4}(?:-[a-zB-Z]\s{1,4})*-c\s{1,4}(\\?["'])/g
const FED = /\bpython[\d.]*\b[^\n]{0,200}<<-?\s{0,4}(["']?)(\w{1,40})\1[^\n]{0,200}\n/g

/** The Python that a script gives to an interpreter, each line where it is in the file; null where there is none. */
export function pythonIn(content: string): string | null {
  const parts: (readonly [number, number])[] = []
  for (const match of content.matchAll(PYTHON)) {
    const from = match.index + match[0].length
    const quote = match[1] ?? ''
    let to = content.indexOf(quote, from)
    while (to > 0 && quote === '"' && content[to - 1] === '\\') to = content.indexOf(quote, to + 1)
    if (to > 0 && to - from < LONGEST_SCRIPT) parts.push([from, to])
  }
  for (const match of content.matchAll(FED)) {
    const from = match.index + match[0].length
    const end = new RegExp(`^\\s*${match[2]}\\s*$`, 'm').exec(content.slice(from, from + LONGEST_SCRIPT))
    if (end) parts.push([from, from + end.index])
  }
  if (parts.length === 0) return null
  let at = 0
  let code = ''
  for (const [from, to] of parts.sort(([one], [other]) => one - other)) {
    if (from < at) continue
    code += content.slice(at, from).replaceAll(/[^\n]/g, '')
    code += content.slice(from, to).replaceAll('\\"', '"')
    at = to
  }
  return code
}

const LONGEST_SCRIPT = 20_000
