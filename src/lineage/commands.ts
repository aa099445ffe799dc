import { citeLines } from '../documents/cite.ts'
import { type Block, type Document, lineAt } from '../documents/index.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Base } from './bases.ts'
import { mentionsIn } from './mentions.ts'
import { isOfTraining } from './origins.ts'

/** what a program that trains is given to start from */
const STARTS =
  /(?<![\w-])(?:--(?:model[-_]name[-_]or[-_]path|(?:base|pretrained)[-_]model[\w-]*|model[-_](?:name|id)|model)[ =]+|(?:BASE_MODEL|MODEL_NAME|MODEL_NAME_OR_PATH)=)["']?([^\s"'\\]{3,120})/gi
const NOT_OF_TRAINING = /infer|eval|test|demo|generat|merg|export|deploy|serv/i

/**
 * What the first command of a section about training starts from, where it is an id of a hub. Later commands of the
 * section show what else a reader might take.
 */
export function basesInCommand(block: Block, document: Document, evidence: Evidence, knowledge: Knowledge): Base[] {
  const { headings, text } = block
  const heading = headings.at(-1) ?? ''
  if (NOT_OF_TRAINING.test(heading) || !isOfTraining(heading, knowledge)) return []
  const first = text.matchAll(STARTS).next().value
  if (!first) return []
  const id = (first[1] ?? '').replace(/\/$/, '')
  const [mention] = mentionsIn(id, [], 0, evidence, knowledge)
  const whole = mention?.start === 0 && mention.end === id.length
  if (
    !mention ||
    !whole ||
    mention.is === 'own' ||
    !(id.includes('/') || (mention.known && !mention.known.version.versionless))
  )
    return []
  const line = lineAt(block, first.index)
  return [
    {
      model: mention.known?.version.name ?? id,
      relation: 'finetune',
      known: mention.known,
      atHub: null,
      of: [],
      via: 'prose',
      cited: [citeLines(document.path, document.lines, line, line)],
    },
  ]
}
