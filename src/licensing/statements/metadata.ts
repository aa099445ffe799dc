import { cite } from '../../evidence/index.ts'
import { placeholderOf, resolveLink, resolveName } from '../../licenses/names.ts'
import { pathOf } from './pointers.ts'
import type { Setting } from './setting.ts'
import { type Statement, state } from './statement.ts'

/** What the metadata states: `license`, with `license_name` and `license_link` where it says "other". */
export function metadataStatements({ evidence, knowledge, legal }: Setting): Statement[] {
  const { licenses, licenseName, licenseLink } = evidence.metadata
  const link = licenseLink ? resolveLink(licenseLink.value, knowledge) : null
  const path = licenseLink ? pathOf(licenseLink.value, legal, evidence.release) : null
  return licenses.flatMap((stated): Statement[] => {
    const placeholder = placeholderOf(stated.value)
    const named = placeholder && licenseName ? resolveName(licenseName.value, knowledge) : null
    const license = placeholder ? (named ?? link) : resolveName(stated.value, knowledge)
    if (placeholder && !license && !licenseName && !licenseLink && placeholder !== 'other') return []
    return [
      state({
        about: ['all'],
        license,
        path: placeholder ? path : null,
        url: !license && !path && licenseLink ? licenseLink.value : null,
        binds: true,
        via: 'metadata',
        spelled: placeholder ? (licenseName?.value ?? stated.value) : stated.value,
        cited: cite(stated.cited[0], ...(placeholder && licenseName ? licenseName.cited : [])),
      }),
    ]
  })
}
