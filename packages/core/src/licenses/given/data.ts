import { parseJson } from '../../text/json.ts'
import { readYaml } from '../../text/yaml/read.ts'

/** Data that was saved as a license: its form, its keys, and the license it names. */
export interface DataFound {
  readonly form: 'YAML' | 'JSON'
  readonly keys: readonly string[]
  readonly license: string | null
}

/** larger data is not looked into: it would take longer than the license beside it */
const LARGEST = 100_000

/** What a text is when it is data rather than prose; null when it cannot be read as data. */
export function dataIn(content: string): DataFound | null {
  if (content.length > LARGEST) return null
  const json = /^\s*[{[]/.test(content) ? parsed(content) : undefined
  if (json !== undefined) return found('JSON', json)
  const yaml = readYaml(content, { aliases: 100, twice: true })
  return 'says' in yaml ? null : found('YAML', yaml.value)
}

function found(form: DataFound['form'], value: unknown): DataFound | null {
  if (typeof value !== 'object' || value === null) return null
  const entries = Object.entries(value)
  const license = entries.find(([key]) => /^licen[cs]e$/i.test(key))?.[1]
  return { form, keys: entries.map(([key]) => key), license: typeof license === 'string' ? license : null }
}

function parsed(content: string): unknown {
  try {
    return parseJson(content)
  } catch {
    return undefined
  }
}
