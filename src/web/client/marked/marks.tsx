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
