import type { Knowledge } from '../knowledge/knowledge.ts'
import { makeReady, type Ready } from '../modality/ready.ts'
import { cutWords, type StandingSentence, sentenceOf, type Words } from '../modality/words.ts'
import { once, onceForSentence } from '../once.ts'
import { RELATIONS, type Relation } from '../report/vocabulary.ts'
import { type Lookup, lookupOf } from '../wordings/lookup.ts'
import { type Search, type Sentence, searchOf } from '../wordings/search.ts'
import type { Token } from '../wordings/tokens.ts'
import type { Mention } from './mentions.ts'
import { type Ends, isAside, isOfAnother, isOfModel, type Placed, reached, SCRIPTS } from './reach.ts'

/** That a sentence says a model was made from one that it mentions. */
export interface SaidOrigin {
  readonly mention: Mention
  readonly relation: Relation
  /** the words may also be said of a program or an idea */
  readonly loose: boolean
  /** offset in the sentence at which its words begin */
  readonly at: number
}

/** How the wordings of `knowledge/origins` see what a mention is. */
const TOKENS = { own: '{own}', model: '{model}', name: '{called}' } as const
/** with these, words say that no model was made from what they name */
const NONE = 'none'

interface Index extends Ends {
  readonly ready: readonly Ready[]
  readonly lookup: Lookup
  /** what makes of a model's name that of a program: "llama.cpp" */
  readonly programs: readonly Search[]
  /** with what the name of an architecture begins */
  readonly architectures: readonly Search[]
  /** what the column of a table is called that names where each of its models comes from */
  readonly columns: readonly Search[]
  readonly parts: readonly Search[]
  readonly trained: readonly Search[]
  /** what heads a section on how the release was trained */
  readonly training: readonly Search[]
  /** "our model" */
  readonly ours: readonly Search[]
  /** "from scratch" */
  readonly scratch: readonly Search[]
}

const originIndex = once(({ origins, modalities, patterns }: Knowledge): Index => {
  const ready = makeReady(origins, modalities, patterns)
  const all = (words: readonly number[] = []) => words.map(one => searchOf(patterns, one))
  const of = (mark: string) => origins.flatMap(({ marks }) => all(marks[mark]))
  return {
    ready,
    lookup: lookupOf(
      patterns,
      ready.map(({ wording }) => wording.key),
    ),
    programs: of('program'),
    architectures: of('architecture'),
    columns: of('column'),
    parts: of('part'),
    training: of('training'),
    trained: of('trained'),
    ours: of('ours'),
    scratch: origins.flatMap(({ unless }) => all(unless)),
    stops: new Map(origins.map(({ language, spelled }) => [language, plainWords(spelled.stops)])),
    and: plainWords(origins.flatMap(({ spelled }) => spelled.and)),
  }
})

/** The words of a mark that is no more than words. */
const plainWords = (mark: readonly string[]): ReadonlySet<string> => new Set(mark.join(' ').match(/[^\s|()]+/g))

/** letters of a name or of the header of a column */
const LONGEST_NAME = 100
/** letters of a sentence, or of a block, that are read */
export const LONGEST_SENTENCE = 700
/** What a passage says of where models come from; `mentions` are those of its text, in order. */
export function originsIn(passage: StandingSentence, mentions: readonly Mention[], knowledge: Knowledge): SaidOrigin[] {
  if (!mentions.some(({ is }) => is !== 'own')) return []
  const index = originIndex(knowledge)
  const { words, at } = placed(
    cutWords(passage),
    // what a hub keeps is a model, whatever it is called
    mentions.filter(({ model, is, owner }) => (is === 'model' && owner !== null) || !isProgram(model, knowledge)),
  )
  const named = at.filter(({ mention }) => !mention.word)
  const claimed = new Map<Mention, SaidOrigin | null>()
  for (const ready of candidates(words, index)) {
    if (SCRIPTS[ready.language]?.test(passage.text) === false) continue
    const sentence = turned(words, ready)
    const {
      relation = 'finetune',
      loose = false,
      any = false,
      told = false,
      foreign = false,
    } = ready.wording.with ?? {}
    for (const { from, to } of ready.search().places(sentence)) {
      if (to < words.own) continue
      const within = named.filter(({ place }) => place >= Math.max(from, words.own) && place <= to)
      if (relation === NONE) {
        for (const { mention } of within) if (!claimed.has(mention)) claimed.set(mention, null)
        continue
      }
      const meant = within.length > 0 ? within : reached(words, named, to, ready, index)
      if (ready.unless().some(unless => unless.isIn(sentence))) break
      const first = meant[0]?.place ?? to
      if (loose === true && !isOfModel(ready, sentence, at, words, from)) continue
      if ((told !== true && isAside(ready, sentence, from, first)) || isOfAnother(at, words, from, ready)) continue
      for (const { mention, place } of meant) {
        if (mention.is === 'own' || claimed.has(mention) || (mention.is === 'name' && any !== true)) continue
        // what begins with a model of the publisher's own speaks of that one
        if (mention.ours && (place === from || foreign === true)) continue
        const known = RELATIONS.find(one => one === relation) ?? 'finetune'
        const start = from >= words.own ? (words.tokens[from]?.start ?? 0) : 0
        claimed.set(mention, { mention, relation: known, loose: loose === true, at: start })
      }
    }
  }
  const said = [...claimed.values()].filter(origin => origin !== null)
  return said.sort((one, other) => one.mention.start - other.mention.start)
}

/** Whether a name is that of a program, a method or an architecture. */
export function isProgram(name: string, knowledge: Knowledge): boolean {
  const { programs, architectures } = originIndex(knowledge)
  const own = name.slice(name.indexOf('/') + 1)
  return holds(own, programs) !== null || holds(own, architectures)?.from === 0
}

/**
 * What a table names in a column of this header, or a line behind this label: where its models come from, or what is
 * built into them. In a section on training, "model" is what was trained.
 */
export function columnOf(header: string, knowledge: Knowledge, heading = ''): 'base' | 'part' | null {
  const { columns, parts, trained } = originIndex(knowledge)
  const isOf = (searches: readonly Search[]) => {
    const place = holds(header, searches)
    return place !== null && place.from === 0 && place.to === place.last
  }
  if (isOf(columns) || (isOf(trained) && isOfTraining(heading, knowledge))) return 'base'
  return isOf(parts) ? 'part' : null
}

/** Whether a heading speaks of how the release was trained. */
export const isOfTraining = (heading: string, knowledge: Knowledge): boolean =>
  holds(heading, originIndex(knowledge).training) !== null

/** Whether words speak of a model as the publisher's own. */
export const speaksOfOurs = (words: string, knowledge: Knowledge): boolean =>
  holds(words.slice(-LONGEST_NAME), originIndex(knowledge).ours) !== null

/** Whether a sentence says that a model was trained from nothing. */
export function isFromScratch(text: string, knowledge: Knowledge): boolean {
  const { scratch } = originIndex(knowledge)
  const { words } = cutWords({ text: text.slice(0, LONGEST_SENTENCE), heading: '', lead: '' })
  const sentence = { words, free: new Uint8Array(words.length) }
  return scratch.some(search => search.isIn(sentence))
}

const holds = (text: string, searches: readonly Search[]) =>
  text.length > LONGEST_NAME ? null : longestOf(searches)(text)

/** The longest place of any of some searches, and the last word of the text. */
const longestOf = once((searches: readonly Search[]) =>
  onceForSentence(text => {
    const { words } = cutWords({ text, heading: '', lead: '' })
    const sentence = { words, free: new Uint8Array(words.length) }
    const places = searches.flatMap(search => search.places(sentence))
    const longest = places.toSorted((one, other) => other.to - other.from - (one.to - one.from))[0]
    return longest === undefined ? null : { ...longest, last: words.length - 1 }
  }),
)

function candidates(words: Words, { ready, lookup }: Index): readonly Ready[] {
  const chosen = lookup.in(words.words).flatMap(number => ready[number] ?? [])
  // what says that nothing starts from a model comes first
  return [...chosen.filter(one => one.wording.with?.relation === NONE), ...chosen].filter(
    (one, at, all) => all.indexOf(one) === at,
  )
}

/** The words with each mention as one of them, and where these are. */
function placed(all: Words, mentions: readonly Mention[]) {
  const tokens: Token[] = []
  const at: Placed[] = []
  let own = 0
  for (const [number, token] of all.tokens.entries()) {
    if (number === all.own) own = tokens.length
    const mention =
      number < all.own ? undefined : mentions.find(({ start, end }) => token.start < end && token.end > start)
    if (mention === undefined || token.word.startsWith('{list')) tokens.push(token)
    else {
      const isFirst = at.at(-1)?.mention !== mention
      if (isFirst) at.push({ place: tokens.length, mention })
      if (mention.word) tokens.push(token)
      else if (isFirst) tokens.push({ ...token, end: mention.end, word: TOKENS[mention.is] })
    }
  }
  const words = tokens.map(({ word }) => word)
  return { words: { ...all, tokens, words, own, sentences: new Map() }, at }
}

/** A sentence in which no gap goes over a mention. */
function turned(words: Words, { turns }: Ready): Sentence {
  const known = sentenceOf(words, turns)
  const free = known.free.map((one, place) => (/^\{(?:own|model|called)\}$/.test(words.words[place] ?? '') ? 0 : one))
  return { ...known, free }
}
