import {
  Composer,
  CST,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  visit,
} from 'yaml'

/** Why a text is not read as YAML, as the rest of a sentence that names the text; `line` is 1-based. */
interface YamlTrouble {
  readonly line: number
  readonly says: string
}

/** The nodes of a text, and the 1-based line of an offset in it. */
interface ParsedYaml {
  readonly document: Document.Parsed
  readonly lineAt: (offset: number) => number
}

/** many times the nesting of any real card or form; what composes the nodes calls itself for each level (CWE-674) */
const DEEPEST_YAML = 100
/** anchors and tags: real files have a handful, and looking each up among all grows with their square (CWE-407) */
const PROPERTIES = 1_000
/** what is wrong is said in one line: an error may repeat all of the text */
const LONGEST_TROUBLE = 160

/** The first thing that is wrong: nothing after it is looked at. */
class Stop extends Error {
  readonly offset: number
  constructor(offset: number, says: string) {
    super(says)
    this.offset = offset
  }
}

/**
 * Parses one YAML document; what is too deep or has more than `aliases` ends before its nodes are made, and so does
 * the first error. Never throws on any text.
 */
function parseYaml(content: string, aliases: number, schema?: 'failsafe'): ParsedYaml | YamlTrouble {
  const counter = new LineCounter()
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line)
  try {
    const document = compose(tokensOf(content, aliases, counter), content.length, schema)
    return { document, lineAt }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { line: lineAt(error.offset), says: plain(error.message) }
  }
}

/** The concrete syntax of a text. The parser keeps what is open on a stack of its own, so that no depth harms it. */
function tokensOf(content: string, aliases: number, counter: LineCounter): readonly CST.Token[] {
  const parser = new Parser(counter.addNewLine)
  const tokens: CST.Token[] = []
  const left = { alias: aliases, property: PROPERTIES }
  let scalar = false
  counter.addNewLine(0)
  for (const lexeme of new Lexer().lex(content)) {
    const at = parser.offset
    // what follows the mark of a scalar is its words, however they begin
    const type: CST.TokenType | null = scalar ? null : CST.tokenType(lexeme)
    scalar = type === 'scalar'
    if (type === 'alias' && --left.alias < 0)
      throw new Stop(at, aliases === 0 ? 'it has an alias' : `it has more than ${aliases} aliases`)
    if ((type === 'anchor' || type === 'tag') && --left.property < 0)
      throw new Stop(at, `it has more than ${PROPERTIES} anchors and tags`)
    for (const token of parser.next(lexeme)) keep(token)
    if (parser.stack.length > DEEPEST_YAML) throw new Stop(at, `it is nested deeper than ${DEEPEST_YAML} levels`)
  }
  for (const token of parser.end()) keep(token)
  return tokens

  function keep(token: CST.Token): void {
    if (token.type === 'error') throw new Stop(token.offset, token.message)
    tokens.push(token)
  }
}

/** The document of these tokens. Throws a Stop for the first error, and for a second document. */
function compose(tokens: readonly CST.Token[], end: number, schema?: 'failsafe'): Document.Parsed {
  const composer = new Composer({
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
    ...(schema ? { schema } : {}),
  })
  let stop: Stop | null = null
  // by itself it goes on, and makes an object with a stack trace of each error: a crafted line has a hundred thousand
  Object.assign(composer, {
    onError(
      source: number | readonly number[] | { readonly offset: number },
      _: string,
      message: string,
      warning?: boolean,
    ) {
      if (warning) return
      const [at = 0] = typeof source === 'number' ? [source] : 'offset' in source ? [source.offset] : source
      // what it catches on its way out comes here again
      stop ??= new Stop(at, message)
      throw stop
    },
  })
  const [document, second] = composer.compose(tokens, true, end)
  if (second) throw new Stop(second.range[0], 'it has a second document')
  const [error] = document?.errors ?? []
  if (!document || error) throw new Stop(error?.pos[0] ?? 0, error?.message ?? 'it is empty')
  return document
}

const plain = (message: string) => message.replace(/\p{Cc}+/gu, ' ').slice(0, LONGEST_TROUBLE)

/** A text that was read as YAML. */
export interface Yaml extends ParsedYaml {
  readonly value: unknown
  /** the line of the nearest thing there is on the way to a key, else the first */
  readonly lineOf: (where: readonly PropertyKey[]) => number
}

/** What a kind of file may have. */
export interface YamlRules {
  /** aliases, together; none unless told */
  readonly aliases?: number
  /** whether a key may stand twice in a map: the last is read */
  readonly twice?: boolean
  /** the plain one has no numbers and no truth: every scalar is a string */
  readonly schema?: 'failsafe'
}

/** to how many values aliases may come together, those of what they stand for counted with them */
const EXPANDED = 100

/**
 * The one way into YAML, for files of ours and of others: bounded in depth, aliases and errors, so that time and memory
 * grow with the length of the text, which its reader bounds. What does not hold is a value, and never thrown.
 */
export function readYaml(content: string, { aliases = 0, twice = false, schema }: YamlRules = {}): Yaml | YamlTrouble {
  const parsed = parseYaml(content, aliases, schema)
  if ('says' in parsed) return parsed
  const { document, lineAt } = parsed
  const again = twice ? null : firstTwice(document.contents)
  if (again) {
    const says = `it has "${again.name.slice(0, 60)}" twice in one map, on line ${lineAt(again.before)} too`
    return { line: lineAt(again.offset), says }
  }
  const endless = aliases > 0 && content.includes('*') ? endlessAlias(document) : null
  if (endless !== null) return { line: lineAt(endless), says: 'it has an alias of what it stands in' }
  try {
    const value: unknown = document.toJS({ maxAliasCount: aliases > 0 ? EXPANDED : 0 })
    return { ...parsed, value, lineOf }
  } catch (error) {
    // an alias of nothing, or of what multiplies
    if (!(error instanceof ReferenceError)) throw error
    return { line: 1, says: 'its aliases cannot be followed' }
  }

  function lineOf(where: readonly PropertyKey[]): number {
    for (let length = where.length; length > 0; length--) {
      const node = document.getIn(where.slice(0, length), true)
      if (isNode(node) && node.range) return lineAt(node.range[0])
    }
    return 1
  }
}

/** The value of one node of a text that was read; undefined where its aliases cannot be followed. */
export function yamlValue(node: Node, document: Document): unknown {
  try {
    return node.toJS(document, { maxAliasCount: EXPANDED })
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    return undefined
  }
}

/** Where an alias stands for what it is a part of: such a value has no end. */
function endlessAlias(document: Document.Parsed): number | null {
  let found: number | null = null
  visit(document, {
    Alias(_, alias, above) {
      if (!above.some(node => isNode(node) && 'anchor' in node && node.anchor === alias.source)) return undefined
      found = alias.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return found
}

/** A key that stands twice in one map: where it stood before, and where again. */
interface Twice {
  readonly name: string
  readonly before: number
  readonly offset: number
}

/** The first key that a map has already, however deep; as deep as parsing allows. */
function firstTwice(node: unknown): Twice | null {
  if (isSeq(node)) return firstOf(node.items)
  return isMap(node) ? (twiceIn(node.items)[0] ?? firstOf(node.items.flatMap(({ key, value }) => [key, value]))) : null
}

function firstOf(nodes: readonly unknown[]): Twice | null {
  for (const node of nodes) {
    const found = firstTwice(node)
    if (found) return found
  }
  return null
}

/** The keys of a map that it has already. */
export function twiceIn(pairs: readonly Pair[]): readonly Twice[] {
  const seen = new Map<unknown, number>()
  return pairs.flatMap(({ key }): Twice[] => {
    if (!isScalar(key) || !key.range) return []
    const [offset] = key.range
    const before = seen.get(key.value)
    seen.set(key.value, offset)
    return before === undefined ? [] : [{ name: String(key.value), before, offset }]
  })
}
