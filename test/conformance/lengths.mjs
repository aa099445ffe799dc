// How long the first screen is at 80 columns: it should fit a window of 40 lines for nine of ten releases.
import { knownNames } from '@unwash/reporters/index'
import { terminal } from '@unwash/reporters/terminal/index'

/** Prints the median and the 90th percentile of lines, of the first screen and of everything. */
export function measureLengths(results, knowledge, line) {
  const names = knownNames(knowledge)
  const lengths = full =>
    results
      .flatMap(({ report }) =>
        report ? [terminal.render(report, { names, full, filesIn: 'releases/one' }).split('\n').length - 1] : [],
      )
      .sort((one, other) => one - other)
  for (const [label, full] of [
    ['terminal, lines at 80 columns', false],
    ['terminal --full, lines', true],
  ]) {
    const all = lengths(full)
    const at = part => all[Math.min(all.length - 1, Math.floor(all.length * part))]
    line(label, `median ${at(0.5)}`, `90th ${at(0.9)}`, `most ${all.at(-1)}`)
  }
}
