import type { ClauseKind } from '../clause.ts'
import { runs } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const DERIVED =
  /\b(?:derivatives?|derivative works?|modifications?|improvements?|adaptations?|derived models?|fine-?tun(?:es?|ed|ing)(?: (?:models?|versions?))?|changes|enhancements?|(?:whatever|anything|everything) you (?:change|build|make|modify|derive)(?: (?:in|from|on|with))?|adapted versions?)\b|衍生(?:作品|模型|品)|修改(?:后的)?(?:版本|作品)|改进|\b(?:mods|merges|forks)(?: you make)?\b/
const BELONGS =
  /\b(?:is|are|be|remain|remains|become|becomes) (?:the )?(?:sole and exclusive |sole |exclusive )?property of\b|\b(?:belongs?|vests?|vested) (?:solely |exclusively )?(?:to|in)\b|\b(?:is|are|be) (?:solely |exclusively |hereby )?(?:owned by|assigned to|ours|the licensor's)\b|\b(?:passes?|pass|accrues?|transfers?|reverts?|goes|inures?) (?:\w+ )?to\b|\bbecomes? (?:ours|the licensor's|our property)\b|\bshall be (?:\w+'s)(?=[ .,;])|\bhereby assigns?\b|归(?!属(?:声明|信息|标注|标识|标记|通知|告示|说明|要求|文件)|[档类因纳])|(?<![归不从专附下])属于|\bbecomes? (?:my|our) property\b/
const YOURS =
  /^\s*(?:the )?(?:you|your|user|users|licensee|customer|its|their|his|him|her|he|she|them|whoever|contributors?|respective|the (?:person|author))\b|^\s*(?:您|你|用户|使用者|被许可方|被许可人|被授权(?:人|方)|创作者|修改者|其|各自|[^，。；]{1,10}的[^，。；]{0,6}(?:声明|信息|标注|标识|通知))/
const OWNS =
  /\b(?:we|licensor|company|provider|\w+) (?:shall |will )?(?:own|owns|retain ownership of|retains ownership of|retains? (?:all |any )?rights?,? title,? and interest in and to(?= (?:all|any) ))\b/
const BY_YOU =
  /\b(?:made|created|developed|prepared|produced) by (?:you|licensee|the user)\b|\byour (?:modifications|derivatives?|improvements|derivative works)\b|\b(?:all|any) (?:such )?(?:modifications|derivatives?|derivative works|improvements)\b/
const ASSIGNS =
  /\b(?:you|licensee|user) (?:hereby |shall |will |agree to |agrees to )?(?:irrevocably |automatically |unconditionally )?(?:assigns?|transfers?|cedes?|conveys?|hands? over|gives? up)\b(?! (?:copies|the (?:software|model|work)))/
const RIGHTS = /\b(?:rights?|title|ownership|copyrights?|interest|intellectual)\b|\bassigns?\b/
const BY_LICENSOR =
  /\bmade by or for\b|\b(?:made|created|developed) by (?:or for )?(?:us|licensor|company|the licensor)\b/
/** "whether created by Licensor or suggested by Licensee" */
const OR_BY_YOU =
  /\bor (?:\w+ )?(?:made|created|developed|suggested|prepared|by) (?:by )?(?:you|licensee|the licensee|the user|any(?:one| other| third))\b/
const NOT = /\b(?:not|no|nor|never|neither|subject to)\b|不/

/** the matter of a table row */
const MATTER =
  /^(?:ownership|owner|rights|title) (?:of|in|to) (?:the )?(?:derivatives?|modifications|improvements|fine-?tunes?)(?: \w+)?$/
const ANSWER =
  /^(?:remains? |stays? )?(?:the )?(?:property of |owned by |with )?(?:the )?(?:licensor|provider|company|us)\b/

/** What others build from the model is said to belong to the licensor. */
export const derivLicensorOwned = {
  id: 'deriv.licensor_owned',
  name: 'Licensor owns derivatives',
  looksFor: 'Derivatives or improvements made by the user are owned by, or assigned to, the licensor.',
  falseFriends: 'Derivatives made by or for the licensor itself, and a license back that leaves the ownership.',
  against: ['modify', 'share'],
  reaches: ['modified', 'adapter'],
  weighs: 'blocks',
  keywords:
    'patches whatever anything assign fine tune tuned changes derivative derivatives modifications modification improvements improvement adaptations enhancements 衍生 修改 改进 mods merges forks'.split(
      ' ',
    ),
  also: 'property belong vest passes pass accrue transfer title ours shall own owns owned ownership assign retain 归 属于'.split(
    ' ',
  ),
  ways: [
    [MATTER, ANSWER],
    [DERIVED, BELONGS],
    [OWNS, BY_YOU],
    [ASSIGNS, DERIVED],
  ],
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'definition', at: row }
    const text = passage.lower
    for (const belongs of runs(text, 140, DERIVED, BELONGS)) {
      const owner = text.slice(belongs.end, belongs.end + 40)
      const said = text.slice(belongs.start, belongs.end)
      if (
        (owner.trim() === '' && !/ours|licensor's|property/.test(said)) ||
        YOURS.test(owner) ||
        NOT.test(said) ||
        (BY_LICENSOR.test(said) && !OR_BY_YOU.test(said))
      )
        continue
      return { mode: 'definition', at: belongs.start }
    }
    for (const owns of runs(text, 60, OWNS, BY_YOU)) {
      const before = text.slice(Math.max(0, owns.start - 30), owns.end)
      if (
        /\b(?:you|your|its|their|our|his|her|licensee|user|users|customer|contributors?|they|who|as|and|or) (?:shall |will )?(?:own|owns|retain)/.test(
          before,
        )
      )
        continue
      if (!NOT.test(before) && !BY_LICENSOR.test(text.slice(owns.start, owns.end + 30)))
        return { mode: 'definition', at: owns.start }
    }
    for (const assigned of runs(text, 140, ASSIGNS, DERIVED))
      if (
        RIGHTS.test(text.slice(assigned.start, assigned.end)) &&
        !NOT.test(text.slice(Math.max(0, assigned.start - 20), assigned.end))
      )
        return { mode: 'definition', at: assigned.start }
    return null
  },
  examples: {
    found: [
      {
        text: 'All derivatives or improvements to the Software, whether created by Licensor or suggested by Licensee, shall be the sole property of Licensor.',
        mode: 'definition',
      },
      { text: 'All mods you make become our property.', mode: 'definition' },
      { text: 'All Derivative Works are the exclusive property of Heron Labs.', mode: 'definition' },
      { text: 'Any improvements made by you are hereby assigned to the Licensor.', mode: 'definition' },
      { text: 'Heron Labs shall own all modifications made by you.', mode: 'definition' },
      { text: '您对模型的修改版本归许可方所有。', mode: 'definition' },
      { text: '衍生作品的一切权利归属许可方。', mode: 'definition' },
    ],
    left: [
      '衍生作品的知识产权归被许可人所有。',
      '您应当在衍生作品中保留归属于贡献者的全部声明。',
      '您可以在您分发的衍生作品中添加您自己的归属声明，前提是此类声明不能被解释为对本许可的修改。',
      '修改后的版本归修改者所有。',
      'You are the owner of Derivative Works that you create.',
      'Derivative Works belong to you, subject to the ownership of Heron Labs in the Materials.',
      'Heron Labs owns the Materials and any derivatives made by or for Heron Labs.',
    ],
  },
} satisfies ClauseKind
