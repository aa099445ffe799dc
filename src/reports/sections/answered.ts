import { groupsBy } from '../../groups.ts'
import type { Allowed, Report } from '../../report.ts'
import type { UseAnswer } from '../../vocabulary.ts'
import { capital } from '../words/counts.ts'

/** How each answer begins a sentence, in the order they are told. */
const BEGINS = {
  yes: 'you may ',
  if: 'you may ',
  presumably: 'presumably you may ',
  unknown: 'it is not known whether you may ',
  no: 'you may not ',
} as const satisfies Record<UseAnswer, string>

/** What may be done, in a sentence: "You may use it commercially (up to 700M users); you may not train others on it." */
export function inOneSentence(uses: readonly Allowed[]): string | null {
  const parts = [...new Set(Object.values(BEGINS))].flatMap(begins => {
    const groups = groupsBy(
      uses.filter(({ answer }) => BEGINS[answer] === begins),
      ({ answer, says }) => (answer === 'if' ? ` (${says.split('; ')[0] ?? ''})` : ''),
    )
    const last = begins === 'you may not ' || begins.endsWith('whether you may ') ? 'or' : 'and'
    const told = [...groups].flatMap(([condition, those]) =>
      those.map(({ ask }, at) => (at === those.length - 1 ? `${ask}${condition}` : ask)),
    )
    const end = told.length > 1 ? `, ${last} ${told.at(-1)}` : ''
    return told.length === 0 ? [] : [`${begins}${told.slice(0, end ? -1 : 1).join(', ')}${end}`]
  })
  return parts.length === 0 ? null : `${capital(parts.join('; '))}.`
}

/** Models whose answers are the same, and these. */
export interface Alike {
  readonly models: readonly string[]
  readonly uses: readonly Allowed[]
}

/** The answers to what everybody asks, once for all models that have the same; the most models first. */
export function alike({ uses = [] }: Pick<Report, 'uses'>): readonly Alike[] {
  const models = groupsBy(uses, ({ model = '' }) => model)
  const groups = groupsBy([...models], ([, its]) =>
    JSON.stringify(its.map(({ use, answer, says }) => [use, answer, says])),
  )
  const told = [...groups.values()].map(all => ({ models: all.map(([model]) => model), uses: all[0]?.[1] ?? [] }))
  return told.toSorted((one, other) => other.models.length - one.models.length)
}
