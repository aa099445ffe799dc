import type { Report, Term } from '../../../report.ts'
import { count } from '../../../reports/counts.ts'
import { plain } from '../../../reports/foreign.ts'
import { leadOf } from '../../../reports/sections/lead.ts'
import { signersOf } from '../../../reports/signers.ts'
import { TERMS } from '../../../vocabulary.ts'
import { termAddress } from '../../addresses.ts'
import { useSetting } from '../setting.ts'
import { Blocks } from '../spans.tsx'

/** facets named before the rest is folded away */
const FACETS = 6

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

/** What is given, what restricts, and how far the term stands proven. */
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
      <Facets facets={term.facets} />
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

function Facets({ facets }: { facets: readonly string[] }) {
  if (facets.length === 0) return null
  const items = (some: readonly string[]) => some.map(facet => <li key={facet}>{plain(facet)}</li>)
  return (
    <div class="facets">
      <h2 class="minor">Restrictions</h2>
      <ul>{items(facets.slice(0, FACETS))}</ul>
      {facets.length > FACETS ? (
        <details>
          <summary>{count(facets.length - FACETS, 'more limit')}</summary>
          <ul>{items(facets.slice(FACETS))}</ul>
        </details>
      ) : null}
    </div>
  )
}
