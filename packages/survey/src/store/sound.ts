/** A text without what no database keeps: a zero character, and half of a pair. */
export const sound = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
  text.replace(/\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')

/** how JSON spells these */
const UNSOUND = /\\u(?:0000|d[89a-f])/

/** A value as JSON that a database takes. */
export function soundJson(value: unknown): string {
  const json = JSON.stringify(value)
  if (!UNSOUND.test(json)) return json
  return JSON.stringify(value, (_, one) => (typeof one === 'string' ? sound(one) : one))
}
