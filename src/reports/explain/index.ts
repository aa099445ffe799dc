import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Page } from '../page.ts'
import { clause } from './clause.ts'
import type { Explainer } from './explainer.ts'
import { framework } from './framework.ts'
import { license } from './license.ts'
import { nearest } from './nearest.ts'
import { requirement } from './requirement.ts'
import { term } from './term.ts'
import { word } from './word.ts'

/** What can be explained, in the order a word is looked up. */
const explainers: readonly Explainer[] = [term, framework, requirement, clause, license, word]

/** What a term, a requirement, a kind of clause, a license or another word of reports means; null when the word is none of these. */
export function explain(asked: string, knowledge: Knowledge): Page | null {
  for (const explainer of explainers) {
    const page = explainer.explain(asked, knowledge)
    if (page) return page
  }
  return null
}

/** The words nearest to one that means nothing. */
export function suggest(asked: string, knowledge: Knowledge): readonly string[] {
  return nearest(
    asked,
    explainers.flatMap(explainer => explainer.words(knowledge)),
  )
}
