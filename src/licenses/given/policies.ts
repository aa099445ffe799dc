import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Clause } from '../../report.ts'
import { anyOf } from '../../text/patterns.ts'
import { classByClauses } from '../class.ts'
import type { LicenseReading } from '../reading.ts'
import type { GivenText } from './given.ts'

/** words in the name of a policy that name no other subject than "the model here" */
const PLAIN = anyOf(
  /^(?:use|usage|acceptable|prohibited|responsible|uses|policy|policies|aup|terms|guidelines)$/i,
  /^(?:of|the|and|model|license|en|zh|md|txt|html?|pdf|使用政策)$/i,
)

/** The policies of a folder that are those of its own model: `USE_POLICY.md`, not `other-model-use-policy.txt`. */
export function ownPolicies(path: string, beside: readonly GivenText[]): readonly GivenText[] {
  return beside.filter(
    other =>
      other.as === 'policy' &&
      other.path !== path &&
      folderOf(other.path) === folderOf(path) &&
      nameOf(other.path)
        .split(/[-_. ]+/)
        .every(word => word === '' || PLAIN.test(word)),
  )
}

/** The policies beside a text that it names by their file. */
export function namedPolicies({ path, content }: GivenText, beside: readonly GivenText[]): readonly GivenText[] {
  return beside.filter(
    other =>
      other.as === 'policy' &&
      other.path !== path &&
      folderOf(other.path) === folderOf(path) &&
      content.includes(nameOf(other.path)),
  )
}

/** Clauses by which a text makes a document that stands elsewhere a part of itself. */
export const incorporates = ({ license }: LicenseReading): readonly Clause[] =>
  license.clauses.filter(clause => clause.kind === 'use.policy_external' && clause.mode !== 'plea')

/** A license with the clauses of the policies it incorporates. */
export function withPolicies(
  reading: LicenseReading,
  policies: readonly LicenseReading[],
  knowledge: Knowledge,
): LicenseReading {
  if (policies.length === 0 || reading.openness === 'open') return reading
  const bars = [...reading.bars, ...policies.flatMap(policy => policy.bars)]
  const asks = [...reading.asks, ...policies.flatMap(policy => policy.asks)]
  const { license } = reading
  const open = license.class === 'open-model' || license.class === 'unknown'
  return {
    ...reading,
    bars,
    asks,
    openness: bars.length > 0 ? 'restricted' : reading.openness,
    license: {
      ...license,
      class: (open ? classByClauses(bars, knowledge) : null) ?? license.class,
      clauses: [...license.clauses, ...policies.flatMap(policy => policy.license.clauses)],
      readWith: policies.flatMap(policy => policy.license.text?.path ?? []),
    },
  }
}

export const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))
export const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
