import type { ClauseKind } from '../clause.ts'
import { isForbidden } from '../forbidden.ts'
import { moodAt } from '../mood.ts'
import { first, has } from '../nearby.ts'

const PRODUCTION =
  /\bproduction (?:use|uses|purposes?|environments?|systems?|deployments?|settings?)\b|\b(?:commercial|live) (?:or|and) production\b|\b(?:use[ds]?|deploy\w*|run|operat\w+) [^.;]{0,40}\bin (?:a |any )?production\b|生产(?:环境|用途|使用|系统)/
const NON_PRODUCTION = /\bnon-?production\b|非生产/
const ADVICE =
  /\bnot (?:recommended|advised|suitable|ready|intended|tested)\b|\bmass production\b|\bproduction of\b|不建议/
const EXCLUDES =
  /\b(?:does not include|do not include|excluding|exclud\w+|other than|except for|not including)\b[^.;]{0,90}$|不包括[^。；]{0,30}$/

/** Use in production is barred. */
export const purposeNoProduction = {
  id: 'purpose.no_production',
  name: 'No production use',
  looksFor: 'A ban on production use, or a grant for non-production use only.',
  falseFriends: 'Advice ("not recommended for production"), production of goods.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  makes: 'non-commercial',
  keywords: ['production', 'nonproduction', '生产'],
  find(passage) {
    const { lower: text } = passage
    if (has(text, ADVICE)) return null
    const non = first(text, NON_PRODUCTION)
    if (non !== null && /\b(?:grant|use|uses|right|only|solely|licen[cs]e|purpose)/.test(text)) {
      const mood = moodAt(passage, non.index)?.mode
      return mood === 'plea' ? null : { mode: mood === 'ban' ? 'ban' : 'grant', at: non.index }
    }
    const match = first(text, PRODUCTION)
    if (match === null) return null
    const at = match.index + match[0].indexOf('production')
    if (EXCLUDES.test(text.slice(Math.max(0, match.index - 120), match.index)))
      return { mode: /\bmeans?\b|"/.test(text.slice(0, match.index)) ? 'definition' : 'ban', at: match.index }
    return isForbidden(passage, Math.max(0, at)) ? { mode: 'ban', at: match.index } : null
  },
  examples: {
    found: [
      { text: 'You may not use the Software in production.', mode: 'ban' },
      { text: 'Heron grants you the right to copy, modify and make non-production use of the work.', mode: 'grant' },
      { text: 'Research Use does not include any production use of the Materials.' },
      { text: '不得将本软件用于生产环境。', mode: 'ban' },
    ],
    left: [
      'The preview is not recommended for production use.',
      'The model is ready for production use.',
      'You may use the model in production.',
      'You must not use it for the production of weapons.',
    ],
  },
} satisfies ClauseKind
