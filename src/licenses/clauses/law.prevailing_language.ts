import type { ClauseKind } from '../clause.ts'
import { first, has, run, runs } from '../nearby.ts'

const LANGUAGE =
  /\b(english|chinese|french|german|japanese|korean|spanish|portuguese|italian|russian|arabic)(?: language)?(?: (?:version|text|original|translation))?\b|(中文|英文|英语|汉语|日文|韩文|法文)(?:版本?|文本)?/
const CHINESE = /以(中文|英文|英语|汉语|日文|韩文|法文)(?:版本?|文本|正文|原文|原版)?(?:[ \w./()-]{1,60})?为准/
const PREVAILS =
  /\balone is\b|\bonly\b[^.;]{0,40}\b(?:binding|authoritative|official|authentic)\b|\b(?:wins?|counts?|decides?|is decisive|shall be decisive|has priority|applies|prevails?|controls?|governs?|takes? precedence|is (?:the )?(?:authentic|binding|authoritative|official|controlling|governing))\b|为准|优先|\b(?:binds|is to be followed|is followed|must be followed)\b/
const VERSION =
  /\b(?:versions?|texts?|translations?|languages?|original)\b|版本|文本|翻译|语言|不一致|歧义|差异|冲突|译|解释|仅供参考|\b(?:wording|rendering)\b/
const NAMES: Readonly<Record<string, string>> = {
  中文: 'Chinese',
  汉语: 'Chinese',
  英文: 'English',
  英语: 'English',
  日文: 'Japanese',
  韩文: 'Korean',
  法文: 'French',
}

/** Which language version decides where translations differ. */
export const lawPrevailingLanguage = {
  id: 'law.prevailing_language',
  name: 'Prevailing language',
  looksFor: 'The statement that the version in one language prevails.',
  falseFriends: 'The languages a model speaks, and a document that prevails over another.',
  against: [],
  reaches: [],
  weighs: 'harmless',
  keywords: [
    'english',
    'chinese',
    'french',
    'german',
    'japanese',
    'korean',
    'spanish',
    'portuguese',
    'italian',
    'russian',
    'arabic',
    '中文',
    '英文',
    '英语',
    '汉语',
    '日文',
    '韩文',
    '法文',
  ],
  find(passage) {
    const text = passage.lower
    if (!has(text, VERSION)) return null
    const chinese = first(text, CHINESE)
    if (chinese) {
      const language = NAMES[chinese[1] ?? '']
      return { mode: 'definition', at: chinese.index, ...(language ? { parameters: { language } } : {}) }
    }
    for (const said of runs(text, 70, LANGUAGE, PREVAILS)) {
      const word = said.parts[0]?.words ?? ''
      const latin = /^[a-z]+/.exec(word)?.[0]
      const language = latin ? latin.charAt(0).toUpperCase() + latin.slice(1) : NAMES[word.slice(0, 2)]
      return { mode: 'definition', at: said.start, ...(language ? { parameters: { language } } : {}) }
    }
    const follow = run(text, 24, /\bfollow\b/, LANGUAGE)
    return follow ? { mode: 'definition', at: follow.start } : null
  },
  examples: {
    found: [
      { text: '在法律解释上，以英文原版LICENSE (LICENSE)为准。', mode: 'definition' },
      { text: '若日文版与中文版存在差异，以日文版为准。', mode: 'definition' },
      {
        text: 'In case of conflict between translations, the English version shall prevail.',
        mode: 'definition',
        parameters: { language: 'English' },
      },
      {
        text: 'If the texts differ, the Chinese text controls.',
        mode: 'definition',
        parameters: { language: 'Chinese' },
      },
      { text: '如中英文版本不一致，以中文版本为准。', mode: 'definition', parameters: { language: 'Chinese' } },
    ],
    left: [
      'The model understands English and Chinese.',
      'In case of conflict, this Agreement prevails over the documentation.',
      'An English version is available.',
    ],
  },
} satisfies ClauseKind
