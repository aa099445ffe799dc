import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'

/** The metadata block of a card, wherever in the file it really stands. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>
  /** first and last line of the block, fences included, 1-based */
  readonly line: number
  readonly endLine: number
  readonly position: 'start' | 'after-heading' | 'in-comment'
  /** line of a top-level key and last line of its value */
  readonly keys: ReadonlyMap<string, { readonly line: number; readonly endLine: number }>
  readonly notes: readonly string[]
}

/** deeper into a file than this nobody's metadata block has been seen to begin */
const SEARCHED_LINES = 60
/** longer than the longest real block with its evaluation tables; stops a crafted file */
const MAX_BYTES = 1_000_000

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
    return { ...place(block), data: {}, keys: new Map(), notes: ['the metadata block is over 1 MB: not read'] }
  const counter = new LineCounter()
  const parsed = parseDocument(source, { lineCounter: counter, uniqueKeys: false, logLevel: 'silent' })
  const keys = new Map<string, { line: number; endLine: number }>()
  const notes: string[] = []
  if (isMap(parsed.contents)) {
    for (const { key, value } of parsed.contents.items) {
      if (!isScalar(key) || !key.range) continue
      const line = counter.linePos(key.range[0]).line + block.from
      const range = isNode(value) ? value.range : null
      const endLine = range ? counter.linePos(Math.max(range[0], range[1] - 1)).line + block.from : line
      const before = keys.get(String(key.value))
      if (before && notes.length < MAX_NOTES)
        notes.push(
          `the metadata says ${String(key.value).slice(0, 60)} twice (lines ${before.line} and ${line}): the last is read`,
        )
      keys.set(String(key.value), { line, endLine: Math.max(line, endLine) })
    }
  }
  const problem = parsed.errors[0]
  // further down, text between two rules may look like it ("Note: …"); what a hub would not read stays text
  if (block.position === 'after-heading' && (problem || !isCards([...keys.keys()]))) return null
  const data = problem ? null : toData(parsed)
  if (data) return { ...place(block), data, keys, notes }
  const rough = readRoughly(lines, block)
  const why = problem ? problem.message.split('\n')[0] : 'its aliases expand without bound'
  return { ...place(block), ...rough, notes: [`the metadata block is not valid YAML (${why}): read key by key`] }
}

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
      for (let end = at + 1; end < lines.length; end++) {
        const closing = bare(lines[end])
        if (closing === '---' || closing === '...' || (inComment && closing.startsWith('-->'))) {
          const position = inComment ? 'in-comment' : onlyBlank(lines, at) ? 'start' : 'after-heading'
          return { from: at + 1, to: end, position }
        }
      }
      return null
    }
    if (line.includes('-->')) inComment = false
  }
  return null
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

function isNode(value: unknown): value is { range?: [number, number, number] | null } {
  return typeof value === 'object' && value !== null && 'range' in value
}

function toData(parsed: ReturnType<typeof parseDocument>): Record<string, unknown> | null {
  try {
    const value: unknown = parsed.toJS({ maxAliasCount: 100 })
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  } catch {
    return null
  }
}

/** The first value of each top-level `key: value` line and the items under it, when the block is not YAML. */
function readRoughly(lines: readonly string[], block: Found): Pick<FrontMatter, 'data' | 'keys'> {
  const data: Record<string, unknown> = {}
  const keys = new Map<string, { line: number; endLine: number }>()
  let open: string | null = null
  for (let at = block.from; at < block.to; at++) {
    const line = (lines[at] ?? '').replace(/\r$/, '')
    const colon = line.indexOf(':')
    if (KEY.test(line) && colon > 0) {
      const key = line.slice(0, colon).trim()
      const value = unquote(line.slice(colon + 1).trim())
      open = value === '' ? key : null
      if (!keys.has(key)) {
        data[key] = value === '' ? [] : value
        keys.set(key, { line: at + 1, endLine: at + 1 })
      }
    } else if (open !== null && /^\s*-\s+/.test(line)) {
      const list = data[open]
      if (Array.isArray(list)) list.push(unquote(line.replace(/^\s*-\s+/, '').trim()))
      keys.set(open, { line: keys.get(open)?.line ?? at + 1, endLine: at + 1 })
    }
  }
  return { data, keys }
}

const unquote = (value: string) => value.replace(/^(['"])(.*)\1$/, '$2')
