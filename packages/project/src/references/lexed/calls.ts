import type { LoaderCall, Loaders } from '@unwash/core/knowledge/loaders'
import {
  type Around,
  argumentAt,
  FURTHEST,
  GIVES,
  KEYWORDS,
  keysBefore,
  LONGEST_LIST,
  pathBefore,
  type SyntaxTree,
} from './context.ts'
import type { CodeToken } from './lexer.ts'

/** A call that loads, as it is looked for. */
export type Loader = Pick<LoaderCall, 'of' | 'from' | 'at' | 'host' | 'revision' | 'imports' | 'receivers'> & {
  /** it loads weights only where it is told to */
  readonly pretrained?: boolean
  readonly name: string
  /** of a method: the whole of what stands before it */
  readonly receiver?: string
}

/** A text that a name is given somewhere in a code base. */
export interface GivenText {
  readonly text: string
  readonly path: string
  readonly line: number
  /** it holds only where nothing else is given */
  readonly fallback: boolean
  /** of a name that stands nowhere: whose it is */
  readonly why?: string
}

/** A call that loads a model or a data set: the texts that name it there, or the name that they are given to. */
export interface Load {
  readonly loader: Loader
  readonly via: string
  readonly path: string
  readonly line: number
  readonly texts: readonly GivenText[]
  /** what is looked up elsewhere: a name, or an argument of the function around the call */
  readonly keys: readonly string[]
  readonly revision: string | null
  /** why no name is told, where none is found */
  readonly why: string
  /** whether a keyword says that it is a model's: a common word that is called with anything else says nothing */
  readonly keyed: boolean
}

/** Some of the tokens, from one to before another, and the key they are given to between brackets. */
export interface Stretch {
  readonly key: string | null
  readonly from: number
  readonly to: number
}

/** What stands between the commas of a bracket. */
export function argumentsOf({ tokens, textAt, partnerOf }: SyntaxTree, open: number): Stretch[] {
  const close = partnerOf(open)
  const all: Stretch[] = []
  for (let from = open + 1, at = from; at <= close && all.length < LONGEST_LIST; at++) {
    const match = partnerOf(at)
    if (match > at) at = match
    if (at !== close && textAt(at) !== ',') continue
    const isKeyed = tokens[from]?.is !== 'sign' && /^[:=]$/.test(textAt(from + 1)) && from + 2 < at
    const isShort = textAt(open) === '{' && at === from + 1
    if (from < at)
      all.push({
        key: isKeyed || isShort ? textAt(from) : null,
        from: isKeyed ? from + 2 : from,
        to: at,
      })
    from = at + 1
  }
  return all
}

/** The call that a token is an argument of: the words it is reached by, the last first, and where these begin. */
export function callBefore(
  tree: SyntaxTree,
  at: number,
): (Pick<Around, 'path' | 'argument'> & { from: number; open: number }) | null {
  const open = tree.openOf(at)
  if (tree.textAt(open) !== '(' || at - open > FURTHEST) return null
  const { path, from } = pathBefore(tree, open)
  return path.length === 0 ? null : { path, from, open, argument: argumentAt(tree, open, at) }
}

/** The key that a value is given to, perhaps as one of two: `key = other or value`. */
export function keysOf(tree: SyntaxTree, at: number): string[] {
  const { tokens, textAt, partnerOf } = tree
  let line = tokens[at]?.line ?? 1
  for (let back = at - 1; back >= Math.max(0, at - FURTHEST); back--) {
    const { is, text, line: on } = tokens[back] as CodeToken
    const match = partnerOf(back)
    // a line goes on behind what wants more
    if (on < line && !(is === 'sign' && /^(?:[(=|:\\]|:=|\?\?|=>)$/.test(text))) break
    line = on
    if (match >= 0 && match < back) back = match
    else if (is === 'sign' && GIVES.has(text)) return keysBefore(tree, back + 1)
    else if (/^[;,{[]$/.test(text)) break
    // what is called makes a value of its own
    else if (text === '(' && tokens[back - 1]?.is === 'word' && !KEYWORDS.has(textAt(back - 1))) break
  }
  return []
}

const PUT_TOGETHER = 'its name is put together while the program runs'
/** what is asked for a variable of the environment */
export const ENVIRONMENT = /^(?:getenv|environ|env)$/

/** What the tokens of an argument come to. */
export function namesInArgument(
  { tokens, matches, textAt }: SyntaxTree,
  { from, to }: Stretch,
  written: (at: number, fallback?: boolean) => GivenText,
): Pick<Load, 'texts' | 'keys' | 'why'> {
  const words: string[] = []
  const texts: number[] = []
  const isSum = tokens.slice(from, to).some(({ is, text }) => is === 'sign' && /^[+%*]$/.test(text))
  for (let at = from; at < Math.min(to, from + 60); at++) {
    const { is, text } = tokens[at] ?? { is: 'sign', text: '' }
    if (is === 'text') texts.push(at)
    else if (is === 'word' && !/^(?:str|f|await|if|else|or|new)$/.test(text)) words.push(text)
  }
  const last = words.at(-1) ?? ''
  const isAsked = words.some(word => ENVIRONMENT.test(word))
  if (isAsked) {
    const name = texts.length > 0 ? (tokens[texts[0] ?? 0]?.text ?? '') : last
    const more = texts.slice(1).map(at => written(at, true))
    return { texts: more, keys: [], why: `its name comes from the environment (${name})` }
  }
  // of `"/".join(…)` neither the text nor what it joins is the name
  const makes = texts.some(at => textAt(at + 1) === '.' && textAt(at + 3) === '(')
  if (isSum || makes) return { texts: [], keys: [], why: PUT_TOGETHER }
  // `MODELS["small"]` is looked up by its key
  if (texts.length > 0 && tokens[(texts[0] ?? 0) - 1]?.text !== '[')
    return { texts: texts.map(at => written(at)), keys: [], why: PUT_TOGETHER }
  const [index] = texts
  const key = [...words, ...(index === undefined ? [] : [textAt(index)])].join('.')
  if (key === '' || (to - from > 1 && textAt(to - 1) === ']' && texts.length === 0))
    return { texts: [], keys: [], why: PUT_TOGETHER }
  if (textAt(to - 1) === ')') {
    const open = matches[to - 1] ?? from
    const called = tokens
      .slice(from, open)
      .map(({ text }) => text)
      .join('')
    return { texts: [], keys: [], why: `its name is made by ${called.slice(0, 60)}()` }
  }
  return {
    texts: [],
    keys: [key],
    why: key.includes('.')
      ? `its name comes from ${key}, which is set elsewhere`
      : `its name comes from "${key}", which is not defined here`,
  }
}

/**
 * What a call loads that names nothing: what is spread into it may name it, else it is what its library has for a task.
 * @param own what the library loads, where that is known
 * @param task the one the call is given, and its text where it is written there
 */
export function unnamed(
  { tokens, textAt }: SyntaxTree,
  list: readonly Stretch[],
  own: Loaders['defaults'][number] | undefined,
  task: { readonly text: string | null } | null,
): { readonly id: string | null; readonly why: string } | null {
  const spread = list.find(({ from }) => /^(?:\*|\.{1,3})$/.test(textAt(from)))
  if (spread && (own || list.length === 1)) {
    const words = tokens.slice(spread.from, spread.to).flatMap(({ is, text }) => (is === 'word' ? [text] : []))
    return { id: null, why: `its name may be in what is spread into the call (${words.join('.')})` }
  }
  if (spread || !own || !task) return null
  const { text } = task
  if (text === null)
    return { id: null, why: `no model is named, and ${own.library} loads its own for the task it is given` }
  const id = own.names[text] ?? own.names[text.split('_', 1)[0] ?? ''] ?? null
  const says = `no model is named: ${own.library} loads its own for "${text.slice(0, 60)}"`
  return id === null
    ? { id, why: `${says}, which is not known here` }
    : { id, why: `${says}, ${id} as of ${own.seenOn}; it moves with the library` }
}

/** The library whose weights a call takes that builds a model: `models.resnet50(pretrained=True)`; null for none. */
export function builtBy(
  { tokens }: SyntaxTree,
  name: string,
  list: readonly Stretch[],
  { built }: Loaders,
  imported: (library: string) => boolean,
): string | null {
  const own = built.find(({ begins }) => begins.some(begin => name.startsWith(begin)))
  if (!own?.imports.some(imported)) return null
  const by = list.find(({ key }) => key === 'weights' || key === 'pretrained')
  const { is, text } = tokens[by?.from ?? -1] ?? {}
  // a constant of the library is told as that
  return (by ? text !== 'True' && is !== 'text' : own.told) ? null : own.host
}

/** Whether a call is told to load weights, or may be by what it is given. */
export const isPretrained = ({ tokens }: SyntaxTree, list: readonly Stretch[]): boolean =>
  list.some(({ key, from }) => {
    const { is, text = '' } = tokens[from] ?? {}
    return (key === null || key === 'pretrained') && is === 'word' && /^(?:True|[a-z]\w*)$/.test(text)
  })
