import type { ClauseKind } from '../clause.ts'
import { has, run, runs } from '../nearby.ts'
import { rowSays, SAYS_YES } from '../rows.ts'

const REVOCABLE = /(?<![a-z-])revocable\b|(?<!不)可(?:随时)?(?:撤销|撤回)/
const REVOKE =
  /\b(?:may|can|might|(?:reserves?|holds?|ha(?:s|ve)|retains?) the (?:[a-z]+ )?right to|is entitled to|are entitled to|free to) (?:\w+ ){0,3}?(?:revoke|withdraw|recall|rescind|take back|take it back|pull)\b|(?:有权|(?<![许认])可|保留).{0,8}(?:撤销|收回|撤回)|\b(?:may|can|might) take (?:this|the|your|back) (?:\w+ )?(?:permission |license |licence )?back\b|(?:得|可)随时?(?:撤销|收回|撤回)|\b(?:may|can|might) take (?:this|the|your) (?:permission|licen[cs]e) back\b/
const REVOKED =
  /\b(?:may|can|might|could) (?:\w+ ){0,2}?be (?:\w+ ){0,2}?(?:revoked|withdrawn|recalled|rescinded|taken back|called back)\b|\b(?:we|licensor|the licensor|[a-z]{3,20}) can take (?:it )?back\b|\b(?:is|are) (?:subject to|open to|liable to) (?:\w+ )?(?:revocation|withdrawal|recall)\b|\b(?:granted|given|held|enjoyed) (?:only )?(?:at (?:the )?(?:will|pleasure)|on sufferance|until (?:revoked|withdrawn|recalled|further notice))\b|(?:(?<![许认])可|有权).{0,12}(?:撤销|收回|撤回)|\b(?:given|granted|good|valid|stands?|runs?|holds?) (?:only )?until (?:further notice|(?:we |the licensor )?(?:revoked?|recall\w*|withdrawn?|take it back))|得[^。；]{0,6}(?:撤销|收回|撤回)|\b(?:leave|permission|license|licence)[^.;]{0,40}\b(?:until further notice|until revoked)\b/
const GRANT = /\b(?:licen[cs]e|rights?|permissions?|grant|access|authori[sz]ation|revoke it|withdraw it)\b|许可|授权/
const BREACH =
  /\bif (?:you|i|we|the (?:licensee|recipient|user|applicant)) (?:do|does|did) not\b|\bbreaks?\b|\bdisregard\w*|\b(?:breach|violat|fail|comply|non-?compliance|infring)\w*\b|违反/
/** what nobody may, can or does take back: "不可收回", "无法撤回", "不得以任何理由收回" */
const NOT_TAKEN_ZH =
  /(?:不(?:可以?|得|能|会|应|许|准|容|予|被|再)|无法|无权)[^，。；可有权]{0,14}(?:撤销|收回|撤回)|[不未](?:撤销|收回|撤回)/g
const NEGATED = /\b(?:not|no|non|never)\s*$|不$/

/** the matter of a table row */
const MATTER = /^revoca(?:ble|tion|bility)$/

/** The grant is called revocable, or may be taken back without a breach. */
export const controlRevocable = {
  id: 'control.revocable',
  name: 'Revocable grant',
  looksFor: 'A grant called revocable, or a right of the licensor to revoke it.',
  falseFriends: '"Irrevocable", "non-revocable", "no contributor can revoke", and revocation for breach only.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'asks',
  keywords:
    'revocable revoke revoked revocation withdraw withdrawal recall rescind taken take sufferance pleasure 撤回 可撤销 撤销 收回 until given back 得'.split(
      ' ',
    ),
  find(passage) {
    const row = rowSays(passage, MATTER, SAYS_YES)
    if (row >= 0) return { mode: 'grant', against: ['use'], at: row }
    const text =
      passage.language === 'zh'
        ? passage.lower.replace(NOT_TAKEN_ZH, said => '\u3000'.repeat(said.length))
        : passage.lower
    for (const word of runs(text, 0, REVOCABLE))
      if (
        !NEGATED.test(text.slice(Math.max(0, word.start - 8), word.start)) &&
        /* the word alone is spoken of */
        !(text[word.start - 1] === '"' && text[word.end] === '"') &&
        (has(text, GRANT) || has(passage.lead, GRANT))
      )
        return { mode: 'grant', against: ['use'], at: word.start }
    const revoke =
      run(text, 60, REVOKE, GRANT) ??
      run(
        text,
        0,
        /\b(?:may|can) (?:revoke|withdraw|recall) it\b|\b(?:may|can|might) take (?:this|the|your) (?:permission|licen[cs]e) back\b/,
      ) ??
      run(text, 40, GRANT, REVOKED)
    if (
      !revoke ||
      has(text, /\b(?:access|api|session|bearer|licen[cs]e|product|activation) (?:tokens?|keys?)\b/) ||
      has(text, BREACH)
    )
      return null
    return /\b(?:no|nobody|neither|nor|you|users?|designers?|contributors?|participants?|licensees?)\b(?:\s[\w-]+){0,3}\s*$/.test(
      text.slice(Math.max(0, revoke.start - 40), revoke.start),
    )
      ? null
      : { mode: 'grant', against: ['use'], at: revoke.start }
  },
  examples: {
    found: [
      { text: 'Heron Labs retains the sole right to revoke your access to the records.', mode: 'grant' },
      { text: 'We hold the right to revoke your access to the model at any time and for any reason.', mode: 'grant' },
      { text: 'We can take this license back.', mode: 'grant' },
      { text: 'Heron Labs grants you a non-exclusive, revocable, royalty-free license.', mode: 'grant' },
      { text: 'The Licensor may revoke the license at any time.', mode: 'grant' },
      { text: '许可方授予您非独占的、可撤销的许可。', mode: 'grant' },
      { text: '许可方可以在不通知您的情况下收回本许可。', mode: 'grant' },
      { text: '许可方有权不经事先通知收回授权。', mode: 'grant' },
    ],
    left: [
      'We might revoke a licence key that was bought with a stolen card.',
      'I understand that access may be withdrawn if I do not keep these obligations.',
      'You receive a perpetual, irrevocable license.',
      'No contributor can revoke this license.',
      'The license is non-revocable.',
      '各贡献者就此授予您一项永久的、无须付费、不可收回的著作权许可。',
      '只要您遵守许可条款，许可人就无法收回您的这些权利。',
      '许可方不得以任何理由收回本许可。',
      '许可人不可以撤销已经给予您的任何权利。',
      '授权不可逆转，亦不得事后撤销。',
      '许可方授予您不可撤销的许可。',
    ],
  },
} satisfies ClauseKind
