import { type Evidence, NOT_OFFERED } from '../evidence/evidence.ts'
import { calledOf } from '../release/origin.ts'
import type { Citation } from '../report/report.ts'
import type { TermId } from '../report/vocabulary.ts'

/** Rules 1 and 2: what is offered at all. Null when weights are offered, and their terms decide. */
interface Offered {
  readonly term: TermId | null
  readonly says: string
  readonly cited: Citation
  readonly wouldChange: string
}

/** What the release offers: weights, an interface, a promise, or nothing of the kind. */
export function whatIsOffered(evidence: Evidence): Offered {
  const { weights, release } = evidence
  const cited = weights.cited[0]
  const whose = NOT_OFFERED.has(weights.offer) ? whoseUnknown(evidence) : null
  if (whose) return whose
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
        says: `Weights of ${calledOf(release)} are given on request`,
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

/** Where nothing tells who publishes a release, any model that it leads to may be its own. */
function whoseUnknown({ weights: { links }, release, metadata }: Evidence): Offered | null {
  const link = links.find(({ owner }) => owner !== null)
  if (release.publisher !== null || metadata.kind === 'dataset' || !link) return null
  return {
    term: 'undetermined',
    says: 'Which of the models that it leads to are its own is not known: nothing says who publishes it',
    cited: link.cited[0],
    wouldChange: 'its name (--name org/model), or a link to its own page',
  }
}

function count(evidence: Evidence): string {
  const files = evidence.weights.files.length
  return files === 1 ? '1 file' : `${files} files`
}

/** different words of prose from which a release has told what it is */
const LEAST_TOLD = 25
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|\p{L}+/gu

/** Whether its first document says enough for somebody to know what a release is. */
function speaks([first]: Evidence['documents']): boolean {
  const words = new Set<string>()
  for (const { kind, text } of first?.blocks ?? [])
    if (kind !== 'code') for (const [word] of text.slice(0, 2_000).matchAll(WORD)) words.add(word.toLowerCase())
  return words.size >= LEAST_TOLD
}

function nothingSeen({ weights, release, metadata, documents }: Evidence): Offered {
  const { cited, said } = weights
  const undetermined = (says: string, cited: Citation, wouldChange: string): Offered => ({
    term: 'undetermined',
    says,
    cited,
    wouldChange,
  })
  if (!release.complete)
    return undetermined(
      'No weights were seen or linked, and not everything could be listed',
      cited[0],
      'a complete listing, or a link to the weights',
    )
  const isData = metadata.kind === 'dataset'
  // of a dataset or a benchmark the models that it speaks of are those that it was tried with
  const is = said.data ?? said.tool
  // what is described as a model may be a method, whose code this is, where no word is said of any that was trained
  const trained = said.trained ?? said.learned
  const other = is ?? said.mentions
  const described = said.model && (trained ?? (other ? undefined : said.model))
  const spoken = said.model || is ? undefined : said.trained
  const model = (said.data ? undefined : said.ours) ?? described ?? spoken
  if (model && !isData)
    return undetermined(
      'The release describes a model; where its weights are was not found',
      said.model ?? model,
      'a link to the weights, or a word that there are none',
    )
  if (!other && !isData && (trained || !speaks(documents)))
    return undetermined(
      'No weights were seen or linked, and nothing says what the release is instead',
      cited[0],
      'a word on what it is, or a link to the weights',
    )
  return {
    term: 'no-model',
    says:
      other || isData
        ? 'No weights were seen, linked or promised; by its own words it is something else'
        : 'No weights were seen, linked or promised, and no word in it speaks of any',
    cited: other ?? cited[0],
    wouldChange: 'weight files here, or a link to them',
  }
}
