import { capital } from '../../../reports/words/counts.ts'
import { CLASS_LABELS } from '../../../reports/words/labels.ts'
import { LICENSE_CLASSES, TERMS } from '../../../vocabulary.ts'
import { ADDRESSES, frameworkAddress, licenseAddress } from '../../addresses.ts'
import type { WebPage } from '../layout.tsx'
import { Find, Named } from '../names.tsx'
import { useSetting } from '../setting.ts'

/** The list of all that is known: terms, frameworks, kinds of clauses and licenses. */
export function knowledgePage(): WebPage {
  return {
    frame: {
      title: 'Knowledge',
      description:
        'Every term, framework, kind of clause and license that unwash knows, each with its source and date.',
      address: ADDRESSES.knowledge,
      scripts: ['find'],
    },
    content: <Body />,
  }
}

function Body() {
  const { knowledge, link } = useSetting()
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
      <Find of="Terms, frameworks, clauses and licenses" />
      <section data-list>
        <h2 id="terms">Terms</h2>
        <ol>
          {TERMS.map(id => (
            <li key={id} data-found>
              <Named topic={['term', id]} />
            </li>
          ))}
        </ol>
      </section>
      <section data-list>
        <h2 id="frameworks">Frameworks</h2>
        <ul>
          {[...knowledge.frameworks.values()].map(({ id, name, edition, publisher, requirements }) => (
            <li key={id} data-found>
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
            kinds.map(({ id }, at) => (
              <li key={id} data-found {...(at === 0 ? { id: `clauses-${group}` } : {})}>
                <Named topic={['clause', id]} />
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
            <h3>
              {capital(CLASS_LABELS[kind])} <span class="faint">({some.length})</span>
            </h3>
            <ul class="columns">
              {some.map(({ id, name }) => (
                <li key={id} data-found>
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
