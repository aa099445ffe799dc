import { groupCount, groupsAt, isOpen, nodeAfter } from './groups.ts'

/*
 * Which phrases stand in a text is told by steps from word to word. A state is a set of phrases begun; from it, a word of
 * some class leads by a step to groups that are complete and to the next state. Steps are worked out when first taken.
 */

/** slots for ways to take a step; with half of them full all is forgotten and worked out anew (CWE-770) */
const SLOTS = 1 << 17
/** more than there are classes */
const CLASSES = 1 << 16

/** groups there were when all this was made */
let madeFor = -1
/** by class, the words looked for that a word of that class is; class 0 is none of them */
let classes: (readonly number[])[] = []
let classNumbers = new Map<string, number>()
/** by state, its nodes; in state 0 nothing is begun */
let states: (readonly number[])[] = []
let stateNumbers = new Map<string, number>()
/** by slot, a state and a class, then the step from there */
const ways = new Int32Array(2 * SLOTS)
let known = 0
/** by class, the step from state 0, from 1: most words are met there */
const fromNothing = new Int32Array(CLASSES)
/** by its nodes, the number of a step */
let numbers = new Map<string, number>()
/**
 * By number of a step: the next state, then where in `complete` the groups begin and end that are complete with it, as
 * pairs of a number in `Groups` and bits. All in rows of numbers, which stay near each other in memory.
 */
export let steps: Int32Array = new Int32Array(1 << 12)
export let complete: Int32Array = new Int32Array(1 << 12)
let filled = 0

/** Makes steps ready for the groups there are, and gives how many that is; classes change with it. */
export const readySteps = (): number => {
  if (madeFor !== groupCount()) {
    madeFor = groupCount()
    classes = [[]]
    classNumbers = new Map([['', 0]])
    forget()
  }
  return madeFor
}

const forget = (): void => {
  states = [[]]
  stateNumbers = new Map([['', 0]])
  ways.fill(0)
  fromNothing.fill(0)
  numbers = new Map()
  filled = 0
  known = 0
}

/** The class of a word that is some of the words looked for. */
export const classOf = (words: readonly number[]): number => {
  const name = words.join()
  let number = classNumbers.get(name)
  if (number === undefined) {
    number = classes.length
    classes.push(words)
    classNumbers.set(name, number)
  }
  return number
}

/** Where in `steps` the step stands from a state by a word of a class other than 0. */
export const stepFrom = (state: number, word: number): number => {
  if (state === 0) {
    fromNothing[word] ||= 1 + stepTo(nodesAfter(0, word))
    return (fromNothing[word] ?? 0) - 1
  }
  const way = state * CLASSES + word
  let slot = (Math.imul(way, 0x9e3779b1) >>> 14) & (2 * SLOTS - 2)
  while (ways[slot] !== way) {
    if (ways[slot] === 0) return workOut(state, word, slot)
    slot = (slot + 2) & (2 * SLOTS - 2)
  }
  return ways[slot + 1] ?? 0
}

const workOut = (state: number, word: number, slot: number): number => {
  const nodes = nodesAfter(state, word)
  const keep = known < SLOTS / 2
  if (!keep) forget()
  const step = stepTo(nodes)
  if (keep) {
    ways[slot] = state * CLASSES + word
    ways[slot + 1] = step
    known++
  }
  return step
}

const nodesAfter = (state: number, word: number): readonly number[] => {
  const found: number[] = []
  const add = (node: number): void => {
    for (const one of classes[word] ?? []) {
      const next = nodeAfter(node, one)
      if (next !== undefined) found.push(next)
    }
  }
  add(0)
  for (const node of states[state] ?? []) add(node)
  return found.length > 1 ? found.sort((one, other) => one - other) : found
}

const stepTo = (nodes: readonly number[]): number => {
  const name = nodes.join()
  let number = numbers.get(name)
  if (number !== undefined) return number
  const bits = new Map<number, number>()
  for (const node of nodes)
    for (const group of groupsAt(node)) bits.set(group >> 5, (bits.get(group >> 5) ?? 0) | (1 << (group & 31)))
  const pairs = [...bits].flat()
  number = 3 * numbers.size
  numbers.set(name, number)
  steps = roomFor(steps, number + 3)
  complete = roomFor(complete, filled + pairs.length)
  complete.set(pairs, filled)
  steps.set([stateOf(nodes.filter(isOpen)), filled, filled + pairs.length], number)
  filled += pairs.length
  return number
}

const roomFor = (row: Int32Array, length: number): Int32Array => {
  if (length <= row.length) return row
  const more = new Int32Array(2 * length)
  more.set(row)
  return more
}

const stateOf = (nodes: readonly number[]): number => {
  const name = nodes.join()
  let number = stateNumbers.get(name)
  if (number === undefined) {
    number = states.length
    states.push(nodes)
    stateNumbers.set(name, number)
  }
  return number
}
