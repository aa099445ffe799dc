import { citeSentence } from '../documents/cite.ts'
import type { Block, Document } from '../documents/index.ts'
import { sentencesOf } from '../documents/sentences.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { sameFamily, sameOwner } from '../evidence/links.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type FoundModel, findModel } from '../knowledge/models.ts'
import type { Relation } from '../vocabulary.ts'
import type { Base } from './bases.ts'
import { hasName } from './named.ts'
import { basesInRow } from './rows.ts'

/** how far into a card its own origin is told */
const TELLING_BLOCKS = 160

/** words that say one model was made from another, and of which kind that is */
const MADE_FROM: readonly (readonly [Relation, RegExp])[] = [
  ['adapter', /\b(?:LoRA|QLoRA|adapter)s?\b.{0,30}\b(?:for|of|on|from)\b/gi],
  ['quantized', /\b(?:quanti[sz]ed|quanti[sz]ation|GGUF|AWQ|GPTQ)\b.{0,30}\b(?:version|versions|of|from)\b/gi],
  ['merge', /\bmerg(?:e|ed|ing)\b.{0,20}\b(?:of|from|with)\b/gi],
  ['distillation', /\bdistill(?:ed|ation)?\b.{0,20}\b(?:from|of|on)\b/gi],
  [
    'finetune',
    /\b(?:fine-?tun(?:e|ed|es|ing)|post-?train(?:ed|ing)?|instruction-?tun(?:ed|ing)|further train(?:ed|ing)|continue(?:d|s)?(?: to be)? (?:pre-?)?train(?:ed|ing)?|continual(?:ly)? (?:pre-?)?train(?:ed|ing)?|pruned)\b(?:.{0,20}\b(?:version|variant|model|derivative)s?)?.{0,20}?\b(?:of|from|on|upon|using|with|over)\b/gi,
  ],
  [
    'finetune',
    /\b(?:fine-?tuning|based (?:up)?on|built (?:up)?on(?: top of)?|derived from|initiali[sz]ed (?:\w+ ){0,2}(?:from|with)|starting from|on top of(?: the)?(?: original)?|base(?:d)? model(?:\s+is)?\s*[:：|→-]?|built with|delta (?:weights )?(?:of|for|over))/gi,
  ],
  [
    'finetune',
    /(?:基于|基座(?:模型)?(?:为|是|：|:)?|在)(?=.{0,50}(?:训练|微调|预训练|构建|开发|得到|模型|进行|增量)|\s*[A-Za-z])/g,
  ],
  [
    'finetune',
    /\b(?:basiert auf|basé(?:e)? sur|basado en|baseado em|basato su|modelo base|ベース)\b|をベースに|を基に|기반으로/gi,
  ],
]
/** the sentence speaks of other models, of data, or of programs */
const NOT_ORIGIN =
  /\b(?:outperform\w*|compar(?:ed|able|ison)|than|unlike|similar to|inspired by|versus|vs\.?|evaluat\w*|benchmark\w*|competitors?|tokenizer of|tokenizer from|architecture of|same architecture|follow\w* the architecture|annotated (?:by|with)|generated (?:by|with|using|from)|synthetic|judge|label(?:ed|led) by|data from|dataset|instructions? (?:from|by)|compatible with|support(?:s|ed)?|such as|examples?|not based)\b/i

/** "is not based on" */
const DENIED = /\b(?:not|never|nor|neither)(?: \w+)?\s*$/i

/** what is "based on" another's card or program starts from no parameters of it */
const NOT_A_MODEL =
  /\b(?:card|template|paper|repo(?:sitory)?|code(?:base)?|license|prompt|format|tokenizer|framework|library)\b/i

const SOME_OF_SEVERAL = /\b(?:models|checkpoints|variants|versions)\b[^.]{0,50}$/i

/** The bases that a document's prose and tables tell of: "fine-tuned from", "based on", "Base model:". */
export function basesIn(document: Document, evidence: Evidence, knowledge: Knowledge): Base[] {
  const found: Base[] = []
  const several =
    new Set(evidence.weights.links.filter(link => link.own && link.name).map(link => link.name)).size > 1 &&
    evidence.weights.offer === 'linked'
  for (const block of document.blocks.slice(0, TELLING_BLOCKS)) {
    if (several && block.kind === 'row') {
      found.push(...basesInRow(block, document, evidence, knowledge))
      continue
    }
    if (
      block.kind === 'code' ||
      /acknowledg|citation|related|benchmark|evaluation|comparison|news|thanks|credits/i.test(
        block.headings.at(-1) ?? '',
      )
    )
      continue
    for (const sentence of sentencesOf(block)) {
      const text = sentence.text.slice(0, 700)
      for (const [relation, pattern] of MADE_FROM) {
        for (const match of text.matchAll(pattern)) {
          const after = windowAfter(text, match.index + match[0].length)
          const before = text.slice(Math.max(0, match.index - 70), match.index)
          if (
            NOT_ORIGIN.test(before) ||
            DENIED.test(before) ||
            NOT_ORIGIN.test(after.slice(0, 30)) ||
            NOT_A_MODEL.test(after)
          )
            continue
          const known =
            findModel(knowledge, after) ??
            linkedModel(
              block,
              sentence.start + match.index,
              sentence.start + match.index + match[0].length + after.length,
              knowledge,
            )
          if (!known || isSelf(known, after, evidence)) continue
          // "six dense models based on …" speaks of some of several
          if (several && SOME_OF_SEVERAL.test(before)) continue
          found.push({
            model: known.version.name,
            relation,
            known,
            atHub: null,
            of: subjectModels(before, evidence),
            via: 'prose',
            cited: [citeSentence(document, sentence.line, sentence.endLine, sentence.text)],
          })
        }
      }
    }
  }
  return found
}

/** The words after "based on", up to where the naming ends. */
function windowAfter(text: string, from: number): string {
  const rest = text.slice(from, from + 70)
  const end = rest.search(/[;,()（）。，]|\.(?=\s|$)|\b(?:which|that|and|with|for|using|by|to|on)\b/i)
  const first = rest.slice(0, end < 0 ? rest.length : Math.max(end, 1))
  return first.trim().length > 2 ? first : rest
}

function linkedModel(block: Block, from: number, to: number, knowledge: Knowledge): FoundModel | null {
  const link = block.links.find(
    link => !link.image && link.start >= from && link.start <= to && /huggingface\.co|hf\.co|modelscope/.test(link.url),
  )
  const id = link ? /(?:co|cn\/models|cn)\/([\w.-]+\/[\w.-]+)/.exec(link.url)?.[1] : undefined
  return id ? findModel(knowledge, id) : null
}

/** A publisher that tells of its own earlier model, or of the very model of this release, names no foreign base. */
function isSelf(known: FoundModel, spelled: string, evidence: Evidence): boolean {
  const { publisher, name } = evidence.release
  if (publisher && known.family.organizations.some(organization => sameOwner(organization, publisher))) return true
  const words = spelled.toLowerCase().replace(/[^a-z0-9]/g, '')
  const own = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return words.length > 3 && own === words
}

/** Models of the release that the words before "derived from" name, when there are several to tell apart. */
function subjectModels(before: string, evidence: Evidence): string[] {
  const { links, offer } = evidence.weights
  const names = [...new Set(links.filter(link => link.own && link.name).map(link => link.name ?? ''))]
  const linked = names.filter(name => name.length > 4 && hasName(before, name))
  if (linked.length > 0 || offer !== 'linked' || names.length < 2) return linked
  const subject = /(?:^|[.\s*`"])([A-Z][\w.-]*[A-Z0-9][\w.-]*)\s+(?:is|was|are)\b/.exec(before)?.[1]
  return subject && !sameFamily(subject, evidence.release.name) ? [subject] : []
}
