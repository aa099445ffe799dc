import { existsSync } from 'node:fs'
import { UnwashError } from '@unwash/core/error'
import { type Breach, judgePolicy } from '@unwash/core/policy/judge'
import { type ReadPolicy, readPolicy } from '@unwash/core/policy/read'
import type { Report } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { loadKnown } from '@unwash/library/known'
import { placeInWords } from '@unwash/reporters/words/places'
import { tell } from '../exit.ts'
import { readGiven } from '../given-file.ts'

/** past the longest policy that is taken, so that a longer one is told */
const POLICY_BYTES = 4 * 1024 * 1024

/**
 * Reads a policy file, or one for a common case by its name, and checks it before anything else is done. Throws an
 * UnwashError that names the line.
 */
export async function openPolicy(path: string): Promise<ReadPolicy> {
  const { knowledge } = await loadKnown()
  const presets = knowledge.policies.policies.map(({ id }) => id)
  const isPreset = presets.includes(path) && !existsSync(path)
  const todo = `give a YAML file that is there, or one of ${presets.join(', ')}`
  const content = isPreset ? `presets: [${path}]\n` : await readGiven('policy', path, POLICY_BYTES, todo)
  const read = readPolicy(content, knowledge)
  if ('policy' in read) return read
  const [first, ...more] = read.trouble.map(({ line, says }) => `${path}${line === null ? '' : `:${line}`}: ${says}`)
  for (const says of more) tell(says)
  throw new PolicyError(first ?? path)
}

/** A policy that does not hold: its message keeps the lines that point at the place. */
class PolicyError extends UnwashError {
  constructor(says: string) {
    super('the policy', says, 'mend it and run again', 'invalid')
    this.message = `${says}\nNothing was audited.`
  }
}

/** What a policy says of a release, a sentence for each rule that is not passed; what is excused is told on stderr. */
export function policyReasons(policy: ReadPolicy, report: Report, on: string): string[] {
  const { breaches, excused } = judgePolicy(policy, report, on)
  for (const { rule, reason, until } of excused)
    tell(`rule ${rule} is not passed, and excused until ${until}: ${reason}`)
  return breaches.map(breachInWords)
}

function breachInWords({ rule, says, cited, instead, expired }: Breach): string {
  const where = cited.length > 0 ? ` [${cited.map(placeInWords).map(plain).join(', ')}]` : ''
  const ran = expired ? ` (the exception ran out on ${expired})` : ''
  return `policy not met: ${rule}: ${says}${where}${ran}${instead ? `; way out: ${plain(instead)}` : ''}`
}
