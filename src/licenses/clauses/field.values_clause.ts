import type { ClauseKind } from '../clause.ts'
import { forbiddenAt, MAY_FORBID } from '../forbidden.ts'
import { isOwed } from '../mood.ts'
import { first, has, runs } from '../nearby.ts'

const VALUES =
  /\b(?:national (?:security(?! (?:acts?|laws?|controls?)\b)|interests?|unity)|state (?:security|power|interests?)|public (?:interests?|order|morals?)|social (?:order|stability|morality|values)|public interest|harmony|morality|morally|immoral\w*|unethical\w*|ethics|core values|human dignity|dignity|decency|(?:good|public) (?:taste|conscience)|conscience|beneficial to (?:humanity|society|mankind|people)|(?:benefit|good|interests?|welfare|well-being|values|conscience) of (?:humanity|mankind|humankind|the (?:nation|state|country|community))|common good|humanity|religious (?:feelings|sentiments)|territorial integrity|(?:the )?values of (?:our|the|this|its) \w+|(?:our|the licensor's|its) (?:core |shared )?values|socialist|patriotic|interests of (?:society|the public|human beings)|rights and interests of human|evil|good morals|indecent|inappropriate(?! for\b))\b|国家安全|国家统一|国家利益|社会公共利益|公共利益(?!之要求|的要求)|社会秩序|公序良俗|社会公德|道德|伦理|核心价值观|善良风俗|社会(?:稳定|安定|和谐)|民族(?:团结|感情)|主流价值|政权|\b(?:detriment(?:al)?|harm(?:ful)?|damage|damaging|disservice|danger) to (?:society|the public|humanity|humankind|mankind|the community)\b/
const GOOD = /\b(?:shall|must|may) (?:only )?be used for good\b|\bfor good,? (?:and )?not (?:for )?evil\b/
const RESPECT = /\b(?:respect|observe|uphold|conform to|comply with|adhere to|abide by)\b|尊重|遵守|遵循|符合/
/** "use the data in an ethical manner, with respect for human dignity" */
const ETHICALLY =
  /\buse (?:\w+ ){0,6}?(?:in an? (?:\w+ and )?(?:ethical|moral|humane)(?: and \w+)? (?:manner|way|fashion)|(?:\w+ and )?ethically|for ethical purposes)\b|\b(?:must|shall|agree to) (?:only )?(?:be used )?(?:in an? (?:\w+ and )?ethical(?: and \w+)? (?:manner|way)|ethically)\b/
const HOPED = /\b(?:hope|encourage|wish|please)\b/
/** "may you do good and not evil" wishes; "the requirement of public interest" is for the one who publishes */
const WISHED = /^\W*may you\b|\brequirements? of (?:the )?public interest\b/
/** how a text is to be read, not how the work is used */
const READING =
  /\bprofessional setting\b|\b(?:interpret\w*|construed|governing law|conflict of laws?|enforce\w*|mandatory)\b|\b(?:ethics|ethical) (?:clearance|approval|review|committees?|boards?)\b/

/** Vague limits of morality or state interest. */
export const fieldValuesClause = {
  id: 'field.values_clause',
  name: 'Values and national-interest clause',
  looksFor: 'A ban on use against national security, public interest, morals, ethics or the like.',
  falseFriends: '"Public order" in clauses on interpretation, ethics statements that bind nobody.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
  keywords:
    'values national state public social harmony morality morally immoral unethical ethics conscience decency humanity mankind society socialist religious territorial beneficial core dignity interests evil good morals indecent inappropriate 国家 公共利益 社会 公序良俗 道德 伦理 核心价值观 善良风俗 ethical ethically detriment detrimental'.split(
      ' ',
    ),
  ways: [[GOOD], [MAY_FORBID, VALUES], [RESPECT, VALUES], [ETHICALLY]],
  find(passage) {
    const { lower: text } = passage
    const good = first(text, GOOD)
    if (good !== null) return { mode: 'ban', at: good.index }
    if (has(text, READING) || has(text, WISHED)) return null
    const at = forbiddenAt(passage, VALUES, 'object')
    if (at >= 0) return { mode: 'ban', at }
    const ethically = first(text, ETHICALLY)
    if (ethically !== null && !has(text, HOPED) && isOwed(passage, ethically.index))
      return { mode: 'duty', at: ethically.index }
    for (const respected of runs(text, 40, RESPECT, VALUES))
      if (isOwed(passage, respected.start)) return { mode: 'duty', at: respected.start }
    return null
  },
  examples: {
    found: [
      { text: 'You may not use it for acts that violate governing laws, or are against ethics.', mode: 'ban' },
      { text: 'Any usage that may pose a detriment to society is strictly forbidden.', mode: 'ban' },
      { text: 'You agree to use this corpus in an ethical manner.', mode: 'duty' },
      { text: 'Users must use the recordings responsibly and ethically.', mode: 'duty' },
      { text: 'You will not use the Model for any act that harms the public interest or national unity.', mode: 'ban' },
      { text: 'You will not use the Model for any act that may undermine national security.', mode: 'ban' },
      { text: 'Your use must respect social ethics and moral standards.', mode: 'duty' },
      { text: '您对模型的使用应当尊重社会公德和伦理道德。', mode: 'duty' },
      { text: 'The Model must be used for good, not for evil.', mode: 'ban' },
      { text: '您不得利用本模型危害国家安全或社会公共利益。', mode: 'ban' },
    ],
    left: [
      'May you do good and not evil.',
      'The license does not allow authors to restrict how their work is used, making it inappropriate for those who want more control.',
      'The licence does not cover:\n- information that is deemed sensitive under the National Security Act;',
      'We collected the data in an ethical manner.',
      'We hope you will use it ethically.',
      'Do not publish private messages as a dataset without consent and ethics clearance.',
      'Terms contrary to public order must not be interpreted to apply.',
      'We care about ethics and the public interest.',
      'You may use the Model in the public interest.',
      '本模型有助于维护公共利益。',
    ],
  },
} satisfies ClauseKind
