import { warmingTexts } from '../../warming.ts'
import { readClaims } from '../check/read.ts'
import type { Answer, Ask, Asks, Question } from '../messages.ts'
import { readTexts } from '../read/licenses.ts'
import { type Loaded, load } from './load.ts'

/** The reader at work beside the page: it answers one question after the other, from what it fetched when it began. */

type Answerer = { readonly [A in Ask]: (asked: Asks[A]['asked'], loaded: Loaded) => Promise<Asks[A]['answered']> }

const ANSWERS: Answerer = {
  picks: async (_, { texts }) => [...texts.values()].map(({ id, name }) => ({ id, name })),
  text: async (id, { texts }) => {
    const known = texts.get(id)
    if (!known) throw new Error(`no text of ${id} is here: paste it`)
    return { path: `${id}.txt`, content: known.text }
  },
  licenses: readTexts,
  claims: readClaims,
}

const loading = load()
let turn: Promise<unknown> = loading.then(
  // not waited for
  loaded => void warm(loaded),
  () => undefined,
)

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  turn = turn.then(() => answer(data)).then(answered => postMessage(answered))
})

async function answer(question: Question): Promise<Answer> {
  const { id } = question
  try {
    const loaded = await loading
    const began = performance.now()
    const answered = await answerTo(question, loaded)
    return { id, answered, milliseconds: performance.now() - began }
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) }
  }
}

const answerTo = <A extends Ask>({ ask, asked }: Question<A>, loaded: Loaded) => ANSWERS[ask](asked, loaded)

/** a claim has the words of every language made ready */
const CLAIM = 'Our model is open source.'
/** of the known texts, one in so many is read */
const ONE_IN = 40

/**
 * Reads the phrases of clauses of known licenses, and some known texts with a word added, before anyone asks: a program
 * gets fast by running. Whoever asks meanwhile is answered first.
 */
async function warm(loaded: Loaded): Promise<void> {
  const known = [...loaded.texts.values()].filter((_, index) => index % ONE_IN === 0)
  const changed = known.map(({ text }) => `${text}\nMore.`)
  for (const content of [...warmingTexts(loaded.knowledge), ...changed]) {
    await new Promise(free => setTimeout(free, 0))
    await readTexts([{ path: 'example.txt', content }], loaded)
  }
  await readClaims([{ path: 'example.md', content: CLAIM }], loaded)
}
