import { isMap, isNode, isScalar } from 'yaml'
import { findWords } from '../text/find-words.ts'
import { readYaml, twiceIn, type Yaml, yamlValue } from '../text/yaml/read.ts'

/** The metadata block of a card, wherever in the file it really stands. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>
  /** first and last line of the block, fences included, 1-based */
  readonly line: number
  readonly endLine: number
  readonly position: 'start' | 'after-heading' | 'in-comment'
  /** line of a top-level key and last line of its value */
  readonly keys: ReadonlyMap<string, Lines>
  /** every top-level key as often as it stands there, with what a merge key brings */
  readonly entries: readonly MetadataEntry[]
  /** it is no valid YAML, or too long: what was not found may stand in it all the same */
  readonly broken: boolean
  readonly notes: readonly string[]
}

interface Lines {
  readonly line: number
  readonly endLine: number
}

/** A key of a metadata block, and its value. */
export interface MetadataEntry extends Lines {
  readonly key: string
  readonly value: unknown
}

/** deeper into a file than this nobody's metadata block has been seen to begin */
const SEARCHED_LINES = 60
/** longer than the longest real block with its evaluation tables; stops a crafted file */
const MAX_BYTES = 1_000_000

const BROKEN_MATTER = { data: {}, keys: new Map(), entries: [], broken: true } as const

/** no real card has more aliases */
const MAX_ALIASES = 100
/** keys said twice that are worth a note each; a file with more was made to have them */
const MAX_NOTES = 10

const KEY = /^[A-Za-z][\w.-]{0,60}\s*:(\s|$)/
/** how the keys of cards are written */
const CARD_KEY = /^[a-z][a-z0-9_-]{0,60}$/

/** Finds and reads the front matter of a card, or null. Never throws: broken YAML is read key by key, with a note. */
export function readFrontMatter(lines: readonly string[]): FrontMatter | null {
  const block = findBlock(lines)
  if (!block) return null
  const source = lines
    .slice(block.from, block.to)
    .map(line => line.replace(/\r$/, ''))
    .join('\n')
  if (source.length > MAX_BYTES)
    return { ...place(block), ...BROKEN_MATTER, notes: ['the metadata block is over 1 MB: not read'] }
  const read = readYaml(source, { aliases: MAX_ALIASES, twice: true })
  const entries = 'says' in read ? [] : entriesOf(read, block.from)
  const keys = new Map(entries.map(({ key, line, endLine }) => [key, { line, endLine }]))
  // further down, text between two rules may look like it ("Note: …"); what a hub would not read stays text
  if (block.position === 'after-heading' && !isCards([...keys.keys()])) return null
  if ('says' in read) {
    const { notes: said, ...roughly } = readRoughly(lines, block)
    const why = `${read.says}, on line ${read.line + block.from}`
    const notes = [`the metadata block is not valid YAML (${why}): read key by key`, ...said]
    return { ...place(block), ...roughly, broken: true, notes }
  }
  const data = recordOf(read.value)
  const merged = entries.flatMap(({ key, value, line, endLine }) =>
    key === MERGE
      ? [value]
          .flat()
          .flatMap(one => Object.entries(recordOf(one)).map(([key, value]) => ({ key, value, line, endLine })))
      : [],
  )
  const notes = notesOnTwice(read, block.from)
  return { ...place(block), data, keys, entries: [...entries, ...merged], broken: false, notes }
}

/**
 * For each line of a value the line of the file on which it begins: they are as many where the value stands as a block,
 * and fewer, or more, where it is folded or in quotes.
 */
export function linesOfValue(
  value: string,
  lines: readonly string[],
  { line, endLine }: { readonly line: number; readonly endLine: number },
): readonly number[] {
  const raw = lines.slice(line - 1, endLine).map(bare)
  const own = value.trimEnd().split('\n')
  const first = raw.findIndex((_, at) => own.every((words, on) => words.trim() === raw[at + on]))
  if (first >= 0) return own.map((_, at) => line + first + at)
  const block = raw.join('\n')
  let read = 0
  let begins = line
  return own.map(words => {
    const found = words.trim() === '' ? null : findWords(block.slice(read), words)
    if (found !== null) {
      begins = line + block.slice(0, read + found.from).split('\n').length - 1
      read += found.to
    }
    return begins
  })
}

/** the key whose maps stand for their own keys */
const MERGE = '<<'

/** The top-level keys, each as often as it stands there. */
function entriesOf(yaml: Yaml, above: number): MetadataEntry[] {
  const { document, lineAt } = yaml
  if (!isMap(document.contents)) return []
  const data = recordOf(yaml.value)
  const again = new Set(twiceIn(document.contents.items).map(({ name }) => name))
  return document.contents.items.flatMap(({ key, value }): MetadataEntry[] => {
    if (!isScalar(key) || !key.range) return []
    const name = String(key.value)
    const line = lineAt(key.range[0]) + above
    const range = isNode(value) ? value.range : null
    const endLine = range ? lineAt(Math.max(range[0], range[1] - 1)) + above : line
    const is = again.has(name) && isNode(value) ? yamlValue(value, document) : data[name]
    return [{ key: name, value: is, line, endLine: Math.max(line, endLine) }]
  })
}

function notesOnTwice({ document, lineAt }: Yaml, above: number): string[] {
  const twice = isMap(document.contents) ? twiceIn(document.contents.items) : []
  return twice
    .slice(0, MAX_NOTES)
    .map(({ name, before, offset }) => twiceNote(name, lineAt(before) + above, lineAt(offset) + above))
}

const twiceNote = (key: string, before: number, line: number) =>
  `the metadata says ${key.slice(0, 60)} twice (lines ${before} and ${line})`

const isCards = (keys: readonly string[]) => keys.length > 0 && keys.every(key => CARD_KEY.test(key))

interface Found {
  readonly from: number
  readonly to: number
  readonly position: FrontMatter['position']
}

function place(block: Found): Pick<FrontMatter, 'line' | 'endLine' | 'position'> {
  return { line: block.from, endLine: block.to + 1, position: block.position }
}

function findBlock(lines: readonly string[]): Found | null {
  const limit = Math.min(lines.length, SEARCHED_LINES)
  let inComment = false
  for (let at = 0; at < limit; at++) {
    const line = bare(lines[at])
    if (line.startsWith('<!--')) inComment = true
    const opens = line === '---' || (inComment && /^<!-{2,}\s*-{3}$/.test(line))
    const first = inComment || onlyBlank(lines, at) ? nextFilled(lines, at + 1) : bare(lines[at + 1])
    if (opens && KEY.test(first)) {
      const to = closingOf(lines, at + 1, inComment)
      return to < 0
        ? null
        : { from: at + 1, to, position: inComment ? 'in-comment' : onlyBlank(lines, at) ? 'start' : 'after-heading' }
    }
    if (line.includes('-->')) inComment = false
  }
  return null
}

/** Where a block that begins at a line ends, with what follows it as a further document; below zero: nowhere. */
function closingOf(lines: readonly string[], from: number, inComment: boolean): number {
  let found = -1
  for (let at = from; at < lines.length; at++) {
    const line = bare(lines[at])
    if (line !== '---' && line !== '...' && !(inComment && line.startsWith('-->'))) continue
    found = at
    if (line !== '...') break
    do at++
    while (at < lines.length && bare(lines[at]) === '')
    if (bare(lines[at]) !== '---' || !KEY.test(nextFilled(lines, at + 1))) break
  }
  return found
}

const bare = (line: string | undefined) => (line ?? '').replace(/\r$/, '').trim()

const onlyBlank = (lines: readonly string[], before: number) => lines.slice(0, before).every(line => bare(line) === '')

function nextFilled(lines: readonly string[], from: number): string {
  for (let at = from; at < Math.min(lines.length, from + 4); at++) {
    const line = bare(lines[at])
    if (line !== '' && !line.startsWith('#')) return line
  }
  return ''
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

/** The first value of each top-level `key: value` line and the items under it, when the block is not YAML. */
function readRoughly(lines: readonly string[], block: Found): Pick<FrontMatter, 'data' | 'keys' | 'entries' | 'notes'> {
  const notes: string[] = []
  const data: Record<string, unknown> = {}
  const keys = new Map<string, Lines>()
  const twice: MetadataEntry[] = []
  let open: string | null = null
  for (let at = block.from; at < block.to; at++) {
    const line = (lines[at] ?? '').replace(/\r$/, '')
    const colon = line.indexOf(':')
    if (KEY.test(line) && colon > 0) {
      const key = line.slice(0, colon).trim()
      const value = unquote(line.slice(colon + 1).trim())
      open = value === '' ? key : null
      const before = keys.get(key)
      if (before) {
        open = null
        if (notes.length < MAX_NOTES) notes.push(twiceNote(key, before.line, at + 1))
        twice.push({ key, value, line: at + 1, endLine: at + 1 })
        continue
      }
      data[key] = value === '' ? [] : value
      keys.set(key, { line: at + 1, endLine: at + 1 })
    } else if (open !== null && /^\s*-\s+/.test(line)) {
      const list = data[open]
      if (Array.isArray(list)) list.push(unquote(line.replace(/^\s*-\s+/, '').trim()))
      keys.set(open, { line: keys.get(open)?.line ?? at + 1, endLine: at + 1 })
    }
  }
  const first = [...keys].map(([key, place]): MetadataEntry => ({ key, value: data[key], ...place }))
  return { data, keys, entries: [...first, ...twice], notes }
}

const unquote = (value: string) => value.replace(/^(['"])(.*)\1$/, '$2')
