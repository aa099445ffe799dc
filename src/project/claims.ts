import { checked, type Facts, findClaims, type SaidClaim, type Voice } from '../claims/index.ts'
import { readDocument } from '../documents/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Claim, Report } from '../report.ts'
import { collectFindings, type Findings } from '../verdict/findings.ts'
import { TERMS } from '../vocabulary.ts'
import type { OwnLicense } from './duties.ts'
import type { Audited } from './facts.ts'
import type { UsedGroup } from './groups.ts'
import type { CodeFile } from './references/find.ts'

/** a sentence on the program alone says nothing of the models in it */
const SPEAKS_OF_AI =
  /\b(?:A\.?I|LLMs?|models?|modèles?|modelos?|modelli|Modelle?|weights|assistant|agents?)\b|人工智能|模型|モデル|모델|модел/iu
/** a sentence that holds only where it holds for every model */
const OF_EVERY =
  /\b(?:all|only|every|exclusively|solely|each|tous|toutes|uniquement|alle|nur|ausschließlich|todos|todas|solo|tutti|só)\b|100\s?%|全部|所有|仅|只|すべて|全て|모두|모든|только|все/iu

interface UsedModel {
  readonly group: UsedGroup
  readonly audited: Audited
}

/**
 * What a project's own pages claim of the AI in it, checked against the models it uses. What is said of the program
 * with its AI, or of every model, holds no further than for the least open of them. What is said of models it uses
 * ("runs open-source models") is contradicted only where it holds for none. Models that were not looked at contradict
 * nothing.
 */
export function projectClaims(
  name: string,
  pages: readonly CodeFile[],
  used: readonly UsedModel[],
  own: readonly OwnLicense[],
  knowledge: Knowledge,
): Claim[] {
  const models = used
    .filter(({ group, audited }) => group.of === 'model' && audited.from !== 'none')
    .toSorted((one, other) => openness(other.audited.report) - openness(one.audited.report))
  const [least] = models
  const most = models.at(-1)
  if (!least || !most) return []
  const documents = pages
    .filter(({ path }) => /^readme(?:\.[\w.-]{1,20})?$/i.test(path))
    .map(({ path, content }) => readDocument({ path, content, encoding: 'utf-8', truncated: false }))
  const findings = collectFindings()
  const said = (voice: Voice) => documents.flatMap(document => findClaims(document, knowledge, voice)).flatMap(ofModels)
  const voice = { names: [name], owners: [] }
  const ownWords = new Set(said(voice).map(keyOf))
  const check = (one: SaidClaim, model: UsedModel) =>
    inWords(checked(one, { voice, facts: factsOf(model, own), findings, knowledge }), model, findings)
  return said({ ...voice, uses: true }).map(one => {
    const claim = check(one, least)
    if (ownWords.has(keyOf(one)) || OF_EVERY.test(one.sentence)) return claim
    const other = check(one, most)
    return other.check === claim.check
      ? claim
      : {
          ...claim,
          check: 'undetermined',
          strength: 'scope',
          because: [...new Set([...claim.because, ...other.because])],
        }
  })
}

const keyOf = ({ says, sentence, start, path }: SaidClaim) => `${path} ${says} ${start} ${sentence}`

/** A claim of the AI in a program: the whole of a program with its AI is more than its code. */
function ofModels(said: SaidClaim): SaidClaim[] {
  if (!SPEAKS_OF_AI.test(said.sentence)) return []
  if (said.about.some(subject => subject !== 'code')) return [said]
  return WHOLE.has(said.says) ? [{ ...said, about: ['all'] }] : []
}
const WHOLE: ReadonlySet<string> = new Set(['fully-open', 'truly-open'])

/** The project as one release with one of its models. */
function factsOf({ group, audited }: UsedModel, own: readonly OwnLicense[]): Facts {
  const { term, components, evaluations, licenses } = audited.report
  return {
    name: group.id,
    term,
    models: [{ name: group.id, places: [], term }],
    components,
    licenses: [...licenses, ...own.map(({ reading }) => ({ ...reading.license, covers: ['code' as const] }))],
    evaluations,
  }
}

/** A claim with its reasons in words: the ids are of findings that the report of a project does not carry. */
function inWords(claim: Claim, { group, audited }: UsedModel, findings: Findings): Claim {
  const words = claim.because.map(
    id => findings.all.find(finding => finding.id === id)?.says ?? `${group.id}: ${audited.says}`,
  )
  return { ...claim, because: [...new Set(words)], suggestion: null }
}

const openness = ({ term }: Report) => (term.floor === 'undetermined' ? -1 : TERMS.indexOf(term.floor))
