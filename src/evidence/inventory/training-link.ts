import type { Block, Document, Link } from '../../documents/index.ts'
import { addressAt, type Hosts } from '../../knowledge/hosts.ts'
import type { Citation } from '../../report.ts'
import type { Release } from '../../sources/release.ts'
import { sameFamily, sameOwner } from '../links.ts'

const TRAINS =
  /\b(?:(?:training|fine-?tuning) (?:code|scripts?|readme|recipes?|details|instructions)|(?:replicat|reproduc)\w{1,5} (?:the )?training|training and (?:inference|evaluation|sampling)|used (?:to train|for training))\b|\bcode ?base\b[^.]{0,100}\b(?:training|fine-?tuning)\b|训练代码/i
/** an address that leads to the training: "tree/main/train", "blob/main/finetune_gannet.py" */
const LEADS_THERE = /(?:^|[/_-])(?:pre-?)?(?:train(?:ing|er)?|fine-?tun(?:e|ing)|sft)(?=[/_.#-]|$)/i
/** "the training code can be found", right before a link to anybody's repository */
const SAID_TO_BE =
  /\b(?:training|fine-?tuning) (?:and (?:inference|evaluation) )?(?:code|scripts?)\b[^.]{0,60}\b(?:here|found|available|released|at|in|see)\b[^.]{0,20}$/i
/** a sample that runs a script of the training */
const RUNS =
  /(?:python3?|bash|sh|torchrun|deepspeed|accelerate launch)\b[^\n]{0,80}?(?:train|finetune|fine_tune|sft)\w{0,40}\.(?:py|sh)\b/i
/** what is not the training, though it lies in the same repository */
const ASIDE = /eval|bench|licen[cs]e|issues|\/blob\/[^#]{0,200}\.(?:py|json|pdf|md)/i

/**
 * A link whose label says so in these words; one to anybody's code that a sentence calls the training code; or one to
 * the publisher's own code whose surroundings, whose address, or the samples beside it, say that the training is there.
 */
export function trainingLink(
  documents: readonly Document[],
  words: RegExp,
  release: Release,
  hosts: Hosts,
): Citation | null {
  for (const document of documents) {
    const runs = document.blocks.some(({ kind, text }) => kind === 'code' && RUNS.test(text.slice(0, 5_000)))
    for (const block of document.blocks) {
      if (block.kind === 'code') continue
      for (const link of block.links)
        if (
          !link.image &&
          !link.url.startsWith('#') &&
          (words.test(link.label) || leadsThere(link, block, release, hosts, runs))
        )
          return { url: link.url, path: document.path, line: link.line }
    }
  }
  return null
}

function leadsThere(link: Link, block: Block, release: Release, hosts: Hosts, runs: boolean): boolean {
  const { owner = null, name = null, rest = [] } = addressAt(hosts, 'code', link.url) ?? {}
  if (!owner || !name) return false
  const path = rest.join('/')
  const itself = name.replace(/\.git$/, '').toLowerCase() === release.name.toLowerCase()
  if (itself && release.files.some(({ path }) => path.endsWith('.py'))) return false
  if (SAID_TO_BE.test(block.text.slice(Math.max(0, link.start - 120), link.start))) return true
  if (!isOwn(owner, name.replace(/\.git$/, ''), release)) return false
  if (LEADS_THERE.test(path)) return true
  if (ASIDE.test(link.url)) return false
  if (runs && !itself && rest.length > 0 && !release.files.some(({ path }) => path.endsWith('.py'))) return true
  return TRAINS.test(block.text.slice(Math.max(0, link.start - 120), link.end + 120))
}

/** The publisher's, or named for the model or for the publisher. */
const isOwn = (owner: string, name: string, release: Release): boolean =>
  (release.publisher !== null && (sameOwner(owner, release.publisher) || sameOwner(name, release.publisher))) ||
  sameFamily(name, release.name)
