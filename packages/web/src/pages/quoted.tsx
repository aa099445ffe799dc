import type { Citation } from '@unwash/core/report/report'
import { langOf, plain } from '@unwash/core/text/foreign'
import { citedWords, quoted } from '@unwash/reporters/words/quoted'
import { aloneIn, type Whole, wholeOf } from '@unwash/reporters/words/whole'
import { useSources } from './setting.ts'

/** The words of a text that a citation is of; of a metadata value its key beside it. */
export function quoteOf(cited: Citation): string | null {
  if ('quote' in cited) return quoted(cited)
  if ('key' in cited) return plain(citedWords(cited) ?? '')
  if ('fact' in cited) return plain(citedWords(cited) ?? cited.fact)
  return null
}

/**
 * The words of a citation with all of their paragraph, where the text is kept: its exceptions stand there too. Of a
 * text that is elsewhere a few words alone tell nothing, and are left out.
 * @param most letters that may stand around them: of a longer paragraph their own sentence is shown
 */
export function Quoted({ cited, most = Number.POSITIVE_INFINITY }: { cited: Citation; most?: number }) {
  const whole = useWhole(cited)
  const { lead, before, words, after } = whole.before.length + whole.after.length > most ? aloneIn(whole) : whole
  if (words === '' || ('fact' in cited && !cited.text?.whole)) return null
  return (
    <blockquote lang={langOf(words)}>
      {lead === '' ? '' : <span class="faint">{lead} </span>}
      {before}
      {before + after === '' ? words : <mark>{words}</mark>}
      {after}
    </blockquote>
  )
}

/** The words of a citation and what stands around them: all of the paragraph where the text is kept. */
function useWhole(cited: Citation): Whole {
  const { text } = useSources()
  const content = 'quote' in cited && cited.page === undefined ? text(cited.path, cited.place) : null
  const alone: Whole = { lead: '', before: '', words: quoteOf(cited) ?? '', after: '' }
  return ('quote' in cited && content && wholeOf(content, cited)) || alone
}
