import { anyOf } from '../../text/patterns.ts'
import { ANY_HAN } from '../../text/scripts.ts'
import type { Line } from './lines.ts'

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
const forbids = (title: string): boolean => DO_NOT.test(title) || FORBIDDING.test(title)

/** deeper than any heading that says its depth: a line that only looks like a title */
const DEEPEST_HEADING = 7

/** a heading under which something else than the list of its chapter may stand */
const DECIDES = anyOf(
  /\b(?:permitted|allowed|acceptable|encouraged|recommended|intended|examples?|exceptions?|may|can)\b/,
  /\b(?:must|should|rights|definitions?|enforcement|reporting|reports?|contact|questions)\b/,
  /\b(?:consequences|violations?|changes|licen[cs]e|why|how|what)\b|(?<!不)(?:允许|可以)|例外|举报|联系|定义|违规|处罚/,
)
/** a lead that is the title of its list and says nothing of what its items are */
const VERB = anyOf(
  /\b(?:may|can|cannot|must|shall|will|should|not|no|never|is|are|be|agrees?|grant\w*|permit\w*)\b/,
  /\b(?:allow\w*|prohibit\w*|forbid\w*|forbidden|require\w*|includ\w+|you|we|if|following)\b/,
  ANY_HAN,
)

/** Follows a text's headings and says for a list item which of them governs it. */
export const followChapters = () => {
  /** the headings one inside another, outermost first */
  let open: { readonly words: string; readonly depth: number; readonly first: boolean }[] = []
  let begun = false
  /** the line of the last heading */
  let title: Line | undefined

  const ruling = (): string => {
    const own = open.at(-1)
    if (own === undefined) return ''
    if (forbids(own.words) || DEMANDING.test(own.words)) return own.words
    /* "### Spam" in the chapter "## Prohibited uses"; the title of a whole text governs no list */
    const outer = open.at(-2)
    return outer !== undefined && !outer.first && forbids(outer.words) && !DECIDES.test(own.words) ? outer.words : ''
  }

  return {
    /** a heading: its words in lower case, and its line */
    begin(words: string, line: Line): void {
      const depth = line.marker === '#' ? line.ordinal : DEEPEST_HEADING
      open = open.filter(one => one.depth < depth)
      open.push({ words, depth, first: !begun && depth === 1 })
      begun = true
      title = line
    },
    /**
     * what governs an item whose list has this lead: the lead, or the heading over a list without one or with a bare
     * title
     */
    over(line: Line, lead: string): string {
      /* "7. The customer must …" is no item of "6. Prohibited actions" */
      if (title?.marker === line.marker && title.ordinal + 1 === line.ordinal) {
        title = undefined
        open.pop()
      }
      if (lead !== '' && (lead.length > 80 || VERB.test(lead))) return lead
      const ruled = ruling()
      return ruled === '' || lead === '' ? ruled || lead : `${ruled} ${lead}`
    },
  }
}
