import { fileName, folder } from '../../evidence/paths.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { isLegalWord } from '../../knowledge/legal-names.ts'
import type { Clause } from '../../report/report.ts'
import { classByClauses } from '../class.ts'
import type { LicenseReading } from '../reading.ts'
import type { GivenText } from './given.ts'

/** The policies of a folder that are those of its own model: `USE_POLICY.md`, not `other-model-use-policy.txt`. */
export const ownPolicies = (text: GivenText, beside: readonly GivenText[], { legalFiles }: Knowledge) =>
  policiesBeside(text, beside).filter(({ path }) =>
    fileName(path)
      .replace(/\.\w{2,4}$/, '')
      .split(/[-_. ]+/)
      .every(word => word === '' || isLegalWord(word, legalFiles) || legalFiles.roles.policy.includes(word)),
  )

/** The policies beside a text that it names by their file. */
export const namedPolicies = (text: GivenText, beside: readonly GivenText[]): readonly GivenText[] =>
  policiesBeside(text, beside).filter(({ path }) => text.content.includes(fileName(path)))

const policiesBeside = ({ path }: GivenText, beside: readonly GivenText[]): readonly GivenText[] =>
  beside.filter(other => other.as === 'policy' && other.path !== path && folder(other.path) === folder(path))

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
