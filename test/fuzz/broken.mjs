// Readers that are wrong in each way the harness has to tell.
const seeds = [Buffer.from('a seed')]
/** a seed is read before the inputs, which are never the same */
const wrong = work => bytes => (bytes.equals(seeds[0]) ? null : work())

const spin = milliseconds => {
  const start = process.cpuUsage()
  // asking for the time takes the system's time, not ours
  while (process.cpuUsage(start).user < milliseconds * 1_000) for (let i = 0; i < 1e6; i++);
}

export const readers = [
  { id: 'throws', seeds, read: wrong(() => JSON.parse('{')) },
  {
    id: 'told',
    seeds,
    read: wrong(() => Promise.reject(Object.assign(new Error('in words'), { name: 'UnwashError' }))),
  },
  { id: 'ends', seeds, read: wrong(() => process.abort()) },
  { id: 'slow', seeds, read: wrong(() => spin(2_100)) },
  { id: 'hangs', seeds, read: wrong(() => spin(1_000_000)) },
  { id: 'large', seeds, read: wrong(() => Buffer.alloc(1.1 * 1024 ** 3, 1)) },
]

export const isTold = error => error?.name === 'UnwashError'
