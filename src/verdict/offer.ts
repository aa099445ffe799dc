import { citeSentence } from '../documents/cite.ts'
import { sentencesOf } from '../documents/sentences.ts'
import type { Evidence } from '../evidence/index.ts'
import { sameFamily } from '../evidence/links.ts'
import type { Citation } from '../report.ts'
import type { TermId } from '../vocabulary.ts'

/** Rules 1 and 2: what is offered at all. Null when weights are offered, and their terms decide. */
export interface Offered {
  readonly term: TermId | null
  readonly says: string
  readonly cited: Citation
  readonly wouldChange: string
}

const IS_A_MODEL =
  /^\S+.{0,30}\b(?:is|are)\b.{0,80}\b(?:language|vision|diffusion|foundation|generative|speech|multimodal|multi-modal|embedding|reward|world|video|audio|image|text|code|segmentation|detection|reasoning|agentic|TTS|ASR)\b.{0,40}\bmodels?\b|(?:大|语言|多模态|语音|视觉).{0,6}模型/i
const IS_NO_MODEL =
  /\b(?:librar\w+|framework|toolkit|toolbox|datasets?|corpus|codebase|benchmark\w*|tools?|samples|app|application|platform|pipelines?|workshop|package|recipes?|examples)\b|数据集|工具/i
/** the first paragraphs tell what a repository is */
const TELLING_BLOCKS = 14

/** What the release offers: weights, an interface, a promise, or nothing of the kind. */
export function whatIsOffered(evidence: Evidence): Offered {
  const { weights, release } = evidence
  const cited = weights.cited[0]
  switch (weights.offer) {
    case 'api':
      return {
        term: 'closed-ai',
        says: 'The model is offered through an interface; no weights were seen or linked',
        cited,
        wouldChange: 'weight files here, or a link to them',
      }
    case 'promised':
      return {
        term: 'closed-ai',
        says: 'Weights are announced; none were seen or linked',
        cited,
        wouldChange: 'weight files here, or a link to them',
      }
    case 'none':
      return nothingSeen(evidence)
    case 'in-tree':
      return {
        term: null,
        says: `Weights are in the release (${count(evidence)})`,
        cited,
        wouldChange: 'the files being removed',
      }
    case 'named':
      return {
        term: null,
        says: 'An index names the weight files; the files are not in this copy',
        cited,
        wouldChange: 'the weight files themselves',
      }
    case 'card':
      return {
        term: null,
        says: 'The card presents a model; its weight files are not in this copy',
        cited,
        wouldChange: 'the weight files themselves',
      }
    case 'on-request':
      return {
        term: null,
        says: `Weights of ${release.name} are given on request`,
        cited,
        wouldChange: 'weights without a request',
      }
    case 'linked':
      return {
        term: null,
        says: 'Weights are offered at a place that was not looked at',
        cited,
        wouldChange: 'reading the place that is linked',
      }
  }
}

function count(evidence: Evidence): string {
  const files = evidence.weights.files.length
  return files === 1 ? '1 file' : `${files} files`
}

function nothingSeen(evidence: Evidence): Offered {
  const cited = evidence.weights.cited[0]
  if (!evidence.release.complete)
    return {
      term: 'undetermined',
      says: 'No weights were seen or linked, and not everything could be listed',
      cited,
      wouldChange: 'a complete listing, or a link to the weights',
    }
  const telling = evidence.metadata.kind === 'dataset' ? null : tellsOfAModel(evidence)
  if (telling)
    return {
      term: 'undetermined',
      says: 'The release describes a model; where its weights are was not found',
      cited: telling,
      wouldChange: 'a link to the weights, or a word that there are none',
    }
  return {
    term: 'no-model',
    says: 'No weights were seen, linked or promised',
    cited,
    wouldChange: 'weight files here, or a link to them',
  }
}

/** A sentence that presents the release itself as a model. */
function tellsOfAModel(evidence: Evidence): Citation | null {
  const { card, release } = evidence
  for (const block of card?.blocks.slice(0, TELLING_BLOCKS) ?? []) {
    if (block.kind === 'code' || block.kind === 'row') continue
    for (const sentence of sentencesOf(block)) {
      const text = sentence.text.slice(0, 400)
      const named = [...text.matchAll(/[A-Za-z][\w.-]{2,40}/g)].find(
        word =>
          word[0].toLowerCase() === release.name.toLowerCase() ||
          (word[0].length > 4 && sameFamily(word[0], release.name)),
      )
      if (named && IS_A_MODEL.test(text.slice(named.index, named.index + 200)) && !IS_NO_MODEL.test(text) && card)
        return citeSentence(card, sentence.line, sentence.endLine, sentence.text)
    }
  }
  return null
}
