import { invalid } from '@unwash/core/error'
import { loadKnowledge } from '@unwash/knowledge/load'
import { explain, suggest } from '@unwash/reporters/explain/index'
import { printed } from '../exit.ts'
import { pageShown } from '../terminal/show.ts'

/** Prints what a word means. Throws an UnwashError with the nearest words when it means nothing here. */
export async function explained(word: string): Promise<number> {
  const knowledge = await loadKnowledge()
  const page = explain(word, knowledge)
  if (!page) {
    const near = suggest(word, knowledge)
    const todo =
      near.length > 0
        ? `did you mean ${near.join(', or ')}?`
        : 'give a term, a license, a framework, a requirement, a kind of clause or a word of the glossary'
    throw invalid('nothing is called', word, todo)
  }
  return printed(pageShown(page))
}
