import { groupsBy } from '@unwash/core/groups'
import type { Allowed } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { capital, inWords } from '@unwash/core/text/phrase'
import { askOf, BEGINS } from '@unwash/reporters/sections/verdict'
import { signOf } from '@unwash/reporters/tones'
import { placeInWords } from '@unwash/reporters/words/places'
import { Quoted } from './quoted.tsx'
import { Places, Spans } from './spans.tsx'

/** letters around the words that decide */
const AROUND = 400

/** who may not do several things may do none of them */
const joinedBy = (answer: Allowed['answer'], all: readonly Allowed[]) => {
  const asks = all.map(one => plain(askOf(one)))
  return answer === 'no' || answer === 'unknown' ? asks.join(' or ') : inWords(asks)
}

/** The answers, those that are decided alike together: the condition, and the sentence that decides, whole and once. */
export function Decided({ uses }: { uses: readonly Allowed[] }) {
  if (uses.length === 0) return null
  const told = Object.keys(BEGINS).flatMap(answer => uses.filter(one => one.answer === answer))
  const places = ({ cited: [first] }: Allowed) => (first ? placeInWords(first) : '')
  const groups = [...groupsBy(told, use => JSON.stringify([use.answer, use.says, places(use)])).values()]
  const quoted = new Set<string>()
  return (
    <dl class="terms decided" aria-label="Can I">
      {groups.map(([use, ...others]) => {
        if (!use) return null
        const { answer, says, cited } = use
        const [first] = cited
        const decides = first && says !== '' && (answer === 'if' || answer === 'no') && !quoted.has(places(use))
        if (decides) quoted.add(places(use))
        return (
          <div key={use.use}>
            <dt>
              <span aria-hidden="true">
                <Spans line={[signOf(answer)]} />
              </span>{' '}
              {capital(BEGINS[answer])}
              {answer === 'if' ? 'on a condition ' : ''}
              {joinedBy(answer, [use, ...others])}
            </dt>
            <dd>
              {says === '' ? (
                <span class="faint">no clause against it was read</span>
              ) : (
                <>
                  {capital(plain(says))} <Places cited={cited} most={1} />
                </>
              )}
              {decides ? <Quoted cited={first} most={AROUND} /> : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
