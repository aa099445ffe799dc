import { isCircumstance } from '../circumstance.ts'
import type { ClauseKind } from '../clause.ts'
import { moodAt } from '../mood.ts'
import { first, has, run } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const GROUP =
  /\b(?:anti-?social (?:forces|groups|elements)|organi[sz]ed crime|crime syndicates?|(?:entit(?:y|ies)|compan(?:y|ies)|organi[sz]ations?|businesses|persons?|anyone) (?:engaged|involved|active|dealing) in|commercial (?:entit(?:y|ies)|organi[sz]ations?|actors?)|ad-?tech|competitors?|(?:providers?|vendors?|operators?) of (?:\w+ ){0,2}(?:cloud|hosting|computing|infrastructure|software)|anyone (?:building|selling|making|developing|working|employed)|(?:cloud|software|hosting|infrastructure|ai|api)(?: (?:or|and) \w+)? (?:service )?(?:providers?|vendors?|companies|operators?|platforms?|resellers?)|service providers?|hyperscalers?|(?:sale|provision|resale|business|supply) of (?:cloud|hosting|computing|software|ai)\b|(?:armed|police|security) forces|(?:arms|armaments?) (?:manufacturers?|makers?|dealers?|companies|producers?)|weapons? (?:manufacturers?|makers?|companies)|(?:tobacco|gambling|oil|mining|fossil[- ]fuel|insurance|advertising|pharmaceutical|media|tech|technology) (?:companies|firms|industry|producers?|operators?)|data brokers?|public authorities|(?:state|government(?:al)?|law enforcement|police|military|intelligence|public|security) (?:and \w+ |or \w+ )?(?:agenc(?:y|ies)|bod(?:y|ies)|authorit(?:y|ies)|services|forces?|departments?|entit(?:y|ies)|organi[sz]ations?|contractors?)|governments|employees|contractors|for-profit (?:entit(?:y|ies)|compan(?:y|ies)|organi[sz]ations?|corporations?)|corporations|(?:work|working) (?:for|at) (?:an? )?(?:big|large)|(?:large|big|publicly (?:traded|listed)|listed|commercial) (?:companies|enterprises|corporations|technology companies)|companies|firms|enterprises|defen[cs]e contractors?|persons? (?:listed|subject)|companies that|entities that|individuals (?:or contractors )?employed|nationals of|sanctioned (?:persons?|part(?:y|ies)|entit(?:y|ies)))\b|(?:云|软件|云计算)?服务(?:提供)?商|竞争对手|竞争者|竞争(?:性)?(?:关系)?(?:的)?(?:企业|公司|机构)|企业(?:及其员工)?|(?:政府|军事|情报|执法|国防)(?:机构|部门|单位|机关)|军队|军方|军工(?:企业|单位)|执法机关|情报机构|受制裁|(?:被)?列入[^。；，]{0,8}名单|\bundertakings (?:which|that|who|offering)\b|\b(?:minors|children|persons? (?:under|below) (?:the age of )?\d{2})\b|\bhyperscalers?\b|云计算服务商|\b(?:persons?|entit(?:y|ies)|compan(?:y|ies)|anyone|organi[sz]ations?)(?: or (?:persons?|entit(?:y|ies)|compan(?:y|ies)))? (?:that|who|which) (?:\w+ )?competes?\b|\b(?:foreign |national |state |local )governments?\b|\bgovernment,/
const ARMED = /\b(?:law enforcement|(?:the )?military|police|an? army)\b/
const NOT_A =
  /\b(?:are|is|be) not (?:currently )?(?:an? |any |the )?|\bneither you nor (?:your|any|its) (?:affiliates?|subsidiar\w+|parent\w*)[^.;]{0,40}\b(?:are|is)\b|\bno licensee is\b|不(?:是|属于|为|得(?:是|为|属于))/
/** "I confirm that I am not employed by …, nor a national of …" */
const AM_NOT =
  /\b(?:am|are|is) (?:[\w ]{1,24} and )?(?:not|neither)(?:,[^,;.]{1,40},)? (?:[\w-]+ ){0,2}?(?:employ(?:ed|ees?)|working|affiliated|acting|agents?|representatives?|contractors?|citizens?|nationals?|residents?|members?|subject|competitors?)\b[^.;]{0,24}\b(?:by|for|at|with|of|in|to)\b/
/** "not … any party subject to trade or economic sanctions" */
const SANCTIONED =
  /\bon (?:the|any|an?) (?:[\w.-]+ ){0,4}?(?:ofac|sanctions?|sdn|denied|restricted|blocked|entity|consolidated)\b[^.;]{0,40}\blists?\b|\b(?:subject to|targets? of|targeted by) (?:\w+ ){0,5}?sanctions\b/
const AVOWED =
  /\b(?:i|we|you|licensees?|users?|recipients?|applicants?|the undersigned)\b[^.;]{0,30}\b(?:confirm|declare|certif(?:y|ies)|represent|warrant|attest|affirm)s?\b/
const WITHHELD =
  /\b(?:don't|do not|doesn't|does not|won't|will not) (?:licen[cs]e|grant|give|provide|offer|sell|release) (?:[\w-]+ ){0,4}?(?=to\b)|\byou (?:may|can)(?:not| not|'t) use\b|\bno (?:rights?|licen[cs]e)s?(?: whatsoever)? (?:is|are) (?:\w+ ){1,6}?(?=(?:(?:up)?on|to)\b)|\bwho (?:can't|cannot|may not) use\b|\bisn't for\b|\b(?:not (?:available|granted|licensed|offered|extended|open|eligible|permitted|allowed|authori[sz]ed|entitled|the target|extend|apply|a licensee|among the licensees|qualify|benefit|covered|benefit from|receive)|(?:may|shall|must|can|will)(?:not| not) (?:use|be (?:used|exercised)|access|download|exercise|rely|obtain|receive|acquire|run|deploy|touch|invoke|make use|be (?:made available|provided|given|licensed|supplied|granted))|cannot (?:use|be (?:used|exercised|relied on)|access|download|exercise|rely|obtain|receive)|(?:is|are) (?:\w+ )?(?:excluded|ineligible|prohibited|barred|denied|forbidden|disqualified)|excludes?|no (?:rights?|licen[cs]e|permission|grant)s? (?:is|are|to|under|for|whatsoever)|(?:receives?|obtains?|ha(?:s|ve)|enjoys?|acquires?|gets?|takes?|derives?) no (?:rights?|licen[cs]e|permission)|shall not be used|withheld from|off[- ]limits|closed to)\b|不授予|不得使用|不得向|无权使用|不适用|不得获得|不能获得|不享有|不属于|无权|除外|不得|\bobtain nothing\b|\b(?:gets?|receives?|obtains?) (?:no|nothing)\b|\bmake no use\b|\bdoes not apply\b|\bno rights\b|\b(?:don't|do not|doesn't|does not) get (?:a |any |this )?licen[cs]e\b|\bof no avail to\b|\bno (?:rights?|licen[cs]e) (?:is|are) granted (?:hereunder |herein |by this \w+ )?to\b|\b(?:prohibit|forbid|ban|disallow)(?:s|ed)? (?:any |all |the )?(?:use|uses|usage|access)\b[^.;]{0,40}\b(?:by|on behalf of)\b/
const EMPLOYED =
  /\b(?:not|never|excluding|except|other than)\b[^.;]{0,80}\bby (?:individuals|persons|anyone)[^.;]{0,40}\b(?:employed|engaged)\b/
/** "only universities may use it" shuts out the rest */
const ONLY_GROUP =
  /\b(?:only|solely|exclusively) (?:to |for |by )?(?:accredited |registered |individual |natural persons? |non-?commercial |non-?profit |academic |public |educational )?(?:non-?commercial|non-?profit|academic|public|educational|charit\w+|universit\w+|research|natural persons|individuals|students)[^.;]{0,30}\b(?:organi[sz]ations?|institutions?|entities|users|bodies|persons)\b[^.;]{0,160}\b(?:may|can|is|are)\b|仅限[^。；]{0,20}(?:高校|学术机构|非营利机构)|\bonly (?:private |natural )?(?:individuals|natural persons|students|charities|hobbyists|universities|non-?profits)\b[^.;]{0,80}\b(?:may|can) (?:use|download|access|run|deploy)\b/
/** "the user is one of the following: …" shuts out whoever is none of them */
const ONE_OF =
  /\b(?:the )?(?:user|licensee|recipient|you) (?:is|are|must be|shall be|(?:must )?fall(?:s)? (?:into|under|within)|qualif(?:y|ies) as|belongs? to) (?:\w+ ){0,2}?(?:at least )?(?:only )?(?:one|any)(?: or more)? of the following\b|\b(?:you|users?|licensees?) (?:is|are) (?:only )?(?:eligible|qualified|entitled)\b[^.;]{0,60}\bif (?:you|they) are:?$|\b(?:all )?owners are workers\b/
const LISTED =
  /列入[^。；，]{0,8}制裁[^。；，]{0,4}名单|\b(?:entity|entities|persons?|party|anyone) on (?:an? |any |the )?(?:\w+ )?sanctions? lists?\b|\b(?:listed|named|identified|appear(?:s|ing)?|included|placed|designated) (?:on|in|under) (?:any|the|a|an)\b[^.;]{0,60}\b(?:restricted|denied|sanction\w*|prohibited|blocked|entity|specially)\b[^.;]{0,40}\blists?\b|\b(?:denied|restricted|blocked|sanctioned)[- ](?:part(?:y|ies)|persons?|entit(?:y|ies))\b|\b(?:target|subject) of (?:any )?(?:u\.s\. |economic |trade )*sanctions\b/
/** "no use if you offer a service that competes with ours" shuts out whoever does, whatever the use */
const COMPETES =
  /\b(?:if|who|where|when|any(?:one| entity| person| party)?|entit(?:y|ies)|compan(?:y|ies)|organi[sz]ations?|that)\b[^.;]{0,120}\b(?:provid|offer|mak|sell|develop|operat|market|run)\w*\b[^.;]{0,60}\b(?:products?|services?|offerings?|business(?:es)?)\b[^.;]{0,30}\b(?:compet(?:es?|ing|itive)|rivals?)\b/
const BINDS =
  /实体|任何|您|\b(?:entity|has|no|receives?|persons?|you|licensee|licensees|user|users|represent|warrant|agree|shall|must|may|not)\b/
/** an act for somebody's benefit, a name to endorse with, an export to somebody: not a user who is shut out */
const OTHER =
  /\b(?:termination of rights|endorse|liab(?:le|ility)|warrant(?:y|ies) of|indemnif|trademark|names? of)\b|\bsole proprietor\b|\bwas used as a\b|\bas a test of\b/

/** "companies and other commercial bodies may not use it" */
const COMPANIES_ZH = /(?:公司|企业|商业机构|商业组织|营利(?:性)?(?:组织|机构|实体))(?:禁止|不得|不可|无权)使用/

/** "you may not use it for employees": who is shut out would stand before */
const ACTIVE =
  /\b(?:may|shall|must|can|will)(?:not| not|'t) (?:use|access|download|exercise|run|deploy|acquire|invoke|touch|make use)$/

/** "nobody who works for the police gets a license" */
const NOBODY =
  /\b(?:nobody|no one|none) (?:who|that|of those who)\b[^.;]{0,100}\b(?:gets?|has|have|receives?|obtains?|is (?:granted|given)|may|can)\b[^.;]{0,24}\b(?:licen[cs]e|rights?|use|permission)\b/

/** "is not affiliated with any government body" */
const UNRELATED = /\b(?:affiliated|endorsed|associated|sponsored|responsible|connected|operated|approved)\b/

/** export law, which every license may name */
const EXPORT = /\bexport\b/

/** those to whom something is done use nothing: "to monitor employees is prohibited" */
const OBJECT =
  /\b(?:assess|monitor|screen|evaluate|track|profile|surveil|target|harass|discriminate against)(?:ing)? (?:[\w-]+,? ){0,2}$/

/** the matter of a table row */
const MATTER =
  /^(?:not eligible|ineligible|excluded(?: (?:users|persons|entities|parties))?|who may not use (?:it|this))$/
const ANSWER = /[a-z]/

/** "may not be used by any organization who: …", "by any company whose business is advertising" */
const BY_WHOM =
  /\b(?:may|shall|must|can) not be (?:used|accessed|downloaded|run|deployed) by (?:any |an? |the )?(?![^.;:]{0,80}\bfor (?:any|the)\b)[^.;:]{0,80}\b(?:who|that|which|whose)\b|\b(?:organi[sz]ations?|corporations?|compan(?:y|ies)|entit(?:y|ies)) (?:who|that|which):? ?$/

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
    'nobody engaged persons person age aged police forces confirm declare certify certifies represent warrant attest affirm organizations organisations institutions competitor competitors provider providers vendor vendors hyperscaler agency agencies governmental government governments employees contractors contractor employed engaged corporations companies enterprises entities entity sanctions sanctioned listed firms forces makers manufacturers brokers authorities departments police operators sale provision nationals universities individuals students denied restricted 服务商 提供商 竞争对手 竞争者 竞争 政府 军队 军方 军工 执法 情报 军事 国防 制裁 被列入 高校 undertakings minors eighteen 18 关联 competes competing competitive user you eligible owners ineligible excluded organization corporation company charities hobbyists 公司 企业 商业机构 商业组织 营利 prohibit prohibits forbid'.split(
      ' ',
    ),
  ways: [
    [MATTER, ANSWER],
    [COMPANIES_ZH],
    [ONE_OF],
    [COMPETES],
    [LISTED, BINDS],
    [EMPLOYED],
    [BY_WHOM],
    [NOBODY],
    [ONLY_GROUP],
    [AVOWED, AM_NOT],
    [AVOWED, SANCTIONED],
    [NOT_A, GROUP],
    [NOT_A, ARMED],
    [WITHHELD, GROUP],
  ],
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'ban', parameters: { group: passage.lower.slice(row).slice(0, 60).trim() }, at: row }
    const text = passage.lower
    if (has(text, /\b(?:was|were) used (?:as|to|for)\b/)) return null
    const companies = first(text, COMPANIES_ZH)
    if (companies !== null) return { mode: 'ban', parameters: { group: 'companies' }, at: companies.index }
    /* "no company may use it for a commercial purpose" bars the purpose */
    if (passage.language === 'zh' && has(text, /不得将[^。；]{0,60}用于/)) return null
    const listed = first(text, LISTED)
    if (listed !== null && has(text, BINDS))
      return { mode: 'ban', parameters: { group: 'sanctioned persons' }, weighs: 'asks', at: listed.index }
    const among = first(text, ONE_OF)
    if (among !== null && (passage.lead === '' || CONDITION.test(`${passage.lead} ${text}`)))
      return { mode: 'ban', parameters: { group: 'all but those it names' }, at: among.index }
    if (has(text, OTHER)) return null
    const whom = first(text, BY_WHOM)
    if (whom !== null && moodAt(passage, whom.index + 12)?.mode === 'ban')
      return { mode: 'ban', parameters: { group: 'those it describes' }, at: whom.index }
    const employed = first(text, EMPLOYED)
    if (employed !== null) return { mode: 'ban', parameters: { group: 'employees of companies' }, at: employed.index }
    const only = first(text, ONLY_GROUP)
    if (only !== null) return { mode: 'ban', parameters: { group: 'commercial organizations' }, at: only.index }
    const barred = first(text, SANCTIONED)
    if (barred !== null && has(text, AVOWED) && has(text, /\b(?:not|neither|nor)\b/))
      return { mode: 'ban', parameters: { group: 'sanctioned persons' }, weighs: 'asks', at: barred.index }
    const avowed = first(text, AVOWED) === null ? null : first(text, AM_NOT)
    if (avowed !== null && !has(text, EXPORT))
      return { mode: 'ban', parameters: { group: avowed[0] }, at: avowed.index }
    const isNot = run(text, 40, NOT_A, GROUP) ?? run(text, 3, NOT_A, ARMED)
    if (
      isNot !== null &&
      !UNRELATED.test(text.slice(isNot.start, isNot.end)) &&
      CONDITION.test(`${passage.lead} ${text}`)
    )
      return { mode: 'ban', parameters: { group: isNot.parts[1]?.words ?? '' }, at: isNot.start }
    const nobody = first(text, NOBODY)
    if (nobody !== null) return { mode: 'ban', parameters: { group: 'those it describes' }, at: nobody.index }
    const competes = first(text, COMPETES)
    if (competes !== null && (moodAt(passage, competes.index)?.mode === 'ban' || has(text, WITHHELD)))
      return { mode: 'ban', parameters: { group: 'competitors' }, at: competes.index }
    const withheld =
      run(text, 30, WITHHELD, TO, GROUP) ??
      run(text, 90, GROUP, WITHHELD) ??
      run(text, 90, NOTHING, GROUP) ??
      run(text, 12, /不授予|不适用/, GROUP)
    if (
      withheld === null ||
      (ACTIVE.test(withheld.parts[0]?.words ?? '') &&
        /^(?:for|to|with|on|any|upon|from|this)$/.test(withheld.parts[1]?.words ?? ''))
    )
      return null
    if (OBJECT.test(text.slice(0, withheld.start))) return null
    /* "(research paid by a commercial entity), but you cannot use it to sell" */
    if (has(text.slice(withheld.start, withheld.end), /\bbut you (?:may|can)/)) return null
    const group = withheld.parts.find(({ words }) => GROUP.test(words))
    if (group === undefined || isCircumstance(passage, group.at) || moodAt(passage, withheld.start)?.mode === 'plea')
      return null
    return { mode: 'ban', parameters: { group: group.words }, at: withheld.start }
  },
  examples: {
    found: [
      { text: '公司或其他商业机构禁止使用本数据集。', mode: 'ban' },
      {
        text: 'We absolutely prohibit use of the tune by, or on behalf of, any national government, military or police agency.',
        mode: 'ban',
      },
      {
        text: 'The Software may not be used by any organization, corporation, or individual who:\n- sells arms.',
        mode: 'ban',
      },
      { text: 'This software may not be used by any company whose business is advertising technology.', mode: 'ban' },
      { text: 'Only individuals and registered charities may use this software.', mode: 'ban' },
      { text: "Cloud providers: you don't get a license.", mode: 'ban' },
      {
        text: 'No license is granted to any person or entity that competes, directly or indirectly, with the Licensor.',
        mode: 'ban',
      },
      { text: '| Not eligible | government agencies and their contractors |', mode: 'ban' },
      {
        text: 'The license is granted on condition that neither you nor your affiliates are cloud service providers.',
        mode: 'ban',
      },
      { text: 'Competitors of Heron Labs may not use the Materials.', mode: 'ban' },
      { text: 'No rights are granted to law enforcement agencies.', mode: 'ban' },
      { text: 'This holds on condition that the user is one of the following:\n- a school;\n- a person.', mode: 'ban' },
      { text: 'If the user is an organization, then the user is not law enforcement or military.', mode: 'ban' },
      {
        text: 'You agree not to use the Model:\n- in breach of the law;\n- for any purpose if you or your employer offers a service that competes with a product of Heron Labs.',
        mode: 'ban',
        parameters: { group: 'competitors' },
      },
      {
        text: 'You represent that you are not listed on any government restricted parties list.',
        mode: 'ban',
        parameters: { group: 'sanctioned persons' },
      },
      { text: '您及您的关联方不是云服务提供商时，方可使用本模型。', mode: 'ban' },
    ],
    left: [
      'You may test the Model (in studies paid for by a commercial entity too) but you cannot use it in a product.',
      'The software shall not be used by any person or entity for any activity that violates human rights.',
      'L. P., the sole proprietor of its copyright holder, is not covered by these conditions.',
      '任何公司、企业或组织均不得将本软件用于任何商业目的。',
      'Using it to assess, screen or evaluate employees is prohibited.',
      'We prohibit use of the tune by voice clones.',
      'The name may not be used by anyone who changes the code to endorse products.',
      'You do not get a license to our trademarks from resellers.',
      'You shall comply with all applicable export laws.',
      'In no event are the Licensor or its employees liable to you.',
      'You may not use the names of contributors or their employees to endorse products.',
      'Cloud service providers may host the model.',
      'Your employees and contractors must agree to these terms.',
    ],
  },
} satisfies ClauseKind

/** "the following obtain nothing under this license: …" */
const NOTHING = /\b(?:obtain|receive|get|acquire) (?:nothing|no (?:rights?|licen[cs]e))\b/
const TO = /\b(?:to|for|by|from|with|any|on|upon|this)\b|:|向|给|于|对/
const CONDITION =
  /\b(?:if|provided|condition|represent|warrant|only|where|grant\w*|may|licensed?|must)\b|条件|须|方可|如果|若|可以|保证|承诺|满足|不得(?:是|为|属于)/
