import { first, has } from './nearby.ts'

/** What use policies forbid, by field; a list that touches several of them is a list of use restrictions. */
const HARMS: readonly (readonly [string, RegExp])[] = [
  [
    'law',
    /\b(?:illegal\w*|unlawful\w*|break(?:s|ing)? (?:any |the )?law|violat\w+ (?:of )?(?:any |the |applicable |all )*(?:laws?|regulations?|rights?)|violat\w+|infring\w+|criminal|crimes?|drug trafficking|money laundering|copyright(?:ed)? infringement|piracy)\b|违法|非法|违反|侵犯|侵权|侵害|违禁/,
  ],
  [
    'violence',
    /\b(?:intimidat\w+|violen\w+|terror\w*|extremis\w+|harm(?:s|ed|ing|ful)?|hurt(?:s|ing)?|abus\w+|bull(?:y|ying|ies|ied)|threat\w*|stalk\w*|suicide|self-harm|kill\w*|injur\w+|torture|trafficking|human rights|censor\w*|persecut\w+|oppress\w*|genocide|slavery|forced labou?r)\b|暴力|恐怖|伤害|危害|侵害他人|自杀|人口贩卖/,
  ],
  ['children', /\b(?:minors?|child(?:ren)?|csam|underage|grooming)\b|未成年|儿童/],
  [
    'sexual',
    /\b(?:sexual\w*|porn\w*|obscen\w+|explicit content|nudity|intimate (?:images?|imagery|content)|non-?consensual)\b|色情|淫秽/,
  ],
  [
    'discrimination',
    /\b(?:discriminat\w+|hate\w*|hatred|harass\w*|bigotry|racis\w+|protected (?:classes|characteristics|groups))\b|歧视|仇恨|骚扰/,
  ],
  [
    'deception',
    /\b(?:defam\w+|fraud\w*|defraud\w*|endanger\w*|mislead\w*|deceiv\w*|deceit\w*|lies|lying|decepti\w+|disinformation|misinformation|false (?:information|content)|verifiably false|impersonat\w+|spam\w*|phishing|scam\w*|swindl\w+|fake|deep-?fakes?|manipulat\w+|propaganda|plagiari\w+|forg(?:e|ed|ery|ing)|counterfeit\w*|fabricat\w+|libel\w*|slander\w*|clon\w+ (?:\w+ ){0,2}(?:voice|face|likeness|person)s?)\b|欺诈|虚假|诈骗|诽谤|误导|谣言|冒充|深度伪造|造谣|名誉|诋毁|侮辱/,
  ],
  [
    'malware',
    /\b(?:malware|viruses|malicious|hack\w*|(?:bypass|circumvent)\w* (?:\w+ )?(?:drm|protections?|security|technological|access controls?|authentication|digital rights)|bypass\w* (?:[\w-]+,? ){0,3}(?:paywalls?|captchas?|access controls)|cyber-?(?:attacks?|crime)|exploits?|ransomware|spyware|intrusion)\b|恶意|病毒|网络攻击|黑客/,
  ],
  ['military', /\b(?:militar\w+|weapons?|warfare|nuclear|munitions)\b|军事|武器|战争/],
  ['surveillance', /\b(?:surveil\w*|biometric\w*|facial recognition|tracking|law enforcement)\b|监控|监视|人脸识别/],
  [
    'privacy',
    /\b(?:privacy|(?:detect|infer)\w* [^.;]{0,60}\b(?:identity|identities|persons?|individuals?)|re-?identif\w+|profiling|membership inference|model inversion|(?:expos|compromis|leak|reveal)\w* (?:[\w-]+ ){0,3}(?:private|personal|sensitive|confidential) (?:data|information)|personal(?:ly)? (?:identifiable )?(?:information|data)|sensitive (?:personal )?(?:information|data))\b|隐私|个人信息/,
  ],
  [
    'sector',
    /\b(?:medical|legal advice|healthcare|financial advice|critical infrastructure|administration of justice|automated decision|immigration|asylum|insurance|gambling)\b|医疗|赌博/,
  ],
  [
    'politics',
    /\b(?:election\w*|political|campaign\w*|national security|public interest|morals?|evil)\b|国家安全|公共利益|政治|颠覆/,
  ],
]

const ANY = new RegExp(HARMS.map(([, words]) => words.source).join('|'))

/** Whether a text names any field of harm: a quick look before they are counted. */
export const mayHarm = (lower: string): boolean => has(lower, ANY)

/** How many fields of harm a text names. */
export const harmsIn = (lower: string): number => {
  let count = 0
  for (const [, words] of HARMS) if (has(lower, words)) count++
  return count
}

const HARM = HARMS.find(([field]) => field === 'violence')?.[1] ?? /$^/

/** Whether a text names two things that harm others, be they of one field; to break a law is none. */
export const namesTwoHarms = (lower: string): boolean => {
  const seen = new Set<string>()
  for (const [field, words] of HARMS) {
    if (field === 'law' || field === 'sector' || field === 'politics') continue
    const one = first(lower, words)
    if (one === null) continue
    seen.add(one[0])
    const rest = lower.slice(one.index + one[0].length)
    const other = first(rest, words)
    if (other !== null && !other[0].startsWith(one[0].slice(0, 5))) seen.add(other[0])
    if (seen.size > 1) return true
  }
  return false
}

/** to make images of sex or lies about people is forbidden in sentences of their own */
const PLAIN =
  /\b(?:porn\w*|libel\w*|slander\w*|defamatory|csam|deep-?fakes?|harass\w*|racis\w+|impersonat\w+|(?:mis|dis)information|hate speech|clon\w+ (?:\w+ ){0,2}(?:voice|face|likeness|person)s?)\b|色情|淫秽/

/** Whether a text names harm to people, which alone makes a sentence a use restriction. */
export const namesHarm = (lower: string): boolean => has(lower, HARM) || has(lower, PLAIN)

/** "no NSFW, no hate, no impersonation" */
export const NO_HARMS: RegExp =
  /\bno (?:[a-z-]+ )?(?:nsfw|hate(?: speech)?|porn\w*|impersonation|harassment|violence|gore|deep-?fakes?|scams?|fraud|misinformation|spam|stalking|doxx?ing|bullying|revenge porn|csam)\b[^.;]{0,30}\bno (?:[a-z-]+ )?(?:nsfw|hate|porn\w*|impersonation|harassment|violence|gore|deep-?fakes?|scams?|fraud|misinformation|illegal|stalking|doxx?ing|bullying|revenge|csam|politic\w*|religio\w*)\b/

/** what an approved license may ask: the name, the notices, the terms, the patents */
export const TECHNICAL: RegExp =
  /\b(?:endorse|trademark|technological measures|patent|misrepresented|misrepresentations?|misrepresent(?:ing)? (?:the|its|your|any) [\w ]{0,24}(?:origin|author|source|licen[cs]e|affiliation|endorsement)|copyright notice|legal terms)\b/
