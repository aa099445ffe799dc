import type { ClauseKind, FoundClause } from '../clause.ts'
import { isOwed, moodAt } from '../mood.ts'
import { first, has, run, runs } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const APPLY =
  /\bsign(?:ing)? up\b|\b(?:creat|open)(?:e|ing) an account\b|\bwait for approval\b|\bregister(?:ed)?\b(?! (?:trademark|mark))|\bregistration\b|\b(?:submit(?:ting)?|fill(?:ing)? (?:in|out)|complet(?:e|ing)|hand(?:ing)? in) (?:an? |the |this |your )?(?:\w+ )?(?:applications?|application materials|forms?|questionnaire|request|registration)\b|\bappl(?:y|ying) (?:for|to (?:us|the licensor|licensor))\b|\brequest (?:access|authorization|permission)\b|\bsend(?:ing)? (?:an? )?(?:e-?mail|application)\b|登记|注册|申请|填写.{0,8}(?:表|问卷)|提交.{0,8}(?:申请|材料)/
const FOR =
  /\b(?:licen[cs]e|authori[sz]ation|access|approval|permission|commercial|use|using|download(?:ing|s)?|weights|model)\b|授权|许可|商用|商业|使用|访问|下载/
const FOREIGN =
  /\b(?:export\w*|account|trademark|copyright office|domain|patent|copyright registration|security interest|device|apply (?:the|this|to) (?:license|licence|work|agreement|terms|any|all|your|their|modified|software|copies|you|such|these|other|each|use|it|both))\b|商标/
const GATE =
  /\b(?:fill (?:in|out)|complete|submit) (?:this|the) (?:form|questionnaire|request)\b.{0,60}\b(?:access|download|weights)\b|\b(?:access|download(?:ing)?|the weights?) (?:\w+ ){0,3}?(?:requires?|needs?) (?:you to )?(?:fill(?:ing)? (?:in|out)|complet(?:e|ing)|submitt?(?:ing)?|sign(?:ing)?) (?:a|an|the|our|this) (?:\w+ )?(?:form|questionnaire|request|agreement)\b/
/** "you confirm that you have an active credentialed account" */
const HOLDS_ACCOUNT =
  /\b(?:you|i) (?:confirm|certify|declare|warrant|have)\b[^.;]{0,50}\bcredentialed (?:account|user)\b/
/** "to request access, please complete these steps" */
const TO_GET_ACCESS =
  /\bto (?:request|obtain|get|gain|apply for) (?:access|a copy|the (?:data|weights|model))\b[^.;]{0,80}\b(?:complete|follow|fill|submit|sign|send|e-?mail|contact|write)\b/
const APPROVED =
  /\b(?:after|upon|once|subject to|until|only (?:after|if|when))\b[^.]{0,40}\b(?:approv|authoriz|registr)\w*/

/** "fill out the form; we review each request and then unlock the download" */
const REVIEWED =
  /\b(?:reviewed|approved|vetted)(?: and (?:approved|accepted))? (?:your|the|each|every) (?:requests?|applications?)\b|\b(?:we|team|staff) (?:have|has) approved\b|\bwhose requests? (?:we have|has been|have been|was|were) (?:approved|accepted|granted)\b|\b(?:review|vet|approve|check|look at)s? (?:each|every|all|your|the) (?:\w+ )?(?:requests?|applications?|forms?|submissions?)\b/
const NEEDED = /\byou (?:need|require|must (?:have|obtain|get)) (?:the |prior |our |written )?approval\b/
const ONLY_AFTER =
  /\bbefore\b(?= (?:you )?(?:download|us))|\b(?:conditional|contingent|dependent) (?:up)?on\b|\bopen only to\b|\bavailable (?:only )?to\b|\bsubject to\b|\bpresupposes\b|\b(?:granted|given|provided|released) (?:after|upon|once|following)\b|\bonly (?:after|upon|following)\b|\brequires?\b|事先|\bopen to\b|\bgiven only to\b|\bonly to\b/
const APPLICATION =
  /\b(?:prior registration|(?:approved|registered|vetted) (?:applicants?|users?|persons?|researchers?|institutions?)|applicants?|registration|registering|application form|(?:\w+ )?credentialing|credentialed (?:access|account|user)|(?:completed )?training certificates?|an? application|a (?:written )?request|approval(?: of an application)?)\b|申请|登记|注册|\b(?:approved|vetted) applicants?\b/

const REQUIRED = /\b(?:registration|application)\b/
const IS_REQUIRED = /\b(?:is|are) (?:required|mandatory)\b/

const HAS_TO = /\b(?:must|have to|need to|has to|shall|required to)\b/
const SIGN_UP = /\b(?:sign up|register|create an account)\b/
const OPEN_TO = /\b(?:open only to|available only to|limited to)\b/
const APPROVED_ONES = /\b(?:applicants?|registered|approved)\b/
/** "send the signed form to …", "sign this agreement and e-mail it" */
const SEND_SIGNED =
  /\b(?:send|e-?mail|mail|return|submit|upload)(?: us| me)? (?:a |the |this |your )?(?:scanned |filled |completed |duly )*(?:and )?signed (?:form|agreement|copy|version|document|letter|eula|licen[cs]e|application)\b|\b(?:sign|fill (?:in|out)|complete) (?:and sign )?(?:the|this|our) (?:form|agreement|document|letter|eula|licen[cs]e agreement)[^.;]{0,40}\b(?:send|e-?mail|mail|return|submit) (?:it|them)\b/
/** "fill in the form below and we reach out to you" */
const FORM_ANSWERED =
  /\b(?:fill (?:in|out)|complete|submit) (?:the|this|our) (?:\w+ )?form\b[^.;]{0,40}\b(?:and )?we(?:'ll| will)? (?:then )?(?:reach out|contact|get back|reply|respond|write|review|grant|send)\b/
/** "released only through the research-access process" */
const ONLY_THROUGH =
  /\bonly (?:through|via|by|after|upon) (?:an? |the |our )?(?:[\w-]+ ){0,2}?(?:[\w-]*access|application|request|approval|vetting|registration)[- ](?:process|procedure|form|requests?|programme?|agreement)\b/
/** "you must let the author know by e-mail what you use it for" */
const LET_KNOW =
  /\b(?:must|shall|ha(?:s|ve) to|needs? to|required to) (?:first |also )?(?:notify|inform|tell|let|email|e-mail) (?:us|me|the (?:authors?|licensor|developers?|maintainers?))\b[^.;]{0,60}\b(?:by e-?mail|your (?:intended )?use|before (?:you )?us|intended use|purpose)|(?:必须|须|应当?)[^。；]{0,12}(?:通知|告知)(?:作者|许可方|我们|权利人|开发者)[^。；]{0,60}(?:用途|使用)/
/** the matter of a table row */
const MATTER = /^(?:access|download|availability)$/
const ANSWER = /\b(?:on request|fill in|form|registration|register|sign up|application|apply|approval)\b/

/** a step of a table */
const STEP = /^\d \| (?:create an account|register|wait for approval|fill (?:in|out)|sign up|apply)\b/

/** Use or access needs a registration, an application or an approval. */
export const entryRegistration = {
  id: 'entry.registration',
  name: 'Registration or application',
  looksFor: 'A duty to register, apply or fill in a form before use, download or commercial use.',
  falseFriends: 'Registered trademarks, how to apply the license to one’s own work, and asking for support.',
  against: ['use'],
  reaches: ['copies'],
  weighs: 'blocks',
  keywords: [
    'credential',
    'training',
    'signed',
    'sign',
    'submit',
    'return',
    'applicant',
    'regist',
    'submit',
    'fill',
    'complet',
    'appl',
    'request',
    'form',
    'review',
    'vet',
    'sign',
    'approv',
    'send',
    '登记',
    '注册',
    '申请',
    '填写',
    '提交',
    '通知',
    '告知',
    'notify',
    'inform',
    'access',
  ],
  also: 'regist form questionnaire request application apply applying approval email mail 登记 注册 申请 填写 提交 signed sign 通知 告知 notify inform only credential training'.split(
    ' ',
  ),
  ways: [
    [MATTER, ANSWER],
    [GATE],
    [TO_GET_ACCESS],
    [HOLDS_ACCOUNT],
    [SEND_SIGNED],
    [APPLY, FOR],
    [SIGN_UP],
    [OPEN_TO, APPROVED_ONES],
    [STEP],
    [REVIEWED],
    [ONLY_AFTER, APPLICATION],
    [NEEDED],
    [REQUIRED, IS_REQUIRED],
    [ONLY_THROUGH],
    [FORM_ANSWERED],
    [LET_KNOW],
  ],
  find(passage): FoundClause | null {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'duty', at: row }
    const text = passage.lower
    if (
      has(
        text,
        /\b(?:requires?|needs?|demands?) no\b[^.;]{0,60}\b(?:registration|application|approval)\b|\bno (?:separate |further |prior |additional )(?:\w+ )?(?:registration|application|approval|agreement)\b/,
      )
    )
      return null
    if (has(text, /\bregistry of the (?:framework|library|package|app)\b|\bregistered in the model registry\b/))
      return null
    if (has(text, /\brequires? no\b|\bno (?:\w+ ){0,3}registration\b/)) return null
    const gate = GATE.exec(text.slice(0, 2000)) ?? first(text, TO_GET_ACCESS) ?? first(text, HOLDS_ACCOUNT)
    if (gate) return { mode: 'duty', at: gate.index }
    for (const applied of [...runs(text, 110, APPLY, FOR), ...runs(text, 60, FOR, APPLY)]) {
      const place = applied.parts.find(part => APPLY.test(part.words))?.at ?? applied.start
      const around = text.slice(Math.max(0, applied.start - 20), applied.end)
      if (FOREIGN.test(around)) continue
      if (
        isOwed(passage, place) ||
        asked(passage, place) ||
        (isOwed(passage, applied.end) && APPROVED.test(text.slice(0, 2000)))
      )
        return { mode: 'duty', at: place }
    }
    const signup = run(text, 90, HAS_TO, SIGN_UP)
    if (signup && has(text, FOR) && !has(text, FOREIGN)) return { mode: 'duty', at: signup.start }
    const opened = run(text, 60, OPEN_TO, APPROVED_ONES)
    if (opened && has(text, FOR)) return { mode: 'duty', at: opened.start }
    const signed = run(text, 0, SEND_SIGNED)
    if (signed && !has(text, FOREIGN)) return { mode: 'duty', at: signed.start }
    const step = run(text, 0, STEP)
    if (step) return { mode: 'duty', at: 4 }
    const reviewed = run(text, 60, REVIEWED) ?? null
    if (reviewed && (has(text, FOR) || has(text, /\bfiles\b/))) return { mode: 'duty', at: reviewed.start }
    const after = run(text, 40, ONLY_AFTER, APPLICATION)
    if (after && has(text, FOR) && !has(text, FOREIGN)) return { mode: 'duty', at: after.start }
    const answered = run(text, 0, FORM_ANSWERED)
    if (answered) return { mode: 'duty', at: answered.start }
    const through = run(text, 0, ONLY_THROUGH) ?? run(text, 0, LET_KNOW)
    if (through) return { mode: 'duty', at: through.start }
    const needed = run(text, 60, NEEDED, FOR)
    if (needed && !has(text, FOREIGN)) return { mode: 'duty', at: needed.start }
    const required = run(text, 60, REQUIRED, IS_REQUIRED)
    return required && has(text, FOR) ? { mode: 'duty', at: required.start } : null
  },
  examples: {
    found: [
      { text: 'By asking for access, you confirm that you have an active Heron credentialed account.', mode: 'duty' },
      {
        text: 'To request access to the heron videos, please complete the following steps:\n1. Read the agreement.',
        mode: 'duty',
      },
      { text: 'Fill in the form below and we reach out to you.', mode: 'duty' },
      { text: 'Access to this dataset requires Heron credentialing.', mode: 'duty' },
      { text: 'Full prompts are released only through the research-access process.', mode: 'duty' },
      { text: '对于非商业使用，您必须通过电子邮件通知作者并描述您的用途。', mode: 'duty' },
      { text: 'You must notify us of your intended use by e-mail.', mode: 'duty' },
      { text: 'Access requires filling in a form with your name and affiliation.', mode: 'duty' },
      { text: 'To get the password, send the signed form to data@heron.example.', mode: 'duty' },
      { text: 'Fill in the form and return it to us before download.', mode: 'duty' },
      { text: 'You must register with Heron Labs before any commercial use.', mode: 'duty' },
      { text: 'For commercial use you need to submit an application form and obtain authorization.', mode: 'duty' },
      { text: '若您期望将本模型用作商业用途，请填写问卷进行申请。', mode: 'duty' },
      { text: '如需商用，您需要填写问卷进行登记。', mode: 'duty' },
    ],
    left: [
      'Licensee will not send any of it to a country for which an agency requires an export license or other approval, without first obtaining it.',
      'Ordinary uses require no separate commercial authorization, registration or fee.',
      'You must notify us within 48 hours of any breach.',
      'Ordinary uses require no separate authorization, registration or user count.',
      'Both parties signed the agreement.',
      'Heron is a registered trademark.',
      'To apply the license to your work, attach this notice.',
      'You may register your own derivative model.',
      'Please send an e-mail for support with the model.',
    ],
  },
} satisfies ClauseKind

/** "for commercial use, please fill in the form": a polite condition */
function asked(passage: Parameters<typeof moodAt>[0], place: number): boolean {
  const mood = moodAt(passage, place)
  return (
    mood?.mode === 'plea' &&
    /如|若|希望|计划|申请|\bfor commercial use\b|\bto (?:use .{0,20}commercially|obtain)\b/.test(
      passage.lower.slice(0, mood.at),
    ) &&
    !has(passage.lower, /欢迎/)
  )
}
