// A thread that reads a project of five files, of which two never come to an end and one fails: what becomes of them is
// what is tested.
import { parentPort, workerData } from 'node:worker_threads'

const PATHS = ['good.py', 'slow.py', 'hungry.py', 'broken.py', 'other.py']
const { without, clock, target } = workerData
const ticking = new Int32Array(clock)
const paths = PATHS.filter(path => !without.includes(path))
if (target === 'nowhere')
  parentPort.postMessage({
    is: 'refused',
    told: { what: 'no folder at', where: target, todo: 'give one', code: 'not-found' },
  })
else {
  parentPort.postMessage({ is: 'listed', paths })
  for (const [at, path] of paths.entries()) {
    Atomics.store(ticking, 1, at)
    Atomics.store(ticking, 2, path === 'slow.py' ? 300 : 600_000)
    Atomics.add(ticking, 0, 1)
    if (path === 'slow.py') for (;;);
    if (path === 'broken.py') throw new Error('a mistake of ours')
    if (path === 'hungry.py') for (const kept = []; ; ) kept.push(new Array(10_000).fill(path))
  }
  const read = {
    name: target,
    place: target,
    complete: true,
    notes: [],
    files: paths.length,
    read: paths.length,
    pages: [],
  }
  parentPort.postMessage({ is: 'read', read, found: { references: [], notes: [] } })
}
