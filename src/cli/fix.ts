import { loadKnown } from '../audit.ts'
import { fixRelease } from '../fix.ts'
import { judge } from '../judge.ts'
import { open } from '../sources/index.ts'
import { EXIT } from './program.ts'
import { announce } from './progress.ts'

/** Prints a patch of a release's own sentences that are contradicted; nothing is changed on disk. */
export async function fixed(target: string, signal: AbortSignal): Promise<number> {
  const done = announce(`reading ${target}`, process.stderr)
  const [release, known] = await Promise.all([open(target, { signal }), loadKnown()]).finally(done)
  const { patch, changed, left } = fixRelease(release, judge(release, known), known)
  process.exitCode = EXIT.holds
  process.stdout.write(patch)
  const count = `${changed === 1 ? 'one sentence is' : `${changed} sentences are`} changed in this patch`
  console.error(
    changed === 0
      ? 'unwash: no sentence is contradicted that a patch can change'
      : `unwash: ${count}: read it before you apply it`,
  )
  for (const place of left)
    console.error(`unwash: ${place} is contradicted, and its words are broken up by markup: change it by hand`)
  return process.exitCode
}
