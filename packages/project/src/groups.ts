import { checked, type Facts, findClaims, type SaidClaim, type Voice } from '@unwash/core/claims/index'
import { readDocument } from '@unwash/core/documents/index'
import { groupsBy } from '@unwash/core/groups'
import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import type { Loaders } from '@unwash/core/knowledge/loaders'
import type { How } from '@unwash/core/report/project'
import type { Claim, Report } from '@unwash/core/report/report'
import { TERMS } from '@unwash/core/report/vocabulary'
import { collectFindings, type Findings } from '@unwash/core/verdict/findings'
import type { Audited, OwnLicense } from './facts.ts'
import type { CodeFile } from './references/languages.ts'
import type { Reference } from './references/reference.ts'

/** Something that is used, with every place that names it. */
export interface UsedGroup {
  readonly of: 'model' | 'dataset'
  readonly id: string
  readonly host: string
  readonly references: readonly [Reference, ...Reference[]]
}

type NamedReference = Reference & { readonly id: string }

/** Groups references by what they name, however it is spelled; models first, then by name. */
export function groupReferences(references: readonly Reference[]): UsedGroup[] {
  const named = references.filter((one): one is NamedReference => one.id !== null)
  const owners = new Map<string, Set<string>>()
  for (const one of named) {
    const { owner, name } = spellingOf(one)
    if (owner !== '') owners.set(name, (owners.get(name) ?? new Set()).add(owner))
  }
  const keyOf = (one: NamedReference) => {
    const { owner, name } = spellingOf(one)
    const known = owners.get(name)
    // without an owner it is that of the only one whose model is named so here
    return `${one.of} ${owner === '' && known?.size === 1 ? [...known].join() : owner}/${name}`
  }
  return [...groupsBy(named, keyOf).values()]
    .flatMap((group): UsedGroup[] => {
      const [first, ...more] = group
      return first ? [{ ...namedAs(group, first), references: [first, ...more] }] : []
    })
    .sort((one, other) => (order(one) < order(other) ? -1 : 1))
}

const order = ({ of, id, host }: UsedGroup) => `${of === 'model' ? 0 : 1} ${id.toLowerCase()} ${host}`

/** where one model may go by several names; in a library's list each is its own */
const COMMON = new Set(['hub', 'hosted', 'ollama', 'name'])

/** a tag that says no more than the name does, or how the weights of the same entry are rounded */
const TAG =
  /:(?:latest|free)$|(?<=:.{0,80})[-_.](?:i?q\d(?:_[a-z0-9]{1,3}){0,3}|(?:fp|bf|f)(?:16|32)|int[48])$|:i?q\d[\w]{0,8}$/

/** Who owns what is named, and its name without what writers and services differ in. */
function spellingOf({ id, host }: NamedReference): { readonly owner: string; readonly name: string } {
  if (!COMMON.has(host)) return { owner: host, name: id }
  const whole = id.toLowerCase().replace(TAG, '')
  const slash = whole.lastIndexOf('/')
  return { owner: whole.slice(0, Math.max(0, slash)), name: whole.slice(slash + 1).replaceAll(/[._@]/g, '-') }
}

/** The spelling that tells most: with its owner, as it stands in the code, without a tag, then the most frequent. */
function namedAs(group: readonly NamedReference[], first: NamedReference): Pick<UsedGroup, 'of' | 'id' | 'host'> {
  const places = groupsBy(group, ({ id }) => id)
  const worth = ({ id, host, cited: [at] }: NamedReference) =>
    (host === 'hub' ? 8e6 : 0) +
    (id.includes('/') ? 4e6 : 0) +
    ('quote' in at && at.quote.includes(id) ? 2e6 : 0) +
    (TAG.test(id.toLowerCase()) ? 0 : 1e6) +
    (places.get(id)?.length ?? 0)
  const { of, id, host } = group.reduce((best, one) => (worth(one) > worth(best) ? one : best), first)
  return { of, id, host }
}

/** What a project does with something, by its places: the most that one of them does. */
export function howOf(
  { references }: { readonly references: readonly Reference[] },
  weights: readonly string[],
  loaders: Loaders,
): How {
  if (references.some(one => isShipped(one, weights))) return 'shipped'
  const called = new Set(loaders.calls.flatMap(({ name, service }) => (service ? [name] : [])))
  const isCalled = ({ host, via }: Reference) => host === 'hosted' || called.has(via.slice(via.lastIndexOf('.') + 1))
  return references.every(isCalled) ? 'service' : 'download'
}

/** A file of weights that lies in the project, or a step that puts them into an image. */
function isShipped({ id, host, via, cited: [first] }: Reference, weights: readonly string[]): boolean {
  if (host === 'path' && id !== null) {
    const end = id.replace(/^(?:\.{0,2}\/)+/, '')
    return weights.some(path => path === end || path.endsWith(`/${end}`) || path.startsWith(`${end}/`))
  }
  // a command of several words, where an image is built
  const image = 'path' in first && /(?:^|[/.])(?:Docker|Container)file\b|\.(?:docker|container)file$/i.test(first.path)
  return image && via.includes(' ') && !('quote' in first && /^(?:CMD|ENTRYPOINT)\b/i.test(first.quote))
}

/** files that hold the parameters of a model */
export const isWeights = (path: string, { weights }: Loaders): boolean =>
  weights.includes(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ||
  /\.(?:pb|pdparams|engine)$|(?:^|\/)(?:ggml-|pytorch_model)[\w.-]{1,80}\.bin$/i.test(path)

/** a sentence on the program alone says nothing of the models in it */
const SPEAKS_OF_AI =
  /\b(?:A\.?I|LLMs?|models?|modèles?|modelos?|modelli|Modelle?|weights|assistant|agents?)\b|人工智能|模型|モデル|모델|модел/iu
/** a sentence that holds only where it holds for every model */
const OF_EVERY = new RegExp(
  String.raw`\b(?:all|only|every|exclusively|solely|each|tous|toutes|uniquement|alle|` +
    String.raw`nur|ausschließlich|todos|todas|solo|tutti|só)\b|100\s?%|全部|所有|仅|只|すべて|` +
    '全て|모두|모든|только|все',
  'iu',
)

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
  const ownWords = new Set(said(voice).map(claimKey))
  const check = (one: SaidClaim, model: UsedModel) =>
    claimInWords(checked(one, { voice, facts: factsOf(model, own), findings }, knowledge), model, findings)
  return said({ ...voice, uses: true }).map(one => {
    const claim = check(one, least)
    if (ownWords.has(claimKey(one)) || OF_EVERY.test(one.sentence)) return claim
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

const claimKey = ({ says, sentence, start, path }: SaidClaim) => `${path} ${says} ${start} ${sentence}`

/** A claim of the AI in a program: the whole of a program with its AI is more than its code. */
function ofModels(said: SaidClaim): SaidClaim[] {
  if (!SPEAKS_OF_AI.test(said.sentence)) return []
  if (said.about.some(subject => subject !== 'code')) return [said]
  return WHOLE.has(said.says) ? [{ ...said, about: ['all'] }] : []
}
const WHOLE: ReadonlySet<string> = new Set(['fully-open', 'truly-open'])

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
function claimInWords(claim: Claim, { group, audited }: UsedModel, findings: Findings): Claim {
  const words = claim.because.map(
    id => findings.all.find(finding => finding.id === id)?.says ?? `${group.id}: ${audited.says}`,
  )
  return { ...claim, because: [...new Set(words)], suggestion: null }
}

const openness = ({ term }: Report) => (term.floor === 'undetermined' ? -1 : TERMS.indexOf(term.floor))
