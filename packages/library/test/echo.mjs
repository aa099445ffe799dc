// A thread that says after what it was given, never ends, or throws.
export default function echo(task, tell) {
  tell(`${task}?`)
  if (task === 'hole') throw new Error('there is a hole in it')
  return task === 'runaway' ? new Promise(() => setInterval(() => {}, 1000)) : task
}
