import type { SaidClause } from '../../../modality/said.ts'
import { HAN } from '../../../text/scripts.ts'
import { clauseOf, type Passage, type ReadSaid } from '../../clause.ts'

const HAN_NAME = new RegExp(`^[${HAN}]{2,16}$`)

/** Which law applies, and where disputes are decided. */
export const lawGoverning: ReadSaid = (said, passage) => {
  const isChinese = passage.language === 'zh'
  const law = isChinese ? between(said, passage, 'law') : (behind(said, passage, 'law of') ?? nameBefore(said, passage))
  const venue = isChinese ? between(said, passage, 'court') : behind(said, passage, 'court')
  const arbitration = said.find('arbitration') !== null
  /* laws, without a word on whose, are not what governs */
  if (!law && !venue && !arbitration && said.find('courts') === null) return null
  const parameters = { ...(law ? { law } : {}), ...(venue ? { venue } : {}), ...(arbitration ? { arbitration } : {}) }
  return { ...clauseOf(said), parameters }
}

/** words of the longest name of a place: "State of New South Wales" */
const LONGEST_PLACE = 8
const WORD = /^[\s:"“]*([\p{L}\p{N}.'’&-]+)/u
const CAPITAL = /^\p{Lu}/u
/** capitalized words right before something: "English ", "New York " */
const CAPITALIZED = /((?:\p{Lu}[\p{L}'’.-]+ ){1,4})$/u

const alone = (passage: Passage, text: string): Passage => ({ ...passage, text, heading: '', lead: '' })

/** The name of the place behind the words of a mark: up to a comma, or a word that is no part of a name. */
function behind(said: SaidClause, passage: Passage, mark: string): string | undefined {
  const found = said.find(mark)
  if (found === null) return undefined
  const words: string[] = []
  let rest = passage.text.slice(found.end)
  while (words.length < LONGEST_PLACE) {
    const [whole = '', written = ''] = WORD.exec(rest) ?? []
    const word = written.replace(/[.'’]+$/, '')
    if (word === '' || said.has('over', alone(passage, word))) break
    rest = rest.slice(whole.length)
    if (words.length > 0 || !said.has('article', alone(passage, word))) words.push(word)
    /* a sentence or an enumeration ends here */
    if (written.endsWith('.') && word.length > 2) break
    if (/^[,;:()]/.test(rest)) break
  }
  while (words.length > 0 && !CAPITAL.test(words.at(-1) ?? '')) words.pop()
  const name = words.join(' ')
  return name === '' || said.has('no place', alone(passage, words[0] ?? '')) ? undefined : name
}

/** The name right before "law". */
function nameBefore(said: SaidClause, passage: Passage): string | undefined {
  const law = said.find('law')
  const name = CAPITALIZED.exec(passage.text.slice(0, law?.at ?? 0))?.[1]?.trim()
  const words = name?.split(' ').filter(word => !said.has('article', alone(passage, word))) ?? []
  return words.some(word => said.has('no place', alone(passage, word))) ? undefined : words.join(' ') || undefined
}

/** the longest Chinese name of a place */
const LONGEST_CHINESE = 16

/** The Chinese name between what stands before a law or a court, and that law or court. */
function between(said: SaidClause, passage: Passage, mark: string): string | undefined {
  let rest = passage
  for (let times = 0; times < LONGEST_CHINESE; times++) {
    const before = said.find(`before ${mark}`, rest)
    if (before === null) return undefined
    rest = alone(passage, rest.text.slice(before.end))
    const end = said.find(mark, rest)
    const name = rest.text.slice(0, end?.at ?? 0).replace(/[(（].*$/u, '')
    if (HAN_NAME.test(name) && !said.has('no place', alone(passage, name))) return name
  }
  return undefined
}

/** Which language version decides where translations differ. */
export const lawPrevailingLanguage: ReadSaid = (said, passage) => {
  const language = languageIn(said, passage)
  return { ...clauseOf(said), ...(language ? { parameters: { language } } : {}) }
}

/** how many letters before it prevails are looked at, until they name one language alone */
const LETTERS_BEFORE = [200, 60, 40, 25, 15]

function languageIn(said: SaidClause, passage: Passage): string | undefined {
  for (const near of LETTERS_BEFORE) {
    const text = passage.text.slice(Math.max(said.at, said.end - near), said.end)
    const [language, ...more] = said.marks.filter(mark => said.has(mark, { ...passage, text, heading: '', lead: '' }))
    if (language !== undefined && more.length === 0) return language.charAt(0).toUpperCase() + language.slice(1)
  }
  return undefined
}
