import type { ClauseKind } from '../clause.ts'
import { holds, isBanned, isOwed } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const MOVE =
  /\b(?:employ|replac|keep|chang|transition|us|updat|upgrad|migrat|mov|switch|install|run|deploy|adopt)(?:e|es|ing|ed)?\b|\bmigrate\b|\bstay(?:s|ing)? (?:on|with)\b|\brun\b|\bkept\b|\bhold\b|\bat\b|使用|更新|升级|更换|\bappl(?:y|ies|ied|ying)\b/
const LATEST =
  /\b(?:latest|newest|newer|new|most recent|most current|then-current|current|updated|up-to-date|later) (?:available |official |published )?(?:version|release|update|checkpoint|weights|build|one|model)s?\b|\binstall the newer\b|\b(?:every|each|any|all) (?:new )?(?:updates?|upgrades?|patch(?:es)?|releases?)\b|\bup to date\b|(?:最新|新|更新)(?:的)?(?:版本|版)|及时(?:更新|升级)|\bmove to (?:it|the new)\b|\b(?:its|their|the) successors?\b|\b(?:security )?(?:patches|updates)\b/
const MODEL =
  /\b(?:patch(?:es)?|updates?|model|models|software|materials|weights|versions?|releases?)\b|模型|软件|版本|\bcheckpoints?\b|\bcopies\b/
const OLD =
  /\b(?:older|old|outdated|previous|prior|earlier|superseded|obsolete|former) (?:one|ones|version|release|cop(?:y|ies)|checkpoint|weights|build|model)s?\b|旧版(?:本)?|\bsuperseded\b|\b(?:older?|outdated|previous|superseded|obsolete|former) (?:versions?|releases?|checkpoints?|copies|weights|models?)\b|\bthe old one\b/
const REPLACED =
  /\b(?:replac\w*|ceas\w*|stop\w*|discontinu\w*|retir\w*|delet\w*|withdraw\w*|destroy\w*|phas\w* out|no longer use)\b|停止使用|删除|替换|\bwithdrawn\b|\bretired\b|\btaken (?:down|offline|out of)\b/
/** "must apply security patches in a timely manner" */
const PATCHES =
  /\b(?:apply|install|deploy|adopt) (?:all |any |available |the |new |our )*(?:security |safety |critical )(?:patches|updates|fixes)\b/
/** somebody else's software */
const OTHERS = /\b(?:python|pytorch|cuda|transformers|node|docker|browser|driver)\b/
const LICENSE = /\bversion of (?:this|the) (?:license|licence|agreement|policy|terms)\b/

/** "new versions of this license apply to new versions of the product" */
const TERMS_APPLY = /\bversions? of (?:this|the) (?:license|licence|agreement|terms)\b[^.;]{0,60}\bappl(?:y|ies) to\b/

/** the matter of a table row */
const MATTER = /^updates?$/
const ANSWER = /\b(?:must|shall|required|mandatory|have to)\b/

/** Users must move to newer versions. */
export const controlMustUpdate = {
  id: 'control.must_update',
  name: 'Must use the latest version',
  looksFor: 'A duty to use or move to the latest version of the model.',
  falseFriends: 'An option ("or any later version"), advice, and the latest version of a document.',
  against: ['use', 'modify'],
  reaches: ['copies'],
  weighs: 'blocks',
  keywords:
    'latest newest newer new recent current updated older old outdated previous superseded obsolete 最新 新版 旧版 更新 升级 updates update patches'.split(
      ' ',
    ),
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'duty', at: row }
    const text = passage.lower
    if (!(holds(passage, 'duty', 'ban') || has(text, /\bonly\b/)) || !has(text, MODEL) || has(text, OTHERS)) return null
    const patched = run(text, 0, PATCHES)
    if (patched && isOwed(passage, patched.start)) return { mode: 'duty', at: patched.start }
    const replaced = run(text, 110, OLD, REPLACED) ?? run(text, 110, REPLACED, OLD)
    if (replaced && !has(text, LICENSE) && (isOwed(passage, replaced.end) || isOwed(passage, replaced.start)))
      return { mode: 'duty', at: replaced.start }
    const kept = run(text, 40, /\b(?:stay(?:s|ing)? on|run(?:ning)?|us(?:e|ing)|keep(?:ing)?)\b/, OLD)
    if (kept && isBanned(passage, kept.start)) return { mode: 'duty', at: kept.start }
    const pushed = run(
      text,
      60,
      /\bnew (?:version|release|checkpoint|one)s?\b/,
      /\b(?:moved?|switch|migrat\w+|upgrad\w+) (?:\w+ ){0,2}?to it\b/,
    )
    if (pushed && isOwed(passage, pushed.end)) return { mode: 'duty', at: pushed.start }
    for (const moved of runs(text, 40, MOVE, LATEST)) {
      if (LICENSE.test(text.slice(moved.start, moved.end + 40)) || TERMS_APPLY.test(text)) continue
      if (isOwed(passage, moved.start)) return { mode: 'duty', at: moved.start }
    }
    const only = run(text, 6, /\bonly\b/, LATEST)
    return only && has(text, /\b(?:may|can) be (?:used|deployed)\b/) && !has(text, LICENSE)
      ? { mode: 'duty', at: only.start }
      : null
  },
  examples: {
    found: [
      { text: 'Integrators must apply security patches and updates in a timely manner.', mode: 'duty' },
      { text: 'Integrators must apply security patches and model updates in a timely manner.', mode: 'duty' },
      { text: 'You shall undertake reasonable efforts to use the latest version of the Model.', mode: 'duty' },
      { text: 'Licensees must upgrade to the newest release of the Software within 30 days.', mode: 'duty' },
      { text: '您应当使用模型的最新版本。', mode: 'duty' },
    ],
    left: [
      'The new versions of this License will at all times apply to new versions of the Product released after that date.',
      'You must not use updates of the page as proof.',
      'You may use this version or the latest version of the Model.',
      'We recommend that you use the latest version of the Model.',
      'You shall comply with the latest version of this Agreement.',
    ],
  },
} satisfies ClauseKind
