import { Composer, CST, type Document, Lexer, LineCounter, Parser } from 'yaml'

/** Why a text is not read as YAML, as the rest of a sentence that names the text; `line` is 1-based. */
export interface YamlTrouble {
  readonly line: number
  readonly says: string
}

/** The nodes of a text, and the 1-based line of an offset in it. */
export interface ParsedYaml {
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
export function parseYaml(content: string, aliases: number, schema?: 'failsafe'): ParsedYaml | YamlTrouble {
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
