import { readYaml } from '../yaml/read.ts'
import { compileExpression, type Expression } from './expressions.ts'
import { Policy, type PolicyTrouble, REQUIRE } from './policy.ts'

/** A policy whose expressions have been checked. */
export interface ReadPolicy {
  readonly policy: Policy
  readonly expressions: ReadonlyMap<string, Expression>
}

/** larger than any policy a person writes; stops a crafted file (CWE-770) */
const MAX_CHARACTERS = 1_000_000
/** what is wrong is told so often, and in so many characters: enough to mend it by */
const MOST_TROUBLE = 20
const LONGEST = 300
/** a policy that says something again may refer to it */
const ALIASES = 20

/** Reads a policy and checks every expression before anything is run; else what is wrong with it, and on which line. */
export function readPolicy(content: string): ReadPolicy | { readonly trouble: readonly PolicyTrouble[] } {
  if (content.length > MAX_CHARACTERS)
    return { trouble: [{ line: null, says: `it is longer than ${MAX_CHARACTERS} characters` }] }
  const yaml = readYaml(content, { aliases: ALIASES })
  if ('says' in yaml) return { trouble: [yaml] }
  const lineOf = (where: readonly PropertyKey[]) => yaml.lineOf(where)
  const parsed = Policy.safeParse(yaml.value ?? {})
  if (!parsed.success)
    return {
      trouble: parsed.error.issues.slice(0, MOST_TROUBLE).map(issue => ({
        line: lineOf(issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path),
        says: [...(issue.path.length > 0 ? [issue.path.join('.')] : []), issue.message].join(': ').slice(0, LONGEST),
      })),
    }
  const expressions = new Map<string, Expression>()
  const trouble: PolicyTrouble[] = []
  for (const [at, { id, deny }] of parsed.data.rules.entries()) {
    const line = lineOf(['rules', at, 'deny'])
    if (expressions.has(id) || id === REQUIRE) trouble.push({ line, says: `two rules are called ${id}` })
    const compiled = compileExpression(deny)
    if (typeof compiled === 'function') expressions.set(id, compiled)
    else trouble.push({ line, says: `rule ${id}: ${compiled.wrong}` })
  }
  for (const [at, { rule }] of parsed.data.exceptions.entries())
    if (rule !== REQUIRE && !parsed.data.rules.some(({ id }) => id === rule))
      trouble.push({ line: lineOf(['exceptions', at, 'rule']), says: `no rule is called ${rule}` })
  return trouble.length > 0 ? { trouble } : { policy: parsed.data, expressions }
}
