import { isCode } from '../../evidence/paths.ts'
import { sameFamily } from '../../evidence/publisher/owners.ts'
import { lettersOf } from '../../text/letters.ts'
import { ownVariant } from '../models/names.ts'
import { type Speaker, speaksOfItself, speaksOfOthers } from './speaker.ts'
import type { SaidAbout } from './statement.ts'

/** What the words before a license say it is about. */
export interface Subject {
  readonly about: readonly SaidAbout[]
  readonly models: readonly string[]
  /** it speaks of somebody else's work */
  readonly others: boolean
}

const WEIGHTS = new RegExp(
  String.raw`\b(?:weights?|models?|checkpoints?|ckpts?|parameters|LoRAs?|adapters?|autoencoder|(?:word |` +
    String.raw`pre-?trained )+(?:vectors|embeddings))\b|模型|权重|参数|モデル|重み|모델|가중치|\b(?:modelos?|mod[eè]les?|modelle?|` +
    String.raw`pesos|poids|gewichte|modelli)\b|модел|веса`,
  'i',
)
const CODE = new RegExp(
  String.raw`\b(?:code(?:base|s)?|source|software|scripts?|librar(?:y|ies)|toolkit|framework|notebooks?|` +
    String.raw`implementation|package|tools?|evals|repository code)\b|代码|源码|源代码|コード|코드|\b(?:c[oó]digo|quellcode|` +
    String.raw`codice)\b|код`,
  'i',
)
const DATA = new RegExp(
  String.raw`\b(?:(?:test|train|eval|meta)?data(?:sets?)?|corpus|corpora|annotations?|benchmarks?|` +
    String.raw`(?:test|training|evaluation|validation)[- ]sets?)\b|数据|データ|데이터|` +
    String.raw`\b(?:datos|donn[ée]es|daten|dados|dati)\b|данны`,
  'i',
)
const DOCUMENTS = /\b(?:documentation|docs|papers?|reports?|figures?|blog)\b|文档/i
const WHOLE = new RegExp(
  String.raw`\b(?:project|repository|repo|work|everything|release|artifacts?|materials?|this space|all of (?:it|` +
    String.raw`the above))\b|本项目|项目|仓库|プロジェクト|リポジトリ|프로젝트|\b(?:proyecto|projet|projekt|projeto|progetto)\b|проект`,
  'i',
)
/** "This release is for research only, in support of a paper": what it is for is not spoken of */
const WHOLE_HEAD = new RegExp(
  String.raw`^\W{0,10}(?:this|our|the|all of this)?\s?(?:project|repository|repo|release|work|` +
    String.raw`(?:python )?(?:library|package|toolkit|tool))\s(?:is|are|was|may|can|must|shall|should)\b`,
  'i',
)
/** Whether a sentence begins by speaking of all that is released. */
export const isOfWhole = (text: string, speaker: Speaker): boolean =>
  WHOLE_HEAD.test(text) || isNameJoined(text, speaker)
const REST = /\b(?:all )?other (?:materials?|parts?|components?|content|files)\b|\beverything else\b/i
/** "code repository" is code, "model license" is no model */
const FOLDED: readonly (readonly [RegExp, string])[] = [
  [/模型的?(?:原|源)?代码(?:仓库)?/g, '代码'],
  [
    new RegExp(
      String.raw`\b(?:models?|weights)['’]?s? (?:source )?code\b|\bcode (?:for|of) (?:the |this |our |` +
        String.raw`these )?(?:[\w.-]+ ){0,3}models?\b`,
      'gi',
    ),
    'code',
  ],
  [/\bcode (?:that|which|(?:used )?to) \w+ (?:the |this |our |these )?(?:[\w.-]+ ){0,3}models?\b/gi, 'code'],
  // all that is released, whatever it is called beside the code
  [
    new RegExp(
      String.raw`\ball (?:the |our )?(?:assets|artifacts|materials|contents?|resources)(?:,| and| &) (?:the |our |` +
        String.raw`source )?code\b|\b(?:code|software)(?:,| and| &) (?:all )?(?:the |our |other )?(?:assets|` +
        String.raw`artifacts)\b`,
      'gi',
    ),
    'project',
  ],
  [/\bcode repositor(?:y|ies)\b|\brepository(?:'s)? code\b/gi, 'code'],
  [/\bmodel (?:card|zoo|hub|code|licen[cs](?:e|ing)|family page)\b|模型许可|模型协议/gi, ''],
  [/\b(?:language|diffusion|foundation|vision) model code\b/gi, 'code'],
  [/\b(?:license|licence|agreement)s? (?:file|text|page|terms)\b/gi, ''],
  // what something was made with is not what is spoken of: "those trained with the X dataset"
  [/\b(?:re-?)?(?:trained|fine-?tuned|pre-?trained|tuned|evaluated) (?:with|on|using|from) [^,;.:]{0,80}/gi, ' '],
  [/\btraining data(?:set)?s?\b/gi, 'dataset'],
  [/\bdata (?:processing|preparation|pipeline) (?:code|scripts?)\b/gi, 'code'],
  [/\bopen[- ]source(?:d)?\b/gi, ''],
]
/** "./models/x.py" speaks of a file, not of models */
const PATHS = /(?:\.{0,2}\/)?[\w.-]+\/[\w./-]+/g
/** parts of others' work, and the story of how something came about */
const OTHERS = new RegExp(
  String.raw`\b(?:base model|modelo base|modèle de base|basismodell)\s*(?:is|:|：|→|->|\|)|基座模型|\b(?:portions?|` +
    'parts?|some (?:code|files|of)|third[- ]part(?:y|ies)|based (?:up)?on|derived from|buil(?:t|' +
    String.raw`ds?) (?:up)?on(?: top of)?|adapted from|borrow\w*|thanks?|thank|originally|original|acknowledg\w*|` +
    String.raw`dependenc\w+|upstream|other (?:repositor|open)\w*|modif(?:ied|ications) from|inspired by|respective|` +
    String.raw`underlying|their (?:own )?licen[cs]es?|similar to|compatible with|unlike|compared? (?:to|with))\b|` +
    '借鉴|参考了|基于.{0,20}代码|感谢',
  'i',
)
const MAJORITY = /\b(?:majority|most) of\b/i
/** a name with a size in it names a model ("codestral-22B-v0.1", "Qwen-1.8B") */
const SIZED = new RegExp(
  String.raw`(?:^|[\s\x60"'*(,/])((?:[A-Z][\w-]{1,30} (?=[A-Z] ))?[A-Za-z][\w.+-]{0,60}?[-_ ]?\d+(?:\.\d+)?[BbMm]` +
    String.raw`(?![a-z])[\w.+-]{0,40})`,
  'g',
)
/** a name with a hyphen or digits in it may be a model's */
const NAMED_MODEL = /(?:^|[\s`"'*(,/])([A-Za-z][\w.+]*(?:[-_][\w.+]+)+|[A-Z][a-z]*[A-Z][\w.+-]*|[A-Za-z]+\d[\w.+-]*)/g

/** "you must accept the … license" is said of what is downloaded then: the weights */
const ACCEPTING = /\b(?:accept(?:ed|ing)?|agree(?:d|ing)? to|acknowledg\w+|consent to)\b[^.]{0,40}$/i
/** "the source code of X": whose code it is does not change what is spoken of */
const CODE_OF =
  /\b(?:source[- ]code|code ?base|code|scripts)[`"'*]* (?:of|for) (?!which)(?:(?!\b(?:and|is|are)\b)[^,;.:()]){1,60}/i
/** what stands before these words is about something else */
const TURNS = /\bin addition to\b/gi

/** Reads what a stretch of text before (or around) a license speaks of. */
export function readSubject(stretch: string, speaker: Speaker): Subject {
  const turn = [...stretch.matchAll(TURNS)].at(-1)
  const before = turn ? stretch.slice(turn.index + turn[0].length) : stretch
  if (ACCEPTING.test(before.trimEnd()) && !DATA.test(before.slice(-60)))
    return { about: ['weights'], models: ownModels(before, speaker), others: false }
  const ofCode = CODE_OF.exec(before)
  if (ofCode && !WEIGHTS.test(ofCode[0]) && !WEIGHTS.test(before.slice(0, ofCode.index)))
    return readSubject(
      `${before.slice(0, ofCode.index)} code ${before.slice(ofCode.index + ofCode[0].length)}`,
      speaker,
    )
  let text = before.includes('/') ? before.replace(PATHS, ' ') : before
  for (const [pattern, word] of FOLDED) text = text.replace(pattern, word)
  const models = ownModels(before, speaker)
  if (models.length === 0 && isAnothers(before, speaker)) return { about: [], models: [], others: true }
  if (REST.test(text)) return { about: ['others'], models: [], others: false }
  const about: SaidAbout[] = []
  if (WEIGHTS.test(text) || models.length > 0) about.push('weights')
  if (CODE.test(text)) about.push('code')
  if (DATA.test(text)) about.push('data')
  if (DOCUMENTS.test(text)) about.push('documents')
  const others = (OTHERS.test(lastPart(text)) && !MAJORITY.test(text)) || givenByOthers(before, speaker)
  if (WHOLE_HEAD.test(text) || (!about.includes('weights') && isNameJoined(text, speaker)))
    return { about: ['all'], models: [], others }
  if (about.length > 0) return { about, models, others: others || speaksOfOthers(before, speaker, models) }
  if (!WHOLE.test(text) && isPartOfCode(before)) return { about: ['code'], models: [], others }
  if (WHOLE.test(text) || speaksOfItself(before, speaker)) return { about: ['all'], models: [], others }
  return { about: [], models: [], others: others || speaksOfOthers(before, speaker, models) }
}

/** a folder that is called one, and no place of weights */
const AS_FOLDER = /^[`'")\]]*\s(?:sub)?(?:module|folder|director(?:y|ies)|package|files?)\b/i

/** "src/fern/random.py is under": a file of code, or a folder of no weights, is a part of the code. */
const isPartOfCode = (text: string): boolean =>
  [...text.matchAll(PATHS)].some(
    ({ 0: path, index }) =>
      isCode(path) || (!WEIGHTS.test(path.replaceAll('_', ' ')) && AS_FOLDER.test(text.slice(index + path.length))),
  )

/** "Heron and the dataset are under": beside its parts the name is that of the whole */
const JOINED_NAME = /^\W{0,10}(?:the )?([A-Z][\w.-]{2,40})(?: (?:series|family|suite))?(?: and| &) /
const isNameJoined = (text: string, { name, title }: Speaker): boolean => {
  const own = JOINED_NAME.exec(text)?.[1]
  return own !== undefined && (sameFamily(own, name) || lettersOf(own) === title)
}

const GIVER =
  /\b(?:released|provided|published|licensed|distributed|maintained|created|owned) by (?:the )?([A-Z][\w.-]+)/

/** "which is released by the X Consortium under" */
function givenByOthers(text: string, speaker: Speaker): boolean {
  const giver = GIVER.exec(text)?.[1]
  return giver !== undefined && !sameFamily(giver, speaker.name) && !speaker.isPublisher(giver)
}

const ANOTHERS =
  /^\W{0,10}([A-Z][\w.-]{1,40}), (?:an?|the) [^,;.]{1,60}? (?:of|by|from) (?:the )?([A-Z][\w.-]+)[^,;.]{0,40},/

/** "Heron, a model of Reed Labs, may not": a name with its maker, who is somebody else */
function isAnothers(text: string, speaker: Speaker): boolean {
  const [, name = '', maker = ''] = ANOTHERS.exec(text) ?? []
  return name !== '' && !speaksOfItself(`${name} ${maker}`, speaker)
}

/** "This model is based on X, and is governed by": what the sentence says last is what the license is about */
const lastPart = (text: string) =>
  text.split(/,\s*(?:and|but|while)\b|;|；|，/).findLast(part => part.trim().length > 0) ?? text

function ownModels(text: string, speaker: Speaker): string[] {
  const sized = [...text.matchAll(SIZED)]
    .map(match => match[1] ?? '')
    // "and 7B" is a size, and no name
    .filter(name => !/^(?:\d|[a-z]+ )/.test(name) && (isOwn(name, speaker) || !speaker.foreign(name)))
  const named = [...text.matchAll(NAMED_MODEL)].map(match => match[1] ?? '').filter(name => isOwn(name, speaker))
  const ids = [...text.matchAll(ID)].filter(([, owner = '']) => speaker.owners.includes(owner.toLowerCase()))
  const variant = [...variantsOf(text, speaker), ...ids.map(([, , name = '']) => name)]
  return [...new Set([...sized, ...named, ...variant].map(name => name.replace(/(?:\.tar)?[`'"*,.)]*$/, '')))]
    .filter(name => name.length > 2)
    .slice(0, 20)
}

/** an id of a hub */
const ID = /(?<![\w./-])([\w.-]{2,60})\/([\w.-]{2,96})(?![\w/])/g

/** "X-Net XLarge and 2XLarge checkpoints": the own name with more behind it names some of the models. */
function variantsOf(text: string, speaker: Speaker): string[] {
  if (speaker.name.length < 3 || !NAMES_OF_MODELS.test(text)) return []
  const ready = variants.get(speaker) ?? variantsWith(speaker.name)
  variants.set(speaker, ready)
  const found = ready.exec(text)?.[1]
  return (found?.split(/, | and |\//) ?? []).map(variant => ownVariant(speaker.name, variant, speaker.models))
}

/** what follows the names: without it, the pattern of this one speaker is not made */
const NAMES_OF_MODELS = /(?:models?|checkpoints?|weights)\b/
const variants = new WeakMap<Speaker, RegExp>()

/** The name in any case; what follows it in capitals or digits. */
function variantsWith(own: string): RegExp {
  const name = own
    .replace(/[a-z]/gi, letter => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
    .replace(/[^A-Za-z0-9[\]]+/g, '[-_ ]?')
  return new RegExp(
    `${name}[- ]((?:v?\\d[\\w.]*|[A-Z][\\w.]*)(?:(?:, | and |/)(?:v?\\d[\\w.]*|[A-Z][\\w.]*)){0,5}) ` +
      '(?:code and )?(?:models?|checkpoints?|weights)\\b',
  )
}

function isOwn(name: string, speaker: Speaker): boolean {
  if (/\.(py|md|sh|json|txt|ya?ml)$/i.test(name) || /^licen[cs]e/i.test(name)) return false
  const called = name.toLowerCase()
  const models = speaker.models.map(model => model.toLowerCase())
  if (models.some(model => model.length > 3 && lettersOf(model) === lettersOf(called))) return true
  // "Heron-Tuned" of Heron-Tuned-7B: what all are called is the family's name, and no model's
  const sizes = called === speaker.name.toLowerCase() ? [] : models.filter(model => model.startsWith(`${called}-`))
  return sizes.length > 0 && sizes.length < models.length
}
