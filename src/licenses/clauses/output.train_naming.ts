import type { ClauseKind, Passage } from '../clause.ts'
import { holds, isOwed, OWES } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'

const TRAIN =
  /\b(?:pre-?train|train|fine-?tune|fine tune|finetune|distil|improve|refine|teach|taught|create|develop|build)\w*\b|训练|蒸馏|微调|改进|(?<!公|二次)开发|\b(?:training data|trained)\b/
const MODEL =
  /\b(?:models?|llms?)\b|模型|\b(?:whatever|anything|something|what) you (?:trained|built)\b|\btrained something\b/
const MARK =
  /\b(?:prepend|append|includ|display|appear|add|put|carry|carries|bear|us(?:e|ing)|stat(?:e|es)|say|says|prefix|mention|call|nam(?:e|es|ing)|start|begin|open|commence|form|contain|show|title|designation|identify|acknowledge)\w*\b|名称|包含|加上|标注|展示|注明|冠以|命名|\b(?:stands?|is to state|to state)\b/
/** a name, a slogan in quotes, or the word itself */
const NAME =
  /"[^"]|“|「|\bnam(?:e|ing|es)\b|\bbuilt (?:with|on|using)\b|\bprefix\b|名称|前缀|「|《|\bname\b|\btitle\b|\breadme\b|\bdocumentation\b|\bdocs\b/

/** owed where the name is asked for, or by the verb right after it: "its name must begin with" */
const isOwedNear = (passage: Passage, start: number, end: number): boolean =>
  isOwed(passage, start) || isOwed(passage, end)

/** what is allowed on a condition */
const CONDITION = /\b(?:on condition that|provided(?: that)?|as long as|only if)\b/
const DISTILS = /\bdistil\w*|蒸馏/

/** the work is called "trained models" */
const NAMED_SO = /^(?:pre-?)?trained models?$|^models? in the trained$|\bthe trained models?$/
/** "'Source' form shall mean …" */
const DEFINITION = /^\W{0,3}[\w" ]{1,60} (?:shall mean|means)\b/

/** A duty to name the licensor's model in what was trained with it or with its outputs. */
export const outputTrainNaming = {
  id: 'output.train_naming',
  name: 'Training allowed, the name follows',
  looksFor: 'Training other models is allowed on the condition that they carry a name or slogan.',
  falseFriends: 'A ban on such training, and a duty to name the model in a product that merely contains it.',
  against: ['modify', 'share'],
  reaches: ['modified', 'adapter', 'trained-on-outputs'],
  weighs: 'asks',
  keywords:
    'refine teach taught train trained training pretrain finetune tune tuned distill distil distillation improve improved create created develop build 训练 蒸馏 微调 改进 开发'.split(
      ' ',
    ),
  ways: [
    [OWES, TRAIN, MODEL, MARK],
    [OWES, DISTILS, MARK],
    [TRAIN, MODEL, CONDITION],
  ],
  find(passage) {
    if (!holds(passage, 'duty') && !has(passage.lower, CONDITION)) return null
    const text = passage.lower
    if (DEFINITION.test(text)) return null
    const trained =
      [...runs(text, 130, TRAIN, MODEL)].find(({ start, end }) => !NAMED_SO.test(text.slice(start, end))) ??
      [...runs(text, 60, MODEL, TRAIN)].find(({ end }) => !/^ models?\b/.test(text.slice(end))) ??
      run(text, 0, DISTILS)
    if (!trained) return null
    for (const mark of runs(text, 120, MARK, NAME)) {
      if (
        mark.start > trained.start &&
        (isOwedNear(passage, mark.start, mark.end) || CONDITION.test(text.slice(trained.start, mark.start)))
      ) {
        const outputs = /\b(?:outputs?|results?)\b|输出/.test(text.slice(0, mark.start))
        return { mode: 'duty', at: trained.start, parameters: { outputs } }
      }
    }
    return null
  },
  examples: {
    found: [
      {
        text: 'If you use the outputs of Heron to train or improve an AI model that you distribute, you shall also include "Heron" at the beginning of its name.',
        mode: 'duty',
        parameters: { outputs: true },
      },
      {
        text: 'Where results of the Materials are used to create another model, you must display "Improved with Heron" in its documentation.',
        mode: 'duty',
      },
      { text: '如果您使用输出训练其他模型，您应当在该模型名称前加上前缀“Heron”。', mode: 'duty' },
    ],
    left: [
      'You must keep every notice in the Trained Models, and you must name the files you changed in the Trained Models.',
      'You shall not use the outputs to train any other model named "Heron".',
      'If you distribute a product that contains the Model, you shall display "Built with Heron".',
      'If you use outputs to train a model, you are encouraged to include "Heron" in its name.',
    ],
  },
} satisfies ClauseKind
