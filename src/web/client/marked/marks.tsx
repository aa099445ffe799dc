import type { ComponentChildren } from 'preact'

/** Links to marks in the text, by their numbers. */
export function Marks({ numbers, of = 'clause' }: { numbers: readonly number[]; of?: string }) {
  return (
    <>
      {numbers.map((number, index) => (
        <>
          {index > 0 && ' '}
          <a
            key={number}
            class="to-mark"
            href={`#mark-${number}`}
            data-note={number}
            aria-label={`${of} ${number} in the text`}
          >
            {number}
          </a>
        </>
      ))}
    </>
  )
}

/** A numbered note beside the text, named by what it does and is: it leads to its words, and they lead here. */
export function Note(props: {
  number: number
  look: string
  does: string
  name: string | null
  between?: string
  children: ComponentChildren
}) {
  const { number, look, does, name, between = ' ', children } = props
  return (
    <li class={look} data-note={number}>
      <a id={`note-${number}`} href={`#mark-${number}`}>
        <span class={`chip ${look}`} aria-hidden="true">
          {number}
        </span>{' '}
        <span class="mode">{does}</span>
        {name !== null && between}
        {name !== null && <strong>{name}</strong>}
      </a>
      {children}
    </li>
  )
}
