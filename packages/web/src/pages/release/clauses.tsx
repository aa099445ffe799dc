import { groupsBy } from '@unwash/core/groups'
import type { KnownClause } from '@unwash/core/knowledge/knowledge'
import type { Citation, Clause, License, Report } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { inWords } from '@unwash/core/text/phrase'
import { titleOf } from '@unwash/reporters/sections/lead'
import {
  bindingOf,
  toldOf as detailsIn,
  knownApart,
  limitsSomething,
  mergedClauses,
  otherClauses,
} from '@unwash/reporters/sections/limits'
import { boundBy } from '@unwash/reporters/sections/verdict'
import { count } from '@unwash/reporters/words/counts'
import { MODE_LABELS, modeOf } from '@unwash/reporters/words/labels'
import { placeInWords } from '@unwash/reporters/words/places'
import { factIn } from '@unwash/reporters/words/whole'
import { anchorOfClause, TopicLink } from '../names.tsx'
import { Quoted } from '../quoted.tsx'
import { useSetting, useSources } from '../setting.ts'
import { Blocks, Folded, Places } from '../spans.tsx'

/** What readers look for, by what a kind of clause does to which use. */
const TOPICS: Readonly<Record<string, (clause: Clause, known: KnownClause | undefined) => boolean>> = {
  competitor: ({ kind }, known) => kind.startsWith('compete') || actsOn(known, 'distill'),
  territory: ({ kind }, known) => kind.startsWith('geo') || known?.uses?.limit === 'territory',
  outputs: ({ kind }) => kind.startsWith('output'),
  scale: (_, known) => known?.uses?.limit === 'users' || known?.uses?.limit === 'revenue',
  uses: ({ kind }) => /^(?:field|purpose|use)\b/.test(kind),
  data: ({ kind }) => kind.startsWith('data'),
  duties: ({ mode }) => mode === 'duty',
  control: ({ kind }) => kind.startsWith('control'),
}

const actsOn = (known: KnownClause | undefined, action: string) =>
  [known?.uses?.forbids, known?.uses?.conditions].some(actions => actions?.includes(action))

/** What is said in one place: the clauses, and the topics these are of. */
interface SaidAtPlace {
  readonly license: License
  readonly clauses: readonly Clause[]
  readonly topics: readonly string[]
  /** where others say the same, and which they are */
  readonly more: readonly Citation[]
  readonly others: readonly License[]
}

/** clauses shown at once, and other places of one */
const CLAUSES_SHOWN = 12
const MORE = 4

const wherein = (cited: Citation) => ('fact' in cited ? cited.fact : placeInWords(cited))
const toldOf = (clause: Clause) => `${clause.kind} ${clause.mode} ${detailsIn(clause)}`

/** The clauses of what binds the weights, by topic, each with all its words and where they stand. */
export function Clauses({ report }: { report: Report }) {
  const { knowledge, names } = useSetting()
  const binding = bindingOf(report)
  const limiting = binding.flatMap(license =>
    mergedClauses(license.clauses.filter(limitsSomething)).map(clause => ({ license, clause })),
  )
  // what stands in one place is said once, and what several licenses say alike with all of its places
  const placed = groupsBy(limiting, ({ clause: { cited } }) => cited.slice(0, 1).map(wherein).join())
  const alike = groupsBy(placed.values(), all => [...new Set(all.map(({ clause }) => toldOf(clause)))].join())
  const said = [...alike.values()].flatMap(([first = [], ...same]): SaidAtPlace[] => {
    const clauses = [...groupsBy(first, ({ clause }) => toldOf(clause)).values()].flatMap(([one]) => one?.clause ?? [])
    const known = clauses.map(clause => [clause, knowledge.clauses.get(clause.kind)] as const)
    const topics = Object.keys(TOPICS).filter(topic => known.some(both => TOPICS[topic]?.(...both)))
    const [one] = first
    const more = same.flatMap(all => all[0]?.clause.cited.slice(0, 1) ?? [])
    const others = same.flatMap(all => all[0]?.license ?? [])
    return one ? [{ license: one.license, clauses, topics, more, others }] : []
  })
  const others = binding.flatMap(license => otherClauses(license, names))
  if (said.length === 0 && others.length === 0) return null
  const choices = [
    ...(said.length > CLAUSES_SHOWN ? [['first', 'the first', CLAUSES_SHOWN] as const] : []),
    ['all', 'all', said.length] as const,
    ...Object.keys(TOPICS).flatMap(topic => {
      const those = said.filter(one => one.topics.includes(topic)).length
      return those > 0 ? [[topic, topic, those] as const] : []
    }),
  ]
  const anchored = new Set<string>()
  const elsewhere = [
    ...new Set(
      said.flatMap(({ license, clauses: [first] }) =>
        (textIn(report, license) ? [] : (first?.cited.slice(0, 1) ?? [])).flatMap(one =>
          'fact' in one && one.text && !one.text.whole ? plain(one.text.name) : [],
        ),
      ),
    ),
  ]
  return (
    <Folded id="clauses" title="Clauses" note={said.length > 0 ? count(said.length, 'limit') : ''}>
      <div class="bound">
        {said.length === 0 ? <p class="faint">None of them restricts use, study, modification or sharing.</p> : null}
        {said.length > 1 ? (
          <fieldset class="topics">
            <legend class="hidden">Which are shown</legend>
            {choices.map(([value, label, number], at) => (
              <label key={value}>
                <input type="radio" name="topic" value={value} checked={at === 0} /> {label} {number}
              </label>
            ))}
          </fieldset>
        ) : null}
        {elsewhere.length > 0 ? (
          <p class="small faint">
            Not in the release: the text of {inWords(elsewhere)}. Its places lead to where it can be read, with its
            exceptions.
          </p>
        ) : null}
        <ul>
          {said.map((one, at) => (
            <Item key={at} said={one} anchored={anchored} report={report} several={binding.length > 1} />
          ))}
        </ul>
        <Blocks blocks={others} />
      </div>
    </Folded>
  )
}

function Item(props: { said: SaidAtPlace; anchored: Set<string>; report: Report; several: boolean }) {
  const { said, anchored, report, several } = props
  const { knowledge, names } = useSetting()
  const { license, clauses, topics, more } = said
  const [first] = clauses
  if (!first) return null
  const of = boundBy([license, ...said.others], report)
  const anchor = (kind: string) => {
    const id = anchorOfClause(kind)
    if (anchored.has(id)) return {}
    anchored.add(id)
    return { id }
  }
  const [facts, places] = knownApart(first.cited)
  const known = useKnown(textIn(report, license), facts[0])
  const [cited = known] = known ? [] : first.cited
  return (
    <li data-topics={topics.join(' ')} data-cite={plain(titleOf(license, names))}>
      {clauses.map(clause => {
        const { kind } = clause
        const mode = modeOf(clause)
        const details = detailsIn(clause)
        const at = anchor(kind)
        return (
          <p key={kind + mode} {...at}>
            {mode === 'ban' || mode === 'duty' ? (
              <span class={mode === 'ban' ? 'bad' : 'ask'}>{MODE_LABELS[mode]}: </span>
            ) : null}
            <TopicLink topic={['clause', kind]} />
            {details ? `: ${plain(details)}` : ''}
            {at.id ? (
              <a class="perma" href={`#${at.id}`} aria-label="Link to this clause">
                #
              </a>
            ) : null}
          </p>
        )
      })}
      {known && 'fact' in known && !known.text?.whole ? (
        <p>{plain(knowledge.clauses.get(first.kind)?.definition ?? '')}</p>
      ) : null}
      {cited ? <Quoted cited={cited} /> : null}
      <p class="small faint">
        {of === '' ? null : <strong>For {of}: </strong>}
        {several ? `${plain(titleOf(license, names))}, ` : ''}
        <span class="at">
          <Places cited={known ? [known] : places} most={2} />
        </span>
        {known && 'fact' in known && places.length > 0 ? (
          <span class="named">
            , named at <Places cited={places} most={1} />
          </span>
        ) : null}
        {more.length > 0 ? (
          <>
            ; alike <Places cited={more} most={MORE} />
          </>
        ) : null}
      </p>
    </li>
  )
}

/** The text of a license, where it is in the release: under another of its names too. */
const textIn = ({ licenses }: Report, { id, text }: License) =>
  text ?? licenses.find(one => one.id === id && one.match.kind === 'exact')?.text

/** Where a clause stands that is known of a license: in its text where this is here, else elsewhere. */
function useKnown(text: License['text'] | undefined, fact: Citation | undefined): Citation | undefined {
  const { text: kept } = useSources()
  const content = text && kept(text.path, text.place)
  const found = fact && content && factIn(content, fact)
  return found ? { ...text, ...found } : fact
}
