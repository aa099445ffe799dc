import type { Link } from '../documents/index.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { initials, isPublishers, sameFamily } from '../evidence/publisher/owners.ts'
import { addressAt } from '../knowledge/addresses.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type FoundModel, findModel, findModels } from '../names/models.ts'
import { namesIn as namesKnown } from '../names/table.ts'
import { lettersOf } from '../text/letters.ts'
import { namesIn } from './origins.ts'

/** What a text names a model by: a known name, an id or a link of a hub, or a name that nobody knows. */
export interface Mention {
  readonly start: number
  readonly end: number
  /** as it was written, or its id where it is linked */
  readonly model: string
  readonly known: FoundModel | null
  /** `own` is of this release; `model` certainly names a model; `name` is only written as names are */
  readonly is: 'own' | 'model' | 'name'
  /** another model of the same publisher: one that this release offers too, or one that it does not */
  readonly ours?: 'offered' | 'other'
}

/** an id of a hub, alone or in code; no path and no file */
const ID = /(?<![\w./@:-])([A-Za-z][\w.-]{1,40}\/[A-Za-z][\w.-]{2,80})(?![\w/+])/g
const NO_ID =
  /\.(?:py|sh|json|ya?ml|md|txt|ipynb|csv|zip|pth?|bin|safetensors|png|jpg|gguf|yaml)$|^(?:data|models?|src|scripts?|configs?|checkpoints?|docs|examples|path|your|output|and|or|train|weights)\//i
/** a name with a capital or a figure inside: "RetroMAE-Small", "CTransPath" */
const NAME =
  /(?<![\w./@-])(?=[\w.-]{4,50}(?![\w/]))[A-Z][\w.-]*(?:[a-z][A-Z]|[A-Z]{2}[a-z-]|[a-zA-Z][-_]?\d|\d[-_]?[A-Z])[\w.-]*/g
/** a name with a size in it is a model's: "heron-7b-chat" */
const SIZED =
  /(?<![\w./@-])(?=[\w.-]{5,60}(?![\w/]))[A-Za-z]{2}[\w.-]{0,50}?[-_]\d{1,3}(?:\.\d{1,2})?[bB](?![a-z\d])[\w.-]{0,40}/g
/** a short form in the plural; a kind of models */
const NO_NAME = /^[A-Z]{2,6}s?$|[-_](?:based|like|style|level|tuned|trained|generated|powered|enhanced|augmented|bit)$/
/** what belongs to a name that goes before it: letters that touch it, sizes, "chat", "model" */
const TAIL =
  /^(?:[\w]|-(?!(?:fine|based|style|like|tuned|trained|derived|compatible|powered))|\.(?=\w))*(?:[\s([/,-]{0,2}(?:v?\d+(?:\.\d+)*(?:x\d+)?[bmk]?|base|large|small|medium|tiny|instruct|chat|hf|models?)(?![\w-]|\.\w)[)\]]?)*/i
const BEFORE = /[\w.-]*$/
/** what a model has, and a link may name with it */
const OF_IT = /\s(?:model )?(?:cards?|papers?|repo(?:sitory)?|code|blog|report|docs)$/i
/** what a link shows that is certainly a name: "fernvq_f16", "Fenlab FERN" */
const SHOWN = /^(?:[a-z][a-z\d]*[-_][\w.-]*\d[\w.-]*|[A-Z][\w.-]+ [A-Z]{2,}[\w.-]*)$/
/** how a name ends that is the end of a sentence */
const END = /[.-]+$/
const LONGEST = 700

/** Every model that a text names, in order; `links` are those of its block, whose text begins at `from` in it. */
export function mentionsIn(
  text: string,
  links: readonly Link[],
  from: number,
  evidence: Evidence,
  knowledge: Knowledge,
): Mention[] {
  const found: Mention[] = []
  const known = namesKnown(text.slice(0, LONGEST), knowledge)
  // "the Gemma license" is none
  const others: Pick<Mention, 'start' | 'end'>[] = known.filter(({ kind }) => kind === 'license')
  const isSet = ({ start, end }: Pick<Mention, 'start' | 'end'>) =>
    known.some(one => one.kind === 'dataset' && one.start === start && one.end === end)
  const add = (mention: Omit<Mention, 'is'>, is: 'model' | 'name', owner: string | null): void => {
    if ([...found, ...others].some(other => other.start < mention.end && mention.start < other.end)) return
    if (mention.known === null && (NO_MODEL.test(mention.model) || isSet(mention))) return
    found.push({ ...mention, ...whose(mention, is, owner, evidence, knowledge) })
  }
  for (const link of links) {
    const [start, end] = [link.start - from, link.end - from]
    if (link.image || start < 0 || end > text.length || end <= start) continue
    const { owner = null, name = null } = addressAt(knowledge.hosts, 'model', link.url) ?? {}
    const shown = text.slice(start, end)
    // of "the Gemma 2 model card" without the card, which is not the model
    const of = OF_IT.exec(shown)?.[0].length ?? 0
    const last = end - of + (of > 0 ? 0 : (TAIL.exec(text.slice(end, end + 60))?.[0].length ?? 0))
    if (owner && name) {
      const model = `${owner}/${name}`
      add({ start, end: last, model, known: findModel(knowledge, model) }, 'model', owner)
    } else if (SHOWN.test(shown) && findModels(knowledge, shown).length === 0)
      add({ start, end: last, model: shown, known: null }, 'name', null)
  }
  for (const { 1: id = '', index } of text.matchAll(ID)) {
    if (NO_ID.test(id) || !/[A-Z\d-]/.test(id.slice(id.indexOf('/')))) continue
    const known = findModel(knowledge, id)
    add({ start: index, end: index + id.length, model: id, known }, known ? 'model' : 'name', id.split('/')[0] ?? null)
  }
  for (const one of known) {
    if (!('known' in one)) continue
    const { known, start, end } = one
    const first = start - (BEFORE.exec(text.slice(Math.max(0, start - 60), start))?.[0].length ?? 0)
    // a path, a name within another, or a string of a program
    if (/[/\\]$/.test(text.slice(0, first)) || /^[/\\]\D/.test(text.slice(end))) continue
    // "Tools-for-Gemma" is made for it
    if (/-(?:for|with)-$/i.test(text.slice(first, start))) {
      others.push({ start: first, end })
      continue
    }
    const last = end + (TAIL.exec(text.slice(end, end + 60))?.[0].length ?? 0)
    if (/['"]$/.test(text.slice(0, first)) && /^['"]/.test(text.slice(last))) continue
    add({ start: first, end: last, model: text.slice(first, last).trim(), known }, 'model', null)
  }
  for (const { start, end } of namesIn(text.slice(0, LONGEST), knowledge))
    add(
      {
        start,
        end: end + (TAIL.exec(text.slice(end, end + 60))?.[0].length ?? 0),
        model: text.slice(start, end),
        known: null,
      },
      'model',
      null,
    )
  for (const { 0: written, index } of text.matchAll(SIZED)) {
    const model = written.replace(END, '')
    if (!NO_NAME.test(model)) add({ start: index, end: index + model.length, model, known: null }, 'model', null)
  }
  for (const { 0: written, index } of text.matchAll(NAME)) {
    const name = written.replace(END, '')
    if (!NO_NAME.test(name)) add({ start: index, end: index + name.length, model: name, known: null }, 'name', null)
  }
  return found.sort((one, other) => one.start - other.start)
}

/** a method, a stage of a training or a kind of chip, by how it is called: "LongLoRA", "Stage2", "Volta/SM70" */
const NO_MODEL =
  /lora$|^(?:stage|phase|epoch|ckpt|checkpoint|iter|step(?=\D?\d{3}))[-_ ]?\d+$|(?:^|\/)sm[-_]?\d{2,3}\w?$/i

/** Whether a mention is of this release, or of another model of its publisher that is named whole. */
function whose(
  { model, known }: Omit<Mention, 'is'>,
  is: 'model' | 'name',
  owner: string | null,
  { release, weights }: Evidence,
  knowledge: Knowledge,
): Pick<Mention, 'is' | 'ours'> {
  const { publisher, name } = release
  const isPublisher = (one: string) => isPublishers(one, release, knowledge)
  const spelled = lettersOf(model.slice(model.lastIndexOf('/') + 1))
  const own = lettersOf(name)
  if (own !== '' && spelled === own && (owner === null || isPublisher(owner))) return { is: 'own' }
  const theirs = known?.family.organizations.some(isPublisher) === true
  const linked = weights.links.some(link => link.own && link.name !== null && lettersOf(link.name) === spelled)
  if (owner !== null ? isPublisher(owner) || (theirs && known?.own === true) : theirs || linked) {
    // "Heron" is any of the Herons, and "Heron 2" none but that
    const self = publisher === null ? null : findModel(knowledge, `${publisher}/${name}`)
    const isOther =
      owner !== null ||
      linked ||
      (known !== null && known.version.versionless !== true && known.version !== self?.version)
    return isOther ? { is: 'model', ours: linked && weights.offer === 'linked' ? 'offered' : 'other' } : { is: 'own' }
  }
  if (known?.own || owner !== null) return { is }
  // "SAM" for Segment Anything (Model)
  const short = initials(name)
  if (known === null && short !== '' && (spelled === short || spelled === `${short}m`)) return { is: 'own' }
  return known === null && is === 'name' && sameFamily(model, name) ? { is: 'own' } : { is }
}
