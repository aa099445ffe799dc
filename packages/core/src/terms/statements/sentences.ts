import type { Block, Document } from '../../documents/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { isOpenClass } from '../../licenses/class.ts'
import type { Known } from '../../licenses/known.ts'
import { saysTermsElsewhere } from '../../licenses/prose/takes.ts'
import { statementWordings } from '../../licenses/prose/wordings.ts'
import { saidIn } from '../../modality/said.ts'
import type { Sentence, Within } from '../../sentences/index.ts'
import { lettersOf } from '../../text/letters.ts'
import { modelsNamed } from '../models/names.ts'
import { subjectOfPointer } from './about.ts'
import { LEGAL_LABEL, pointersIn, type TermsPointer } from './pointers.ts'
import type { Setting } from './speaker.ts'
import { HOSTED, type SaidAbout, type Statement, state } from './statement.ts'
import { readSubject } from './subject.ts'
import { takenFrom } from './taken.ts'

type Found = Pick<Statement, 'about' | 'models'>

/** "The following models are under X:", and not "all of it, including the following" */
const OPENS = /(?:^\W{0,4}|\b(?:to|of|for) )(?:the )?following\b(?:[^.;:：]|\.\d)*[:：]$|^以下[^。；:：]*[:：]$/i
/** what stands behind the name of an item */
const BEHIND = /[:：(（–—]|\s(?:found|in|from|with|which|that|see|for)\b|\.(?:\s|$)/
const MODELS = /\s(?:models?|checkpoints?|weights)$/i
const NAME = /^\p{Lu}[\w.+-]*(?: [\p{Lu}\d][\w.+-]*){0,3}$/u
/** what a model among other components is called */
const KIND = /\b(?:(?:auto|en|de|vo)coder|extractor|aligner|detector|classifier|models?)\b/i

/**
 * What the list under a sentence says that the sentence is about: the models that it names, and the rest; nothing where
 * the sentence does not speak of "the following", or an item of a list of models names none.
 */
function listedUnder(
  block: Block,
  { blocks }: Document,
  text: string,
  { speaker, names }: Setting,
  knowledge: Knowledge,
): readonly Found[] {
  if (!block.text.endsWith(text) || !OPENS.test(text)) return []
  const from = blocks.indexOf(block) + 1
  const end = blocks.findIndex((one, at) => at >= from && (one.kind !== 'item' || one.lead !== block.text))
  const items = blocks.slice(from, end < 0 ? undefined : end).filter(({ level }) => level === blocks[from]?.level)
  const ofModels = readSubject(text, speaker).about.includes('weights')
  const read = items.map(item => {
    const [head = ''] = item.text.split(BEHIND)
    const plain = head.trim().replace(MODELS, '')
    const { about, others } = readSubject(item.text, speaker)
    const isModel = about.includes('weights') || (about.length === 0 && (ofModels || KIND.test(head)))
    if (!isModel || others) return { about: others ? [] : about, models: [], told: !ofModels || about.length > 0 }
    const known = modelsNamed(plain, names, knowledge)
    const models = known.length === 0 && NAME.test(plain) ? [plain] : known
    return { about: [], models, told: models.length > 0 }
  })
  if (!read.every(({ told }) => told)) return []
  const models = [...new Set(read.flatMap(one => one.models))]
  const about = [...new Set(read.flatMap(one => one.about))]
  return [
    ...(models.length > 0 ? [{ about: ['weights'], models } as const] : []),
    ...(about.length > 0 ? [{ about, models: [] }] : []),
  ]
}

/** words by which terms bind */
const BINDS = new RegExp(
  String.raw`\b(?:subject to|must|shall|compl(?:y|iance)|agree|govern\w*|prohibit\w*|accordance|adher\w+|` +
    String.raw`bound by|accept\w*)\b|遵守|遵循|同意`,
  'i',
)
/** a sentence that goes on to list what was taken from others */
const BORROWED = /\bother repositor|\bsome of (?:the|our) code|\bthird[- ]part|\bportions? of\b(?!.{0,80}\bmajority\b)/i

/** What a sentence of a page states: the licenses that it names, and what it takes beside them. */
export function sentenceStatements(sentence: Sentence, setting: Setting, known: Known): Statement[] {
  const { within, surface } = sentence
  if (!within || (surface !== 'prose' && surface !== 'heading')) return takenFrom(sentence, setting, known)
  const { knowledge } = known
  const here = { ...within, text: sentence.text }
  const plain = pointersIn(within.block, here, setting, knowledge)
  const pointers = plain.length === 0 && BINDS.test(sentence.text) ? ledTo(within, here, setting, knowledge) : plain
  const named = licensesNamed(pointers, sentence, within, setting, knowledge)
  const elsewhere = elsewhereIn(sentence, named, known)
  const taken = takenFrom(sentence, setting, known, { pointers, statements: named })
  // terms that are not here are more than a doubt
  return [...named, ...elsewhere, ...taken.filter(({ restricts }) => elsewhere.length === 0 || restricts?.sure)]
}

/** "subject to the terms in the [License section](#license)": the one license that is named there. */
function ledTo(
  { block: { links }, document }: Within,
  { start, text }: Pick<Within, 'start'> & Pick<Sentence, 'text'>,
  setting: Setting,
  knowledge: Knowledge,
): TermsPointer[] {
  const link = links.find(
    one => one.start >= start && one.end <= start + text.length && one.url.startsWith('#') && LEGAL_LABEL.test(one.url),
  )
  if (!link) return []
  const named = document.blocks
    .filter(({ kind, headings }) => kind !== 'heading' && lettersOf(headings.at(-1) ?? '') === lettersOf(link.url))
    .flatMap(block => pointersIn(block, { ...block, start: 0 }, setting, knowledge))
  const [one, ...more] = named
  return one && more.length === 0 ? [{ ...one, start: link.start, end: link.end }] : []
}

function licensesNamed(
  pointers: readonly TermsPointer[],
  { text, heading: section, before: sentenceBefore, cited }: Sentence,
  { block, document, start }: Within,
  setting: Setting,
  knowledge: Knowledge,
): Statement[] {
  const found: Statement[] = []
  // of the block before only what has no head of its own speaks on
  const previous = start > 0 || HEADLESS.test(text) ? sentenceBefore : ''
  const listed = pointers.length > 0 ? listedUnder(block, document, text, setting, knowledge) : []
  let from = start
  let last: readonly SaidAbout[] = []
  for (const [at, pointer] of pointers.entries()) {
    const isOfPrevious = isInBrackets(pointer, text) || HEADLESS.test(text)
    const before = previous !== '' && isOfPrevious ? previous : block.text.slice(from, pointer.start)
    from = pointer.end
    const said = block.text.slice(start, pointer.start)
    if (BORROWED.test(said) || isLikened(said, knowledge)) continue
    if (!pointer.license && !pointer.path && HOSTED.test(text)) continue
    const narrows = isOfFamily(pointer, pointers[at - 1], knowledge)
    const about = subjectOfPointer(
      pointer,
      { block, sentence: { text, start }, previous, section, before, last, narrows, listed },
      setting.speaker,
    )
    if (!about) continue
    last = about.about
    const { license, path, url, spelled } = pointer
    const binds = BINDS.test(text)
    for (const part of about === listed[0] ? listed : [about])
      found.push(state({ ...part, license, path, url, binds, via: 'prose', section, spelled, cited: cited() }))
  }
  return isChoice(pointers, text, block.text) ? found.filter(isOpen) : found
}

const isOpen = ({ license }: Pick<TermsPointer, 'license'>) => license !== null && isOpenClass(license.class)

/** "either A or B, at your option": of licenses that one may choose from, whoever uses it takes the open one. */
const isChoice = (pointers: readonly TermsPointer[], text: string, all: string): boolean =>
  pointers.length > 1 &&
  pointers.some(isOpen) &&
  CHOSEN.test(text) &&
  pointers.slice(1).every(({ start }, at) => OR.test(all.slice(pointers[at]?.end, start)))
const CHOSEN = /\bat your (?:option|choice)\b/i
const OR = /^(?: licen[cs]e)?,? or (?:the |under the )?$/i

/** "src/fern.py", and in a paragraph of its own "is under the Fern License": its subject is what stands before */
const HEADLESS = /^(?:is|are)\b/

/** Whether words before a license only hold another against it: "compatible with". */
function isLikened(before: string, knowledge: Knowledge): boolean {
  const said = saidIn({ text: before, heading: '', lead: '' }, statementWordings(knowledge), 'likened').get('likened')
  return said !== undefined && !said.where('grants').some(({ at }) => at >= said.end)
}

/** Whether a license is of a family that is named right before it. */
function isOfFamily({ license }: TermsPointer, last: TermsPointer | undefined, { licenses }: Knowledge): boolean {
  if (!license || license.family || !last?.license?.family) return false
  const publisherOf = (id: string) => licenses.get(id)?.publisher ?? null
  const publisher = publisherOf(last.license.id)
  return publisher !== null && publisher === publisherOf(license.id)
}

/**
 * "They are for research only. (CC BY-NC)": a limiting license in brackets of its own belongs to the sentence before.
 */
const isInBrackets = ({ license, spelled }: TermsPointer, text: string): boolean =>
  license !== null && !isOpenClass(license.class) && /^[(（]\s?[)）][.。]?$/.test(text.replace(spelled, '').trim())

/** Word of terms that the weights have and that are not here. */
function elsewhereIn({ text, heading, cited }: Sentence, named: readonly Statement[], known: Known): Statement[] {
  if (named.some(({ about }) => about.includes('weights')) || !saysTermsElsewhere(text, known)) return []
  const spelled = 'terms of their own, not given here'
  return [state({ about: ['weights'], binds: true, via: 'prose', section: heading, spelled, cited: cited() })]
}
