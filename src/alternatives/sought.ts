import { computeWords, sizeIn, sizeOf } from '../evidence/compute/index.ts'
import type { Evidence } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Task } from '../knowledge/schemas/alternatives.ts'
import { findModel } from '../names/models.ts'
import { taskNamed, taskOf } from './task.ts'

/** A model that something else is wanted for, as far as it tells. */
export interface Sought {
  readonly task: Task
  readonly name: string
  /** what it may be called where it is known, lower case */
  readonly ids: readonly string[]
  readonly parameters: number | null
  /** tokens */
  readonly context: number | null
  /** English names; empty where none are told */
  readonly languages: readonly string[]
  /** how many there are of them */
  readonly tongues: number
}

/** What a release is for; null where nothing tells. */
export function soughtIn(evidence: Evidence, name: string, knowledge: Knowledge): Sought | null {
  const { release } = evidence
  const task = taskOf(name, evidence, knowledge.tasks)
  if (!task) return null
  const size = sizeOf(name, evidence, computeWords(evidence, knowledge))
  const languages = languagesOf(evidence.card?.frontMatter?.data.language)
  const tokens = CONTEXT.exec(release.texts.get('config.json')?.content.slice(0, 20_000) ?? '')?.[1]
  return {
    task,
    name,
    ids: [release.place, name, `${release.publisher ?? ''}/${release.name}`].map(id => id.toLowerCase()),
    parameters: size === null ? null : (size.total ?? (size.low === size.high ? size.low : null)),
    context: tokens === undefined ? null : Number(tokens),
    languages,
    tongues: Math.max(languages.length, tonguesOf(`${release.publisher ?? ''}/${name}`, knowledge)),
  }
}

const CONTEXT = /"max_position_embeddings"\s{0,4}:\s{0,4}(\d{2,8})/

/** What a model is for by its name alone; one that is known, tells its size, or that a service runs, writes text. */
export function soughtBy(id: string, host: string, knowledge: Knowledge): Sought | null {
  const { tasks } = knowledge
  const { total } = sizeIn(id)
  const writes = tasks.find(({ hub, named }) => !named && hub.includes('text-generation'))
  const texts = host === 'hosted' || (total !== null && total >= LEAST) || findModel(knowledge, id) !== null
  const task = taskNamed(id, tasks) ?? (texts ? writes : undefined)
  if (!task) return null
  const tongues = tonguesOf(id, knowledge)
  return { task, name: id, ids: [id.toLowerCase()], parameters: total, context: null, languages: [], tongues }
}

/** models of language tell a size of so many parameters */
const LEAST = 1e8

const tonguesOf = (id: string, knowledge: Knowledge): number => findModel(knowledge, id)?.version.languages?.count ?? 0

/** Codes of languages, as cards have them, by their English names. */
function languagesOf(said: unknown): string[] {
  const codes = (Array.isArray(said) ? said : [said]).filter(code => typeof code === 'string')
  const named = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  return codes.slice(0, 100).flatMap(code => (/^[a-z]{2,3}$/.test(code) ? (named.of(code) ?? []) : []))
}
