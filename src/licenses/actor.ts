/** Who a sentence makes act. `other` is a licensor by name or by role, or nobody we can tell. */
export type Actor = 'you' | 'either' | 'other'

const YOU =
  /(?:\b(?:you|your affiliates?|licensees?|recipients?|customers?|users?|subscribers?|you and)|您|你|被许可方|用户|使用者)$/
const EITHER = /(?:\b(?:either|each) party|双方|任何一方|任一方)$/
/** words that may stand between the one who acts and the verb */
const BETWEEN =
  /(?:\b(?:also|hereby|then|further|nevertheless|and its affiliates|in its sole discretion)| |,|，|均|亦|也|有权)$/
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
