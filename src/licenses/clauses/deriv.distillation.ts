import type { ClauseKind } from '../clause.ts'
import { has, near, runs } from '../nearby.ts'

const DERIVED =
  /\b(?:derivatives?|derivation|derived versions?|derivative works?|derived (?:models?|works?)|modifications?|model derivatives|adapted|works? based on|adaptations?|licensed materials?)\b|衍生/
const MEANS =
  /\b(?:means?|shall mean|includ(?:e|es|ing)|refers? to|is defined as|are defined as|comprises?|covers?|counts? as|count(?:ed|s)? among|treated as|regarded as|extends? to|embraces?|collectively|is an?|are also|is deemed|are deemed|shall be deemed|is considered|are considered|encompass(?:es)?)\b|["”]? ?(?:是指|指|包括|包含|涵盖|视为|视同|属于|均为)|"\s*:/
const TRANSFER =
  /\bdistill? (?:it|the model|them|from)\b|\btraining has made use of\b|\bstudent models?\b|\bpatterns (?:of [^.;]{0,50})?(?:have been |has been |are |were )?transferred\b|\b(?:trained|taught|tuned|built|developed),? (?:(?:or|and) \w+ |\w+ |[\w ]{3,30}, )?(?:on|with|using|from|by) (?:[\w' -]{0,40})(?:generations|outputs?|generated|synthetic|responses|answers|completions)\b|生成的(?:数据|内容)[^。；]{0,8}(?:训练|微调)|\btransfer(?:ring|red)? (?:of )?(?:the )?(?:patterns|model|knowledge|weights)\b|\b(?:knowledge |model )?distill?(?:ation|ed|ing)\b|\bsynthetic data\b|\busing (?:its|their) outputs?\b|\btrained (?:using|on|with|from) (?:the |any )?(?:outputs?|results|synthetic|data generated)\b|\b(?:based on|derived from) (?:the )?(?:model|models|materials|software) or (?:the )?(?:model|models|materials|software)'?s?'? outputs?\b|\b(?:using|from|of) (?:the )?outputs? (?:from|of) (?:the )?\w+|\bparameters, activations,? (?:and\/or|or|and) outputs?\b|蒸馏|合成数据|输出.{0,6}训练|\btransfer of knowledge\b|\bknowledge transfer\b|\b(?:by means of|through|from) (?:its|the model's) (?:outputs?|generations|predictions)\b|\btraining on its (?:logits|outputs?)\b|(?:权重|参数|输出)[^。；]{0,16}转移|转移[^。；]{0,20}(?:权重|参数|输出)/
const NOT =
  /\b(?:do(?:es)? not include|shall not include|not include|exclud(?:e|es|ing)|(?:is|are) not (?:deemed|considered)|not deemed|other than)\b|不包括|不视为|除外/

const MODELS = /models?" /

/** The word derivative takes in models made from outputs. */
export const derivDistillation = {
  id: 'deriv.distillation',
  name: 'Derivative covers distillation',
  looksFor: 'A definition of derivatives that takes in distillation, synthetic data or models trained on outputs.',
  falseFriends: 'A definition that leaves them out ("does not include models trained on outputs").',
  against: ['modify', 'share'],
  reaches: ['trained-on-outputs', 'outputs'],
  weighs: 'harmless',
  keywords:
    'distil distillation distilled distilling distilation taught generations patterns synthetic output outputs activations trained 蒸馏 合成数据 输出 生成 transfer logits 转移'.split(
      ' ',
    ),
  ways: [
    [DERIVED, MEANS, TRANSFER],
    [MODELS, MEANS, TRANSFER],
  ],
  find(passage) {
    const text = passage.lower
    const head = has(text, DERIVED) || has(passage.lead, DERIVED) || has(text, MODELS)
    if (!head || !(has(text, MEANS) || has(passage.lead, MEANS))) return null
    for (const found of runs(text, 0, TRANSFER)) {
      const before = text.slice(Math.max(0, found.start - 240), found.start)
      const excluded = lastIndex(before, NOT)
      if (excluded >= 0 && excluded > lastIndex(before, MEANS)) continue
      if (excluded >= 0 && !near(before.slice(excluded), 40, /[;]/, /\binclud|\bmeans?\b/)) continue
      return { mode: 'definition', at: found.start }
    }
    return null
  },
  examples: {
    found: [
      {
        text: '"Derived Work" means any model that has been trained or calibrated on the output of the Software.',
        mode: 'definition',
      },
      { text: '"Derivative" means any model trained, wholly or in part, on outputs of the Model.', mode: 'definition' },
      {
        text: '“模型衍生品”包括通过将模型的权重、参数或输出的模式转移到另一模型而创建的任何模型。',
        mode: 'definition',
      },
      {
        text: '"Derivatives" means changed versions of the Model, including models made by distillation.',
        mode: 'definition',
      },
      {
        text: '"Derivative Model" means any model that is based on or derived from the Model or the Model\'s output.',
        mode: 'definition',
      },
      { text: '"Model Derivatives" include models created with synthetic data from Heron.', mode: 'definition' },
      { text: '“衍生模型”是指对模型的修改，包括通过知识蒸馏得到的模型。', mode: 'definition' },
    ],
    left: [
      'Derivative Works do not include any model developed by transferring patterns from Output, such as distillation.',
      '"Derivative Works" means any work based on the Work.',
      'The model was trained with distillation.',
    ],
  },
} satisfies ClauseKind

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1
  for (const found of runs(text, 0, pattern)) last = found.start
  return last
}
