import { citeSentence } from '../documents/cite.ts'
import type { Block, Document } from '../documents/index.ts'
import { type Sentence, sentencesOf } from '../documents/sentences.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { furtherCards } from '../evidence/metadata/cards.ts'
import { depth, isCard, isCode, isOfOthers, isReadme } from '../evidence/paths.ts'
import { sameFamily } from '../evidence/publisher/owners.ts'
import { isMain } from '../evidence/weights/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { lettersOf } from '../text/letters.ts'
import type { Base } from './bases.ts'
import { mentionsIn } from './mentions.ts'
import { hasName } from './named.ts'
import { columnOf, originsIn } from './origins.ts'
import { relationOf } from './relation.ts'
import { basesInRow } from './rows.ts'

/** how many documents, and how far into each, tell where a release comes from */
const MOST_DOCUMENTS = 12
const TELLING_BLOCKS = 400
const LONGEST = 700

/** sections that speak of other models; those that thank say what was built on, and also which code */
const ASIDE = /citation|related|benchmark|evaluation|comparison|to-?dos?\b|roadmap|future|引用|評価|评测/i
const THANKS = /acknowledg|thanks|credits|致谢|鸣谢|謝辞/i
const SOME_OF_SEVERAL = /\b(?:models|checkpoints|variants|versions)\b[^.]{0,50}$/i

/** The bases that the documents of a release tell of, in sentences, tables and lists. */
export function basesInProse(evidence: Evidence, knowledge: Knowledge): Base[] {
  const own = evidence.documents.filter(document => isOfRelease(document, evidence))
  return [
    ...own.slice(0, MOST_DOCUMENTS).flatMap(document => basesIn(document, evidence, knowledge)),
    ...furtherCards(evidence, knowledge.legalFiles)
      .filter(({ document }) => !own.includes(document))
      .flatMap(({ document, name }) => {
        const fields = document.blocks.filter(({ kind, text }) => kind === 'item' && FIELD.test(text))
        return basesIn({ ...document, blocks: fields }, evidence, knowledge).map(base => ({ ...base, of: [name] }))
      }),
  ]
}

/** "Finetuned from model: …", as what a card lists of its model begins */
const FIELD = /^[^:：]{2,40}[:：]/

/** blocks at its beginning, in which a document of the release's own in a folder names it */
const OPENING_BLOCKS = 4

/** Whether a document is of the release itself: at its root, of its models, or one of a folder that opens with its name. */
function isOfRelease(document: Document, { release }: Evidence): boolean {
  const { path, blocks } = document
  if (isOfOthers(path)) return false
  if (depth(path) === 0) return true
  if (isMain(document)) return true
  if (depth(path) >= 4 || !(isReadme(path) || isCard(path))) return false
  const name = release.name.toLowerCase()
  return blocks.slice(0, OPENING_BLOCKS).some(({ text }) => hasName(text.toLowerCase(), name, true))
}

function basesIn(document: Document, evidence: Evidence, knowledge: Knowledge): Base[] {
  const { links, offer } = evidence.weights
  const several =
    offer === 'linked' && new Set(links.filter(link => link.own && link.name).map(link => link.name)).size > 1
  // what a release is called says what it is: "Heron, a model and its evaluation"
  const title = document.blocks.find(({ kind }) => kind === 'heading')?.text
  return document.blocks.slice(0, TELLING_BLOCKS).flatMap(block => {
    const last = block.headings.at(-1) ?? ''
    const heading = last === title ? '' : last
    if (block.kind === 'heading' || block.kind === 'code' || ASIDE.test(heading)) return []
    if (block.kind === 'row') {
      const column = basesInRow(block, document, evidence, knowledge)
      if (column.length > 0) return column
    }
    if (block.kind === 'item' && columnOf(heading, knowledge) === 'base')
      return listed(block, document, evidence, knowledge)
    return passagesOf(block, knowledge).flatMap(passage =>
      toldBy(passage, block, heading, document, several, evidence, knowledge),
    )
  })
}

/** What an item of a list under "Base models" names first. */
function listed(block: Block, document: Document, evidence: Evidence, knowledge: Knowledge): Base[] {
  const [first] = mentionsIn(block.text, block.links, 0, evidence, knowledge)
  if (first?.is !== 'model' || /[^\s*]/.test(block.text.slice(0, first.start))) return []
  return [
    {
      model: first.known?.version.name ?? first.model,
      relation: relationOf(evidence),
      known: first.known,
      atHub: null,
      of: [],
      via: 'prose',
      cited: [citeSentence(document, block.line, block.endLine, block.text)],
    },
  ]
}

/** The sentences of a block; of a row, those of each cell, or its two as one: "Base model: Gemma 2". */
function passagesOf(block: Block, knowledge: Knowledge): readonly Sentence[] {
  const { cells } = block
  if (!cells) return sentencesOf(block)
  const [key, value, more] = cells
  if (key && value && !more && columnOf(key.text, knowledge) === 'base') {
    const text = `${block.text.slice(0, key.start + key.text.length)}:`
    return [{ text: text + block.text.slice(text.length), start: 0, line: block.line, endLine: block.endLine }]
  }
  return cells.flatMap(({ text, start }) =>
    text.length < 4 ? [] : [{ text, start, line: block.line, endLine: block.endLine }],
  )
}

function toldBy(
  { text: whole, start, line, endLine }: Sentence,
  block: Block,
  heading: string,
  document: Document,
  several: boolean,
  evidence: Evidence,
  knowledge: Knowledge,
): Base[] {
  const text = whole.slice(0, LONGEST)
  const mentions = mentionsIn(text, block.links, start, evidence, knowledge)
  const lead = block.lead ?? ''
  let last: readonly string[] = []
  return originsIn({ text, heading, lead: lead === whole ? '' : lead }, mentions, knowledge).flatMap(origin => {
    const { mention, relation, loose, at } = origin
    if (loose && THANKS.test(heading)) return []
    const before = text.slice(Math.max(0, at - 70), at)
    // "six dense models based on …" speaks of some of several
    if (SOME_OF_SEVERAL.test(before) && (several || isOfSiblings(text.slice(0, at), evidence))) return []
    // what offers no weights speaks of its own only where it names them
    if (isProgram(evidence) && !mentions.some(one => one.is === 'own' && one.start <= at)) return []
    const [behind, end] = [start + mention.end, start + text.length]
    const told = subjectModels(before, linkedIn(block, start + at - before.length, start + at), evidence)
    // "the Gemma 2 based version Heron 3"
    const named = told.length > 0 || mention.ours ? told : subjectModels('', linkedIn(block, behind, end), evidence)
    // "Heron, a fine-tune of Tern, which itself is one of Gull": what comes last is Heron's too
    last = named.length > 0 || !CHAINED.test(before) ? named : last
    // nothing starts from itself
    if (named.some(name => lettersOf(name) === lettersOf(mention.model.slice(mention.model.lastIndexOf('/') + 1))))
      return []
    return [
      {
        model: mention.known?.version.name ?? mention.model,
        relation: loose && relation === 'finetune' ? relationOf(evidence) : relation,
        known: mention.known,
        atHub: null,
        of: last,
        via: 'prose' as const,
        own: mention.ours !== undefined,
        cited: [citeSentence(document, line, endLine, whole)] as const,
      },
    ]
  })
}

const CHAINED = /\b(?:which|that)\b[^.;]*$/

/**
 * Whether words speak of other models of the publisher than the one a card is of: "the distilled models" on the card
 * of Heron, which leads to Heron-Distill.
 */
function isOfSiblings(before: string, { release: { name }, weights }: Evidence): boolean {
  const own = name.toLowerCase()
  const said = before.toLowerCase()
  return weights.links.some(
    link =>
      link.own &&
      (link.name ?? '')
        .toLowerCase()
        .split(/[-_.]/)
        .some(word => LONG_WORD.test(word) && !own.includes(word) && said.includes(word)),
  )
}
const LONG_WORD = /^[a-z]{5,}$/

/** Addresses that the letters of a block between two offsets lead to. */
const linkedIn = ({ links }: Block, from: number, to: number): string[] =>
  links.flatMap(({ start, end, url }) => (start >= from && end <= to ? [url] : []))

/** Whether a release is code that offers no weights: it may be made for the models that it speaks of. */
const isProgram = ({ weights, release }: Evidence) =>
  weights.offer === 'none' && release.files.some(({ path }) => isCode(path))

/** Models of the release that the words before "derived from" name, or lead to, when there are several to tell apart. */
function subjectModels(before: string, urls: readonly string[], evidence: Evidence): string[] {
  const { links, offer } = evidence.weights
  const own = links.filter(link => link.own && link.name)
  const names = [...new Set(own.map(link => link.name ?? ''))]
  const led = new Set(own.flatMap(({ url, name }) => (urls.includes(url) ? [name] : [])))
  const linked = names.filter(name => led.has(name) || (name.length > 4 && hasName(before, name)))
  if (linked.length > 0 || offer !== 'linked' || names.length < 2) return linked
  const subject =
    /(?:^|[.\s*`"])([A-Z][\w.-]*?[A-Z0-9][\w.-]*?)(?:-\d+[BM])?(?:\s+(?:is|was|are)\b|,\s+(?:an?|our|the)\b)/.exec(
      before,
    )?.[1]
  return subject && !sameFamily(subject, evidence.release.name) ? [subject] : []
}
