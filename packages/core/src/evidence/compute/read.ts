import { citeSentence } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import { statementsOf } from '../../documents/sentences.ts'
import type { Hardware, Knowledge } from '../../knowledge/knowledge.ts'
import { findModel } from '../../names/models.ts'
import { once } from '../../once.ts'
import type { Citation } from '../../report/report.ts'
import { placeOfPhrase } from '../../text/phrase.ts'
import type { Evidence } from '../evidence.ts'
import { depth, fileName, isCard, isReadme } from '../paths.ts'
import { type Hear, type Heard, hearing } from '../signs.ts'
import { sizesIn } from './names.ts'
import { quantitiesIn } from './quantities.ts'
import type { ComputeOddity, ComputeStatement, ComputeWords } from './statement.ts'
import { oddityOf } from './statement.ts'
import { type Unit, unitAfter, unitOfColumn } from './units.ts'

/** Ids of the hardware named in a text. */
function hardwareIn(text: string, hardware: readonly Hardware[]): readonly string[] {
  const lower = text.slice(0, 4_000).toLowerCase()
  return hardware
    .filter(({ names }) => names.some(name => placeOfPhrase(name.toLowerCase(), lower) >= 0))
    .map(({ id }) => id)
}

/** What the release's documents say of its parameters, tokens, hardware hours and operations. */
export function computeWords(evidence: Evidence, knowledge: Knowledge): ComputeWords {
  return readWith(knowledge)(evidence)
}

const readWith = once((knowledge: Knowledge) =>
  once((evidence: Evidence): ComputeWords => {
    const found = evidence.documents.filter(tells).map(document => computeWordsIn(document, evidence, knowledge))
    return {
      statements: found.flatMap(({ statements }) => statements),
      oddities: found.flatMap(({ oddities }) => oddities),
      mixture: found.find(({ mixture }) => mixture)?.mixture ?? null,
    }
  }),
)

/** The release's README and cards, and reports at its root. */
const tells = ({ path }: Document) =>
  isCard(path) || (depth(path) === 0 && (isReadme(path) || /report|training|pre-?train|model/i.test(fileName(path))))

function computeWordsIn(document: Document, evidence: Evidence, knowledge: Knowledge): ComputeWords {
  const statements: ComputeStatement[] = []
  const oddities: ComputeOddity[] = []
  let mixture: Citation | null = null
  const hardware = knowledge.compute.hardware
  const hear = hearing(knowledge)
  for (const block of document.blocks) {
    if (block.kind === 'code' || block.kind === 'heading') continue
    if (hear(block.headings.at(-1) ?? '').says('compute.other-chapter')) continue
    const isRow = block.kind === 'row'
    const context = hear(
      `${block.headings.slice(-2).join(' ')} ${block.lead ?? ''} ${block.header?.join(' ') ?? ''}`.slice(
        0,
        LONGEST_SENTENCE,
      ),
    )
    for (const part of statementsOf(block)) {
      const heard = hear(part.text.slice(0, LONGEST_SENTENCE))
      const { text, says } = heard
      const cite = () => citeSentence(document, part.line, part.endLine, part.text)
      if (!mixture && says('compute.mixture') && !says('compute.compares')) mixture = cite()
      if (!says('compute.about') && !(isRow && context.says('compute.about'))) continue
      if (!isRow && (says('compute.not-own') || says('compute.encoder'))) continue
      if (isOthers(part.text, evidence, knowledge)) continue
      const figures = isRow ? figuresInRow(block, hear) : figuresIn(part.text, hear)
      const cited = cite()
      const name = isRow ? (block.cells?.[0]?.text ?? '') : null
      for (const { unit, low, high, odd } of figures) {
        if (odd) oddities.push({ says: odd, cited })
        if (odd || unit === 'rate') continue
        if (unit === 'tokens' && !isRow && !says('compute.trained') && !context.says('compute.trained')) continue
        const statement = {
          low,
          high,
          model: name?.trim().slice(0, 100) ?? null,
          sizes: unit.endsWith('parameters') ? [] : sizesIn(name ?? withoutCounts(text)),
          stage: stageOf(heard, context),
          partial: says('compute.partial'),
          hardware: hardwareNear(text, context.text, hardware),
          cited,
        }
        statements.push({ unit, ...statement })
        if (unit === 'parameters' && says('compute.dense')) statements.push({ unit: 'active-parameters', ...statement })
      }
    }
  }
  return { statements, oddities, mixture }
}

/** longer than any real sentence; it is foreign input */
const LONGEST_SENTENCE = 1_000

interface Figure {
  readonly unit: Unit
  readonly low: number
  readonly high: number
  /** why it cannot be what it is said to be */
  readonly odd: string | null
}

function figuresIn(text: string, hear: Hear): Figure[] {
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
    const odd = oddityOf(unit.unit, quantity, text.slice(Math.max(0, quantity.start - 80), quantity.start), null, hear)
    return [{ unit: unit.unit, low: quantity.low * unit.factor, high: quantity.high * unit.factor, odd }]
  })
}

const LISTED = /^(?: ?,? ?(?:and|or|&|、|和|及|\/) ?| ?, ?)$/

/** In a table the head of the column tells what is counted; a unit in the cell must agree with it. */
function figuresInRow(block: Block, hear: Hear): Figure[] {
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
        const odd = own ? oddityOf(own.unit, quantity, label, column, hear) : oddityOf(unit, quantity, '', null, hear)
        // a bare small number is no count of anything that large
        if (!odd && quantity.high * factor < LEAST_COUNTED[unit]) return []
        return [{ unit, low: quantity.low * factor, high: quantity.high * factor, odd }]
      })
  })
}

/** smaller numbers under such a head count something else: layers, operations of one pass */
const LEAST_COUNTED = { parameters: 1e5, 'active-parameters': 1e5, tokens: 1e5, hours: 1, flop: 1e17, rate: 1 } as const

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

const stageOf = (sentence: Heard, context: Heard): ComputeStatement['stage'] =>
  stageIn(sentence) ?? stageIn(context) ?? 'unsaid'

const stageIn = ({ says }: Heard): 'first' | 'later' | null =>
  says('compute.first') ? 'first' : says('compute.later') ? 'later' : null

/** Hardware in the sentence itself; else that of its chapter or table. */
function hardwareNear(text: string, context: string, hardware: readonly Hardware[]): readonly string[] {
  const here = hardwareIn(text, hardware)
  return here.length > 0 ? here : hardwareIn(context, hardware)
}

/** A sentence without its counts of data, so that "3B tokens" is no size of a model. */
export const withoutCounts = (text: string) => text.replace(COUNTED, ' ')
const COUNTED = new RegExp(
  String.raw`\d[\d.,]{0,12} ?(?:-|to)? ?[\d.]{0,6} ?[bmt](?:illion|rillion)?\+? (?:[a-z-]{1,20} ){0,5}` +
    '(?:tokens?|pairs?|images?|samples?|documents?|videos?|examples?|sentences)',
  'gi',
)
