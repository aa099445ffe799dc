import type { Reporter } from './reporter.ts'

/** controls that JSON leaves as they are and a terminal may act on (U+009B begins a sequence), and reordering marks */
const UNSAFE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** The report itself, as `unwash/report.schema.json` describes it. */
export const json: Reporter = {
  id: 'json',
  extension: 'json',
  render(report) {
    return inJson(report)
  },
}

/** A value as JSON that can be shown in a terminal. */
export function inJson(value: object): string {
  const text = JSON.stringify(value, null, 2)
  return `${text.replace(UNSAFE, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}
