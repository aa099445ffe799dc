import type { ClauseContext, ClauseKind, FoundClause, Passage } from '../clause.ts'
import { conductOf } from '../conduct.ts'
import { countedIn, countsUses, LISTED } from '../enumerated.ts'
import { forbiddenUse, isForbidden, mayForbid } from '../forbidden.ts'
import { harmsIn, mayHarm, NO_HARMS, namesHarm, namesTwoHarms, TECHNICAL } from '../harms.ts'
import { hasHeading } from '../headings.ts'
import { moodAt } from '../mood.ts'
import { first, has } from '../nearby.ts'
import { introduces } from '../passages/leads.ts'
import { rowSays } from '../rows.ts'

/** uses restricted elsewhere and forbidden here */
const BY_NAME =
  /\b(?:restricted|prohibited|forbidden) uses?\b|\buse[- ](?:based )?restrictions?\b|\brestrictions? (?:set forth |contained |listed |described )?in (?:attachment|appendix|exhibit|schedule|annex)\b|\b(?:in violation of|contrary to) (?:such|these|those|the|any of these) (?:use[- ](?:based )?)?restrictions\b|限制(?:性)?使用|禁止用途|使用限制/
const BINDS =
  /\b(?:must not|may not|shall not|cannot|can not|will not|agree not to|prohibited from|not be used|not use)\b|不得|禁止/
/** an item of a list of restrictions is no list of its own */
const BINDS_ITSELF =
  /\bnot\b|\bcannot\b|\b(?:prohibits?|forbids?|excludes?|disallows?|prohibited|restricted|forbidden|disallowed|unacceptable|banned|refrain|never|nor|no)\b|不得|禁止|严禁|不可|不能|不应|勿|不允许|不会(?:从事|利用|使用|将)|不从事|(?:同意|承诺|保证)不|\b(?:don't|can't|mustn't|won't)\b/
const DEFINES = /\bmeans?\b|"\s*:/
const ENOUGH_ITEMS = 3

/** Named uses are forbidden: a list of them, or a reference to such a list. */
export const useRestrictions = {
  id: 'use.restrictions',
  name: 'Use-based restrictions',
  looksFor: 'A list of forbidden uses that binds the licensee, or a ban on uses listed in an attachment or policy.',
  falseFriends:
    'Disclaimers, trademark and endorsement clauses, out-of-scope uses of a model card, a plea to use the work responsibly, duties to obey the law alone.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
  keywords:
    'stalking doxxing bullying may divest labor labour employees workers 劳动 员工 rules spam use uses used using usage engage engaging assist permit allow deploy utilize utilise employ employed apply application applications generate generating create creating produce producing spread purpose purposes restrictions restricted prohibited 使用 用于 从事 利用 用途 生成 制作 传播 实施 禁止 限制 let serve anyone must shall agree recipient licensee forbidden misuse clone cloning generation creation production nsfw hate impersonation deepfakes harassment scams porn violence put exploitation attempts surveillance profiling harass spread spreading impersonate impersonating deceive defraud'.split(
      ' ',
    ),
  also: 'excludes bars disallows prohibit prohibits forbid forbids divest labor labour employment 劳动 强迫 诱使 not cannot prohibited restricted forbidden disallowed refrain never nor no off limits 不得 禁止 严禁 不可 不能 不应 勿 不允许 t don 不会 不从事 同意不 承诺不 保证不 unacceptable banned'.split(
    ' ',
  ),
  find(passage, context) {
    const conduct = conductOf(passage)
    if (conduct !== null) return conduct
    if (!mayForbid(passage)) return null
    return byName(passage) ?? (has(passage.lower, BINDS_ITSELF) ? (byList(passage, context) ?? inline(passage)) : null)
  },
  examples: {
    found: [
      { text: '严禁用于一切侵权、侵害他人利益、违法违禁等不当行为和目的。', mode: 'ban' },
      { text: '以下内容无条件地禁止：\n- 犯罪内容\n- 儿童色情内容\n- 仇恨内容', mode: 'ban' },
      {
        text: 'You additionally agree not to use the data:\n(a) to impersonate any person; or\n(b) to infer the identity of any natural person.',
        mode: 'ban',
      },
      {
        text: 'You are not allowed to generate any speech containing the following, or we will block it and report the matter:\n1. inciting terrorism;\n2. spreading disinformation;\n3. obscenity, pornography or violence.',
        mode: 'ban',
      },
      { text: 'You may not use the corpus for profiling or harm-enabling applications.', mode: 'ban' },
      {
        text: 'The Recipient MUST NOT:\n\n❌ Use the data to harm others\n\n❌ Generate illegal content\n\n❌ Train models for surveillance',
        mode: 'ban',
      },
      {
        text: '1. Strictly Prohibited (no exceptions)\n   1. Jailbreaking and malicious use\n   2. Impersonation of people\n   3. Privacy violations\n2. Duties',
        mode: 'ban',
      },
      {
        text: 'You may not: (a) remove any copyright notice from the Work; (b) impose legal terms on it; or (c) use the Work in any way that harasses or otherwise harms anyone.',
        mode: 'ban',
      },
      {
        text: '## Unacceptable Uses\n\nExamples include:\n\n- Assisting in the illegal capture of wildlife\n- Finding rare species for harmful purposes\n- Taking part in weapons systems',
        mode: 'ban',
      },
      {
        text: '## Out of scope - do not use this model for\n\n- Fraud or impersonation\n- Harassment of officials\n- Surveillance of residents',
        mode: 'ban',
      },
      {
        text: '您同意不使用本服务从事以下活动：\n- 任何非法或欺诈活动。\n- 侵犯他人的权利。\n- 生成仇恨、暴力或色情内容。',
        mode: 'ban',
      },
      {
        text: 'Do not use it to:\n- bypass paywalls or access controls;\n- fabricate searches, records or reviews;\n- make decisions on an attribution alone.',
        mode: 'ban',
      },
      {
        text: 'The use-based restrictions of that license apply to this model, so you may not use it for harm.',
        mode: 'ban',
      },
      { text: 'We prohibit the generation of sexual content and violent propaganda.', mode: 'ban' },
      { text: 'No NSFW, no hate, no impersonation.', mode: 'ban' },
      { text: 'Do not use this model to generate misinformation.', mode: 'ban' },
      { text: '使用者不得利用本模型制作虚假信息、侵害他人名誉。', mode: 'ban' },
      { text: 'You may not use the voices to impersonate Heron.', mode: 'ban' },
      { text: 'It is forbidden to use the model for fraud or the creation of fake news.', mode: 'ban' },
      { text: 'You may use the voice only if you do not use it to impersonate others or to deceive.', mode: 'ban' },
      { text: 'Misuse such as deepfakes, fraud or harassment is strictly prohibited.', mode: 'ban' },
      { text: 'You shall not clone a voice without the consent of the speaker.', mode: 'ban' },
      { text: 'The body may not be used for pornographic purposes.', mode: 'ban' },
      {
        text: '## Restricted Use\n\n- Deployments that decide about people without oversight\n- Any use that breaks privacy rules\n- Systems that enable harassment or abuse',
        mode: 'ban',
      },
      {
        text: 'You are agreeing not to use the APIs for any illegal activities or in any manner that could harm others.',
        mode: 'ban',
      },
      {
        text: 'Your use must respect the law, including but not limited to, not using the Models for purposes such as promoting terrorism, inciting hatred or spreading false information.',
        mode: 'ban',
      },
      {
        text: 'By using the Model, you agree not to:\n- decide on credit or insurance;\n- conduct surveillance or build weapons;\n- discriminate against anyone or break the law.',
        mode: 'ban',
      },
      {
        text: 'You agree that you will not use the tool to:\n- bypass DRM systems;\n- pass on game files illegally;\n- violate the copyright of the publisher.',
        mode: 'ban',
      },
      { text: "Don't use it to hurt people, break the law or spread lies.", mode: 'ban' },
      { text: '| Prohibited uses | fraud, disinformation, harassment |', mode: 'ban' },
      {
        text: 'You agree not to use the tool, its outputs or any derivative to:\n\n### Health\n- act as a medical device;\n\n### Privacy\n- stalk a person;\n- identify people against their will;\n\n### Deception\n- impersonate anyone;\n- spread disinformation.',
        mode: 'ban',
      },
      {
        text: 'You agree not to use the Model:\n- to break any law;\n- to harm minors;\n- to generate spam or malware.',
        mode: 'ban',
      },
      {
        text: 'You may not use the Model for illegal surveillance, to harass people, or to spread disinformation.',
        mode: 'ban',
      },
      { text: 'You must not use the Services for the restricted uses set forth in Attachment A.', mode: 'ban' },
      { text: 'Attachment A sets limits. You cannot use the Model in violation of such restrictions.', mode: 'ban' },
      {
        text: 'The licensee shall not induce or force its employees to give up their rights.',
        mode: 'ban',
        parameters: { of: 'conduct of the licensee' },
      },
      { text: 'You must comply with the laws relating to labor and employment where you work.', mode: 'duty' },
      { text: 'If you pass on the work, you must divest from all coal mines.', mode: 'duty' },
      { text: '您不得将本模型用于以下用途：\n1. 违法活动；\n2. 军事用途；\n3. 传播虚假信息。', mode: 'ban' },
    ],
    left: [
      'The licence does not apply to and does not grant a right to use:\n- personal data or hateful marks;\n- information on fraud;\n- information that infringes the rights of others or is obscene',
      'You may not: (a) remove any copyright notice; (b) claim an endorsement that could harm us.',
      'You may not use the Licensed Work for:\n- a paid product;\n- a hosted service;\n- a rival product.',
      'No spam here, no ads there: the page is clean.',
      'You shall not use it in violation of any law or regulation.',
      'It is forbidden to spam the issue tracker.',
      '## Restricted Use\n\n- See the policy\n- Ask us\n- Read the manual',
      'You agree not to:\n- remove a notice;\n- change the name;\n- sell the text.',
      'Prohibited uses | see the policy',
      'We only ask that you use the Model responsibly and avoid harm.',
      'You may not use the names of the authors to endorse products.',
      'You must comply with all applicable laws.',
      'In no event may the authors be liable for harm, illegal use or fraud.',
      'You may not:\n- remove this notice;\n- sell copies of the text;\n- charge for the warranty.',
    ],
  },
} satisfies ClauseKind

const byName = (passage: Passage): FoundClause | null => {
  const { lower: text } = passage
  const match = first(text, BY_NAME)
  if (match === null || !(has(text, BINDS) || has(passage.lead, BINDS))) return null
  if (has(text, /\b(?:to be liable|impose|no restrictions?)\b/)) return null
  const mood = moodAt(passage, match.index)
  return mood?.mode === 'ban' || isForbidden(passage, match.index) || has(text, RESTRICTIONS_APPLY)
    ? { mode: 'ban', at: Math.max(0, text.search(BINDS)) }
    : null
}

/** "the use restrictions of that license apply to this model, so you may not …" */
const RESTRICTIONS_APPLY =
  /\brestrictions\b[^.;]{0,90}\bappl(?:y|ies) to (?:this|the|your|all|any) (?:\w+ )?(?:models?|weights|software|works?|use|derivatives?)\b/

/** a sentence that forbids what the items after it name, enough of them harms */
const byList = (passage: Passage, context: ClauseContext): FoundClause | null => {
  const { lower: text } = passage
  const prohibits =
    has(text, LISTED) &&
    has(
      text,
      /\b(?:can't do|cannot do|not do|not\W*$|prohibited|restricted|forbidden|disallowed|unacceptable|banned|off[- ]limits|not (?:allowed|permitted))|禁止|不允许/,
    )
  const banned = prohibits ? 0 : forbiddenUse(passage)
  /* what comes after is looked at only where it can be a list of this sentence or under this heading */
  if (banned < 0 || (hasHeading(passage) && !introduces(text))) return null
  let items = 0
  let harmful = 0
  let harms = ''
  for (const next of context.after(passage, 60)) {
    if (
      next.heading !== text &&
      !next.lead.includes(text.slice(0, 120)) &&
      !(next.lead !== '' && text.endsWith(next.lead.slice(-60)))
    ) {
      /* a policy's list goes on under the headings of its parts */
      if (next.heading === '' && next.lead === '' && next.lower.length < 90) continue
      if (items > 0 || next.line - passage.endLine > 6) break
      continue
    }
    items++
    if (has(next.lower, TECHNICAL)) continue
    if (harmsIn(next.lower) > 0) harmful++
    harms += ` ${next.lower}`
    if (items > 12 && harmful > 5) break
  }
  const fields = harmsIn(harms.slice(0, 8000))
  if (items >= ENOUGH_ITEMS && (harmful >= ENOUGH_ITEMS || fields >= 4)) return { mode: 'ban', at: banned }
  /* "you agree not to use the data:" and two harms */
  if (items === 2 && harmful === 2 && /\bnot (?:to )?use\b[^.;]{0,80}:$/.test(text)) return { mode: 'ban', at: banned }
  /* a list that is itself called prohibited uses */
  if (prohibits && items >= ENOUGH_ITEMS && harmful > (text.includes(' not') ? 1 : 0) && text.length < 60)
    return { mode: 'ban', at: banned }
  /* "do not use it to:" names uses, whatever its items are */
  if (items >= ENOUGH_ITEMS && harmful >= 2 && fields >= 2 && has(text, NOT_USE_TO)) return { mode: 'ban', at: banned }
  return items > 0 && fields >= 4 ? { mode: 'ban', at: banned } : null
}

/** "you may not use the model to:" */
const NOT_USE_TO =
  /\b(?:not|never|prohibited from|refrain from) (?:to )?us(?:e|ing) (?:[\w"'-]+ ){1,6}?(?:to|for)[:：]$/
/** "Prohibited uses | fraud, harassment" */
const FORBIDDEN_ROW =
  /^(?:prohibited|forbidden|banned|restricted|disallowed|unacceptable|not (?:allowed|permitted))(?: (?:uses?|purposes?|activities|conduct|applications))?$|^禁止(?:用途|行为)?$/

/** the same in one sentence */
const inline = (passage: Passage): FoundClause | null => {
  const { lower: text } = passage
  if (!mayHarm(text) || DEFINES.test(text.slice(0, 80))) return null
  if (has(text, TECHNICAL)) return oneOfMany(passage)
  const row = rowSays(passage, FORBIDDEN_ROW, /[a-z\u4e00-\u9fff]/)
  if (row >= 0 && harmsIn(text.slice(row)) >= 2) return { mode: 'ban', at: row }
  const told = first(text, NO_HARMS)
  if (told !== null) return { mode: 'ban', at: told.index }
  const banned = forbiddenUse(passage)
  if (banned < 0) return null
  const rest = text.slice(banned)
  return harmsIn(rest) >= 2 || namesHarm(rest) || namesTwoHarms(rest) || countsUses(rest)
    ? { mode: 'ban', at: banned }
    : null
}

/** "you may not: (a) remove a notice; … or (e) use the work in any way that harms anyone": one item of a sentence */
const oneOfMany = (passage: Passage): FoundClause | null => {
  for (const { start, text } of countedIn(passage.lower)) {
    if (has(text, TECHNICAL) || !(harmsIn(text) >= 2 || namesHarm(text))) continue
    const used = first(text, USED)
    if (used !== null && isForbidden(passage, start + used.index)) return { mode: 'ban', at: start + used.index }
  }
  return null
}
const USED =
  /\b(?:us(?:e|ing)|engag(?:e|ing)|generat(?:e|ing)|employ(?:ing)?|exploit(?:ing)?|deploy(?:ing)?)\b|使用|用于|从事/
