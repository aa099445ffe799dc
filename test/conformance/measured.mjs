// With --write, npm run corpus keeps how often each requirement got which answer in knowledge/measured.yml, for unwash explain.
import { writeFileSync } from 'node:fs'

const ANSWERS = ['met', 'unmet', 'not-applicable', 'unknown', 'needs-human']

/** How often each requirement got each answer over all reports; of a framework with several readings, by reading. */
export function countAnswers(reports) {
  const counts = new Map()
  for (const evaluation of reports.flatMap(report => report.evaluations))
    for (const { id, answer } of evaluation.requirements) {
      const key = evaluation.reading ? `${id} (${evaluation.reading})` : id
      const row = counts.get(key) ?? new Map()
      counts.set(key, row.set(answer, (row.get(answer) ?? 0) + 1))
    }
  return counts
}

/** Writes the counts as a knowledge file. `day` is the ISO date of the run. */
export function writeMeasured(reports, day) {
  const lines = [...countAnswers(reports)].map(([key, row]) => {
    const answers = ANSWERS.filter(answer => row.has(answer)).map(answer => `${answer}: ${row.get(answer)}`)
    return `  ${key.includes('(') ? `'${key}'` : key}: { ${answers.join(', ')} }`
  })
  const file = new URL('../../knowledge/measured.yml', import.meta.url)
  writeFileSync(
    file,
    `# Written by npm run corpus -- <folder> --write; not by hand. How often each requirement got which answer.
source: npm run corpus over judged releases, of each the model whose term is the release's
seenOn: ${day}
releases: ${reports.length}
requirements:
${lines.join('\n')}
`,
  )
  console.log(`\nwrote knowledge/measured.yml: ${lines.length} requirements over ${reports.length} releases`)
}
