import { ask } from '../ask.ts'
import { Tool } from '../given/tool.tsx'
import { Result } from './result.tsx'
import { summaryOf } from './summary.ts'

/** The license reader: a text goes in, and stands there with its clauses marked. */
export function Reader() {
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
