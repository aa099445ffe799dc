import type { ClauseKind } from '../clause.ts'
import { forbiddenAt, MAY_FORBID } from '../forbidden.ts'
import { first, has } from '../nearby.ts'

const MILITARY =
  /\b(?:militar(?:y(?! insignia)|ies|i[sz]ed)|paramilitary|warfare|war(?! and peace)(?=[ ,;.]|$)|weapon\w*(?! (?:malware|code|exploits?|software))|armaments?|army|killer robots?|(?<!\b(?:royal|coats? of|crests and|the) )arms\b(?! length)|munitions|nuclear|armed forces|armies|soldiers|combat|battlefield|drones? strikes?|bombs?|explosives|ammunition|targeting systems?|missiles?|defen[cs]e (?:ministr\w+|departments?|forces|sector|purposes?|sponsors?)|ministr(?:y|ies) of defen[cs]e|arms (?:production|trade|industry|manufactur\w+)|chemical or biological|defen[cs]e (?:industry|contracts?|contractors?|applications?|research|projects?))\b|军事|军用|军队|军工|武器|弹药|战争|作战|核武|国防/
/** "exclusively for peaceful purposes" */
const PEACEFUL =
  /\b(?:only|solely|exclusively)\b[^.;]{0,30}\b(?:peaceful|civil(?:ian)?|non-?military) (?:purposes?|uses?|applications?|ends)\b|\b(?:peaceful|civil(?:ian)?|non-?military) (?:purposes?|uses?|applications?|ends) only\b|仅(?:限|可|能)?(?:用于)?(?:和平|民用)(?:目的|用途)/
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
    'peaceful civil civilian 和平 民用 non-military military militaries militarized militarised paramilitary warfare war weapon munitions nuclear armed armies missile missiles bombs explosives ammunition combat battlefield targeting arms armaments army killer biological defense defence 军事 军用 军队 武器 战争 核武 国防'.split(
      ' ',
    ),
  ways: [[MAY_FORBID, MILITARY], [PEACEFUL]],
  find(passage) {
    const { lower: text } = passage
    const peaceful = first(text, PEACEFUL)
    if (peaceful !== null) return { mode: 'ban', at: peaceful.index }
    const at = forbiddenAt(passage, MILITARY)
    if (at < 0) return null
    if (has(text, EXPORT) && !has(text, /\bmilitary (?:use|purposes|applications)\b/)) return null
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
      'This licence does not cover the use of:\n- logos, crests, military insignia and the Royal Arms;',
      'You may not develop weaponized malware.',
      'The Software is not designed or intended for use in nuclear facilities.',
      'Use by military agencies of the government is subject to FAR 12.212; you may not remove this notice.',
      'You may use the Model for military research.',
      'The training data covers military history.',
    ],
  },
} satisfies ClauseKind
