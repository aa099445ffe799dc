import { type Evidence, namesLinked } from '../../evidence/evidence.ts'
import { sameFamily, sameOwner } from '../../evidence/publisher/owners.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { findModel } from '../../names/models.ts'
import { lettersOf } from '../../text/letters.ts'
import { ownNames } from '../models/names.ts'

/** Who speaks, and what its own models are called. */
export interface Speaker {
  readonly name: string
  readonly publisher: string | null
  /** names of the release's own models, from its links */
  readonly models: readonly string[]
  /** how the first heading calls it; '' where it does not */
  readonly title: string
  /** accounts of its publisher at hubs */
  readonly owners: readonly string[]
  /** whether a name is the publisher's */
  isPublisher(name: string): boolean
  /** whether a name is a known model of somebody else's */
  foreign(name: string): boolean
}

/** "Heron-1 is a model of …": what a release says that it is has the name of its model */
const DEFINED = /^[^\p{L}]{0,10}((?:[A-Z][\w.+]*-)?[A-Z][\w.+-]{1,40}) (?:is|are) (?:a|an|the|our)\b/u

function definedIn({ weights }: Evidence): string[] {
  const said = weights.said.model
  const name = said && 'quote' in said ? DEFINED.exec(said.quote.replace(/[*_`]/g, ''))?.[1] : undefined
  return name === undefined ? [] : [name]
}

/** letters of a title that is a name, and of no more than one */
const TITLE = { least: 8, most: 80 }

/** "Improved Fern Distillation: one step is enough" is called by what stands before the colon. */
function calledBy(title: string): string {
  const name = lettersOf(title.split(/[:：|(（–—]| - | for /)[0] ?? '')
  return name.length >= TITLE.least && name.length <= TITLE.most ? name : ''
}

/** Who speaks in a release's documents, and how its own models are told from others'. */
export function speakerOf(evidence: Evidence, knowledge: Knowledge): Speaker {
  const { name, publisher } = evidence.release
  const models = [...namesLinked(evidence.weights), ...definedIn(evidence)]
  const owners = [publisher, ...evidence.weights.links.map(({ own, owner }) => (own ? owner : null))]
  const isPublisher = (one: string) => publisher !== null && sameOwner(one, publisher, knowledge.organizations)
  return {
    name,
    publisher,
    isPublisher,
    title: calledBy(evidence.who.title),
    owners: [...new Set(owners.flatMap(owner => owner?.toLowerCase() ?? []))],
    models: [...new Set(models)].slice(0, 200),
    foreign(model) {
      const known = findModel(knowledge, model)
      if (!known || sameFamily(model, name)) return false
      return publisher === null || !known.family.organizations.some(isPublisher)
    },
  }
}

/** What tells every reader of pages what is the release's own: who speaks, its files of terms, its models. */
export interface Setting extends Pick<Evidence, 'legal' | 'blank'> {
  readonly speaker: Speaker
  /** the folder, address or id of the release */
  readonly place: string
  /** what the release and its linked models are called */
  readonly names: readonly string[]
  /** addresses at which its own weights are */
  readonly places: ReadonlySet<string>
  /** the weights lie beside its files */
  readonly inTree: boolean
}

/** The setting of a release's pages. */
export const settingOf = (evidence: Evidence, legal: Setting['legal'], knowledge: Knowledge): Setting => ({
  speaker: speakerOf(evidence, knowledge),
  place: evidence.release.place,
  legal,
  blank: evidence.blank,
  names: ownNames(evidence),
  places: new Set(evidence.weights.links.flatMap(({ own, url }) => (own ? [url] : []))),
  inTree: evidence.weights.offer === 'in-tree',
})

/** Whether words name the speaker: by what it, its title or its publisher is called. */
export function speaksOfItself(text: string, speaker: Speaker): boolean {
  const plain = lettersOf(text)
  const name = lettersOf(speaker.name)
  if (name.length >= 3 && plain.includes(name)) return true
  if (speaker.title !== '' && plain.includes(speaker.title)) return true
  return [...text.matchAll(/[A-Z][\w.-]{2,40}/g)].some(
    match => sameFamily(match[0], speaker.name) || speaker.isPublisher(match[0]),
  )
}

/** Names of a person or project at the head of the sentence that are not the speaker's. */
export function speaksOfOthers(text: string, speaker: Speaker, models: readonly string[]): boolean {
  if (models.length > 0 || speaksOfItself(text, speaker)) return false
  const head = text.replace(/^[\s\-*•>#:]+/, '').slice(0, 80)
  const [name = ''] = CAPITALS.exec(head) ?? []
  const words = head
    .slice(name.length)
    .trim()
    .split(/\s+/, MOST_BETWEEN + 1)
  const at = words.findIndex(word => VERBS.has(word))
  if (name === '' || at < 0 || NO_NAME.test(head) || words.slice(0, at).some(word => /^us(?:e|age)$/.test(word)))
    return false
  // "Consultants are", "Streaming with it is": one plain word with a capital is a name where it is one thing
  return (at === 0 && !PLURAL.has(words[at] ?? '')) || /[A-Z\d-].*[A-Z\d-]/.test(name)
}

/** words with a capital at the head of a sentence, and what they do, at most so many words behind them */
const CAPITALS = /^[A-Z][\w.+-]*(?: [A-Z0-9][\w.+-]*)*/
const MOST_BETWEEN = 4
const PLURAL: ReadonlySet<string> = new Set(['are', 'were', 'have'])
const VERBS: ReadonlySet<string> = new Set(['is', 'was', 'has', 'under', ...PLURAL])
const NO_NAME = new RegExp(
  `^(?:${[
    'the|this|that|these|those|our|all|both|we|it|its|you|your|any|every|each|no|none|nobody|anyone|everyone|some|such',
    'only|they|he|she|who|what|there|use|usage|please|for|in|by|as|see|note|while|and|but|with|when|if|to|under',
    'code|source|data|base|delta|models?|weights|licen[cs]ed?|copyright|pre-?trained|fine-?tuned|final|official',
    'released?|users?|developers?|researchers?|commercial|academic|personal|private',
  ].join('|')})\\b`,
  'i',
)
