import { readClaims } from '../check/read.ts'
import type { Answer, Ask, Asks, Question } from '../messages.ts'
import { readTexts } from '../read/licenses.ts'
import { type Loaded, load } from './load.ts'
import { warm } from './warm.ts'

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
