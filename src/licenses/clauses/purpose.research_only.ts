import { isCircumstance } from '../circumstance.ts'
import type { ClauseContext, ClauseKind, Passage } from '../clause.ts'
import { moodAt } from '../mood.ts'
import { every, first, has } from '../nearby.ts'
import { isOneOfOnly, isOnlyPurpose } from '../purpose.ts'

const RESEARCH =
  /\b(?:statistical (?:reporting|analys[ie]s|research)|research|academic|academia|educational|education|scientific|teaching|scholarly|scholarship|scholars|classroom|non-?profit research|evaluation(?! (?:materials?|terms?|agreement|period|kits?|software|versions?|cop(?:y|ies)|packs?|product))|evaluating|evaluate|experimentation|experiments?|benchmarking|coursework|stud(?:y|ies)|enquiry|inquiry|investigations?|scientists?|researchers|learning|non-?profit education)\b(?! (?:institut\w+|organi[sz]ations?|teams?|papers?|groups?|labs?|laborator\w+|communit\w+|funding|publications?|journals?|articles?|staff|partners?|benchmarks?|findings|results|editions?|previews?))(?: (?:and|or|&|\/) (?:\w+ ))?(?: (?:\w+ )?(?:purposes?|uses?|activities|only))?|研究|学术|教育|教学|科研|科学实验|评估|测试|\b(?:assessment|assessing|academic work)\b|\bevaluation\b(?! (?:materials?|terms?|agreement|period|kits?|software|versions?|cop(?:y|ies)|packs?|product))/g
const PURPOSE =
  /\b(?:purposes?|uses?|using|research|activities|only|solely|exclusively|licen[cs]e[ds]?|permission|permitted|employed|study|teaching|investigation|work)\b|用途|目的|使用|用于|供|范围|科研|\bmerits\b|\binternal\b/
/** what is only for research is not the work: credits, data, money, a body of people */
const OTHER =
  /\bconfidential information\b|\bevaluat\w+ (?:[\w-]+ ){1,3}(?:relationship|investment|opportunity|transaction)\b|\b(?:does|do) not constitute\b[^.;]{0,60}\badvice\b|\b(?:information|results|site|website|page|article|post|tutorial|screening|report|blog)\b[^.;]{0,50}\b(?:is|are|been) (?:[\w-]+ ){0,3}?(?:solely |only |purely )?for educational\b|不构成[^。；]{0,8}(?:建议|意见)|\byour (?:\w+ )?(?:data|answers|responses|information|uploads|submissions?|recordings|photos)\b[^.;]{0,40}\b(?:will|is|are|be)\b|\bdata (?:that )?you (?:submit|provide|enter)\b|\banonymi[sz]ed and (?:will be )?used\b|\bwe (?:only|solely|just)\b|\b(?:evaluat|test|benchmark|compar|stud)(?:e|es|y|ies|ed|ing|s)? (?:only|solely) (?:one|two|some|a|the|those|on|with|if|when|our|open|\d)\b|\bonly (?:evaluat|test|benchmark|compar)(?:e|es|ed|s)?\b|\bonly for the first\b|\b(?:not possible|impossible|unable|hard|difficult) to (?:restrict|limit|confine)\b|\b(?:release|version|update|patch|commit)s?\b[^.;]{0,20}\bevaluation only\b|(?:我们|本文|本节|这里)(?:仅|只)|\b(?:we|authors?|they|team) (?:have |had |has )?(?:only |so far )?(?:used|evaluated|trained|tested|collected|studied)\b|\b(?:was|were|been) (?:only |solely )?(?:evaluated|trained|tested|validated|benchmarked|studied)\b|\b(?:flag|option|switch|setting|parameter|script|folder|directory|function|command|endpoint) (?:exists?|is|are)(?: \w+){0,2} (?:solely|only|exclusively|strictly)? ?for\b|\bresearch only (?:last|this|recently|a few)\b|\bresearch (?:institut\w+|organi[sz]ation|team|papers?|group|lab\w*|communit\w+)s? only\b|\bresearch (?:funding|grant)\b|\bonly (?:the )?(?:last|first|best|final) [\w ]{3,30} (?:was|were) used\b/

/** one's own research and development, in a text that lets one deploy under another section */
const INTERNAL = /\binternal research and development\b/
const deploys = (passages: readonly Passage[]): boolean =>
  passages.some(
    other => !INTERNAL.test(other.lower) && /\byou may\b[^.;]{0,80}\b(?:deploy|distribute)\b/.test(other.lower),
  )

/** "Permitted purpose: academic study." */
const PERMITTED =
  /^permitted (?:purposes?|uses?)(?: (?:is|are))?: ?(?:\w+ ){0,3}(?:research|study|academic|education\w*|teaching|evaluation)\b|\buse to evaluate [^.;]{0,220}\b(?:is|are) (?:use for )?(?:a |the )?permitted purpose\b/

/** "models trained with it should not be used outside of research" in a card */
const SHOULD =
  /\bshould (?:not be used (?:outside(?: of)?|beyond|for (?:anything|purposes) (?:but|other than))|only be used (?:for|in)) (?:[\w-]+ ){0,2}?(?:research|academic|educational|scientific|scholarly)\b/
/** "free for academic institutions for research and education" */
const FREE_FOR =
  /^(?:it is |it's |this is )?free (?:of charge )?(?:for|to) (?:[\w-]+[ ,]+){1,12}?(?:for|in) (?:[\w-]+ ){0,2}?(?:research|academic|education|teaching|scholarly|scientific)\b(?![^.;]{0,60}\bcommercial\b)/
/** "permits its use for non-commercial, research and educational activities" */
const GIVEN_FOR =
  /\b(?:permits?|grants?|licen[cs]e[sd]?|released|available|provided)\b[^.;]{0,90}\bfor (?:your |any )?non-?commercial,? (?:research|academic|educational|teaching)[\w, -]{0,40}\b(?:activities|purposes?|use)\b(?![^.;]{0,60}\bcommercial\b)/
const BOTH = /(?<!non-)(?<!non )\bcommercial(?:ly)?\b/
const GRANTED_ZH =
  /授予(?:您|你)(?:的)?(?:以|用于|出于|为)?(?:非商业(?:性)?(?:的)?)?(?:学术)?(?:研究|学术|教育|科研)(?:目的|用途|使用)/
/** the rest is shut out in so many words */
const NO_OTHER =
  /^[^.]{0,80}(?:\b(?:every|any|all) other (?:\w+ )?(?:purposes?|uses?) (?:is|are) (?:excluded|prohibited|forbidden|not)|\bnot otherwise\b|\b(?:and|but) (?:for )?no other\b|\bnothing else\b)|不得(?:用于)?[^。]{0,8}其他|^[^.]{0,60}\b(?:nowhere else|in no other (?:way|manner)|nothing else)\b|未获授权/

/** "a non-profit organization means an entity operated exclusively for educational purposes" */
const A_BODY = /\bmeans? (?:an?|any) (?:[\w-]+ ){0,3}(?:entity|organi[sz]ation|institution|person|company|body)\b/

/** the sentence after a purpose that shuts out the rest: "That is the one purpose permitted." */
const THAT_ALONE =
  /^(?:licensees?|you|recipients?|users?) (?:shall|may|must|will) not use (?:it|them|(?:the|this|these) \w+) for any other (?:purpose|use)|^(?:that|this|these) (?:is|are) the (?:one|only|sole) (?:uses?|purposes?)\b|^(?:any|every|all) (?:other )?(?:uses?|purposes?) (?:is|are|that)\b[^.]{0,30}\b(?:excluded|prohibited|forbidden|breach|not)|^(?:do )?(?:anything|nothing) else\b/
const GIVEN = /\b(?:given|made available|released?|provided|licensed|granted|access|is for|used?)\b/
const saysSo = (passage: Passage, context: ClauseContext): boolean =>
  has(passage.lower, GIVEN) && context.after(passage, 1).some(({ lower }) => has(lower, THAT_ALONE))

/** "only for non-commercial purposes, such as research": one of several */
const EXAMPLE_OF =
  /\bnon-?commercial (?:purposes?|uses?|activities)\W{0,5}(?:such as|including|like|e\.g\.|for example|for instance)\b[^.;]*$/

/** Use is limited to research, teaching or evaluation. */
export const purposeResearchOnly = {
  id: 'purpose.research_only',
  name: 'Research, education or evaluation only',
  looksFor: 'A grant or definition of purpose that shuts out everything but research, teaching or evaluation.',
  falseFriends:
    'Intended-use statements of a model card ("intended for research"), encouragement of research, "including but not limited to research".',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'non-commercial',
  keywords:
    'statistical research academic academia educational education scientific teaching scholarly scholarship scholars classroom evaluation evaluating evaluate experimentation experiment experiments benchmarking coursework study studies enquiry inquiry investigation learning students 研究 学术 教育 教学 科研 评估 assessment assessing internal'.split(
      ' ',
    ),
  find(passage, context) {
    const { lower: text } = passage
    if (has(text, OTHER) || has(text, A_BODY) || (has(text, INTERNAL) && context.once(deploys))) return null
    const advised = first(text, SHOULD)
    if (advised !== null) return { mode: 'plea', at: advised.index }
    const permitted = first(text, PERMITTED)
    if (permitted) return { mode: 'definition', at: permitted.index }
    const free = first(text, FREE_FOR) ?? first(text, GRANTED_ZH) ?? (has(text, BOTH) ? null : first(text, GIVEN_FOR))
    if (free !== null) return { mode: 'grant', at: free.index }
    for (const match of every(text, RESEARCH)) {
      const end = match.index + match[0].length
      if (
        !PURPOSE.test(text.slice(match.index, end + 60)) &&
        !/\bpurposes? (?:of|other than) (?:\w+ ){0,2}$|用于|供|仅/.test(
          text.slice(Math.max(0, match.index - 40), match.index),
        )
      )
        continue
      if (
        !isOnlyPurpose(passage, match.index, end) &&
        !isOneOfOnly(passage, match.index, context) &&
        !saysSo(passage, context)
      )
        continue
      if (EXAMPLE_OF.test(text.slice(0, match.index))) continue
      const mood = moodAt(passage, match.index)?.mode
      if (mood === 'plea' || (mood === 'ban' && isCircumstance(passage, match.index))) continue
      if (
        mood === 'ban' ||
        /\b(?:other than|except)\b/.test(text.slice(Math.max(0, match.index - 60), match.index)) ||
        NO_OTHER.test(text.slice(end))
      )
        return { mode: 'ban', at: match.index }
      return { mode: /\bmeans?\b|是指/.test(text.slice(0, match.index)) ? 'definition' : 'grant', at: match.index }
    }
    return null
  },
  examples: {
    found: [
      {
        text: 'Heron Labs permits the use of the records for non-commercial, research and educational activities.',
        mode: 'grant',
      },
      {
        text: 'Recipient may use the corpus solely for:\n- Academic research and publication\n- Benchmark evaluation of systems',
        mode: 'grant',
      },
      { text: '使用前请阅读以下条款：\n- 本数据集仅限于学术研究。', mode: 'grant' },
      {
        text: 'Permission is granted for use in education and academic research; no other rights are given.',
        mode: 'grant',
      },
      { text: 'You can use this tune for research and nothing beyond that.', mode: 'grant' },
      { text: 'Please note that all tunes are exclusively licensed for research purposes.', mode: 'grant' },
      { text: '许可方授予您的非商业研究目的复制和分发软件的许可。', mode: 'grant' },
      { text: '- Free for universities for non-commercial research and education.', mode: 'grant' },
      { text: 'This checkpoint is strictly for scientific purposes.', mode: 'grant' },
      { text: 'You are granted a license to use the Model solely for academic research purposes.', mode: 'grant' },
      { text: 'The Model is released for research use only.', mode: 'grant' },
      { text: '"Permitted Purpose" shall mean scientific research and evaluation purposes only.', mode: 'definition' },
      { text: 'You will not make any use of the weights other than research use.', mode: 'ban' },
      { text: '本模型仅供学术研究使用。' },
    ],
    left: [
      'You may use the weights only for non-commercial purposes, such as research, teaching and play.',
      'The raw switch exists solely for offline research on models without filters.',
      'You must not use it for:\n- Assessing an offence risk based solely on profiling or personality.',
      'Free credits are available for non-commercial research purposes and for commercial use on request.',
      'You may use the model solely for:\n- Internal business operations\n- Academic research',
      'Private experimentation is permitted only if the changed files stay with you.',
      'Licensee may let its contractors use the Evaluation Materials only if they keep them secret.',
      'These Evaluation Terms govern only what is provided under this document.',
      'Free for universities for research and for commercial work.',
      'Free to use for everyone.',
      'You agree not to use the Model for any purpose if you had more than $2,000,000 in revenue, except where your use is limited to personal use or research purposes.',
      'The model is intended for research on language understanding.',
      'We encourage use of the model for research purposes.',
      'You may use the Model for any purpose, including but not limited to research.',
      'You may use the Model for research or commercial purposes.',
      '欢迎将本模型用于研究。',
    ],
  },
} satisfies ClauseKind
