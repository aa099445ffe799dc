import type { Prompt } from '../../evidence/evidence.ts'
import type { Cited } from '../../report/report.ts'
import { readUnread } from '../declared.ts'
import { citeRaw } from '../given/recite.ts'
import type { Known } from '../known.ts'
import { readLicense } from '../read.ts'
import type { LicenseReading } from '../reading.ts'

/**
 * Reads what who wants the weights must agree to, however long it is: as the license it is, or holds; as the clauses it
 * has; and of a request that asks for more than a name, as a doubt.
 */
export function readPrompt(prompt: Prompt | null | undefined, known: Known): readonly LicenseReading[] {
  if (!prompt) return []
  return readWords(prompt, known).flatMap(reading => {
    const { license, bars, openness } = reading
    const isTerms = license.match.kind !== 'none' || bars.length > 0 || license.grants.length > 0
    if (isTerms || openness === 'restricted') return { ...reading, license: { name: FORM, ...license } }
    const dark = (license.parts ?? []).filter(({ is, quote = '' }) => isDark(is) && takes(quote, known))
    const clauses = license.clauses.filter(({ mode }) => mode === 'ban' || mode === 'duty')
    if (dark.length === 0 && clauses.length === 0) return []
    const suspects = [...known.knowledge.clauses.values()].filter(({ name }) =>
      dark.some(({ why }) => why?.includes(name)),
    )
    const [first] = dark.flatMap(({ line, endLine, quote, cut }) =>
      license.text && quote !== undefined ? [{ ...license.text, line, endLine, quote, ...(cut && { cut }) }] : [],
    )
    const cited: Cited = [first ?? license.cited[0] ?? { path: prompt.path }]
    const unread = readUnread('a sentence that was not understood', 'unknown', cited)
    return {
      ...unread,
      license: { ...unread.license, clauses: license.clauses },
      doubt: [...suspects.map(({ id }) => id), ...clauses.map(({ kind }) => kind)],
    }
  })
}

/** what a text that has no title is called: what stands before a download */
const FORM = 'the access form'

const isDark = (is: string) => is === 'possible' || is === 'unread'
/** Whether words of a form take something, and do not only ask who somebody is. */
const takes = (quote: string, { second, knowledge }: Known): boolean => {
  const { legal, is, kinds } =
    second?.().prose({ text: quote, heading: 'license', lead: '', surface: 'form' }) ?? UNASKED
  // that it is to be filled in is told of the form itself
  const asksWho = kinds.length > 0 && kinds.every(kind => kind.startsWith('entry.'))
  return is === 'certain' || (legal >= knowledge.thresholds.prose.form && !asksWho)
}
const UNASKED = { legal: 0, is: 'nothing', kinds: [] } as const

/** The prompt as a text, cited on its lines of the file that it stands in. */
function readWords({ text, path, lines, at }: Prompt, known: Known): readonly LicenseReading[] {
  const own = text.trimEnd().split('\n')
  return readLicense({ path, lines: own, from: 1, to: own.length, context: 'license' }, known).map(reading =>
    citeRaw(reading, lines, at),
  )
}
