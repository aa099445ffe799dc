import type { KnownCorrections } from '../knowledge/schemas/lists.ts'
import type { Release } from '../release/release.ts'
import type { Claim, Finding, Report } from '../report/report.ts'

/**
 * What a publisher replied to a report of this release, and the corrections that were asked for, oldest first. They are
 * shown beside the verdict and change nothing of it.
 */
export function correctionsOf(release: Release, known: readonly KnownCorrections[]): Report['corrections'] {
  return entriesOf(release, known)
    .map(({ says, date, outcome, about }) => ({
      says,
      date,
      outcome,
      ...(about.length > 0 ? { about: [...about] } : {}),
    }))
    .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}

function entriesOf(release: Release, known: readonly KnownCorrections[]) {
  const own = idsOf(release)
  return known
    .filter(({ release: id, also }) => [id, ...also].some(name => own.has(bare(name))))
    .flatMap(({ entries }) => entries)
}

/** A release with the readings that corrections of it brought. */
export function withCorrections(release: Release, known: readonly KnownCorrections[]): Release {
  const read = entriesOf(release, known).flatMap(({ readings }) => readings)
  return read.length === 0 ? release : { ...release, readings: [...(release.readings ?? []), ...read] }
}

/** The names a release goes by: publisher and name, and its address. A name alone may be anybody's. */
function idsOf({ publisher, name, place }: Release): ReadonlySet<string> {
  const ids = name.includes('/') ? [name] : publisher === null ? [] : [`${publisher}/${name}`]
  return new Set([...ids, place].map(bare).filter(id => id.includes('/')))
}

/** an address without its scheme, `www.`, `.git` and what points into it */
const bare = (id: string): string =>
  id
    .toLowerCase()
    .replace(/^[a-z]{2,10}:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[?#@].{0,500}$/s, '')
    .replace(/\/$/, '')
    .replace(/\.git$/, '')

/**
 * Claims that do not hold, with what evidence would change that, and what was replied to each: none stands without its
 * answer.
 */
export function answeredClaims(
  claims: readonly Claim[],
  findings: readonly Finding[],
  corrections: Report['corrections'] = [],
): Claim[] {
  return claims.map(claim => {
    if (claim.check === 'supported') return claim
    const because = claim.because.flatMap(id => findings.find(finding => finding.id === id) ?? [])
    const replies = corrections.filter(({ about = [] }) =>
      about.some(what => what === claim.says || what === claim.kind || claim.because.includes(what)),
    )
    return {
      ...claim,
      wouldChange: [...new Set(because.map(({ wouldChange }) => wouldChange))],
      ...(replies.length > 0 ? { replies: replies.map(({ says, date, outcome }) => ({ says, date, outcome })) } : {}),
    }
  })
}
