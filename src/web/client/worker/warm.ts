import { warmingTexts } from '../../warming.ts'
import { readClaims } from '../check/read.ts'
import { readTexts } from '../read/licenses.ts'
import type { Loaded } from './load.ts'

/** a claim has the words of every language made ready */
const CLAIM = 'Our model is open source.'
/** of the known texts, one in so many is read */
const ONE_IN = 40

/**
 * Reads the phrases of clauses of known licenses, and some known texts with a word added, before anyone asks: a program
 * gets fast by running. Whoever asks meanwhile is answered first.
 */
export async function warm(loaded: Loaded): Promise<void> {
  const known = [...loaded.texts.values()].filter((_, index) => index % ONE_IN === 0)
  const changed = known.map(({ text }) => `${text}\nMore.`)
  for (const content of [...warmingTexts(loaded.knowledge), ...changed]) {
    await new Promise(free => setTimeout(free, 0))
    await readTexts([{ path: 'example.txt', content }], loaded)
  }
  await readClaims([{ path: 'example.md', content: CLAIM }], loaded)
}
