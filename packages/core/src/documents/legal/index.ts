import { anyOf } from '../../text/patterns.ts'
import { ANY_HAN, EVERY_HAN } from '../../text/scripts.ts'
import { sentencesOf } from '../../text/sentences.ts'
import { simplified } from '../../text/simplified.ts'
import { followLists } from './leads.ts'
import { type Line, readLines } from './lines.ts'
import type { Passage } from './passage.ts'

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
const followChapters = () => {
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

/** Any legal text as passages: sentences, list items with the sentence that governs them, table rows, headings. */
export const passagesOf = (text: string): readonly Passage[] => {
  const lines = readLines(text)
  const chinese = ANY_HAN.test(text)
  const lists = followLists()
  const chapters = followChapters()
  const passages: Passage[] = []
  let heading = ''
  let block: Line[] = []
  let lead = ''
  /** the row above the rule of a table, which says what its columns hold */
  let header = ''
  /** the line on which the last list item ended */
  let itemEnd = -1
  let known: Set<string> | undefined
  /** whether a word broken at a hyphen is written whole elsewhere in the text */
  const isWhole = (word: string): boolean => {
    known ??= new Set(text.toLowerCase().match(/[a-z]{5,}/g) ?? [])
    return known.has(word)
  }

  let at = 0
  /** whether the next line with words is of prose, as under the heading of a section */
  const isOverProse = (): boolean => {
    let next = at
    while (lines[next]?.kind === 'blank') next++
    return lines[next]?.kind === 'prose'
  }

  const finish = (alone: boolean): void => {
    const first = block[0]
    if (first === undefined) return
    const { joined, starts } = join(block, isWhole)
    /* the last of several items is no title, short as it may be */
    const lone = first.kind === 'item' && lead === '' && itemEnd !== first.number - 1
    const titled =
      alone && (first.kind === 'prose' || lone) && isTitle(block, lone && NUMBER.test(first.marker) && isOverProse())
    const kind = titled ? 'heading' : first.kind
    itemEnd = kind === 'item' ? (block.at(-1)?.number ?? -1) : -1
    if (kind === 'heading') {
      heading = joined.toLowerCase()
      chapters.begin(heading, first)
    }
    let last = ''
    let line = 0
    for (const [from, to] of kind === 'heading' ? [[0, joined.length] as const] : sentencesOf(joined)) {
      while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= from) line++
      let end = line
      while (end + 1 < starts.length && (starts[end + 1] ?? 0) < to) end++
      const words = joined.slice(from, to)
      last = lowered(words, chinese)
      passages.push({
        text: words,
        lower: last,
        heading: kind === 'heading' ? '' : heading,
        lead,
        line: block[line]?.number ?? first.number,
        endLine: block[end]?.number ?? first.number,
        language: isChinese(words) ? 'zh' : 'en',
      })
    }
    lists.ended(first, kind, last, lead)
    block = []
    lead = ''
  }

  for (; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) continue
    if (line.kind === 'blank') {
      /* a line of === or --- right under one line of text makes it a heading */
      finish(true)
      continue
    }
    /* a wrapped line that happens to begin with "(iv)" goes on with its sentence */
    if (line.kind === 'item' && block.length > 0 && !ENDS.test(block.at(-1)?.text ?? '') && !lists.goesOn(line)) {
      block.push({ ...line, text: line.marked })
      continue
    }
    if (
      line.kind === 'prose' &&
      block.length > 0 &&
      block[0]?.kind !== 'heading' &&
      !KEY.test(line.text) &&
      !ATTACHED.test(line.text)
    ) {
      const one = block[0]
      const ended =
        one?.kind === 'item' &&
        line.indent <= one.indent &&
        /^[A-Z"]/.test(line.text) &&
        /[.;:]$/.test(block.at(-1)?.text ?? '')
      if (!ended) {
        block.push(line)
        continue
      }
    }
    finish(line.kind === 'heading')
    if (line.kind !== 'row') header = ''
    else if (RULE.test(line.text)) header = passages.at(-1)?.lower ?? ''
    lead =
      line.kind === 'item'
        ? chapters.over(line, lists.ofItem(line))
        : line.kind === 'prose'
          ? lists.ofProse(line)
          : line.kind === 'row' && !RULE.test(line.text)
            ? header
            : ''
    block = [line]
    if (line.kind === 'heading' || line.kind === 'row') finish(false)
  }
  finish(true)
  return passages
}

/** letter for letter: words whose small letters are more or fewer stay as they are */
const lowered = (words: string, chinese: boolean): string => {
  const lower = (chinese ? simplified(words) : words).toLowerCase()
  return lower.length === words.length ? lower : words
}

/** "Attachment A - Use restrictions" on a line, which begins a part of the text */
const ATTACHED = /^(?:attachment|exhibit|annex|schedule|appendix) [a-z0-9]{1,3}(?:$| ?[-:.(] ?[^.;]{0,60}$)/i

/** `extra_gated_prompt: …` and its like, which are lines of their own */
const KEY = /^[a-z]+(?:_[a-z]+)+: /

const RULE = /^[-:| ]{3,}$/

const ENDS = /[.;:!?。；：！？]["')\]]*$/

/** the markers that number sections */
const NUMBER = /^(?:1\.|1\.1|1\.1\.1|§)$/

/** Whether a paragraph standing alone is a title: short, without a full stop, and written like one, or numbered. */
const isTitle = (block: readonly Line[], numbered: boolean): boolean => {
  const text = block[0]?.text ?? ''
  if (block.length !== 1 || text.length > 90 || /^copyright\b|^©/i.test(text) || /[.;:,。；：，]["')]*$/.test(text))
    return false
  if (ANY_HAN.test(text)) return text.length <= 24
  return (
    /^["'([]?[A-Z\d]/.test(text) &&
    text.split(' ').length <= 10 &&
    /[A-Za-z]{3}/.test(text) &&
    (numbered || isTitled(text))
  )
}

const SMALL = new Set('a an and as at by for from in of on or the to under with your our not'.split(' '))
const isTitled = (text: string): boolean => {
  const words = text.split(/[ /-]/).filter(word => /^[A-Za-z]/.test(word) && !SMALL.has(word))
  const small = words.filter(word => /^[a-z]/.test(word)).length
  return small <= words.length / 3 || words.length <= 3
}

const isChinese = (words: string): boolean => {
  if (!ANY_HAN.test(words)) return false
  const han = words.match(EVERY_HAN)?.length ?? 0
  const latin = words.match(/[A-Za-z]{2,}/g)?.length ?? 0
  return han >= latin * 2 || han > 12
}

/** The lines of a block on one line, with the offset at which each begins. */
const join = (block: readonly Line[], isWhole: (word: string) => boolean): { joined: string; starts: number[] } => {
  let before = block[0]?.text ?? ''
  const parts = [before]
  const starts = [0]
  let length = before.length
  for (const { text } of block.slice(1)) {
    const last = before.charCodeAt(before.length - 1)
    let gap = ' '
    if (last === 45 /* - */ && /^[a-z]/.test(text) && /[A-Za-z]-$/.test(before.slice(-2))) {
      const left = /[A-Za-z]+(?=-$)/.exec(before.slice(-20))?.[0] ?? ''
      const right = /^[a-z]{1,30}/.exec(text)?.[0] ?? ''
      gap = ''
      if (isWhole((left + right).toLowerCase())) {
        parts[parts.length - 1] = before.slice(0, -1)
        length--
      }
    } else if (last > 0x2e7f && text.charCodeAt(0) > 0x2e7f) gap = ''
    parts.push(gap + text)
    starts.push(length + gap.length)
    length += gap.length + text.length
    before = gap + text
  }
  return { joined: parts.join(''), starts }
}
