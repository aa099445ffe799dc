/** Links to marks in the text, by their numbers. */
export function Marks({ numbers }: { numbers: readonly number[] }) {
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
            aria-label={`clause ${number} in the text`}
          >
            {number}
          </a>
        </>
      ))}
    </>
  )
}
