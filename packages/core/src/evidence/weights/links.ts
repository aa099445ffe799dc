import type { Block, Document } from '../../documents/index.ts'
import { lineAt } from '../../documents/index.ts'
import { sentencesOfDocument } from '../../documents/sentences.ts'
import { addressAt, isHostOf } from '../../knowledge/addresses.ts'
import type { Hosts } from '../../knowledge/hosts.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { LegalFiles } from '../../knowledge/legal-files.ts'
import type { Release } from '../../release/release.ts'
import { isLoading } from '../../release/wanted.ts'
import { cite, type WeightsLink } from '../evidence.ts'
import { isOwn, type Publisher, sameFamily } from '../publisher/owners.ts'
import { hearing } from '../signs.ts'

/** what such a host also keeps, and is not weights */
const OTHER_FILE =
  /\.(pdf|png|jpe?g|gif|svg|mp4|wav|whl|html?|md|csv|jsonl?|parquet|ipynb|txt|py|sh)(\?[^ ]*)?$|\/whl\/|\/papers?\//i
const NOT_A_MODEL = /(^|[-_.])(tokenizer|tensorboard|logs?|dataset|corpus|demo|space|results|evals?)s?([-_.]|$)/i
const WEIGHT_FILE =
  /\.(safetensors|gguf|ggml|pt|pth|ckpt|bin|h5|npz|nemo|onnx|pdparams|pkl|tar(\.gz)?|msgpack|task|tflite)(\?[^ ]*)?$/i
const WEIGHTS = new RegExp(
  String.raw`\b(?:weights?|checkpoints?|ckpts?|pre-?trained|models?|networks?)\b|权重|模型|モデル|重み|모델|가중치|` +
    String.raw`модел|веса|\bmodel(?:os?|en|li|lo)\b|modèle`,
  'i',
)
const DATA = /\bdata(?: ?sets?)?\b|\bcorp(?:us|ora)\b|数据|データ|데이터|данны|\bdaten|\bdatos\b|données/i
/** "the data and the models": what is joined to them is there too */
const JOINED = new RegExp(
  String.raw`^[^.;:]{0,40}(?:,|\band\b|\bplus\b|&|\/|\+|\bas well as\b|和|及|与|と)\s*` +
    String.raw`(?:(?:the|our|all|its|final|released)\s)*(?:\w+-?trained |model )?` +
    String.raw`(?:models?|weights|checkpoints?|networks?)\b`,
  'i',
)
const RELEASE_DOWNLOAD = /\/releases\/download\//i
const ID = String.raw`([\w.-]{1,96}\/[\w.-]{1,96})`
/** An id in a code sample or a command that loads or fetches a model; the id is the one group that is set. */
export const LOADED = new RegExp(
  [
    '(?:from_pretrained|snapshot_download|hf_hub_download|pipeline|load_model|SentenceTransformer|CrossEncoder|' +
      String.raw`AutoModel\w*|LLM|hf_hub|create_model)\(\s*(?:[\w]+\s*=\s*)?["']${ID}["']`,
    '(?:model(?:_id|_name|_path|_name_or_path|_dir)?|repo_id|checkpoint|ckpt|pretrained(?:_model_name_or_path)?|' +
      String.raw`MODEL(?:_ID|_NAME|_PATH)?)["']?\s*[=:]\s*(?:r?["'])${ID}["']`,
    String.raw`(?:--model(?:[-_]\w+)?(?:\s+|=)|vllm serve\s+|serve\s+|(?:huggingface-cli|hf|modelscope) download\s+` +
      String.raw`(?:--model\s+)?|git clone\s+(?:https?:\/\/)?(?:huggingface\.co|hf\.co)\/)["']?${ID}`,
  ].join('|'),
  'g',
)

type LinkKnowledge = Pick<Knowledge, 'hosts' | 'signs' | 'patterns'>

/** Every place in a document where weights can be had or are loaded from. */
export function weightsLinks(document: Document, who: Publisher, knowledge: LinkKnowledge): WeightsLink[] {
  const hear = hearing(knowledge)
  const found: WeightsLink[] = []
  for (const block of document.blocks) {
    if (block.kind === 'code') found.push(...loadedIn(block, document, who, knowledge))
    else
      for (const link of block.links) {
        if (link.image) continue
        const target = readTarget(link.url, contextOf(block), who, knowledge, nearOf(block, link.start, link.label))
        const via = hear(block.text.slice(Math.max(0, link.start - 120), link.start)).says('release.example')
          ? 'sample'
          : 'download'
        if (target)
          found.push({
            ...target,
            via,
            own: isOwn(target, who),
            cited: cite({ url: link.url, path: document.path, line: link.line }),
          })
      }
    if (block.kind !== 'code') found.push(...namedIn(block, document, who, knowledge))
  }
  return found
}

/** What the words of a link, else those of its sentence, else all around it, say is to be had there. */
type Near = readonly string[]
const nearOf = (block: Block, at: number, label = ''): Near => [
  label,
  block.kind === 'row' ? '' : (sentencesOfDocument(block).findLast(({ start }) => start <= at)?.text ?? ''),
]

/**
 * Whether weights are what words say is to be had: what they name first is, the rest tells more of it; null where
 * neither is named.
 */
function areWeights(words: string): boolean | null {
  const weights = WEIGHTS.exec(words)?.index ?? -1
  const data = DATA.exec(words)
  if (!data) return weights < 0 ? null : true
  return (weights >= 0 && weights < data.index) || JOINED.test(words.slice(data.index + data[0].length))
}

function contextOf(block: Block): string {
  return `${block.headings.slice(-2).join(' ')} ${block.header?.join(' ') ?? ''} ${block.text.slice(0, 600)}`
}

type Target = Pick<WeightsLink, 'url' | 'owner' | 'name' | 'via'>

/** a page of a hub that lists what one account keeps */
export const COLLECTION = /\/collections\/([\w.-]{1,96})(?:\/|$)/i
const LISTED = /[?&](?:other|search|filter|author)=([\w.-]{1,96})/

function readTarget(
  url: string,
  around: string,
  who: Publisher,
  knowledge: LinkKnowledge,
  near: Near = [],
): Target | null {
  const { hosts } = knowledge
  const hear = hearing(knowledge)
  const [label = ''] = near
  const context = hear(around)
  if (isHostOf(hosts, 'model', url)) {
    const listed = LISTED.exec(url)?.[1]
    if (listed) return { url, owner: listed, name: listed, via: 'download' }
    const collected = COLLECTION.exec(url)?.[1]
    if (collected) return { url, owner: collected, name: null, via: 'download' }
    const { owner = null, name = null, rest = [] } = addressAt(hosts, 'model', url) ?? {}
    const [verb] = rest
    if (!owner) return null
    if (!name) return context.says('release.weights-here') ? { url, owner, name: null, via: 'download' } : null
    if (verb === 'blob' && !WEIGHT_FILE.test(url)) return null
    if (verb === 'discussions' || verb === 'tensorboard' || NOT_A_MODEL.test(name)) return null
    return { url, owner, name, via: 'download' }
  }
  // "base model with BPE tokenizer" is the model
  if (OTHER_FILE.test(url) || (context.says('release.tool-file') && !hear(label).says('release.weights'))) return null
  const stored = addressAt(hosts, 'files', url) !== null
  if (
    WEIGHT_FILE.test(url) &&
    (stored || RELEASE_DOWNLOAD.test(url) || /(model|weight|ckpt|checkpoint)/i.test(url)) &&
    context.says('release.weights-here')
  )
    return { url, owner: null, name: null, via: 'download' }
  const said = near.map(areWeights).find(one => one !== null) ?? null
  const kept =
    stored || RELEASE_DOWNLOAD.test(url) ? (said ?? areWeights(around)) : said && isOwnReleases(url, who, hosts)
  return kept ? { url, owner: null, name: null, via: 'download' } : null
}

/** The page of what a repository has released, with files beside its code. */
function isOwnReleases(url: string, { publisher, name }: Publisher, hosts: Hosts): boolean {
  const page = addressAt(hosts, 'code', url)
  return (
    page?.rest.includes('releases') === true &&
    page.name?.toLowerCase() === name.toLowerCase() &&
    (publisher === null || page.owner?.toLowerCase() === publisher.toLowerCase())
  )
}

/**
 * Bare addresses of a hub or of weights files in prose and tables ("https://huggingface.co/org/model",
 * "gs://bucket/model.tar").
 */
const BARE = /(?:https?:\/\/|gs:\/\/|s3:\/\/)[\w.~:/?#@!$&()*+,;=%-]{4,300}/g

function namedIn(block: Block, document: Document, who: Publisher, knowledge: LinkKnowledge): WeightsLink[] {
  const found: WeightsLink[] = []
  if (!block.text.includes('://')) return found
  const linked = new Set(block.links.map(link => link.url))
  for (const match of block.text.matchAll(BARE)) {
    const url = match[0].replace(/[).,;:]+$/, '')
    if (linked.has(url)) continue
    const target = readTarget(url, contextOf(block), who, knowledge, nearOf(block, match.index))
    if (target)
      found.push({
        ...target,
        own: isOwn(target, who),
        cited: cite({ url, path: document.path, line: lineAt(block, match.index) }),
      })
  }
  return found
}

/** The ids of a hub in code that loads or fetches a model, each with where it begins. */
function idsLoaded(code: string): { readonly owner: string; readonly name: string; readonly at: number }[] {
  return [...code.matchAll(LOADED)].flatMap(match => {
    const id = match[1] ?? match[2] ?? match[3] ?? ''
    const [owner = '', name = ''] = id.split('/')
    const isPath =
      /^\.+$|^(path|your|local|models?|checkpoints?|output|data|tmp)/i.test(owner) ||
      /\.(py|json|ya?ml|txt|sh|jpg|png|wav)$/i.test(name)
    return owner === '' || name === '' || isPath ? [] : [{ owner, name, at: match.index + match[0].lastIndexOf(id) }]
  })
}

/**
 * The publisher's own weights that code of the release loads: of its account, or of the release's name. Notebooks are
 * read as they lie, and a name may be in any line.
 */
export function loadedByCode(
  { texts }: Pick<Release, 'texts'>,
  who: Publisher,
  isTool: boolean,
  legal: LegalFiles,
): WeightsLink[] {
  return [...texts.values()]
    .filter(({ path }) => isLoading(path, legal))
    .flatMap(({ path, content }) => {
      const code = content.replaceAll('\\"', '"')
      return idsLoaded(code)
        .filter(({ owner, name }) => (who.isOwner(owner) && !isTool) || sameFamily(name, who.name))
        .map(({ owner, name, at }): WeightsLink => {
          const line = code.slice(0, at).split('\n').length
          const url = `https://huggingface.co/${owner}/${name}`
          return { url, owner, name, via: 'sample', own: true, cited: cite({ path, line, url: `${owner}/${name}` }) }
        })
    })
}

function loadedIn(block: Block, document: Document, who: Publisher, knowledge: LinkKnowledge): WeightsLink[] {
  const found: WeightsLink[] = []
  for (const { owner, name, at } of idsLoaded(block.text.slice(0, 20_000))) {
    const target: Target = { url: `https://huggingface.co/${owner}/${name}`, owner, name, via: 'sample' }
    found.push({
      ...target,
      own: isOwn(target, who),
      cited: cite({ url: `${owner}/${name}`, path: document.path, line: lineAt(block, at) }),
    })
  }
  if (!block.text.includes('://')) return found
  for (const match of block.text.matchAll(BARE)) {
    const target = readTarget(match[0], 'model weights', who, knowledge)
    if (target?.owner)
      found.push({
        ...target,
        via: 'sample',
        own: isOwn(target, who),
        cited: cite({ url: match[0], path: document.path, line: lineAt(block, match.index) }),
      })
  }
  return found
}
