import { addressAt, isHostOf } from '../knowledge/addresses.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type FoundModel, findModel, findModels } from './models.ts'
import { namesIn } from './table.ts'

/** What a text names a model by: a known name, an id or a link of a hub, or a name that nobody knows. */
export interface Written {
  readonly start: number
  readonly end: number
  /** as it was written, or its id where it is linked */
  readonly model: string
  readonly known: FoundModel | null
  /** `model` certainly names a model; `name` is only written as names are */
  readonly is: 'model' | 'name'
  /** whose it is by its id; null where it has none */
  readonly owner: string | null
}

/** What of a text leads somewhere. */
interface Leading {
  readonly url: string
  readonly start: number
  readonly end: number
  readonly image: boolean
}

/** an id of a hub, alone or in code; no path and no file */
const ID = /(?<![\w./@:-])([A-Za-z][\w.-]{1,40}\/[A-Za-z][\w.-]{2,80})(?![\w/+])/g
const NO_ID = new RegExp(
  String.raw`\.(?:py|sh|json|ya?ml|md|txt|ipynb|csv|zip|pth?|bin|safetensors|png|jpg|gguf|yaml)$|^(?:data|models?|` +
    'src|scripts?|configs?|checkpoints?|docs|examples|path|your|output|and|or|train|weights)/',
  'i',
)
/** a name with a capital or a figure inside: "RetroMAE-Small", "CTransPath" */
const NAME_WRITTEN =
  /(?<![\w./@-])(?=[\w.-]{4,50}(?![\w/]))[A-Z][\w.-]*(?:[a-z][A-Z]|[A-Z]{2}[a-z-]|[a-zA-Z][-_]?\d|\d[-_]?[A-Z])[\w.-]*/g
/** a name with a size in it is a model's: "heron-7b-chat" */
const SIZED =
  /(?<![\w./@-])(?=[\w.-]{5,60}(?![\w/]))[A-Za-z]{2}[\w.-]{0,50}?[-_]\d{1,3}(?:\.\d{1,2})?[bB](?![a-z\d])[\w.-]{0,40}/g
/** a short form in the plural; a kind of models */
const NO_NAME = new RegExp(
  '^[A-Z]{2,6}s?$|[a-z](?:Config|Trainer|Tokenizer|Processor|Pipeline|Arguments|Dataset)$|' +
    '[-_](?:based|like|style|level|tuned|trained|generated|powered|enhanced|augmented|bit)$',
)
/** what belongs to a name that goes before it: letters that touch it, sizes, "chat", "model" */
const TAIL = new RegExp(
  String.raw`^(?:\w|-(?!(?:fine|based|style|like|tuned|trained|derived|compatible|powered))|\.(?=\w))*` +
    String.raw`(?:[\s([/,-]{0,2}(?:v?\d+(?:\.\d+)*(?:x\d+)?[bmk]?|base|large|small|medium|tiny|instruct|chat|hf|` +
    String.raw`models?)(?![\w-]|\.\w)[)\]]?)*`,
  'i',
)
/** where more of it is to be had, in brackets behind it */
const LED = /^\s?[(（](?:paper|arxiv|论文|論文|code|link|card)[)）]/i
const BEFORE = /[\w.-]*$/
/** what a model has, and a link may name with it */
const OF_IT = /\s(?:model )?(?:cards?|papers?|repo(?:sitory)?|code|blog|report|docs)$/i
/** what a link shows that is certainly a name: "fernvq_f16", "Fenlab FERN" */
const NAME_SHOWN = /^(?:[a-z][a-z\d]*[-_][\w.-]*\d[\w.-]*|[A-Z][\w.-]+ [A-Z]{2,}[\w.-]*)$/
/** how a name ends that is the end of a sentence */
const END = /[.-]+$/
const LONGEST_TEXT = 700

/** a method, a stage of a training or a kind of chip, by how it is called: "LongLoRA", "Stage2", "Volta/SM70" */
const NO_MODEL =
  /lora$|^(?:stage|phase|epoch|ckpt|checkpoint|iter|step(?=\D?\d{3}))[-_ ]?\d+$|(?:^|\/)sm[-_]?\d{2,3}\w?$/i

/** Every model that a text names, in order; `links` are those of a longer text, in which this one begins at `from`. */
export function modelsWritten(text: string, links: readonly Leading[], from: number, knowledge: Knowledge): Written[] {
  const found: Written[] = []
  const known = namesIn(text.slice(0, LONGEST_TEXT), knowledge)
  // "the Gemma license" is none
  const others: Pick<Written, 'start' | 'end'>[] = known.filter(({ kind }) => kind === 'license')
  const isSet = ({ start, end }: Written) =>
    known.some(one => one.kind === 'dataset' && one.start === start && one.end === end)
  const add = (
    start: number,
    end: number,
    model: string,
    { known = null, is = 'model', owner = null }: Partial<Written> = {},
  ): void => {
    const one = { start, end, model, known, is, owner }
    if ([...found, ...others].some(other => other.start < end && start < other.end)) return
    if (known !== null || !(NO_MODEL.test(model) || isSet(one))) found.push(one)
  }
  const withLed = (end: number) => end + (LED.exec(text.slice(end, end + 12))?.[0].length ?? 0)
  const withTail = (end: number) => end + (TAIL.exec(text.slice(end, end + 60))?.[0].length ?? 0)
  for (const link of links) {
    const [start, end] = [link.start - from, link.end - from]
    if (link.image || start < 0 || end > text.length || end <= start) continue
    const { owner = null, name = null } = addressAt(knowledge.hosts, 'model', link.url) ?? {}
    const shown = text.slice(start, end)
    // of "the Gemma 2 model card" without the card, which is not the model
    const of = OF_IT.exec(shown)?.[0].length ?? 0
    const last = of > 0 ? end - of : withTail(end)
    const id = `${owner}/${name}`
    if (owner && name) add(start, withLed(last), id, { known: findModel(knowledge, id), owner })
    else if (
      NAME_SHOWN.test(shown) &&
      !isHostOf(knowledge.hosts, 'data', link.url) &&
      findModels(knowledge, shown).length === 0
    )
      add(start, last, shown, { is: 'name' })
  }
  for (const { 1: written = '', index } of text.matchAll(ID)) {
    const id = written.replace(END, '')
    if (NO_ID.test(id) || !/[A-Z\d-]/.test(id.slice(id.indexOf('/')))) continue
    const known = findModel(knowledge, id)
    add(index, index + id.length, id, { known, is: known ? 'model' : 'name', owner: id.split('/')[0] ?? null })
  }
  for (const one of known) {
    if (one.kind === 'called') add(one.start, withTail(one.end), one.spelled)
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
    const last = withTail(end)
    if (/['"]$/.test(text.slice(0, first)) && /^['"]/.test(text.slice(last))) continue
    add(first, withLed(last), text.slice(first, last).trim(), { known })
  }
  for (const [pattern, is] of [
    [SIZED, 'model'],
    [NAME_WRITTEN, 'name'],
  ] as const)
    for (const { 0: written, index } of text.matchAll(pattern)) {
      const name = written.replace(END, '')
      if (!NO_NAME.test(name)) add(index, index + name.length, name, { is })
    }
  return found.sort((one, other) => one.start - other.start)
}
