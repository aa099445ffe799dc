import type { Block } from '../documents/index.ts'
import { computeWords, sizeIn, sizeOf } from '../evidence/compute/index.ts'
import type { Evidence } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { KnownAlternative, KnownSought, Task } from '../knowledge/schemas/alternatives.ts'
import { findModel } from '../names/models.ts'
import { placeOfPhrase } from '../text/phrase.ts'
import { wordsOf } from '../text/words.ts'
import { type Tuning, tuningIn } from './known.ts'

/** how much of a document introduces the model, in blocks and characters of each */
const INTRODUCTION = 25
const LONGEST_BLOCK = 600

/**
 * What a model is for: by its metadata and its name, else by its configuration's architecture, else by how its first
 * document introduces it. Null when nothing tells.
 */
export function taskOf(name: string, evidence: Evidence, tasks: readonly Task[]): Task | null {
  const hub = evidence.metadata.task?.value.toLowerCase() ?? null
  const told = hub === null ? [] : tasks.filter(task => task.hub.includes(hub))
  const fitting = told.length > 0 ? told : tasks
  const named = fitting.find(task => isNamed(task, name) || isNamed(task, evidence.release.name))
  if (named) return named
  return told.find(task => !task.named) ?? byArchitecture(evidence, fitting) ?? byIntroduction(evidence, fitting)
}

/** What a model is for by its name alone; undefined where that does not tell. */
const taskNamed = (name: string, tasks: readonly Task[]): Task | undefined => tasks.find(task => isNamed(task, name))

function isNamed({ names }: Task, name: string): boolean {
  const words = spaced(name.slice(name.lastIndexOf('/') + 1))
  return names.some(known => words.includes(spaced(known)))
}

/** The words of a name, each between spaces: "img2vid" is two of them. */
const spaced = (name: string): string =>
  ` ${wordsOf(name.slice(0, 200))
    .map(({ text }) => text)
    .join(' ')} `

const ARCHITECTURE = /"architectures"\s{0,4}:\s{0,4}\[\s{0,20}"([A-Za-z0-9_]{1,100})"/

function byArchitecture({ release }: Evidence, tasks: readonly Task[]): Task | null {
  const name = ARCHITECTURE.exec(release.texts.get('config.json')?.content.slice(0, 20_000) ?? '')?.[1]
  return tasks.find(({ architectures }) => architectures.some(end => name?.endsWith(end))) ?? null
}

/** The task whose words come first; of two at one place the first of the list. */
function byIntroduction({ card }: Evidence, tasks: readonly Task[]): Task | null {
  for (const block of card?.blocks.slice(0, INTRODUCTION) ?? []) {
    if (block.kind === 'code') continue
    const text = block.text.slice(0, LONGEST_BLOCK).toLowerCase()
    const found = tasks
      .map(task => ({ task, at: firstOf(task.words, text) }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => one.at - other.at)
    if (found[0]) return found[0].task
  }
  return null
}

function firstOf(phrases: readonly string[], text: string): number {
  const places = phrases.map(phrase => placeOfPhrase(phrase, text)).filter(at => at >= 0)
  return places.length > 0 ? Math.min(...places) : -1
}

/** A model that something else is wanted for, as far as it tells. */
export interface Sought {
  readonly task: Task
  readonly name: string
  /** what it may be called where it is known, lower case */
  readonly ids: readonly string[]
  readonly parameters: number | null
  /** of the largest of it, where it is several */
  readonly most: number | null
  /** a service runs it: where its size is not known, it is taken for a large one */
  readonly hosted: boolean
  /** tokens */
  readonly context: number | null
  /** English names; empty where none are told */
  readonly languages: readonly string[]
  /** how many there are of them */
  readonly tongues: number
  readonly tuning: Tuning
  /** when it came out */
  readonly released: string | null
  /** what it can do that not all of its task can */
  readonly does: readonly string[]
  /** whether its training data is given */
  readonly data: boolean
}

/** What a release is for; null where nothing tells. */
export function soughtIn(evidence: Evidence, name: string, knowledge: Knowledge): Sought | null {
  const { release } = evidence
  const id = `${release.publisher ?? ''}/${name}`
  const known = knownOf(id, knowledge)
  const task = taskOf(name, evidence, knowledge.tasks) ?? taskIn(known, knowledge)
  if (!task) return null
  const words = computeWords(evidence, knowledge)
  const size = sizeOf(name, evidence, words)
  // of a mixture of experts the size is of those that work on each token
  const whole = words.mixture ? words.statements.filter(({ unit }) => unit === 'parameters') : []
  const languages = languagesOf(evidence.card?.frontMatter?.data.language)
  const facts = factsOf(id, known, knowledge)
  const blocks = evidence.card?.blocks ?? []
  const isRunInTurns = blocks.some(({ kind, text }) => kind === 'code' && text.includes('apply_chat_template'))
  const sees = blocks.slice(0, INTRODUCTION).some(({ kind, text }) => kind !== 'code' && IMAGES.test(text))
  return {
    ...facts,
    task,
    name,
    tuning: facts.tuning === 'base' ? tuningIn(name, { tuned: isRunInTurns }) : facts.tuning,
    does: sees && task.talks ? [...new Set([...facts.does, 'reading images'])] : facts.does,
    hosted: evidence.weights.offer === 'api',
    ids: [release.place, name, `${release.publisher ?? ''}/${release.name}`].map(one => one.toLowerCase()),
    // what the release says goes before what is known of the family
    parameters: size ? (size.total ?? (size.low === size.high && !words.mixture ? size.low : null)) : facts.parameters,
    most: size && Math.max(size.high, ...whole.map(({ high }) => high)),
    context: contextIn(blocks) ?? contextOf(release) ?? facts.context,
    ...(languages.length > 0 ? { languages, tongues: Math.max(languages.length, facts.tongues) } : {}),
  }
}

const IMAGES = /\b(?:multi-?modal|vision[- ]language|image inputs?)\b|多模态/i
const CONTEXT = /"max_position_embeddings"\s{0,4}:\s{0,4}(\d{2,8})/
const SAID =
  /\bcontext[ -](?:length|window|size)\W{0,10}(?:(?:is|of|up to|to) ){0,2}(\d{1,3}(?:,\d{3})+|\d{1,7})( ?k\b)?/gi

/** The length its configuration can take, which may be more than the model can. */
function contextOf({ texts }: Evidence['release']): number | null {
  const tokens = CONTEXT.exec(texts.get('config.json')?.content.slice(0, 20_000) ?? '')?.[1]
  return tokens === undefined ? null : Number(tokens)
}

/** The length the card tells; null where it tells none, or several. */
function contextIn(blocks: readonly Block[]): number | null {
  const told = blocks.flatMap(({ kind, text }) =>
    kind === 'code' ? [] : [...text.slice(0, LONGEST_TOLD).matchAll(SAID)].map(toTokens),
  )
  const [only = null, ...more] = new Set(told.filter(tokens => tokens >= LEAST_CONTEXT))
  return more.length > 0 ? null : only
}

const toTokens = ([, digits = '', thousands]: RegExpExecArray) =>
  Number(digits.replaceAll(',', '')) * (thousands === undefined ? 1 : 1_000)
const LEAST_CONTEXT = 256
const LONGEST_TOLD = 2_000

/** What a model is for by its name alone; one that is known, tells its size, or that a service runs, writes text. */
export function soughtBy(id: string, host: string, knowledge: Knowledge): Sought | null {
  const { tasks } = knowledge
  const known = knownOf(id, knowledge)
  const facts = factsOf(id, known, knowledge)
  const writes = tasks.find(({ hub, named }) => !named && hub.includes('text-generation'))
  const texts = host === 'hosted' || (facts.parameters ?? 0) >= LEAST_PARAMETERS || findModel(knowledge, id) !== null
  const named = taskNamed(id, tasks)
  // words that any model of text may have tell less than what is known of it
  const task = (named !== writes && named) || (taskIn(known, knowledge) ?? named ?? (texts ? writes : undefined))
  // what a service runs is there to be talked with
  const tuning = host === 'hosted' && facts.tuning === 'base' ? 'chat' : facts.tuning
  return task
    ? { ...facts, hosted: host === 'hosted', tuning, task, most: null, name: id, ids: [id.toLowerCase()] }
    : null
}

/** models of language tell a size of so many parameters */
const LEAST_PARAMETERS = 1e8

interface Known {
  readonly task: string
  readonly facts: Partial<KnownSought> & Pick<KnownAlternative, 'given'>
}

/** What is known of a model by its own entry, else by the longest of the names that its own has. */
function knownOf(id: string, { alternatives }: Knowledge): Known | null {
  const name = spaced(id.slice(id.lastIndexOf('/') + 1))
  const all = alternatives.flatMap(({ id: task, sought = [], entries }) => [
    ...sought.flatMap(({ parameters, ...facts }) => {
      // a name that tells its own size knows better than the line that it is of
      const size = sizeIn(id).total ?? parameters
      const told = { ...facts, ...(size ? { parameters: size } : {}) }
      return facts.named
        .filter(named => name.includes(spaced(named)))
        .map(named => ({ task, facts: told, of: named.length }))
    }),
    ...entries.flatMap(({ models, ...facts }) =>
      Object.entries(models)
        .filter(([own]) => own.toLowerCase() === id.toLowerCase())
        .map(([, size]) => ({ task, facts: { ...facts, ...(size ? { parameters: size } : {}) }, of: Infinity })),
    ),
  ])
  return all.sort((one, other) => other.of - one.of)[0] ?? null
}

const taskIn = (known: Known | null, { tasks }: Knowledge) => tasks.find(({ id }) => id === known?.task) ?? null

function factsOf(
  id: string,
  known: Known | null,
  knowledge: Knowledge,
): Omit<Sought, 'task' | 'name' | 'ids' | 'hosted' | 'most'> {
  const { languages = [], context = null, parameters, released = null, tuned = false } = known?.facts ?? {}
  const { does = [], given } = known?.facts ?? {}
  const told = typeof languages === 'number' ? [] : languages
  const model = findModel(knowledge, id)?.version
  const count = model?.languages?.count ?? 0
  return {
    parameters: parameters ?? sizeIn(id).total,
    context,
    languages: told,
    tongues: Math.max(typeof languages === 'number' ? languages : told.length, count),
    tuning: tuningIn(id, { tuned }),
    released,
    does,
    data: given?.data === 'released' || model?.openData === true,
  }
}

/** Codes of languages, as cards have them, by their English names. */
function languagesOf(said: unknown): string[] {
  const codes = (Array.isArray(said) ? said : [said]).filter(code => typeof code === 'string')
  const named = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  return codes.slice(0, 100).flatMap(code => (/^[a-z]{2,3}$/.test(code) ? (named.of(code) ?? []) : []))
}
