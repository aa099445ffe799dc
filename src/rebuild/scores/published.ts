import { citeLines } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import type { Evidence } from '../../evidence/index.ts'
import type { Benchmark, Benchmarks } from '../../knowledge/measuring.ts'
import type { Citation } from '../../report.ts'
import { benchmarkNames } from './benchmarks.ts'

/** A score as somebody published it: of a known benchmark, or of data by its id. */
export interface Published {
  readonly name: string
  readonly benchmark: Benchmark | null
  /** id of the data on a hub, where metadata names it */
  readonly data: string | null
  readonly value: string | null
  readonly model: string | null
  readonly cited: Citation
}

/** more scores than this are a leaderboard */
const MOST = 100

/** The scores that a release publishes: in its metadata, then in tables and lists; each benchmark once for each place that gives the release's own value. */
export function publishedScores(evidence: Evidence, benchmarks: Benchmarks): readonly Published[] {
  const all = [
    ...(evidence.card ? inMetadata(evidence.card, benchmarks) : []),
    ...evidence.documents.flatMap(document => inDocument(document, evidence, benchmarks)),
  ]
  const found = new Map<string, Published>()
  for (const score of all) {
    const key = score.benchmark?.name ?? score.name
    const before = found.get(key)
    // a value of the release's own model says more than a row of several
    if (!before || (before.value === null && score.value !== null)) found.set(key, score)
  }
  return [...found.values()].slice(0, MOST)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const records = (value: unknown) => (Array.isArray(value) ? value.slice(0, MOST).filter(isRecord) : [])
const words = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 100) : null

/** The card's `model-index`: task, data and metrics of each result. */
function inMetadata({ path, frontMatter }: Document, benchmarks: Benchmarks): Published[] {
  if (!frontMatter) return []
  const line = frontMatter.keys.get('model-index')?.line
  const names = benchmarkNames(benchmarks)
  return records(frontMatter.data['model-index']).flatMap(entry =>
    records(entry.results).flatMap(({ dataset, metrics }) => {
      const [data, title] = isRecord(dataset) ? [words(dataset.type), words(dataset.name)] : [null, null]
      return records(metrics).flatMap((metric): Published[] => {
        const name = title ?? data
        const value = words(metric.value)
        if (name === null || value === null) return []
        const benchmark = (data === null ? null : names.byId(data)) ?? names.inLabel(name)
        const cited = { path, key: 'model-index', value: `${name}: ${value}`.slice(0, 200), ...(line ? { line } : {}) }
        return [{ name, benchmark, data, value, model: words(entry.name), cited }]
      })
    }),
  )
}

const NUMBER = /^[~≈*†‡\s]{0,4}\d{1,4}(?:[.,]\d{1,4})?\s?%?/
const LISTED = /^.{2,60}?\s?[:=|–-]\s?(?:\*\*)?(\d{1,3}(?:\.\d{1,3})?)\s?%?(?:\s|$|\*|\()/

function inDocument(document: Document, evidence: Evidence, benchmarks: Benchmarks): Published[] {
  const names = benchmarkNames(benchmarks)
  return document.blocks.flatMap((block): Published[] => {
    const start = (block.cells?.find(cell => cell.text !== '')?.text ?? '').slice(0, 24)
    const cited = citeLines(document.path, document.lines, block.line, block.endLine, start)
    if (block.kind === 'row') return inRow(block, evidence, benchmarks, cited)
    if (block.kind !== 'item') return []
    const value = LISTED.exec(block.text.slice(0, 120))?.[1]
    const benchmark = value ? names.inLabel(block.text.slice(0, block.text.indexOf(value))) : null
    return benchmark && value ? [{ name: benchmark.name, benchmark, data: null, value, model: null, cited }] : []
  })
}

/** A row is of a benchmark with a column for each model, or of a model with a column for each benchmark. */
function inRow(block: Block, evidence: Evidence, benchmarks: Benchmarks, cited: Citation): Published[] {
  const names = benchmarkNames(benchmarks)
  const { cells = [], header = [] } = block
  if (
    !cells.some((cell, at) => at > 0 && NUMBER.test(cell.text)) ||
    cells.every((cell, at) => cell.text === header[at])
  )
    return []
  const own = (label: string) => /^ours?\b/i.test(label) || isSame(label.slice(0, 100), evidence.release.name)
  const score = (benchmark: Benchmark, value: string | null, model: string | null): Published => ({
    name: benchmark.name,
    benchmark,
    data: null,
    value,
    model,
    cited,
  })
  const label = cells.slice(0, 2).find(cell => !NUMBER.test(cell.text) && names.inLabel(cell.text))
  const benchmark = label ? names.inLabel(label.text) : null
  if (benchmark) {
    const numbers = cells.flatMap((cell, at) =>
      NUMBER.test(cell.text) ? [{ text: cell.text.slice(0, 40), head: header[at] ?? '' }] : [],
    )
    const mine = numbers.filter(({ head }) => own(head))
    const only = mine.length === 1 ? mine[0] : numbers.length === 1 ? numbers[0] : undefined
    return [score(benchmark, only?.text ?? null, only && own(only.head) ? only.head.slice(0, 100) : null)]
  }
  const model = cells[0]?.text ?? ''
  return cells.flatMap((cell, at) => {
    const column = at > 0 && NUMBER.test(cell.text) ? names.inLabel(header[at] ?? '') : null
    if (!column) return []
    return [own(model) ? score(column, cell.text.slice(0, 40), model.slice(0, 100)) : score(column, null, null)]
  })
}

const bare = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Whether a table's label is the release's own model: its name with more words, or nearly all of it. Another size or version is another model. */
function isSame(label: string, release: string): boolean {
  const [one, other] = [bare(label), bare(release)]
  if (one.length < 3 || other.length < 3) return false
  return one.includes(other) || (other.includes(one) && one.length >= 0.8 * other.length)
}
