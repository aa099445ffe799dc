import type { ClauseKind } from '../clause.ts'
import { moodAt } from '../mood.ts'
import { first, has, run } from '../nearby.ts'

const GROUP =
  /\b(?:competitors?|(?:cloud|software|hosting|infrastructure|ai|api)(?: (?:or|and) \w+)? (?:service )?(?:providers?|vendors?|companies)|service providers?|hyperscalers?|(?:state|government(?:al)?|law enforcement|military|intelligence|public) (?:agenc(?:y|ies)|bod(?:y|ies)|entit(?:y|ies)|organi[sz]ations?|contractors?)|governments|employees|contractors|for-profit (?:entit(?:y|ies)|compan(?:y|ies)|organi[sz]ations?)|corporations|large (?:companies|enterprises)|defen[cs]e contractors?|persons? (?:listed|subject)|companies that|entities that|individuals (?:or contractors )?employed)\b|(?:云|软件|云计算)?服务(?:提供)?商|竞争对手|竞争者|政府机构|军队|受制裁/
const ARMED = /^(?:law enforcement|(?:the )?military|police|an? army)\b/
const NOT_A =
  /\b(?:are|is|be) not (?:currently )?(?:an? |any |the )?|\bneither you nor (?:your|any|its) (?:affiliates?|subsidiar\w+|parent\w*)[^.;]{0,40}\b(?:are|is)\b|\bno licensee is\b|不(?:是|属于|为|得为)/
const WITHHELD =
  /\b(?:not (?:available|granted|licensed|offered|extended|open|eligible|permitted|allowed|authori[sz]ed|the target)|may not (?:use|be used|access|download|exercise)|(?:is|are) (?:excluded|ineligible|prohibited|barred)|excludes?|no (?:rights?|licen[cs]e)s? (?:is|are|to|under)|shall not be used)\b|不授予|不得使用|无权使用|不适用|除外/
const EMPLOYED =
  /\b(?:not|never|excluding|except|other than)\b[^.;]{0,80}\bby (?:individuals|persons|anyone)[^.;]{0,40}\b(?:employed|engaged)\b/
/** "only universities may use it" shuts out the rest */
const ONLY_GROUP =
  /\bonly (?:non-?commercial|non-?profit|academic|public|educational)[^.;]{0,30}\b(?:organi[sz]ations?|institutions?|entities|users)\b[^.;]{0,160}\bmay\b|仅限[^。；]{0,20}(?:高校|学术机构|非营利机构)/
const LISTED =
  /\b(?:listed|named|identified) on (?:any|the)\b[^.;]{0,60}\b(?:restricted|denied|sanction\w*|prohibited|blocked|entity|specially)\b[^.;]{0,40}\blists?\b|\b(?:target|subject) of (?:any )?(?:u\.s\. |economic |trade )*sanctions\b/
const BINDS = /\b(?:you|licensee|licensees|user|users|represent|warrant|agree|shall|must|may|not)\b/
/** an act for somebody's benefit, a name to endorse with, an export to somebody: not a user who is shut out */
const OTHER = /\b(?:endorse|liab(?:le|ility)|warrant(?:y|ies) of|indemnif|trademark|names? of)\b/

/** Named groups get no license: competitors, providers, employees of companies, persons on a sanctions list. */
export const personsExcluded = {
  id: 'persons.excluded',
  name: 'Excluded persons or sectors',
  looksFor:
    'Groups of people or organizations that get no license: competitors, cloud or software providers, agencies, employees of companies, sanctioned persons.',
  falseFriends:
    'Duties to obey export law, acts that are forbidden to everybody, disclaimers that name employees or contractors.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  keywords:
    'organizations organisations institutions competitor competitors provider providers vendor vendors hyperscaler agency agencies governmental government governments employees contractors contractor employed engaged corporations companies enterprises entities entity sanctions sanctioned listed 服务商 提供商 竞争对手 竞争者 政府机构 军队 制裁'.split(
      ' ',
    ),
  ways: [[LISTED, BINDS], [EMPLOYED], [ONLY_GROUP], [NOT_A, GROUP], [NOT_A, ARMED], [WITHHELD, GROUP]],
  find(passage) {
    const text = passage.lower
    const listed = first(text, LISTED)
    if (listed !== null && has(text, BINDS))
      return { mode: 'ban', parameters: { group: 'sanctioned persons' }, weighs: 'asks', at: listed.index }
    if (has(text, OTHER)) return null
    const employed = first(text, EMPLOYED)
    if (employed !== null) return { mode: 'ban', parameters: { group: 'employees of companies' }, at: employed.index }
    const only = first(text, ONLY_GROUP)
    if (only !== null) return { mode: 'ban', parameters: { group: 'commercial organizations' }, at: only.index }
    const isNot = run(text, 40, NOT_A, GROUP) ?? run(text, 3, NOT_A, ARMED)
    if (isNot !== null && CONDITION.test(`${passage.lead} ${text}`))
      return { mode: 'ban', parameters: { group: isNot.parts[1]?.words ?? '' }, at: isNot.start }
    const withheld = run(text, 30, WITHHELD, TO, GROUP) ?? run(text, 60, GROUP, WITHHELD)
    if (withheld === null) return null
    const group = withheld.parts.find(({ words }) => GROUP.test(words))
    if (group === undefined || moodAt(passage, withheld.start)?.mode === 'plea') return null
    return { mode: 'ban', parameters: { group: group.words }, at: withheld.start }
  },
  examples: {
    found: [
      {
        text: 'The license is granted on condition that neither you nor your affiliates are cloud service providers.',
        mode: 'ban',
      },
      { text: 'Competitors of Heron Labs may not use the Materials.', mode: 'ban' },
      { text: 'No rights are granted to law enforcement agencies.', mode: 'ban' },
      {
        text: 'You represent that you are not listed on any government restricted parties list.',
        mode: 'ban',
        parameters: { group: 'sanctioned persons' },
      },
      { text: '您及您的关联方不是云服务提供商时，方可使用本模型。', mode: 'ban' },
    ],
    left: [
      'You shall comply with all applicable export laws.',
      'In no event are the Licensor or its employees liable to you.',
      'You may not use the names of contributors or their employees to endorse products.',
      'Cloud service providers may host the model.',
      'Your employees and contractors must agree to these terms.',
    ],
  },
} satisfies ClauseKind

const TO = /\b(?:to|for|by)\b|向|给|于/
const CONDITION =
  /\b(?:if|provided|condition|represent|warrant|only|where|grant\w*|may|licensed?|must)\b|条件|须|方可|如果|若|可以|保证|承诺|满足/
