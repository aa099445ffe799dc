import { citeSentence } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import { type Sentence, sentencesOf } from '../../documents/sentences.ts'
import { cite } from '../../evidence/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { isOpenClass } from '../../licenses/class.ts'
import { saidIn } from '../../modality/said.ts'
import { aboutOf } from './about.ts'
import { type Pointer, pointersIn } from './pointers.ts'
import { reachingWeights } from './reach.ts'
import { isOfTerms, restrictionIn, saysTermsElsewhere } from './restrictions.ts'
import type { Setting } from './setting.ts'
import { type About, type Statement, state } from './statement.ts'
import { isOfWhole, readSubject } from './subject.ts'
import { statementWordings } from './wordings.ts'

/** longer than any sentence; a generated one costs no more than this */
const MAX_SENTENCE = 3_000
/** words by which terms bind */
const BINDS =
  /\b(?:subject to|must|shall|compl(?:y|iance)|agree|govern\w*|prohibit\w*|accordance|adher\w+|bound by|accept\w*)\b|遵守|遵循|同意/i
/** a second, paid license beside an open one takes nothing from it */
const OTHER_OFFER =
  /\b(?:enterprise|dual|alternative(?:ly)?|commercial (?:license|licence|support|version|offering)|A?GPL|custom license|separate license)\b|企业|双重许可/i
/** what one who wants the other license has to do */
const ASKING: ReadonlySet<string> = new Set(['purpose.separate_commercial', 'entry.registration'])
/** a sentence that goes on to list what was taken from others */
const BORROWED = /\bother repositor|\bsome of (?:the|our) code|\bthird[- ]part|\bportions? of\b(?!.{0,80}\bmajority\b)/i
/** terms of somebody's service, not of the weights */
const HOSTED = /\b(?:API|SageMaker|Bedrock|Vertex|Azure|marketplace|hosted|playground|web ?site|service)\b/

/** The statements of a paragraph or list item, sentence by sentence. */
export function proseStatements(block: Block, document: Document, setting: Setting): Statement[] {
  const sentences = sentencesOf(block)
  return sentences.flatMap((sentence, index) => {
    if (sentence.text.length > MAX_SENTENCE) return []
    const { evidence, knowledge, legal } = setting
    const pointers = pointersIn(block, sentence, knowledge, legal, evidence.release)
    const previous = sentences[index - 1] ?? (HEADLESS.test(sentence.text) ? lastBefore(block, document) : undefined)
    const named = licensesNamed(pointers, sentence, previous, block, document, setting)
    return [...named, ...restrictionsIn(sentence, pointers, named, block, document, setting)]
  })
}

function licensesNamed(
  pointers: readonly Pointer[],
  sentence: Sentence,
  previous: Sentence | undefined,
  block: Block,
  document: Document,
  { speaker, knowledge }: Setting,
): Statement[] {
  const section = block.headings.at(-1) ?? ''
  const found: Statement[] = []
  let from = sentence.start
  let last: readonly About[] = []
  for (const [at, pointer] of pointers.entries()) {
    const isOfPrevious = isInBrackets(pointer, sentence) || HEADLESS.test(sentence.text)
    const before = previous && isOfPrevious ? previous.text : block.text.slice(from, pointer.start)
    from = pointer.end
    const said = block.text.slice(sentence.start, pointer.start)
    if (BORROWED.test(said) || isLikened(said, knowledge)) continue
    if (!pointer.license && !pointer.path && HOSTED.test(sentence.text)) continue
    const narrows = isOfFamily(pointer, pointers[at - 1], knowledge)
    const about = aboutOf(pointer, { block, sentence, previous, section, before, last, narrows }, speaker)
    if (!about) continue
    last = about.about
    found.push(
      state({
        about: about.about,
        models: about.models,
        license: pointer.license,
        path: pointer.path,
        url: pointer.url,
        binds: BINDS.test(sentence.text),
        via: 'prose',
        section,
        spelled: pointer.spelled,
        cited: cite(citeSentence(document, sentence.line, sentence.endLine, sentence.text)),
      }),
    )
  }
  return found
}

/** "src/fern.py", and in a paragraph of its own "is under the Fern License": its subject is what stands before */
const HEADLESS = /^(?:is|are)\b/
const lastBefore = (block: Block, { blocks }: Document): Sentence | undefined => {
  const before = blocks[blocks.indexOf(block) - 1]
  return before && before.kind !== 'heading' ? sentencesOf(before).at(-1) : undefined
}

/** Whether words before a license only hold another against it: "compatible with". */
function isLikened(before: string, knowledge: Knowledge): boolean {
  const said = saidIn({ text: before, heading: '', lead: '' }, statementWordings(knowledge), 'likened').get('likened')
  return said !== undefined && !said.where('grants').some(({ at }) => at >= said.end)
}

/** Whether a license is of a family that is named right before it. */
function isOfFamily({ license }: Pointer, last: Pointer | undefined, { licenses }: Knowledge): boolean {
  if (!license || license.family || !last?.license?.family) return false
  const publisherOf = (id: string) => licenses.get(id)?.publisher ?? null
  const publisher = publisherOf(last.license.id)
  return publisher !== null && publisher === publisherOf(license.id)
}

/** "They are for research only. (CC BY-NC)": a limiting license in brackets of its own belongs to the sentence before. */
const isInBrackets = ({ license, spelled }: Pointer, { text }: Sentence): boolean =>
  license !== null && !isOpenClass(license.class) && /^[(（]\s?[)）][.。]?$/.test(text.replace(spelled, '').trim())

/** Restrictions that name no license, and word of terms that are not here. */
function restrictionsIn(
  sentence: Sentence,
  pointers: readonly Pointer[],
  named: readonly Statement[],
  block: Block,
  document: Document,
  setting: Setting,
): Statement[] {
  const { speaker, known } = setting
  const section = block.headings.at(-1) ?? ''
  // citing is dear: only what is found is cited
  const cited = () => cite(citeSentence(document, sentence.line, sentence.endLine, sentence.text))
  const found: Statement[] = []
  if (saysTermsElsewhere(sentence.text, known) && !named.some(statement => statement.about.includes('weights'))) {
    const spelled = 'terms of their own, not given here'
    found.push(state({ about: ['weights'], binds: true, via: 'prose', section, spelled, cited: cited() }))
  }
  const own = readSubject(sentence.text, speaker)
  // a sentence that names nothing is of what its heading names
  const subject =
    own.about.length > 0 || own.others || isOfTerms(section)
      ? own
      : readSubject(`${section}. ${sentence.text}`, speaker)
  const ofWhole = isOfWhole(sentence.text, speaker)
  const ofWeights = subject.about.includes('weights') || ofWhole
  const place = { heading: section, lead: block.lead ?? '', named: pointers.length > 0, ofWeights, ofWhole }
  const limit = restrictionIn(sentence.text, place, known)
  const restricts =
    limit && reachingWeights(limit, { text: sentence.text, underTerms: isOfTerms(section) }, subject, setting)
  if (!restricts) return found
  // what a license is for, and what it is not for, or the terms that restrict, are said by the name of the license
  const apart = named.length > 0 && !named.some(({ about }) => about.includes('weights') || about.includes('all'))
  const told = pointers.some(({ license }) => license !== null && !isOpenClass(license.class))
  if (told || (apart && restricts.makes === 'unknown')) return found
  const asks = restricts.clauses.length > 0 && restricts.clauses.every(({ kind }) => ASKING.has(kind))
  const dual = asks && OTHER_OFFER.test(`${section} ${block.text.slice(0, 600)}`)
  if (dual) return found
  const spelled = sentence.text.slice(0, 120)
  // what was not understood may be of all of them
  const models = restricts.makes === 'unknown' ? [] : subject.models
  return [
    ...found,
    state({ about: ['weights'], models, restricts, binds: true, via: 'prose', section, spelled, cited: cited() }),
  ]
}
