import type { Page } from '../../../reporters/page.ts'
import { Sources } from '../../pages/setting.ts'
import { Blocks, Part, Words } from '../../pages/spans.tsx'
import { LOOKS } from '../../style/looks.ts'
import { MarkedText, type ReadText } from '../marked/text.tsx'
import type { Mark } from './marks.ts'

/** What was read of texts: what they are, their words with marks, and beside them what is said of these. */
export function Reading(props: {
  label: string
  pages: readonly Pick<Page, 'title' | 'lead' | 'sections'>[]
  texts: readonly ReadText[]
  marks: readonly Mark[]
}) {
  const { label, pages, texts, marks } = props
  return (
    <Sources value={{ release: '', has: path => texts.some(text => text.path === path), text: () => null }}>
      {pages.map(({ title, lead }, at) => (
        <header key={at} class="identity">
          <h2 tabIndex={-1}>{title}</h2>
          <Blocks blocks={lead} />
        </header>
      ))}
      <Legend marks={marks} />
      <div class="split">
        <div>
          {texts.map((text, at) => (
            <MarkedText key={text.path} text={text} at={at} marks={marks} />
          ))}
        </div>
        <aside class="notes" aria-label={label}>
          {pages
            .flatMap(({ sections }) => sections)
            .map((section, at) => (
              <Part key={at} section={section} />
            ))}
          <ol class="clauses">
            {marks.map((mark, at) => (
              <Note key={at} mark={mark} number={at + 1} />
            ))}
          </ol>
        </aside>
      </div>
    </Sources>
  )
}

/** A note beside the text, named by what it does and is: it leads to its words, and they lead here. */
function Note({ mark: { look, does, name, lines }, number }: { mark: Mark; number: number }) {
  return (
    <li class={look} data-note={number}>
      <a id={`note-${number}`} href={`#mark-${number}`}>
        <span class={`chip ${look}`} aria-hidden="true">
          {number}
        </span>{' '}
        <span class="mode">{does}</span>
        {name === '' ? '' : ': '}
        <strong>{name}</strong>
      </a>
      {lines.map((line, at) => (
        <p key={at}>
          <Words line={line} />
        </p>
      ))}
    </li>
  )
}

/** The looks of marks, how many there are of each, and whether they are shown, which the style sheet sees to. */
function Legend({ marks }: { marks: readonly Mark[] }) {
  if (marks.length === 0) return null
  return (
    <fieldset class="legend">
      <legend>Marked in the text</legend>
      {LOOKS.map(look => {
        const [first, ...more] = marks.filter(mark => mark.look === look)
        return first ? (
          <label key={look}>
            <input type="checkbox" value={look} checked />
            <mark class={look}>
              {first.does}
              {look === 'possible' ? ', may be a clause' : ''}
            </mark>{' '}
            {more.length + 1}
          </label>
        ) : null
      })}
    </fieldset>
  )
}
