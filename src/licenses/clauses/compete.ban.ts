import { EXAMPLE } from '../circumstance.ts'
import type { ClauseKind } from '../clause.ts'
import { isForbiddenAct } from '../forbidden.ts'
import { has } from '../nearby.ts'

const COMPETE =
  /\bcompet(?:e|es|ed|ing|itive|itively|itors?|ition)\b|\brival(?:s|ing|led)?\b|\bsubstitutable for\b|\b(?:substitut\w+|alternatives?|replacements?|replac\w+|displac\w+|supplant\w*) (?:for|to) (?:our|the licensor|licensor|any (?:product|service)|[\w-]+'s)\b|\bimitat\w+ (?:our|the licensor)|竞争|竞品|替代(?:许可方|本公司|我们)|\b(?:products?|services?|offerings?|software|tools?|apps?|platforms?)\b(?: (?:that|which) (?:is|are|would be))? (?:\w+ly )?(?:similar|comparable|equivalent) to (?!the (?:model|work|data)\b)|\b(?:products?|services?|offerings?|tools?|software) (?:that|which) (?:substitutes?|replaces?|stands? in)(?: for)? (?:it|the (?:software|model|product|service|work))\b|\b(?:functions?|works?|behaves?|looks?) (?:\w+ )?(?:the same as|identical(?:ly)? to|like) (?:the|our|any of our|licensor's)\b|\bvie(?:s|d)? with\b|\bvying with\b/
const WITH =
  /\b(?:products?|services?|models?|business(?:es)?|offerings?|technolog(?:y|ies)|systems?|solutions?|platforms?|uses?|software|with|against|company|to|offering|anything|tools?|apps?|of|licensor|our)\b|产品|服务|模型|业务|关系|\b(?:one|ones|assistant)\b/
const FAIR =
  /\bcompetition (?:laws?|authorit|rules|act)\b|\banti-?competi|\bunfair(?:ly)? compet|\bcompetitive pric|\bcompetition law|不正当竞争|反竞争|垄断/
/** those who compete with each other, not with the licensor */
const OTHERS =
  /^competitive (?:harm|damage|injury) to\b|^(?:competing|rival|competitive) (?:[\w-]+ )?(?:candidates?|bids?|bidders?|tenders?|sellers?|buyers?|parties|teams?|players?|athletes?|interests|claims|narratives|views|demands)\b/
const EXCEPT =
  /\b(?:except(?: for)?|other than|excluding|but not|not includ\w+|provided (?:that )?(?:it|you|this|such \w+) (?:is|are|do|does) not)\b[^.;]{0,90}$/
const DEFINED = /"?(?:competing|competitive) (?:use|product|service|purpose|model|business)"? (?:shall )?means?\b/

/** Use that competes with the licensor is barred. */
export const competeBan = {
  id: 'compete.ban',
  name: 'Ban on competing',
  looksFor: 'A ban on using the work or its outputs for something that competes with the licensor or its products.',
  falseFriends: 'Unfair or anti-competitive practice, competitive prices, a plea, benchmarks against competing models.',
  against: ['use', 'modify'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  keywords:
    'substitutes replaces stands similar comparable equivalent compete competes competing competitive competitively competitor competitors competition rival rivals rivaling substitute substitutes alternative alternatives replacement replaces displace supplant imitate same identical like 竞争 竞品 替代 substitutable vie vies'.split(
      ' ',
    ),
  find(passage) {
    const text = passage.lower
    if (has(text, FAIR)) return null
    if (has(text, DEFINED)) return { mode: 'definition', parameters: { of: 'competing use' } }
    let from = 0
    for (let tries = 0; tries < 6; tries++) {
      const match = COMPETE.exec(text.slice(from))
      if (match === null) return null
      const at = from + match.index
      from = at + match[0].length
      if (OTHERS.test(text.slice(at, at + 80)) || EXAMPLE.test(text.slice(0, at))) continue
      if (!WITH.test(text.slice(Math.max(0, at - 50), at + 60))) continue
      if (EXCEPT.test(text.slice(Math.max(0, at - 120), at)) || isForbiddenAct(passage, at)) return { mode: 'ban', at }
    }
    return null
  },
  examples: {
    found: [
      { text: 'You may not create an application that functions substantially the same as our products.', mode: 'ban' },
      {
        text: 'You must not use the software to develop software which may be considered competitive with it.',
        mode: 'ban',
      },
      { text: 'No rival service may be built with the help of the tunes.', mode: 'ban' },
      { text: 'You may not use the Outputs to build a product that competes with Heron Labs.', mode: 'ban' },
      { text: 'You may use the software for any purpose except a competing service.', mode: 'ban' },
      {
        text: '"Competing Use" means offering the Software to others in a service that replaces it.',
        mode: 'definition',
      },
      { text: '不得将本模型用于与许可方存在竞争关系的产品或服务。', mode: 'ban' },
    ],
    left: [
      'You may not remove our mark, and the copies must look the same as before.',
      'Our model is competitive with much larger models.',
      'You may build products that compete with ours.',
      'Do not engage in unfair competition or anti-competitive conduct.',
      'You must not remove this notice. Benchmarks against competing models are welcome.',
    ],
  },
} satisfies ClauseKind
