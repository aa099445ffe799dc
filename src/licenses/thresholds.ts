import type { Mode } from '../vocabulary.ts'
import { type Amount, amountsIn } from './amounts.ts'
import type { ClauseContext, FoundClause, Passage } from './clause.ts'

/** What a size is measured in: users, revenue, devices. */
export interface Metric {
  readonly name: string
  /** lower-case words; Chinese ones too */
  readonly words: RegExp
  readonly period?: 'month' | 'day' | 'year'
}

/** what comes right before a limit's number */
const ABOVE =
  /(?:greater than|more than|larger than|higher than|exceed(?:s|ed|ing)?|in excess of|surpass(?:es|ed|ing)?|over|above|at least|reach(?:es|ed|ing)?|beyond|>=?|超过|大于|高于|超出|达到|多于|不少于|逾)[\s(:]*(?:(?:or equal to|the|a|an|total|average|of|equivalent|us|usd|eur|rmb|cny|krw|jpy|gbp|人民币|等值|约)[\s(]*|[$€£¥￥₩]){0,4}$/
const BELOW =
  /(?:use limitation:?|limited to|maximum(?: of)?|less than|fewer than|lower than|smaller than|below|under|up to|no more than|not more than|at most|within|not exceed(?:ing|s)?|does not exceed|<=?|低于|少于|小于|不超过|未超过|不足|未达到|不到|不高于|不大于|不多于)[\s(:]*(?:(?:or equal to|the|a|an|total|average|of|us|usd|eur|rmb|cny|krw|jpy|gbp|人民币|等值|约)[\s(]*|[$€£¥￥₩]){0,4}$/
const AFTER =
  /^[^.;。；]{0,24}?(?:\bor (?:more|greater|fewer|less|above|below)\b|\band (?:above|over)\b|以上|以下|以内|及以上)/
const CONDITION =
  /\b(?:if|where|when|unless|provided|until|once|as long as|to the extent|whose|only|any (?:entity|person|company|organi[sz]ation)|who|that|means?|shall|must|may|will|defined)\b|如果|如|若|当|的|指|须|必须|不得|可以|应/
const BRAND =
  /\b(?:display|brand|attribut\w*|credit|logo|acknowledg\w*|built with|powered by|notice)\b|标注|展示|显示|署名|注明/
const REQUEST =
  /\b(?:request|apply|obtain|contact|seek|enter into|acquire|secure|purchase|require|requires|separate|get)\b|申请|取得|获得|获取|联系|另行|单独/
const LICENSE = /\b(?:licen[cs]es?|permissions?|authoriz\w+|agreements?|consent|approval|terms)\b|许可|授权|同意|协议/
const PAY = /\b(?:royalt\w+|fees?|pay|payment|revenue share)\b|费用|付费|支付|分成/
const ENDS =
  /\b(?:terminat\w+|not (?:be )?(?:authorized|authorised|permitted|licensed|granted|allowed|entitled|eligible)|may not|shall not|must not|no (?:rights?|licen[cs]e)|cease|prohibited|does not (?:apply|grant)|do not (?:apply|have)|expire)\b|不得|禁止|终止|无权|不授予|失效|不适用/

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
    if (!isAmount(amount)) continue
    const before = text.slice(Math.max(0, amount.start - 60), amount.start)
    const after = text.slice(amount.end, amount.end + 60)
    if (!ABOVE.test(before) && !BELOW.test(before) && !AFTER.test(after)) continue
    const metric = metricNear(text, amount, metrics, reach)
    if (metric === undefined) continue
    const says = consequence(passage, context)
    if (says === null) continue
    const parameters = {
      metric: metric.name,
      over: amount.value,
      ...(amount.currency === undefined ? {} : { unit: amount.currency }),
      ...periodOf(text, amount, metric),
      ...measuredIn(text, passage.lead),
      affiliates:
        /\baffiliat|\bsubsidiar|\bparent compan|\bgroup compan|\bunder common control|关联|附属|集团|子公司/.test(text),
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

/** The metric a number counts: named right after it, else the nearest before it. */
const metricNear = (text: string, amount: Amount, metrics: readonly Metric[], reach: number): Metric | undefined => {
  const after = text.slice(amount.end, amount.end + 70)
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
  if (!CONDITION.test(text) && passage.lead === '') return null
  const own = follows(text)
  if (own !== null) return own
  if (passage.lead !== '') {
    const led = follows(passage.lead)
    if (led !== null) return led
  }
  for (const next of context.after(passage, 2)) {
    const later = next.line - passage.endLine <= 6 ? follows(next.lower) : null
    if (
      later !== null &&
      /^(?:if|where|in (?:this|that|such)|you|above|otherwise|any|for|such|before|prior|this)\b|^(?:如|若|您|否则|在|超过)/.test(
        next.lower,
      )
    )
      return later
  }
  if (/\b(?:means?|shall mean|defined|refers? to|threshold)\b|是指|系指/.test(text))
    return { mode: 'definition', consequence: 'defines a limit' }
  const permits =
    /\b(?:may|free|grants?|granted|permitted|allowed|licensed|license|eligible|use)\b|可以|授予|许可|免费|可/
  if (
    /\b(?:if|provided|only|as long as|unless|whose|who|that|where)\b|如|若|仅|的/.test(text) &&
    (permits.test(text) || permits.test(passage.lead))
  )
    return { mode: 'grant', consequence: 'no license above' }
  return null
}

const follows = (text: string): { mode: Mode; consequence: string } | null => {
  if (
    REQUEST.test(text) &&
    LICENSE.test(text) &&
    /\b(?:must|shall|will|need|needs|should|have to|has to|required?|requires|may not|please)\b|必须|须|应|需|不得|请/.test(
      text,
    )
  )
    return { mode: 'ban', consequence: 'request a license' }
  if (
    PAY.test(text) &&
    /\b(?:must|shall|will|subject to|owe|due|agree)\b|必须|须|应/.test(text) &&
    !/\broyalty-free\b/.test(text)
  )
    return { mode: 'duty', consequence: 'royalty' }
  if (BRAND.test(text) && /\b(?:must|shall|will|required?|agree)\b|必须|须|应/.test(text))
    return { mode: 'duty', consequence: 'branding' }
  return ENDS.test(text) ? { mode: 'ban', consequence: 'no license' } : null
}

const periodOf = (text: string, amount: Amount, metric: Metric): { period?: string } => {
  if (metric.period !== undefined) return { period: metric.period }
  const near = text.slice(Math.max(0, amount.start - 160), amount.end + 100)
  if (
    /\bannual|\bper year|\byearly|\bfiscal year|\b(?:calendar|preceding|previous|past|last|any) year|\b12[- ]month|\btwelve[- ]month|年/.test(
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
  if (/\b(?:on|as of|at)\b(?:[^.;]|\.\d){0,60}\brelease date|发布(?:之)?日/.test(whole))
    return { measured: 'on release date' }
  return /\bat any (?:time|point)\b|\bin any (?:month|year|calendar)|任何时(?:候|间)|任一/.test(whole)
    ? { measured: 'at any time' }
    : {}
}
