import { citeSentence } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import { type Sentence, sentencesOf } from '../../documents/sentences.ts'
import type { Hardware, Knowledge } from '../../knowledge/knowledge.ts'
import { findModel } from '../../knowledge/models.ts'
import type { Citation } from '../../report.ts'
import type { Evidence } from '../evidence.ts'
import { depth, fileName, isCard, isReadme } from '../paths.ts'
import { sizesIn } from './names.ts'
import { quantitiesIn } from './quantities.ts'
import type { ComputeOddity, ComputeStatement, ComputeWords } from './statement.ts'
import { oddityOf } from './statement.ts'
import { type Unit, unitAfter, unitOfColumn } from './units.ts'

/** Ids of the hardware named in a text. */
function hardwareIn(text: string, hardware: readonly Hardware[]): readonly string[] {
  const lower = text.slice(0, 4_000).toLowerCase()
  return hardware.filter(({ names }) => names.some(name => isNamed(lower, name.toLowerCase()))).map(({ id }) => id)
}

/** Whether the name stands as a word of its own: `h100` is in `H100-80GB` and in `H100s`, not in `MH1000`. */
function isNamed(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text.slice(at + name.length, at + name.length + 2)
    if (!/[a-z0-9]/.test(before) && !/^(?:[a-rt-z0-9]|s[a-z0-9])/.test(after)) return true
  }
  return false
}

const ABOUT = /token|param|flop|gpu|tpu|npu|hours|词元|参数|小时|compute/i
/** other models, what a reader does, and what was measured */
const NOT_OWN =
  /\b(?:compared (?:to|with)|outperform\w*|unlike|than|similar to|baselines?|et al\.|previous work|you|your|if you|we recommend|e\.g\.|for example|suppose|let us|estimated? formula|would take|price|inference|throughput|to run|fits? (?:on|in)|vram|memory)\b|您|推理/i
const PRICED = /\b\$\b/
const OTHER_CHAPTER =
  /\b(?:evaluat\w*|benchmarks?|usage|how to|quick ?start|getting started|inference|install\w*|setup|requirements|acknowledg\w*|related|news|change ?log|deploy\w*|faq|fine-?tun(?:e|ing) (?:your|the|on)|hardware requirements|throughput|performance)\b|引用|致谢|评测|评估|快速|使用|部署|推理/i
const TRAINED =
  /\b(?:trained|(?:fine-?)?tun(?:ed|ing)|sft|training|trains|pre-?train\w*|corpus|corpora|data ?sets?|tokens of)\b|训练|微调|语料|数据/i
const LATER =
  /\b(?:fine-?tun\w*|sft|instruction[- ]tun\w*|preference\w*|rlhf|dpo|ppo|grpo|reward|align\w*|post-?train\w*|distill\w*|anneal\w*|mid-?train\w*|context extension|long[- ]context|continu\w+ (?:pre-?)?train\w*|further (?:pre-?)?train\w*|lora|adapter)\b|微调|对齐|强化|续训|增量/i
const FIRST = /\bpre-?train\w*|from scratch|预训练|从零/i
const PARTIAL =
  /\b(?:stage|phase|step) ?(?:[1-9]|one|two|i{1,3})\b|\b(?:including|of which|additional|another|subset)\b|per (?:stage|model|epoch|batch|step)|阶段/i
const COMPARES = /\b(?:compared (?:to|with)|outperform\w*|unlike|than|et al\.|baselines?)\b/i
const MIXTURE = /\bmixture[- ]of[- ]experts?\b|\bmoe\b|混合专家/i
const ENCODER =
  /\b(?:vision|image|audio|speech|text) (?:encoder|tower|tokenizer)\b|\b(?:vae|tokenizer|draft model|reward model|classifier)\b/i

const isNotOwn = (text: string): boolean => NOT_OWN.test(text) || (text.includes('$') && PRICED.test(text))

const read = new WeakMap<Evidence, ComputeWords>()

/** What the release's documents say of its parameters, tokens, hardware hours and operations; read once per release. */
export function computeWords(evidence: Evidence, knowledge: Knowledge): ComputeWords {
  const ready = read.get(evidence)
  if (ready) return ready
  const found = evidence.documents.filter(tells).map(document => wordsOf(document, evidence, knowledge))
  const words: ComputeWords = {
    statements: found.flatMap(({ statements }) => statements),
    oddities: found.flatMap(({ oddities }) => oddities),
    mixture: found.find(({ mixture }) => mixture)?.mixture ?? null,
  }
  read.set(evidence, words)
  return words
}

/** The release's README and cards, and reports at its root. */
const tells = ({ path }: Document) =>
  isCard(path) || (depth(path) === 0 && (isReadme(path) || /report|training|pre-?train|model/i.test(fileName(path))))

function wordsOf(document: Document, evidence: Evidence, knowledge: Knowledge): ComputeWords {
  const statements: ComputeStatement[] = []
  const oddities: ComputeOddity[] = []
  let mixture: Citation | null = null
  const hardware = knowledge.compute.hardware
  for (const block of document.blocks) {
    if (block.kind === 'code' || block.kind === 'heading' || OTHER_CHAPTER.test(block.headings.at(-1) ?? '')) continue
    const parts = block.kind === 'row' ? [wholeRow(block)] : sentencesOf(block)
    for (const part of parts) {
      if (!mixture && MIXTURE.test(part.text.slice(0, 1_000)) && !COMPARES.test(part.text.slice(0, 1_000)))
        mixture = citeSentence(document, part.line, part.endLine, part.text)
      const about = ABOUT.test(part.text)
      if (!about && block.kind !== 'row') continue
      const context = `${block.headings.slice(-2).join(' ')} ${block.lead ?? ''} ${block.header?.join(' ') ?? ''}`
      if (!about && !ABOUT.test(context)) continue
      if (block.kind !== 'row' && (isNotOwn(part.text.slice(0, 1_000)) || ENCODER.test(part.text.slice(0, 400))))
        continue
      if (isOthers(part.text, evidence, knowledge)) continue
      const figures = block.kind === 'row' ? figuresInRow(block) : figuresIn(part.text)
      const cited = citeSentence(document, part.line, part.endLine, part.text)
      for (const { unit, low, high, odd } of figures) {
        if (odd) oddities.push({ says: odd, cited })
        if (odd || unit === 'rate') continue
        const text = part.text.slice(0, 1_000)
        if (unit === 'tokens' && block.kind !== 'row' && !TRAINED.test(`${context} ${text}`)) continue
        const model = block.kind === 'row' ? (block.cells?.[0]?.text.trim().slice(0, 100) ?? null) : null
        const statement = {
          low,
          high,
          model,
          sizes: unit.endsWith('parameters')
            ? []
            : sizesIn(`${block.kind === 'row' ? (block.cells?.[0]?.text ?? '') : withoutCounts(text)}`),
          stage: stageOf(text, context),
          partial: PARTIAL.test(text),
          hardware: hardwareNear(text, context, hardware),
          cited,
        }
        statements.push({ unit, ...statement })
        // among mixtures, a dense model works with all it has
        if (unit === 'parameters' && /\bdense\b/i.test(text))
          statements.push({ unit: 'active-parameters', ...statement })
      }
    }
  }
  return { statements, oddities, mixture }
}

/** A row of a table is one statement. */
const wholeRow = (block: Block): Sentence => ({ text: block.text, start: 0, line: block.line, endLine: block.endLine })

interface Figure {
  readonly unit: Unit
  readonly low: number
  readonly high: number
  /** why it cannot be what it is said to be */
  readonly odd: string | null
}

function figuresIn(text: string): Figure[] {
  const quantities = quantitiesIn(text)
  const found = quantities.map(quantity => unitAfter(text, quantity))
  // "8B and 70B parameters", "2B, 9B and 27B parameters": the unit stands after the last
  for (let at = quantities.length - 2; at >= 0; at--) {
    const [one, next] = [quantities[at], quantities[at + 1]]
    if (one && next && !found[at] && LISTED.test(text.slice(one.end, next.start)) && one.low >= 1e6)
      found[at] = found[at + 1] ?? null
  }
  return quantities.flatMap((quantity, at) => {
    const unit = found[at]
    if (!unit) return []
    const odd = oddityOf(unit.unit, quantity, text.slice(Math.max(0, quantity.start - 80), quantity.start), null)
    return [{ unit: unit.unit, low: quantity.low * unit.factor, high: quantity.high * unit.factor, odd }]
  })
}

const LISTED = /^(?: ?,? ?(?:and|or|&|、|和|及|\/) ?| ?, ?)$/

/** In a table the head of the column tells what is counted; a unit in the cell must agree with it. */
function figuresInRow(block: Block): Figure[] {
  const { cells = [], header = [] } = block
  if (cells.every((cell, index) => cell.text === header[index])) return []
  return cells.flatMap((cell, index) => {
    const head = header[index] ?? ''
    // a table of two columns has the name of the figure in its first
    const label = index === 1 && cells.length === 2 ? `${cells[0]?.text ?? ''}` : head
    const column = unitOfColumn(label) ?? (label === head ? null : unitOfColumn(head))
    const scale = scaleOf(label)
    return quantitiesIn(cell.text)
      .slice(0, 1)
      .flatMap(quantity => {
        const own = unitAfter(cell.text, quantity)
        const unit = own?.unit ?? column
        if (!unit || (!own && /[a-z]{3}/i.test(cell.text.slice(0, quantity.start)))) return []
        const factor = own?.factor ?? (quantity.high < 1e6 ? scale : 1)
        const odd = own ? oddityOf(own.unit, quantity, label, column) : oddityOf(unit, quantity, '', null)
        // a bare small number is no count of anything that large
        if (!odd && quantity.high * factor < LEAST[unit]) return []
        return [{ unit, low: quantity.low * factor, high: quantity.high * factor, odd }]
      })
  })
}

/** smaller numbers under such a head count something else: layers, operations of one pass */
const LEAST = { parameters: 1e5, 'active-parameters': 1e5, tokens: 1e5, hours: 1, flop: 1e17, rate: 1 } as const

/** "Params (B)", "Tokens (T)" */
function scaleOf(head: string): number {
  const scale = /\((?:in )?(k|m|b|t|thousands?|millions?|billions?|trillions?)\)/i.exec(head)?.[1]?.[0]?.toLowerCase()
  return { k: 1e3, m: 1e6, b: 1e9, t: 1e12 }[scale ?? ''] ?? 1
}

/** A sentence that names a model of another family speaks of that one. */
function isOthers(text: string, { release }: Evidence, knowledge: Knowledge): boolean {
  const named = findModel(knowledge, text.slice(0, 200).replaceAll('/', ' '))
  if (!named) return false
  const own = findModel(knowledge, `${release.publisher ?? ''}/${release.name}`)
  return own ? own.family.family !== named.family.family : !release.name.toLowerCase().includes(named.family.family)
}

function stageOf(text: string, context: string): ComputeStatement['stage'] {
  if (FIRST.test(text)) return 'first'
  if (LATER.test(text)) return 'later'
  return FIRST.test(context) ? 'first' : LATER.test(context) ? 'later' : 'unsaid'
}

/** Hardware in the sentence itself; else that of its chapter or table. */
function hardwareNear(text: string, context: string, hardware: readonly Hardware[]): readonly string[] {
  const here = hardwareIn(text, hardware)
  return here.length > 0 ? here : hardwareIn(context, hardware)
}

/** A sentence without its counts of tokens, so that "3B tokens" is no size of a model. */
const withoutCounts = (text: string) => text.replace(COUNTED, ' ')
const COUNTED = /\d[\d.,]{0,12} ?(?:-|to)? ?[\d.]{0,6} ?[bmt](?:illion|rillion)?\+? (?:[a-z-]{1,20} ){0,3}tokens?/gi
