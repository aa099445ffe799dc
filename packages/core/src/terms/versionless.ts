import type { Knowledge, KnownLicense } from '../knowledge/knowledge.ts'
import type { LicenseReading } from '../licenses/reading.ts'

/** A family named without its version, beside a version of it is that version. */
export function isVersionless(
  { license }: { readonly license: Pick<LicenseReading['license'], 'id'> },
  all: readonly LicenseReading[],
  knowledge: Knowledge,
): boolean {
  const family = license.id ? knowledge.licenses.get(license.id) : undefined
  if (!family?.family) return false
  return all.some(other => {
    const nearest = other.license.id ?? other.license.match.nearest
    const version = nearest ? knowledge.licenses.get(nearest) : undefined
    return (
      version !== undefined &&
      // a family of unknown class says no more than whose license it is, and a narrower one more than that
      (family.class === 'unknown'
        ? (!version.family || version.class !== 'unknown') &&
          family.publisher !== null &&
          version.publisher === family.publisher
        : !version.family &&
          version.class === family.class &&
          (family.publisher === null || version.publisher === family.publisher || isCalledAfter(version, family)))
    )
  })
}

/** "CreativeML Open RAIL-M" is one of those that are called "Open RAIL-M". */
const isCalledAfter = (version: KnownLicense, family: KnownLicense): boolean =>
  [version.name, ...version.names].some(name => family.names.some(of => ` ${name} `.includes(` ${of} `)))
