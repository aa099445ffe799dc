import { type Asking, type AskOptions, ask, questionsReport } from '../../ask.ts'
import { loadKnown } from '../../known.ts'
import { namesOf } from '../../reports/index.ts'
import { questionsReporters } from '../../reports/questions/index.ts'
import { UnwashError } from '../../sources/error.ts'
import { EXIT, type QuestionsOptions } from '../program.ts'
import { announce } from '../progress.ts'
import { rendered } from '../show.ts'

/** Prints what could not be decided of a release; with `--ask` it asks whoever sits at the terminal. */
export async function questioned(target: string, options: QuestionsOptions, signal: AbortSignal): Promise<number> {
  const known = await loadKnown()
  const { framework, readings, on, name, offline } = options
  if (framework !== undefined && !known.knowledge.frameworks.has(framework))
    throw new UnwashError(
      'no framework is called',
      framework,
      `give one of ${[...known.knowledge.frameworks.keys()].join(', ')}`,
    )
  const how: AskOptions = { framework, on, name, offline, signal }
  const done = announce(`reading ${target}`, process.stderr)
  if (options.ask) {
    const { askAtTerminal } = await import('./terminal.ts')
    return askAtTerminal(readings => ask(target, { ...how, readings }).finally(done), options, signal)
  }
  const asking: Asking = await ask(target, { ...how, readings })
  const report = questionsReport(asking, known)
  done()
  process.stdout.write(rendered(questionsReporters, options.format, report, { names: namesOf(known.knowledge) }))
  return EXIT.holds
}
