import type { ClauseKind } from '../clause.ts'
import { forbiddenAt } from '../forbidden.ts'
import { first, has } from '../nearby.ts'

const HOSTING =
  /\bapplication service providers?\b|\blet(?:ting)? (?:strangers|others|anyone|visitors|third parties|the public) (?:\w+ )?(?:use|generate|create|run|query|access|make)\b[^.;:]{0,40}\b(?:through|via|on|with|over) (?:your|a|any|their)\b|\bprovid(?:e|ing) (?:\w+ ){0,2}?services? to (?:the )?(?:general )?public\b|向(?:社会)?公众提供[^。；，]{0,6}服务|\b(?:hosted|managed)(?:,? (?:or |and )?[a-z]{2,12}){1,3} services?\b|\b(?:hosted|managed|cloud|hosting|network|remote|subscription) (?:or \w+ )?(?:services?|use|basis|platform)\b|\bas[- ]a[- ]service\b|\bsaas\b|\b(?:service bureau|time-?sharing|hosting use)\b|\b(?:via|through|by means of|over|using) (?:an |your |our |its |any |a )?(?:public |hosted )?(?:apis?|application programming interfaces?)\b|\b(?:via|through|by (?:way|means) of|behind|over|using|as) (?:an? |your |its |any )?(?:(?!the\b|our\b)\w+ )?(?:apis?|application programming interfaces?)\b|(?<=[\w"])-as-a-\w+|\b(?:sell\w*|rent\w*|resell\w*|offer\w*|provid\w*|giv\w*|expos\w*) (?:\w+ ){0,3}(?:access|inference|the (?:model|software|same))\b[^.;]{0,60}\b(?:to (?:others|outsiders|third|customers|the public)|api|service|network|remotely|online)\b|\bapi (?:access|services?|endpoints?)\b|\bhost(?:ing)?(?:,? (?:or|and) [a-z]{2,10}){0,2} (?:the|any|a|this|our) (?:model|software|materials|works?|weights)\b|\bas part of (?:a|any) (?:\w+ )?service (?:(?:that|which) is )?(?:provided|offered|made available|sold) to\b|(?<!\bnot )\bto (?:enable|allow|let|permit) (?:third parties|others|customers|outsiders|anyone else) (?:to )?(?:use|access|query|call)\b|\b(?:third parties|others|customers|clients|outsiders|external users|the public)\b[^.;]{0,50}\b(?:over|through|via|by means of|across) (?:a |an |any |the )?(?:computer )?(?:networks?|internet|web|cloud|remote|online)\b|\b(?:over|across|via) (?:a |any |the )?(?:computer )?(?:network|internet)\b|\bmodel[- ]as[- ]a|\b(?:re-?sell|sell|rent|lease)(?:ing)? (?:\w+ ){0,2}(?:inference|access|completions)\b|\binference (?:endpoints?|services?|apis?|as)\b|\bas an? (?:\w+ )?(?:online|web|cloud|hosted) service\b|\b(?:online|remote|web|cloud|hosted|public|paid|commercial) (?:\w+ )?(?:endpoints?|inference|access|offering)\b|\bon behalf of (?:others|third parties|customers)\b|\boutsourc\w+\b|\bserv(?:e|es|ing) (?:the |any )?(?:model|weights|inference|requests|third)\b|云服务(?!提供商|商|厂商|器)|托管|api服务|软件即服务|(?:通过|以)[^。；]{0,12}api|api(?:形式|方式|接口|调用)|saas|推理服务|(?:在线|网络|远程)(?:推理)?服务|通过网络|\b(?:behind|as|through|over) an? (?:\w+ )?(?:api|endpoint|interface)\b|\b(?:third parties|outsiders|others|outside customers) (?:\w+ )?access to\b|\bbare api\b|\b(?:query|prompt|call|access|reach)(?:ing)? the \w+ (?:remotely|over|online)\b|\bcallable by\b|\bonline access\b|\bfor other people\b|封装为(?:接口|api)|对外提供(?:接口|服务)|提供(?:在线|有偿)服务|\blet(?:ting)? outsiders\b|\bcloud service\b|\boffering (?:third parties|others|outsiders) access\b|\b(?:sites?|websites?|apps?|services?|platforms?|bots?) (?:that|which|where) (?:lets?|allows?|enables?) (?:\w+ )?(?:visitors|users|others|people|customers|the public)\b|\b(?:hosted|remote) access\b|^\W{0,4}(?:any )?(?:commercial|public|paid|third-party) hosting\b|\bto provide (?:a |any )?(?:\w+ )?services? to (?:any )?(?:third|others|customers|clients|the public)\b/
/** hosting as a kind of distribution, or the licensor's own service */
const NOT_BAN =
  /\b(?:provid\w*|giv\w*|offer\w*|render\w*) (?:[\w-]+ ){0,4}advice\b|\b(?:phishing|malware|stolen|pornographic|illegal|fraudulent) (?:pages?|sites?|websites?|content)\b|"?distribut(?:ion|e)"? (?:means|includes|shall mean)|\bour (?:api|hosted|services?)\b|\bmerely distributing\b|\bhugging face\b/

/** One's own use is allowed, offering it as a service is not, or needs another license. */
export const purposeNoHosting = {
  id: 'purpose.no_hosting',
  name: 'No hosted service',
  looksFor: 'A ban on offering the work to others as a hosted or managed service or through an API.',
  falseFriends: 'Hosting defined as a way of distributing, to which only the passing-on of terms applies.',
  against: ['use', 'share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  keywords:
    'provider strangers anyone hosted hosting host managed cloud saas service bureau timesharing sharing api apis subscription network internet remote online endpoint endpoints inference outsource outsourcing serve serving programming third others 在线 网络 推理 云服务 托管 软件即服务 api callable query people customers outsiders bare 接口 服务 public 公众 provided visitors site sites website platform'.split(
      ' ',
    ),
  ways: [[HOSTING]],
  find(passage) {
    const { lower: text } = passage
    if (has(text, NOT_BAN)) return null
    const match = first(text, HOSTING)
    if (match === null) return null
    const forbidden = forbiddenAt(passage, HOSTING)
    if (forbidden >= 0) return { mode: 'ban', at: forbidden }
    const at = match.index
    /* hosting that needs a license of its own */
    if (
      has(
        text,
        /\b(?:hosting use|outside customers|outsiders|letting others)\b|\bhosted services?\b|\bas a service\b/,
      ) &&
      has(
        text,
        /\b(?:separate|additional|another|commercial|hosting) (?:\w+ )?(?:licen[cs]e|addendum|agreement|permission)\b/,
      ) &&
      has(text, /\b(?:require[sd]?|must|shall|needs?)\b/)
    )
      return { mode: 'duty', at }
    /* "offering hosted access needs our consent" */
    if (
      /^[^.;]{0,60}\b(?:needs?|requires?)\b[^.;]{0,40}\b(?:consent|permission|licen[cs]e|agreement|approval|authori[sz]ation)\b/.test(
        text.slice(at + match[0].length),
      ) &&
      !has(text, /\b(?:no|not|never|n't)\b/)
    )
      return { mode: 'duty', at }
    return /\b(?:purposes?|uses?|manner|way|(?:may|can|free to) (?:use|run|deploy) (?:it|this|the \w+))\b(?:,[^.;]{0,40})?,? (?:except|other than|but not|excluding)\b[^.;]{0,100}$/.test(
      text.slice(Math.max(0, at - 140), at),
    ) && has(text, /\b(?:grant\w*|may|licen[cs]ed?)\b/)
      ? { mode: 'ban', at }
      : null
  },
  examples: {
    found: [
      { text: 'You may not use the weights to provide a service to third parties.', mode: 'ban' },
      { text: 'These terms do not grant rights for:\n- commercial hosting\n- sublicensing', mode: 'ban' },
      { text: 'Offering hosted access to the weights needs our consent.', mode: 'duty' },
      { text: 'Sites that let visitors make pictures with the model are not allowed.', mode: 'ban' },
      {
        text: 'The rights that this License does not grant, and that another agreement may add, include:\n- white labels;\n- model-as-a-service rights.',
        mode: 'ban',
      },
      { text: 'You are not allowed to host or use the model on sites of your own.', mode: 'ban' },
      { text: 'You may not use the tune:\na. As part of a service that is provided to third parties.', mode: 'ban' },
      {
        text: 'You undertake not to use the model, directly or indirectly, to provide services to the general public.',
        mode: 'ban',
      },
      {
        text: 'You must ask for a commercial license in these cases:\n- SaaS service: without our authorization you may not operate a multi-tenant SaaS service.',
        mode: 'ban',
      },
      { text: 'You may not offer the Model to third parties as a hosted service.', mode: 'ban' },
      { text: 'You shall not make the Derivatives available via an API.', mode: 'ban' },
      { text: 'Hosting Use requires a separate license from Heron Labs.', mode: 'duty' },
      { text: '未经许可不得将本模型作为云服务提供给第三方。', mode: 'ban' },
    ],
    left: [
      'Sites that let visitors make pictures with the model are welcome.',
      'You may offer the Model as a hosted service.',
      '"Distribution" means any transfer, including as a hosted service, and must not omit this notice.',
      'If you provide the Model through an API, you must include this license.',
      'Our API is available at heron.example.',
      'You agree not to use the Model, and not to let others use it:\n- to commit fraud;\n- to spread spam.',
    ],
  },
} satisfies ClauseKind
