import type { Document } from '../../documents/index.ts'
import { addressAt, type Hosts, isCopied } from '../../knowledge/hosts.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { findModel } from '../../knowledge/models.ts'
import type { Citation } from '../../report.ts'
import type { Release, ReleaseFile } from '../../sources/release.ts'
import type { Metadata } from '../evidence.ts'
import { sameFamily, sameOwner } from '../links.ts'
import { fileName } from '../paths.ts'

/** Whether a path lies in a copy of a training library that is not what the release itself is. */
export function isGenericLibrary(path: string, release: Release, hosts: Hosts): boolean {
  const folder = path
    .split('/')
    .slice(0, -1)
    .find(folder => isCopied(hosts, folder))
  return folder !== undefined && !sameFamily(release.name, folder)
}

const ENTRY = /^(?:\w{1,40}_)?main\.py$/i
const SETTINGS =
  /(?:^|\/)(?:conf|configs?|gin|recipes?|experiments?)\/(?:[^/]{1,80}\/){0,4}[^/]{0,80}(?:train|optim|learning_rate|fine-?tun)[^/]{0,80}(?:\/[^/]{1,80}){0,4}\.(?:ya?ml|gin|json|toml)$/i

/** An entry point without the word, beside settings of a training. */
export function entryWithSettings(release: Release): readonly ReleaseFile[] {
  const entry = release.files.find(
    ({ path }) => ENTRY.test(fileName(path)) && !/(?:^|\/)(?:evals?|tests?|cli)\//.test(path),
  )
  const settings = release.files.find(({ path }) => SETTINGS.test(path))
  return entry && settings ? [entry, settings] : []
}

const LATER = /fine-?_?tun|sft|lora|peft|dreambooth|dpo|ppo|grpo|rlhf|instruct/i
const SETTINGS_FILE = /\.(?:ya?ml|json|toml|gin|sh)$/i
const ILLUSTRATION =
  /(?:^|[/_-])(?:examples?|notebooks?|demos?|colabs?|cookbooks?|tutorials?|toy|samples?|use-?cases?)(?=[/_.-]|$)/i

/** What shows that the training code found is only a part of what trained the model; null where nothing does. */
export function whyPartlyTraining(files: readonly ReleaseFile[], metadata: Metadata): string | null {
  if (files.length === 0) return null
  if (files.every(({ path }) => ILLUSTRATION.test(path))) return 'what was found are examples'
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

const TRAINS =
  /\b(?:(?:training|fine-?tuning) (?:code|scripts?|readme|recipes?|details|instructions)|(?:replicat|reproduc)\w{1,5} (?:the )?training|training and (?:inference|evaluation|sampling)|used (?:to train|for training))\b|训练代码/i
/** what is not the training, though it lies in the same repository */
const ASIDE = /eval|bench|licen[cs]e|issues|\/blob\/[^#]{0,200}\.(?:py|json|pdf|md)/i

/** A link whose label says so in these words, or one to the publisher's own code whose surroundings, or whose address, say that the training is there. */
export function trainingLink(
  documents: readonly Document[],
  words: RegExp,
  release: Release,
  hosts: Hosts,
): Citation | null {
  for (const document of documents)
    for (const block of document.blocks) {
      if (block.kind === 'code') continue
      for (const link of block.links) {
        if (!link.image && !link.url.startsWith('#') && words.test(link.label))
          return { url: link.url, path: document.path, line: link.line }
        const { owner = null, name = null } = addressAt(hosts, 'code', link.url) ?? {}
        if (!owner || !name || link.image || ASIDE.test(link.url)) continue
        const itself = name.replace(/\.git$/, '').toLowerCase() === release.name.toLowerCase()
        const own = release.publisher !== null && sameOwner(owner, release.publisher)
        if (itself && release.files.some(({ path }) => path.endsWith('.py'))) continue
        if (!own && !sameFamily(name.replace(/\.git$/, ''), release.name)) continue
        const around = block.text.slice(Math.max(0, link.start - 120), link.end + 120)
        if (/\/(?:pre)?train(?:ing)?(?:\/|#|$)/i.test(link.url) || TRAINS.test(around))
          return { url: link.url, path: document.path, line: link.line }
      }
    }
  return null
}

/** A dated fact that the training code of this very model of its publisher is open elsewhere. */
export function knownTrainingCode({ publisher, name }: Release, knowledge: Knowledge): Citation | null {
  const model = publisher === null ? null : findModel(knowledge, `${publisher}/${name}`)
  if (!model?.own || model.version.openCode !== true) return null
  return {
    fact: `the training code of ${model.version.name} is open`,
    source: model.version.source ?? model.family.source,
    seenOn: model.version.seenOn ?? model.family.seenOn,
  }
}
