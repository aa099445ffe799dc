import { citeWords } from '../../documents/cite.ts'
import { type Block, type Document, lineAt } from '../../documents/index.ts'
import { unreadLanguage } from '../../documents/language.ts'
import { bindingOf } from '../../evidence/binding.ts'
import { cite, type Evidence } from '../../evidence/index.ts'
import type { LegalFile } from '../../evidence/legal/index.ts'
import { folder, isOfOthers } from '../../evidence/paths.ts'
import { isMain } from '../../evidence/weights/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { isOpenClass } from '../../licenses/class.ts'
import type { Known } from '../../licenses/known.ts'
import { isOfTerms } from '../../licenses/prose/takes.ts'
import { licensesMentionedIn, resolveId } from '../../names/index.ts'
import type { Answers } from '../../readings/answers.ts'
import type { Cited } from '../../report/report.ts'
import {
  answersIn,
  commentsIn,
  frontComments,
  isSentence,
  type Sentence,
  sentencesIn,
  sentencesOfForm,
  sentencesOfHeader,
  settingsSaid,
  valuesAtHub,
  valuesIn,
} from '../../sentences/index.ts'
import { badgeStatements } from './badges.ts'
import { cardStatements, metadataStatements } from './metadata.ts'
import { packageStatements } from './packages/index.ts'
import { sentenceStatements } from './sentences.ts'
import { type Setting, settingOf } from './speaker.ts'
import { isOfTools, type Statement, state } from './statement.ts'
import { readSubject } from './subject.ts'
import { tableStatements } from './tables.ts'
import { takenFrom } from './taken.ts'

/** how far below "the following license applies to …" the license may stand */
const BELOW = 6
/** it must say that the license follows, not that one is to be followed */
const ANNOUNCES = new RegExp(
  String.raw`[^.]{0,200}\b(?:following|below) licen[cs]e (?:appl|cover|govern)\w*[^.]{0,300}|` +
    String.raw`[^.]{0,200}\bunder the (?:following|below) licen[cs]e[^.]{0,200}[:：]$`,
  'i',
)

/** one of its words: far faster to look for than the whole */
const MAY = /\b(?:following|below) licen/i

/** "The following license applies to the code and the models:", and then the license's own notice. */
function announcedStatements(document: Document, { speaker }: Setting, knowledge: Knowledge): Statement[] {
  return document.blocks.flatMap((block, index): Statement[] => {
    const says = block.kind === 'code' || !MAY.test(block.text) ? undefined : ANNOUNCES.exec(block.text)?.[0]
    if (!says || licensesMentionedIn(block.text, knowledge).length > 0) return []
    const subject = readSubject(says, speaker)
    const next = document.blocks.slice(index + 1, index + 1 + BELOW)
    const below = next.find(block => licensesMentionedIn(block.text, knowledge).length > 0)
    const mention = below ? licensesMentionedIn(below.text, knowledge)[0] : undefined
    const license = mention ? resolveId(mention.id, null, knowledge) : null
    if (!below || !mention || !license || subject.others || subject.about.length === 0) return []
    const named = citeWords(document, lineAt(below, mention.start), lineAt(below, mention.end), mention.spelled)
    return [
      state({
        about: subject.about,
        models: subject.models,
        license,
        binds: true,
        via: 'prose',
        section: block.headings.at(-1) ?? '',
        spelled: mention.spelled,
        cited: cite(citeWords(document, block.line, block.endLine, says), named),
      }),
    ]
  })
}

const isOfWeights = ({ about }: Statement) => about.some(one => one === 'weights' || one === 'all' || one === 'others')

/**
 * What a release states, as somebody read it: which files of terms are for the weights, and which terms they are under.
 * These stand in place of what else is said of the weights; sentences that take something stay.
 */
function asAnswered(said: readonly Statement[], answers: Answers, legal: readonly LegalFile[]): Statement[] {
  const told = (about: 'weights' | 'code', spelled: string, path: string | null, cited: Cited) =>
    state({ about: [about], path, binds: true, via: 'prose', spelled, cited })
  const files = legal.flatMap(({ path }) =>
    answers.of('about', path) === 'weights' ? [told('weights', path, path, [{ path }])] : [],
  )
  const binds = answers.of('binds', '')
  if (binds === undefined) return [...said, ...files]
  const isThat = ({ path, license }: Statement) => path === binds || license?.id === binds
  const rest = said.filter(one => one.restricts || one.models.length > 0 || !isOfWeights(one) || isThat(one))
  const file = legal.find(({ path }) => path === binds)
  if (file) return [...rest, ...files, told('weights', binds, binds, [{ path: binds }])]
  const named = said.find(isThat)
  if (named) return [...rest, ...files, { ...told('weights', binds, null, named.cited), license: named.license }]
  // none of them: what lies at the root is for the code
  const roots = legal.filter(({ standing, covers }) => standing === 'root' && covers.length === 0)
  return [...rest, ...files, ...roots.map(({ path }) => told('code', path, path, [{ path }]))]
}

export { isOfTools, type SaidAbout, type Statement } from './statement.ts'

/** pages below that may tell of single models */
const FURTHER_DOCUMENTS = 24
/** pages of a manual that may speak of the whole */
const MANUAL_PAGES = new RegExp(
  String.raw`^docs?\/(?:intro(?:duction)?|terms(?:[-_]of[-_]use)?)\.\w{2,4}$|` +
    // the README in another language
    String.raw`^(?:docs?|i18n|translations?|readmes?)\/(?:[\w-]+\/)?readme[._-][a-z_-]{2,8}\.\w{2,4}$`,
  'i',
)
/** more statements than any real release makes; a crafted one costs no more than this */
const MAX_STATEMENTS = 2_000
/** sections that speak of others' work: what is under terms there is not of this release, unless it says so itself */
const OTHERS_SECTIONS = new RegExp(
  'acknowledg|citation|bibtex|credits?|third[- ]party|related (work|projects?)|dependenc|contribut|' +
    'reference|致谢|引用|参考|谢辞|faq',
  'i',
)

/**
 * Everything that the release's metadata, prose, tables and badges state about its terms; `more` are license files that
 * are documents.
 */
export function readStatements(
  evidence: Evidence,
  known: Known,
  legal: readonly LegalFile[],
  more: readonly Document[],
): Statement[] {
  const { knowledge } = known
  const setting = settingOf(evidence, legal, knowledge)
  const root = evidence.documents.filter(document => isMain(document) || MANUAL_PAGES.test(document.path))
  const inBlocks = (document: Document) => {
    const found = document.blocks.flatMap(block => blockStatements(block, document, setting, known))
    // of a page in a language that is not read it is said that it was not, and each of its sentences may be anything
    return unreadLanguage(document) === null
      ? found
      : found.filter(
          ({ restricts, section }) =>
            restricts?.makes !== 'unknown' || (restricts.sure && isOfTerms(section, knowledge)),
        )
  }
  const binding = bindingOf(evidence, knowledge)
  // a page that nothing leads to limits the weights by a license, under a heading of terms, or in words of a rule: what
  // a program "cannot" do is none
  const binds = ({ path }: Document, { restricts, license, section, cited: [first] }: Statement) =>
    restricts === null ||
    license !== null ||
    isOfTerms(section, knowledge) ||
    binding.page(path) ||
    !('quote' in first && /\bcan(?:no|['’])t\b/i.test(first.quote ?? ''))
  const read = (document: Document) => [
    ...inBlocks(document),
    ...announcedStatements(document, setting, knowledge),
    ...answersIn(document).flatMap(rule =>
      takenFrom(rule, setting, known).filter(({ restricts }) => restricts?.makes !== 'unknown'),
    ),
    ...commentsIn(document).flatMap(comment => takenFrom(comment, setting, known)),
  ]
  const said = [
    ...root.flatMap(document => read(document).filter(statement => binds(document, statement))),
    ...more.flatMap(read),
  ]
  // a page further down speaks of the models that it names, and of no others
  const further = evidence.documents
    .filter(document => !root.includes(document) && !more.includes(document) && !isOfOthers(document.path))
    .slice(0, FURTHER_DOCUMENTS)
    .flatMap(document => ofNamed(inBlocks(document)))
  const all = [
    ...metadataStatements(evidence, setting, known),
    ...valueStatements(evidence, setting, known),
    ...packageStatements(evidence.release.texts, legal, known),
    ...atMost(MAX_STATEMENTS, [...said, ...further]),
    ...cardStatements(evidence.cards, setting, known, inBlocks),
  ]
  return asAnswered(all, evidence.answers, legal)
}

/** So many statements at most: where there are more, those that restrict before the rest. */
function atMost(most: number, said: readonly Statement[]): readonly Statement[] {
  if (said.length <= most) return said
  const rank = ({ restricts }: Statement) => (restricts === null ? 1 : 0)
  return said.toSorted((one, other) => rank(one) - rank(other)).slice(0, most)
}

/** What a page says of the models that it names, where it limits some; what it limits without a name is of them too. */
function ofNamed(said: readonly Statement[]): Statement[] {
  const named = [...new Set(said.flatMap(({ models, license }) => (license ? models : [])))]
  const limiting = said.filter(
    ({ about, restricts, license }) =>
      (restricts !== null || license === null || !isOpenClass(license.class)) &&
      about.some(one => one === 'weights' || one === 'all'),
  )
  if (named.length === 0 || limiting.length === 0) return said.filter(isOfTools)
  const unnamed = limiting.filter(({ models }) => models.length === 0)
  return [
    ...said.filter(one => one.models.length > 0 || isOfTools(one)),
    ...unnamed.map((one): Statement => ({ ...one, about: ['weights'], models: named })),
  ]
}

/** What values say in sentences: of the card's metadata, of the form before a download, of configurations. */
function valueStatements(evidence: Evidence, setting: Setting, known: Known): Statement[] {
  const { form } = evidence.metadata
  return [
    ...(evidence.card ? [...valuesIn(evidence.card), ...frontComments(evidence.card)] : []),
    ...valuesAtHub(evidence),
    ...(form ? sentencesOfForm(form) : []),
    ...settingsSaid(evidence),
    ...headersOf(evidence, setting.legal),
  ].flatMap(value =>
    takenFrom(value, setting, known).filter(
      ({ restricts }) => isSentence(value.text) || restricts?.makes !== 'unknown',
    ),
  )
}

/** What code of the model opens with, where it lies beside weights: elsewhere it is of the code alone. */
function headersOf({ release, weights }: Evidence, legal: readonly LegalFile[]): Sentence[] {
  const beside = new Set(weights.files.map(({ path }) => folder(path)))
  return legal.flatMap(({ path, within, role, others }) => {
    const text = release.texts.get(path)
    return text && within && role === 'notice' && !others && beside.has(folder(path))
      ? sentencesOfHeader(text, within)
      : []
  })
}

function blockStatements(block: Block, document: Document, setting: Setting, known: Known): Statement[] {
  const { knowledge } = known
  const section = block.headings.at(-1) ?? ''
  if (OTHERS_SECTIONS.test(section) && !isOfTerms(section, knowledge))
    return sentencesIn(block, document)
      .flatMap(sentence => takenFrom(sentence, setting, known))
      .filter(({ restricts }) => restricts !== null && restricts.makes !== 'unknown')
  const badges = badgeStatements(block, document, setting, knowledge)
  const row = block.kind === 'row' ? tableStatements(block, document, setting, knowledge) : null
  const sentences = sentencesIn(block, document)
  if (row === null) return [...badges, ...sentences.flatMap(sentence => sentenceStatements(sentence, setting, known))]
  // beside the license of a row what narrows it counts; what is of others says nothing
  const named = { pointers: [], statements: row }
  return [...badges, ...row, ...(row.length > 0 ? sentences.flatMap(one => takenFrom(one, setting, known, named)) : [])]
}
