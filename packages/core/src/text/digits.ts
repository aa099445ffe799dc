/** A number with commas: `700,000,000`. `toLocaleString` would load the tables of every language first. */
export function withCommas(number: number): string {
  const [whole = '', ...part] = String(number).split('.')
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ','), ...part].join('.')
}

/** Words with parameters in place of their names in braces; null where one is missing. */
export function filled(words: string, parameters: Readonly<Record<string, unknown>>): string | null {
  let whole = true
  const text = words.replace(/\{(\w{1,40})\}/g, (_, name: string) => {
    const value = parameters[name]
    if (typeof value === 'number') return withCommas(value)
    if (typeof value === 'string' && value !== '') return value
    whole = false
    return ''
  })
  return whole ? text : null
}
