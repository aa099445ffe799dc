import { CLASS_LABELS, DATA_LABELS } from '../../../reports/labels.ts'
import { DATA_LADDER, LICENSE_CLASSES, TERMS } from '../../../vocabulary.ts'
import { ADDRESSES } from '../../addresses.ts'
import { type Asked, queryOf } from '../../asked.ts'
import { useSetting } from '../setting.ts'
import { Table } from '../spans.tsx'

/** How many releases have each value of what one filters by. */
export interface Spread {
  readonly by: 'term' | 'class' | 'ladder'
  readonly counts: ReadonlyMap<string, number>
}

const ORDERS = { term: TERMS, class: LICENSE_CLASSES, ladder: DATA_LADDER } as const
const TITLES = { term: 'By term', class: 'By license class of the weights', ladder: 'By training data' } as const

const ROW = 30
const LABEL = 300
const BAR = 420
const NUMBER = 60

/** How the releases spread, drawn as bars and told as numbers under them. */
export function Distributions({ spread, asked }: { spread: readonly Spread[]; asked: Asked }) {
  return (
    <>
      <h2>How they spread</h2>
      {spread.map(one => (
        <Distribution key={one.by} spread={one} asked={asked} />
      ))}
    </>
  )
}

function Distribution({ spread: { by, counts }, asked }: { spread: Spread; asked: Asked }) {
  const { names, link, served } = useSetting()
  const label = (id: string): string => {
    const term = TERMS.find(one => one === id)
    const license = LICENSE_CLASSES.find(one => one === id)
    const rung = DATA_LADDER.find(one => one === id)
    if (by === 'term' && term) return names.term(term)
    if (by === 'class' && license) return CLASS_LABELS[license]
    return by === 'ladder' && rung ? DATA_LABELS[rung] : id
  }
  const rows = ORDERS[by].flatMap(id => (counts.has(id) ? [{ id, label: label(id), count: counts.get(id) ?? 0 }] : []))
  const most = Math.max(1, ...rows.map(({ count }) => count))
  const height = rows.length * ROW
  const told = rows.map(row => `${row.label} ${row.count}`).join(', ')
  return (
    <figure>
      <h3>{TITLES[by]}</h3>
      <svg
        class="bars"
        viewBox={`0 0 ${LABEL + BAR + NUMBER} ${height}`}
        width={LABEL + BAR + NUMBER}
        height={height}
        role="img"
        aria-label={told}
      >
        {rows.map((row, at) => (
          <g key={row.id}>
            <text class="label" x={LABEL - 12} y={at * ROW + 19} text-anchor="end">
              {row.label.length > 40 ? `${row.label.slice(0, 39)}…` : row.label}
            </text>
            <rect
              class="bar"
              x={LABEL}
              y={at * ROW + 6}
              width={Math.max(2, (row.count / most) * BAR)}
              height={ROW - 12}
            />
            <text class="number" x={LABEL + Math.max(2, (row.count / most) * BAR) + 8} y={at * ROW + 19}>
              {row.count}
            </text>
          </g>
        ))}
      </svg>
      <details>
        <summary>The numbers</summary>
        <Table
          caption={TITLES[by]}
          head={['', 'releases']}
          named
          rows={rows.map(row => [
            served ? (
              <a
                key="name"
                href={link(`${ADDRESSES.explore}${queryOf({ ...asked, [by]: row.id, offset: undefined })}`)}
              >
                {row.label}
              </a>
            ) : (
              row.label
            ),
            row.count,
          ])}
        />
      </details>
    </figure>
  )
}
