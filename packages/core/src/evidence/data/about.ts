import type { Hear, Heard } from '../signs.ts'

/** a picture or a number before a heading */
const ORNAMENT = /^(?:\p{Extended_Pictographic}|\uFE0F|[\s\d.):-]){1,20}/u

/** longer than any real heading or sentence; both are foreign input */
const LONGEST_HEADING = 200
/** in characters */
export const LONGEST_SENTENCE = 1_000

/** What the place of a block says of its sentences. */
export interface Surroundings {
  /** headings above, the table's header, the words that lead into the list */
  readonly words: Heard
  /** a chapter about the training or its data */
  readonly chapter: boolean
  /** a chapter about something else */
  readonly other: boolean
  /** nothing in it tells of training data: references, thanks, news */
  readonly never: boolean
}

/** Reads the place of a block once for all of its sentences; `ofData`: all of its document is about the data. */
export function surroundings(
  headings: readonly string[],
  header: string,
  lead: string,
  ofData: boolean,
  hear: Hear,
): Surroundings {
  const near = headings.slice(-2).map(heading => hear(heading.slice(0, LONGEST_HEADING).replace(ORNAMENT, '')))
  const last = near.at(-1)
  const above = near.map(({ text }) => text).join(' ')
  const never = last?.says('data.never') ?? false
  const chapter = (ofData && !never) || near.some(heading => heading.says('data.training-chapter'))
  return {
    words: hear(`${above} ${header.slice(0, LONGEST_HEADING)} ${lead.slice(0, 2 * LONGEST_HEADING)}`),
    chapter,
    other: !chapter && (last?.says('data.other-chapter') ?? false),
    never,
  }
}

/** Whether a sentence tells of the data this model was trained on. */
export function isAboutTraining({ says }: Heard, around: Surroundings): boolean {
  const data = says('data.data')
  const made = says('data.made-from')
  if (around.chapter ? !(data || around.words.says('data.data')) : !(data || made)) return false
  if (!around.chapter && !says('data.training') && !around.words.says('data.training')) return false
  if (says('data.instructs') || says('data.smaller')) return false
  return !says('data.measured') || made || (says('data.training-set') && !says('data.test-split'))
}
