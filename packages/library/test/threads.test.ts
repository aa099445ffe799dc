import { expect, test } from 'vitest'
import { threadsFor } from '../src/threads/pool.ts'

const work = new URL('./echo.mjs', import.meta.url)

test('threads answer, tell and throw; one that is given up ends, and what waits for it is begun', async () => {
  const threads = threadsFor<string, string, string>({ work, most: 1 })
  const heard: string[] = []
  const stop = new AbortController()
  const why = new Error('enough')
  const told = (says: string) => {
    heard.push(says)
    if (says === 'runaway?') stop.abort(why)
  }
  const { signal } = stop
  const given = ['heron', 'hole', 'runaway', 'egret'].map(task =>
    threads.run(task, task === 'runaway' ? { told, signal } : { told }),
  )
  const waiting = threads.run('late', { told, signal })
  expect(await Promise.allSettled([...given, waiting])).toMatchObject([
    { value: 'heron' },
    { reason: { message: 'there is a hole in it' } },
    { reason: why },
    { value: 'egret' },
    { reason: why },
  ])
  expect(heard).toEqual(['heron?', 'hole?', 'runaway?', 'egret?'])
  await threads.close()
})

test('what is still to be done when the threads are ended is given up', async () => {
  const threads = threadsFor<string, string, string>({ work, most: 1 })
  const going = ['runaway', 'heron'].map(task => threads.run(task))
  const ended = expect(Promise.allSettled(going)).resolves.toMatchObject([
    { status: 'rejected' },
    { status: 'rejected' },
  ])
  await threads.close()
  await ended
})
