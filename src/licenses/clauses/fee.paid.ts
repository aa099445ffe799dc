import { amountsIn } from '../amounts.ts'
import type { ClauseKind, FoundClause } from '../clause.ts'
import { isOwed, moodAt } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const PAY =
  /\b(?:falls? due|is due|are due|costs?|charged|pay|pays|paying|payment of|payable|remit|be charged|owe|owes)\b|支付|缴纳|付费/
const MONEY =
  /\b(?:fees?|royalt(?:y|ies)|revenue share|share of (?:your |the )?revenue|charges?|amounts?|price|penalt(?:y|ies)|percentage|subscription|(?:usd|eur|gbp|\$|€|£) ?\d[\d,.]*|\d[\d,.]* (?:euros?|dollars|pounds|yuan|yen)|damages|commissions?|% of|percent of)\b|费用|许可费|使用费|授权费|版税|年费|分成|赔偿金|违约金/
const SUBJECT = /\b(?:subject to|require|requires|accrue|attracts?)\b/
const SHARE = /\b(?:a |an? additional )?(?:fees?|royalt(?:y|ies)|revenue share)\b/
/** "it's 50 dollars a month" */
const PRICE =
  /(?:[$€£¥]|\b(?:usd|eur|gbp|cny|rmb) ?)\d[\d,.]{0,12} (?:a|per|each|every) (?:\w+ )?(?:month|year|seat|user|server|organi[sz]ation|quarter)\b|\b\d[\d,.]{0,12} (?:dollars|euros|pounds|yuan) (?:a|per|each|every) (?:month|year|seat|user|server)\b|\b(?:cents?|dollars?|euros?|percent|per cent|%) (?:of (?:\w+ )?(?:sales|revenue|turnover|proceeds) )?(?:is|are|goes|go|will be) (?:owed|due|payable|to)\b|\b(?:owe|owes|owed)\b[^.;]{0,40}\b(?:cents?|dollars?|euros?|percent)\b|[$€£]\d[\d.,]{0,10} ?(?:\/|per ) ?(?:mo|month|yr|year|seat|user|hour|day)\b/
const FREE = /\b(?:no|without|free of|zero|not|never|any|royalty-)\W{0,2}(?:\w+ ){0,1}(?:fee|royalt|charge|payment)/
const CHARGE_OTHERS =
  /\b(?:postage|storage medium|handling fees?|right to charge|you may (?:charge|choose to offer|impose)|charge a fee for|attorneys?|court|legal fees|your own|tax(?:es)?|aggregate|liability|refund|indemnif\w+|arbitrat\w+|hosting|settlement|finally awarded|judgment|litigation|withholding|defen[sd])\b|\b(?:winners?|prizes?|awards?|credits worth)\b/
const ROYALTY =
  /\b(?:royalt(?:y|ies)|(?:contractual |agreed )?penalt(?:y|ies)|(?:license|licence|annual|yearly|usage|monthly|subscription) (?:\w+ )?(?:fees?|price|charge)|(?:commercial|paid|business|enterprise) (?:plan|licen[cs]e|tier|subscription))\b/
const IS_DUE = /\b(?:is|are|shall be|becomes?|falls?) (?:payable|due|owed)\b|\bcosts? (?:usd|eur|gbp|cny|rmb|[$€£¥]|\d)/
const FIXED = /\bliquidated damages\b|\bcontractual penalt(?:y|ies)\b|违约金/
const PERCENT = /(\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|ten|fifteen|twenty) ?(?:%|percent|per cent)/
const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
  fifteen: 15,
  twenty: 20,
}

const RATE_ZH = /按照?[^。；]{0,20}(?=支付|缴纳)/

/** "must obtain a paid license beforehand", "need to buy another license", "provided that you pay any fees" */
const PAID_ZH =
  /(?<!无|不)(?:需要?|须|应当?|必须|另行)[^。；]{0,30}?(?:取得|获得|购买|签订|办理)[^。；]{0,16}(?:付费|收费|有偿)[^。；]{0,8}(?:授权|许可)|(?<!无|不)(?:需要?|须|应当?|必须|另行)[^。；，]{0,12}购买[^。；，]{0,10}(?:授权|许可|套餐|会员)|支付[^。；，]{0,10}费用?的(?:前提|情况)下/
/** "subject to your payment of the applicable fees" */
const PAYMENT_OF =
  /\bsubject to (?:your |the |timely |full )*payment of (?:the |all |any )?(?:applicable |relevant )?fees\b/

/** "you do not owe us a share" */
const OWES_NOT = /\b(?:not|never|n't|nor|no need to|don't|needn't) (?:\w+ ){0,2}(?:owe|pay|remit)\b/
const FREE_ZH = /(?:无需|不需要?|不必|无须|免于|不用)[^。；，]{0,24}$/
/** the matter of a table row */
const MATTER = /^(?:price|fees?|costs?|licen[cs]e fees?|pricing|royalt(?:y|ies))$/
const ANSWER = /(?:[$€£¥]|\b(?:usd|eur|gbp|rmb|cny)\b) ?\d|\d[\d.,]* ?(?:[$€£¥%]|\b(?:usd|eur|dollars|euros|percent))/

/** "a one-time fee of $20 applies", "give us 10% of what you earn" */
const FEE_OF =
  /\b(?:fees?|charges?) of (?:[$€£¥]|usd|eur|gbp)? ?\d[\d.,]*[^.;]{0,40}\b(?:appl(?:y|ies)|is charged|is due|per)\b|\b(?:give|pay|send|transfer) (?:us|me|the licensor|the authors?) \d{1,2} ?(?:%|percent|per cent)|[$€£]\d[\d.,]{0,10} (?:\w+ )?fee\b|\b(?:commercial |business |corporate )?(?:users?|licensees?|companies|businesses|customers) pays? (?:us )?(?:[$€£]? ?\d[\d.,]*|\d{1,2} ?%)/

/** A fee, royalty or share of revenue is due, or fixed damages for a breach. */
export const feePaid = {
  id: 'fee.paid',
  name: 'Fee, royalty or damages',
  looksFor: 'A duty to pay a fee, a royalty or a share of revenue, or liquidated damages.',
  falseFriends: '"Royalty-free", a fee the user may charge its own customers, and court costs.',
  against: ['use', 'share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  keywords: [
    'mo',
    'tier',
    'give',
    'price',
    'pricing',
    'cost',
    'costs',
    'cents',
    'percent',
    'owed',
    '',
    'pay',
    'owe',
    'fee',
    'fees',
    'royalt',
    'charge',
    'damages',
    'remit',
    'costs',
    'dollars',
    'month',
    'euros',
    'penalty',
    'due',
    '支付',
    '费用',
    '付费',
    '缴纳',
    '分成',
    '违约金',
    '使用费',
    '年费',
    '授权费',
    '有偿',
    '收费',
    '购买',
    'payment',
  ],
  ways: [
    [MATTER, ANSWER],
    [PAY, MONEY],
    [PAY, RATE_ZH],
    [SUBJECT, SHARE],
    [ROYALTY, IS_DUE],
    [PRICE],
    [FIXED],
    [FEE_OF],
    [PAID_ZH],
    [PAYMENT_OF],
  ],
  find(passage): FoundClause | null {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'duty', at: row }
    const text = passage.lower
    if (has(text, CHARGE_OTHERS)) return null
    for (const paid of [...runs(text, 70, PAY, MONEY), ...runs(text, 40, RATE_ZH, PAY)]) {
      if (
        OWES_NOT.test(text.slice(Math.max(0, paid.start - 24), paid.start + 6)) ||
        FREE_ZH.test(text.slice(0, paid.start))
      )
        continue
      if (FREE.test(text.slice(Math.max(0, paid.start - 30), paid.end))) continue
      if (isOwed(passage, paid.start) || /payable|owe/.test(paid.parts[0]?.words ?? '')) return fee(text, paid.start)
    }
    for (const due of runs(text, 50, SUBJECT, SHARE)) {
      if (FREE.test(text.slice(due.start, due.end)) || moodAt(passage, due.start)?.mode === 'ban') continue
      return fee(text, due.start)
    }
    for (const due of runs(text, 60, ROYALTY, IS_DUE))
      if (!/\bno\b|\bnot\b|free/.test(text.slice(Math.max(0, due.start - 20), due.end))) return fee(text, due.start)
    const of = run(text, 0, FEE_OF)
    if (of) return fee(text, of.start)
    const bought = run(text, 0, PAID_ZH) ?? run(text, 0, PAYMENT_OF)
    if (bought) return fee(text, bought.start)
    const price = run(text, 0, PRICE)
    if (price && !has(text, /\brevenue|\bturnover|\bearn/)) return fee(text, price.start)
    for (const fixed of runs(text, 0, FIXED)) if (!has(text, /\bnot\b/)) return fee(text, fixed.start)
    return null
  },
  examples: {
    found: [
      { text: '单位使用本软件，须事先取得单独的付费授权。', mode: 'duty' },
      { text: '如需增加席位，需另行购买许可。', mode: 'duty' },
      { text: 'Subject to your payment of all applicable fees, Heron Labs grants you access.', mode: 'duty' },
      { text: 'Commercial users pay 5% of revenue.', mode: 'duty' },
      { text: '- Small firms: remote reviews only, $300 fixed fee.', mode: 'duty' },
      { text: 'Tier 2: $99/mo for 10,000 requests an hour', mode: 'duty' },
      { text: 'A one-time fee of $20 applies per project.', mode: 'duty' },
      { text: 'You must give us 10% of what you earn with it.', mode: 'duty' },
      {
        text: 'You shall pay a royalty of 10% of attributable revenue to Heron Labs.',
        mode: 'duty',
        parameters: { percent: 10 },
      },
      { text: 'A commercial license may be subject to a fee, royalty or other revenue share.', mode: 'duty' },
      { text: '商业使用应当向许可方支付许可费用。', mode: 'duty' },
    ],
    left: [
      '个人使用无需购买任何许可。',
      '您无需为使用本数据集支付任何费用。',
      'You do not owe us a revenue share.',
      'Plan A is free; $0.',
      'Heron Labs grants you a royalty-free, no-charge license.',
      'You may charge a fee for the physical act of transferring a copy.',
      'You are not required to pay any royalties.',
    ],
  },
} satisfies ClauseKind

const EVERY: readonly (readonly [RegExp, string])[] = [
  [/\b(?:annual|yearly|per (?:annum|year)|(?:a|each|every) year)|每年|年费/, 'year'],
  [/\b(?:monthly|per month|(?:a|each|every) month)|每月/, 'month'],
  [/\b(?:quarterly|per quarter|(?:a|each|every) quarter)|每季/, 'quarter'],
]

function everyOf(text: string): { period?: string } {
  const period = EVERY.find(([words]) => words.test(text))?.[1]
  return period ? { period } : {}
}

function fee(text: string, at: number): FoundClause {
  const said = text.slice(Math.max(0, at - 60), at + 200)
  const percent = PERCENT.exec(said)?.[1]
  if (percent !== undefined) return { mode: 'duty', at, parameters: { percent: NUMBERS[percent] ?? Number(percent) } }
  const amount = amountsIn(said).find(({ currency }) => currency !== undefined)
  return amount
    ? { mode: 'duty', at, parameters: { amount: amount.value, unit: amount.currency, ...everyOf(said) } }
    : { mode: 'duty', at }
}
