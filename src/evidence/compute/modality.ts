import { citeSentence } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Citation } from '../../report.ts'
import type { Evidence } from '../evidence.ts'

/** What a model generates: `general` language, or images or video from text; `narrow` one task of language; `other` none of it. */
export interface Modality {
  readonly kind: 'general' | 'narrow' | 'other'
  /** the task, or the words that tell */
  readonly says: string
  readonly cited: Citation
}

const WORDS: readonly (readonly [Modality['kind'], RegExp])[] = [
  [
    'narrow',
    /\b(?:speech recognition|text-to-speech|tts|asr|transcri(?:be|ption)|machine translation|translation model|super-resolution|upscal(?:er|ing)|voice (?:conversion|cloning)|ocr|caption(?:er|ing))\b|语音识别|语音合成|翻译模型/i,
  ],
  [
    'other',
    /\b(?:embedding models?|text embeddings?|sentence embeddings?|classif(?:ier|ication)|object detect(?:or|ion)|segmentation|reward models?|rerankers?|forecast(?:ing|er)|protein|molecul\w+|depth estimation|feature extract(?:or|ion)|point cloud|3d reconstruction)\b|嵌入模型|分类|检测|分割/i,
  ],
  [
    'general',
    /\b(?:(?:large |small |causal |foundation |vision[- ]|multimodal |auto-?regressive )?language models?|llms?|slms?|vlms?|chat ?(?:bot|model)s?|text-to-(?:image|video|text)|text generation|code (?:generation|models?|llms?)|instruct(?:ion)?[- ](?:tuned|following)|video generation|image generation|latent diffusion)\b|语言模型|大模型|文生图|文生视频|对话模型/i,
  ],
]

/** how much of a document introduces the model */
const INTRODUCTION = 25

/** What the model generates, by its metadata's task, else by how its documents introduce it; null when nothing tells. */
export function modalityOf({ metadata, documents }: Evidence, knowledge: Knowledge): Modality | null {
  const { task } = metadata
  const { tasks } = knowledge.generalPurpose
  if (task) {
    const name = task.value.toLowerCase()
    const kind = (['general', 'narrow', 'other'] as const).find(kind => tasks[kind].includes(name))
    if (kind) return { kind, says: name, cited: task.cited[0] }
  }
  const told = documents
    .slice(0, 2)
    .flatMap(document => document.blocks.slice(0, INTRODUCTION).flatMap(block => wordsIn(document, block)))
  // what it is measured on or combined with is named beside a language model; never the other way round
  return told.find(({ kind }) => kind === 'general') ?? told[0] ?? null
}

function wordsIn(document: Document, block: Block): Modality[] {
  if (block.kind === 'code') return []
  const text = block.text.slice(0, 600)
  return WORDS.flatMap(([kind, words]) => {
    const match = words.exec(text)
    return match
      ? [
          {
            kind,
            at: match.index,
            says: match[0].toLowerCase(),
            cited: citeSentence(document, block.line, block.endLine, match[0]),
          },
        ]
      : []
  }).sort((one, other) => one.at - other.at)
}
