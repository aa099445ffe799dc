import { claimsOf } from '../claims/index.ts'
import { readDocument } from '../documents/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Claim, Report } from '../report.ts'
import { collectFindings } from '../verdict/findings.ts'
import { TERMS } from '../vocabulary.ts'
import type { Audited } from './facts.ts'
import type { CodeFile } from './find.ts'
import type { OwnLicense } from './own-license.ts'
import type { UsedGroup } from './project.ts'

/** a sentence on the program alone says nothing of the models in it */
const SPEAKS_OF_AI = /\b(?:A\.?I|LLMs?|models?|weights|assistant|agents?)\b|人工智能|模型|大模型/i

/**
 * What a project's own pages claim of the AI in it, checked against the models it uses: a claim of the whole holds no
 * further than for the least open of them. Models that were not looked at contradict nothing.
 */
export function projectClaims(
  name: string,
  pages: readonly CodeFile[],
  used: readonly { readonly group: UsedGroup; readonly audited: Audited }[],
  own: readonly OwnLicense[],
  knowledge: Knowledge,
): Claim[] {
  const models = used.filter(({ group, audited }) => group.of === 'model' && audited.from !== 'none')
  const least = models.toSorted((one, other) => openness(other.audited.report) - openness(one.audited.report))[0]
  if (!least) return []
  const findings = collectFindings()
  const { term, components, evaluations } = least.audited.report
  const facts = {
    name: least.group.id,
    term,
    models: models.map(({ group, audited }) => ({ name: group.id, places: [], term: audited.report.term })),
    components,
    licenses: [
      ...least.audited.report.licenses,
      ...own.map(({ reading }) => ({ ...reading.license, covers: ['code' as const] })),
    ],
    evaluations,
  }
  const documents = pages
    .filter(({ path }) => /^readme(?:\.[\w.-]{1,20})?$/i.test(path))
    .map(({ path, content }) => readDocument({ path, content, encoding: 'utf-8', truncated: false }))
  return claimsOf(documents, { names: [name], owners: [] }, facts, findings, knowledge)
    .filter(({ said }) => SPEAKS_OF_AI.test(said.sentence) && said.about.some(subject => subject !== 'code'))
    .map(({ claim }) => ({
      ...claim,
      // ids of findings that this report does not carry, in words
      because: [
        ...new Set(
          claim.because.map(
            id => findings.all.find(finding => finding.id === id)?.says ?? `${least.group.id}: ${least.audited.says}`,
          ),
        ),
      ],
      suggestion: null,
    }))
}

const openness = ({ term }: Report) => (term.floor === 'undetermined' ? -1 : TERMS.indexOf(term.floor))
