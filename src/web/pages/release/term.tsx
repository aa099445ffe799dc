import type { Report, Term } from '../../../report.ts'
import { leadOf } from '../../../reports/sections/lead.ts'
import { signersOf } from '../../../reports/signers.ts'
import { TERMS } from '../../../vocabulary.ts'
import { termAddress } from '../../addresses.ts'
import { useSetting } from '../setting.ts'
import { Blocks } from '../spans.tsx'

/** The term, large and plain. */
export function TermOf({ report: { term } }: { report: Report }) {
  const { names, link } = useSetting()
  const beside = names.beside(term.id)
  return (
    <p id="term" class="term">
      <a href={link(termAddress(term.id))}>{names.term(term.id)}</a>
      {beside === null ? null : <span class="beside">, {beside}</span>}
    </p>
  )
}

/** What is given, and how far the term stands proven. */
export function Standing({ report }: { report: Report }) {
  const { names } = useSetting()
  const { term } = report
  const signers = signersOf(report)
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">The term</h2>
      <Blocks blocks={leadOf({ ...report, term: { ...term, facets: [] } }, names)} />
      {signers === null ? null : <p class="ask">{signers}</p>}
      <Scale term={term} />
    </section>
  )
}

/** Where the term stands among the terms: what is proven, and what it may be at most. */
function Scale({ term }: { term: Term }) {
  const { names, link } = useSetting()
  const floor = TERMS.indexOf(term.floor)
  const ceiling = TERMS.indexOf(term.ceiling)
  if (!SCALE.includes(term.floor)) return null
  return (
    <ol class="scale" aria-label="The terms, from the most open to the least">
      {SCALE.map(id => {
        const at = TERMS.indexOf(id)
        const state =
          at === floor ? 'proven' : at === ceiling ? 'at most' : at < floor && at > ceiling ? 'between' : null
        return (
          <li key={id} class={state === null ? undefined : state.replace(' ', '-')}>
            <a href={link(termAddress(id))}>{names.term(id)}</a>
            {state === 'proven' || state === 'at most' ? <span class="state">{state}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}

/** the terms that stand in an order; the others say that there is nothing to put in it */
const SCALE = TERMS.slice(0, TERMS.indexOf('closed-ai') + 1)
