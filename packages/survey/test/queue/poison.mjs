// The thread of a worker, as it is, but for targets whose name says what they do to it.
import audited from '@unwash/survey/worker'

export default function withPoison(task, begins) {
  const [, poison] = /poison-(\w+)/.exec(task.target) ?? []
  // it has begun, as the thread says once it has read what is known
  if (poison !== undefined) begins(null)
  // not the thread alone: the whole worker is gone, as by the kernel when memory is out
  if (poison === 'crash') process.kill(process.pid, 'SIGKILL')
  if (poison === 'runaway') for (;;);
  return audited(task, begins)
}
