import { existsSync } from 'node:fs'
import { keepReadings } from '@unwash/agents/mcp/keep'
import { invalid } from '@unwash/core/error'
import { UNCLEAR } from '@unwash/core/questions/index'
import { changesBetween, type ToldQuestion } from '@unwash/core/questions/matters'
import type { Question, Reading } from '@unwash/core/report/question'
import { plain } from '@unwash/core/text/foreign'
import type { Asking } from '@unwash/library/ask'
import { loadKnown } from '@unwash/library/known'
import { knownNames } from '@unwash/reporters/index'
import { sectionOf } from '@unwash/reporters/questions/index'
import { EXIT } from '../exit.ts'
import type { ReaderFlags } from '../reader/index.ts'
import { pageShown } from '../terminal/show.ts'

/** How what could not be decided is shown, or asked. */
export interface QuestionsOptions {
  readonly format: string
  readonly readings?: string | undefined
  readonly framework?: string | undefined
  readonly ask?: true | undefined
  readonly by?: string | undefined
  readonly on?: string | undefined
  readonly name?: string | undefined
  readonly offline?: true | undefined
  readonly asks?: ReaderFlags | undefined
}

/** where answers are kept where nobody says */
const FILE = 'readings.json'
/** one key for each answer; the others ask for something else */
const KEYS = '123456789abcdefghijklmnoprtuvwxyz'
const SKIP = 's'
const QUIT = 'q'
const MORE = '?'

/**
 * Asks one question after another: a key for each answer, and each is kept in the file at once, so that who stops goes
 * on later. An answer may raise or settle others.
 */
export async function askAtTerminal(
  open: (readings: string | undefined) => Promise<Asking>,
  { by, readings = FILE }: QuestionsOptions,
  signal: AbortSignal,
): Promise<number> {
  if (by === undefined || by.trim() === '')
    throw invalid('nobody is named who answers', '--ask', 'say who: --by "Ada Example"')
  const { knowledge } = await loadKnown()
  const names = knownNames(knowledge)
  let asking = await open(existsSync(readings) ? readings : undefined)
  const skipped = new Set<string>()
  const keys = keysOf(process.stdin, signal)
  const say = (text: string) => process.stdout.write(text)
  let given = 0
  for (;;) {
    const told = asking.toConfirm().filter(({ question }) => !skipped.has(question.id))
    const [next] = told
    if (!next) break
    say(`\n${shown(next, told.length)}`)
    for (const { question, by, answer } of asking.settled.report.readings ?? [])
      if (question === next.question.id) say(`${plain(by.name)} answered: ${plain(answer)}\n`)
    const key = await keyAmong(keys, next.question, say)
    if (key === QUIT) break
    const option = next.question.options[KEYS.indexOf(key)]
    if (key === SKIP || !option) {
      skipped.add(next.question.id)
      continue
    }
    const before = asking.settled.report
    asking = asking.with([readingOf(next.question, option.id, by)])
    await keepReadings(readings, asking.release.readings ?? [], before.release.name)
    given++
    say(`${plain(option.says)}\n`)
    for (const change of changesBetween(before, asking.settled.report, names)) say(`  ${plain(change)}\n`)
    if (option.id === UNCLEAR) skipped.add(next.question.id)
  }
  keys.close()
  const { id, floor } = asking.settled.report.term
  say(`\n${given === 0 ? 'Nothing was answered.' : `${given} answered, kept in ${readings}.`} `)
  say(`${names.term(id)}${floor === id ? '' : ` (proven: ${names.term(floor)})`}\n`)
  return EXIT.holds
}

/** A person who answers has read all of the sentence, and quotes it. */
function readingOf({ id, sentence }: Question, answer: string, name: string): Reading {
  const quote = answer === UNCLEAR ? '' : sentence
  return { question: id, answer, quote, by: { kind: 'person', name: name.trim() }, at: new Date().toISOString() }
}

function shown({ question }: ToldQuestion, left: number): string {
  const options = question.options.map((option, at) => ({ ...option, says: option.says, key: KEYS[at] ?? '' }))
  const keyed = { ...question, options: options.map(({ key, says }) => ({ id: key, says })) }
  const matters = (question.matters ?? []).map(({ option, changes }) => ({
    option: options.find(({ id }) => id === option)?.key ?? option,
    changes,
  }))
  const section = sectionOf({ ...keyed, matters }, true)
  const page = {
    subject: [`${left} left`],
    title: question.ask,
    lead: [],
    sections: [{ ...section, heading: question.kind }],
    foot: [[`${MORE} says what the answers mean, ${SKIP} skips it, ${QUIT} ends`]],
  }
  return pageShown(page)
}

/** Keys, one after another: as they are pressed on a terminal, else the letters of what comes over standard input. */
interface Keys {
  next(): Promise<string | null>
  close(): void
}

function keysOf(input: NodeJS.ReadStream, signal: AbortSignal): Keys {
  const raw = input.isTTY === true
  if (raw) input.setRawMode(true)
  input.setEncoding('utf8')
  const waiting: string[] = []
  let wake: () => void = () => {}
  let over = false
  const end = () => {
    over = true
    wake()
  }
  input.on('data', (text: string) => {
    waiting.push(...text.replace(/\s/g, ''))
    wake()
  })
  input.once('end', end)
  signal.addEventListener('abort', end, { once: true })
  return {
    async next() {
      while (waiting.length === 0 && !over) await new Promise<void>(done => (wake = done))
      return waiting.shift() ?? null
    },
    close() {
      if (raw) input.setRawMode(false)
      input.pause()
    },
  }
}

/** control-C and control-D, which a terminal hands over as they are */
const STOPS = new Set(['\u0003', '\u0004'])

async function keyAmong(
  keys: Keys,
  { options, definition, falseFriends }: Question,
  say: (text: string) => void,
): Promise<string> {
  for (;;) {
    const key = (await keys.next())?.toLowerCase() ?? QUIT
    if (key === QUIT || STOPS.has(key)) return QUIT
    if (key === SKIP || KEYS.slice(0, options.length).includes(key)) return key
    say(key === MORE ? `${definition}\n\n${falseFriends}\n` : `(1-${options.length}, ${SKIP}, ${QUIT}) `)
  }
}
