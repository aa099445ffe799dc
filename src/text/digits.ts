/** A number with commas: `700,000,000`. `toLocaleString` would load the tables of every language first. */
export function withCommas(number: number): string {
  const [whole = '', ...part] = String(number).split('.')
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ','), ...part].join('.')
}
