import { isWeights } from '../../evidence/paths.ts'
import { hearing } from '../../evidence/signs.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { type ReadAs, readAs } from '../../licenses/account/answered.ts'
import { classByClauses, forbidMore, isOpenClass } from '../../licenses/class.ts'
import type { Known } from '../../licenses/known.ts'
import { isOfTerms, OF_VALUE, plainClause, type Takes, takesIn, taking } from '../../licenses/prose/takes.ts'
import { lazy } from '../../once.ts'
import { isSentence, type Sentence, type Surface } from '../../sentences/index.ts'
import type { TermsPointer } from './pointers.ts'
import type { Setting } from './speaker.ts'
import { type Statement, state } from './statement.ts'
import { isOfWhole, readSubject, type Subject } from './subject.ts'

/** The licenses that a sentence names, and what it says of them. */
interface NamedLicenses {
  readonly pointers: readonly TermsPointer[]
  readonly statements: readonly Statement[]
}
const NONE: NamedLicenses = { pointers: [], statements: [] }

/** what one who wants the other license has to do */
const ASKING: ReadonlySet<string> = new Set(['purpose.separate_commercial', 'entry.registration'])

const VIA: Partial<Record<Surface, Statement['via']>> = { value: 'metadata', form: 'gate', setting: 'metadata' }

/** What a sentence takes from whoever uses the weights; a doubt where that, or that it is of them, is not sure. */
export function takenFrom(sentence: Sentence, setting: Setting, known: Known, named = NONE): Statement[] {
  const { text, surface, heading } = sentence
  const { speaker } = setting
  const read = readAs(text, known)
  if (read) return read === 'nothing' ? [] : takenAs(read, known).map(takes => stated(sentence, takes))
  const spoken = lazy(() => {
    const own = readSubject(text, speaker)
    // a sentence that names nothing is of what its heading names
    const subject =
      own.about.length > 0 || own.others || isOfTerms(heading, known.knowledge)
        ? own
        : readSubject(`${heading}. ${text}`, speaker)
    const ofWhole = isOfWhole(text, speaker)
    const ofWeights = ofWhole || surface !== 'prose' || subject.about.includes('weights')
    return { subject, ofWhole, ofWeights, named: named.pointers.length + named.statements.length > 0 }
  })
  const takes = takesIn(sentence, spoken, known)
  const reaching =
    takes &&
    (surface === 'form' ? takes : reachingWeights(takes, sentence, spoken().subject, setting.inTree, known.knowledge))
  if (!reaching) return []
  // what a license is for, and what it is not for, or the terms that restrict as much, are said by its name
  const { statements, pointers } = named
  const apart =
    statements.length > 0 && !statements.some(({ about }) => about.includes('weights') || about.includes('all'))
  const leads = pointers.some(({ path }) => path !== null) && reaching.clauses.length > 0
  const told =
    [...pointers, ...statements].some(
      ({ license }) =>
        license !== null &&
        !isOpenClass(license.class) &&
        !forbidMore(reaching.clauses, { class: license.class, clauses: license.known?.clauses ?? [] }, known.knowledge),
    ) ||
    // a policy that lies here says itself what it forbids
    (leads && reaching.clauses.every(({ kind }) => known.knowledge.clauses.get(kind)?.uses?.elsewhere))
  if (told || (apart && reaching.makes === 'unknown')) return []
  const asks = reaching.clauses.length > 0 && reaching.clauses.every(({ kind }) => ASKING.has(kind))
  const around = `${heading} ${sentence.within?.block.text.slice(0, 600) ?? ''}`
  const restricts = asks && hearing(known.knowledge)(around).says('terms.other-offer') ? asDoubt(reaching) : reaching
  return [
    {
      ...stated(sentence, restricts),
      // what was not understood may be of all of them
      ...(restricts.makes === 'unknown' ? { sentence } : { models: spoken().subject.models }),
    },
  ]
}

const stated = (sentence: Sentence, restricts: Takes): Statement =>
  state({
    about: ['weights'],
    restricts,
    binds: true,
    via: VIA[sentence.surface] ?? 'prose',
    section: sentence.heading,
    spelled: sentence.text.slice(0, 120),
    cited: sentence.cited(),
  })

/** What somebody read a sentence to take. */
function takenAs({ clause: { id, name }, mode, isElse }: ReadAs, known: Known): Takes[] {
  const clause = plainClause(id, mode, known)
  const makes = classByClauses([clause], known.knowledge) ?? 'community-restricted'
  const taken = taking(`a sentence: ${isElse ? 'something else' : name.toLowerCase()}`, makes, [clause])
  // what of it is of no kind may be anything
  return isElse ? [taken, { ...taken, name: 'the rest of a sentence', makes: 'unknown', clauses: [] }] : [taken]
}

const asDoubt = ({ name, clauses, suspects }: Takes): Takes => ({
  name,
  makes: 'unknown',
  clauses: [],
  suspects: clauses.length > 0 ? clauses.map(({ kind }) => kind) : suspects,
  sure: false,
})

/** a line of a list of files: a path, and behind a mark what it is */
const LISTED =
  /^\W{0,6}((?:[\w.-]{1,80}\/){1,9}|(?:[\w.-]{1,80}\/){0,9}[\w-]{1,80}\.\w{1,11})[`'"*)\]]{0,3}\s?[-–—:|#]\s/

/** Whether a sentence lists a file, and says what that is; of the files of weights it is the weights. */
function isListing(text: string): boolean {
  const path = LISTED.exec(text)?.[1]
  return path !== undefined && !isWeights(path, null)
}

/**
 * What is taken, as far as it reaches the weights; null where it is proven to be of something else, and a doubt where
 * that is not. What others' work, and the weights as far as they are made from it, are under was not understood.
 */
function reachingWeights(
  takes: Takes,
  { text, heading, surface }: Sentence,
  { about, others }: Subject,
  inTree: boolean,
  knowledge: Knowledge,
) {
  const { says } = hearing(knowledge)(text)
  const underTerms = isOfTerms(heading, knowledge)
  const ofWeights = about.includes('weights') || about.includes('all') || says('terms.rule')
  const ruled = underTerms && about.every(one => one === 'documents')
  // beside weights "the software" is all that is there, unless a program is named
  const whole = inTree && says('terms.software') && !says('terms.program')
  const known = takes.makes !== 'unknown'
  if (isListing(text) || (surface === 'row' && isListing(`${heading}: ${text}`))) return asDoubt(takes)
  if (about.length > 0 && !ofWeights && !ruled && !(whole && !about.includes('data')))
    return about.includes('code') || takes.sure ? asDoubt(takes) : null
  const madeFrom = known && says('terms.made-from')
  if (!others && !madeFrom) return takes
  if (!known) return takes.sure ? asDoubt(takes) : null
  return ofWeights || whole || madeFrom || underTerms
    ? { ...asDoubt(takes), name: `${takes.name}, of others' work as well`, sure: true }
    : asDoubt(takes)
}

/** What the words of a value take; of a few words only what was understood, since a name is none. */
export function takenByValue(words: string, known: Known): Takes | null {
  const sentence = {
    text: words,
    surface: 'form',
    heading: 'license',
    lead: '',
    before: '',
    cited: () => never(),
  } as const
  const takes = takesIn(sentence, () => OF_VALUE, known)
  return takes?.makes === 'unknown' && !isSentence(words) ? null : takes
}

const never = (): never => {
  throw new Error('a value is cited by whoever has it')
}
