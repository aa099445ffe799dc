import type { ClauseKind } from '../clause.ts'
import { BAN_WORDS, BANS, isBanned, moodAt } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'
import { OUTPUT as OUTPUTS } from '../outputs.ts'
import { rowSays } from '../rows.ts'

const OUTPUT = new RegExp(
  `${OUTPUTS.source}|\\bresults\\b|\\bgenerated (?:material|content)\\b|\\bwhat you make with it\\b`,
)

const ONLY = /\bonly (?:for|as|in|to|if|under)\b|仅(?:限|可|能)/
const BE_USED =
  /(?:也|亦|同样)?不得用于|\b(?:may|must|shall|can|will) (?:not )?be (?:used|put to|employed|applied|exploited|sold|published|turned)\b|\b(?:cannot|can't) be (?:used|put to)\b|\b(?:is|are) not to be (?:used|put to)\b/
const USE = /\b(?:use|uses|using|used|share|distribute|disseminate|publish|sell)\b|使用|利用|传播|发布/
const SUBJECT =
  /\b(?:subject to|under the (?:same|restrictions|terms)|only within|within the (?:limits|bounds|terms)|used in (?:breach|violation)|in breach of|bound to|covered by|governed by|bound by|comply with|compliance with|contravene|in accordance with|violate|consistent with)\b|违反|遵守|受.{0,16}(?:约束|限制)|同样适用|\bhas to follow\b|\bfollow the same\b|\bshall be subject to\b|\bonly as those\b|同样须遵守|须遵守|\bonly be used within\b/
/** the terms themselves; a duty to obey the law is no limit of the license */
const TERMS =
  /\b(?:restrictions?|limits|limitations?|prohibitions?|rules|bans?|conditions?|provisions?|polic(?:y|ies)|agreement|license|licence|terms|section|paragraph|attachment)\b|使用限制|限制|许可|协议|条款|政策|\b(?:use restrictions|field-of-use|prohibited uses|articles?|annex|schedule)\b|禁止性规定|使用限制|附件|\b(?:same (?:rules|limits)|use limits)\b/
const DISCLAIMER = /\b(?:liable|liability|damages|warrant(?:y|ies)|risks?|represent(?:ing)?)\b|责任/
/** results of tests, not of the model */
const TESTS = /^[^.;]{0,30}\b(?:benchmark|evaluation|test|compar)\w*/
/** "do not distribute the results under its name": what was changed is meant */
const RENAMED = /^[^.;]{0,12}\bunder (?:the|its|that|this|any|another|your)\b[^.;]{0,24}\bnames?\b/
/** the outputs of others */
const THIRD = /\bthird[- ]party $/
const TRAIN = /\b(?:train|fine-?tune|improve|distil|develop|create|build)\w*\b|训练|微调|改进/

/** what the outputs may not be used to do, past a parenthesis or a relative clause */
const TO_DO = /^[^.;]{0,160}?\bto (?:otherwise |further )?([a-z-]+)/

const APPLY =
  /\b(?:shall |will |also |likewise )?(?:(?:apply|applies|extends?|carry over|carries over)(?: \w+){0,4} (?:to|for)|bind(?:s|ing)?|govern(?:s|ing)?|cover(?:s|ing)?|attach(?:es)? to|hold(?:s)? for|reach(?:es)?|for)\b|适用于|及于|约束|延伸至|\brun(?:s)? with\b|\bgovern\b|同样适用|也适用/
const NO_USE = /\bno use of (?:the |any )?outputs?\b/
/** "the output is bound only if its contents are a work based on the program" */
const ONLY_WHERE_ZH = /(?:只有|仅[在当]|只[在当])[^。；，]{0,30}(?:构成|属于|包含)[^。；，]{0,30}才/
const UNDER_ZH = /受/
const BOUND_ZH = /约束/

/** the matter of a table row */
const MATTER = /^(?:outputs?|generated (?:content|outputs?|media))(?: use)?$/
const ANSWER =
  /\b(?:non-?commercial|research)\b[^.;]{0,20}\bonly\b|\b(?:same|not (?:allowed|permitted)|prohibited|restricted)\b/

/** Limits of the license that bind what is made with the model. */
export const outputRestricted = {
  id: 'output.restricted',
  name: 'Use limits extend to outputs',
  looksFor: 'Outputs are named among the things whose use is forbidden or bound to the terms.',
  falseFriends:
    'A ban on training with outputs, a duty to obey the law, and a disclaimer that outputs come as they are.',
  against: ['use'],
  reaches: ['outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
  keywords:
    'output outputs results generated generates produced produces makes made synthetic content 输出 生成 make'.split(
      ' ',
    ),
  also: [
    'run',
    'runs',
    'too',
    'likewise',
    'follow',
    '适用',
    '遵守',
    ...BAN_WORDS,
    ...'apply applies same extend bind govern cover within subject governed bound comply compliance contravene accordance violate consistent only 违反 遵守 受 仅'.split(
      ' ',
    ),
  ],
  ways: [
    [MATTER, ANSWER],
    [NO_USE],
    [TERMS, APPLY, OUTPUT],
    [OUTPUT, SUBJECT, TERMS],
    [BANS, USE, OUTPUT],
    [OUTPUT, UNDER_ZH, BOUND_ZH],
    [USE, OUTPUT, ONLY],
    [OUTPUT, BE_USED],
  ],
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'ban', at: row }
    const text = passage.lower
    if (has(text, DISCLAIMER)) return null
    const no = run(text, 30, NO_USE, /\b(?:can|may|shall|must)\b/)
    if (no) return { mode: 'ban', at: no.start }
    const reach = run(text, 80, TERMS, APPLY, OUTPUT)
    if (
      reach &&
      !/\bownership\b/.test(text.slice(reach.start, reach.end)) &&
      !/\b(?:not|no|never)\b(?! (?:only|the|merely|just))|不适用/.test(text.slice(reach.start, reach.end))
    )
      return {
        mode: /^(?:prohib|restrict|limit|ban|rules|使用限制)/.test(reach.parts[0]?.words ?? '') ? 'ban' : 'duty',
        at: reach.start,
      }
    for (const bound of runs(text, 60, OUTPUT, SUBJECT)) {
      const end = text.slice(bound.end, bound.end + 120)
      const over = text.slice(bound.start, bound.end)
      if (ONLY_WHERE_ZH.test(over) || /前提是|\bprovided (?:that )?you\b/.test(over)) continue
      if (/\bnot\b|\bno longer\b|不受/.test(over) && !isBanned(passage, bound.end)) continue
      if (/\bonly if\b/.test(end) || THIRD.test(text.slice(0, bound.start))) continue
      if (TERMS.test(end) && binds(passage, bound.start, bound.end)) return { mode: 'duty', at: bound.start }
    }
    for (const used of runs(text, 200, USE, OUTPUT)) {
      const rest = text.slice(used.end, used.end + 60)
      if (RENAMED.test(rest) || TESTS.test(rest) || TRAIN.test(rest) || TRAIN.test(text.slice(used.start, used.end)))
        continue
      if (TRAIN.test(TO_DO.exec(text.slice(used.end, used.end + 200))?.[1] ?? '')) continue
      if (!/[;。；]/.test(text.slice(used.start, used.end)) && isBanned(passage, used.start))
        return { mode: 'ban', at: used.start }
    }
    const bound = run(text, 20, OUTPUT, UNDER_ZH, BOUND_ZH)
    if (bound && !has(text, /不受/) && !ONLY_WHERE_ZH.test(text.slice(bound.start, bound.end)))
      return { mode: 'duty', at: bound.start }
    for (const only of runs(text, 60, USE, OUTPUT, ONLY))
      if (moodAt(passage, only.start)?.mode === 'grant') return { mode: 'ban', at: only.start }
    for (const used of runs(text, 40, OUTPUT, BE_USED))
      if (
        (isBanned(passage, used.end) || /不得/.test(used.parts[1]?.words ?? '')) &&
        !TRAIN.test(text.slice(used.end, used.end + 60))
      )
        return { mode: 'ban', at: used.start }
    return null
  },
  examples: {
    found: [
      { text: 'No use of the Output may contravene any provision of this License.', mode: 'ban' },
      { text: 'Outputs shall be subject to the restrictions of Section 3.', mode: 'duty' },
      { text: 'You will not use the Software, or any data produced by the Software, for spam.', mode: 'ban' },
      { text: '您不得将生成的内容用于商业目的，也不得使用输出误导他人。', mode: 'ban' },
    ],
    left: [
      '程序的输出只有在其内容构成基于程序的作品时才受本许可证约束。',
      'If you change this file, please do not distribute the results under its name.',
      'Any output of the Program is subject to this license only if its contents are a work based on the Program.',
      'Third Party Output is subject to its own terms.',
      'Provider terms govern ownership of generated outputs.',
      '您保留利用本软件生成的内容的权利，前提是您遵守本协议。',
      'You may not use the Output to train another model.',
      'Your use of the Output must comply with applicable laws.',
      'The Output is provided as is and you use it at your own risk.',
      'You are free to use the Output for any purpose.',
    ],
  },
} satisfies ClauseKind

const FIRM = /\b(?:is|are|remains?) (?:also )?(?:subject to|governed by|bound by)\b|受/

function binds(passage: Parameters<typeof moodAt>[0], start: number, end: number): boolean {
  const mode = (moodAt(passage, end) ?? moodAt(passage, start))?.mode
  return mode === 'duty' || mode === 'ban' || (mode === undefined && FIRM.test(passage.lower.slice(start, end)))
}
