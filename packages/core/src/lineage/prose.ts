import { citeSentence } from '../documents/cite.ts'
import type { Block, Document } from '../documents/index.ts'
import { type Evidence, namesLinked } from '../evidence/evidence.ts'
import { depth, isCard, isCode, isOfOthers, isReadme } from '../evidence/paths.ts'
import { sameFamily } from '../evidence/publisher/owners.ts'
import { isMain } from '../evidence/weights/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Cited } from '../report/report.ts'
import { sentencesIn } from '../sentences/index.ts'
import { lettersOf } from '../text/letters.ts'
import { baseCalled, modelsMentionedIn } from './mentions.ts'
import { hasName } from './named.ts'
import { columnOf, LONGEST_SENTENCE, originsIn, speaksOfOurs } from './origins.ts'
import { type Base, relationOf } from './relation.ts'
import { basesInRow, modelOfRow, modelsNamed } from './rows.ts'

/** how many documents, and how far into each, tell where a release comes from */
const MOST_DOCUMENTS = 12
const TELLING_BLOCKS = 400

/** sections that speak of other models; those that thank say what was built on, and also which code */
const ASIDE = /citation|related|benchmark|evaluation|comparison|to-?dos?\b|roadmap|future|引用|評価|评测/i
const THANKS = /acknowledg|thanks|credits|致谢|鸣谢|謝辞/i
const SEVERAL = String.raw`\b(?:models|checkpoints|variants|versions|series)\b`
const SOME_OF_SEVERAL = new RegExp(`${SEVERAL}[^.]{0,50}$`, 'i')
const ALL_OF_SEVERAL = new RegExp(String.raw`\b(?:all|both|each|every)\b.{0,30}${SEVERAL}`, 'i')

/** The bases that the documents of a release tell of, in sentences, tables and lists. */
export function basesInProse(evidence: Evidence, knowledge: Knowledge): Base[] {
  const own = evidence.documents.filter(document => isOfRelease(document, evidence))
  const told = own.slice(0, MOST_DOCUMENTS).flatMap(document => basesIn(document, evidence, knowledge))
  // a program is made for several models, and who tells of one alone made it
  const several = new Set(told.map(({ known, model }) => known?.family ?? lettersOf(model))).size > 1
  return [
    ...told.filter(({ sure }) => sure || !several),
    ...evidence.cards
      .filter(({ document }) => !own.includes(document))
      .flatMap(({ document, name }) => {
        const fields = document.blocks.filter(({ kind, text }) => kind === 'item' && FIELD.test(text))
        return basesIn({ ...document, blocks: fields }, evidence, knowledge).map(base => ({ ...base, of: [name] }))
      }),
  ]
}

/** A base that is told; of what offers no weights not surely its own. */
type ToldBase = Base & { readonly sure: boolean }

/** "Finetuned from model: …", as what a card lists of its model begins */
const FIELD = /^[^:：]{2,40}[:：]/

/** blocks at its beginning, in which a document of the release's own in a folder names it */
const OPENING_BLOCKS = 4

/** Whether a document is of the release itself: at its root, of its models, or of a folder that opens with its name. */
function isOfRelease(document: Document, { release }: Evidence): boolean {
  const { path, blocks } = document
  if (isOfOthers(path)) return false
  if (depth(path) === 0) return true
  if (isMain(document)) return true
  if (depth(path) >= 4 || !(isReadme(path) || isCard(path))) return false
  const name = release.name.toLowerCase()
  return blocks.slice(0, OPENING_BLOCKS).some(({ text }) => hasName(text.toLowerCase(), name, true))
}

function basesIn(document: Document, evidence: Evidence, knowledge: Knowledge): ToldBase[] {
  const { weights } = evidence
  const several = weights.offer === 'linked' && new Set(namesLinked(weights)).size > 1
  // what a release is called says what it is: "Heron, a model and its evaluation"
  const title = document.blocks.find(({ kind }) => kind === 'heading')?.text
  return document.blocks.slice(0, TELLING_BLOCKS).flatMap(block => {
    const last = block.headings.at(-1) ?? ''
    const heading = last === title ? '' : last
    const isTitle = block.kind === 'heading' && block.text === title
    if ((block.kind === 'heading' && !isTitle) || block.kind === 'code' || ASIDE.test(heading)) return []
    if (block.kind === 'row') {
      const column = basesInRow(block, document, evidence, knowledge)
      if (column.length > 0) return column.map(base => ({ ...base, sure: true }))
    }
    const isList = block.kind === 'item' && columnOf(heading, knowledge) === 'base'
    // what a row tells, it tells of the model that it leads to
    const row = several && block.kind === 'row' ? modelOfRow(block, evidence) : ''
    const told = passagesOf(block, document, heading, knowledge).flatMap((passage, at) => {
      if (isList) return at === 0 ? listed(passage, 0, 'base', evidence, knowledge) : []
      const label = LABEL.exec(passage.text)?.[0] ?? ''
      const as = columnOf(label, knowledge, heading)
      return [
        ...(as ? listed(passage, label.length, as, evidence, knowledge) : []),
        ...toldBy(passage, heading, several, evidence, knowledge),
      ]
    })
    return row === '' ? told : told.map(base => (base.of.length > 0 ? base : { ...base, of: [row] }))
  })
}

/** What words of a list or behind a label name first: "Base model: Gemma 2". */
function listed(
  passage: Passage,
  from: number,
  as: 'base' | 'part',
  evidence: Evidence,
  knowledge: Knowledge,
): ToldBase[] {
  const { named } = modelsNamed(
    passage.text.slice(from),
    passage.block.links,
    passage.start + from,
    evidence,
    knowledge,
  )
  const [first] = named
  if (
    first?.is !== 'model' ||
    first.ours === 'offered' ||
    /[^\s*_`:："']/.test(passage.text.slice(from, from + first.start))
  )
    return []
  return named.flatMap(({ is, known, model, ours }): ToldBase[] =>
    is === 'own'
      ? []
      : [
          {
            model: baseCalled({ known, model }),
            relation: as === 'part' ? 'part' : relationOf(evidence),
            known,
            atHub: null,
            of: [],
            via: 'prose',
            own: ours !== undefined,
            cited: passage.cited(),
            sure: true,
          },
        ],
  )
}

/** What may tell of a base: a sentence, a cell of a row, or both of its two cells: "Base model: Gemma 2". */
interface Passage {
  readonly text: string
  readonly block: Block
  /** offset in its block */
  readonly start: number
  readonly lead: string
  cited(): Cited
}

function passagesOf(block: Block, document: Document, heading: string, knowledge: Knowledge): readonly Passage[] {
  const { cells } = block
  if (!cells)
    return sentencesIn(block, document).flatMap(({ text, lead, within, cited }) =>
      within ? [{ text, block, start: within.start, lead, cited }] : [],
    )
  const passage = (text: string, start: number): Passage => {
    return { text, block, start, lead: '', cited: () => [citeSentence(document, block.line, block.endLine, text)] }
  }
  const [key, value, more] = cells
  if (key && value && !more && columnOf(key.text, knowledge, heading) !== null) {
    const text = `${block.text.slice(0, key.start + key.text.length)}:`
    return [passage(text + block.text.slice(text.length), 0)]
  }
  return cells.flatMap(({ text, start }) => (text.length < 4 ? [] : [passage(text, start)]))
}

function toldBy(
  { text: whole, block, start, lead, cited }: Passage,
  heading: string,
  several: boolean,
  evidence: Evidence,
  knowledge: Knowledge,
): ToldBase[] {
  // a figure above the line leads to a note
  const text = whole.slice(0, LONGEST_SENTENCE).replace(/(?<=\p{L})[¹²³⁰⁴-⁹]/gu, ' ')
  const mentions = modelsMentionedIn(text, block.links, start, evidence, knowledge)
  let last: readonly string[] = []
  return originsIn({ text, heading, lead: lead === whole ? '' : lead }, mentions, knowledge).flatMap(origin => {
    const { mention, relation, loose, at } = origin
    if (loose && THANKS.test(heading)) return []
    const before = text.slice(Math.max(0, at - 70), at)
    // "six dense models based on …" speaks of some of several
    const isOfSome = SOME_OF_SEVERAL.test(before) && !ALL_OF_SEVERAL.test(before)
    if (isOfSome && (several || isOfSiblings(text.slice(0, at), evidence))) return []
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
        model: baseCalled(mention),
        relation: loose && relation === 'finetune' ? relationOf(evidence) : relation,
        known: mention.known,
        atHub: null,
        of: last,
        via: 'prose' as const,
        own: mention.ours !== undefined,
        cited: cited(),
        // what offers no weights speaks of its own surely only where it names them
        sure:
          !isProgram(evidence) ||
          mentions.some(one => one.is === 'own' && one.start <= at) ||
          speaksOfOurs(text.slice(0, mention.start), knowledge),
      },
    ]
  })
}

/** what an item or a row of two cells begins with */
const LABEL = /^[^:：]{2,40}(?=[:：])/
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

/** Models of the release that the words before "derived from" name, or lead to, when there are several to tell. */
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
