import type { ClauseContext, ClauseKind, Passage } from '../clause.ts'
import { first, has } from '../nearby.ts'

const POLICY =
  /\b(?:acceptable use|prohibited use|responsible use|responsible deployment|deployment|use restrictions?|usage|use|content|community|ai|trustworthy ai|safety|responsible ai|ethic\w*)[\w ]{0,12} (?:polic(?:y|ies)|guidelines?|terms|principles|standards|rules|addendum|charter|code)\b|\b(?:aup|acceptable use (?:policy|requirements)|code of (?:[\w-]+ ){0,3}?(?:conduct|ethics|practice)|usage guidelines|use policy|terms of (?:use|service)(?= \(?(?:at|available|located|found|published|https?))|eula|end[- ]user licen[cs]e agreement|guidelines|charter|rules of (?:use|conduct)|conduct rules|policy)\b|(?:可接受)?使用(?:政策|规范|准则|规则|守则|条例|须知)|行为(?:准则|规范)|(?:使用|安全|伦理)(?:指南|指引|原则)|(?:社区|内容|使用|安全)(?:规范|准则|政策|条款)|(?:许可|平台)规则|\b(?:content|conduct|community|house|platform|use|usage) (?:rules|code|guidelines|polic(?:y|ies))\b|\bacceptable use rules\b|\bconduct code\b|(?:内容)?管理规范|《[^》]{0,12}(?:政策|规范|规则|准则)》|《(?![^》]{0,20}许可)[^》]{1,16}(?:协议|条款)》/
const INCORPORATED =
  /\b(?:incorporat\w+|made (?:a )?part (?:of|hereof)|counts? as part|part hereof|form(?:s|ing)? (?:an? )?(?:\w+ )?part of|(?:is|are|becomes?|as) (?:an? )?(?:integral |inseparable |binding |essential )?part of|deemed (?:to be )?(?:a )?part|by reference)\b|构成|纳入本|视为本协议|是本协议[^。]{0,20}(?:组成部分|一部分)|并入|\bas if set out (?:here|herein|in full)\b|为本协议的组成部分|的组成部分/
const OBEY =
  /\b(?:must|shall|will|agree(?:s)?|ensure|required|provided|as long as|subject to|are bound|is bound|has to|have to|needs? to|obliged|obligated|may not|only)\b[^.;]{0,140}\b(?:comply|complies|compliance|adhere\w*|consistent|accordance|abide|follow\w*|observe\w*|accept|conform\w*|respect|heed|keep to|stick to|stay within|bound by|subject|violat\w*|contrary|breach|contraven\w*)\b|^(?:follow|obey|respect|comply with|stick to|observe)\b|\bbound by\b|\b(?:applies to you|apply to you|counts? as)\b|\b(?:binds?|is binding|are binding|governs?|governed by)\b|\bsubject to\b|\b(?:use[ds]?|restricted|prohibited)\b[^.;]{0,80}\b(?:set forth|set out|described|listed|specified|outlined|detailed)\b|\b(?:prohibited|restricted|forbidden|barred) (?:by|under) (?:the|our|its)\b|(?:必须|须|应当?|同意|需)[^。；]{0,30}(?:遵守|遵循|符合|受|接受)|\b(?:agree to|accept) (?:our|the|its) |(?:须|应当?|必须)遵守/
const URL =
  /https?:\/\/[^\s"'<>()（），。；]{4,300}|\b(?:www\.)?[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,3}\.(?:com|org|ai|cn|dev|io|net|co|eu|example)\/[^\s"'<>()（），。；]{1,200}/
/** a policy by a name of its own: "the Heron Prohibited Use Policy", "the base model's use policy" */
const NAMED =
  /\b(?!This |The |Our |Acceptable |Prohibited |Responsible |Model |Section )[A-Z][\w.]*(?:'s)? (?:(?!and |or |of )[\w.]+ ){0,3}?(?:Acceptable |Prohibited |Responsible )?Us(?:e|age) (?:Policy|Guidelines)\b|\b(?:[Oo]ur|[Tt]he (?:[Ll]icensor|[Cc]ompany)'s) (?:\w+ ){0,2}(?:[Aa]cceptable |[Pp]rohibited )?[Uu]s(?:e|age) (?:[Pp]olic(?:y|ies)|[Gg]uidelines)\b|\b(?:base|upstream|original|underlying|parent) (?:model|licen[cs]e|project)(?:'s)? (?:acceptable |prohibited )?us(?:e|age) polic/
/** "no policy on our website forms part of the license" */
const NO_PART =
  /\bfollow (?:these|this|the following) (?:guidelines?|rules|policy)\b|\bno (?:\w+ )?(?:polic(?:y|ies)|guidelines?|rules|terms) (?:[\w ]{0,40} )?(?:forms?|is|are)\b/
/** "if you use it, you agree to the policy" */
const AGREES =
  /\b(?:agree(?:s|ing)? to(?: (?:adhere|conform|keep) to| abide by| comply with| follow| observe| respect)?|accept(?:s|ing)?|bound by) (?:our|the|its) /
/** a place that is named without its address */
const ON_SITE =
  /\b(?:published|posted|available) (?:by (?:the )?\w+ )?(?:on|upon|at) (?:our|the licensor's|its) (?:web ?)?site\b|\bon (?:our|the licensor's) (?:web ?)?site\b|(?:我方|我们|许可方)?(?:网站|官网)(?:上)?(?:公布|发布)/
const CHANGES =
  /\b(?:updat|modif|amend|revis|chang)\w*\b[^.;]{0,40}\b(?:from time to time|at any time|time to time)\b|\bas (?:may be )?(?:updated|amended|modified)\b|\bfrom time to time\b|不时|随时/
/** a privacy notice, named beside what else binds */
const PRIVACY =
  /https?:\/\/[^\s)>\]]{0,200}privacy[^\s)>\]]{0,200}|\bprivacy (?:policy|notice)\b|《[^》]{0,8}隐私[^》]{0,8}》|隐私政策/g
/** other papers that are made part of a text: rules of a court, a privacy notice, a contribution, third parties' licenses */
const OTHER =
  /\barbitrat\w+|\bbrand\b|\btrade ?marks?\b|\bmarks\b|\blogos?\b|\brules of (?!use|conduct)\b|\bprivacy (?:policy|notice)\b|\bsupport (?:polic(?:y|ies)|terms|plan)\b|\bcontribut(?:ion|ions|or|ors|ing)\b|\bthird[- ]party (?:licen[cs]es?|terms)\b|\bsoftware licen[cs]e\b|隐私政策|\b(?<!part )of (?:this|the present) (?:eula|policy|licen[cs]e agreement)\b/

/** Restrictions of use that stand in another document, which the license makes its own. */
export const usePolicyExternal = {
  id: 'use.policy_external',
  name: 'Use policy by reference',
  looksFor:
    'A use policy, guidelines or terms at another address that the license incorporates or demands to be obeyed.',
  falseFriends:
    'Arbitration rules or privacy notices incorporated by reference, contributions "incorporated" in a work, attachments in the same file.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
  keywords:
    'requirements practice eula user policy policies guidelines guideline terms principles standards rules addendum charter aup conduct ethics incorporated incorporate incorporates 政策 规范 准则 规则 守则 指南 指引 原则 服务协议 条款 协议'.split(
      ' ',
    ),
  ways: [
    [POLICY, INCORPORATED],
    [POLICY, OBEY],
  ],
  find(passage, context) {
    /* a privacy notice beside another policy is passed over */
    const text = passage.lower.replace(PRIVACY, all => ' '.repeat(all.length))
    const policy = first(text, POLICY)
    if (policy === null || has(text, OTHER) || has(text, NO_PART)) return null
    const incorporated = first(text, INCORPORATED)
    const here = first(text, URL)
    const defined = here === null ? definedAt(policy[0], context) : null
    const url =
      here === null
        ? (defined?.url ?? (incorporated === null && !has(text, AGREES) ? null : urlAfter(passage, context)))
        : passage.text.slice(here.index, here.index + here[0].length)
    const listed =
      url === null && /[:：]$/.test(text) ? context.after(passage, 3).some(({ lower }) => has(lower, URL)) : false
    if (
      incorporated === null &&
      ((url === null && !listed && !has(text, ON_SITE) && !NAMED.test(passage.text)) || !has(text, OBEY))
    )
      return null
    if (
      incorporated === null &&
      has(text, /\b(?:encourage|please|recommend|should)\w*\b/) &&
      !has(text, /\b(?:must|shall|have to|required)\b/)
    )
      return null
    if (url === null && standsHere(policy[0], context)) return null
    return {
      mode: 'duty',
      parameters: {
        url: url === null ? null : url.replace(/[.,;:]+$/, ''),
        mayChange: has(text, CHANGES) || (defined?.changes ?? false),
      },
      at: incorporated?.index ?? policy.index,
    }
  },
  examples: {
    found: [
      {
        text: 'By using the tune you agree to abide by the ethical principles of Heron Labs. These principles may be read at https://heron.example/ethics.',
        mode: 'duty',
      },
      {
        text: 'Users must comply with the usage policies of all integrated providers:\n\n- Heron: https://heron.example/usage-policy\n- Egret: https://egret.example/usage-policy',
        mode: 'duty',
      },
      { text: '您同意受本协议、《隐私政策》以及《服务条款》的约束，这些文件已并入本协议。', mode: 'duty' },
      { text: "All users are bound by the base model's use policy.", mode: 'duty' },
      { text: 'Use of the tune is subject to the Heron Prohibited Use Policy.', mode: 'duty' },
      { text: '您的使用必须遵守《服务协议》（https://heron.example/terms）。', mode: 'duty' },
      {
        text: 'The Licensee shall conform to the Rules of Use published by the Licensor upon its website.',
        mode: 'duty',
      },
      {
        text: 'Your use is governed by the Heron EULA, which is incorporated by reference and stands at https://heron.example/eula.',
        mode: 'duty',
      },
      {
        text: 'Your use must comply with the Acceptable Use Policy at https://heron.example/policy, which is incorporated by reference.',
        mode: 'duty',
        parameters: { url: 'https://heron.example/policy', mayChange: false },
      },
      {
        text: 'You shall adhere to our usage guidelines (available at heron.example/rules), as updated from time to time.',
        mode: 'duty',
        parameters: { url: 'heron.example/rules', mayChange: true },
      },
      {
        text: 'The Use Policy is hereby incorporated by reference into this Agreement.',
        mode: 'duty',
        parameters: { url: null, mayChange: false },
      },
      {
        text: '您必须遵守使用政策（https://heron.example/zh）。',
        mode: 'duty',
        parameters: { url: 'https://heron.example/zh', mayChange: false },
      },
    ],
    left: [
      'Our Privacy Policy is incorporated by reference.',
      'By using Heron, you agree to this Acceptable Use Policy.',
      'Any update is part of the Software and subject to the terms and conditions of this EULA.',
      'A company license is required and gives access to support (read the Support Policy at https://heron.example/support).',
      'The arbitration rules are incorporated by reference.',
      'A contribution is incorporated in the work under these terms.',
      'Please read our usage guidelines at https://heron.example/tips.',
      'You must comply with applicable law.',
    ],
  },
} satisfies ClauseKind

/** the address that the policy's definition gives, one hop away */
const definedAt = (name: string, context: ClauseContext): { url: string; changes: boolean } | null => {
  for (const term of [name, 'aup', 'acceptable use policy', 'use policy', 'policy']) {
    const meaning = context.define(term)
    const match = meaning === undefined || !POLICY.test(meaning.lower) ? null : URL.exec(meaning.lower)
    if (meaning !== undefined && match !== null)
      return {
        url: meaning.text.slice(match.index, match.index + match[0].length),
        changes: CHANGES.test(meaning.lower),
      }
  }
  return null
}

/** "… is available for review here. (https://…)", "the latest copy of this policy is at https://…": the address right after */
const urlAfter = (passage: Passage, context: ClauseContext): string | null => {
  const next = context.after(passage, 1)[0]
  const url =
    next === undefined ||
    !/^[("<[]?(?:https?:|www\.)|\b(?:copy|version|text) of (?:this|the|our) [\w ]{0,30}polic|^(?:these|this|the|such) (?:[\w-]+ ){0,2}(?:standards?|guidelines?|principles|polic(?:y|ies)|rules|terms)\b/.test(
      next.lower,
    )
      ? null
      : first(next.lower, URL)
  return url === null || next === undefined ? null : next.text.slice(url.index, url.index + url[0].length)
}

/** whether the policy is a part of the same text, under its own heading further down */
const standsHere = (name: string, context: ClauseContext): boolean => context.once(titles).includes(name)
const titles = (passages: readonly Passage[]): string =>
  passages
    .filter(({ heading, lower, line }) => heading === '' && lower.length < 120 && line > 3)
    .map(({ lower }) => lower)
    .join('\n')
    /* enough of any real text's headings; bounds the work on a crafted one */
    .slice(0, 20_000)
