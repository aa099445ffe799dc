import type { ClauseKind } from '../clause.ts'
import { forbiddenAt, MAY_FORBID } from '../forbidden.ts'
import { has } from '../nearby.ts'

const MILITARY =
  /\b(?:militar(?:y|ies|i[sz]ed)|paramilitary|warfare|war(?! and peace)(?=[ ,;.]|$)|weapon\w*|munitions|nuclear|armed forces|armies|missiles?|chemical or biological|defen[cs]e (?:industry|contracts?|applications?))\b|军事|军用|军队|武器|战争|核武|国防/
/** arms that are illegal anyway, among other crimes, and what export law lists */
const ONLY_ILLEGAL = /^(?:illegal|unlawful|unlicensed)[^.;]{0,20}$/
const EXPORT = /\bexport(?:s|ed|ing)?\b|\bend[- ]use\b/

/** Military use, weapons or nuclear technology are barred. */
export const fieldMilitary = {
  id: 'field.military',
  name: 'Military and weapons ban',
  looksFor: 'A ban on military use, warfare, weapons or nuclear technology.',
  falseFriends: 'Government purchase clauses, "not designed for nuclear facilities", export law.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
  keywords:
    'military militaries militarized militarised paramilitary warfare war weapon munitions nuclear armed armies missile missiles biological defense defence 军事 军用 军队 武器 战争 核武 国防'.split(
      ' ',
    ),
  ways: [[MAY_FORBID, MILITARY]],
  find(passage) {
    const { lower: text } = passage
    const at = forbiddenAt(passage, MILITARY)
    if (at < 0) return null
    if (has(text, EXPORT) && !/\bmilitary (?:use|purposes|applications)\b/.test(text)) return null
    return ONLY_ILLEGAL.test(text.slice(Math.max(0, at - 20), at)) ? null : { mode: 'ban', at }
  },
  examples: {
    found: [
      { text: 'You may not use the Model for military purposes.', mode: 'ban' },
      {
        text: 'You will not use the Model for:\n- Harm to children\n- Warfare or the development of weapons',
        mode: 'ban',
      },
      { text: '您不得将本软件用于任何军事目的。', mode: 'ban' },
    ],
    left: [
      'The Software is not designed or intended for use in nuclear facilities.',
      'Use by military agencies of the government is subject to FAR 12.212; you may not remove this notice.',
      'You may use the Model for military research.',
      'The training data covers military history.',
    ],
  },
} satisfies ClauseKind
