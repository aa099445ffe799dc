import { count, inWords } from '../../../reports/words/counts.ts'
import { ask } from '../ask.ts'
import { Tool } from '../given/tool.tsx'
import { mount } from '../mount.ts'
import { Result } from './result.tsx'
import { DOES, type LicensesView, LOOKS } from './view.ts'

/** What a screen reader says when a text was read. */
function summaryOf({ licenses, clauses, findings }: LicensesView): string {
  if (licenses.length === 0) return `No license was read. ${findings.map(({ says }) => says).join('. ')}`.trim()
  const parts = LOOKS.flatMap(look => {
    const number = clauses.filter(clause => clause.look === look).length
    const [one, more] = DOES[look]
    return number === 0 ? [] : [`${number} ${number === 1 ? one : more}`]
  })
  const found = parts.length === 0 ? 'no clause found' : `${count(clauses.length, 'clause')}: ${inWords(parts)}`
  const unread = licenses.reduce((sum, license) => sum + license.unread.length, 0)
  const open = unread === 0 ? '' : ` ${count(unread, 'part')} not understood.`
  return `${inWords(licenses.map(({ title }) => title))}. ${found}.${open}`
}

/** The license reader: a text goes in, and stands there with its clauses marked. */
function Reader() {
  return (
    <Tool
      question="licenses"
      label="The text of a license"
      again="Read another text"
      summary={summaryOf}
      result={(view, title) => <Result view={view} title={title} />}
      more={(picks, read) => (
        <label class="pick">
          or one that is known
          <select
            onChange={event => {
              const { value } = event.currentTarget
              if (value !== '') void ask('text', value).then(({ answered }) => read([answered]))
            }}
          >
            <option value="">{picks === null ? 'choose …' : `${picks.length} licenses`}</option>
            {picks?.map(({ id, name }) => (
              <option key={id} value={id}>
                {id}: {name}
              </option>
            ))}
          </select>
        </label>
      )}
    />
  )
}

mount('reader', <Reader />)
