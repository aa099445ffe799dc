import type { Cited } from '../report.ts'
import type { OwnLicense } from './own-license.ts'
import type { ProjectReport, Used } from './report.ts'

type Conflict = ProjectReport['conflicts'][number]

/** Clauses of a license that asks what is made of a work to stay under the same license. */
const SAME_LICENSE = 'share.same_license'

/** Where the terms of what is used do not go with what the project says of its own license. */
export function conflictsOf(
  own: readonly OwnLicense[],
  used: readonly { readonly one: Used; readonly clauses: readonly string[] }[],
): Conflict[] {
  const [first] = own
  if (!first) return []
  const name = nameOf(first)
  const open = own.every(({ reading }) => reading.openness === 'open')
  const unclear = own.filter(({ reading }) => reading.license.id !== null)
  const [one, other] = [...new Map(unclear.map(entry => [entry.reading.license.id, entry])).values()]
  const conflicts: Conflict[] = []
  if (one && other && one.via !== other.via)
    conflicts.push({
      kind: 'own-license-unclear',
      id: null,
      because: `Its ${wordsOf(one)} says ${nameOf(one)}, its ${wordsOf(other)} ${nameOf(other)}.`,
      cited: [one.cited[0], other.cited[0]],
    })
  for (const { one: model, clauses } of used) {
    const cited = citedOf(model, first)
    if (open && RESTRICTED.has(model.audited.class) && model.audited.from !== 'none')
      conflicts.push({
        kind: 'restricted-in-open',
        id: model.id,
        because: `The project is under ${name}; ${model.id} is under ${model.audited.license ?? 'terms'} that restrict its use. Whoever runs the project with it is bound by both.`,
        cited,
      })
    else if (clauses.includes(SAME_LICENSE) && model.audited.license !== first.reading.license.id)
      conflicts.push({
        kind: 'same-license',
        id: model.id,
        because: `${model.id} is under ${model.audited.license ?? 'terms'} that ask for the same license on what is made of it; the project is under ${name}. Whether the project is made of it is for a person.`,
        cited,
      })
  }
  return conflicts
}

const RESTRICTED: ReadonlySet<string> = new Set([
  'use-restricted',
  'community-restricted',
  'revenue-capped',
  'non-commercial',
])

const nameOf = ({ reading }: OwnLicense) => reading.license.name ?? reading.license.id ?? 'terms of its own'
const wordsOf = ({ via }: OwnLicense) => (via === 'text' ? 'license text' : 'manifest')

function citedOf(model: Used, own: OwnLicense): [...Cited] {
  const [reference] = model.references
  const [first] = reference?.cited ?? []
  return [own.cited[0], ...(first ? [first] : []), ...model.audited.cited.slice(0, 1)]
}
