import { citeLines } from '../../documents/cite.ts'
import type { Benchmark, EvaluationProgram } from '../../knowledge/measuring.ts'
import type { Case } from '../../licensing/index.ts'
import type { Citation } from '../../report.ts'
import type { Need, Score } from '../rebuild.ts'

/** Where the code is that scores: in the release, or a public program that its documents name. */
export interface ScoringCode {
  readonly is: Score['code']['is']
  /** in the middle of a sentence */
  readonly says: string
  readonly cited: Need['cited']
}

/** Looks for the code that scores a benchmark; null stands for one that is not known. */
export function scoringCode(judged: Case, needs: readonly Need[]): (benchmark: Benchmark | null) => ScoringCode {
  const own = needs.find(({ id }) => id === 'evaluation-code')
  const named = programsNamed(judged)
  const cited = own?.cited ?? [{ looked: judged.evidence.documents.slice(0, 8).map(({ path }) => path) }]
  return benchmark => {
    if (own?.presence === 'released') return { is: 'released', says: 'the release has evaluation code', cited }
    const found = named.find(({ program }) => runs(program, benchmark))
    if (found) return { is: 'named', says: `${found.program.name} is named, which runs it`, cited: [found.cited] }
    if (own?.presence === 'linked')
      return { is: 'linked', says: 'the code that scores is behind a link that was not followed', cited }
    return own?.presence === 'absent' || own?.presence === 'described'
      ? { is: 'absent', says: 'no code that scores was found or named', cited }
      : { is: 'unknown', says: 'whether there is code that scores could not be seen', cited }
  }
}

const runs = (program: EvaluationProgram, benchmark: Benchmark | null) =>
  benchmark !== null && (program.fields.includes(benchmark.field) || program.benchmarks.includes(benchmark.name))

/** The first place where the documents name each program. */
function programsNamed({ evidence, knowledge }: Case): readonly { program: EvaluationProgram; cited: Citation }[] {
  const found = new Map<EvaluationProgram, Citation>()
  for (const document of evidence.documents)
    for (const [index, line] of document.lines.entries()) {
      const lower = line.slice(0, 2_000).toLowerCase()
      for (const program of knowledge.benchmarks.programs)
        if (!found.has(program) && [...program.names, program.address].some(name => stands(lower, name.toLowerCase())))
          found.set(program, citeLines(document.path, document.lines, index + 1))
    }
  return [...found].map(([program, cited]) => ({ program, cited }))
}

/** Whether a name stands as words of its own. */
function stands(text: string, name: string): boolean {
  const at = text.indexOf(name)
  return at >= 0 && !/[a-z0-9]/.test(text[at - 1] ?? ' ') && !/[a-z0-9]/.test(text[at + name.length] ?? ' ')
}
