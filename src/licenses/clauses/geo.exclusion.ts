import { isCircumstance } from '../circumstance.ts'
import type { ClauseContext, ClauseKind, FoundClause, Passage } from '../clause.ts'
import { moodAt } from '../mood.ts'
import { first, has } from '../nearby.ts'
import { rowSays } from '../rows.ts'
import { TERRITORY_WORDS, territoriesIn } from '../territories.ts'

const NOT_GRANTED =
  /\b(?:am|are|is) (?:not|neither) (?:\w+ ){0,2}?(?:located|resid\w+|domiciled|based|citizens?|nationals?|established|incorporated)\b|\bnot (?:being |be |been )?(?:effective|in force|granted|licensed|available|offered|extended|permitted|allowed|authori[sz]ed|eligible|intended|apply|applicable|valid|accessible)\b|\bdoes not (?:apply|extend|cover|grant)\b|\b(?:may|shall|must|will|can) not\b|\bcannot\b|\bprohibited\b|\bexclud(?:e[sd]?|ing)\b|\bno (?:rights?|licen[cs]e|permission|grant)\b|\bnothing (?:in|here|on|to)\b|\bforbidden\b|\bwithheld\b|\bunlicensed\b|\b(?:not|don't|doesn't) (?:\w+ ){0,2}(?:licen[cs]e|offer|grant|cover|reach|benefit|receive|qualify|extend)\w*\b|\b(?:receives?|obtains?|ha(?:s|ve)|gets?) no\b|\bcan't\b|\bcannot\b|\boff[- ]limits\b|\bwon't\b|\bother than\b|\bexcept(?:ing| for| in)?\b|\boutside\b|不适用|不得|禁止|不包括|除外|不授予|以外|不可|不向|不提供|\bnot for (?:use|download|sale|distribution|(?:[\w.]+ )?(?:persons|residents|users|citizens))\b|\bsave\b|\bunavailable\b/
const PLACE =
  /(?:\b(?:in|within|outside|inside|of|from|to|into|across|throughout|excluding|except|not|and|or|by|under|is|are|for)\b|,|:|\(|^|于|在|、|和|及|与|或|向|除|括)[\s(]*(?:(?:the|any|all|of|a|every|member states?|member states of|territory of|territories of|countries of|country of|borders of|states of|soil of|region of|for) ?){0,4}$/
/** a place named for another reason: whose law, whose money, which office, what one must also obey */
const OTHER_REASON =
  /\blaws?(?! of)\b|\b(?:governed|construed|interpreted)[^.;]{0,40}\blaws? of\b|\bcomply[^.;]{0,40}\blaws? of\b|\b(?:under|by) the laws? of\b|\blaws? of the (?:united states|state)\b[^.;]{0,30}\b(?:govern|appl)|\bcourts?\b|\bjurisdiction of\b|\barbitrat|\bgovern(?:ed|ing|ment)\b|\bdisputes?\b|\bregulations?\b|\bacts?\b|\bdirective\b|\bgdpr\b|\bexport|\bsanction|\bembargo|\btrademark|\btreasury\b|\bregistered\b|\bvenue\b|\bcopyright (?:act|office)\b|\bconvention\b|\bentity\b|\b(?:ltd|inc|llc|llp|gmbh|b\.v)\b|\blimited(?=[,).;]|$)|\bbetween you and\b|法律|法院|仲裁|管辖|法规|出口|制裁|国家安全|国家统一/
/** "the laws of China (for the purposes of this agreement only, excluding Hong Kong)" */
const WHICH_LAW = /\bfor the purposes? of this (?:agreement|licen[cs]e)\b|仅为本(?:协议|许可)/
/** "Territory: Norway, Sweden." */
const TERRITORY = /^(?:licen[cs]ed? |permitted )?territory: /
const DEFINES =
  /^(?:licen[cs]ed? |permitted )?territory: |"(?:the )?(?:[\w-]+ )?(?:territor(?:y|ies)|regions?|jurisdictions?|countr(?:y|ies))"|[“"](?:许可)?(?:地域|区域|地区|领土)[”"]|\bthe territory shall mean\b|\bterritory means\b/
const WORLD_BUT =
  /\b(?:world\w*|global\w*|anywhere|all countries|any country|territories)\b[^.;]{0,60}\b(?:exclud\w*|except\w*|other than|but not|outside|not includ\w*)\b|全球[^。]{0,30}(?:不包括|除外|以外|除)|\bworld save\b/
const TERM = /\boutside (?:of )?the "?(territory|licensed territory|permitted territory)\b|(?:地域|区域)(?:以|之)?外/
const ONLY_IN =
  /\b(?:only|solely|exclusively|limited to|restricted to)\b[^.;]{0,30}\b(?:in|within|inside|territory of)\b[^.;]{0,20}$|(?:仅限?于?|只能?在|限于)(?:在)?$|\b(?:confined to)\b[^.;]{0,40}$|(?:仅|只)(?:授权|许可|可|能|限)?(?:于|在)$/
const SANCTIONED =
  /\b(?:available|offered|licensed|granted|accessible)\b[^.;]{0,60}\b(?:except|not) in (?:\w+ )?(?:sanctioned|embargoed) (?:countr(?:y|ies)|jurisdictions?|territor(?:y|ies)|regions?)\b|\b(?:located in|residents? (?:of|in)|accessing [^.;]{0,60}from|domiciled in|under the control of)\b[^.;]{0,60}\b(?:embargoed|sanctioned|restricted|prohibited)\b[^.;]{0,20}\b(?:countr(?:y|ies)|jurisdictions?|territor(?:y|ies)|regions?)\b/

/** the matter of a table row */
const MATTER =
  /^(?:excluded|prohibited|restricted|unavailable|not available)(?: in)?(?: (?:regions?|countries|territor(?:y|ies)|jurisdictions?))?$/
const ANSWER = /[a-z]/

/** The license is not granted, or use is barred, in named territories. */
export const geoExclusion = {
  id: 'geo.exclusion',
  name: 'Geographic exclusion',
  looksFor:
    'Territories in which the license is not granted or the work or its outputs may not be used, by name or by a defined term.',
  falseFriends:
    'A party defined by where one lives, governing law and courts, export law, "worldwide" grants, the naming of a law of a territory.',
  against: ['use', 'share'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  keywords: [
    ...TERRITORY_WORDS,
    'territory',
    'territories',
    'region',
    'regions',
    'embargoed',
    'jurisdiction',
    'jurisdictions',
    'sanctioned',
    '地域',
    '区域',
    '地区',
  ],
  find(passage, context) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) {
      const territories = [...new Set(territoriesIn(passage.lower.slice(row)).map(({ code }) => code))]
      if (territories.length > 0) return { mode: 'ban', parameters: { territories }, at: row }
    }
    return byName(passage) ?? byTerm(passage, context) ?? bySanctions(passage)
  },
  examples: {
    found: [
      {
        text: 'The service and the weights are unavailable in the EU.',
        mode: 'ban',
        parameters: { territories: ['EU'] },
      },
      { text: 'Not for use in Russia or Belarus.', mode: 'ban', parameters: { territories: ['RU', 'BY'] } },
      {
        text: '| Excluded regions | China, Hong Kong, Macau |',
        mode: 'ban',
        parameters: { territories: ['CN', 'HK', 'MO'] },
      },
      {
        text: 'The rights in Section 1 are not granted to you if you live in, or your company has its seat in, the European Union or the United Kingdom.',
        mode: 'ban',
        parameters: { territories: ['EU', 'GB'] },
      },
      {
        text: 'This license does not apply in the European Union, the UK and South Korea.',
        mode: 'ban',
        parameters: { territories: ['EU', 'GB', 'KR'] },
      },
      {
        text: '"Territory" means the whole world, excluding Japan and India.',
        mode: 'definition',
        parameters: { territories: ['JP', 'IN'] },
      },
      {
        text: 'You may use the Model only within mainland China.',
        mode: 'ban',
        parameters: { territories: [], only: ['CN'] },
      },
      { text: 'extra_gated_eu_disallowed: true', mode: 'ban', parameters: { territories: ['EU'] } },
      { text: '本协议不适用于欧盟、英国和韩国。', mode: 'ban', parameters: { territories: ['EU', 'GB', 'KR'] } },
    ],
    left: [
      'In no event will the copyright holders, the United States, the Department of Energy or their employees be liable for any damages.',
      'This licence does not cover:\n- information that was not disclosed under information access legislation (including the Acts for the UK and Scotland);',
      'Not for use in Chinese, but good in English.',
      'The laws and regulations of the mainland of China (for the purposes of this agreement only, excluding Hong Kong and Taiwan) are meant.',
      'Heron means Heron Ireland Ltd. if you are located in the European Economic Area, and Heron Inc. otherwise.',
      'This Agreement is governed by the laws of the United Kingdom and may not be assigned.',
      'You must not breach export laws of the United States.',
      'You receive a worldwide license. The European Union AI Act may apply to you.',
      '您不得从事任何危害中国国家安全的活动。',
      'You may not use the trademarks of Heron in China.',
    ],
  },
} satisfies ClauseKind

const scopeOf = (text: string): { scope?: string } => {
  if (has(text, /\bmulti-?modal\b|多模态/)) return { scope: 'multimodal models' }
  return has(text, /\b(?:outputs?|results)\b|输出/) && !has(text, /\bmodels?\b|模型/) ? { scope: 'outputs' } : {}
}

const byName = (passage: Passage): FoundClause | null => {
  const { lower: text } = passage
  if (has(text, /^extra_gated_eu_disallowed: *true/)) return { mode: 'ban', parameters: { territories: ['EU'] } }
  if (!has(text, NOT_GRANTED) && !has(passage.lead, NOT_GRANTED) && !has(text, ONLY) && !has(text, TERRITORY))
    return null
  if (has(text, OTHER_SUBJECT) || has(text, /\b(?:prizes?|hire|hiring|recruit\w*|shipping|shipped)\b/)) return null
  if (has(text, /\bembargo|\bexport|\bre-export|出口|\bbe liable\b/)) return null
  const named = territoriesIn(text).filter(
    ({ at, end }) =>
      !OTHER_REASON.test(text.slice(Math.max(0, at - 70), end + 36)) &&
      !WHICH_LAW.test(text.slice(Math.max(0, at - 140), at)),
  )
  const first = named[0]
  if (first === undefined || isCircumstance(passage, first.at)) return null
  const territories = [...new Set(named.map(({ code }) => code))]
  const before = text.slice(0, first.at)
  if (has(text, /\b(?:trademark|trade name|brand|logo)s?\b|商标/)) return null
  if (has(text, DEFINES) || WORLD_BUT.test(before)) {
    const from = text.search(/\b(?:exclud\w*|except\w*|other than|but not|outside|not includ\w*|save)\b|不包括|除/)
    const out = named.filter(({ at }) => from >= 0 && at > from)
    if (out.length > 0)
      return {
        mode: has(text, /\blicen[cs]e\b[^.;]{0,80}\bexcludes\b/) && !has(text, /\bmeans?\b/) ? 'ban' : 'definition',
        parameters: { territories: [...new Set(out.map(({ code }) => code))], ...scopeOf(text) },
        at: first.at,
      }
    if (has(text, DEFINES))
      return has(text, /\bmeans?\b|\bis\b|指|^[a-z ]{0,12}territory: /) && !has(text, /\bworldwide\b|全球/)
        ? { mode: 'definition', parameters: { territories: [], only: territories }, at: first.at }
        : null
  }
  if (ONLY_IN.test(before.slice(-60)) && !/\bnot (?:only|limited)\b/.test(before.slice(-80)))
    return { mode: 'ban', parameters: { territories: [], only: territories }, at: first.at }
  const last = named.at(-1) ?? first
  if (
    /^(?: alone| only)(?=[ .,;)]|$)/.test(text.slice(last.end)) &&
    has(before, /\b(?:grant\w*|licen[cs]e\w*|rights?|may|permitted|allowed|valid|use[ds]?)\b/)
  )
    return { mode: 'ban', parameters: { territories: [], only: territories }, at: first.at }
  if (!PLACE.test(before.slice(-60))) return null
  if (!isExcluded(passage, first.at)) return null
  return { mode: 'ban', parameters: { territories, ...scopeOf(text) }, at: first.at }
}
const ONLY = /\b(?:confined to|only|solely|exclusively|limited to|restricted to)\b|仅|只|限于/

/** "Not for use in Russia" */
const NOT_FOR =
  /^\W{0,3}(?:not for|not (?:available|licensed|allowed|offered)|no) (?:use|download|distribution|sale|access|users?)?[^.;]{0,30}$/

/** what does not apply there is something else: "the limits of warranty do not apply to you if you live in France" */
const OTHER_SUBJECT =
  /\b(?:exclusions?|limitations?|limits|warrant(?:y|ies)|disclaimers?|sections?|clauses?|paragraphs?|provisions?|arbitration|waivers?)\b[^.;]{0,50}\b(?:does|do|may|shall|will) not apply\b/
/** "I declare that I am not located in …" */
const AM_NOT =
  /(?:\b(?:i|we)\b|\b(?:you|licensees?|users?|the undersigned)\b[^.;]{0,30}\b(?:confirm|declare|certif(?:y|ies)|represent|warrant|attest|affirm|agree)s?\b)[^.;]{0,60}\b(?:am|are|is) (?:not|neither) (?:\w+ ){0,2}?(?:located|resid\w+|domiciled|based|citizens?|nationals?|established|incorporated)\b/

/** whether a place in a sentence is where one gets nothing: by its mood, or because the sentence withholds the grant */
const isExcluded = (passage: Passage, at: number): boolean => {
  const text = passage.lower
  if (NOT_FOR.test(text.slice(0, at)) || AM_NOT.test(text.slice(Math.max(0, at - 240), at))) return true
  const withheld = first(text, NOT_GRANTED) ?? (text.length < 90 ? first(passage.lead, NOT_GRANTED) : null)
  if (
    withheld !== null &&
    /unavailable|effective|in force|don't|grant|licens|avail|offer|exten|eligib|appl|valid|intend|access|right|permission|cover|withheld|nothing|exclud|适用|授予|提供/.test(
      withheld[0],
    )
  )
    return true
  if (LIVES.test(text.slice(0, at)) && NO_USE.test(text.slice(at))) return true
  return moodAt(passage, at)?.mode === 'ban'
}

/** "if you live in France, you can't use this", "entities of the EU receive no rights" */
const LIVES =
  /\b(?:live|lives|living|based|located|resid\w+|domiciled|established|incorporated|organi[sz]ed|seated|seat|citizens?|nationals?|persons?|entit(?:y|ies)|users?|companies|people|folks|anyone|everyone|those|customers?)\b|位于|居住|注册(?:于|地)|身处|所在地/
const NO_USE =
  /\b(?:can't|cannot|can not|may not|must not|shall not|receives? no|ha(?:s|ve) no|get no|not (?:licensed|allowed|permitted|authori[sz]ed|entitled|eligible)|excluded|no rights?)\b|不得|无权|不能|禁止|不可/

const byTerm = (passage: Passage, context: ClauseContext): FoundClause | null => {
  const term = first(passage.lower, TERM)
  if (term === null || !has(passage.lower, NOT_GRANTED)) return null
  const meaning = context.define(term[1] ?? 'territory') ?? context.define('territory') ?? context.define('地域')
  const out = meaning === undefined ? [] : territoriesIn(meaning.lower)
  const from =
    meaning?.lower.search(/\b(?:exclud\w*|except\w*|other than|but not|outside|not includ\w*|save)\b|不包括|除/) ?? -1
  if (out.length === 0) return null
  const codes = [...new Set(out.map(({ code }) => code))]
  const parameters = from >= 0 ? { territories: codes } : { territories: [], only: codes }
  return { mode: 'ban', parameters, at: term.index }
}

/** one must not be in an embargoed country: beyond obeying export law, which every license may ask */
const bySanctions = (passage: Passage): FoundClause | null => {
  const match = first(passage.lower, SANCTIONED)
  return match === null
    ? null
    : { mode: 'ban', parameters: { territories: [], sanctioned: true }, weighs: 'asks', at: match.index }
}
