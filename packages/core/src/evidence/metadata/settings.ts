import { once } from '../../once.ts'
import type { Text } from '../../release/release.ts'
import { parseJson } from '../../text/json.ts'

/**
 * The values of a configuration in JSON, parsed once however often it is asked; null for one that is broken: it states
 * nothing.
 */
export const settingsIn = once(({ content }: Text): Readonly<Record<string, unknown>> | null => {
  try {
    const data: unknown = parseJson(content)
    return isRecord(data) ? data : null
  } catch {
    return null
  }
})

/** Whether a value has values by name. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
