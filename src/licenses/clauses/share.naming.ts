import type { ClauseKind } from '../clause.ts'
import { holds, moodAt, OWES } from '../mood.ts'
import { near, runs } from '../nearby.ts'

const PUT =
  /\b(?:includ|add|us(?:e|ing)|start|begin|prefix|nam(?:e|ed|ing)|contain|carry|retain|keep|incorporat|hav(?:e|ing))\w*\b|包含|加上|添加|冠以|使用|命名/
const PREFIX =
  /\b(?:at|to|in) the (?:beginning|start|front) of\b|\bas (?:a |the )?prefix\b|\bprefix(?:ed)?\b|\b(?:start|begin)s? with\b|\bas (?:the )?(?:first )?part of\b|前缀|开头|名称(?:的)?前/
const OPENS = /\b(?:start|begin)s? with\b|以\S{1,20}开头/
const PREFIXED = /\bprefix\b/
const NAMED = /\b(?:be|are|is) named\b|命名为/
const CONTAINS = /\b(?:contain|include|carry|retain)s?\b|包含|含有/
const QUOTED = /["“「]/
const NAME = /\b(?:nam(?:e|es|ed|ing)|title)\b|名称|命名/
const MODEL =
  /\b(?:models?|derivatives?|derivative works?|modifications?|modified versions?|fine-?tun\w+|versions?)\b|模型|衍生/
const DIFFERENT = /\b(?:different|distinct|another|other|new|own|rename|change)\b|不同/

/** A model made from this one must carry its name in its own. */
export const shareNaming = {
  id: 'share.naming',
  name: 'Naming prefix for derivatives',
  looksFor: 'A duty to begin the name of a derived model with the name of this one, or to keep it in the name.',
  falseFriends: 'A duty to choose a different name, which is the opposite and usual.',
  against: ['modify', 'share'],
  reaches: ['modified', 'adapter', 'trained-on-outputs'],
  weighs: 'asks',
  keywords: 'name names named naming title prefix 名称 命名 前缀'.split(' '),
  ways: [[OWES, NAME, MODEL]],
  find(passage) {
    if (!holds(passage, 'duty')) return null
    const text = passage.lower
    if (!near(text, 160, NAME, MODEL)) return null
    for (const put of [
      ...runs(text, 90, PUT, PREFIX),
      ...runs(text, 0, OPENS),
      ...runs(text, 20, PREFIXED, NAME),
      ...runs(text, 12, NAMED, QUOTED),
      ...runs(text, 30, NAME, CONTAINS, QUOTED),
      ...runs(text, 30, CONTAINS, QUOTED, NAME),
    ]) {
      const around = text.slice(Math.max(0, put.start - 60), put.end + 60)
      if (!NAME.test(around) || DIFFERENT.test(text.slice(Math.max(0, put.start - 40), put.end))) continue
      if (moodAt(passage, put.start)?.mode === 'duty' || moodAt(passage, put.end)?.mode === 'duty') {
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
