import type { Knowledge, KnownLicense } from '@unwash/core/knowledge/knowledge'
import { readDeclared } from '@unwash/core/licenses/declared'
import { resolveName } from '@unwash/core/names/index'
import type { Allowed, Citation, Cited } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { capital } from '@unwash/core/text/phrase'
import { answersOf } from '@unwash/core/uses/answers'
import { NO_SIZES } from '@unwash/core/uses/effects'
import { collectFindings } from '@unwash/core/verdict/findings'
import { judgeLicenses } from '@unwash/core/verdict/license-term'
import { MODE_LABELS } from '@unwash/reporters/words/labels'
import { Decided } from '../decided.tsx'
import { TopicLink } from '../names.tsx'
import { Sources, useSetting } from '../setting.ts'

/** What one may do with a model that is under a known license alone; nothing of a name that may be several texts. */
export function usesUnder(known: KnownLicense, knowledge: Knowledge): readonly Allowed[] {
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
export function LicenseTerms({ known }: { known: KnownLicense }) {
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
