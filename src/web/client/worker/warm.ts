import { kinds } from '../../../licenses/clauses/index.ts'
import { readClaims } from '../check/read.ts'
import { readTexts } from '../read/licenses.ts'
import type { Loaded } from './load.ts'

/** a claim has the words of every language made ready */
const CLAIM = 'Our model is open source.'
/** examples of clauses in one reading: short enough that a question is not kept waiting for it */
const SLICE = 60
/** of the known texts, one in so many is read */
const ONE_IN = 40

/**
 * Reads the examples of every kind of clause, and some known texts with a word added, before anyone asks: a program
 * gets fast by running. Whoever asks meanwhile is answered first.
 */
export async function warm(loaded: Loaded): Promise<void> {
  const examples = kinds.flatMap(kind => kind.examples.found.map(({ text }) => text))
  const texts = [...loaded.texts.values()]
    .filter((_, index) => index % ONE_IN === 0)
    .map(({ text }) => `${text}\nMore.`)
  for (let at = 0; at < examples.length; at += SLICE) texts.push(examples.slice(at, at + SLICE).join('\n\n'))
  for (const content of texts.reverse()) {
    await new Promise(free => setTimeout(free, 0))
    await readTexts([{ path: 'example.txt', content }], loaded)
  }
  await readClaims([{ path: 'example.md', content: CLAIM }], loaded)
}
