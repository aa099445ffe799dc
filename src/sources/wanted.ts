import { DEPTH_OF_A_KIND, INDEX_BYTES, TEXT_BYTES, TEXTS, TEXTS_OF_A_KIND } from './limits.ts'
import type { ReleaseFile } from './release.ts'

/** Why a text is worth reading, in the order in which they are read. */
const TEXT_KINDS = ['license', 'card', 'metadata', 'document', 'settings'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

export interface WantedText {
  readonly path: string
  readonly kind: TextKind
  /** bytes to read of it at most */
  readonly limit: number
  /** only its beginning is of interest, so that cutting it is no loss to tell of */
  readonly beginning: boolean
}

/** "license" in the languages that spell it alike, and German; CC0 and MIT forms of it too ("unlicense") */
const LICENSE = /licen[sczç]|lizenz|copying|copyleft|许可|許可|协议|協議|授权|授權|ライセンス|라이선스/u

/** other words that name legal terms; as whole words, since they occur in others ("determs", "policymaker") */
const TERMS = new Set(
  'terms tos eula aup agreement policy policies notice notices prohibited acceptable legal disclaimer copyright patents'.split(
    ' ',
  ),
)
const TERMS_CHINESE = /声明|聲明|条款|條款|政策|利用規約|이용약관/u

/** what prose is written in; no ending at all is prose too */
const PROSE = new Set([
  '',
  'md',
  'markdown',
  'mdx',
  'rst',
  'txt',
  'text',
  'html',
  'htm',
  'adoc',
  'asciidoc',
  'org',
  'tex',
])

/** endings that make a license's name the name of something else: code about licenses, a list of them, a picture */
const NOT_PROSE = new Set(
  (
    'py pyi pyc ipynb js mjs cjs ts tsx jsx vue c h cc cpp hpp cu java kt scala go rs rb php pl lua r jl swift m cs sh bash ' +
    'bat ps1 sql css scss less json jsonl json5 ndjson yaml yml toml ini cfg lock csv tsv xml plist parquet arrow ' +
    'pdf doc docx odt rtf ppt pptx xls xlsx png jpg jpeg gif svg webp ico bmp mp3 mp4 wav webm mov zip gz tgz bz2 xz zst ' +
    'tar 7z rar whl jar exe dll so dylib o a bin pt pth ckpt safetensors gguf onnx h5 npz npy pkl sig asc sha256 md5 diff patch'
  ).split(' '),
)

const DOCUMENT = new Set(['md', 'markdown', 'mdx', 'rst', 'txt', 'adoc'])

/** plain text that is no document: what tokenizers and builds keep in .txt files */
const NO_DOCUMENT = /^(?:vocab|merges|tokens|tokenizer|bpe|dict|words|stopwords|cmakelists)/

/** files that describe a model, a dataset or a package to a program, by the names programs give them */
const METADATA = new Set([
  'config.json',
  'adapter_config.json',
  'adapter_model_config.json',
  'generation_config.json',
  'model_index.json',
  'params.json',
  'modelcard.json',
  'configuration.json',
  'dataset_info.json',
  'dataset_infos.json',
  'mergekit_config.yaml',
  'mergekit_config.yml',
  'mergekit_moe_config.yaml',
  'mergekit_moe_config.yml',
  'modelfile',
  'citation.cff',
  'package.json',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
])

/** Whether a file is worth reading as a text, by its path alone, and why. */
export function wantedAs(path: string): TextKind | null {
  const kind = kindOf(path)
  return kind !== null && depthOf(path) <= DEPTH_OF_A_KIND[kind] ? kind : null
}

function kindOf(path: string): TextKind | null {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  const lower = name.toLowerCase().normalize('NFC')
  const dot = lower.lastIndexOf('.')
  const ending = dot > 0 ? lower.slice(dot + 1) : ''
  const prose = PROSE.has(ending)
  if (isLicense(name, lower, ending, parts.at(-2)?.toLowerCase() ?? '')) return 'license'
  if (METADATA.has(lower) || lower.endsWith('.index.json') || (lower.includes('requirement') && ending === 'txt'))
    return 'metadata'
  if (lower.startsWith('readme') && !NOT_PROSE.has(ending)) return 'card'
  if (prose && /readme|card/.test(lower)) return 'card'
  if (DOCUMENT.has(ending) && !NO_DOCUMENT.test(lower)) return 'document'
  // a dot hides what configures the tools around a repository, not the model
  const hidden = parts.some(part => part.startsWith('.'))
  return !hidden && (ending === 'yaml' || ending === 'yml') ? 'settings' : null
}

function isLicense(name: string, lower: string, ending: string, folder: string): boolean {
  if (NOT_PROSE.has(ending)) return false
  if (LICENSE.test(lower)) return true
  // LICENSES/Apache-2.0.txt, as REUSE lays them out
  if (PROSE.has(ending) && /^(?:[a-z-]{0,20}[-_])?licen[sc]es?$/.test(folder)) return true
  const stem = ending === '' ? name : name.slice(0, -ending.length - 1)
  // a legal word without an ending, or with one of prose: "AUP", "OUTPUT_TERMS_OF_USE.md", "UsagePolicy.txt"
  return PROSE.has(ending) && (TERMS_CHINESE.test(lower) || wordsOf(stem).some(word => TERMS.has(word)))
}

function wordsOf(stem: string): readonly string[] {
  return stem
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
}

function depthOf(path: string): number {
  return path.split('/').length - 1
}

/** The texts to read out of a listing: kinds in order, shallow before deep, within the limits; and how many are left. */
export function chooseTexts(files: readonly ReleaseFile[]): {
  readonly wanted: readonly WantedText[]
  readonly left: readonly { readonly kind: TextKind; readonly count: number }[]
} {
  const kinds = new Map<TextKind, ReleaseFile[]>(TEXT_KINDS.map(kind => [kind, []]))
  for (const file of files) {
    const kind = file.kind === 'submodule' ? null : wantedAs(file.path)
    // a document of more than a megabyte is data
    if (kind === null || (kind === 'document' && (file.size ?? 0) > TEXT_BYTES)) continue
    kinds.get(kind)?.push(file)
  }
  const left: { kind: TextKind; count: number }[] = []
  const chosen: WantedText[] = []
  for (const [kind, found] of kinds) {
    const room = Math.min(TEXTS_OF_A_KIND[kind], TEXTS - chosen.length)
    if (found.length > room) left.push({ kind, count: found.length - room })
    chosen.push(
      ...found
        .sort(shallowFirst)
        .slice(0, room)
        .map(file => want(file.path, kind)),
    )
  }
  return { wanted: chosen, left }
}

function want(path: string, kind: TextKind): WantedText {
  const beginning = path.toLowerCase().endsWith('.index.json')
  return { path, kind, limit: beginning ? INDEX_BYTES : TEXT_BYTES, beginning }
}

/** Orders by depth, then by path in code units, so that every machine reads the same texts. */
export function shallowFirst(a: { readonly path: string }, b: { readonly path: string }): number {
  return depthOf(a.path) - depthOf(b.path) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
}
