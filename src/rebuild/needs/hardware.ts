import { citeSentence } from '../../documents/cite.ts'
import { sentencesOf } from '../../documents/sentences.ts'
import { hardwareIn } from '../../evidence/compute/hardware.ts'
import { computeWords } from '../../evidence/compute/index.ts'
import type { Case } from '../../licensing/index.ts'
import type { Citation } from '../../report.ts'
import { type Found, notFound } from '../found.ts'

const TRAINED = /\b(?:trained|training|train|pre-?train\w*|fine-?tun\w*|compute|cluster)\b|训练|微调/i
/** what a reader needs to use it, or may train with it */
const OTHER =
  /\b(?:inference|you|your|require[sd]?|requirements?|to run|fits?|deploy\w*|throughput|latency|serve|vram)\b|推理|您/i

/** The machines it was trained on, as far as known kinds are named. */
export function hardware({ evidence, knowledge }: Case): Found {
  for (const document of evidence.documents)
    for (const block of document.blocks) {
      if (block.kind === 'code' || block.kind === 'heading') continue
      const about = `${block.headings.slice(-2).join(' ')} ${block.lead ?? ''}`
      for (const { text, line, endLine } of sentencesOf(block)) {
        const kinds = hardwareIn(text, knowledge.compute.hardware)
        const words = `${about} ${text.slice(0, 1_000)}`
        if (kinds.length === 0 || !TRAINED.test(words) || OTHER.test(words)) continue
        const names = knowledge.compute.hardware.filter(({ id }) => kinds.includes(id)).map(({ names }) => names[0])
        return {
          presence: 'described',
          says: `The documents name the hardware: ${names.join(', ')}.`,
          cited: [citeSentence(document, line, endLine, text)],
        }
      }
    }
  return notFound(evidence, 'the hardware it was trained on')
}

/** The hours that the hardware was busy. */
export function hardwareHours({ evidence, knowledge }: Case): Found {
  const stated = computeWords(evidence, knowledge).statements.filter(({ unit }) => unit === 'hours')
  const [first, ...more] = stated.map(({ cited }): Citation => cited)
  return first
    ? {
        presence: 'described',
        says: 'The documents say how many hours of hardware it took.',
        cited: [first, ...more.slice(0, 3)],
      }
    : notFound(evidence, 'the hours that the hardware was busy')
}
