import type { LegalFiles } from '../knowledge/legal-files.ts'
import { cardNameOf, isInCapitals, isModelCode, legalNameOf } from '../knowledge/legal-names.ts'
import { once } from '../once.ts'
import { DEPTH_OF_A_KIND } from './limits.ts'

/** Why a text is worth reading, in the order in which they are read. */
export const TEXT_KINDS = [
  'license',
  'card',
  'metadata',
  'document',
  'settings',
  'code',
  'training',
  'loading',
] as const
/** One of these reasons. */
export type TextKind = (typeof TEXT_KINDS)[number]

/** A text that is to be read. */
export interface WantedText {
  readonly path: string
  readonly kind: TextKind
  /** bytes to read of it at most */
  readonly limit: number
  /** only its beginning is of interest, so that cutting it is no loss to tell of */
  readonly beginning: boolean
}

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
  'citation.cff',
  'cargo.toml',
  'package.json',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
])

/** Whether a file builds a model for ollama, and may carry the license of its weights ("Modelfile", "Modelfile.q4"). */
export const isModelfile = (path: string): boolean =>
  /(?:^|\/)(?:modelfile(?:\.[\w-]+)?|[\w.-]+\.modelfile)$/i.test(path)

/** Whether a file starts a training or has its settings, by its path: "train/sft.sh", "configs/heron_base.json". */
export function isTraining(path: string, legal: LegalFiles): boolean {
  const { trains, settings } = programsOf(legal)
  return /\.(?:sh|json)$/i.test(path) && !trainsNothing(path, legal) && (trains.test(path) || settings.test(path))
}

/** Whether a file is called as those are that train nothing. */
export const trainsNothing = (path: string, legal: LegalFiles): boolean => programsOf(legal).trainsNot.test(path)

/** Whether a file loads a model to try it, by its name: "demo.py", "inference_heron.ipynb", "download.sh". */
export const isLoading = (path: string, legal: LegalFiles): boolean => programsOf(legal).loads.test(path)

const programsOf = once(({ programs }: LegalFiles) => {
  const { trains, trainsNot, settings, tries, fetches, notebooks } = programs
  const any = (words: readonly string[]) => `(?:${words.join('|')})`
  const begin = trains.map(word => (word.endsWith('*') ? word.slice(0, -1) : `${word}(?=[/_.-])`))
  return {
    trains: new RegExp(`(?:^|[/_.-])${any(begin)}`, 'i'),
    trainsNot: new RegExp(any(trainsNot), 'i'),
    settings: new RegExp(`^${any(settings)}/.*\\.json$`, 'i'),
    loads: new RegExp(
      `(?:^|/)(?:${any(tries)}[\\w-]*\\.(?:py|ipynb)|${any(fetches)}[\\w-]*\\.(?:py|sh))$|` +
        `^${any(notebooks)}/[^/]+\\.ipynb$`,
      'i',
    ),
  }
})

/** Whether a file is worth reading as a text, by its path alone, and why. */
export function wantedAs(path: string, legal: LegalFiles): TextKind | null {
  const kind = kindOf(path, legal)
  return kind !== null && depthOf(path) <= DEPTH_OF_A_KIND[kind] ? kind : null
}

function kindOf(path: string, legal: LegalFiles): TextKind | null {
  if (legalNameOf(path, legal)?.form === 'text') return 'license'
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  const lower = name.toLowerCase().normalize('NFC')
  const dot = lower.lastIndexOf('.')
  const ending = dot > 0 ? lower.slice(dot + 1) : ''
  if (isModelCode(lower, legal)) return 'code'
  if (
    METADATA.has(lower) ||
    isModelfile(lower) ||
    lower.endsWith('.index.json') ||
    (lower.includes('requirement') && ending === 'txt')
  )
    return 'metadata'
  if (cardNameOf(path, legal) === 'text') return 'card'
  if ((DOCUMENT.has(ending) && !NO_DOCUMENT.test(lower)) || isInCapitals(path)) return 'document'
  // a dot hides what configures the tools around a repository, not the model
  const hidden = parts.some(part => part.startsWith('.'))
  if (hidden) return null
  if (ending === 'yaml' || ending === 'yml') return 'settings'
  return isTraining(path, legal) ? 'training' : isLoading(path, legal) ? 'loading' : null
}

/**
 * What a person would look for terms in, by its name alone, whether or not it can be read as a text: a legal file, a
 * card, or another document of the release; null of everything else.
 */
export function roleOf(path: string, legal: LegalFiles): 'license' | 'card' | 'document' | null {
  if (legalNameOf(path, legal) !== null) return 'license'
  if (cardNameOf(path, legal) !== null) return 'card'
  return wantedAs(path, legal) === 'document' ? 'document' : null
}

/** Folders above a file. */
function depthOf(path: string): number {
  return path.split('/').length - 1
}

/** Orders by depth, then by path in code units, so that every machine reads the same texts. */
export function shallowFirst(a: { readonly path: string }, b: { readonly path: string }): number {
  return depthOf(a.path) - depthOf(b.path) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
}
