import type { ClauseKind } from '../clause.ts'
import { holds, moodAt } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'

const LABEL =
  /\b(?:notices?|mark|tag(?:s|ged|ging)?|flag(?:s|ged|ging)?|notes?|tell(?:ing)?|communicat(?:e|es|ed|ing)|mak(?:e|ing) (?:it )?(?:clear|plain|known|obvious)|disclos(?:e|es|ed|ing|ure)|label(?:s|l?ed|l?ing)?|indicat(?:e|es|ed|ing|ion)|captions?|accompanied by|watermark\w*|mark(?:ed|ing)?|identif(?:y|ies|ied)|disclaim(?:ed|ing)?|stat(?:e|es|ed|ing) that|statements?|say(?:s|ing)?|states?|inform(?:ed|ing)?|declar(?:e|ed|ing|ation))\b|标识|标注|标明|注明|标记|声明|披露|告知|提示|水印|\b(?:announced|disclosing|visible mark|recogni[sz]able|say that|must say|audible notice)\b|添加[^。；]{0,12}标识|标示|标明/
const MACHINE =
  /\b(?:machine[- ]generated|ai[- ]generated|artificially (?:generated|created)|artificial origin|\bai (?:pictures|images|texts?|content|generated|made)\b|written by (?:a|the|an)|synthetic(?:ally)?|generated (?:by|using|with|or modified)|created (?:by|using|with)|(?:by|using|from|with|of) (?:an? |the |your )?(?:ai|artificial intelligence|model|machine|computer|algorithm)|(?:machine|computer|ai)[- ](?:made|created|produced|written)|a machine made|made by|outputs?)\b|人工智能生成|ai ?生成|由.{0,6}生成|生成(?:的)?内容|输出|\b(?:synthetic speech|as such|synthetic origin|a machine made|voice is artificial|artificial)\b|\bsynthesi[sz]ed\b/
const CONTENT =
  /\b(?:outputs?|content|information|images?|pictures?|text|texts|media|material|audio|videos?|speech|voices?|works?|results|generated|posts?|articles?|publications?)\b|内容|输出/
const WITHOUT =
  /\bwithout (?:expressly |explicitly |clearly |prominently |intelligibly |and )+(?:disclaiming|disclosing|indicating|stating|labell?ing|marking|informing)|\bwithout (?:disclaiming|disclosing|labell?ing|indicating|informing)\b|未(?:明确|显著)?(?:标识|声明|注明)/
/** "without an AI disclosure" */
const UNDISCLOSED =
  /\bwithout (?:an? |any |the )?(?:clear |visible |prominent |proper )*(?:ai|machine|synthetic)[- ](?:generated )?(?:disclosures?|labels?|notices?|tags?|disclaimers?|watermarks?)\b/
const PRETEND = /\b(?:mis)?represent(?:ing|ed)? (?:that )?/
const HUMAN = /\b(?:human[- ](?:generated|made|created|written)|(?:an? )?human (?:performance|work|voice|author))\b/
const GENERATED =
  /合成(?:的)?(?:内容|图片|音频|视频)|\b(?:outputs|(?:generated|synthetic|machine-made|ai-generated) (?:content|images?|pictures?|text|media|material|videos?|works?|audio|speech|voices?)|(?:content|images?|pictures?|text|audio|videos?|media|material|speech|music|works?) (?:that )?(?:is |are )?(?:generated|produced|made|created|synthesi[sz]ed) (?:by|with|using|from))\b|生成(?:的)?内容|\b(?:synthetic|ai-made|artificial) (?:speech|voices?|texts?|images?|pictures?|audio|video)\b|\bgenerated (?:audio|video|pictures|speech)\b|生成的(?:图片|图像|视频|影像|音频|文本)|生成(?:之)?(?:影像|图像|图片)|\b(?:pictures|images|videos?|texts?|audio) (?:made|created|generated) with\b|\bai (?:involvement|use|usage|assistance|generation)\b|\b(?:use|involvement) of (?:an? )?(?:ai|artificial intelligence)\b/
const FOREIGN =
  /\b(?:notices?|modif(?:ied|ications?)|changes?|source code|trademarks?|personal|confidential|identifiable)\b/

/** "removing the watermark is a violation" */
const STRIP = /\b(?:remov|falsif|strip|disabl|obscur|tamper)(?:e|es|ed|ing|y|ying|ping)?\b/
const MARK_OF =
  /\b(?:watermarks?|ai[- ]generated (?:labels?|marks?|tags?)|provenance (?:marks?|metadata|block|data|information)|content credentials)\b|水印/
/** the marks of the work itself, told in one list with its notices */
const WITH_NOTICES =
  /\b(?:copyright|authorship|author attribution|proprietary) (?:notices?|marks?|information)?\b[^.;]{0,40}\bwatermarks?\b|\bwatermarks?\b[^.;]{0,40}\bcopyright\b|(?:版权|署名)[^。；]{0,16}水印|水印[^。；]{0,16}版权/
/** "present synthetic speech as an authentic recording" */
const PASS_OFF =
  /\b(?:represent|misrepresent|present|portray|pass(?:ing)? off)(?:ing|ed)? (?:[\w-]+ ){0,4}?(?:speech|audio|outputs?|content|images?|voices?|recordings?|videos?|text)\b[^.;]{0,30}\bas (?:an? )?(?:authentic|genuine|real|human)\b/
/** what a law asks of some, told as news */
const OF_LAW = /\b(?:depends on|under|by) the (?:eu )?ai act\b|^in the (?:eu|european union),? certain\b/
/** "responses come from a language model" */
const FROM_MODEL =
  /\b(?:responses|answers|replies|content|text|results|output|outputs) (?:may )?(?:come|comes|originate|originates|stem|stems|is|are|was|were)(?: \w+)? (?:from|by) an? (?:[\w-]+ ){0,2}(?:model|ai|machine)\b/
/** a person is told who answers */
const TELLS = /\b(?:told|informed|notified|made aware|tell|inform|notify)\b|告知|提示|\b(?:disclose[sd]?|disclosing)\b/
const WITH_AI =
  /\b(?:interact\w*|talk\w*|speak\w*|chat\w*|deal\w*) (?:\w+ )?(?:with|to) an? (?:ai|artificial|machine|bot|computer|model)|与(?:人工智能|ai)|\bai (?:involvement|assistance)\b|\b(?:involvement|use|presence) of (?:an? )?(?:ai|artificial intelligence)\b|\bthat (?:they|it|users?|people) (?:are|is) (?:talking|speaking|interacting|dealing)\b[^.;]{0,20}\b(?:ai|machine|bot)\b|\bai[- ]made\b|\bmachine[- ]made\b/

/** A duty to say or mark that content was made by a machine. */
export const outputLabelDuty = {
  id: 'output.label_duty',
  name: 'Duty to disclose or mark outputs',
  looksFor: 'A duty to label or watermark outputs as machine-made, or a ban on passing them off without saying so.',
  falseFriends: 'A request only ("we ask that you indicate …"), and a duty to mark changed files.',
  against: ['use'],
  reaches: ['outputs'],
  weighs: 'asks',
  keywords:
    'disclose disclosed disclosing disclosure label labeled labelled labeling indicate indicated indicates indication indicating watermark watermarks watermarking mark marked disclaiming disclaim state states stating statement statements tag caption captions accompanied tagged flag flagged tell telling told informed notified notice notices says saying clear known declare declaration inform represent representing 标明 标记 告知 提示 标识 标注 注明 声明 披露 水印 标记 提示 announced visible recognizable say 标示 添加 ai-made machine-made involvement labels tags disclaimers synthesized synthesised provenance credentials responses misrepresent communicate present portray pass passing'.split(
      ' ',
    ),
  also: 'machine computer ai artificial synthetic generated generates produced made created model output human 生成 输出 人工智能 speech voice pictures watermark provenance responses answers authentic genuine real'.split(
    ' ',
  ),
  ways: [
    [WITHOUT, MACHINE],
    [STRIP, MARK_OF],
    [PRETEND, HUMAN],
    [PASS_OFF],
    [TELLS, WITH_AI],
    [TELLS, FROM_MODEL],
    [LABEL, MACHINE],
    [GENERATED, LABEL],
  ],
  find(passage) {
    if (!holds(passage, 'ban', 'duty', 'plea') || has(passage.lower, OF_LAW)) return null
    const text = passage.lower
    const without = run(text, 140, WITHOUT, MACHINE)
    if (without) {
      const mood = moodAt(passage, without.start)
      if (mood?.mode === 'ban' || (mood === null && passage.lead !== '')) return { mode: 'ban', at: without.start }
    }
    const stripped = run(text, 60, STRIP, MARK_OF)
    if (stripped && !has(text, WITH_NOTICES) && moodAt(passage, stripped.start)?.mode === 'ban')
      return { mode: 'ban', at: stripped.start }
    const undisclosed = run(text, 0, UNDISCLOSED)
    if (undisclosed && moodAt(passage, undisclosed.start)?.mode === 'ban') return { mode: 'ban', at: undisclosed.start }
    const passed = run(text, 0, PASS_OFF)
    if (passed && moodAt(passage, passed.start)?.mode === 'ban') return { mode: 'ban', at: passed.start }
    const pretended = run(text, 80, PRETEND, HUMAN)
    if (pretended && moodAt(passage, pretended.start)?.mode === 'ban') return { mode: 'ban', at: pretended.start }
    const told = run(text, 60, TELLS, WITH_AI) ?? run(text, 60, TELLS, FROM_MODEL)
    if (told && moodAt(passage, told.start)?.mode === 'duty') return { mode: 'duty', at: told.start }
    for (const said of runs(text, 110, LABEL, MACHINE)) {
      if (!has(text, CONTENT)) continue
      const before = text.slice(Math.max(0, said.start - 110), said.end + 40)
      if (FOREIGN.test(text.slice(said.start, said.end).replace(/^notices? (?:that|saying|stating)/, ''))) continue
      if (!CONTENT.test(before)) continue
      const mode = moodAt(passage, said.start)?.mode
      if (mode === 'duty' || mode === 'plea') return { mode, at: said.start }
    }
    for (const marked of runs(text, 70, GENERATED, LABEL)) {
      if (FOREIGN.test(text.slice(marked.start, marked.end + 40))) continue
      const place = marked.parts[1]?.at ?? marked.start
      if (
        moodAt(passage, place)?.mode === 'duty' &&
        (passage.language === 'zh' ||
          /\b(?:must|shall|ha(?:s|ve) to|needs? to|(?:is|are) (?:to|required|obliged))\b|应|须/.test(
            text.slice(marked.start, place),
          ))
      )
        return { mode: 'duty', at: marked.start }
    }
    return null
  },
  examples: {
    found: [
      {
        text: 'You may not:\n- represent synthetic speech as an authentic recording of a person;\n- sell it.',
        mode: 'ban',
      },
      { text: 'Clearly disclose synthetic speech where listeners could take it for real.', mode: 'duty' },
      { text: 'You must clearly communicate to users that content is AI-generated.', mode: 'duty' },
      {
        text: 'If you build a product on it:\n1. Disclose to end-users that responses come from a language model.\n2. Link to the sources.',
        mode: 'duty',
      },
      { text: 'You must not:\n- Misrepresent generated audio as a human performance.\n- Harass anyone.', mode: 'ban' },
      { text: 'Removing the watermark from what the model wrote is a violation of this policy.', mode: 'ban' },
      {
        text: 'You agree to inform the listeners that the speech samples are synthesized by the models.',
        mode: 'duty',
      },
      { text: 'Do not publish the generated images without an AI disclosure.', mode: 'ban' },
      { text: 'If you deploy it, you should:\n- disclose AI involvement clearly to end users.', mode: 'duty' },
      { text: 'Every image you publish must carry a visible notice that it was machine generated.', mode: 'duty' },
      { text: 'You may not publish text without clearly disclosing that it is machine-generated.', mode: 'ban' },
      { text: 'You must ensure that all Outputs carry a disclosure that they were generated by AI.', mode: 'duty' },
      { text: 'We ask that you label content as created using the Model.', mode: 'plea' },
      { text: '您应当在生成内容中标识其由人工智能生成。', mode: 'duty' },
    ],
    left: [
      'You may not remove or hide author attribution, copyright notices, watermarks or metadata of the files.',
      'We removed the watermark from the photographs we trained on, and the model output shows it.',
      'You shall disclose AI training costs to the tax office.',
      'You must mark modified files with a notice that states the changes.',
      'Outputs may indicate bias.',
      'You must not disclose personal data.',
    ],
  },
} satisfies ClauseKind
