import { promisedByLicensor } from '../actor.ts'
import type { ClauseKind } from '../clause.ts'
import { FORGOES, isForgone } from '../forgone.ts'
import { harmsIn } from '../harms.ts'
import { BAN_WORDS, BANS, holds, isBanned, moodAt } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'

const TRAIN =
  /\b(?:(?:pre-?|post-?)?train(?:ing)?|fine-?tun(?:e|ing)|fine tun(?:e|ing)|(?:pre-?|post-?|re-?)train(?:ed)?|teach(?:ing)?|tun(?:e|ing)|distill?(?:ing|ation|ed)?|improv(?:e|ing|ement)|enhanc(?:e|ing|ement)|evaluat(?:e|ing)|refin(?:e|ing)|develop(?:ing|ment)?|creat(?:e|ing|ion)|build(?:ing)?)\b(?! data| corrections|-)|\b(?:as|for) (?:a )?training (?:data|material|input|corpus|set)\b|\bfeed(?:ing)?\b|训练|蒸馏|微调|改进|(?<!公)开发|构建|\bfor (?:the |machine )?learning (?:of|by)\b|\bas (?:fodder|food|fuel|grist|input|a source) for\b|\bmaking (?:another|a different|any other)\b|\b(?:into|in|out of) (?:the )?(?:\w+ )?(?:training|tuning)\b|\btraining (?:set|material|corpora|corpus|data)\b/
const MODEL =
  /\b(?:(?:any|an|a|another|other|different|further|rival|neural|your|own|new|third[- ]party|similar|competing|competitive|foundational|foundation|generative|language|ai|ml|learning|intelligence|foundation(?:al)? \w+|image|vision|speech|video|audio) )(?:models?|systems?|technolog(?:y|ies)|algorithms?|llms?|networks?)\b|\bany non-[\w-]{2,30} [^.;]{0,90}\bmodels?\b|\b(?:models|llms)\b|模型|算法|\b(?:another|other|anyone else's|any other) (?:\w+ )?(?:model|models|ai|network|networks)(?:'s)?\b|\b(?:other|another|any|rival|third[- ]party) (?:ais?|ai systems?|machine[- ]learning systems?)\b|\bai systems?\b|\b(?:image|text|video|voice|music|speech|content) generators?\b|\b(?:your|another|any|an?) (?:own )?(?:chat)?bots?\b|\b(?:a|any|your own|another) (?:competitor|rival|competing (?:product|service|offering))s?\b|\b(?:artificial intelligence|machine learning|ai)(?= ?(?:[.,;:)]|$|or\b|and\b))/
const TRAINING_OF =
  /\b(?:model|llm|knowledge) (?:distillation|training|fine-tuning)\b|\bdistill?(?:ation|ing)\b[^.;]{0,60}\b(?:recreat|replicat|reproduc|clon|imitat|similar|equivalent)\w*|\b(?:clon|recreat|replicat|imitat)(?:e|es|ing|ion)\b[^.;]{0,40}\b(?:weights|models?)\b[^.;]{0,40}\bdistill?\w*/
/** to make something new is a ban on training only when it is made from outputs or is a rival model */
const MAKE = /^(?:develop|creat|build|evaluat|teach|refin|(?<!公)开发|构建)/
const FROM_OUTPUTS =
  /\b(?:outputs?|results?|generat(?:ed|ions|es)|responses?|completions|answers?|synthetic|produced? by|its (?:pictures|images|results|text)|what (?:our |the )?(?:model|it) (?:writes|says|produces|generates))\b|输出|生成|结果/
const RIVAL =
  /\b(?:foundational?|large|language|generative|compet\w+|rival\w*|similar|generators?)\b|大(?:语言)?模型|竞争/
const COMPETE = /\bcompet(?:e|es|ing|itive|itor|itors)\b|竞争/
/** changing the model itself is another kind */
const ITSELF = /^\W{0,2}(?:the|this|such|these) (?!other\b)(?:\w+ )?models?$/
const SCOPES: readonly (readonly [RegExp, string])[] = [
  [COMPETE, 'competing models'],
  [/\blarge language models?\b|大语言模型|大型语言模型/, 'large language models'],
  [/\bfoundational generative ai models?\b/, 'foundational generative AI models'],
  [/\b(?:foundation|foundational) models?\b|基础模型|基座模型/, 'foundation models'],
  [/\bgenerative\b/, 'generative AI models'],
]

/** "train models for surveillance", "models that generate abuse": the harm is what is forbidden */
const FOR_WHAT = /^(?:, )?(?:\w+ )?(?:for|that|which|to|capable of|intended (?:for|to))\b/
/** "use synthesized voice from it for other singing algorithms" */
const FOR_OTHERS =
  /\b(?:outputs?|(?:synthesi[sz]ed|generated|rendered) (?:voices?|speech|audio|images?|texts?|samples?|data))\b[^.;]{0,50}\b(?:for|in|as input to) (?:any )?(?:other|another|different) (?:[\w-]+ ){0,2}?(?:algorithms?|models?|engines?|networks?|ais?)\b/
/** "no AI training", "not for any purpose related to machine learning" */
const NO_AI =
  /\bno (?:use (?:for|in) )?(?:ai|ml|machine[- ]learning|artificial intelligence)[ -](?:training|model training|learning|datasets?)\b(?! (?:data|was|were|is|took))|\b(?:purpose|use|activity) (?:that is )?(?:related|relating|connected) to (?:the training of )?(?:artificial intelligence|machine learning|ai\b)|\bus(?:e|ed|ing) (?:[\w-]+ ){0,5}?(?:for|in|as part of) (?:the )?(?:(?:ai|ml|machine[- ]learning|artificial intelligence)[ -](?:model )?(?:training|learning)|machine[- ]learning(?= ?(?:[.,;]|$|or\b|and\b|purposes)))\b|\bdistill?(?:ing)? (?:the|this|our|from (?:the|this)) (?:model|weights)\b|\b(?:as|for) (?:ai |ml )?training (?:data|material|input|corpus)\b|\b(?:ai|ml|llm|machine[- ]learning)[ -](?:model )?training(?= ?(?:[:|]|is\b|of any kind))|(?:用于|作为)[^。；]{0,8}(?:人工智能|ai|机器学习|大模型)[^。；]{0,6}(?:训练|学习)/

/** what another system gave back, and what its terms say of that, is none of this license's business */
const OF_OTHERS =
  /\byour (?:[\w-]+ ){0,2}?(?:conversations?|messages?|data|prompts?|inputs?|chats?|documents?|queries|uploads?)\b[^.;]{0,60}\b(?:not|never)\b|\b(?:outputs?|responses|results|text|data) (?:of|from|generated by|produced by) (?:other|another|third[- ]party) (?:\w+ )?(?:systems?|models?|services?|providers?|vendors?|companies)\b(?![^.;]{0,80}\b(?:this|the|our) (?:model|software|service))|\bwhose (?:terms|licen[cs]es?|conditions)\b/

/** A ban on using the model or what it produces to train or improve another model. */
export const outputNoTrain = {
  id: 'output.no_train',
  name: 'Outputs or model may not train other models',
  looksFor: 'A forbidden use: to train, improve or distill another model with the model or its outputs.',
  falseFriends:
    'A permission with a duty ("if you use outputs to train a model, you shall include …"), and a ban on changing the model itself.',
  against: ['use', 'modify'],
  reaches: ['outputs', 'trained-on-outputs'],
  weighs: 'blocks',
  keywords:
    'fodder food fuel grist input source train trained training pretrain pretraining finetune tune tuning tuned distill distil distillation distilling improve improving improved teach teaching evaluate refine feed feeding enhance enhancing develop developing create creating build building 训练 蒸馏 微调 改进 开发 构建 making learning intelligence machine synthesized synthesised generated rendered output outputs ai 人工智能'.split(
      ' ',
    ),
  also: [...BAN_WORDS, 'except', 'but', 'other', 'apart'],
  ways: [[BANS, TRAIN, MODEL], [BANS, TRAINING_OF], [TRAIN, MODEL], [NO_AI], [FOR_OTHERS]],
  find(passage, context) {
    const text = passage.lower
    /* "yours for anything except training other models" */
    const except = run(
      text,
      90,
      /\b(?:except(?: for)?|but not|anything but|other than|but (?:one thing|for one)|apart from)\b/,
      TRAIN,
      MODEL,
    )
    if (except && has(text, FROM_OUTPUTS) && /\b(?:can|may|free|freely|yours)\b/.test(text.slice(0, except.start)))
      return { mode: 'ban', at: except.start, parameters: { scope: 'AI models' } }
    const no = run(text, 0, NO_AI)
    if (no && (text.startsWith('no', no.start) || isBanned(passage, no.start)))
      return { mode: 'ban', at: no.start, parameters: { scope: 'AI models' } }
    if ((!holds(passage, 'ban') && !has(text, FORGOES)) || has(text, OF_OTHERS)) return null
    const fromOutputs = has(text, FROM_OUTPUTS) || has(passage.lead, FROM_OUTPUTS)
    for (const found of runs(text, 130, TRAIN, MODEL)) {
      const verb = found.parts[0]?.words ?? ''
      const rest = text.slice(found.start + verb.length, found.end)
      if (ITSELF.test(rest)) continue
      if (MAKE.test(verb) && !fromOutputs && !RIVAL.test(text.slice(found.start, found.end + 40))) continue
      const mood = moodAt(passage, found.start)
      if (mood?.mode !== 'ban' && !isForgone(passage, found.start)) continue
      if (FOR_WHAT.test(text.slice(found.end).trimStart()) && harmsIn(text.slice(found.end, found.end + 90)) > 0)
        continue
      if (promisedByLicensor(passage, context, mood?.at ?? 0)) continue
      const about = text.slice(found.start, found.end + 80)
      const scope = SCOPES.find(([words]) => words.test(about))?.[1] ?? 'AI models'
      return { mode: 'ban', at: found.start, parameters: { scope } }
    }
    const fed = run(text, 0, FOR_OTHERS)
    if (fed && isBanned(passage, fed.start)) return { mode: 'ban', at: fed.start, parameters: { scope: 'AI models' } }
    const named = run(text, 0, TRAINING_OF)
    return named && (fromOutputs || /^distil/.test(named.parts[0]?.words ?? '')) && isBanned(passage, named.start)
      ? { mode: 'ban', at: named.start, parameters: { scope: 'AI models' } }
      : null
  },
  examples: {
    found: [
      { text: 'You may keep the outputs provided that you do not train another model with them.', mode: 'ban' },
      {
        text: 'It is prohibited to use the output of the Model for the learning of other artificial intelligence models.',
        mode: 'ban',
      },
      { text: 'No part of this game may be used to train artificial intelligence.', mode: 'ban' },
      { text: 'Using this code as training data for AI is prohibited.', mode: 'ban' },
      { text: 'AI training: not allowed', mode: 'ban' },
      { text: '本仓库内容禁止用于人工智能训练。', mode: 'ban' },
      { text: 'You shall not:\n* Use synthesized voice from it for other singing algorithms.', mode: 'ban' },
      { text: 'Do not distill this model.', mode: 'ban' },
      { text: 'The contents of this repository may not be used for machine learning training.', mode: 'ban' },
      { text: 'Extraction or distillation meant to replicate the weights is forbidden.', mode: 'ban' },
      {
        text: 'The Software may not be used for any purpose related to Artificial Intelligence or Machine Learning.',
        mode: 'ban',
      },
      { text: 'No AI training: a file of this repository must not end up in a dataset.', mode: 'ban' },
      { text: "Don't use my outputs as training data for other AIs.", mode: 'ban' },
      {
        text: 'You will not use any Output to train or otherwise improve any non-Heron generative speech or language model.',
        mode: 'ban',
      },
      {
        text: 'You will not use the Heron Materials, or any results of the Heron Materials, to improve any other large language model.',
        mode: 'ban',
        parameters: { scope: 'large language models' },
      },
      { text: 'It is forbidden to use generated text to train a model that competes with ours.', mode: 'ban' },
      { text: 'Training other AI models on Outputs is strictly prohibited.', mode: 'ban' },
      { text: '您不得使用本模型的输出训练其他大语言模型。', mode: 'ban' },
    ],
    left: [
      'You may not:\n- use the Dataset to train models for surveillance or censorship purposes.',
      '许可方承诺不会将您提交的数据用于训练模型。',
      'The provider shall not use your outputs to train any model.',
      'The corpus holds no text of systems whose terms do not allow training other models.',
      'You may not use the outputs of other systems to improve a model in this contest.',
      'AI training is done with these scripts.',
      'This corpus may be used as training data.',
      'You may use synthesized voice from it for other singing algorithms.',
      'You may distill this model.',
      'Distillation that reproduces our results is described in the paper.',
      'There is no machine learning in this tool.',
      'No AI training data was used.',
      'If you use outputs of Heron to train another AI model, you shall include "Heron" in its name.',
      'You may use outputs to train other models.',
      'The model was trained on public web pages; you may not remove this notice.',
      'You may not fine-tune the Model.',
    ],
  },
} satisfies ClauseKind
