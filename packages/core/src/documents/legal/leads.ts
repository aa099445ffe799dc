import { anyOf } from '../../text/patterns.ts'
import type { Line } from './lines.ts'
import { romanOr } from './ordinals.ts'

interface Level {
  readonly marker: string
  readonly indent: number
  /** what governs this level's items */
  readonly lead: string
  /** what this level's last item introduces for items below it; '' when it introduces nothing */
  opens: string
  /** the number of the last item; 0 for bullets */
  last: number
}

/** deeper than any real list is nested */
const DEEPEST_LIST = 12
/** longest lead kept: the governing verb stands at its start, the list's own words at its end */
const LONGEST_LEAD = 700
const INTRODUCES = anyOf(
  /[:：]["')*]*$/,
  /(?:following|以下|如下|下列|次の|다음|folgend|suivante?s|siguiente|seguint|seguenti)[^.。]{0,120}[.。:：]?$/,
  /(?:следующ)[^.。]{0,120}[.。:：]?$/,
)
const ENDED = /[.!?。！？;；]["')\]]*$/

/** "if you do not agree to all of these terms you may not use it:" binds nobody who goes on to read them */
const NOT_ACCEPTED =
  /\bif you (?:do not|don't|cannot|can't) (?:agree|accept|consent)\b|(?:如|若)[^。；]{0,6}不(?:同意|接受)/i

/** Whether a sentence introduces the list that comes after it. */
const introduces = (sentence: string): boolean =>
  !NOT_ACCEPTED.test(sentence) &&
  (INTRODUCES.test(sentence) || !(ENDED.test(sentence) || /^[(（].*[)）]$/.test(sentence)))

/** Follows a text's lists and says for each block which sentence governs it. */
export const followLists = () => {
  let base = ''
  let levels: Level[] = []
  /** the markers that number this text's sections, which no list sentence governs, and how far in they stand */
  const sections = new Map<string, number>()
  /** what the last item introduces for the paragraphs after it, which have no marker of their own */
  let after = ''
  let headingsInside = false
  let itemsSeen = false

  const close = (): string => {
    levels = []
    base = ''
    return ''
  }

  return {
    /** the lead of a list item, by its marker and indent; called before its text is known */
    ofItem(line: Line): string {
      const { marker, number } = romanOr(line, levels.find(level => level.marker === line.marker)?.last)
      after = ''
      if (line.indent <= (sections.get(marker) ?? -9) + 1) {
        close()
        levels.push({ marker, indent: line.indent, lead: '', opens: '', last: number })
        return ''
      }
      let at = levels.findLastIndex(
        one => Math.abs(one.indent - line.indent) <= 1 && isSibling(one, marker, number, line.indent),
      )
      if (at < 0)
        at = levels.findLastIndex(one => isSibling(one, marker, number, line.indent) && !isWithin(one, line.indent))
      if (at < 0) at = dedented(levels, marker, number, line.indent)
      const level = levels[at]
      if (level !== undefined) {
        levels = levels.slice(0, at + 1)
        level.opens = ''
        level.last = number
        itemsSeen = true
        return level.lead
      }
      /* a list begins with 1, a, i, or right after its sentence; else its sentence is out of reach */
      const outer = levels.at(-1)
      if (number > 1 && (itemsSeen || outer) && !(outer && isWithin(outer, line.indent))) close()
      if (outer && line.indent <= outer.indent && markerRank(marker) < markerRank(outer.marker) && number > 0) close()
      /* a list that begins anew in the place of the last one */
      const again = levels.findIndex(
        (one, place) =>
          number === 1 &&
          (one.opens === '' || place < levels.length - 1) &&
          one.marker === marker &&
          Math.abs(one.indent - line.indent) <= 1,
      )
      const same = levels[again]
      if (same !== undefined) {
        levels = levels.slice(0, again)
        levels.push({ marker, indent: line.indent, lead: same.lead, opens: '', last: number })
        return same.lead
      }
      if (levels.length >= DEEPEST_LIST) levels = levels.slice(1)
      const above = levels.at(-1)
      const lead = above === undefined ? base : joined(above.lead, above.opens)
      levels.push({ marker, indent: line.indent, lead, opens: '', last: number })
      itemsSeen = true
      return lead
    },
    /** what a paragraph inside an item is governed by, or '' when the paragraph ends the list */
    ofProse(line: Line): string {
      const level = levels.at(-1)
      if (level !== undefined && line.indent > level.indent + 1) return level.lead
      if (level !== undefined) after = OPENS.test(level.opens) ? joined(level.lead, level.opens) : ''
      levels = []
      if (after !== '' && !OWN_SUBJECT.test(line.text)) return after
      after = ''
      if (headingsInside && BEGINS_ANEW.test(line.text)) return close()
      if (itemsSeen || !OPENS.test(base)) return ''
      return !OWN_SUBJECT.test(line.text) || (CONDITION.test(base) && MEETS.test(line.text)) ? base : ''
    },
    /** whether a line that looks like an item goes on with a list that is open */
    goesOn(line: Line): boolean {
      if (line.marker === '-' || line.ordinal <= 1) return true
      const { marker, number } = romanOr(line, levels.find(level => level.marker === line.marker)?.last)
      return (
        number <= 1 ||
        line.indent <= (sections.get(marker) ?? -9) + 1 ||
        levels.some(
          level =>
            level.marker === marker &&
            (number === level.last + 1 || (number > level.last && line.indent > 0 && line.indent === level.indent)),
        )
      )
    },
    /** what a finished block was, with its last sentence in lower case */
    ended(line: Line, kind: Line['kind'], last: string, lead: string): void {
      const { marker } = line
      if (kind === 'item') {
        const level = levels.at(-1)
        if (level !== undefined) level.opens = introduces(last) ? last : ''
      } else if (kind === 'prose') {
        const level = levels.at(-1)
        if (level !== undefined) {
          if (introduces(last)) level.opens = last
          return
        }
        if (lead !== '') return
        base = introduces(last) ? last : ''
        headingsInside = false
        itemsSeen = false
      } else if (kind === 'heading') {
        if (marker !== '' && marker !== '#' && marker !== '-') {
          sections.set(marker, Math.max(line.indent, sections.get(marker) ?? 0))
          base = ''
        }
        levels = []
        after = ''
        if (itemsSeen && !headingsInside) base = ''
        else if (base !== '') headingsInside = true
      }
    },
  }
}

/** a sentence that stops in the middle, for the paragraphs after it to finish */
const OPENS = /[:：]$|\b(?:to|not|not use|for)$/

/** a sentence under a later heading that begins a list of its own: "the following uses are forbidden:" */
const BEGINS_ANEW = anyOf(
  /(?:\b(?:not|never|prohibited|forbidden|banned|must|shall|may|allowed|permitted|required)\b).{0,120}[:：][*_"')]*$/i,
  /(?:不得|禁止|严禁|不可|允许|可以|必须|应当).{0,120}[:：][*_"')]*$/i,
)
/** "you may share it, so long as:", and a paragraph that says what the reader then does: "You include this text." */
const CONDITION = /\b(?:as long as|so long as|provided(?: that)?|(?:only )?if|on (?:the )?condition(?: that)?)[:：]$/
const MEETS = anyOf(
  /^You (?:also |clearly |always |only )?(?:do not|don't|never|include|keep|give|state|retain)\b/,
  /^You (?:also |clearly |always |only )?(?:provide|credit|cite|use|share|attach|leave|preserve|mark)\b/,
  /^You (?:also |clearly |always |only )?(?:make|link|mention)\b/,
)

/** a paragraph with a subject of its own is no item of the list above it */
const OWN_SUBJECT = anyOf(
  /^["'(]?(?:You|We|I|The|This|These|That|If|Any|All|No|None|In|On|At|Our|Your|Each|By|It|For|As)\b/,
  /^["'(]?(?:Unless|Except|Subject|Upon|Nothing|Notwithstanding|When|Where|With|Under|Such|There)\b/,
  /^["'(]?(?:Please|Licens\w+|Copyright|Note|Version|An?|To the|[A-Z]{2,})\b/,
  /^["'(]?(?:[A-Z][\w-]* (?:will|may|shall|must|is|are|has|reserves|grants|hereby))\b/,
  /^(?:您|你|我们|本|如|若|在|除|任何|许可|上述|该)/,
)

const RANKS: readonly string[] = [
  '第',
  '§',
  '一、',
  '1.',
  '1.1',
  '1.1.1',
  '（一）',
  '(1)',
  'a.',
  '(a)',
  '(i)',
  '[]',
  '-',
]
const markerRank = (marker: string): number => RANKS.indexOf(marker)

const isSibling = (level: Level, marker: string, number: number, indent: number): boolean => {
  if (level.marker !== marker) return false
  if (number > 0) return number > level.last || (number === level.last && number > 1)
  return Math.abs(level.indent - indent) <= 1
}

/** Whether what stands so far in is of the list that an item ending in a colon begins. */
const isWithin = ({ indent: outer, opens }: Level, indent: number): boolean => indent > outer + 1 && OPENS.test(opens)

/** the outermost of the bullets that stand further in than this one, when none stands level with it */
const dedented = (levels: readonly Level[], marker: string, number: number, indent: number): number =>
  number > 0 ? -1 : levels.findIndex(level => level.marker === marker && level.indent > indent)

const joined = (outer: string, inner: string): string => {
  if (outer === '' || inner === '') return outer || inner
  const whole = `${outer} ${inner}`
  return whole.length <= LONGEST_LEAD ? whole : `${whole.slice(0, LONGEST_LEAD / 2)} ${whole.slice(-LONGEST_LEAD / 2)}`
}
