import type { Stretch } from './calls.ts'
import type { Tree } from './context.ts'
import type { Given, Load } from './loads.ts'

const PUT_TOGETHER = 'its name is put together while the program runs'
/** what is asked for a variable of the environment */
export const ENVIRONMENT = /^(?:getenv|environ|env)$/

/** What the tokens of an argument come to. */
export function namesIn(
  { tokens, matches, textAt }: Tree,
  { from, to }: Stretch,
  written: (at: number, fallback?: boolean) => Given,
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
