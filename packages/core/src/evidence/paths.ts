import { isInCapitals } from '../knowledge/legal-names.ts'
import type { Release, ReleaseFile } from '../release/release.ts'

/** What a file is, from its name and size alone. Names are compared in lower case. */

/** endings of files that hold model parameters */
const WEIGHTS = new RegExp(
  String.raw`\.(safetensors|bin|gguf|ggml|ggjt|pt|pth|ckpt|h5|hdf5|keras|msgpack|onnx|tflite|npz|nemo|pdparams|` +
    'pkl|params|mlmodel|mlpackage|tar|orbax)$',
)
/** of these an ending alone does not say that a file holds parameters: its name must */
const LOOSE = /\.(npz|pkl|params|tar|h5|bin|pt|onnx)$/
const WEIGHTS_NAME = new RegExp(
  '(model|weight|ckpt|checkpoint|consolidated|adapter|lora|unet|vae|encoder|decoder|transformer|' +
    String.raw`params|ggml|[-_]\d+(\.\d+)?[bm]\b)`,
)
/** states of training and small tables that are not the model */
const NOT_WEIGHTS = new RegExp(
  '(optimizer|scheduler|rng_state|training_args|trainer_state|mel_filters|tokenizer|vocab|' +
    String.raw`zero_pp_rank|events\.out|embeddings_stats|mean_std|_stats\.)`,
)
/** folders whose files are for tests, figures or other projects */
const ASIDE = new RegExp(
  String.raw`(^|\/)(tests?|test_fixtures|fixtures|third_?party|3rd_?party|vendor|externals?|submodules?|docs?|` +
    String.raw`assets|notebooks|examples?|resources|data|load|samples?)\/`,
)
/** a smaller file than this holds no model worth the name: LoRA adapters begin at about 1 MB */
const SMALLEST_WEIGHTS = 300_000
const PART = new RegExp(
  '(model|weights?|ckpt|checkpoint|adapter|pytorch|safetensors|gguf)[^/]*(part|split|' +
    String.raw`chunk)[-_.]?[a-z0-9]{1,8}(of[-_]?\d+)?$`,
)
const NUMBERED_PART = /\.(zip|7z|tar|tar\.gz|safetensors|bin|gguf)\.\d{2,3}$/

/** Whether a file holds model parameters, whole or in parts. */
export function isWeights(path: string, size: number | null): boolean {
  const lower = path.toLowerCase()
  const name = lower.slice(lower.lastIndexOf('/') + 1)
  if (NOT_WEIGHTS.test(name) || ASIDE.test(lower)) return false
  if (size !== null && size < SMALLEST_WEIGHTS) return false
  if (PART.test(name) || NUMBERED_PART.test(name)) return true
  if (!WEIGHTS.test(name)) return false
  return !LOOSE.test(name) || WEIGHTS_NAME.test(lower) || (size ?? 0) > 20_000_000
}

/** Whether a file lists the shards of a model ("model.safetensors.index.json"). */
export const isWeightsIndex = (path: string) =>
  /(safetensors|bin|h5|msgpack)\.index(\.[a-z0-9]+)?\.json$/i.test(path) && !ASIDE.test(path.toLowerCase())

/** Whether a file configures a model in a hub's layout. */
export const isModelConfig = (path: string) =>
  /(^|\/)(config|model_index|params|adapter_config)\.json$/i.test(path) && !ASIDE.test(path.toLowerCase())

/** Whether a file is a README, of any folder and language: `README_zh.md`, `read-me.txt`. */
export const isReadme = (path: string) =>
  /(^|\/)read[-_ ]?me([._-][a-z_-]{2,8})?(\.(md|markdown|rst|txt|html?))?$/i.test(path)

/** Whether a file, or its folder, is called after model cards. */
export const isCard = (path: string) =>
  /(^|\/)[^/]*model[-_]?card(s\/)?[^/]*\.(md|txt|html?|pdf)$/i.test(path) || /(^|\/)modelcard\.(md|json)$/i.test(path)

/** Whether a file is called after a card or a datasheet of data. */
export const isDataCard = (path: string) =>
  /(^|\/)([^/]*data(set)?[-_]?(card|sheet)[^/]*|datasheet[^/]*)\.(md|txt|html?|pdf|json)$/i.test(path)

/** Whether a file is prose, by its ending or by a name in capitals. */
export const isDocument = (path: string) =>
  /\.(md|markdown|rst|txt|html?)$/i.test(path) || isReadme(path) || isInCapitals(path)

/** folders and files of how a repository is worked on, and of other people's work */
const OF_THE_WORKSHOP = new RegExp(
  String.raw`(^|\/)(node_modules|third_?party|3rd_?party|vendor|\.github|tests?|changelog|contributing|` +
    String.raw`code_of_conduct|security)(\/|\.|$)|(^|\/)requirements[^/]*$`,
  'i',
)

/** Whether a document is about how a repository is worked on, and not about the release. */
export const isAside = (path: string): boolean => OF_THE_WORKSHOP.test(path)

/** How many folders a path lies in; 0 at the root. */
export const depth = (path: string) => path.split('/').length - 1

/** The last part of a path. */
export const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** The folder of a path, '' at the root. */
export const folder = (path: string) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '')

/** folders with the code of other projects */
const VENDORED = new RegExp(
  String.raw`(^|\/)(tests?|third_?party|3rd_?party|vendor(ed)?|dependencies|deps|externals?|submodules?|` +
    String.raw`site-packages|node_modules)\/`,
  'i',
)

const CODE = /\.(py|ipynb|sh|cpp|cc|cu|c|rs|go|js|ts|jl|java|lua|m|swift)$/i

/** Whether a path lies among the code of other projects. */
export const isVendored = (path: string) => VENDORED.test(path)

/** Whether a file is code of the release itself, by its ending and its folders. */
export const isCode = (path: string) => CODE.test(path) && !VENDORED.test(path)

/** folders whose documents are of other models, or show how to make one's own */
const OF_OTHERS = new RegExp(
  String.raw`^\.|(?:^|\/)(?:examples?|tutorials?|tests?|fixtures?|third_?party|vendor|eval\w*|benchmarks?|` +
    String.raw`templates?|tools|convert\w*)\/|_template\.`,
  'i',
)

/** Whether a document lies where others' models are spoken of, or how to make one's own. */
export const isOfOthers = (path: string): boolean => OF_OTHERS.test(path)

/** Whether a card is one to be filled in, and of no model. */
export const isTemplate = (path: string): boolean => /template/i.test(fileName(path))

const SEEN = /[^\s\p{Cc}\p{Cf}]/u

/** Whether nothing in a file can be seen: it says nothing, whatever it is called. */
export function isBlank({ path, size }: ReleaseFile, { texts }: Pick<Release, 'texts'>): boolean {
  const text = texts.get(path)
  return text ? !SEEN.test(text.content) && !text.truncated : size === 0
}
