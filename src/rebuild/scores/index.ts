import type { Benchmarks } from '../../knowledge/measuring.ts'
import type { Case } from '../../licensing/index.ts'
import type { Need, Score } from '../rebuild.ts'
import { type ScoringCode, scoringCode } from './code.ts'
import { type Published, publishedScores } from './published.ts'

/** The published scores, and which of them others can check: the data is public, and the code is here or named. */
export function scoresOf(judged: Case, needs: readonly Need[]): readonly Score[] {
  const { benchmarks } = judged.knowledge
  const codeFor = scoringCode(judged, needs)
  return publishedScores(judged.evidence, benchmarks).map(published => {
    const data = dataOf(published, benchmarks)
    const code = codeFor(published.benchmark)
    return {
      benchmark: published.name,
      value: published.value,
      model: published.model,
      data,
      code: { is: code.is, cited: code.cited },
      ...checked(published, data.is, code),
      cited: [published.cited],
    }
  })
}

function dataOf({ benchmark, data, cited }: Published, { source, seenOn }: Benchmarks): Score['data'] {
  if (!benchmark) return { is: 'unknown', where: data, cited: [cited] }
  const fact = `${benchmark.name}: ${SAYS[benchmark.data]}`
  return { is: benchmark.data, where: benchmark.where, cited: [{ fact, source, seenOn }] }
}

/** where the questions and answers are, in words */
const SAYS = {
  public: 'its data is public',
  gated: 'its data is given to those who agree to terms',
  withheld: 'some of its questions or answers are not given',
  unknown: 'whether its data is public is not known',
} as const satisfies Record<Score['data']['is'], string>

function checked(
  { benchmark }: Published,
  data: Score['data']['is'],
  code: ScoringCode,
): Pick<Score, 'checkable' | 'because'> {
  const because = (words: string) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`
  if (benchmark?.graded === 'people')
    return { checkable: 'no', because: 'People grade it: what they said cannot be had again.' }
  if (data === 'gated' || data === 'withheld') return { checkable: 'no', because: because(SAYS[data]) }
  if (code.is === 'absent') return { checkable: 'no', because: because(code.says) }
  if (data === 'unknown') return { checkable: 'unknown', because: because(SAYS[data]) }
  if (code.is === 'unknown' || code.is === 'linked') return { checkable: 'unknown', because: because(code.says) }
  const judge = benchmark?.graded === 'model' ? '; another model grades it, which must be the same' : ''
  return { checkable: 'yes', because: because(`${SAYS.public}, and ${code.says}${judge}`) }
}
