import { actorBefore } from '../actor.ts'
import type { ClauseKind } from '../clause.ts'
import { isOwed } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const INSPECT =
  /\b(?:audit|inspect|examine|review|verif(?:y|ies|ied)|check|monitor|look (?:in|into|at|over|through))(?:s|ed|ing|ions?)?\b|\baccess to\b|审计|核查|检查|\b(?:enter|visit|look)\b/
const WHAT =
  /\b(?:whether you|if you|logs?|facilities|deployments?|your|licensee's|licensee|records|books|premises|compliance|use|systems|usage)\b|您|记录|使用|被许可方|合规/
const RIGHT =
  /\b(?:may|can|grants?|gives?|let|lets|right to|rights to|entitled to|upon (?:reasonable )?(?:notice|request)|permit|allow|cooperate)\b|有权|可以|可|配合/
const LETS = /^(?:permit|allow|cooperate|grant|give|let)/
const RECORDS = /\b(?:retain|keep|maintain)\b/
const BOOKS = /\b(?:a log|records?|books|logs)\b/
const FOR_US =
  /\b(?:open (?:them|those|it)|show|auditors?|on demand|upon demand|provide|make|furnish|submit|available|request|demonstrat\w+|audit|inspect\w*|verif\w+)\b/
const NAMED = /\b(?:auditors?|accountants?|representatives?|inspectors?)\b/
const PROVE = /\b(?:prove|suppl(?:y|ies)|give|show|demonstrate|provide|furnish|deliver|submit)\b/
const PROOF =
  /\b(?:(?:written |documentary )?(?:evidence|proof) (?:of (?:its |your |their )?(?:compliance|use)|that (?:you|it|they))|(?:written )?certification|(?:reasonable )?(?:evidence|proof|information|documentation) (?:to (?:verify|demonstrate|confirm)|of|regarding|demonstrating|verifying) (?:your )?compliance)\b/
const ADMITS = /\b(?:admit|receive|allow|permit|grant|give)\b/
const PREMISES = /\b(?:premises|facilities|systems|logs|records|books)\b/
const THEIR_OWN =
  /\bno (?:right|reports?|audit)\b|\b(?:you may|you can|users may|third[- ]party audits?|security audits? of the model|audit committee)\b/

/** what is shown, and to whom or when: "show us your logs when we ask" */
const SHOW =
  /\b(?:show|hand over|produced?|furnish(?:ed)?|submit(?:ted)?|suppl(?:y|ied)|disclosed?|present(?:ed)?|prove|certify|demonstrate|turn over|report|open)\b|提交|提供|出示|报送/
const SHOWN =
  /\b(?:books|records|logs|accounts|how many|figures|numbers|usage|that you (?:stay|keep|comply)|compliance|you comply|examination|inspection|scrutiny|for audit)\b|记录|日志|合规|证明材料|账簿/
const ON_REQUEST =
  /\b(?:on|upon|at) (?:\w+ ){0,3}?(?:request|demand)\b|\b(?:if|when|whenever|where) (?:we|the licensor|licensor|[a-z]{3,20}) (?:asks?|requests?|requires?|demands?|wants?)\b|\blicensor's (?:request|demand|scrutiny|inspection|examination)\b|\bto (?:us|the licensor)\b|应[^。；，]{0,8}要求|按[^。；，]{0,8}要求/
/** what others make available is not asked of the reader */
const PUBLISHED = /\b(?:as may be|may be|or otherwise|is|are) (?:otherwise )?(?:published|made available|posted)\b/
const ASKS = /\b(?:we|licensor|[a-z]{3,20}) may (?:ask|require|request)\b/
const SHOWS = /\b(?:prove|proof|evidence|demonstrate|show)\b/

/** "provide a right to audit", "report how you use it" */
const GIVES_AUDIT =
  /(?:提供|授予|给予|接受|配合|允许)[^。；，、]{0,12}(?:审计|核查|检查)|(?:报告|汇报|报送|上报)[^。；，、]{0,6}使用(?:情况|数据|量)/

/** "provide evidence of this to the provider upon request" */
const EVIDENCE =
  /\b(?:provid|suppl|furnish|submit|show|produc)(?:e|y)? (?:\w+ ){0,2}?(?:evidence|proof|documentation|certification|confirmation)\b[^.;]{0,90}\b(?:up)?on (?:\w+ )?(?:request|demand)\b/
/** "agreement to audit", as an item of what is required */
const NAMED_DUTY =
  /^(?:agree(?:ment)?|consent|submission|cooperation|submit) (?:to|with|in) (?:an? |any |our |periodic |reasonable )*(?:audits?|inspections?|verification)\b/

/** the matter of a table row */
const MATTER = /^audits?(?: rights?)?$/
const ANSWER = /^(?!no|n\/a)/

/** The licensor may inspect records or premises, or ask for proof of compliance. */
export const controlAudit = {
  id: 'control.audit',
  name: 'Audit right',
  looksFor: 'A right of the licensor to audit, or a duty to keep records for it or to prove compliance.',
  falseFriends: 'Audits of the model by its users, and the examination of source code.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'asks',
  keywords: [
    'monitor',
    'auditor',
    'accountant',
    'representatives',
    'scrutiny',
    'request',
    'show',
    'produce',
    'furnish',
    'hand',
    'ask',
    'asks',
    'usage',
    'enter',
    'visit',
    '证明',
    '提交',
    '提供',
    '合规',
    '日志',
    'audit',
    'inspect',
    'examin',
    'premises',
    'verif',
    'logs',
    'check',
    'demand',
    'prove',
    'record',
    'books',
    'certif',
    'evidence',
    'proof',
    'complian',
    '报告',
    '汇报',
    '上报',
    '审计',
    '核查',
    '检查',
    '记录',
  ],
  ways: [
    [MATTER, ANSWER],
    [RIGHT, INSPECT, WHAT],
    [INSPECT, WHAT],
    [RECORDS, BOOKS],
    [PROVE, PROOF],
    [ADMITS, PREMISES],
    [ASKS, SHOWS],
    [SHOW, SHOWN, ON_REQUEST],
    [SHOWN, ON_REQUEST],
    [GIVES_AUDIT],
    [NAMED],
    [NAMED_DUTY],
    [EVIDENCE],
  ],
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'grant', at: row }
    const text = passage.lower
    const admits = run(text, 90, ADMITS, PREMISES)
    if (admits && isOwed(passage, admits.start)) return { mode: 'duty', at: admits.start }
    const evidence = run(text, 0, EVIDENCE)
    if (evidence && isOwed(passage, evidence.start)) return { mode: 'duty', at: evidence.start }
    if (NAMED_DUTY.test(text) && isOwed(passage, 0)) return { mode: 'duty', at: 0 }
    if (has(text, THEIR_OWN) || has(text, PUBLISHED)) return null
    for (const seen of runs(text, 80, RIGHT, INSPECT, WHAT))
      if (LETS.test(seen.parts[0]?.words ?? '') && isOwed(passage, seen.start)) return { mode: 'duty', at: seen.start }
      else if (actorBefore(text, seen.start) !== 'you') return { mode: 'grant', against: ['use'], at: seen.start }
    const asks = run(text, 60, ASKS, SHOWS, /\b(?:compl\w+|follow|keep|stick|observe|licen[cs]e|terms)\b/)
    if (asks) return { mode: 'grant', against: ['use'], at: asks.start }
    const chinese =
      passage.language === 'zh'
        ? (run(text, 30, /有权|(?<!许)可(?:以)?/, WHAT, INSPECT) ??
          run(text, 30, /有权|(?<!许)可(?:以)?/, INSPECT, WHAT))
        : null
    if (chinese) return { mode: 'grant', against: ['use'], at: chinese.start }
    const granted = passage.language === 'zh' ? run(text, 0, GIVES_AUDIT) : null
    if (granted && isOwed(passage, granted.start)) return { mode: 'duty', at: granted.start }
    for (const kept of runs(text, 60, RECORDS, BOOKS))
      if (FOR_US.test(text.slice(kept.end)) && isOwed(passage, kept.start)) return { mode: 'duty', at: kept.start }
    for (const proven of runs(text, 60, PROVE, PROOF))
      if (isOwed(passage, proven.start)) return { mode: 'duty', at: proven.start }
    /* "an auditor named by us may look at your books" */
    const sent = run(text, 80, NAMED, /\b(?:may|can)\b/, INSPECT, WHAT)
    if (sent) return { mode: 'grant', against: ['use'], at: sent.start }
    if (has(text, ON_REQUEST))
      for (const shown of [...runs(text, 60, SHOW, SHOWN), ...runs(text, 90, SHOWN, SHOW), ...runs(text, 30, SHOWN)]) {
        const place = shown.parts.find(part => SHOW.test(part.words))?.at ?? shown.start
        if (isOwed(passage, place) || isOwed(passage, shown.end)) return { mode: 'duty', at: shown.start }
      }
    return null
  },
  examples: {
    found: [
      {
        text: 'The Recipient agrees to:\n- provide evidence of this approval to the Provider upon request.\n- cite the paper.',
        mode: 'duty',
      },
      { text: 'Requirements\n\n- Attribution to Heron Labs\n- Agreement to audits on request', mode: 'duty' },
      { text: 'We may monitor the use of the model to ensure compliance.', mode: 'grant' },
      { text: '被许可人应当按季度报告使用情况，并接受许可方的核查。', mode: 'duty' },
      { text: '商业用户必须提供审计权。', mode: 'duty' },
      { text: 'Heron Labs may audit your use of the Model upon reasonable notice.', mode: 'grant' },
      {
        text: 'You must keep records of all deployments and make them available to the Licensor on request.',
        mode: 'duty',
      },
      { text: 'Licensees shall provide evidence of your compliance within ten days.', mode: 'duty' },
      { text: '许可方有权核查您对模型的使用情况。', mode: 'grant' },
    ],
    left: [
      'Any permitted use will be in compliance with our then-current trademark guidelines, as may be published on our website or otherwise made available upon request.',
      'You may monitor the use of memory.',
      '技术报告提供了使用情况的统计。',
      'You may audit the Model for bias and publish what you find.',
      'Independent researchers inspected the weights.',
      'Please keep a record of the seed you used.',
    ],
  },
} satisfies ClauseKind
