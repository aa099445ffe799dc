import type { License } from '../../report.ts'
import type { Names } from '../names.ts'

/** What a license is called: its full name and id, or the path of a text that nobody knows. */
export function titleOf(license: License, names: Names): string {
  const name = license.name ?? (license.id === null ? null : names.licenseName(license.id))
  if (license.id === null)
    return name ?? (license.text ? `the text in ${license.text.path}` : 'a license without name or text')
  const id = names.license(license.id)
  return name === null || name === id ? id : `${name} (${id})`
}
