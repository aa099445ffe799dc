import type { Citation } from '../../report/report.ts'
import type { DataTopic } from '../../report/vocabulary.ts'
import type { Hear, Heard } from '../signs.ts'
import { namesData } from './names.ts'
import type { DataAside } from './statement.ts'

/** a number, its scale, and the words behind it: "40 million image pairs" */
const AMOUNT = new RegExp(
  String.raw`\b\d[\d,.]{0,15} ?(?:(?:[kmbt]|million|billion|trillion|thousand|gb|tb)(?![a-z]))?\+? ?` +
    String.raw`((?:[a-z-]{1,15} ){0,2}[a-z]{1,15})\b`,
  'gi',
)

const countsThings = (text: string, hear: Hear): boolean =>
  [...text.matchAll(AMOUNT)].some(([, words = '']) => hear(words).says('data.things'))

/**
 * What a sentence about training data tells on each topic, and whether it says what or only that. `located`: it links
 * to data.
 */
export function topicsOf(
  sentence: Heard,
  located: boolean,
  hear: Hear,
): ReadonlyMap<DataTopic, 'specific' | 'generic'> {
  const { text, says } = sentence
  const named = located || namesData(sentence, hear)
  const counted = says('data.counted') || countsThings(text, hear)
  const topics = new Map<DataTopic, 'specific' | 'generic'>()
  const add = (topic: DataTopic, speaks: boolean, specific: boolean) => {
    if (speaks) topics.set(topic, specific ? 'specific' : 'generic')
  }
  add('provenance', named || (says('data.vague') && !says('data.denies')), named)
  add('scope', counted || says('data.scope'), counted)
  add('selection', says('data.selection'), named || counted || says('data.how-selected'))
  add('labeling', says('data.labeling'), located || says('data.how-labeled') || (named && counted))
  add('processing', says('data.processing'), says('data.how-processed'))
  return topics
}

/** what it is made of: three kinds or more, right after a word for data */
const DATA_KINDS = new RegExp(
  String.raw`\b(?:data|data ?sets?|corpus|corpora|texts?|sources|documents|` +
    String.raw`mixture(?![- ]of[- ]experts))\b[^.;]{0,40}?(?:\binclud\w{1,5}|\bcompris\w{1,5}|` +
    String.raw`\bconsist\w{0,4} of|\bencompass\w{0,4}|\bcover\w{0,4}|\bspanning|\bsuch as|` +
    '[(:]) ?[^.;,]{2,120}, ?[^.;,]{2,120}(?:,| and | or )|(?:数据|语料)[^。；]{0,12}包(?:括|' +
    '含)[^。；、，]{1,30}[、，][^。；、，]{1,30}[、，]',
  'i',
)
const SHARE = /\b\d[\d.]{0,6} ?%/g

/** "trained on 33 million human cells": how much, and of what */
const COUNTED = new RegExp(
  String.raw`\b(?:pre-?|fine-?|post-?)?(?:trained|tuned) (?:up)?on (?:(?:an?|the|our|over|about|around|` +
    'approximately|roughly|more|than|nearly|total|of|set|mix|data ?set|corpus|collection|diverse|' +
    String.raw`large) ){0,6}~?\d[\d,.]{0,15} ?(?:[kmbt]|million|billion|trillion|` +
    String.raw`thousand)?\+? ((?:[a-z][\w-]{1,24},? ){0,4}[a-z][\w-]{2,24}s)\b`,
  'i',
)
function countsAKind(text: string, hear: Hear): boolean {
  const words =
    COUNTED.exec(text)?.[1]
      ?.split(/,? /)
      .map(word => hear(word)) ?? []
  return !words.some(({ says }) => says('data.run')) && words.some(({ says }) => !says('data.any-kind'))
}

/**
 * Whether a statement describes data without naming it: two or more shares of it, or how it was selected, labeled or
 * processed.
 */
export function describes(
  { text, says }: Heard,
  topics: ReadonlyMap<DataTopic, 'specific' | 'generic'>,
  hear: Hear,
): boolean {
  if (says('data.settings')) return false
  if ((text.match(SHARE)?.length ?? 0) >= 2 || DATA_KINDS.test(text) || countsAKind(text, hear)) return true
  if (says('data.written-by') && topics.get('scope') === 'specific') return true
  return says('data.how-drawn') || says('data.how-written') || topics.get('processing') === 'specific'
}

/** "openly licensed" and "permissively licensed" data is not bought */
const OPEN_TERMS = /\b(?:openly|permissively|freely|liberally|creative commons|open)[- ]licensed\b|\blicensed under\b/gi

/** What a sentence about training data says of data that is not simply given. */
export function asidesIn({ text }: Heard, citation: Citation, located: boolean, hear: Hear): DataAside[] {
  const sentence = hear(text.replace(OPEN_TERMS, 'open'))
  const { says } = sentence
  const aside = (kind: DataAside['kind']): DataAside[] =>
    says(`data.${kind}`)
      ? [{ kind, citation, reasoned: says('data.reason'), named: namesData(sentence, hear), located }]
      : []
  const none = aside('none')
  return [...(none.length > 0 ? none : [...aside('private'), ...aside('third-party')]), ...aside('withheld')]
}
