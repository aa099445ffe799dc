import type { Evidence } from '../evidence/index.ts'
import type { Task } from '../knowledge/schemas/alternatives.ts'
import { placeOfPhrase } from '../text/phrase.ts'
import { wordsOf } from '../text/words.ts'

/** how much of a document introduces the model, in blocks and characters of each */
export const INTRODUCTION = 25
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
export const taskNamed = (name: string, tasks: readonly Task[]): Task | undefined =>
  tasks.find(task => isNamed(task, name))

function isNamed({ names }: Task, name: string): boolean {
  const words = spaced(name.slice(name.lastIndexOf('/') + 1))
  return names.some(known => words.includes(spaced(known)))
}

/** The words of a name, each between spaces: "img2vid" is two of them. */
export const spaced = (name: string): string =>
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
