import { citeWords } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Citation } from '../../report/report.ts'
import type { Evidence } from '../evidence.ts'
import { type Hear, hearing } from '../signs.ts'

/**
 * What a model generates: `general` language, or images or video from text; `narrow` one task of language; `other` none
 * of it.
 */
export interface ModelModality {
  readonly kind: 'general' | 'narrow' | 'other'
  /** the task, or the words that tell */
  readonly says: string
  readonly cited: Citation
}

const MODEL_KINDS = ['general', 'narrow', 'other'] as const

/** how much of a document introduces the model */
const INTRODUCTION = 25

/**
 * What the model generates, by its metadata's task, else by how its documents introduce it; null when nothing tells.
 */
export function modalityOf({ metadata, documents }: Evidence, knowledge: Knowledge): ModelModality | null {
  const { task } = metadata
  const { tasks } = knowledge.generalPurpose
  if (task) {
    const name = task.value.toLowerCase()
    const kind = MODEL_KINDS.find(kind => tasks[kind].includes(name))
    if (kind) return { kind, says: name, cited: task.cited[0] }
  }
  const hear = hearing(knowledge)
  const told = documents
    .slice(0, 2)
    .flatMap(document => document.blocks.slice(0, INTRODUCTION).flatMap(block => wordsIn(document, block, hear)))
  // what it is measured on or combined with is named beside a language model; never the other way round
  return told.find(({ kind }) => kind === 'general') ?? told[0] ?? null
}

function wordsIn(document: Document, block: Block, hear: Hear): ModelModality[] {
  if (block.kind === 'code') return []
  const { text, find } = hear(block.text.slice(0, 600))
  return MODEL_KINDS.flatMap(kind => {
    const found = find(`compute.${kind}`)
    return found ? [{ kind, ...found }] : []
  })
    .sort((one, other) => one.start - other.start)
    .map(({ kind, start, end }) => {
      const said = text.slice(start, end)
      return { kind, says: said.toLowerCase(), cited: citeWords(document, block.line, block.endLine, said) }
    })
}
