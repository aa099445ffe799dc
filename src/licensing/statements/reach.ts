import type { Restriction } from './restrictions.ts'
import type { Setting } from './setting.ts'
import type { Subject } from './subject.ts'

/** what a model was made from binds it, whoever's it is */
const MADE_FROM =
  /\b(?:fine-?tuned|finetune|derived|derivative|distilled|merged?|initiali[sz]ed|quanti[sz]ed|converted|built|based)\b.{0,40}\b(?:from|on|upon|of|with)\b|微调自|基于/i
const SOFTWARE = /\bsoftware\b|软件/i
const PROGRAM =
  /\b(?:code(?:base|s)?|source|scripts?|librar(?:y|ies)|toolkit|framework|notebooks?|implementation|package|tools?)\b|代码|源码/i

/** a rule for whoever uses the model is of the model, whatever of it the rule names */
const RULE =
  /^\W{0,20}(?:you|users?|licensees?)\b.{0,20}\b(?:may|must|shall|will|can|agree)\b.{1,200}\b(?:models?|weights)\b/i

/**
 * A restriction as far as it reaches the weights: null where it is of something else. What restricts others' work, and
 * the weights too as far as they are made from it, was not understood.
 */
export function reachingWeights(
  restricts: Restriction,
  { text, underTerms }: { readonly text: string; readonly underTerms: boolean },
  { about, others }: Subject,
  { evidence }: Setting,
): Restriction | null {
  const ofWeights = about.includes('weights') || about.includes('all') || RULE.test(text)
  // beside weights "the software" is all that is there, unless a program is named
  const ruled = underTerms && about.every(one => one === 'documents')
  const whole = evidence.weights.offer === 'in-tree' && SOFTWARE.test(text) && !PROGRAM.test(text)
  if (about.length > 0 && !ofWeights && !ruled && !(whole && !about.includes('data'))) return null
  const madeFrom = restricts.makes !== 'unknown' && MADE_FROM.test(text)
  if (!others && !madeFrom) return restricts
  if (restricts.makes === 'unknown' || !(ofWeights || whole || madeFrom || underTerms)) return null
  const suspects = restricts.clauses.map(({ kind }) => kind)
  return { name: `${restricts.name}, of others' work as well`, makes: 'unknown', clauses: [], suspects }
}
