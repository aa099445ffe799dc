import { tellerOf } from '@unwash/cli/survey/progress'
import { describe, expect, test } from 'vitest'
import { counter, type SurveyProgress } from '../src/progress.ts'

const halfway: SurveyProgress = { kept: 590, failed: 10, before: 400, total: 2000, rate: 12.5, left: 80 }

/** What a teller writes into a stream of a kind, with a clock that goes on by a minute each time. */
function told(
  how: 'bar' | 'lines' | 'json' | 'none',
  tell: (teller: ReturnType<typeof tellerOf>) => void,
  columns = 100,
) {
  const out: string[] = []
  let minutes = 0
  const now = () => {
    minutes += 1
    return minutes * 60_000
  }
  tell(tellerOf(how, { columns, write: text => out.push(text) }, now))
  return out.join('')
}

describe('how far a survey is', () => {
  test('is counted with the rate of the last minute and the time left', () => {
    let seconds = 0
    const counts = counter(1000, () => seconds * 1000)
    for (let i = 0; i < 300; i += 1) {
      seconds += 1
      counts.count('kept')
    }
    for (let i = 0; i < 600; i += 1) {
      seconds += 0.1
      counts.count(i % 100 === 0 ? 'failed' : 'kept')
    }
    counts.count('before')
    expect(counts.progress).toMatchObject({ kept: 894, failed: 6, before: 1, total: 1000 })
    expect(counts.progress.rate).toBeCloseTo(10, 0)
    expect(counts.progress.left).toBeCloseTo(9.9, 0)
  })

  test('is a bar with its numbers on a terminal, in one line that is taken away at the end', () => {
    const out = told('bar', teller => {
      teller.progress(halfway)
      teller.end()
    })
    expect(out).toContain('1,000 of 2,000, 10 failed, 13 a second, 80 s left')
    expect(out).toMatch(/█{3,}░{3,} /)
    expect(out).not.toContain('\n')
    expect(out.endsWith('\r\u001b[K')).toBe(true)
    const narrow = told('bar', teller => teller.progress(halfway), 40)
    expect(narrow.replace('\r\u001b[K', '').length).toBeLessThan(40)
  })

  test('is a line at a time elsewhere, with what failed and why', () => {
    const out = told('lines', teller => {
      teller.failed('hedgerow/\u001b[31mgone', { kind: 'time', message: 'it took too long' })
      teller.progress({ ...halfway, left: 7200 })
      teller.end()
    })
    expect(out.split('\n')[0]).toMatch(/^unwash: hedgerow\/.*gone: it took too long$/)
    expect(out).not.toContain('\u001b')
    expect(out).toContain('unwash: 1,000 of 2,000, 10 failed, 13 a second, 2 h left\n')
  })

  test('is an object on each line for a program', () => {
    const out = told('json', teller => {
      teller.says('2 blank lines left out')
      teller.failed('hedgerow/gone', { kind: 'unreadable', message: 'nothing is there' })
      teller.progress(halfway)
    })
    expect(
      out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line)),
    ).toEqual([
      { event: 'note', says: '2 blank lines left out' },
      { event: 'failed', target: 'hedgerow/gone', kind: 'unreadable', message: 'nothing is there' },
      { event: 'progress', ...halfway },
    ])
    expect(told('none', teller => teller.progress(halfway))).toBe('')
  })
})
