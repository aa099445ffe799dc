import type { Knowledge, KnownLicense } from '../../../knowledge/knowledge.ts'
import { explain } from '../../../reports/explain/index.ts'
import { CLASS_LABELS, MODE_LABELS } from '../../../reports/words/labels.ts'
import { licenseAddress } from '../../addresses.ts'
import type { WebPage } from '../layout.tsx'
import { Named } from '../names.tsx'
import { useSetting } from '../setting.ts'
import { Table } from '../spans.tsx'
import { type Bearing, Known } from './known.tsx'

/** What is known of a license: its clauses by section, what its versions changed, and the releases that use it. */
export function licensePage(id: string, knowledge: Knowledge, bearing: Bearing | null): WebPage | null {
  const license = knowledge.licenses.get(id)
  const page = license ? explain(license.id, knowledge) : null
  if (!license || !page) return null
  return {
    frame: {
      title: license.name,
      description:
        `${license.name}: ${CLASS_LABELS[license.class]}. Its clauses, what it asks of you, and what its versions ` +
        'changed.',
      address: licenseAddress(id),
    },
    content: (
      <Known page={page} without={['Clauses']} bearing={bearing}>
        <Clauses license={license} />
        <Versions license={license} />
        <Texts license={license} />
      </Known>
    ),
  }
}

function Clauses({ license }: { license: KnownLicense }) {
  if (license.clauses.length === 0) return null
  return (
    <section>
      <h2>Clauses</h2>
      <Table
        caption="By section, with a few of their words"
        head={['', 'clause', 'section', 'its words']}
        rows={license.clauses.map(({ mode, kind, section, phrase }) => [
          <span key="mode" class={mode === 'ban' ? 'bad' : mode === 'duty' ? 'ask' : 'faint'}>
            {MODE_LABELS[mode]}
          </span>,
          <Named key="kind" topic={['clause', kind]} />,
          section,
          <span key="words" class="faint">
            “{phrase}”
          </span>,
        ])}
      />
    </section>
  )
}

/** Other versions: those it says what it changed against, and those that say so of it. */
function Versions({ license }: { license: KnownLicense }) {
  const { knowledge, link } = useSetting()
  const before = license.changes.flatMap(({ since }) => knowledge.licenses.get(since) ?? [])
  const after = [...knowledge.licenses.values()].filter(({ changes }) =>
    changes.some(({ since }) => since === license.id),
  )
  if (before.length === 0 && after.length === 0) return null
  const item = (other: KnownLicense, says: string) => (
    <li key={other.id}>
      {says} <a href={link(licenseAddress(other.id))}>{other.name}</a>
    </li>
  )
  return (
    <section>
      <h2>Versions</h2>
      <ul>
        {before.map(other => item(other, 'Compared with'))}
        {after.map(other => item(other, 'Changed in'))}
      </ul>
    </section>
  )
}

function Texts({ license: { links } }: { license: KnownLicense }) {
  if (links.length === 0) return null
  return (
    <section>
      <h2>Where its text is</h2>
      <ul>
        {links.map(address => (
          <li key={address}>
            <a href={/^https?:/.test(address) ? address : `https://${address}`} rel="noreferrer">
              {address}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
