import type { ClauseContext, Passage } from './clause.ts'

/** Who a sentence makes act. `other` is a licensor by name or by role, or nobody we can tell. */
export type Actor = 'you' | 'either' | 'other'

const YOU =
  /(?:\b(?:you|your affiliates?|licensees?|recipients?|customers?|users?|subscribers?|you and|i|researchers?|participants?|the undersigned)|您|你|被许可方|用户|使用者)$/
const EITHER = /(?:\b(?:either|each) party|双方|任何一方|任一方)$/
/** words that may stand between the one who acts and the verb */
const BETWEEN =
  /(?:\b(?:also|hereby|then|further|nevertheless|and its affiliates|in its sole discretion)| |,|，|均|亦|也|仅|只|方|有权)$/
const ENOUGH = 80

/** Who acts in the words that begin at `index`: the noun that ends right before them. */
export function actorBefore(text: string, index: number): Actor {
  let before = text.slice(Math.max(0, index - ENOUGH), index)
  for (let i = 0; i < 6; i++) {
    const word = BETWEEN.exec(before)
    if (!word) break
    before = before.slice(0, word.index)
  }
  if (EITHER.test(before)) return 'either'
  return YOU.test(before) ? 'you' : 'other'
}

/** who gives the work away, and what may stand between the name and what is promised */
const LICENSOR =
  /\b(?:licensors?|(?:service |data )?providers?|vendors?|suppliers?|publishers?|(?:copyright|rights) holders?|disclosing party|each party|the company|the authors|the developers?|we|us)(?:,? (?:also|further|hereby|agrees?|undertakes?|promises?|that|it|and|its affiliates))* ?$/
const LICENSOR_ZH = /(?:(?<!被)许可方|(?<!被)授权方|提供方|本公司|本平台|开发者)(?:也|亦|将|特此)*$/
const OURS_ZH = /(?:我们|我方)(?:也|亦|将|特此)*$/
const TO_READER_ZH = /[您你]|用户/
const OURS = /^\W*(?:we|the (?:licensor|provider|company|authors?|developers?))\b/
const JOINED = /(?:, |, and |, or )$/
const PLURAL = /\b(?:we|us) /
/** what a licensor promises is about those who read it; what recipients promise in the plural is about the work */
const TO_READER = /\b(?:you|your|yours|customers?|users?|visitors?|subscribers?|licensees?)\b/
const RECIPIENT =
  /\b(?:i|we)(?: the undersigned)?,? (?:also |further |hereby |fully |both )*(?:agree|undertake|accept|acknowledge|confirm|certify|declare|promise|pledge|understand|commit)\b/

/** Whether a text is signed by those who receive the work: "I agree", "we undertake", and no "you" that it speaks to. */
const isSigned = (passages: readonly Passage[]): boolean => {
  const signed = passages.filter(({ lower }) => RECIPIENT.test(lower)).length
  return signed > 0 && signed >= passages.filter(({ lower }) => /\byou\b/.test(lower)).length
}

/** Whether what the words at `index` forbid or demand is promised by whoever gives the work away: "the licensor will not". */
export function promisedByLicensor(passage: Passage, context: ClauseContext, index: number): boolean {
  const before = passage.lower.slice(Math.max(0, index - ENOUGH), Math.max(0, index))
  if (passage.language === 'zh')
    return LICENSOR_ZH.test(before) || (OURS_ZH.test(before) && TO_READER_ZH.test(passage.lower))
  /* "we keep to the quota, will not redistribute responses, and …" */
  if (OURS.test(passage.lower) && JOINED.test(before)) return !context.once(isSigned)
  const actor = LICENSOR.exec(before)
  if (actor === null) return false
  if (!PLURAL.test(`${actor[0]} `) || TO_READER.test(passage.lower)) return true
  /* "we shall not" binds whoever signs; "we will not" is said by anyone */
  const verb = passage.lower.slice(Math.max(0, index - 30), index + 12)
  return !/\b(?:shall|agrees?|undertakes?|promises?)\b/.test(verb) && !context.once(isSigned)
}
