import { promisedByLicensor } from '../actor.ts'
import type { ClauseKind, FoundClause } from '../clause.ts'
import { holds, moodAt } from '../mood.ts'
import { has, runs } from '../nearby.ts'

const TAKE_APART =
  /\breverse[- ]?(?:engineer|compil|assembl)\w*|\bde-?compil\w+|\bdisassembl\w+|\bdecode the\b|\b(?:tak(?:e|ing)|pull(?:ing)?|pick(?:ing)?) (?:[\w' ]{0,40} )?apart\b|\bdissect\w*|\bback[- ]engineer\w*|\b(?:ascertain|discover|derive|deduce|extract|reconstruct|recover|infer|reveal|uncover|identify|determine|learn|find out|obtain)(?:s|ing)? (?:[\w-]+ ){0,5}?(?:architecture|source code|algorithms?|structure|(?:training |underlying )data|parameters|weights|inner workings|internals|trade secrets)\b|反向工程|逆向(?:工程)?|反编译|反汇编|反向编译|破解|获取[^。；，]{0,12}(?:源代码|内部结构|架构|训练数据)|\b(?:model|weights?|parameters?) (?:extraction|inversion|recovery|reconstruction|stealing)\b|\bmembership inference\b|解包|(?:提取|抓取|导出)[^。；，]{0,8}(?:模型|资产|权重)/
const OPPOSITE =
  /\bnothing (?:in|herein|here)\b[^.;]{0,60}\b(?:forbid|prohibit|prevent|restrict|bar|limit|preclude)s?\b|\b(?:not|never|without) (?:\w+ )?(?:restrict|prohibit|prevent|limit|forbid|preclude|impair)\w*\b/
const ALLOWED = /\b(?:permit|allow)s? (?:\w+ )?(?:modification|reverse|customer)/

/** Taking the work apart is forbidden. */
export const studyNoReverseEngineering = {
  id: 'study.no_reverse_engineering',
  name: 'Reverse-engineering ban',
  looksFor: 'A ban on reverse engineering, decompiling or disassembling.',
  falseFriends: 'Texts that permit reverse engineering or forbid to forbid it.',
  against: ['study'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  keywords:
    'apart dissect discover derive deduce extract reconstruct recover infer reveal uncover identify determine learn find obtain reverse reverse-engineer reverse-engineering reverse-engineered engineer engineering decompile decompiling decompilation disassemble disassembling disassembly 反向工程 逆向 反编译 反汇编 破解 获取 extraction inversion recovery reconstruction stealing inference 解包 提取'.split(
      ' ',
    ),
  find(passage, context): FoundClause | null {
    /* what was not done is no ban */
    if (has(passage.lower, /\b(?:took place|was (?:done|needed|involved))\b/)) return null
    if (!holds(passage, 'ban')) return null
    const text = passage.lower
    for (const found of runs(text, 0, TAKE_APART)) {
      const before = text.slice(Math.max(0, found.start - 120), found.start)
      if (OPPOSITE.test(before) || ALLOWED.test(before)) continue
      const mood = moodAt(passage, found.start)
      if (mood?.mode === 'ban' && !promisedByLicensor(passage, context, mood.at))
        return { mode: 'ban', at: found.start }
    }
    return null
  },
  examples: {
    found: [
      { text: 'You must not try to identify the components or the source code of the model.', mode: 'ban' },
      { text: 'You may not attempt to extract or reconstruct non-public training data.', mode: 'ban' },
      { text: 'You may not perform model inversion or any form of model reconstruction.', mode: 'ban' },
      { text: 'You may not reverse engineer, decompile or disassemble the Software.', mode: 'ban' },
      { text: 'Reverse engineering of the weights is prohibited.', mode: 'ban' },
      { text: '您不得对模型进行反向工程或反编译。', mode: 'ban' },
    ],
    left: [
      '为调试此类修改而实施的反向工程，不得被禁止。',
      '您不得禁止客户为自己使用而修改该作品或进行反向工程。',
      'The licensor will not reverse engineer your software.',
      'Nothing in this agreement forbids reverse engineering.',
      'The paper measures model extraction and membership inference.',
      'You must permit reverse engineering for debugging your changes.',
      'Your terms may not prohibit reverse engineering of the library.',
      'Reverse engineering is always allowed.',
    ],
  },
} satisfies ClauseKind
