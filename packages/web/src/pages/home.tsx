import type { Claim, Report } from '@unwash/core/report/report'
import { TERMS } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { receiptId } from '@unwash/reporters/receipt'
import { atAGlance, verdictInSentences, verdictOf } from '@unwash/reporters/sections/verdict'
import { signOf } from '@unwash/reporters/tones'
import { STANDS_LOOK, standing, standsOf } from '@unwash/reporters/words/checks'
import { count } from '@unwash/reporters/words/counts'
import type { FoundRow } from '@unwash/survey/store/store'
import { ADDRESSES, receiptAddress, releaseAddress } from '../addresses.ts'
import { ClaimsSaid, type ListedRow, ReleaseTable, shownName } from './explore/table.tsx'
import { type Filling, Progress } from './filling.tsx'
import type { WebPage } from './layout.tsx'
import { Meanings } from './names.tsx'
import { quoteOf } from './quoted.tsx'
import { useSetting } from './setting.ts'

/** What the first page shows. */
interface Home {
  readonly newest: readonly ListedRow[]
  /** whose verdict is shown, with a claim of it that does not hold */
  readonly example: Example | undefined
  readonly total: number
  /** whether a release can be asked for */
  readonly asks: boolean
  readonly filling?: Filling | undefined
}

interface Example {
  readonly row: FoundRow
  readonly report: Report | undefined
  readonly claim: Claim | undefined
}

/** The first page: what this is, one field that takes anything, a verdict, the terms, and what was read last. */
export function homePage(home: Home): WebPage {
  return {
    frame: {
      title: 'unwash: read the license, not the label',
      description:
        'What an AI model release really gives, what its licenses allow, the honest term for it, and whether its ' +
        'claims hold: with file and line, or where it looked, behind every statement.',
      address: ADDRESSES.home,
      scripts: ['home'],
    },
    content: <Body home={home} />,
  }
}

function Body({ home: { newest, example, total, asks, filling } }: { home: Home }) {
  const { link, knowledge } = useSetting()
  return (
    <>
      <h1>Read the license, not the label</h1>
      <p class="lead">
        Is an AI model as open as its publisher says? unwash reads what was published, and tells what you can and cannot
        do with it, each with file and line.
      </p>
      <Anything asks={asks} total={total} />
      <Progress filling={filling} />
      {example ? <Verdict {...example} /> : null}
      {newest.length > 0 ? (
        <>
          <h2>Read last</h2>
          <ReleaseTable rows={newest} caption="Releases that were read last" quiet />
          <p>
            <a href={link(ADDRESSES.explore)}>All {total} releases</a>
          </p>
        </>
      ) : null}
      <h2>The terms</h2>
      <Meanings of={TERMS.map(id => ({ topic: ['term', id], means: knowledge.terms.get(id)?.meaning ?? '' }))} />
      <p class="small faint">
        * a word of unwash’s own; the others are those of the G7 Vision on AI openness (2026, non-binding).
      </p>
    </>
  )
}

/** One field for a name, an address or a text; a script also takes files that are dropped, and reads them here. */
function Anything({ asks, total }: { asks: boolean; total: number }) {
  const { link } = useSetting()
  return (
    <form
      class="anything"
      data-mount="anything"
      method={asks ? 'post' : 'get'}
      action={link(asks ? '/audits' : ADDRESSES.explore)}
    >
      <textarea
        id="target"
        name={asks ? 'target' : 'name'}
        rows={2}
        required
        aria-label="A release, or a text"
        aria-describedby="takes"
        placeholder={asks ? 'a part of a name, org/model, an address, or any text' : 'a part of a name, or any text'}
        autocomplete="off"
        spellcheck={false}
      />
      <button type="submit">Read it</button>
      <p id="takes" class="small faint">
        {asks
          ? 'What was read before is found by a part of its name; another model or repository is read now.'
          : `One of ${count(total, 'release')} that were read is found by its name.`}{' '}
        <span data-without="anything">
          A license, an announcement or a model card is read at <a href={link(ADDRESSES.read)}>Read a text</a>.
        </span>
        <span data-with="anything" hidden>
          Paste a license, an announcement or a model card, or drop a file, a folder or a zip: it is read in your
          browser; nothing is sent.
        </span>
      </p>
    </form>
  )
}

/** One of those that were read, in plain words: what is said of it, what is seen, and the receipt of both. */
function Verdict({ row, report, claim }: Example) {
  const { link, names } = useSetting()
  const address = releaseAddress(row.name)
  const groups = report ? verdictInSentences(report).slice(0, GROUPS) : []
  const [at] = claim?.cited ?? []
  return (
    <section class="verdict" aria-labelledby="verdict">
      <h2 id="verdict">
        <a href={link(address)}>{plain(shownName(row.name))}</a>
      </h2>
      <dl>
        <div>
          <dt>They say</dt>
          <dd>
            {claim ? (
              <>
                “<span lang={claim.language}>{at && quoteOf(at)}</span>”{' '}
                <strong class={STANDS_LOOK[standsOf(claim)]}>{standing(claim)}</strong>
              </>
            ) : (
              <ClaimsSaid row={row} />
            )}
          </dd>
        </div>
        <div>
          <dt>We read</dt>
          <dd>
            <strong>{plain(report ? verdictOf(report, names) : row.term)}</strong>
            {groups.map(({ which, uses }) =>
              atAGlance(uses).map(({ answer, may, asks, on }, at) => (
                <div key={which + answer}>
                  {at === 0 && which !== '' ? `${which}: ` : ''}
                  <span class={signOf(answer).look}>
                    {signOf(answer).text} {may}
                  </span>
                  : {plain(asks.join(' · '))}
                  {on === '' ? '' : <span class="faint"> ({plain(on)})</span>}
                </div>
              )),
            )}
          </dd>
        </div>
      </dl>
      {claim ? (
        <p class="small">
          <a href={link(receiptAddress(address, receiptId(claim)))}>The receipt: their sentence beside what was read</a>
        </p>
      ) : null}
    </section>
  )
}

/** groups of models of which it is told what may be done */
const GROUPS = 2

/** A field for a release; it works without a script. */
export function AskForm({ value = '' }: { value?: string }) {
  const { link } = useSetting()
  return (
    <form method="post" action={link('/audits')} class="ask-for">
      <label class="hidden" for="target">
        Release
      </label>
      <input
        id="target"
        name="target"
        type="text"
        required
        maxLength={500}
        placeholder="org/model"
        value={value}
        autocomplete="off"
        spellcheck={false}
      />
      <button type="submit">Read it</button>
    </form>
  )
}
