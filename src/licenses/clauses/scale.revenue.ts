import type { ClauseKind } from '../clause.ts'
import { has } from '../nearby.ts'
import { type Metric, thresholdIn } from '../thresholds.ts'

const METRICS: readonly Metric[] = [
  {
    name: 'revenue',
    words:
      /\b(?:monthly|annual|yearly) (?:income|sales)\b|\bincome\b|\breceived\b|\b(?:gross )?receipts\b|\bturn(?:s|ed)? over\b|\brevenues?\b|\bturnover\b|\b(?:gross|net|annual|yearly|total) (?:\w+ )?(?:sales|income|receipts)\b|\bearn(?:s|ings|ed|ing)?\b|\b(?:annual|yearly|global|worldwide|group|consolidated) [\w -]{0,20}(?:sales|income|receipts|proceeds|billings)\b|\bproceeds\b|\bsales\b(?! (?:tax|teams?|rep\w*|channels?|agents?|contacts?))|\b(?:takes?|took|takings|brings?|pulls?|gross(?:es|ed)?|mak(?:e|es|ing))\b|营业?收入?|收入|营收|营业额|销售额|流水/,
  },
  {
    name: 'funding',
    words: /\bfunding\b|\bcapital raised\b|\b(?:venture|outside|external|equity) capital\b|\braised\b|融资|募集/,
  },
  { name: 'budget', words: /\bbudget\b|预算/ },
  { name: 'market capitalization', words: /\bmarket cap(?:itali[sz]ation)?\b|\bvaluation\b|市值|估值/ },
  { name: 'profit', words: /\bprofits?\b|利润/ },
]
/** an amount that names no currency: "two million in annual revenue", "revenue over 5 million" */
const OF_MONEY =
  /\b(?:million|billion|thousand|\d{1,3}(?:,\d{3})+|\d+ ?[km])\b (?:or more )?(?:in|of) (?:\w+ ){0,3}(?:revenues?|funding|turnover|sales|profits?|income)\b|\b(?:revenues?|turnover|funding) (?:\w+ ){0,4}(?:over|above|under|below|exceed\w*|more than|less than|up to|of) (?:\d{1,3}(?:,\d{3})+|[\w -]{2,24}(?:million|billion))\b/
/** a cap on what the licensor owes is no limit on who may use the work */
const LIABILITY =
  /\b(?:fund|grant program\w*|prize|award|scholarship) (?:supports?|is open)\b|\bliab(?:le|ility)\b|\bdamages\b|责任限额|赔偿/

/** The license ends, or costs something, above a revenue or another amount of money. */
export const scaleRevenue = {
  id: 'scale.revenue',
  name: 'Revenue threshold',
  looksFor: 'An amount of revenue, funding or the like above which rights end, cost something or need another license.',
  falseFriends:
    'Liability caps, license fees without a threshold, "generate revenue" inside a definition of non-commercial.',
  against: ['use', 'share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  makes: 'revenue-capped',
  keywords:
    'turned turns revenue revenues turnover sales income receipts proceeds earn earns earned earning earnings grosses gross takes took makes making billings capital investment funding raised budget capitalization valuation profit profits 收入 营收 营业额 销售额 融资 市值 估值 利润 预算 received attaining make'.split(
      ' ',
    ),
  find(passage, context) {
    if (has(passage.lower, LIABILITY)) return null
    return thresholdIn(
      passage,
      context,
      METRICS,
      amount =>
        amount.value >= 1000 &&
        (amount.currency !== undefined || (amount.value >= 10_000 && has(passage.lower, OF_MONEY))),
    )
  },
  examples: {
    found: [
      { text: '"Revenue Threshold" means US$2,000,000 in annual gross revenue.', mode: 'definition' },
      {
        text: 'If your company has over twelve million in funding or three million in annual revenue, you must buy a commercial license.',
        mode: 'ban',
        parameters: {
          metric: 'funding',
          over: 12_000_000,
          period: 'year',
          affiliates: false,
          consequence: 'request a license',
        },
      },
      { text: 'Companies with annual revenue above 5,000,000 need a separate license.', mode: 'ban' },
      { text: 'If you make less than 100k USD a year you can use it for free.', mode: 'grant' },
      {
        text: 'Entities with gross revenue under €1M in the last 12 months may use the work commercially without a fee.',
        mode: 'grant',
      },
      { text: '| Revenue above US$ 250,000 per year | Commercial license required |', mode: 'ban' },
      {
        text: 'If you or your affiliates generate more than USD $2,000,000 in annual revenue, you must request an enterprise license from Heron Labs.',
        mode: 'ban',
        parameters: {
          metric: 'revenue',
          over: 2_000_000,
          unit: 'USD',
          period: 'year',
          affiliates: true,
          consequence: 'request a license',
        },
      },
      {
        text: 'A royalty shall be paid once attributable revenue exceeds one million euros per year.',
        mode: 'duty',
        parameters: {
          metric: 'revenue',
          over: 1_000_000,
          unit: 'EUR',
          period: 'year',
          affiliates: false,
          consequence: 'royalty',
        },
      },
      {
        text: '年营业收入超过1000万元人民币的企业，须另行取得商业许可。',
        mode: 'ban',
        parameters: {
          metric: 'revenue',
          over: 10_000_000,
          unit: 'CNY',
          period: 'year',
          affiliates: false,
          consequence: 'request a license',
        },
      },
      {
        text: 'This license is granted only to companies whose total revenue is below €500,000 in the last fiscal year.',
        parameters: {
          metric: 'revenue',
          over: 500_000,
          unit: 'EUR',
          period: 'year',
          affiliates: false,
          consequence: 'no license above',
        },
      },
    ],
    left: [
      'The model has over two million downloads and brings in revenue.',
      "The Licensor's liability is limited to revenue received, and in no event more than $100,000.",
      'Non-commercial means not intended to generate revenue.',
      'Heron Labs had more than $5 million in revenue last year.',
    ],
  },
} satisfies ClauseKind
