import type { Knowledge, KnownLicense } from '@unwash/core/knowledge/knowledge'
import { readDeclared } from '@unwash/core/licenses/declared'
import { resolveName } from '@unwash/core/names/index'
import type { Allowed, Citation, Cited } from '@unwash/core/report/report'
import { LICENSE_CLASSES, TERMS } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { capital } from '@unwash/core/text/phrase'
import { answersOf } from '@unwash/core/uses/answers'
import { NO_SIZES } from '@unwash/core/uses/effects'
import { collectFindings } from '@unwash/core/verdict/findings'
import { judgeLicenses } from '@unwash/core/verdict/license-term'
import { explain } from '@unwash/reporters/explain/index'
import { type Line, look } from '@unwash/reporters/page'
import { count } from '@unwash/reporters/words/counts'
import { CLASS_LABELS, MODE_LABELS } from '@unwash/reporters/words/labels'
import { ADDRESSES, frameworkAddress, licenseAddress } from '../../addresses.ts'
import { queryOf, type TableQuery } from '../../asked.ts'
import { Decided } from '../decided.tsx'
import { type ListedRow, ReleaseTable } from '../explore/table.tsx'
import type { WebPage } from '../layout.tsx'
import { Contents, Find, holds, TopicLink } from '../names.tsx'
import { Sources, useSetting } from '../setting.ts'
import { Blocks, PartOfPage, Spans } from '../spans.tsx'

/** What one may do with a model that is under a known license alone; nothing of a name that may be several texts. */
function usesUnder(known: KnownLicense, knowledge: Knowledge): readonly Allowed[] {
  const resolved = known.family ? null : resolveName(known.id, knowledge)
  if (!resolved) return []
  const cited: Cited = [{ fact: known.name, source: known.source, seenOn: known.seenOn }]
  const reading = readDeclared(resolved, cited, knowledge)
  const rights = {
    ...{ name: '', places: [], floor: [reading], ceiling: [reading], reach: 'stated' as const },
    ...{ bound: [{ reading, base: null, cited }], cited },
  }
  const { floor } = judgeLicenses(rights, [], collectFindings(), knowledge)
  return answersOf([{ floor, rights }], NO_SIZES, knowledge).uses
}

/** On its own page a license is not named again: its section leads to its text. */
const sectionOf = (cited: Citation) =>
  'fact' in cited && cited.text?.address ? { href: cited.text.address, words: cited.text.section } : null

/** What a license allows, and each of its clauses in our words and in a few of its own. */
function LicenseTerms({ known }: { known: KnownLicense }) {
  const { knowledge } = useSetting()
  const uses = usesUnder(known, knowledge)
  return (
    <>
      {uses.length > 0 ? (
        <section>
          <h2>May I …</h2>
          <Sources value={{ release: '/', has: () => false, text: () => null, here: sectionOf }}>
            <Decided uses={uses} />
          </Sources>
        </section>
      ) : null}
      {known.clauses.length > 0 ? (
        <section>
          <h2>Its clauses</h2>
          <dl class="terms">
            {known.clauses.map(({ kind, mode, section, phrase }, at) => (
              <div key={at}>
                <dt>
                  <TopicLink topic={['clause', kind]} />
                  <div class="small faint">
                    {MODE_LABELS[mode]}, {section}
                  </div>
                </dt>
                <dd>
                  {capital(knowledge.clauses.get(kind)?.definition ?? '')}{' '}
                  <span class="faint">“…{plain(phrase)}…”</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </>
  )
}

/** Releases of the shelf that a page of knowledge bears on, and how to ask for all of them. */
interface Bearing {
  readonly rows: readonly ListedRow[]
  readonly total: number
  readonly asked: TableQuery
}

/** The page of a word that is known, as the command line explains it, with the releases it bears on; null of none. */
export function knownPage(
  word: string,
  frame: Pick<WebPage['frame'], 'address'> & { readonly of?: string },
  knowledge: Knowledge,
  bearing: Bearing | null,
): WebPage | null {
  const page = explain(word, knowledge)
  if (page === null) return null
  const { address, of } = frame
  const known = address === licenseAddress(word) ? knowledge.licenses.get(word) : undefined
  const [first] = page.lead.flatMap(block => (block.kind === 'lines' ? block.lines : []))
  const description = first?.map(span => (typeof span === 'string' ? span : span.text)).join('') ?? page.title
  const title = page.title.replace(/ \*$/, '')
  return {
    frame: { title: of ? `${title}: ${of}` : title, description, address },
    content: (
      <>
        <p class="over">
          <Spans line={page.subject} />
        </p>
        <h1>{page.title}</h1>
        <div class="lead">
          <Blocks blocks={page.lead} />
        </div>
        {known ? <LicenseTerms known={known} /> : null}
        {page.sections
          .filter(({ heading }) => !known || heading !== CLAUSES)
          .map(section => (
            <PartOfPage key={section.heading} section={section} />
          ))}
        {bearing && bearing.total > 0 ? <Releases bearing={bearing} /> : null}
        <div class="small sources">
          {page.foot
            .filter(line => !isCommand(line))
            .map((line, at) => (
              <p key={at}>
                <Spans line={withLinks(line)} />
              </p>
            ))}
        </div>
      </>
    ),
  }
}

/** a license has them with what they mean */
const CLAUSES = 'Clauses'

/** A line whose addresses can be followed. */
const withLinks = (line: Line): Line =>
  line.flatMap(span => {
    if (typeof span !== 'string' && (span.of || span.cited)) return [span]
    const [text, as] = typeof span === 'string' ? ([span, 'plain'] as const) : ([span.text, span.look] as const)
    return text.split(/(https:\/\/[^\s;,]+)/).map(part => look(part.startsWith('https://') ? 'place' : as, part))
  })

/** What is for a command line alone. */
const isCommand = (line: Line) => line.some(span => typeof span !== 'string' && span.text.startsWith('unwash '))

function Releases({ bearing: { rows, total, asked } }: { bearing: Bearing }) {
  const { link, served } = useSetting()
  return (
    <section>
      <h2>Releases</h2>
      <ReleaseTable
        rows={rows}
        caption={total > rows.length ? `${rows.length} of ${total} releases` : count(total, 'release')}
      />
      {total > rows.length && served ? (
        <p>
          <a href={link(`${ADDRESSES.explore}${queryOf(asked)}`)}>All {total}</a>
        </p>
      ) : null}
    </section>
  )
}

/** The list of all that is known: terms, frameworks, kinds of clauses and licenses. */
export function knowledgePage(find = ''): WebPage {
  return {
    frame: {
      title: 'Knowledge',
      description:
        'Every term, framework, kind of clause and license that unwash knows, each with its source and date.',
      address: ADDRESSES.knowledge,
      scripts: ['find'],
      unlisted: find !== '',
    },
    content: <Body find={find} />,
  }
}

function Body({ find }: { find: string }) {
  const { knowledge, names, link } = useSetting()
  const groups = new Map<string, { id: string; name: string }[]>()
  for (const { id, name } of knowledge.clauses.values()) {
    const group = id.split('.')[0] ?? id
    groups.set(group, [...(groups.get(group) ?? []), { id, name }])
  }
  const licenses = [...knowledge.licenses.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
  return (
    <>
      <h1>Knowledge</h1>
      <p class="lead">
        What unwash takes from the world as data: each fact has its source and the day it was seen. As of{' '}
        {knowledge.version}. The <a href={link(ADDRESSES.glossary)}>glossary</a> has the words of reports.
      </p>
      <Find of="Terms, frameworks, clauses and licenses" address={ADDRESSES.knowledge} find={find} />
      <Contents
        of={[
          ['terms', 'Terms'],
          ['frameworks', 'Frameworks'],
          ['clauses', 'Kinds of clauses'],
          ['licenses', 'Licenses'],
        ]}
      />
      <section data-list>
        <h2 id="terms">Terms</h2>
        <ol>
          {TERMS.map(id => (
            <li key={id} data-found hidden={!holds(find, names.term(id))}>
              <TopicLink topic={['term', id]} />
            </li>
          ))}
        </ol>
      </section>
      <section data-list>
        <h2 id="frameworks">Frameworks</h2>
        <ul>
          {[...knowledge.frameworks.values()].map(({ id, name, edition, publisher, requirements }) => (
            <li key={id} data-found hidden={!holds(find, name, edition, publisher)}>
              <a href={link(frameworkAddress(id))}>{name}</a>{' '}
              <span class="faint">
                {edition}, {publisher}; {requirements.length} requirements
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section data-list>
        <h2 id="clauses">Kinds of clauses</h2>
        <ul class="columns">
          {[...groups].flatMap(([group, kinds]) =>
            kinds.map(({ id, name }, at) => (
              <li key={id} data-found hidden={!holds(find, name)} {...(at === 0 ? { id: `clauses-${group}` } : {})}>
                <TopicLink topic={['clause', id]} />
              </li>
            )),
          )}
        </ul>
      </section>
      <h2 id="licenses">Licenses</h2>
      {LICENSE_CLASSES.map(kind => {
        const some = licenses.filter(license => license.class === kind)
        if (some.length === 0) return null
        return (
          <section key={kind} data-list>
            <h3 id={`licenses-${kind}`}>{capital(CLASS_LABELS[kind])}</h3>
            <ul class="columns">
              {some.map(({ id, name, spdx, huggingFace }) => (
                <li
                  key={id}
                  data-found={[id, ...spdx, ...huggingFace].join(' ')}
                  hidden={!holds(find, name, id, ...spdx, ...huggingFace)}
                >
                  <a href={link(licenseAddress(id))}>{name}</a>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
