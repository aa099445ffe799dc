import type { ClauseKind, FoundClause } from '../clause.ts'
import { isOwed, moodAt } from '../mood.ts'
import { has, runs } from '../nearby.ts'

const PAY = /\b(?:pay|pays|paying|payment of|payable|remit|be charged|owe|owes)\b|支付|缴纳|付费/
const MONEY =
  /\b(?:fees?|royalt(?:y|ies)|revenue share|share of (?:your |the )?revenue|charges?|amounts?|damages|commissions?|% of|percent of)\b|费用|许可费|使用费|授权费|年费|分成|赔偿金|违约金/
const SUBJECT = /\b(?:subject to|require|requires|accrue|attracts?)\b/
const SHARE = /\b(?:a |an? additional )?(?:fees?|royalt(?:y|ies)|revenue share)\b/
const FREE = /\b(?:no|without|free of|zero|not|never|any|royalty-)\W{0,2}(?:\w+ ){0,1}(?:fee|royalt|charge|payment)/
const CHARGE_OTHERS =
  /\b(?:right to charge|you may (?:charge|choose to offer|impose)|charge a fee for|attorneys?|court|legal fees|your own|tax(?:es)?|aggregate|liability|refund|indemnif\w+|arbitrat\w+|hosting|settlement|finally awarded|judgment|litigation|withholding|defen[sd])\b/
const ROYALTY = /\b(?:royalt(?:y|ies)|(?:license|annual|usage|monthly) fees?)\b/
const IS_DUE = /\b(?:is|are|shall be|becomes?) (?:payable|due|owed)\b/
const FIXED = /\bliquidated damages\b|违约金/
const PERCENT = /(\d{1,2}(?:\.\d)?) ?%/

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
    'pay',
    'owe',
    'fee',
    'fees',
    'royalt',
    'charge',
    'damages',
    'remit',
    '支付',
    '费用',
    '付费',
    '缴纳',
    '分成',
    '违约金',
    '使用费',
    '年费',
    '授权费',
  ],
  ways: [[PAY, MONEY], [SUBJECT, SHARE], [ROYALTY, IS_DUE], [FIXED]],
  find(passage): FoundClause | null {
    const text = passage.lower
    if (has(text, CHARGE_OTHERS)) return null
    for (const paid of runs(text, 70, PAY, MONEY)) {
      if (FREE.test(text.slice(Math.max(0, paid.start - 30), paid.end))) continue
      if (isOwed(passage, paid.start) || /payable|owe/.test(paid.parts[0]?.words ?? '')) return fee(text, paid.start)
    }
    for (const due of runs(text, 50, SUBJECT, SHARE)) {
      if (FREE.test(text.slice(due.start, due.end)) || moodAt(passage, due.start)?.mode === 'ban') continue
      return fee(text, due.start)
    }
    for (const due of runs(text, 60, ROYALTY, IS_DUE))
      if (!/\bno\b|\bnot\b|free/.test(text.slice(Math.max(0, due.start - 20), due.end))) return fee(text, due.start)
    for (const fixed of runs(text, 0, FIXED)) if (!/\bnot\b/.test(text)) return fee(text, fixed.start)
    return null
  },
  examples: {
    found: [
      {
        text: 'You shall pay a royalty of 10% of attributable revenue to Heron Labs.',
        mode: 'duty',
        parameters: { percent: 10 },
      },
      { text: 'A commercial license may be subject to a fee, royalty or other revenue share.', mode: 'duty' },
      { text: '商业使用应当向许可方支付许可费用。', mode: 'duty' },
    ],
    left: [
      'Heron Labs grants you a royalty-free, no-charge license.',
      'You may charge a fee for the physical act of transferring a copy.',
      'You are not required to pay any royalties.',
    ],
  },
} satisfies ClauseKind

function fee(text: string, at: number): FoundClause {
  const percent = PERCENT.exec(text.slice(at, at + 200))?.[1]
  return percent ? { mode: 'duty', at, parameters: { percent: Number(percent) } } : { mode: 'duty', at }
}
