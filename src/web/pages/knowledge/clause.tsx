import type { Knowledge, KnownClause } from '../../../knowledge/knowledge.ts'
import { explain } from '../../../reports/explain/index.ts'
import { MODE_LABELS } from '../../../reports/words/labels.ts'
import { clauseAddress, frameworkAddress, licenseAddress } from '../../addresses.ts'
import type { WebPage } from '../layout.tsx'
import { inARow, Named } from '../names.tsx'
import { useSetting } from '../setting.ts'
import { Table } from '../spans.tsx'
import { type Bearing, Known } from './known.tsx'

const SAYS = {
  block: ['blocks it', 'bad'],
  ask: ['a person must judge', 'ask'],
  warn: ['does not block it; to be known', 'ask'],
  ok: ['no objection', 'good'],
} as const

/** What a kind of clause is, why it matters to each framework, and how real licenses word it. */
export function clausePage(kind: string, knowledge: Knowledge, bearing: Bearing | null): WebPage | null {
  const clause = knowledge.clauses.get(kind)
  const page = clause ? explain(clause.id, knowledge) : null
  if (!clause || !page) return null
  return {
    frame: { title: clause.name, description: clause.definition, address: clauseAddress(kind) },
    content: (
      <Known page={page} without={['What the frameworks make of it', 'Known licenses that have it']} bearing={bearing}>
        <Frameworks clause={clause} />
        <Phrasings clause={clause} />
      </Known>
    ),
  }
}

function Frameworks({ clause }: { clause: KnownClause }) {
  const { knowledge, link } = useSetting()
  const known = (short: string) => {
    const row = clause.frameworks[short]?.rows[0]
    return [...knowledge.frameworks.values()].find(({ requirements }) => requirements.some(({ id }) => id === row))
  }
  return (
    <section>
      <h2>Why it matters</h2>
      <Table
        caption="What each framework makes of it"
        quiet
        head={['framework', 'says', 'in', 'note']}
        named
        rows={Object.entries(clause.frameworks).map(([short, { severity, rows, note }]) => {
          const framework = known(short)
          const [says, look] = SAYS[severity]
          return [
            framework ? <a href={link(frameworkAddress(framework.id))}>{framework.name}</a> : short.toUpperCase(),
            <span key="says" class={look}>
              {says}
            </span>,
            <span key="rows">
              {inARow(
                rows.map(id => (
                  <Named
                    key={id}
                    topic={['requirement', id, framework?.id ?? '']}
                    text={framework?.requirements.find(one => one.id === id)?.question ?? id}
                  />
                )),
              )}
            </span>,
            note ?? '',
          ]
        })}
      />
    </section>
  )
}

/** How known licenses word it, by section; at most twelve words of each. */
function Phrasings({ clause }: { clause: KnownClause }) {
  const { knowledge, link } = useSetting()
  const rows = [...knowledge.licenses.values()].flatMap(license =>
    license.clauses.filter(({ kind }) => kind === clause.id).map(one => ({ license, ...one })),
  )
  if (rows.length === 0) return null
  return (
    <section>
      <h2>In real licenses</h2>
      <Table
        caption="Its words, by license and section"
        quiet
        head={['license', 'section', '', 'its words']}
        named
        rows={rows.map(({ license, section, mode, phrase }) => [
          <a key="license" href={link(licenseAddress(license.id))}>
            {license.name}
          </a>,
          section,
          <span key="mode" class="faint">
            {MODE_LABELS[mode]}
          </span>,
          `“${phrase}”`,
        ])}
      />
    </section>
  )
}
