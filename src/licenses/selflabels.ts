import type { Passage } from './clause.ts'
import { quoteFrom } from './clauses/quote.ts'
import { attend, first, has } from './nearby.ts'

/** What a legal text calls itself or the work it covers, as far as openness goes. */
export interface SelfLabel {
  /** 'open source', 'open model', 'open weights', 'open access', 'permissive', 'free for commercial use', 'free' */
  readonly says: string
  readonly line: number
  readonly endLine: number
  readonly quote: string
}

const LABELS: readonly (readonly [RegExp, string])[] = [
  [/\bopen[- ]weights?\b|开放权重|权重开放/, 'open weights'],
  [/\bopen[- ]?(?:source|sourced|sourcing)\b|开源/, 'open source'],
  [/\bopen (?:ai |foundation |language |generative )?models?\b|\bopen ?rail\b|开放模型/, 'open model'],
  [
    /\bopenly (?:available|released|licensed|accessible|share[ds]?)\b|\bopen (?:access|licen[cs]e|release)\b|开放(?:许可|获取)/,
    'open access',
  ],
  [
    /(?<!non-)\bpermissive(?:ly)?\b(?! or non-?permissive)(?![- ]licensed (?:\w+ )?(?:corp(?:us|ora)|data|datasets?|sources))|宽松/,
    'permissive',
  ],
  [
    /\bfree(?:ly)? (?:available )?for (?:both )?(?:research and |academic and |personal and )?commercial\b|\bcommercially (?:usable|useable)\b|\bfree commercial (?:use|license)\b|免费商用|免费(?:用于)?商业/,
    'free for commercial use',
  ],
  [
    /\b(?:this|is|as|are) (?:\w+ )?free (?:and open )?software\b|\bfree software licen[cs]e\b|自由软件/,
    'free software',
  ],
]
/** Matches every passage with a label. */
export const LABELED = new RegExp(LABELS.map(([words]) => words.source).join('|'))
/** what is spoken of is not the text itself or the work it covers */
const OF_OTHERS =
  /(?:不属于|不是|并非|而非)[^。；]{0,36}(?:开源|开放)|\b(?:inspir\w+|similar to|like other|such as|several|various|existing|most|many|leading|compared (?:with|to)|e\.g\.|third[- ]part(?:y|ies)|other|any) (?:[\w'-]+ ){0,4}(?:open|permissive|free)\b|\b(?:open[- ]source|permissive) (?:[\w-]+ ){0,2}licenses\b|\binspir\w+ |\bfrom (?:existing |the )?(?:[\w-]+ ){0,3}(?:open|permissive)|\bopen source (?:initiative|definition|components?|librar\w+|packages?|software licen[cs]es?|projects?|communit\w+|code)\b|\bfree software foundation\b|\bsubject to\b|\bunder (?:the )?open ?rail|\bchange licen[cs]e\b|\bincluding (?:but not limited to )?(?:free and )?open\b|\bmeans?\b|\bif you (?:need|want|require|prefer)\b|\bmay not claim\b|\b(?:not|never|neither|nor|isn't|no) (?:[\w-]+ ){0,3}(?:open|permissive|free)\b|参考|借鉴|第三方|不是|非开源|开源(?:社区|组件|软件许可|项目)/
const OF_ITSELF =
  /\b(?:this|our|the|these|is|are|as|we)\b|\blicen[cs]e\b|\bagreement\b|\bmodels?\b|本|我们|许可|协议|模型/

/** The label a passage puts on its own text or work, and where. */
export const labelIn = (passage: Passage): { says: string; at: number } | null => {
  const text = passage.lower
  if (!has(text, /open|permissive|free|commercially|开|宽松|免费|自由/)) return null
  /* a table or a list that names the licenses of parts */
  if (text.includes(' | ') && has(text, /\bopen ?rail\b|\bcc[ -]by|\bapache\b|\bmit\b|\bgpl/)) return null
  const isTitle = passage.text.length < 100 && passage.heading === '' && !passage.text.endsWith('.')
  for (const [pattern, says] of LABELS) {
    const match = first(text, pattern)
    if (match === null) continue
    const around = text.slice(Math.max(0, match.index - 70), match.index + match[0].length + 50)
    if (OF_OTHERS.test(around) || !OF_ITSELF.test(around)) continue
    if (isTitle && has(text, /\bopen (?:software|source initiative|data commons)\b/)) continue
    return { says, at: match.index }
  }
  return null
}

/** Where a text calls itself or its work open, permissive or free. */
export const readSelfLabels = (text: string, passages: readonly Passage[]): readonly SelfLabel[] => {
  const labels: SelfLabel[] = []
  const seen = new Set<string>()
  let rawLines: readonly string[] | undefined
  for (const [place, passage] of passages.entries()) {
    attend(passages, place, passage)
    const label = labelIn(passage)
    if (label === null || seen.has(label.says)) continue
    seen.add(label.says)
    rawLines ??= text.split('\n')
    labels.push({ says: label.says, ...quoteFrom(rawLines, passage, label.at) })
  }
  return labels
}
