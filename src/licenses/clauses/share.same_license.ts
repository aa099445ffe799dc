import type { ClauseKind } from '../clause.ts'
import { BANS, isBanned, moodAt } from '../mood.ts'
import { run, runs } from '../nearby.ts'

const DERIVED =
  /\b(?:derivatives?(?: works?)?|modifications?|modified (?:versions?|works?|copies|forms?)|adaptations?|adapted material|derived (?:models?|works?)|works? based on|covered (?:works?|software|code)|fine-?tun\w+)\b|衍生|修改(?:后的)?(?:版本|作品|模型)/
const UNDER =
  /\b(?:(?:remain|be|are|is) (?:also )?subject to|(?:licensed?|distribute|distributed|released?|available|governed|conveyed?|relicensed?) (?:only )?(?:under|by)|under|apply to)\b|采用|适用|受.{0,2}约束|按照|遵循/
const THIS =
  /\b(?:the terms (?:and conditions )?of )?(?:this|the same|the terms of this|identical|the identical) (?:agreement|license|licence|terms|restrictions|conditions|public license)\b|\bthe same (?:license|licence|terms)\b|(?:本|相同的?|同一)(?:协议|许可证?|条款)/
/** other terms are ruled out */
const IMPOSE = /\b(?:offer|impose|add|apply)\b/
const NARROWER = /\b(?:alters?|restricts?|inconsistent|conflict|additional|different)\b/
const TERMS = /\b(?:terms|conditions|restrictions)\b/
const OTHER = /\b(?:additional or different|different|other|own) (?:license|terms)\b|\bnot\b/

const MAY_ONLY = /\b(?:may|can) only\b/
const UNDER_THIS = /\bunder (?:the terms of )?this (?:agreement|license|licence)\b/

/** Changed versions must come under this license; where it is not an open one, its limits travel along. */
export const shareSameLicense = {
  id: 'share.same_license',
  name: 'Derivatives stay under the same license',
  looksFor: 'A duty to keep changed versions under this license or the same terms.',
  falseFriends: 'A permission to license changes under this license, and a duty to hand on a copy of it.',
  against: [],
  reaches: ['modified', 'adapter'],
  weighs: 'harmless',
  keywords:
    'derivative derivatives modifications modification modified adaptations adapted derived covered tuned impose only 衍生 修改'.split(
      ' ',
    ),
  also: 'agreement license licence terms restrictions conditions 协议 许可 条款'.split(' '),
  ways: [
    [DERIVED, UNDER, THIS],
    [BANS, IMPOSE, TERMS, NARROWER],
    [MAY_ONLY, UNDER_THIS],
  ],
  find(passage) {
    const text = passage.lower
    for (const kept of runs(text, 110, DERIVED, UNDER, THIS)) {
      if (OTHER.test(text.slice(kept.start, kept.end))) continue
      const under = kept.parts[1]?.at ?? kept.start
      const mode = (moodAt(passage, under) ?? moodAt(passage, kept.start))?.mode
      if (mode === 'duty' || /\bremain|apply to/.test(text.slice(under - 10, kept.end)))
        return { mode: 'duty', at: kept.start }
    }
    for (const imposed of runs(text, 160, IMPOSE, TERMS, NARROWER))
      if (THIS.test(text.slice(imposed.start, imposed.end + 120)) && isBanned(passage, imposed.start))
        return { mode: 'ban', at: imposed.start }
    const only = run(text, 30, MAY_ONLY, UNDER_THIS)
    return only && /\bdistribut|\bshar|\bprovid|\bmake available/.test(text) ? { mode: 'duty', at: only.start } : null
  },
  examples: {
    found: [
      { text: 'Any Derivative Works will remain subject to this Agreement.', mode: 'duty' },
      { text: 'Modified versions must be licensed under the same license.', mode: 'duty' },
      { text: 'You will not impose terms on the Model that restrict the terms of this License.', mode: 'ban' },
      { text: 'If you share the Model, you may only do so under the terms of this Agreement.', mode: 'duty' },
      { text: '您对模型的衍生作品应当采用相同的许可证。', mode: 'duty' },
    ],
    left: [
      'You may distribute Derivative Works under this License.',
      'You may provide additional or different license terms for Derivative Works.',
      'You must give recipients of the Derivative Works a copy of this License.',
    ],
  },
} satisfies ClauseKind
