/** A title of nothing but some words, with what may number it and a remark in brackets behind them. */
const titled = (...words: readonly string[]): RegExp =>
  new RegExp(`^(?:\\W|\\d)*(?:${words.join('|')})(?: \\([^()]{0,40}\\))?\\W*$`)

const USES = 'uses?|conduct|activities|applications|purposes|behaviou?r|actions?|acts|practices'

/** "Do not use this model for:" */
const DO_NOT = new RegExp(
  `^(?:[^.]{0,40}[-:,] )?(?:do not|don't|never|you (?:may|must|can) ?not) use ` +
    String.raw`(?:this|the|it|our) ?(?:[\w-]+ ){0,2}(?:for|to|in):?$`,
)

const FORBIDDING = titled(
  "what (?:you|users|licensees) (?:can't|cannot|can not|may not|must not|mustn't) do",
  '(?:(?:strictly|absolutely|expressly|explicitly) )?(?:prohibited|forbidden|banned|disallowed|unacceptable)' +
    `(?: (?:${USES})(?: of (?:the |our |this )?[\\w-]{2,20})?)?`,
  '(?:you|users|licensees) (?:may|must|shall|can|will|agree) ?not(?: to)?(?: use (?:it|this|the \\w+))?',
  "you (?:can't|mustn't)",
  "don'ts",
  'not (?:allowed|permitted)',
  'off[- ]limits',
  '(?:您|你|用户)?(?:不能|不可以|不得|禁止)(?:做|从事)?的(?:事情?|事项|行为|用途)',
  '禁止(?:用途|行为|事项)',
)

const DEMANDING = titled(
  '(?:(?:your|user|licensee|recipient|licen[cs]e) )?(?:requirements?|obligations|duties)',
  '(?:what )?you must(?: do)?',
  'required practices',
  'conditions of use',
  '(?:使用|许可|用户|您的)?(?:义务|要求|使用条件|许可条件)',
)

/** Whether a title, in lower case, says of what stands under it that it is forbidden. */
export const forbids = (title: string): boolean => DO_NOT.test(title) || FORBIDDING.test(title)

/** Whether it says so, or that what stands under it is owed. */
export const rules = (title: string): boolean => forbids(title) || DEMANDING.test(title)
