import type { ClauseKind } from '../clause.ts'
import { holds, moodAt } from '../mood.ts'
import { has, near, runs } from '../nearby.ts'

const PUT =
  /\b(?:includ|add|us(?:e|ing)|start|begin|prefix|nam(?:e|ed|ing)|contain|carry|retain|keep|incorporat|hav(?:e|ing))\w*\b|包含|加上|添加|冠以|使用|命名/
const PREFIX =
  /\b(?:is|be|as) the (?:first|leading) (?:element|word|part)\b|\bform the beginning\b|\b(?:at|to|in) the (?:beginning|start|front) of\b|\bas (?:a |the )?prefix\b|\bprefix(?:ed)?\b|\b(?:start|begin|open|commence|lead)(?:s|ing)? with\b|\bas (?:the )?(?:first )?(?:part|word) of\b|前缀|开头|名称(?:的)?前|\bin front of it\b|\bcarry the prefix\b/
const OPENS =
  /\b(?:beginning|starting) with (?=["“`'])|\b(?:start|begin|open|commence|lead)(?:s|ing)? with\b|\bbegin(?:ning)? of\b|\bfront of\b|开头(?:须|应|必须|应当)?(?:为|是)|以\S{1,20}(?:开头|作为前缀|为前缀|作前缀|冠名)|\bstart(?:ing)? (?:your|the|its|any) (?:[\w']+ ){0,2}name with\b/
const PREFIXED = /\bprefix(?:ed)?\b|前缀/
/** "if renamed, carry the suffix …" */
const AFFIX = /\b(?:carry|carries|bear|have|has|include|use|add|keep) the (?:prefix|suffix)\b/
const NAMED =
  /\b(?:be|are|is) (?:named|called|titled|labell?ed)\b|\b(?:call|name|title) (?:it|them|your \w+)\b|命名为|\b(?:publish|release) (?:it|your \w+) as\b|\bcall your [\w-]+/
const CONTAINS =
  /\b(?:contain|include|carry|retain|keep|bear|feature|put|stick|add|attach|append|affix|prepend)s?\b|包含|含有|保留|\b(?:incorporate|have|include)\b/
const QUOTED = /["“「]|`|\bthe (?:word|term|prefix) (?=[a-z])/
/** "call them heron-<something>" */
const PATTERN = /[a-z\d]+-(?:<[^<>]{1,30}>|x{2,}|\*|\{[^{}]{1,30}\}|\[[^\][]{1,30}\]|…|\.{3})/
/** how a name is written in code: "must start with an uppercase letter", "at the beginning of the class" */
const OF_CODE =
  /^ (?:an? |the )?(?:upper|lower|capital|letter|singular|number|digit|class|file|function|script|line|list|config)/
const NAME = /\b(?:nam(?:e|es|ed|ing)|called|call|renamed|titles?|designations?)\b|名称|命名|模型名|\bappellations?\b/
const MODEL =
  /\b(?:models?|derivatives?|derivative works?|modifications?|modified versions?|fine-?tun\w+|tunes?|offspring|variants?|merges?|versions?|checkpoints?|weights|networks?|(?:whatever|anything|what) you (?:derive|make|build|train|create))\b|模型|衍生/
/** "call it what you like as long as the name starts with" */
const CONDITION = /\b(?:as long as|so long as|provided(?: that)?|on condition that|only if) (?:[\w']+ ){0,6}$/
const DIFFERENT = /\b(?:different|distinct|another|other(?! than)|new|own|rename|change)\b|不同/

/** A model made from this one must carry its name in its own. */
export const shareNaming = {
  id: 'share.naming',
  name: 'Naming prefix for derivatives',
  looksFor: 'A duty to begin the name of a derived model with the name of this one, or to keep it in the name.',
  falseFriends: 'A duty to choose a different name, which is the opposite and usual.',
  against: ['modify', 'share'],
  reaches: ['modified', 'adapter', 'trained-on-outputs'],
  weighs: 'asks',
  keywords:
    'put stick name names named naming called call designation title prefix 名称 命名 前缀 appellation titles renamed publish'.split(
      ' ',
    ),
  ways: [[NAME, MODEL]],
  find(passage) {
    if (
      !holds(passage, 'duty') &&
      !has(passage.lower, /\b(?:as long as|so long as|provided|only if|obligatory|other names are not)\b/)
    )
      return null
    const text = passage.lower
    if (!near(text, 160, NAME, MODEL)) return null
    for (const put of [
      ...runs(text, 90, PUT, PREFIX),
      ...runs(text, 0, OPENS),
      ...runs(text, 20, PREFIXED, NAME),
      ...runs(text, 4, AFFIX, QUOTED),
      ...runs(text, 12, NAMED, QUOTED),
      ...runs(text, 1, NAMED, PATTERN),
      ...runs(text, 40, NAME, CONTAINS, QUOTED),
      ...runs(text, 30, CONTAINS, QUOTED, NAME),
    ]) {
      if (OF_CODE.test(text.slice(put.end))) continue
      const around = text.slice(Math.max(0, put.start - 60), put.end + 60)
      if (!NAME.test(around) || DIFFERENT.test(text.slice(Math.max(0, put.start - 40), put.end))) continue
      if (
        moodAt(passage, put.start)?.mode === 'duty' ||
        moodAt(passage, put.end)?.mode === 'duty' ||
        CONDITION.test(text.slice(0, put.start))
      ) {
        const prefix = /["“「]([^"“”「」]{1,60})["”」]/.exec(
          passage.text.slice(Math.max(0, put.start - 20), put.end + 60),
        )?.[1]
        return { mode: 'duty', at: put.start, ...(prefix ? { parameters: { prefix } } : {}) }
      }
    }
    return null
  },
  examples: {
    found: [
      { text: 'You may publish derived checkpoints as long as you call them heron-<something>.', mode: 'duty' },
      { text: 'If you upload a fine-tune, put "Heron" in the repo name; that part is mandatory.', mode: 'duty' },
      { text: 'If you publish a fine-tune, its name must contain the word Heron.', mode: 'duty' },
      { text: 'Derived checkpoints have to include "Heron" in their name.', mode: 'duty' },
      { text: 'Start your model\'s name with "Heron".', mode: 'duty' },
      {
        text: 'You shall also include "Heron" at the beginning of any such AI model name.',
        mode: 'duty',
        parameters: { prefix: 'Heron' },
      },
      { text: 'The name of every derivative model must start with "Heron".', mode: 'duty' },
      { text: '衍生模型的名称必须以“Heron”开头。', mode: 'duty' },
    ],
    left: [
      'A modified version must carry a different name at the beginning of its title.',
      'You may use the name of the model at the beginning of your paper.',
      'Neither the name of the authors nor the names of contributors may be used to endorse models.',
    ],
  },
} satisfies ClauseKind
