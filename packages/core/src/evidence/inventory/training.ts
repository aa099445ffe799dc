import type { Block, Document, Link } from '../../documents/index.ts'
import { addressAt, isCopied } from '../../knowledge/addresses.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { citeModel, isRemembered, ownModels } from '../../names/models.ts'
import type { Release, ReleaseFile } from '../../release/release.ts'
import type { Citation } from '../../report/report.ts'
import type { Metadata } from '../evidence.ts'
import { fileName } from '../paths.ts'
import { isOwn, type Publisher, sameFamily } from '../publisher/owners.ts'
import { type Hear, hearing } from '../signs.ts'
import type { LookAtFiles } from './looking.ts'

/** Whether a path lies in a copy of a training library that is not what the release itself is. */
export function isGenericLibrary(path: string, release: string, hosts: Knowledge['hosts']): boolean {
  const folder = path
    .split('/')
    .slice(0, -1)
    .find(folder => isCopied(hosts, folder))
  return folder !== undefined && !sameFamily(release, folder)
}

/** what a folder of the data is for, and what is trained for the data */
const FOR_DATA = new RegExp(
  String.raw`(?:^|\/)(?:\w{1,20}[_-])?(?:data|datasets?|corpus|documents?|pdf|web)[_-](?:clean|conver|filter|process|` +
    String.raw`prep|curat|pipeline|extract|quality|select|crawl|mining)\w*\/|` +
    String.raw`(?:^|\/)(?:\w{1,20}[_-])?quality[_-]data\/|(?:^|\/)tokeniz(?:er|ation)(?:[_-]train\w*)?\/|` +
    String.raw`train\w{0,6}[_-](?:fasttext|kenlm|n-?gram|tokeniz|spm|sentencepiece|bpe|` +
    '(?:quality|data|toxicity)[_-])[^/]*$',
  'i',
)

/** Whether code trains what makes the data ready, such as a filter or a tokenizer, and not what is released. */
export const trainsForData = (path: string, release: string): boolean =>
  FOR_DATA.test(path) && !/token|fasttext|ocr|filter|classif|data/i.test(release)

const ENTRY = /^(?:\w{1,40}_)?main\.py$/i
const SETTINGS = new RegExp(
  String.raw`(?:^|\/)(?:conf|configs?|gin|recipes?|experiments?)\/(?:[^/]{1,80}\/){0,4}[^/]{0,80}(?:train|` +
    String.raw`optim|learning_rate|fine-?tun)[^/]{0,80}(?:\/[^/]{1,80}){0,4}\.(?:ya?ml|gin|json|toml)$`,
  'i',
)

/** An entry point without the word, beside settings of a training. */
export function entryWithSettings(files: readonly ReleaseFile[]): readonly ReleaseFile[] {
  const entry = files.find(({ path }) => ENTRY.test(fileName(path)) && !/(?:^|\/)(?:evals?|tests?|cli)\//.test(path))
  const settings = files.find(({ path }) => SETTINGS.test(path))
  return entry && settings ? [entry, settings] : []
}

const LATER = /fine-?_?tun|sft|lora|peft|dreambooth|dpo|ppo|grpo|rlhf|instruct/i
const SETTINGS_FILE = /\.(?:ya?ml|json|toml|gin|sh)$/i
const ILLUSTRATION =
  /(?:^|[/_-])(?:examples?|notebooks?|demos?|colabs?|cookbooks?|tutorials?|toy|samples?|use-?cases?)(?=[/_.-]|$)/i

/** folders that any program has, and those named for the training */
const USUAL = new RegExp(
  '^(?:src|lib|code|core|apps?|scripts?|tools?|bin|recipes?|examples?|projects?|experiments?|' +
    String.raw`configs?|models?|sft|rl\w*)$|train|tun(?:e|ing)`,
  'i',
)

/**
 * The folder with a README of its own that all of the training code lies in, beside others: what a part of the release
 * is trained with; null where it is not so.
 */
function partOf(files: readonly ReleaseFile[], { files: all, name }: Release): string | null {
  const folders = new Set(files.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')))
  const [folder = ''] = folders
  if (folders.size !== 1 || folder === '' || USUAL.test(folder) || sameFamily(folder, name)) return null
  const others = all.filter(({ path }) => !path.startsWith(`${folder}/`))
  const readme = all.some(({ path }) => path.toLowerCase() === `${folder.toLowerCase()}/readme.md`)
  return readme && others.some(({ path }) => path.endsWith('.py')) ? folder : null
}

/** "[ ] provide the code for pre-training": an item of a list of things to do */
const TO_DO = /(?:^|\s)\[ \] ([^.]{0,80})/

/** Whether documents say that code of the training is still to come. */
export const isTrainingPromised = (documents: readonly Document[], hear: Hear): boolean =>
  documents.slice(0, 3).some(({ blocks }) =>
    blocks.some(({ kind, text }) => {
      if (kind === 'code') return false
      const due = TO_DO.exec(text.slice(0, 2_000))?.[1] ?? ''
      return (
        hear(due).says('inventory.training-code-due') || hear(text.slice(0, 2_000)).says('inventory.training-promised')
      )
    }),
  )

/** What shows that the training code found is only a part of what trained the model; null where nothing does. */
export function whyPartlyTraining(
  files: readonly ReleaseFile[],
  metadata: Metadata,
  release: Release,
  { documents, hear }: Pick<LookAtFiles, 'documents' | 'hear'>,
): string | null {
  if (files.length === 0) return null
  if (isTrainingPromised(documents, hear)) return 'a document says that training code is still to come'
  if (files.every(({ path }) => ILLUSTRATION.test(path))) return 'what was found are examples'
  const part = partOf(files, release)
  if (part !== null) return `what was found trains what is in ${part}/`
  // a model that starts from another is trained by fine-tuning
  if (metadata.bases.length > 0) return null
  const settings = files.filter(({ path }) => SETTINGS_FILE.test(path))
  const isLater = ({ path }: ReleaseFile) => LATER.test(path) || ILLUSTRATION.test(path)
  const isFirst = ({ path }: ReleaseFile) => /pre-?train/i.test(path)
  return files.every(isLater) ||
    (settings.length > 0 && settings.every(({ path }) => LATER.test(path)) && !files.some(isFirst))
    ? 'what was found is for fine-tuning'
    : null
}

/** A dated fact that the training code of this very model of its publisher is open elsewhere. */
export function knownTrainingCode({ proven, name }: Publisher, knowledge: Knowledge): Citation | null {
  const [model] = ownModels(knowledge, proven, name)
  if (model?.version.openCode !== true || isRemembered(model)) return null
  return citeModel(model, `the training code of ${model.version.name} is open`)
}

/** an address that leads to the training: "tree/main/train", "blob/main/finetune_gannet.py" */
const LEADS_THERE = /(?:^|[/_-])(?:pre-?)?(?:train(?:ing|er)?|fine-?tun(?:e|ing)|sft)(?=[/_.#-]|$)/i
/** a sample that runs a script of the training */
const RUNS = new RegExp(
  String.raw`(?:python3?|bash|sh|torchrun|deepspeed|accelerate launch)\b[^\n]{0,80}?(?:train|finetune|` +
    String.raw`fine_tune|sft)\w{0,40}\.(?:py|sh)\b`,
  'i',
)
/** what is not the training, though it lies in the same repository */
const ASIDE = /eval|bench|licen[cs]e|issues|\/blob\/[^#]{0,200}\.(?:py|json|pdf|md)/i

/**
 * A link whose label says so in these words; one to anybody's code that a sentence calls the training code; or one to
 * the publisher's own code whose surroundings, whose address, or the samples beside it, say that the training is there.
 */
export function trainingLink(
  documents: readonly Document[],
  files: readonly ReleaseFile[],
  who: Publisher,
  knowledge: Knowledge,
): Citation | null {
  const hear = hearing(knowledge)
  const hasCode = files.some(({ path }) => path.endsWith('.py'))
  for (const document of documents) {
    const runs = document.blocks.some(({ kind, text }) => kind === 'code' && RUNS.test(text.slice(0, 5_000)))
    for (const block of document.blocks) {
      if (block.kind === 'code') continue
      for (const link of block.links)
        if (
          !link.image &&
          !link.url.startsWith('#') &&
          (hear(link.label).says('inventory.training-code') ||
            leadsThere(link, block, { who, runs, hasCode }, knowledge))
        )
          return { url: link.url, path: document.path, line: link.line }
    }
  }
  return null
}

function leadsThere(
  link: Link,
  block: Block,
  { who, runs, hasCode }: { readonly who: Publisher; readonly runs: boolean; readonly hasCode: boolean },
  knowledge: Knowledge,
): boolean {
  const hear = hearing(knowledge)
  const { owner = null, name = null, rest = [] } = addressAt(knowledge.hosts, 'code', link.url) ?? {}
  if (!owner || !name) return false
  const path = rest.join('/')
  const itself = name.replace(/\.git$/, '').toLowerCase() === who.name.toLowerCase()
  if (itself && hasCode) return false
  const from = Math.max(0, link.start - 120)
  const around = block.text.slice(from, link.end + 120)
  if (hear(around, link.start - from, link.end - from).says('inventory.training-code-here')) return true
  const bare = name.replace(/\.git$/, '')
  if (!isOwn({ owner, name: bare }, who) && !who.isOwner(bare)) return false
  if (LEADS_THERE.test(path)) return true
  if (ASIDE.test(link.url)) return false
  if (runs && !itself && rest.length > 0 && !hasCode) return true
  return hear(around).says('inventory.trains')
}
