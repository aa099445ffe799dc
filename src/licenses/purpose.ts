import type { ClauseContext, Passage } from './clause.ts'
import { askHeading } from './headings.ts'
import { moodAt } from './mood.ts'
import { first, has } from './nearby.ts'

/** "solely for", "shall mean … only": the words that shut out every other purpose */
const ONLY =
  /(?<![\w-])(?<!\bbased )(?:solely(?! responsib)|only|exclusively|strictly|sole(?! (?:responsib|discretion|remedy|risk|right|property))|limited to|restricted to|confined to|no further than|no more than|nothing (?:but|other than|else than)|none (?:but|other than)|limited|merely|purely)\b|仅|只(?!要)|限于|限定(?:于|为)|专供|唯一/g
const NOT_ONLY =
  /\b(?:not|without being|including but not|but not|isn't) (?:be )?(?:only|limited|solely|exclusively|restricted|merely|strictly)?$|不(?:仅)?$/
const OTHER_THAN =
  /\b(?:other than|except(?: for)?|save(?: for)?|but for|outside(?: of)?|beyond|not for)\b[^.;]{0,40}$|除[^。；]{0,20}$/
/** a fit is advised, not required */
const ADVISED =
  /\b(?:intended|suitable|suited|designed|recommended|meant|useful|encouraged|primarily|tested)\b[^.;]{0,60}$|旨在|建议/
/** what a card advises of its use binds where it is said of the license */
const isUnderTerms = askHeading(
  /^(?:\W|\d)*licen[cs](?:e|es|ing)\b|\b(?:usage licen[cs]e|terms of use|restrictions|permitted uses?)\b|许可|授权|协议|限制/,
)
const BREAK =
  /[;；]|\bcommercial (?:and|or) non|\bnon-?commercial (?:and|or|&) commercial|\bor (?:for )?commercial\b|\band commercial\b/

/** "for research and nothing beyond that" */
const AND_NOTHING =
  /\b(?:and|but) not for anything (?:else|other)\b|\b(?:and|but) (?:for |to )?(?:nothing|not|no use) (?:else|more|beyond|outside)\b/
/** "only if", "only with our consent" */
const ONLY_WHEN = /^only (?:if|when|where|once|after|upon|with|by|as long as|under|through|via|on condition)\b/
/** what may follow an "only" that closes a purpose: "for research only, in …", not "shows that only large models" */
const ENDS_AT =
  /^(?:$|[^ ]| [^a-z]| (?:and|or|but|in|for|under|as|at|on|to|until|within|unless|provided|subject|pursuant|by|without|through|during|not|so|non-?\w+|if|when|where|once|after|upon|with|via)\b)/
/** "for personal, private, internal purposes only" */
const MORE_PURPOSES = /^(?:, ?(?:and |or )?[a-z-]{4,16}){1,4} (?:purposes?|uses?) ?$/

/** what is excepted from a ban on others is no limit of its own: "…, except where your use is limited to research" */
const EXCEPT_WHERE = /\bexcept (?:where|when|if|to the extent|in so far as)\b[^.;]{0,90}$/

/** "you may use it solely for:", before a list */
const ONLY_FOLLOWS =
  /\b(?:licen[cs]e|permission|rights?) (?:is |are )?(?:granted |given )?for(?: the following(?: purposes?)?)?\W*$|\b(?:solely|only|exclusively)\b(?: be used)? (?:for|in|to)(?: (?:the )?following (?:purposes?|uses?))?\W*$|仅(?:限|可|能|供)?[^。；]{0,16}(?:用于|以下(?:用途|目的|情形))\W*$/
const BUSINESS =
  /(?<!non-)(?<!non)\b(?:commercial|business|production|personal|any (?:other )?purpose)\b|商业|商用|个人/
/** the sentences that lead lists in which something else is allowed too */
const mixed = (passages: readonly Passage[]): ReadonlySet<string> =>
  new Set(passages.filter(({ lead, lower }) => lead !== '' && BUSINESS.test(lower)).map(({ lead }) => lead))

/** Whether the purpose an item names stands in a list of the only ones allowed, none of them another kind of use. */
export const isOneOfOnly = (passage: Passage, at: number, context: ClauseContext): boolean =>
  at < 60 && ONLY_FOLLOWS.test(passage.lead) && !context.once(mixed).has(passage.lead)

/** Whether the purpose named at a place is the only one the passage allows. */
export const isOnlyPurpose = (passage: Passage, at: number, end: number): boolean => {
  const text = passage.lower
  const before = text.slice(Math.max(0, at - 110), at)
  if (EXCEPT_WHERE.test(before)) return false
  /* "commercial purpose means any purpose other than a research purpose" names a purpose and forbids nothing */
  if (OTHER_THAN.test(before) && /"[^"]{1,60}"\W{0,3} ?(?:shall )?means? any\b/.test(text.slice(0, at))) return false
  if (OTHER_THAN.test(before))
    return moodAt(passage, at)?.mode === 'ban' || /\b(?:any|no) (?:other )?(?:uses?|purposes?)\b/.test(before)
  /* the words of the purpose may have taken "and nothing" along */
  if (AND_NOTHING.test(text.slice(Math.max(at, end - 18), end + 60))) return true
  if (
    /^[ -]?(?:uses?|purposes?)?-only\b|^(?: (?:use|uses|purposes?|ends?|work))? alone\b|^[^.;]{0,40}\b(?:and|but) (?:for |to )?(?:nothing (?:else|more)|no others?\b|no (?:other|further) (?:purpose|use|end)|nowhere else|in no other (?:way|manner))\b|^[^.]{0,60}[,;] (?:any|every|all) (?:other )?(?:uses?|purposes?) (?:that|which)? ?(?:is|are) (?:neither|not|excluded|prohibited|forbidden)\b|^[^.]{0,60}[;,] (?:nothing|anything) else\b|^[^.]{0,60}[;,] no other (?:rights?|uses?|purposes?|licen[cs]es?) (?:is|are)\b/.test(
      text.slice(end, end + 110),
    )
  )
    return true
  const from = Math.max(0, at - 110)
  const to = Math.min(text.length, end + 60)
  for (const match of text.slice(from, to).matchAll(ONLY)) {
    const place = from + match.index
    if (NOT_ONLY.test(text.slice(Math.max(0, place - 24), place))) continue
    /* "limited" alone is a kind of license; it must limit to something */
    if (match[0] === 'limited' || (match[0] === 'strictly' && !text.startsWith('strictly for ', place))) continue
    const between = place < at ? text.slice(place + match[0].length, at) : text.slice(end, place)
    if (BREAK.test(between) || between.includes('. ')) continue
    if (
      ADVISED.test(text.slice(Math.max(0, place - 70), place)) &&
      !has(text, /\b(?:licen[cs]e|grant|agree|may|subject to)\b/) &&
      !isUnderTerms(passage)
    )
      continue
    /* "trials are allowed only if nothing leaves the lab" limits no purpose */
    if (place > at && !ENDS_AT.test(text.slice(place + match[0].length))) continue
    if (place > at && ONLY_WHEN.test(text.slice(place))) continue
    if (place > at && (between.length > 45 || /[,，]/.test(between)) && !MORE_PURPOSES.test(between)) continue
    return true
  }
  return false
}

const COMMERCIAL_GRANT =
  /(?<!non-)(?<!non)\bcommercial(?:ly)?(?: and non-?commercial| or non-?commercial)? ?(?:purposes?|use|uses|applications)?\b(?! ?(?:entit|compan|organi|offering|institution|partner|actor|licen|sponsor|funder))/
/** "the Licensee grants the Licensor an option to use improvements commercially": a right of the licensor's */
const GIVEN_BACK =
  /\b(?:licensees?|you|users?|recipients?|submitters?|contributors?|participants?|customers?)(?: (?:also|hereby|shall|will|agrees? to))* (?:grant|licen[cs]e|give|assign)s?\b/
/** Whether some sentence of the text grants commercial use without asking first: a text with two tracks. */
export const grantsCommercialUse = (context: ClauseContext): boolean => context.once(inSomePassage)
const inSomePassage = (passages: readonly Passage[]): boolean =>
  passages.some(passage => {
    const match = first(passage.lower, COMMERCIAL_GRANT)
    if (match === null || !has(passage.lower, /\b(?:grants?|granted|may|licensed)\b|授予|可以/)) return false
    if (
      has(
        passage.lower,
        /\bseparate|\bcontact\b|\brequest\b|\bapply\b|\bmay grant\b|\bother than\b|\bnon-?commercial\b[^.;]{0,80}\bonly\b|\bsolely\b[^.;]{0,30}\bnon|\bnot\b|\bcannot\b|\b(?:regarding|concerning|about) (?:any )?commercial\b/,
      )
    )
      return false
    if (
      !/\b(?:you|your|licensees?|recipients?|users?|anyone|everyone|permission|grants?|granted)\b|您|授予|任何人/.test(
        passage.lower.slice(0, match.index),
      )
    )
      return false
    /* what one makes with the work is not the work */
    if (has(passage.lower, /\boutputs?\b/) && !has(passage.lower, /\b(?:models?|software|materials|works?|products)\b/))
      return false
    if (GIVEN_BACK.test(passage.lower.slice(0, match.index))) return false
    if (/\b(?:licensor|affiliates|we|company) may\b/.test(passage.lower.slice(0, match.index))) return false
    return moodAt(passage, match.index)?.mode === 'grant'
  })

/** names and logos that may not be used to advertise */
export const OF_A_NAME: RegExp =
  /\bus(?:e|ed|ing) (?:of )?(?:the |any |our )?(?:[\w-]+ )?names?\b[^.;]{0,60}\bcommercial\b|\b(?:endors|promot|advertis|publici)\w*\b[^.;]{0,80}\bcommercial (?:entit(?:y|ies)|goods|products?|services?)\b/
