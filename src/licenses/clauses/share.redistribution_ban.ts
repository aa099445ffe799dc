import { promisedByLicensor } from '../actor.ts'
import type { ClauseKind, FoundClause } from '../clause.ts'
import { FORGOES, isRuledOut } from '../forgone.ts'
import { BAN_WORDS, BANS, holds, isBanned, moodAt } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'
import { rowSays, SAYS_NO } from '../rows.ts'
import {
  BARE,
  BARE_ITEM,
  BE_SHARED,
  CONSENT,
  DEFINITION,
  ELSE,
  EXCEPT_AS_GRANTED_ZH,
  GRANT_ALONE,
  ITEM,
  LISTED,
  MATTER,
  NARROWED,
  NO_CONSENT_ZH,
  narrowed,
  OF_ACCESS,
  OF_TERMS,
  OUTSIDE,
  PASS_ON,
  PURPOSE,
  SHARE,
  TO_SHARE,
  UNLESS,
  WORK,
} from '../sharing.ts'
import { itemOf, keptFrom, sharedOutright, sharedZh } from '../unshared.ts'

/** Passing on the work, or some form of it, is forbidden or needs consent. */
export const shareRedistributionBan = {
  id: 'share.redistribution_ban',
  name: 'No or narrowed redistribution',
  looksFor: 'A ban on distributing, publishing, selling or transferring the model, the data or the software.',
  falseFriends:
    'A ban on removing notices, a ban "except as this license provides", a ban on sharing outputs or personal data, and terms for how copies are passed on.',
  against: ['share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  keywords:
    'distribute distributed distribution distributing redistribute redistributed redistribution redistributing publish published publishing republish sell selling resell rent lease transfer disseminate mirror available share sharing lend passed resale give given giving hand handed handing pass passed passing send supply supplied circulate release released communicate disclose divulge stay keep remain dissemination torrent torrents hosted uploaded upload re-upload reupload 上传 提供给 分发 传播 散布 发布 转让 出售 出租 共享 weights checkpoint 提供 provide provided providing reproduced transmitted third party parties other 复制 转载 转售 转卖 出借 sale repost reposting posting remains stays rather instead forward forwarded forwarding posted leave nobody else'.split(
      ' ',
    ),
  also: [
    ...BAN_WORDS,
    ...'requires need needs demands subject only stay keep remain kept obtain request seek nobody leave rather instead inadmissible 须 需 应'.split(
      ' ',
    ),
  ],
  ways: [
    [MATTER, SAYS_NO],
    [BANS, SHARE, WORK],
    [FORGOES, SHARE, WORK],
    [GRANT_ALONE],
    [WORK, BE_SHARED],
    [BANS, TO_SHARE],
    [BANS, OUTSIDE],
    [BARE],
    [PASS_ON],
    [LISTED],
    [ITEM],
    [BARE_ITEM],
    ...NARROWED,
  ],
  find(passage, context): FoundClause | null {
    const row = rowSays(passage, MATTER, SAYS_NO)
    if (row >= 0) return { mode: 'ban', at: row, parameters: { scope: 'all' } }
    const text = passage.lower
    const within = narrowed(passage)
    if (!within && !holds(passage, 'ban') && !has(text, BARE) && !has(text, GRANT_ALONE) && !has(text, FORGOES))
      return null
    const whole = passage.lead ? `${passage.lead} ${text}` : text
    if (run(text, 0, GRANT_ALONE) && !UNLESS.test(whole)) return { mode: 'ban', parameters: { scope: 'all' } }
    if (has(text, NO_CONSENT_ZH) || has(text, EXCEPT_AS_GRANTED_ZH)) return null
    if (has(text, OF_ACCESS) || DEFINITION.test(text) || has(text, OF_TERMS)) return null
    const bare = run(text, 0, BARE)
    if (bare && !UNLESS.test(text.slice(bare.end))) return { mode: 'ban', at: bare.start, parameters: { scope: 'all' } }
    if (within) return within
    const item = itemOf(passage)
    if (item) return item
    for (const passed of runs(text, 0, PASS_ON))
      if (
        isRuledOut(passage, passed.start) &&
        !UNLESS.test(text.slice(passed.end)) &&
        !has(text, PURPOSE) &&
        !ELSE.test(text.slice(passed.start, passed.end)) &&
        !promisedByLicensor(passage, context, moodAt(passage, passed.start)?.at ?? 0)
      )
        return { mode: 'ban', at: passed.start, parameters: { scope: 'all' } }
    for (const shared of runs(text, 0, OUTSIDE))
      if (isBanned(passage, shared.start) && !ELSE.test(text.slice(shared.start, shared.end)))
        return { mode: 'ban', at: shared.start, parameters: { scope: CONSENT.test(text) ? 'without consent' : 'all' } }
    for (const shared of runs(text, 0, TO_SHARE))
      if (isBanned(passage, shared.start) && !UNLESS.test(text.slice(shared.end)))
        return { mode: 'ban', at: shared.start, parameters: { scope: 'selling or licensing it' } }
    return sharedOutright(passage, context) ?? sharedZh(passage) ?? keptFrom(passage)
  },
  examples: {
    found: [
      { text: 'You may not copy or distribute any part of our services without written consent.', mode: 'ban' },
      { text: '本数据集不能作为其他新数据集的一部分被二次发布。', mode: 'ban' },
      { text: 'You may not:\n- sell, rent, sublicense, redistribute or syndicate access to the API.', mode: 'ban' },
      {
        text: 'You may not redistribute the toolkit itself, in whole or in part, or its art as stand-alone files.',
        mode: 'ban',
      },
      { text: '本人承诺：\n一、不将该数据集以任何形式提供给第三方；', mode: 'ban' },
      { text: '未经许可，上述内容均不得在任何平台被直接或间接发布。', mode: 'ban' },
      { text: 'I agree to keep the recordings to myself and to share them with no one.', mode: 'ban' },
      { text: 'Do not distribute.', mode: 'ban' },
      { text: '严禁二次分发。', mode: 'ban' },
      { text: 'These terms do not grant rights for:\n- commercial redistribution\n- model hosting', mode: 'ban' },
      { text: 'You shall not:\n* Re-distribute the voicebank in any form.', mode: 'ban' },
      {
        text: 'We let you run the software on these conditions:\n1. The software remains at your institution and is not made available to others.',
        mode: 'ban',
      },
      { text: 'You shall not make the Model available to any third party.', mode: 'ban' },
      { text: 'Licensee shall keep the weights within its institution.', mode: 'ban' },
      {
        text: 'You may not:\n- re-upload, sell, or otherwise share the Models separately, in changed form, or as part of another project.',
        mode: 'ban',
      },
      {
        text: 'You agree to use the corpus for evaluation only (no training/fine-tuning/redistribution).',
        mode: 'ban',
      },
      { text: '未经事先书面许可，用户不得复制、打包、发布或以其他方式向任何第三方提供本站资源。', mode: 'ban' },
      { text: '禁止重新发布此插件。', mode: 'ban' },
      { text: 'Except with prior written permission, users may not redistribute or mirror the dataset.', mode: 'ban' },
      {
        text: 'By requesting the corpus, researchers agree to:\n- Avoid redistributing the restricted corpus.\n- Cite the paper.',
        mode: 'ban',
      },
      { text: 'The licence expressly excludes redistribution of the data.', mode: 'ban' },
      {
        text: 'The recipient agrees to:\n1. not attempt to identify anyone;\n2. not redistribute data or credentials to others;\n3. cite the paper.',
        mode: 'ban',
      },
      {
        text: 'Access to this repository does not automatically grant permission to redistribute, publish or sell the weights.',
        mode: 'ban',
      },
      {
        text: '## Unacceptable Uses\n\n- re-identification of speakers\n- redistribution of source definitions without permission',
        mode: 'ban',
      },
      { text: 'Prohibited Use\n\n- Sale or redistribution without authorization', mode: 'ban' },
      {
        text: 'Any transfer of the data to a third party can only be done under a separate written agreement with us.',
        mode: 'ban',
      },
      { text: '您同意不从事以下活动：\n- 未经授权转售本服务。', mode: 'ban' },
      {
        text: 'Recipient shall not permit any of the following with the Software: (1) change it; (2) sell, lease or lend the Software; or (3) use it for any commercial purpose.',
        mode: 'ban',
      },
      { text: 'The Evaluator shall not provide the software to any other party.', mode: 'ban' },
      { text: '任何复制、再分发数据，需获得授权。', mode: 'ban' },
      {
        text: 'No part of the corpus is to be distributed to a third party without specific authorization from us.',
        mode: 'ban',
      },
      { text: 'Prohibited Use\n\n- Redistribution to third parties', mode: 'ban' },
      { text: '- Prohibited Use: Commercial use, redistribution, or any use that infringes rights.', mode: 'ban' },
      { text: 'Redistribution in any form is prohibited.', mode: 'ban' },
      { text: 'The recipient shall not provide it to third parties.', mode: 'ban' },
      {
        text: 'No part of this package may be reproduced or transmitted in any form without written permission.',
        mode: 'ban',
      },
      { text: "Don't pass the weights on.", mode: 'ban' },
      {
        text: 'The Data may not be reproduced, modified and/or made available in any form to any third party without our written permission.',
        mode: 'ban',
      },
      { text: '| Redistribution | not allowed |', mode: 'ban' },
      { text: 'You may not distribute, sell or sublicense the Model or any part of it.', mode: 'ban' },
      { text: 'Redistribution or resale is not permitted.', mode: 'ban' },
      { text: 'Redistribution of the weights is strictly prohibited.', mode: 'ban' },
      {
        text: 'You shall not transfer copies of the Datasets to third parties without the prior written consent of Heron Labs.',
        mode: 'ban',
        parameters: { scope: 'without consent' },
      },
      {
        text: 'It is not allowed to copy the code for the purpose of selling or licensing your own version.',
        mode: 'ban',
      },
      {
        text: 'Any use beyond this license, including external distribution, is strictly prohibited unless agreed in writing.',
        mode: 'ban',
      },
      { text: '未经书面许可，您不得分发本模型或其副本。', mode: 'ban' },
    ],
    left: [
      'No share-alike condition: put the records in a closed product if you like.',
      'The fonts may stand in a document as long as the primary purpose of the document is not to be a vehicle for the distribution of the fonts.',
      'You cannot charge for, sell, accept donations or otherwise receive compensation for the Source Code.',
      'If you modify this software you must label it as modified and not distribute it in such a fashion that it might be confused with the original.',
      'Distribution of only part of the program is not allowed.',
      'This condition may not be avoided through such means as separate distribution of parts of the work.',
      'Everyone is permitted to copy and distribute verbatim copies of this license document, but changing it is not allowed.',
      'No rights may be assigned and this Agreement may not be transferred by You, in whole or in part.',
      'This material may not be used, released or transferred in any manner prohibited under any applicable laws.',
      'You may produce and reproduce, but not share, adapted material.',
      'The recordings cannot be redistributed by us, so get them from the archive.',
      '许可方承诺不会向第三方提供您的数据。',
      'We do not know how others distribute the data.',
      '用户不得利用本服务上传、发布、传播如下内容：',
      'You will not decompile the tool supplied with the data.',
      'The institute undertakes not to pass on the personal data of the user to third parties.',
      'User handles must not be published in clear text.',
      'The authors will not redistribute the raw recordings.',
      'We will not share your data with third parties.',
      'You may redistribute the data; distribution of the films by their owners is not covered by this agreement.',
      'You may not distribute the software under another name.',
      'You may not use the model for:\n- the illegal distribution of information or materials to minors.',
      'Commercial use — including but not limited to selling access or paid products — is prohibited.',
      'The software remains on the market.',
      'The dataset can be redistributed in any form.',
      'We cannot make the Model available to any third party.',
      'Commercial use (including selling prints of these models) is not permitted.',
      'This License is personal to you and you may not sell, assign or transfer it to any other party.',
      '不得以原创形式发布由本仓库提示词生成的内容。',
      'Commercial use - including selling access to the model - is strictly prohibited.',
      'You agree not to use, distribute or put into operation the contents of this dataset for:\n1. making malware.',
      'Do not share your password or API key with others.',
      'Permitted Use\n\n- Distribution of the model to partners',
      'You agree not to:\n- sale-rank products by race.',
      'Licensee shall not, for any unlawful purpose, (1) copy the data; or (2) distribute the data.',
      'The corpus is to be distributed to all partners.',
      'The dataset is not part of this release.',
      'Accounts are personal to those who create them, and may not be sold or rented.',
      'Redistribution | allowed with attribution',
      'You may not distribute the Work except as expressly provided under this License.',
      'You must not remove any notice when you distribute the Work.',
      'You may distribute copies of the Model.',
      '禁止单独出售本字体软件。',
      '在没有保留版权声明的情况下，不得分发本软件。',
      '如果专利许可不允许从您那里得到副本的人再发布本程序，那么唯一的方法就是完全不发布本程序。',
      'You will not publish personal data of others with the Model.',
      'You may not distribute the Software without this notice.',
      'You agree not to use or distribute the Model in any of the following ways: to deceive people.',
      '使用者不得以发布者的名义宣传本模型。',
    ],
  },
} satisfies ClauseKind
