import { plain } from '@unwash/core/text/foreign'
import type { SurveyProgress } from '@unwash/survey/progress'
import type { Failure } from '@unwash/survey/store/store'
import { ERASE } from '../terminal/terminal.ts'

interface Stream {
  readonly columns?: number
  write(text: string): unknown
}

/** How a survey tells how far it is. */
interface Teller {
  progress(progress: SurveyProgress): void
  failed(target: string, failure: Failure): void
  says(words: string): void
  /** leaves the line as a person wants to find it */
  end(): void
}

type How = 'bar' | 'lines' | 'json' | 'none'

/** milliseconds between two tellings: what an eye follows, what a log bears, what a program wants */
const EVERY: Readonly<Record<How, number>> = { bar: 100, lines: 10_000, json: 1_000, none: Number.POSITIVE_INFINITY }

/** Tells how far a survey is: a bar on a terminal, lines into a file, or a JSON object on each line. */
export function tellerOf(how: How, stream: Stream, now: () => number = () => performance.now()): Teller {
  let last = now()
  let newest: SurveyProgress | null = null
  const erase = how === 'bar' ? ERASE : ''
  const line = (words: string) => stream.write(`${erase}${words}\n`)
  const show = (progress: SurveyProgress) => {
    if (how === 'bar') stream.write(`${erase}${barOf(progress, stream.columns ?? 80)}`)
    else if (how === 'lines') line(`unwash: ${progressInWords(progress)}`)
    else if (how === 'json') line(JSON.stringify({ event: 'progress', ...rounded(progress) }))
  }
  return {
    progress(progress) {
      newest = progress
      if (now() - last < EVERY[how]) return
      last = now()
      show(progress)
    },
    failed(target, { kind, message }) {
      if (how === 'json') line(JSON.stringify({ event: 'failed', target, kind, message }))
      else if (how !== 'none') line(`unwash: ${plain(target)}: ${plain(message)}`)
    },
    says(words) {
      if (how === 'json') line(JSON.stringify({ event: 'note', says: words }))
      else if (how !== 'none') line(`unwash: ${plain(words)}`)
    },
    end() {
      if (how === 'bar') stream.write(erase)
      else if (newest !== null) show(newest)
      newest = null
    },
  }
}

const rounded = ({ rate, left, ...counts }: SurveyProgress) => ({
  ...counts,
  rate: Number(rate.toFixed(2)),
  left: left === null ? null : Math.round(left),
})

const done = ({ kept, failed, before }: SurveyProgress) => kept + failed + before

/** "1,200 of 5,000, 3 failed, 45 a second, 2 min left" */
function progressInWords(progress: SurveyProgress): string {
  const { total, failed, rate, left } = progress
  const parts = [
    `${number(done(progress))}${total === null ? '' : ` of ${number(total)}`}`,
    ...(failed > 0 ? [`${number(failed)} failed`] : []),
    `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)} a second`,
    ...(left === null || left === 0 ? [] : [`${timeOf(left)} left`]),
  ]
  return parts.join(', ')
}

function barOf(progress: SurveyProgress, columns: number): string {
  const words = progressInWords(progress)
  const room = Math.min(40, columns - words.length - 4)
  if (progress.total === null || room < 8) return words.slice(0, columns - 1)
  const share = progress.total === 0 ? 1 : Math.min(1, done(progress) / progress.total)
  const full = Math.round(share * room)
  return `${'█'.repeat(full)}${'░'.repeat(room - full)} ${words}`
}

const number = (count: number) => count.toLocaleString('en')

/** a time in the unit that a person would say it in */
function timeOf(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`
  return `${Math.round(seconds / 3_600)} h`
}
