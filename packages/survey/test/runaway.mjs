// A thread that never ends, takes all memory, throws, or answers at once: what the target's name says.
export default function audited({ target }, begins) {
  begins(null)
  if (target === 'runaway') for (;;);
  const kept = []
  if (target === 'hungry') for (;;) kept.push(new Array(1_000_000).fill({ target }))
  if (target === 'broken') throw new Error('there is a hole in it')
  return { is: 'failed', failure: { kind: 'unreadable', message: `read ${target}` } }
}
