import type { TermId } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import type { Names } from '@unwash/reporters/names'
import type { Topic } from '@unwash/reporters/page'
import type { ComponentChild } from 'preact'
import { clauseAddress, frameworkAddress, licenseAddress, requirementAddress, termAddress } from '../addresses.ts'
import { useSetting } from './setting.ts'

/** Things in a row, with something between. */
export const inARow = (things: readonly ComponentChild[], between = ', '): readonly ComponentChild[] =>
  things.flatMap((thing, at) => (at > 0 ? [between, thing] : [thing]))

/** The name of something that is known, as a link to its page; a finding has its anchor here. */
export function TopicLink({ topic, text }: { topic: Topic; text?: string }) {
  const { knowledge, names, link } = useSetting()
  const [is, id, framework = ''] = topic
  const asks = is === 'answered' ? names.requirement(id)?.question.replace(/\?$/, '') : undefined
  const words = asks ? plain(asks) : (text ?? plain(topicName(topic, names)))
  if (is === 'finding') return <span id={anchorOf(id)}>{words}</span>
  const isRequired = () => knowledge.frameworks.get(framework)?.requirements.some(one => one.id === id)
  const isKnown = {
    license: () => knowledge.licenses.has(id),
    clause: () => knowledge.clauses.has(id),
    term: () => true,
    framework: () => knowledge.frameworks.has(id),
    requirement: isRequired,
    answered: isRequired,
  }[is]()
  if (!isKnown) return words
  const isOne = is === 'requirement' || is === 'answered'
  const address = isOne ? requirementAddress(framework, id) : TOPIC_ADDRESS[is](id)
  const title = is === 'requirement' ? names.requirement(id)?.question : undefined
  return (
    <a href={link(address)} {...(isOne && words === id ? { class: 'nowrap' } : {})} {...(title ? { title } : {})}>
      {words}
    </a>
  )
}

const TOPIC_ADDRESS = {
  license: licenseAddress,
  clause: clauseAddress,
  term: termAddress,
  framework: frameworkAddress,
} as const

const topicName = ([is, id]: Topic, names: Names): string =>
  is === 'term'
    ? names.term(id as TermId)
    : is === 'requirement' || is === 'answered' || is === 'finding'
      ? id
      : names[is](id)

/** Whether all words that are looked for stand in these. */
export function holds(find: string, ...words: readonly string[]): boolean {
  const all = words.join(' ').toLowerCase()
  return find
    .toLowerCase()
    .split(/\s+/)
    .every(word => all.includes(word))
}

/** A field that looks through the list below it: a script while one types, without one the server. */
export function Find({ of, address, find }: { of: string; address: string; find: string }) {
  const { link, served } = useSetting()
  return (
    <search hidden={!served}>
      <form method="get" action={link(address)} class="ask-for">
        <input
          type="search"
          name="find"
          value={find}
          data-mount="find"
          placeholder="find"
          aria-label={`Find in: ${of}`}
        />
        {served ? <button type="submit">Find</button> : null}
        <span role="status" class="small faint">
          {find === '' ? '' : `What holds “${plain(find)}”`}
        </span>
      </form>
    </search>
  )
}

/** Things that are known with what they mean, each a link to its page. */
export function Meanings(props: {
  of: readonly { readonly topic: Topic; readonly means: string }[]
  /** words that are looked for */
  find?: string
}) {
  const { names } = useSetting()
  const { of, find = '' } = props
  return (
    <dl class="terms">
      {of.map(({ topic, means }) => (
        <div key={topic[1]} data-found hidden={!holds(find, topicName(topic, names), means)}>
          <dt>
            <TopicLink topic={topic} />
          </dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Where the first clause of a kind stands on the page of a release: of those that limit what binds the weights. */
export const anchorOfClause = (kind: string) => `clause-${kind}`

/** The id of a finding as an anchor: the finding's own id, without what no address can hold. */
export const anchorOf = (id: string) => plain(id).replace(/\s+/g, '-')

/** What a long page has, as ways to it. */
export const Contents = ({ of }: { of: readonly (readonly [id: string, label: string])[] }) => (
  <nav class="contents" aria-label="On this page">
    {of.map(([id, label]) => (
      <a key={id} href={`#${id}`}>
        {label}
      </a>
    ))}
  </nav>
)
