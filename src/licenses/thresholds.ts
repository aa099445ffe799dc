import type { Mode } from '../vocabulary.ts'
import { type Amount, amountsIn } from './amounts.ts'
import { isCircumstance } from './circumstance.ts'
import type { ClauseContext, FoundClause, Passage } from './clause.ts'
import { isOfOthers, moodAt } from './mood.ts'
import { has } from './nearby.ts'

/** What a size is measured in: users, revenue, devices. */
export interface Metric {
  readonly name: string
  /** lower-case words; Chinese ones too */
  readonly words: RegExp
  readonly period?: 'month' | 'day' | 'year'
}

/** what comes right before a limit's number */
const ABOVE =
  /(?:greater than|more than|larger than|higher than|exceed(?:s|ed|ing)?|in excess of|surpass(?:es|ed|ing)?|over|above|at least|reach(?:es|ed|ing)?|beyond|past|more|(?:rais|tak|bring|mak)(?:ed|en|es|ing)|raised|took|came to|comes to|passing|tops?|topped|topping|crosse?[sd]?|crossing|passe?[sd]?|outgrows?|upwards? of|north of|hits?|equals?|amounts? to|totals?|comes? to|employs|>=?|超过|大于|高于|超出|达到|达|多于|不少于|不低于|突破|逾|满)[\s(:]*(?:(?:or equal to|or exceeds?|or more than|the|a|an|total|average|of|some|equivalent|us|usd|eur|rmb|cny|krw|jpy|gbp|chf|inr|aud|cad|sgd|hkd|sek|nok|dkk|人民币|美元|等值|约|了)[\s(]*|[$€£¥￥₩] ?){0,4}$|(?:climbs? above|rises? (?:above|over)|attain(?:s|ed|ing)?(?: a (?:sum|number|figure))?(?: greater than| of| above)?|grows? past|counts?|earning|serving|have|having|用户数|逾|超)[\s(:]*(?:(?:the|a|an|of|usd|eur|us)[\s(]*|[$€£¥￥₩]){0,3}$|[≥＞>] ?$/
const BELOW =
  /(?:仅限于?|只能|仅可|仅能)(?:在)?$|(?:use limitation:?|limited to|restricted to|confined to|capped at|caps?(?: is| of)?|ceilings? (?:is|of)|limit(?:s|ed)? (?:is|of)|(?:a |the )?maximum(?: of)?|less than|fewer than|lower than|smaller than|below|under|up to|no more than|not more than|no larger than|not larger than|no greater than|not greater than|no higher than|not above|not over|at most|on (?:up to|not more than|no more than)|within|not exceed(?:ing|s)?|does not exceed|<=?|低于|少于|小于|不超过|未超过|不足|未达到|未达|不到|不高于|不大于|不多于|未满|不满|至多|最多|最多可安装于|安装于|上限为|限于|(?:threshold|ceiling|limit|cap)["')]* (?:means|shall mean|is set at|equals))[\s(:]*(?:(?:or equal to|the|a|an|total|average|of|us|usd|eur|rmb|cny|krw|jpy|gbp|chf|inr|aud|cad|sgd|hkd|sek|nok|dkk|人民币|等值|约)[\s(]*|[$€£¥￥₩]){0,4}$|(?:received|receiving|earned|maximum of|(?:< ?|≤ ?))[\s(:]*(?:(?:less than|under|the|a|an|of)[\s(]*|[$€£¥]){0,3}$|maximum of[\s(:]*$|\b(?:max|max\.)[\s:]*$/
const AFTER =
  /^[^.;。；]{0,24}?(?:\bor (?:more|greater|fewer|less|above|below)\b|\band (?:above|over|up)\b|\bin excess\b|\bplus\b|\+|以上|以内|之内|以上|以下|以内|及以上)/
const CONDITION =
  /\b(?:if|where|when|unless|provided|until|once|as long as|to the extent|whose|only|any (?:entity|person|company|organi[sz]ation)|who|that|means?|shall|must|may|will|defined|should|need|needs|requires?|for|with|having|has|have|are|is|no|not)\b|如果|如|若|当|的|指|须|必须|不得|可以|应|\b(?:upon|more|over)\b|逾|\bmax\b/
const BRAND =
  /\b(?:display|brand|attribut\w*|credit|logo|acknowledg\w*|built with|powered by|notice)\b|标注|展示|显示|署名|注明/
const REQUEST =
  /\b(?:request|apply|obtain|contact|seek|enter into|acquire|secure|purchase|buy|negotiate|sign|execute|conclude|agree|arrange|procure|seek out|take out|subscribe|require|requires|required|need|needs|separate|get|approach|write to|talk to|ask|drop us|upgrade|conditional)\b|申请|签订|签署|购买|洽谈|取得|获得|获取|联系|另行|单独|\b(?:call(?:s|ing)? for|switch to|growth agreement)\b/
const LICENSE =
  /\b(?:licen[cs]es?|licen[cs]ing|permissions?|authoriz\w+|agreements?|consent|approval|terms|subscriptions?|contracts?|plans?|arrangements?|editions?|deals?|us|licensed)\b|许可|合同|授权|同意|协议|\b(?:tiers?)\b/
const PAY =
  /\b(?:royalt\w+|fees?|pay|payment|revenue share)\b|费用|付费|支付|分成|\b(?:paid (?:tier|plan|license|licence|edition))\b/
const ENDS =
  /\b(?:isn't|aren't|doesn't|don't) (?:covered?|licen[cs]ed?|eligible|permitted|allowed|apply|extend|qualify|grant|get)\b|\b(?:i|we|you|licensees?|users?|the undersigned) (?:(?:will|shall) not|(?:agree|undertake|promise)s? (?:not to|to not)) (?!be liable|be responsible)|\b(?:terminat\w+|not (?:be )?(?:authorized|authorised|permitted|licensed|granted|allowed|entitled|eligible)|may not|shall not|must not|cannot|can not|(?:then )?no (?:use|longer|rights?|licen[cs]e|permission|grant)|ceases?|lapses?|(?<!(?:quarter|year|month|week|the|an|high|low|front|back|dead)[ -])ends?(?![- ](?:users?|customers?|of\b|products?))|void|withdrawn|revoked|prohibited|forbidden|excluded|excludes|not (?:covered|apply|extend|valid|available|eligible|qualify|rely)|isn't for you|not for you|withheld|no \w+ exceeding|not licensed|outside|falls? (?:away|outside)|loses?|cease to apply|beyond|does not (?:apply|grant|extend|cover)|do not (?:apply|have|extend|cover|qualify)|expires?)\b|不得|禁止|终止|无权|不授予|失效|不适用|不享有|不在|不能|不包括|除外|不再|\b(?:lapse|no longer (?:covers?|applies)|not (?:be )?(?:created|used|made)|are not licensed|isn't for)\b|不属于|不再适用|\bnot avail\b|\bof no avail\b/

/** a right is spoken of */
const OF_LICENSE =
  /\b(?:licen[cs]\w*|rights?|permissions?|grant\w*|free|agreement|commercial\w*|use|used|uses|install|terms|authori[sz]\w*)\b|许可|授权|免费|使用|协议/

/** "I confirm that my organization has fewer than": who cannot say so gets nothing */
const AVOWED =
  /\b(?:i|we|you|licensees?|users?|recipients?|applicants?|the undersigned)\b[^.;]{0,30}\b(?:confirm|declare|certif(?:y|ies)|represent|warrant|attest|affirm)s?\b[^.;]{0,80}\b(?:not|fewer|less|below|under|no more|at most|never|n't)\b/

/** a row of a table of editions: "Community | organizations with fewer than 50 employees only" */
const EDITION = /^(?:community|personal|hobby|free|starter?|individual|small business|team)\b[\w ]{0,20}(?: \| |: )/

/**
 * A limit of size on the license in a passage: which amount of which metric, and what follows above it; null when the
 * number binds nobody ("trusted by over 10 million users").
 * `reach` is how many characters before the number its metric may stand.
 * Thresholds below which a right is kept ("fewer than") are reported as the amount above which it ends.
 */
export const thresholdIn = (
  passage: Passage,
  context: ClauseContext,
  metrics: readonly Metric[],
  isAmount: (amount: Amount) => boolean,
  reach = 260,
): FoundClause | null => {
  const text = passage.lower
  for (const amount of amountsIn(text)) {
    if (
      !isAmount(amount) ||
      /^ ?(?:%|percent|per cent|(?:milli)?seconds?\b|minutes?\b|hours?\b|[mgt]i?b\b|px\b|(?:fake|false|stolen|spam|fraudulent) |pixels?\b)/.test(
        text.slice(amount.end, amount.end + 14),
      )
    )
      continue
    const before = text.slice(Math.max(0, amount.start - 60), amount.start)
    const after = text.slice(amount.end, amount.end + 60)
    if (!ABOVE.test(before) && !BELOW.test(before) && !AFTER.test(after)) continue
    const metric = metricNear(text, amount, metrics, reach)
    if (metric === undefined || isOfOthers(passage) || isCircumstance(passage, amount.start)) continue
    const says = consequence(passage, context)
    if (says === null) continue
    const parameters = {
      metric: metric.name,
      over: amount.value,
      ...(amount.currency === undefined ? {} : { unit: amount.currency }),
      ...periodOf(text, amount, metric),
      ...measuredIn(text, passage.lead),
      affiliates: has(
        text,
        /\baffiliat|\bsubsidiar|\bparent compan|\bgroup compan|\bunder common control|关联|附属|集团|子公司/,
      ),
      consequence: says.consequence,
    }
    const mild = says.consequence === 'branding'
    return {
      mode: says.mode,
      parameters,
      at: amount.start,
      ...(mild ? { weighs: 'asks' as const, against: ['share'] as const } : {}),
    }
  }
  return null
}

/** "on no more than 500 units, or in applications with daily users of less than a million": another number begins */
const NEXT = /, (?:or|and) (?!(?:more|greater|fewer|less|above|below|over)\b)/

/** The metric a number counts: named right after it, else the nearest before it. */
const metricNear = (text: string, amount: Amount, metrics: readonly Metric[], reach: number): Metric | undefined => {
  const after = text.slice(amount.end, amount.end + 70).split(NEXT)[0] ?? ''
  let best: Metric | undefined
  let nearest = 70
  for (const metric of metrics) {
    const at = after.search(metric.words)
    if (at >= 0 && at < nearest) {
      nearest = at
      best = metric
    }
  }
  if (best !== undefined && nearest < 40) return best
  const before = text.slice(Math.max(0, amount.start - reach), amount.start)
  for (const metric of metrics) if (metric.words.test(before)) return metric
  return best
}

const consequence = (passage: Passage, context: ClauseContext): { mode: Mode; consequence: string } | null => {
  const text = passage.lower
  if (!has(text, CONDITION) && passage.lead === '' && !has(text, /[:|]/)) return null
  const own = follows(text)
  if (own !== null) return own
  if (passage.lead !== '') {
    const led = follows(passage.lead)
    if (led !== null) return led
    if (moodAt(passage, 0)?.mode === 'ban') return { mode: 'ban', consequence: 'no license' }
  }
  for (const next of context.after(passage, 2)) {
    const later = next.line - passage.endLine <= 6 ? follows(next.lower) : null
    if (
      later !== null &&
      has(
        next.lower,
        /^(?:if|where|in (?:this|that|such)|you|above|otherwise|any|for|such|before|prior|this)\b|^(?:如|若|您|否则|在|超过)/,
      )
    )
      return later
  }
  if (has(text, /\b(?:means?|shall mean|defined(?! by\b)|refers? to|threshold)\b|是指|系指/))
    return { mode: 'definition', consequence: 'defines a limit' }
  if (passage.lead === '' && !has(text, OF_LICENSE) && !has(text, EDITION)) return null
  const permits =
    /\b(?:may|free|install|licen[cs]e to|grants?|granted|permitted|allowed|licensed|license|eligible|use|used|usage|available|rights?|permission|permits?|covers?|applies|extends?)\b|可以|授予|授权|许可|免费|可/
  if (has(text, /[:|] ?(?:it is |it's )?(?:free|no (?:fee|charge)|nothing)\b/))
    return { mode: 'grant', consequence: 'no license above' }
  if (
    has(
      text,
      /\b(?:max|maximum|no more than|not more than|at most|per licen[cs]e|if|provided|only|as long as|so long as|unless|whose|who|that|which|where|with|having|for|to|limited|confined|restricted|up to)\b|如|若|仅|的| \| /,
    ) &&
    (permits.test(text) || permits.test(passage.lead) || has(text, EDITION))
  )
    return { mode: 'grant', consequence: 'no license above' }
  return null
}

const follows = (text: string): { mode: Mode; consequence: string } | null => {
  if (
    has(text, REQUEST) &&
    has(text, LICENSE) &&
    has(
      text,
      /\b(?:must|shall|will|need|needs|should|have to|has to|required?|requires|may not|cannot|until|unless|without|conditional|please|necessary)\b|, (?:contact|write to|talk to|ask|e-?mail|get in touch with|reach out to) (?:us|me|the authors?)\b|必须|须|应|需|不得|请/,
    )
  )
    return { mode: 'ban', consequence: 'request a license' }
  if (
    has(text, PAY) &&
    has(text, /^pay\b|, pay\b|\b(?:must|shall|will|subject to|owe|due|agree)\b|必须|须|应/) &&
    !has(text, /\broyalty-free\b/)
  )
    return { mode: 'duty', consequence: 'royalty' }
  if (has(text, BRAND) && has(text, /\b(?:must|shall|will|required?|agree)\b|必须|须|应/))
    return { mode: 'duty', consequence: 'branding' }
  return has(text, ENDS) || has(text, AVOWED) ? { mode: 'ban', consequence: 'no license' } : null
}

const periodOf = (text: string, amount: Amount, metric: Metric): { period?: string } => {
  if (metric.period !== undefined) return { period: metric.period }
  const near = text.slice(Math.max(0, amount.start - 160), amount.end + 100)
  if (
    /\bannual|\bper year|\byearly|\bfiscal year|\b(?:calendar|preceding|previous|prior|past|last|any) year|\b12[- ]month|\btwelve[- ]month|年/.test(
      near,
    )
  )
    return { period: 'year' }
  if (/\bmonth(?:ly)?\b|月/.test(near)) return { period: 'month' }
  if (/\bquarter(?:ly)?\b|季度/.test(near)) return { period: 'quarter' }
  return /\bdaily\b|\bper day\b|日/.test(near) ? { period: 'day' } : {}
}

const measuredIn = (text: string, lead: string): { measured?: string } => {
  const whole = lead === '' ? text : `${lead} ${text}`
  if (/\b(?:on|as of|at)\b(?:[^.;]|\.\w){0,60}\brelease date|发布(?:之)?日/.test(whole))
    return { measured: 'on release date' }
  return /\bat any (?:time|point)\b|\bin any (?:month|year|calendar)|任何时(?:候|间)|任一/.test(whole)
    ? { measured: 'at any time' }
    : {}
}
