import type { Passage } from './clause.ts'
import { moodAt } from './mood.ts'
import { first } from './nearby.ts'

/** the work itself, which one does not wrong */
const WORK =
  '(?! (?:(?:the|this|these|our|any|its|such) )?(?:\\w+ )?(?:models?|software|weights|materials?|data(?:sets?|bases?)?|works?|code|outputs?|licen[cs]e)\\b)'
/** what is done to somebody: the words after it say to whom, with what or what for */
const WRONG_TO = new RegExp(
  `\\b(?:impersonate|pretend(?:ing)? to be|pos(?:e|ing) as|disable|disabling|tamper(?:ing)? with|defame|slander|libel|harass|bully|threaten|intimidate|humiliate|deceive|defraud|mislead|scam|swindle|trick|blackmail|extort|coerce|target|sabotage|disrupt|attack|manipulate|infiltrate|hack into|interfere with|evade|dodge|escape|circumvent|bypass|steal from|steal|sow|incit(?:e|ing)|instigat(?:e|ing)|fabricat(?:e|ing)|glorify(?:ing)?|disparage|insult|discriminate against|collude with|violate|infringe|exploit(?= (?:[\\w-]+ ){0,3}(?:persons?|people|individuals?|child\\w*|minors|women|workers|users|others|someone|anyone|vulnerab\\w+)\\b))s?\\b${WORK} (?!or\\b|and\\b)(?:[\\w"']|$)|\\b(?:spread|disseminat|propagat|publish|post|distribut|promot)(?:e|s|es|ing)? (?:[\\w-]+,? ){0,3}?(?:obscen\\w+|porn\\w*|violen\\w+|rumou?rs?|lies|hat(?:e|red)|propaganda|(?:dis|mis)information|false|fake|misleading|superstition\\w*)\\b`,
)
/** a wrong by its name; what it is about or what for follows at once */
const WRONG =
  /\b(?:fraud|scams?|spam|phishing|(?:dis|mis)information|hate speech|propaganda|trafficking|money laundering|malware|ransomware|botnets?|counterfeit\w*|forger(?:y|ies)|blackmail|extortion|defamation|harassment|impersonation|discrimination|plagiarism|price[- ]fixing|fixing prices|sexual exploitation|exploitation of (?:[\w-]+ ){0,2}(?:persons?|people|individuals?|child\w*|minors|women|workers|vulnerab\w+)|(?:stolen|fake|false|forged|deceptive|fraudulent|misleading|unauthori[sz]ed|illegal|unlawful|illicit) (?!purposes?\b|uses?\b|activit|acts?\b|means\b|ways?\b|manner\b)[a-z-]+)\b/g
/** the same in the doing: "defaming veterans" */
const WRONGING = new RegExp(
  `\\b(?:impersonating|defaming|harassing|bullying|threatening|intimidating|humiliating|deceiving|defrauding|misleading|scamming|swindling|blackmailing|extorting|coercing|targeting|sabotaging|disrupting|attacking|manipulating|infiltrating|interfering with|evading|escaping|bypassing|circumventing|stealing|spying on|spreading|inciting|glorifying|discriminating against|colluding with|exploiting(?= (?:[\\w-]+ ){0,3}(?:persons?|people|individuals?|child\\w*|minors|women|workers|users|others|vulnerab\\w+)\\b))${WORK} (?:[\\w"']|$)`,
)
/** false things of whatever kind: "fake medical claims" */
const FALSE = /\b(?:fake|false|fraudulent|forged|deceptive|misleading|stolen|counterfeit) $/
const PREPOSITION = /^(?:over|via|through|as|for|in|by|to|on|with|from)\b/
const WRONG_ZH =
  /(?:美化|粉饰|歪曲|丑化|诋毁|诽谤|侮辱|冒充|假冒|攻击)[^，。；、]{0,14}$|(?:贩卖|诈骗|敲诈|勒索|窃取|盗取|走私)[^，。；、]{0,12}$|(?:散布|散播|宣扬|煽动|教唆)[^，。；]{0,20}$/
/** a new use in a list of uses begins here, whatever stood before it */
const NEXT_USE =
  /[;:。；]|\. |\((?:[a-z]|[ivx]{2,4}|\d{1,2})\)|(?:,|,? (?:or|and|nor)|\/) (?:for|in|to|by|as|via|through|within|any|use|using|are|is|that|which|against|contrary|otherwise)\b|(?:,|,? (?:or|and|nor)) (?:[a-z]+ly )?(?!including|excluding|concerning|regarding|involving|during|gambling|betting|banking|lending|housing|trading)[a-z]{3,}ing\b/g
/** and here a new noun does */
const NEXT_NOUN =
  /,(?! (?:including|such as|e\.g|for example|especially|also|even)\b)| (?:or|and|nor) (?!(?:any )?other\b)|\//g
/** the word itself is an act, joined to the one before it */
const ACT =
  /^(?:(?!gambling|betting|banking|lending|housing|trading|hiring|sentencing|underwriting|advertising|lobbying)[a-z-]+ing\b|(?:track|monitor|spy|stalk|identify|profile|surveil|snoop|eavesdrop|watch|observe|sell|compete|make|take|decide|diagnose|recruit|earn|commerciali[sz]e|moneti[sz]e|generate|produce|create|derive|profit|use|deploy|run|offer|provide|host|serve|put|perform|conduct|for|in|as)\b)/
const JOINED = /(?:^|[,;:(] ?|\b(?:or|and|nor|to) )$/
/** "insurance fraud": the word only says which wrong */
const KIND_OF =
  /^(?:[\w-]+ ){1,3}(?:fraud|scams?|theft|malpractice|forger(?:y|ies)|abuse|spam|hoax(?:es)?|(?:dis|mis)information)\b/
/** a name that may not be used, whatever it is the name of */
const NAME =
  /\b(?:us(?:e|ing)|exploit) (?:of )?(?:(?:the|our|its|any|their) )?(?:[\w']+,? ){0,2}?(?:names?|logos?|(?:trade ?|service )?marks?|seals?|brands?|trade ?names?)\b(?![^.;]{0,60}\b(?:models?|software|weights|data|work)\b)[^.;]{0,80}$/
/** somebody to whom it is done, however long the list of them is */
const SOMEBODY =
  /^(?:[\w-]+ ){0,2}(?:personnel|officers?|officials?|professionals?|advis[eo]rs?|doctors?|physicians?|lawyers?|attorneys?|judges?|candidates?|sellers?|bidders?|bids?|members|veterans|soldiers|employees|agents|agenc(?:y|ies)|patients?|persons?|people)\b/

/** a thing that hides what it is: "bots that sell goods for commercial ends without disclosing that they are bots" */
const HIDING = /\b(?:bots?|agents?|systems?|accounts?|content|media|tools?|adverti\w+) (?:that|which)\b[^.;]{0,120}$/
const HIDDEN = /^[^.;]{0,80}\bwithout (?:\w+ )?(?:disclos|reveal|telling|saying|inform|label)\w*/
/** words in brackets that only give an example: "any other server (e.g. hosting it for commercial use)" */
export const EXAMPLE: RegExp = /\((?:e\. ?g\.|for example|such as|for instance)[^)]{0,100}$/

const lastEnd = (text: string, pattern: RegExp): number => {
  let end = 0
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length
  return end
}

/**
 * Whether the words at a place only tell whom, how or why another forbidden act wrongs: "to exploit children for
 * economic gain" bars no commerce, "to impersonate military personnel" no army. A use that stands in a list beside such
 * an act is one of its own: "to deceive people, or for commercial purposes".
 */
export const isCircumstance = (passage: Passage, at: number): boolean => {
  const { lower: text } = passage
  if (passage.language !== 'en') return WRONG_ZH.test(text.slice(Math.max(0, at - 24), at))
  const mood = moodAt(passage, at)
  const from = Math.max(0, at - 200, mood !== null && mood.at >= 0 && mood.end <= at ? mood.end : 0)
  const own = text.slice(from, at)
  if (ACT.test(text.slice(at)) && JOINED.test(own)) return false
  if (KIND_OF.test(text.slice(at, at + 60))) return true
  if (NAME.test(text.slice(Math.max(0, at - 140), at))) return true
  if (HIDING.test(own) && HIDDEN.test(text.slice(at))) return true
  const use = own.slice(lastUse(own))
  if (first(use, WRONG_TO) !== null) return true
  const noun = SOMEBODY.test(text.slice(at)) ? use : use.slice(lastEnd(use, NEXT_NOUN))
  for (const wrong of noun.matchAll(WRONG)) {
    const rest = noun.slice(wrong.index + wrong[0].length)
    /* "fraud" alone, right before the word, is a part of its name */
    if (/^(?:,| )/.test(rest) && (rest.trim().length > 0 || PREPOSITION.test(text.slice(at)))) return true
  }
  return FALSE.test(noun) || first(noun, WRONGING) !== null
}

/** where the use begins that the end of these words is part of; the wrong itself may be the one in the doing */
const lastUse = (own: string): number => {
  let start = 0
  for (const match of own.matchAll(NEXT_USE)) {
    const doing = /[a-z]+ing$/.exec(match[0])
    start = match.index + match[0].length - (doing?.[0].length ?? 0)
  }
  return start
}
