import type { Report } from '../../../report.ts'
import { lineage as lineageSection } from '../../../reports/sections/lineage.ts'
import { plain } from '../../../reports/words/foreign.ts'
import { RELATION_LABELS, STANDING_LABELS } from '../../../reports/words/labels.ts'
import { isDerived, type Standing } from '../../../vocabulary.ts'
import { useSetting } from '../setting.ts'
import { Blocks, Scroll } from '../spans.tsx'

/** bases that are drawn; all are told below */
const DRAWN = 4
/** characters of a name that fit into its box */
const FITS = 34
const BOX = { width: 300, height: 64 }
const GAP = 24
const ARROW = 96
/** room for the words beside the last arrow */
const SIDE = 110

const TROUBLE: readonly Standing[] = ['wider', 'missing', 'incompatible']

/** What the model starts from, drawn and told, and where statements about licenses disagree. */
export function Lineage({ report }: { report: Report }) {
  const { names } = useSetting()
  const section = lineageSection(report, names)
  if (section === null) return null
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage">{section.heading}</h2>
      {report.lineage.some(isDerived) ? <Drawing report={report} /> : null}
      <Blocks blocks={section.blocks} />
    </section>
  )
}

function Drawing({ report }: { report: Report }) {
  const { names } = useSetting()
  const derived = report.lineage.filter(isDerived)
  const steps = derived.slice(0, DRAWN)
  const width = steps.length * BOX.width + (steps.length - 1) * GAP
  const height = BOX.height * 2 + ARROW
  const middle = (at: number) => at * (BOX.width + GAP) + BOX.width / 2
  const own = report.components.find(({ id }) => id === 'weights')?.licensing.concluded ?? 'NONE'
  const ownLicense = own === 'NONE' ? 'no license found' : names.concluded(own)
  const told = steps.map(step => `${RELATION_LABELS[step.relation]} ${step.model}`).join(', ')
  const below = BOX.height + ARROW
  /** from below a base, bent to where the model is */
  const arrow = (from: number) => {
    const [half, to] = [BOX.height + ARROW / 2, width / 2]
    return `M${from} ${BOX.height} C${from} ${half} ${to} ${half} ${to} ${below - 9}`
  }
  return (
    <figure class="lineage">
      <Scroll label="Lineage, drawn">
        <svg
          viewBox={`0 0 ${width + SIDE} ${height}`}
          width={width + SIDE}
          height={height}
          role="img"
          aria-label={plain(`${report.release.name} is ${told}`)}
        >
          {steps.map((step, at) => (
            <g key={step.model}>
              <path class={TROUBLE.includes(step.stands) ? 'line trouble' : 'line'} d={arrow(middle(at))} />
              <Box x={at * (BOX.width + GAP)} y={0} name={step.model} under={names.concluded(step.license)} />
              <text class="relation" x={middle(at) + 12} y={BOX.height + 30}>
                {cut(RELATION_LABELS[step.relation].replace(/ (?:of|for|with|from)$/, ''))}
              </text>
              <text
                class={TROUBLE.includes(step.stands) ? 'relation trouble' : 'relation'}
                x={middle(at) + 12}
                y={BOX.height + 48}
              >
                {cut(STANDING_LABELS[step.stands] ?? '')}
              </text>
            </g>
          ))}
          <path
            class="head"
            d={`M${width / 2 - 6} ${below - 11} L${width / 2} ${below - 1} L${width / 2 + 6} ${below - 11} Z`}
          />
          <Box x={(width - BOX.width) / 2} y={below} name={report.release.name} under={ownLicense} own />
        </svg>
      </Scroll>
      {derived.length > DRAWN ? (
        <figcaption>
          The first {DRAWN} of {derived.length} bases; all are told below.
        </figcaption>
      ) : null}
    </figure>
  )
}

function Box(props: { x: number; y: number; name: string; under: string; own?: boolean }) {
  const { x, y, name, under, own = false } = props
  return (
    <>
      <rect
        class={own ? 'box own' : 'box'}
        x={x + 0.5}
        y={y + 0.5}
        width={BOX.width - 1}
        height={BOX.height - 1}
        rx={4}
      />
      <text class="model" x={x + 14} y={y + 28}>
        {cut(name)}
      </text>
      <text class="under" x={x + 14} y={y + 48}>
        {cut(under)}
      </text>
    </>
  )
}

const cut = (text: string) => {
  const words = plain(text)
  return words.length > FITS ? `${words.slice(0, FITS - 1)}…` : words
}
