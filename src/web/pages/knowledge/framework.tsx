import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { explain } from '../../../reports/explain/index.ts'
import { capital } from '../../../reports/words/counts.ts'
import { frameworkAddress, requirementAddress } from '../../addresses.ts'
import type { WebPage } from '../layout.tsx'
import { Named } from '../names.tsx'
import { useSetting } from '../setting.ts'
import { Table } from '../spans.tsx'
import { Known } from './known.tsx'

/** What a framework asks, group by group, and how it concludes. */
export function frameworkPage(id: string, knowledge: Knowledge): WebPage | null {
  const framework = knowledge.frameworks.get(id)
  const page = framework ? explain(id, knowledge) : null
  if (!framework || !page) return null
  const groups = [...new Set(framework.requirements.map(({ group }) => group))]
  const headings = groups.map(group => capital(group.replaceAll('-', ' ')))
  return {
    frame: {
      title: `${framework.name}, ${framework.edition}`,
      description:
        `${framework.name} (${framework.publisher}): its ${framework.requirements.length} requirements, and how it ` +
        'concludes.',
      address: frameworkAddress(id),
    },
    content: (
      <Known page={{ ...page, foot: page.foot.slice(1) }} without={headings}>
        {groups.map((group, at) => (
          <section key={group}>
            <h2>{headings[at]}</h2>
            <Table
              caption={`Requirements: ${headings[at]}`}
              quiet
              head={['asks', 'answered by', 'in the framework']}
              named
              rows={framework.requirements
                .filter(requirement => requirement.group === group)
                .map(({ id: of, question, automation }) => [
                  <Named key="asks" topic={['requirement', of, id]} text={question} />,
                  <span key="by" class="faint">
                    {{ auto: 'the program', assist: 'both', human: 'a person' }[automation]}
                  </span>,
                  <span key="id" class="faint nowrap">
                    {of}
                  </span>,
                ])}
            />
          </section>
        ))}
      </Known>
    ),
  }
}

/** What one requirement asks, what each answer to it means, and what is looked at. */
export function requirementPage(framework: string, id: string, knowledge: Knowledge): WebPage | null {
  const known = knowledge.frameworks.get(framework)
  const requirement = known?.requirements.find(one => one.id === id)
  const page = requirement ? (explain(`${framework}/${id}`, knowledge) ?? explain(id, knowledge)) : null
  if (!known || !requirement || !page) return null
  return {
    frame: {
      title: `${id}: ${known.name}`,
      description: requirement.question,
      address: requirementAddress(framework, id),
    },
    content: (
      <Known page={page} without={['Kinds of clauses']}>
        {requirement.clauses.length > 0 ? (
          <section>
            <h2>Kinds of clauses</h2>
            <ul class="columns">
              {requirement.clauses.map(kind => (
                <li key={kind}>
                  <Named topic={['clause', kind]} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <Up framework={framework} name={known.name} />
      </Known>
    ),
  }
}

function Up({ framework, name }: { framework: string; name: string }) {
  const { link } = useSetting()
  return (
    <p>
      All of <a href={link(frameworkAddress(framework))}>{name}</a>
    </p>
  )
}
