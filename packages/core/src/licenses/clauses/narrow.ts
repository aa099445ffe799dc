/** people and organizations, of whom some alone may be meant */
const WHO =
  '(?:persons?|people|individuals?|users?|customers?|residents|citizens|entit(?:y|ies)|' +
  'compan(?:y|ies)|businesses|firms)'
/** some of them */
const GROUP =
  '(?:competitors?|minors|children|governments?|government(?:al)? \\w+|public authorities|law enforcement|' +
  `${WHO} (?:under|below|aged|with (?:an? |more |fewer |less |over |annual )|whose|having|employing))`
const SOME = '(?:(?:any|an?|the|other) ){0,2}'
/** what makes a ban one of some, of a time or of an aim */
const SCOPES = [
  // to some alone, for a time that ends, for an aim that is named
  `(?:to|with|by) ${SOME}${GROUP}\\b`,
  String.raw`(?:before|until|prior to|during|for) (?:[\w,]+ ){0,4}(?:\d{4}|(?:days|weeks|months|years))\b`,
  String.raw`for (?!any\b|all\b|other\b|what|the purpose)(?:[\w-]+ ){1,3}purposes?\b(?! of| other)`,
  String.raw`for use (?:in|by|on|as) |in the fields? of |(?:that|which) (?:\w+ ){0,3}compet`,
  // what lets some go on by themselves, which a permission does not
  String.raw`(?:unless|except (?:when|where|if)) (?!.{0,200}(?:permi|consen|agree|approv|authori|licen|written|law|` +
    'section|provided|allow|grant|herein|terms|purchas))',
]
const SCOPE = new RegExp(`(?<![\\w-])(?:${SCOPES.join('|')})`, 'i')
/** before the name of a place */
const IN =
  '(?:within|inside|in|into|throughout|outside(?: of)?) (?:(?:any|the|mainland) )?(?:[a-z]+ of (?:the )?)?(?=[A-Z])'
const PLACE = new RegExp(`(?<![\\w-])${IN}`)
/** a sentence that begins with the place, or with whom it is of */
const LED_BY_PLACE = /^\W*(?:Within|Inside|In|Outside) (?:the )?[A-Z][^,;:]{0,60}(?=, )/
const LED_BY_WHO = new RegExp(
  `^\\W*(?:(?:${WHO} (?:of|in|from|located|based) |${GROUP})[^.;:]{0,90}?) (?=(?:may|must|shall|can|will|are) ?not\\b)`,
  'i',
)
/** "Redistribution in Japan is prohibited": the place, where it is of that act alone */
const PLACED = new RegExp(
  `^(?:(?! (?:or|and|nor) ).){0,120}?(?<![\\w-])((?:${IN})(?:(?! (?:or|and|nor) [a-z]).){1,60}?)` +
    ' (?=(?:is|are|shall be|will be) (?:\\w+ly )?(?:not|prohibited|forbidden|barred)\\b)',
)
const WHO_ZH = '竞争对手|未成年人|儿童|政府(?:机构|部门)?|军(?:方|队)|执法(?:机构|部门)'
const BEFORE_ZH = '^[^您你或和、及]{0,16}?'
/** the same in Chinese */
const SCOPES_ZH = [
  // some alone, before what they may not do, or to whom it may not be done
  `${BEFORE_ZH}((?:${WHO_ZH}|[^您你]{1,24}的(?:公司|企业|机构|组织|用户|个人|实体))` +
    '(?:均|都|一律)?(?=不得|不可|不能|禁止|严禁|不允许|不许))',
  `^[^或和、及]{0,24}?((?:向|给|供)(?:${WHO_ZH}))`,
  // a place or a time, before the act
  '^[^或和、及]{0,16}?(在(?:(?!任何|所有|其他|全球|世界)[^或和、]){1,20}?(?:境内(?!外)|境外|以外|地区|领土|之前|期间))',
].map(scope => new RegExp(scope))
const STOPS_ZH = /[，。；：]/

/** The same of a sentence without spaces, in the statement that bans or as the statement before it. */
function narrowedInChinese(text: string, at: number, end: number): string | undefined {
  const before = text.slice(0, at).split(STOPS_ZH)
  const statement = `${before.pop()}${text.slice(at, end)}${text.slice(end).split(STOPS_ZH)[0]}`
  const led = before.at(-1)?.match(SCOPES_ZH.at(-1) ?? '')
  const own = SCOPES_ZH.map(scope => scope.exec(statement)?.[1]).find(scope => scope !== undefined)
  return own ?? (led && led[0] === led.input ? led[1] : undefined)
}

/** where a sentence turns to something else */
const TURNS = /[;:]|\b(?:but|however|whereas)\b/
/** a second thing that is done to something: "or use it" */
const ANOTHER_ACT = /\b(?:or|and|nor) (?:to |otherwise )?(?!of\b|to\b|in\b|for\b)\w+ (?:it|them|the|this|any)\b/i
const OBJECT = /\b(?:it|them|the|this|any|our)\b/i
/** what is only an example of a wider ban */
const WIDENS =
  /\b(?:anywhere|elsewhere|includ\w+|without limitation|for example|such as|anyone|third part\w+|others)\b/i
const BESIDE = /\b(?:or|and|nor|also|whether),? $/i
/** letters of a scope that are told */
const MOST = 60

/**
 * The words by which a sentence forbids something to some alone, in one place, for a time or for an aim; undefined
 * where it forbids it altogether. The words of the ban begin and end at two offsets; `placed`: it names a place.
 */
export function narrowedTo(
  text: string,
  { at = 0, end = at }: { readonly at?: number; readonly end?: number },
  placed: boolean,
): string | undefined {
  if (/\p{Script=Han}/u.test(text)) return narrowedInChinese(text, at, end)
  const there = placed ? PLACED.exec(text)?.[1] : undefined
  const led = LED_BY_WHO.exec(text) ?? (placed ? LED_BY_PLACE.exec(text) : null)
  if (led && !TURNS.test(text.slice(0, at))) return toldOf(led[0])
  if (there !== undefined) return toldOf(there)
  const turn = text.slice(end).search(TURNS)
  const rest = text.slice(0, turn < 0 ? text.length : end + turn)
  const scopes = [SCOPE, ...(placed ? [PLACE] : [])].flatMap(scope => {
    const found = scope.exec(rest.slice(end))
    return found ? end + found.index : []
  })
  const from = Math.min(...scopes)
  if (scopes.length === 0 || WIDENS.test(rest.slice(at))) return undefined
  const before = text.slice(at, from)
  const acts = before.search(ANOTHER_ACT)
  const isOther = ANOTHER_ACT.test(text.slice(end, from)) || (acts >= 0 && OBJECT.test(before.slice(0, acts)))
  return isOther || BESIDE.test(before) ? undefined : toldOf(rest.slice(from))
}

const toldOf = (words: string) => {
  const told = words.trim().replace(/[.,]$/, '')
  return told.length > MOST ? `${told.slice(0, told.lastIndexOf(' ', MOST))} …` : told
}
