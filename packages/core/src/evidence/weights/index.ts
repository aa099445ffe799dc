import type { Block, Document } from '../../documents/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Release } from '../../release/release.ts'
import type { Cited } from '../../report/report.ts'
import { lettersOf } from '../../text/letters.ts'
import { cite, type Evidence, type Metadata, type WeightsFound, type WeightsLink } from '../evidence.ts'
import { citeHub } from '../metadata/hub.ts'
import {
  depth,
  folder,
  isBlank,
  isCard,
  isCode,
  isModelConfig,
  isTemplate,
  isWeights,
  isWeightsIndex,
} from '../paths.ts'
import { sameFamily } from '../publisher/owners.ts'
import { type Hear, hearing } from '../signs.ts'
import { loadedByCode, weightsLinks } from './links.ts'
import { learnedIn, offersIn } from './offers.ts'

/** more links than this of one kind add nothing to a citation */
const MAX_LINKS = 400

/** Finds out whether and how the publisher offers weights. */
export function findWeights(
  {
    release,
    who,
    looked,
    documents,
    card,
    metadata,
  }: Pick<Evidence, 'release' | 'who' | 'looked' | 'documents' | 'card' | 'metadata'>,
  knowledge: Knowledge,
): WeightsFound {
  const files = release.files.filter(file => isWeights(file.path, file.size))
  const indexes = release.files.filter(file => isWeightsIndex(file.path))
  const { name } = who
  const links = documents
    .filter(document => isMain(document) || isOfName(document.path, name))
    .flatMap(document => weightsLinks(document, who, knowledge))
    .slice(0, MAX_LINKS)
  const part = partOf(release, documents, metadata, hearing(knowledge))
  const said = offersIn(documents.filter(isMain), knowledge, { links, who })
  const found = (offer: WeightsFound['offer'], cited: Cited): WeightsFound => ({
    offer,
    files: [...files, ...indexes],
    links,
    cited,
    part,
    said,
  })

  // what a dataset holds in these formats is data, whoever trained on it
  const { hub } = release
  if (hub?.kind === 'dataset') {
    return { offer: 'none', files: [], links, cited: cite(citeHub(hub, 'kind', hub.kind)), part: null, said: {} }
  }
  const inTree = files.filter(file => !isAuxiliary(file.path, release))
  const [file] = inTree
  if (file) return found('in-tree', cite({ path: file.path }))
  const [index] = indexes
  if (index) return found('named', cite({ path: index.path }))

  const declared = release.declared?.find(({ id }) => id === 'weights')
  if (declared) return found('linked', declared.cited)
  const own = offered(links, release.name)
  const [link] = own
  if (link) return found('linked', cite(link.cited[0], ...own.slice(1, 4).map(other => other.cited[0])))
  const loaded = loadedByCode(release, who, said.tool !== undefined || said.data !== undefined, knowledge.legalFiles)
  const [first] = loaded
  if (first) return { ...found('linked', first.cited), links: [...links, ...loaded].slice(0, MAX_LINKS) }
  const hubconf = release.files.find(({ path }) => path === HUBCONF)
  if (hubconf && documents.some(isLoadedByHub)) return found('linked', cite({ path: hubconf.path }))
  const script = release.files.find(file => DOWNLOADER.test(file.path) && !EXAMPLE.test(file.path))
  if (script) return found('linked', cite({ path: script.path }))
  const { given, request, promised } = said
  const api = said.api ?? said.closed
  if (given) return found('linked', cite(given))
  if (request) return found('on-request', cite(request))
  const ownCard = cardOffers(release, card, metadata)
  if (ownCard && !api) return found('card', ownCard)
  if (api) return found('api', cite(api))
  if (promised) return found('promised', cite(promised))
  // nobody puts under a license what is not given
  const licensed = release.files.find(file => LICENSE_OF_WEIGHTS.test(file.path) && !isBlank(file, release))
  if (licensed) return found('linked', cite({ path: licensed.path }))
  const none = found('none', looked.cited)
  return { ...none, said: { ...said, ...learnedIn(documents, knowledge) } }
}

/** Whether a README lies in a folder that is called as the release is. */
const isOfName = (path: string, name: string) =>
  /^[^/]+\/readme\.\w{2,4}$/i.test(path) && lettersOf(folder(path)) === lettersOf(name)

/** Own links that offer weights; of those only loaded in samples, the ones that carry the release's own name. */
function offered(links: readonly WeightsLink[], name: string): WeightsLink[] {
  const downloads = links.filter(link => link.own && link.via === 'download')
  return downloads.length > 0
    ? downloads
    : links.filter(link => link.own && link.name !== null && sameFamily(link.name, name))
}

/** the entry points by which PyTorch Hub loads a repository's own models */
const HUBCONF = 'hubconf.py'
const isLoadedByHub = ({ blocks }: Document) =>
  blocks.some(({ kind, text }) => kind === 'code' && /hub\.load\([^)]{0,200}\bpretrained\s*=\s*True/.test(text))

/**
 * A document that speaks for the release: at its root, a card, or among its models. What a tool in a subfolder
 * downloads is not its model.
 */
export const isMain = (document: Document) =>
  depth(document.path) === 0 || (!isTemplate(document.path) && isOfModels(document.path))

const isOfModels = (path: string) =>
  isCard(path) ||
  /^(?:docs?\/)?(?:[\w-]*(?:models?|checkpoints?|weights|zoo|pretrained|download)[\w-]*)(?:\/|\.\w{2,4}$)/i.test(path)

/** what is shown, or tried out, is not what is offered */
const EXAMPLE = /(?:^|\/)(?:[\w-]*examples?[\w-]*|demos?|tests?|samples?|benchmarks?)\//i
/** a script that fetches the release's model */
const DOWNLOADER = new RegExp(
  String.raw`(^|\/)(download|fetch|get)_?(the_?)?(model|weight|checkpoint|ckpt|pretrained)s?(_(?!v\d|` +
    String.raw`re(?:quest|sponse))[a-z]+)?\.(py|sh|ps1|bat)$`,
  'i',
)
/** at the root: "MODEL_LICENSE.md", "LICENSE-WEIGHTS" */
const LICENSE_OF_WEIGHTS =
  /^(?:(?:model|weight)s?[-_ .]?licen[cs]e|licen[cs]e[-_ .](?:for[-_ ])?(?:model|weight)s?)(?:\.\w{2,4})?$/i
/**
 * Weights deep inside a program's folders serve the program (a face detector, a filter); where the release also
 * links its own weights, those are the model.
 */
function isAuxiliary(path: string, release: Release): boolean {
  const parts = path.toLowerCase().split('/')
  const inProgram = parts
    .slice(0, -1)
    .some(part =>
      /^(src|lib|modules|scripts|utils?|notebooks|recipes|tools|[a-z]+_infer|[a-z_]*_detach|core)$/.test(part),
    )
  return inProgram && release.files.some(file => /\.py$/.test(file.path))
}

/**
 * A copy of a hub's page: the card describes one model, and the listing holds configuration or no code.
 */
function cardOffers(release: Release, card: Document | null, metadata: Metadata): Cited | null {
  if (!card || metadata.kind === 'dataset') return null
  const config = release.files.find(file => isModelConfig(file.path))
  const says = metadata.task ?? metadata.library ?? metadata.bases[0] ?? (config ? metadata.licenses[0] : undefined)
  const onlyCard = !release.files.some(({ path }) => isCode(path))
  if (says && (config || onlyCard)) return cite(says.cited[0], ...(config ? [{ path: config.path }] : []))
  const license = metadata.licenses[0]
  return license && onlyCard ? license.cited : null
}

/** what a card's metadata calls an adapter by: its relation to its base, or the library that runs it */
const isCalledAdapter = ({ relation, library }: Metadata) =>
  (relation ?? (library?.value.toLowerCase() === 'peft' ? 'adapter' : '')) === 'adapter'

function partOf(
  release: Release,
  documents: readonly Document[],
  metadata: Metadata,
  hear: Hear,
): WeightsFound['part'] {
  const names = release.files.map(file => file.path.toLowerCase())
  if (
    (isCalledAdapter(metadata) || names.some(name => /(^|\/)adapter_(config\.json|model)/.test(name))) &&
    !names.some(name => /(^|\/)(model|pytorch_model)[-.][^/]*(safetensors|bin)$/.test(name))
  )
    return 'adapter'
  if (/[-_](delta|diff|xor)\b/i.test(release.name)) return 'delta'
  const main = documents[0]
  const says = main?.blocks
    .slice(0, 60)
    .some((block: Block) => block.kind !== 'code' && hear(block.text.slice(0, 2_000)).says('release.delta'))
  return says ? 'delta' : null
}
