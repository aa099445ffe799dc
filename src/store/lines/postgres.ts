import type { LineFormat } from './index.ts'

const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\ufffd',
}

/** PostgreSQL keeps no zero character. Half of a pair is replaced where text becomes bytes. */
const escaped = (text: string): string => text.replace(/[\\\n\r\t\0]/g, found => ESCAPED[found] ?? found)

/** Rows as `copy … from stdin` takes them in, in its text format. */
export const postgresLines: LineFormat = {
  between: { columns: '\t', rows: '\n' },
  write: (value, { kind }) => {
    if (value === null) return '\\N'
    if (typeof value === 'string') return escaped(kind === 'json' ? soundJson(value) : value)
    if (Array.isArray(value)) return escaped(`{${value.map(quoted).join(',')}}`)
    return String(value)
  },
}

const quoted = (one: string): string => `"${one.replace(/["\\]/g, '\\$&')}"`

/** In JSON a zero character and half of a pair are escapes, and are not taken there either. */
function soundJson(json: string): string {
  if (!json.includes('\\u')) return json
  return JSON.stringify(JSON.parse(json), (_, value) => (typeof value === 'string' ? whole(value) : value))
}

const whole = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
  text.replace(/\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
