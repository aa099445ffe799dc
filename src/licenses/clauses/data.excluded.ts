import type { ClauseKind } from '../clause.ts'
import { has, run, runs } from '../nearby.ts'

const THING = /\b(?:data|data ?sets?|datasets?|training data|source code|code|software)\b|数据(?:集)?|代码/
const NOT_LICENSED =
  /\b(?:is|are) not (?:licensed|covered|provided|included|granted|made available) (?:\w+ )?(?:under|by|in|with)\b|\b(?:is|are) not (?:part of|subject to) this (?:license|agreement)\b|\bnot licensed\b|不(?:在本|受本|适用本).{0,6}(?:许可|协议)|不包括在/
const LEAVES_OUT = /\b(?:do(?:es)? not (?:include|cover|extend to|apply to)|excludes?)\b|不包括|不适用于/
const DATA =
  /\btraining data(?: ?sets?)?\b|\bsource code\b|\b(?:any )?(?:\w+ )?(?:data ?sets?|datasets?|data|training data) (?:used|employed|on which|that (?:was|were)|for (?:pre-?)?training)\b|训练数据/
const LICENSED = /\b(?:licen[cs]e|licensed|agreement|model|materials)\b|许可|协议|模型/
const NO_LICENSE = /\bno (?:licen[cs]e|rights?) (?:to|in|under) (?:the |any )?/
const NOT_GIVEN = /\b(?:training data(?: ?sets?)?|datasets?|source code)\b/
const PERSONAL = /\b(?:personal|confidential|your) data\b/

/** The text speaks for the weights only. */
export const dataExcluded = {
  id: 'data.excluded',
  name: 'Data or source not licensed',
  looksFor: 'A statement that training data or source code are not licensed by this text.',
  falseFriends: 'Software or data excluded from a warranty, and personal data.',
  against: [],
  reaches: [],
  weighs: 'harmless',
  keywords: ['data', 'dataset', 'code', 'software', '数据', '代码'],
  also: 'not no exclude 不'.split(' '),
  ways: [
    [THING, NOT_LICENSED],
    [LEAVES_OUT, DATA],
    [NO_LICENSE, NOT_GIVEN],
  ],
  find(passage) {
    const text = passage.lower
    if (has(text, PERSONAL) || !has(text, LICENSED)) return null
    for (const out of runs(text, 40, THING, NOT_LICENSED)) {
      const what = /data|数据/.test(out.parts[0]?.words ?? '') ? 'data' : 'code'
      if (/^software/.test(out.parts[0]?.words ?? '')) continue
      return { mode: 'definition', at: out.start, parameters: { what } }
    }
    for (const left of runs(text, 20, LEAVES_OUT, DATA))
      return {
        mode: 'definition',
        at: left.start,
        parameters: { what: /source code$/.test(text.slice(left.start, left.end)) ? 'code' : 'data' },
      }
    const none = run(text, 24, NO_LICENSE, NOT_GIVEN)
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
      { text: 'The Data is not licensed under this License.', mode: 'definition', parameters: { what: 'data' } },
      { text: 'Source code is not licensed under this Agreement.', mode: 'definition', parameters: { what: 'code' } },
      { text: 'The Model does not include any datasets used for training.', mode: 'definition' },
    ],
    left: [
      'The data is licensed under this License.',
      'Personal data is not covered by this agreement.',
      'The Software is not licensed for resale.',
    ],
  },
} satisfies ClauseKind
