import { existsSync } from 'node:fs'
import { keepReadings } from '@unwash/agents/mcp/keep'
import { invalid } from '@unwash/core/error'
import { type AskOptions, ask, questionsReport } from '@unwash/library/ask'
import { loadKnown } from '@unwash/library/known'
import { knownNames } from '@unwash/reporters/index'
import { questionsReporters } from '@unwash/reporters/questions/index'
import { printed, tell } from '../exit.ts'
import { modelOf } from '../reader/options.ts'
import { announce } from '../terminal/progress.ts'
import { rendered } from '../terminal/show.ts'
import type { QuestionsOptions } from './terminal.ts'

/** Prints what could not be decided of a release; with `--ask` or `--reader` what is left of it. */
export async function questioned(target: string, options: QuestionsOptions, signal: AbortSignal): Promise<number> {
  const known = await loadKnown()
  const { framework, readings, on, name, offline } = options
  if (framework !== undefined && !known.knowledge.frameworks.has(framework))
    throw invalid(
      'no framework is called',
      framework,
      `give one of ${[...known.knowledge.frameworks.keys()].join(', ')}`,
    )
  const how: AskOptions = { framework, on, name, offline, signal }
  if (options.ask && options.asks?.reader)
    throw invalid('two are to answer at once:', '--ask and --reader', 'have one answer after the other')
  const model = await modelOf(options.asks, { signal, tell })
  const done = announce(`reading ${target}`)
  if (options.ask) {
    const { askAtTerminal } = await import('./terminal.ts')
    return askAtTerminal(readings => ask(target, { ...how, readings }).finally(done), options, signal)
  }
  const before = model && readings !== undefined && !existsSync(readings) ? undefined : readings
  const asking = await ask(target, { ...how, readings: before }).finally(done)
  if (model?.dryRun) {
    return printed(await model.shown(asking))
  }
  const answered = (await model?.answers(asking)) ?? asking
  const { readings: all = [], name: called } = answered.release
  if (model && readings !== undefined && all.length > 0) await keepReadings(readings, all, called)
  const report = questionsReport(answered, known)
  return printed(rendered(questionsReporters, options.format, report, { names: knownNames(known.knowledge) }))
}
