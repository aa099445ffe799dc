import type { ClauseKind } from '../clause.ts'
import { has, run, runs } from '../nearby.ts'
import { rowSays } from '../rows.ts'

const THING =
  /\b(?:(?:training )?corp(?:us|ora)|data|data ?sets?|datasets?|training data|source code|code|software)\b|数据(?:集)?|代码|\btraining set\b|\bdata (?:we trained|used)/
const NOT_LICENSED =
  /\? not included\b|\b(?:is|are) not covered\b|\b(?:is|are) (?:neither |nowise )?(?:not |no )?(?:\w+ )?(?:part of|excluded from|outside|withheld from|reserved from) (?:this|the|these|its) (?:licen[cs]e|grant|agreement|terms|scope)\b|\b(?:remain|remains|stay|stays) outside\b|\b(?:is|are) (?:excluded|reserved|withheld)\b|\b(?:is|are) not licensed\b|\b(?:is|are) not (?:licensed|covered|provided|included|granted|made available) (?:\w+ )?(?:under|by|in|with)\b|\b(?:is|are) not (?:part of|subject to) this (?:license|agreement)\b|\bnot licensed\b|不(?:在本|受本|适用本).{0,6}(?:许可|协议)|不包括在|不属于[^。；，]{0,10}(?:材料|许可|授权|协议)|不在[^。；，]{0,10}(?:授权|许可|协议)[^。；]{0,4}范围|\b(?:isn't|aren't|is not|are not) part of (?:the|this) (?:deal|licen[cs]e|grant)\b|\b(?:are|is|remain) (?:reserved|proprietary)\b|\bisn't yours to use\b|\b(?:isn't|aren't) licensed\b|\b(?:is|are) not part of this release\b|[:—-] ?not (?:re-?distributed|licensed|covered|included|part)\b|\bnot (?:covered|licensed) (?:by|under) (?:this|the) (?:licen[cs]e|agreement|grant)\b/
const LEAVES_OUT =
  /\b(?:do(?:es)? not (?:include|cover|extend to|apply to|reach|comprise)|(?:is|are) not|excludes?)\b|不包括|不适用于|不涵盖|不涉及|不包含/
const DATA =
  /\bthird-party (?:data ?sets?|datasets?|data|corpora)\b|\btraining data(?: ?sets?)?\b|\bsource code\b|\b(?:any )?(?:\w+ )?(?:data ?sets?|datasets?|data|training data) (?:used|employed|on which|that (?:was|were)|for (?:pre-?)?training)\b|训练数据/
const LICENSED =
  /\b(?:covered|rights?|grant|weights|licen[cs]e|licensed|agreement|model|materials)\b|许可|协议|模型|\bdeal\b|\bthis license\b|\bthis release\b/
/** "you get the weights, not the data and not the training code" */
const NOT_THE =
  /\b(?:weights|parameters|model|checkpoints?)(?: alone| only)?,? (?:but |and )?not (?:to )?the (?:training )?(?:data|dataset|corpus|corpora|(?:training |source )?code)\b/
const NO_LICENSE =
  /\bno (?:licen[cs]e|rights?|permission|title) (?:to|in|under|over|for|in respect of) (?:the |any )?|\bnothing (?:in here|in this \w+|here) (?:licenses|gives you rights to|grants)\b[^.;]{0,12}|不(?:授予|包括|包含)[^。；]{0,4}(?:对)?|\b(?:does|do) not (?:grant|give|convey|confer|include) (?:any |you |you any )?(?:licen[cs]es?|rights?|title) (?:to|in|under|over|for) (?:the |any )?(?:underlying |original |source |training )?|\b(?:does|do) not (?:re-?)?licen[cs]e:?(?: (?:the|any|our|private))?/
const NOT_GIVEN =
  /\b(?:training (?:data(?: ?sets?)?|corp(?:us|ora)|code|sources|materials?)|corp(?:us|ora)|datasets?|source code)\b|训练数据(?:集)?|\bdatasets?\b/
/** "the authors do not relicense third-party snippets" */
const NOT_RELICENSED =
  /\b(?:do|does) not re-?licen[cs]e (?:any |the |these |such )?(?:third[- ]party|underlying|original|source|raw|training)\b|不(?:会)?对[^。；，]{1,24}(?:重新授权|再许可)/
const PERSONAL = /\b(?:personal|confidential|your) data\b/

const LACKS = /\byou (?:don't|do not) get\b/
const NOT_YOURS = /\b(?:don't|do not) get\b|^not (?:included|covered|licensed):|what you don't/

/** the matter of a table row */
const MATTER = /^(?:training )?(?:data|dataset|data ?sets|corpus)$/
const ANSWER = /^(?:not (?:covered|included|licensed|part|released|granted)|excluded|no\b)/

/** The text speaks for the weights only. */
export const dataExcluded = {
  id: 'data.excluded',
  name: 'Data or source not licensed',
  looksFor: 'A statement that training data or source code are not licensed by this text.',
  falseFriends: 'Software or data excluded from a warranty, and personal data.',
  against: [],
  reaches: [],
  weighs: 'harmless',
  keywords: [
    'training',
    'data',
    'dataset',
    'corpus',
    'corpora',
    'code',
    'software',
    '数据',
    '代码',
    'relicense',
    're-license',
    '授权',
  ],
  also: 't not no exclude 不 nothing reserved proprietary isn'.split(' '),
  ways: [
    [MATTER, ANSWER],
    [THING, NOT_LICENSED],
    [LEAVES_OUT, DATA],
    [LACKS, NOT_GIVEN],
    [NOT_THE],
    [NOT_YOURS, NOT_GIVEN],
    [NO_LICENSE, NOT_GIVEN],
    [NOT_RELICENSED],
  ],
  find(passage) {
    const row = rowSays(passage, MATTER, ANSWER)
    if (row >= 0) return { mode: 'definition', at: row, parameters: { what: 'data' } }
    const text = passage.lower
    if (has(text, PERSONAL)) return null
    const lacks = run(text, 12, LACKS, NOT_GIVEN)
    if (lacks) return { mode: 'definition', at: lacks.start, parameters: { what: 'data' } }
    const kept = run(text, 0, NOT_RELICENSED)
    if (kept) return { mode: 'definition', at: kept.start, parameters: { what: 'data' } }
    if (!has(text, LICENSED)) return null
    for (const out of runs(text, 90, THING, NOT_LICENSED)) {
      const what = /data|数据/.test(out.parts[0]?.words ?? '') ? 'data' : 'code'
      if (/^software/.test(out.parts[0]?.words ?? '')) continue
      /* "no data for persons not covered by the agreement" */
      if (
        /\b(?:persons?|people|anyone|part(?:y|ies)|users?|researchers?) (?:who (?:is |are )?)?$/.test(
          text.slice(0, out.parts[1]?.at ?? 0),
        )
      )
        continue
      return { mode: 'definition', at: out.start, parameters: { what } }
    }
    for (const left of runs(text, 20, LEAVES_OUT, DATA))
      return {
        mode: 'definition',
        at: left.start,
        parameters: { what: /source code$/.test(text.slice(left.start, left.end)) ? 'code' : 'data' },
      }
    const only = run(text, 40, NOT_THE) ?? run(text, 60, NOT_YOURS, NOT_GIVEN)
    if (only)
      return {
        mode: 'definition',
        at: only.start,
        parameters: { what: /data|corp/.test(text.slice(only.start, only.end)) ? 'data' : 'code' },
      }
    const none = run(text, 40, NO_LICENSE, NOT_GIVEN)
    return none
      ? {
          mode: 'definition',
          at: none.start,
          parameters: { what: /code/.test(text.slice(none.start, none.end)) ? 'code' : 'data' },
        }
      : null
  },
  examples: {
    found: [
      { text: 'This license notice does not relicense third-party training sources.', mode: 'definition' },
      { text: 'The Heron Corpus: not redistributed, not covered by this license.', mode: 'definition' },
      { text: 'The training data is not part of this release.', mode: 'definition' },
      {
        text: 'This License does not license: private training code; private datasets; or trade secrets.',
        mode: 'definition',
      },
      { text: 'This license does not grant rights in the underlying datasets.', mode: 'definition' },
      {
        text: 'This license covers the images. It does not apply to third-party datasets, model weights or other repositories.',
        mode: 'definition',
      },
      { text: '作者不对第三方代码片段进行重新授权。' },
      { text: 'The authors do not relicense third-party code snippets.' },
      {
        text: 'The dataset itself is not part of this release and is not covered by this license.',
        mode: 'definition',
      },
      { text: 'The Data is not licensed under this License.', mode: 'definition', parameters: { what: 'data' } },
      { text: 'Source code is not licensed under this Agreement.', mode: 'definition', parameters: { what: 'code' } },
      { text: 'The Model does not include any datasets used for training.', mode: 'definition' },
    ],
    left: [
      'You will not give the data to persons not covered by the agreement.',
      '数据默认授予不可撤销的使用与再许可权。',
      'This license does not grant rights in our name.',
      'The data is licensed under this License.',
      'Personal data is not covered by this agreement.',
      'The Software is not licensed for resale.',
    ],
  },
} satisfies ClauseKind
