// The Model Openness Tool's own test forms, and the classes and percentages it expects of them.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judge } from '@unwash/core/judge'
import { knownNames, reporters } from '@unwash/reporters/index'
import { open } from '@unwash/sources/index'

const CLASSES = ['below', 'class-i', 'class-ii', 'class-iii']

/** Prints how many of the tool's forms get its class and percentages, read once and read again as written by us. */
export async function compareForms(folder, known) {
  if (!existsSync(join(folder, 'expected_results.json'))) {
    console.log(`\nno forms of the Model Openness Tool at ${folder}: nothing to measure`)
    return
  }
  const expected = JSON.parse(readFileSync(join(folder, 'expected_results.json'), 'utf8')).models
  const by = new Map(expected.map(model => [model.release.name, model.classification]))
  const reporter = reporters.find(({ id }) => id === 'mot')
  const again = mkdtempSync(join(tmpdir(), 'unwash-mot-'))
  const forms = readdirSync(folder).filter(name => name.endsWith('.yml'))
  const wrong = []
  let classes = 0
  let shares = 0
  let rounds = 0
  for (const name of forms) {
    const report = judge(await open(join(folder, name)), known)
    const theirs = by.get(report.release.name)
    const ours = readingOf(report, 'mot')
    const sameClass = ours.conclusion === CLASSES[theirs?.class]
    const sameShares = theirs !== undefined && closeTo(ours.percentages, theirs.progress)
    if (sameClass) classes++
    if (sameShares) shares++
    if (reporter) {
      writeFileSync(join(again, name), reporter.render(report, { names: knownNames(known.knowledge) }))
      const back = readingOf(judge(await open(join(again, name)), known), 'mot')
      if (back.conclusion === ours.conclusion && JSON.stringify(back.percentages) === JSON.stringify(ours.percentages))
        rounds++
      else wrong.push(`${name}: written and read again ${JSON.stringify(back.percentages)}`)
    }
    if (!sameClass || !sameShares)
      wrong.push(`${name}: ${ours.conclusion} ${JSON.stringify(ours.percentages)}, the tool ${JSON.stringify(theirs)}`)
  }
  rmSync(again, { recursive: true, force: true })
  console.log(
    `\nModel Openness Tool, its test forms: class ${classes} of ${forms.length}, percentages ${shares} of ${forms.length}, the same written and read again ${rounds} of ${forms.length}`,
  )
  for (const one of wrong) console.log(`  ${one}`)
}

const readingOf = (report, reading) =>
  report.evaluations.find(one => one.framework === 'mof-1.0' && one.reading === reading)

const closeTo = (ours, theirs) =>
  [
    ['I', 1],
    ['II', 2],
    ['III', 3],
  ].every(([name, key]) => Math.abs(ours[name] - theirs[key]) < 1e-6)
