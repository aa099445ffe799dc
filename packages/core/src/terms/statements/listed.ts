import type { Block, Document } from '../../documents/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { modelsNamed } from '../models/names.ts'
import type { Setting } from './speaker.ts'
import type { Statement } from './statement.ts'
import { readSubject } from './subject.ts'

type Found = Pick<Statement, 'about' | 'models'>

/** "The following models are under X:", and not "all of it, including the following" */
const OPENS = /(?:^\W{0,4}|\b(?:to|of|for) )(?:the )?following\b(?:[^.;:：]|\.\d)*[:：]$|^以下[^。；:：]*[:：]$/i
/** what stands behind the name of an item */
const BEHIND = /[:：(（–—]|\s(?:found|in|from|with|which|that|see|for)\b|\.(?:\s|$)/
const MODELS = /\s(?:models?|checkpoints?|weights)$/i
const NAME = /^\p{Lu}[\w.+-]*(?: [\p{Lu}\d][\w.+-]*){0,3}$/u
/** what a model among other components is called */
const KIND = /\b(?:(?:auto|en|de|vo)coder|extractor|aligner|detector|classifier|models?)\b/i

/**
 * What the list under a sentence says that the sentence is about: the models that it names, and the rest; nothing where
 * the sentence does not speak of "the following", or an item of a list of models names none.
 */
export function listedUnder(
  block: Block,
  { blocks }: Document,
  text: string,
  { speaker, names }: Setting,
  knowledge: Knowledge,
): readonly Found[] {
  if (!block.text.endsWith(text) || !OPENS.test(text)) return []
  const from = blocks.indexOf(block) + 1
  const end = blocks.findIndex((one, at) => at >= from && (one.kind !== 'item' || one.lead !== block.text))
  const items = blocks.slice(from, end < 0 ? undefined : end).filter(({ level }) => level === blocks[from]?.level)
  const ofModels = readSubject(text, speaker).about.includes('weights')
  const read = items.map(item => {
    const [head = ''] = item.text.split(BEHIND)
    const plain = head.trim().replace(MODELS, '')
    const { about, others } = readSubject(item.text, speaker)
    const isModel = about.includes('weights') || (about.length === 0 && (ofModels || KIND.test(head)))
    if (!isModel || others) return { about: others ? [] : about, models: [], told: !ofModels || about.length > 0 }
    const known = modelsNamed(plain, names, knowledge)
    const models = known.length === 0 && NAME.test(plain) ? [plain] : known
    return { about: [], models, told: models.length > 0 }
  })
  if (!read.every(({ told }) => told)) return []
  const models = [...new Set(read.flatMap(one => one.models))]
  const about = [...new Set(read.flatMap(one => one.about))]
  return [
    ...(models.length > 0 ? [{ about: ['weights'], models } as const] : []),
    ...(about.length > 0 ? [{ about, models: [] }] : []),
  ]
}
