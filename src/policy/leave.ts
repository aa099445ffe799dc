import type { Policy } from './policy.ts'

/** Whether a policy leaves a file out by name: its language, or a pattern of its path. */
export function isLeft(policy: Policy, path: string, language: string | null): boolean {
  const { languages, paths } = policy.leave
  if (language !== null && languages.some(one => one.toLowerCase() === language.toLowerCase())) return true
  return paths.some(pattern => matches(pattern.split('/'), path.split('/')))
}

/** `**` stands for any folders, `*` for anything within a step, and a folder for all that is in it. */
function matches([first, ...rest]: readonly string[], steps: readonly string[]): boolean {
  if (first === undefined) return true
  if (first === '') return rest.length === 0
  if (first === '**') return steps.some((_, at) => matches(rest, steps.slice(at)))
  const [step, ...more] = steps
  return step !== undefined && matchesStep(first, step) && matches(rest, more)
}

/** Parts between the stars, one after the other, the last at the end. */
function matchesStep(pattern: string, step: string): boolean {
  const parts = pattern.split('*')
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length === 1) return pattern === step
  if (!step.startsWith(first) || !step.endsWith(last) || step.length < first.length + last.length) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = step.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= step.length - last.length
}
