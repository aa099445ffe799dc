import { citeSentence } from '../../documents/cite.ts'
import type { Document } from '../../documents/index.ts'
import { sentencesOfDocument } from '../../documents/sentences.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import type { Citation } from '../../report/report.ts'
import { type Judgement, needsHuman, type Subject } from '../framework.ts'

/** documents that speak for the release; a manual's chapters do not */
const DOCUMENTS = 4

/** The first sentence or heading of the release's documents with these words. */
export function findSentence(evidence: Evidence, words: RegExp): Citation | null {
  for (const document of evidence.documents.slice(0, DOCUMENTS)) {
    const found = findIn(document, words)
    if (found) return found
  }
  return null
}

function findIn(document: Document, words: RegExp): Citation | null {
  for (const block of document.blocks) {
    if (block.kind === 'code' || !words.test(block.text.slice(0, 5_000))) continue
    for (const sentence of sentencesOfDocument(block)) {
      if (words.test(sentence.text.slice(0, 1_000)))
        return citeSentence(document, sentence.line, sentence.endLine, sentence.text)
    }
  }
  return null
}

/** The first heading with these words whose section has any text. */
export function findSection(evidence: Evidence, words: RegExp): Citation | null {
  for (const document of evidence.documents.slice(0, DOCUMENTS))
    for (const [at, block] of document.blocks.entries()) {
      if (block.kind !== 'heading' || !words.test(block.text.slice(0, 200))) continue
      const next = document.blocks[at + 1]
      if (next && next.kind !== 'heading') return citeSentence(document, block.line, block.endLine, block.text)
    }
  return null
}

const ASKED =
  /^(?!.*\bdata ?sets?\b).*(?:\brequest access\b|\b(?:request|application) (?:is|has been) (?:approved|granted)\b)/i

/** What a link to weights leaves open where a sentence says that they, or some of them, are given on request. */
export function asksFirst({ case: { evidence } }: Subject): Judgement | null {
  const asked = evidence.metadata.gate ? null : (evidence.weights.said.request ?? findSentence(evidence, ASKED))
  return asked && needsHuman('Weights are linked, and a sentence says that some are given on request.', [asked])
}
