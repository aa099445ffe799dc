import { Environment } from '@marcbachmann/cel-js'
import { frameworkNames } from '../frameworks/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Report } from '../report/report.ts'
import { COMPONENTS, TERMS } from '../report/vocabulary.ts'
import { readYaml } from '../text/yaml/read.ts'
import { reaches } from '../verdict/reaches.ts'
import { Policy, type PolicyTrouble, REQUIRE } from './policy.ts'
import { unknownWord, wordsOfFacts } from './words.ts'

/** What an expression may ask of a release: names, CEL types, and what each holds. */
const FACTS = {
  name: { type: 'string', of: ({ release }: Report) => release.name },
  publisher: { type: 'string', of: ({ release }: Report) => release.publisher ?? '' },
  term: { type: 'string', of: ({ term }: Report) => term.id },
  floor: { type: 'string', of: ({ term }: Report) => term.floor },
  ceiling: { type: 'string', of: ({ term }: Report) => term.ceiling },
  facets: { type: 'list<string>', of: ({ term }: Report) => term.facets },
  licenses: {
    type: 'list<string>',
    of: ({ licenses }: Report) => onWeights(licenses).map(({ id, name }) => id ?? name ?? 'unknown'),
  },
  classes: { type: 'list<string>', of: ({ licenses }: Report) => onWeights(licenses).map(license => license.class) },
  clauses: {
    type: 'list<string>',
    of: ({ licenses }: Report) => [
      ...new Set(onWeights(licenses).flatMap(({ clauses }) => clauses.map(one => one.kind))),
    ],
  },
  conflicts: { type: 'list<string>', of: ({ conflicts }: Report) => conflicts.map(({ kind }) => kind) },
  contradicted: {
    type: 'int',
    of: ({ claims }: Report) => BigInt(claims.filter(({ check }) => check === 'contradicted').length),
  },
  components: {
    type: 'map<string,string>',
    // what a report says nothing of is unknown
    of: ({ components }: Report) =>
      Object.fromEntries([
        ...COMPONENTS.map(id => [id, 'unknown']),
        ...components.map(({ id, presence }) => [id, presence]),
      ]),
  },
  data: {
    type: 'string',
    of: ({ components }: Report) => components.find(({ id }) => id === 'datasets')?.ladder ?? '',
  },
  frameworks: {
    type: 'map<string,string>',
    of: ({ evaluations }: Report) =>
      Object.fromEntries([
        ...frameworkNames().map(name => [name, 'unknown']),
        ...evaluations.map(({ framework, reading, conclusion }) => [
          reading ? `${framework}/${reading}` : framework,
          conclusion,
        ]),
      ]),
  },
} as const satisfies Record<string, { readonly type: string; readonly of: (report: Report) => unknown }>

const onWeights = (licenses: Report['licenses']) => licenses.filter(({ covers }) => covers.includes('weights'))

/** deeper or longer than any rule a person writes */
const LIMITS = { maxAstNodes: 1_000, maxDepth: 60 }

/** Whether an expression holds for a release. */
type Expression = (report: Report) => boolean

let shared: Environment | undefined

function environment(): Environment {
  if (shared) return shared
  const made = new Environment({ limits: LIMITS })
  for (const [name, { type }] of Object.entries(FACTS)) made.registerVariable(name, type)
  made.registerFunction('atLeast(string, string): bool', atLeast)
  shared = made
  return made
}

/** Compiles an expression in CEL with its types checked; a sentence with a caret where it does not hold. */
function compileExpression(
  source: string,
  words: ReturnType<typeof wordsOfFacts>,
): Expression | { readonly wrong: string } {
  const checked = environment().check(source)
  if (!checked.valid) return { wrong: checked.error?.message ?? 'it cannot be read' }
  if (checked.type !== 'bool') return { wrong: `it gives ${checked.type}, and a rule must give bool` }
  const run = environment().parse(source)
  const wrong = unknownWord(run.ast, words)
  if (wrong !== null) return { wrong }
  return report => run(contextOf(report)) === true
}

const contextOf = (report: Report) =>
  Object.fromEntries(Object.entries(FACTS).map(([name, { of }]) => [name, of(report)]))

function atLeast(term: string, required: string): boolean {
  const [is, asked] = [term, required].map(word => TERMS.find(known => known === word))
  return is !== undefined && asked !== undefined && reaches(is, asked)
}

/** A policy whose expressions have been checked. */
export interface ReadPolicy {
  readonly policy: Policy
  readonly expressions: ReadonlyMap<string, Expression>
}

/** larger than any policy a person writes; stops a crafted file (CWE-770) */
const MAX_CHARACTERS = 1_000_000
/** what is wrong is told so often, and in so many characters: enough to mend it by */
const MOST_TROUBLE = 20
const LONGEST_VALUE = 300
/** a policy that says something again may refer to it */
const ALIASES = 20

/**
 * Reads a policy and checks every expression before anything is run, with the policies for common cases that it builds
 * on; else what is wrong with it, and on which line.
 */
export function readPolicy(
  content: string,
  knowledge: Knowledge,
): ReadPolicy | { readonly trouble: readonly PolicyTrouble[] } {
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
        says: [...(issue.path.length > 0 ? [issue.path.join('.')] : []), issue.message]
          .join(': ')
          .slice(0, LONGEST_VALUE),
      })),
    }
  const expressions = new Map<string, Expression>()
  const trouble: PolicyTrouble[] = []
  const words = wordsOfFacts(knowledge)
  const named = parsed.data.presets.flatMap((name, at) => {
    const preset = knowledge.policies.policies.find(({ id }) => id === name)
    if (preset) return [preset]
    const ids = knowledge.policies.policies.map(({ id }) => id).join(', ')
    trouble.push({ line: lineOf(['presets', at]), says: `no policy is called "${name}": give one of ${ids}` })
    return []
  })
  const own = parsed.data.rules.map((rule, at) => ({ rule, line: lineOf(['rules', at, 'deny']) }))
  // the same rule of two of them is one
  const theirs = new Map(named.flatMap(({ rules }) => rules.map(rule => [rule.id, rule])))
  const all = [...own, ...[...theirs.values()].map(rule => ({ rule, line: lineOf(['presets']) }))]
  for (const {
    rule: { id, deny },
    line,
  } of all) {
    if (expressions.has(id) || id === REQUIRE) trouble.push({ line, says: `two rules are called ${id}` })
    const compiled = compileExpression(deny, words)
    if (typeof compiled === 'function') expressions.set(id, compiled)
    else trouble.push({ line, says: `rule ${id}: ${compiled.wrong}` })
  }
  for (const [at, { rule }] of parsed.data.exceptions.entries())
    if (rule !== REQUIRE && !expressions.has(rule))
      trouble.push({ line: lineOf(['exceptions', at, 'rule']), says: `no rule is called ${rule}` })
  if (trouble.length > 0) return { trouble }
  const required = parsed.data.require ?? named.flatMap(({ require }) => require ?? [])[0]
  const policy = { ...parsed.data, rules: all.map(({ rule }) => rule), ...(required ? { require: required } : {}) }
  return { policy, expressions }
}
