import type { Claim, Evaluation, Report, Requirement } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import type { Names } from '../names.ts'
import { standing } from '../words/checks.ts'
import { signoffWords } from '../words/signers.ts'
import type { EvidenceList } from './data.ts'

/** the `bom-ref` of the model all statements are about */
export const MODEL = 'model'
const ASSESSOR = 'assessor:unwash'

/** The frameworks as standards, each with its requirements (`definitions.standards`). */
export function standardsOf({ evaluations }: Report, names: Names): readonly object[] {
  return evaluations.map(evaluation => ({
    'bom-ref': idOf(evaluation),
    name: `${names.framework(evaluation.framework)}${evaluation.reading ? ` (${evaluation.reading} reading)` : ''}`,
    version: evaluation.edition,
    requirements: evaluation.requirements.map(({ id, rule }) => ({
      'bom-ref': refOf(evaluation, id),
      identifier: id,
      title: id,
      text: rule,
    })),
  }))
}

/**
 * What the publisher claims and what was seen of it, and the answer to every requirement. Met and unmet are given as
 * conformance 1 and 0, as the format has no words for them; what is not known, or is for a person, gets no number.
 */
export function declarationsOf(report: Report, names: Names, evidence: EvidenceList): object {
  const rows = report.evaluations.flatMap(evaluation =>
    evaluation.requirements.map(requirement => ({ evaluation, requirement })),
  )
  return {
    assessors: [{ 'bom-ref': ASSESSOR, thirdParty: true, organization: { name: 'unwash' } }],
    claims: [
      ...report.claims.map((claim, at) => publisherClaim(report, claim, at, evidence)),
      ...rows.flatMap(({ evaluation, requirement }) => assessedClaim(evaluation, requirement, evidence) ?? []),
    ],
    evidence: evidence.all,
    attestations: report.evaluations.map(evaluation => ({
      summary:
        `${names.framework(evaluation.framework)} ` +
        `${evaluation.edition}${evaluation.reading ? `, ${evaluation.reading} reading` : ''}: ` +
        `${evaluation.conclusion}`,
      assessor: ASSESSOR,
      map: evaluation.requirements.map(requirement => mapped(evaluation, requirement)),
    })),
  }
}

function publisherClaim(report: Report, claim: Claim, at: number, evidence: EvidenceList): object {
  const because = claim.because.flatMap(id => report.findings.filter(finding => finding.id === id))
  const refs = evidence.refs(because.flatMap(finding => finding.cited))
  const said = evidence.refs(claim.cited)
  const against = claim.check === 'contradicted'
  return {
    'bom-ref': `claim:${at}`,
    target: MODEL,
    predicate: plain(claim.says),
    reasoning: plain(
      [
        `${standing(claim)}: the publisher says this of ${claim.about.join(' and ')}`,
        ...(claim.holds ? [claim.holds] : []),
        ...because.map(({ says }) => says),
      ].join('. '),
    ),
    evidence: against ? said : [...said, ...refs],
    ...(against && refs.length > 0 ? { counterEvidence: refs } : {}),
  }
}

function assessedClaim(evaluation: Evaluation, requirement: Requirement, evidence: EvidenceList): object | null {
  const { answer, because, cited } = requirement
  if (answer !== 'met' && answer !== 'unmet') return null
  const refs = evidence.refs(cited)
  return {
    'bom-ref': `claim:${refOf(evaluation, requirement.id)}`,
    target: MODEL,
    predicate: `meets ${requirement.id}`,
    reasoning: plain(`${because}${signoffWords(requirement)}`),
    ...(answer === 'met' ? { evidence: refs } : { counterEvidence: refs }),
  }
}

function mapped(evaluation: Evaluation, row: Requirement): object {
  const { id, answer, because } = row
  const requirement = refOf(evaluation, id)
  const rationale = plain(`${answer}: ${because}${signoffWords(row)}`)
  const claims = [`claim:${requirement}`]
  if (answer === 'met') return { requirement, claims, conformance: { score: 1, rationale } }
  if (answer === 'unmet') return { requirement, counterClaims: claims, conformance: { score: 0, rationale } }
  return { requirement, conformance: { rationale } }
}

const idOf = ({ framework, reading }: Evaluation) => `standard:${framework}${reading ? `:${reading}` : ''}`
const refOf = (evaluation: Evaluation, id: string) => `${idOf(evaluation)}:${id}`
