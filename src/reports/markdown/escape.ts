import { plain } from '../words/foreign.ts'

/** what Markdown, or the HTML in it, would read as its own */
const MARKED = /[\\`*_{}[\]<>|~#$&]/g
/** what begins a list or a heading where it stands first */
const LEADING = /^(\s*)(?:([-+=])(?=\s|$|[-=])|(\d{1,9})([.)])(?=\s|$))/

/** Foreign words as Markdown text: no markup, no links, and nobody is mentioned. */
export function escaped(text: string): string {
  return (
    plain(text)
      .replace(MARKED, character => (character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`))
      .replace(
        LEADING,
        (_, space: string, sign: string | undefined, number: string | undefined, dot: string | undefined) =>
          sign ? `${space}\\${sign}` : `${space}${number}\\${dot}`,
      )
      // a forge makes mentions, references and links of these
      .replace(/@|#(?=\d)/g, sign => `${sign}&#8203;`)
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/\b(www)\.(?=\w)/gi, '$1\\.')
  )
}

/** Foreign words as code: shown as they are. In a table the bar must be escaped even there. */
export function coded(text: string, inTable: boolean): string {
  const words = inTable ? plain(text).replaceAll('|', '\\|') : plain(text)
  if (words.trim() === '') return ''
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(run => run[0].length))
  const fence = '`'.repeat(longest + 1)
  const pad = words.startsWith('`') || words.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${words}${pad}${fence}`
}
