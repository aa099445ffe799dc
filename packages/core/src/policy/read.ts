import { type ASTNode, Environment } from '@marcbachmann/cel-js'
import { frameworkNames } from '../frameworks/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Report } from '../report/report.ts'
import { COMPONENTS, CONFLICTS, DATA_LADDER, LICENSE_CLASSES, PRESENCES, TERMS } from '../report/vocabulary.ts'
import { readYaml } from '../text/yaml/read.ts'
import { reaches } from '../verdict/reaches.ts'
import { Policy, type PolicyTrouble, REQUIRE } from './policy.ts'

/** What a fact of a policy may be compared with: what such a word is called, and all there are. */
interface Words {
  readonly of: string
  readonly all: readonly string[]
  /** of a map, its keys: then `all` are its values */
  readonly keys?: Words
}

/** The words of each fact that has a closed list of them. */
export function wordsOfFacts(knowledge: Knowledge): Readonly<Record<string, Words>> {
  const terms = { of: 'term', all: TERMS }
  return {
    term: terms,
    floor: terms,
    ceiling: terms,
    clauses: { of: 'kind of clause', all: [...knowledge.clauses.keys()] },
    classes: { of: 'class of licenses', all: LICENSE_CLASSES },
    conflicts: { of: 'kind of conflict', all: CONFLICTS },
    licenses: { of: 'license', all: [...knowledge.licenses.keys(), ...knowledge.spdx.keys()] },
    data: { of: 'stage of the data', all: ['', ...DATA_LADDER] },
    components: { of: 'presence', all: PRESENCES, keys: { of: 'component', all: COMPONENTS } },
    frameworks: { of: 'conclusion', all: [], keys: { of: 'framework', all: frameworkNames() } },
  }
}

/** functions of lists with a name for each of them */
const EACH = /^(?:exists|exists_one|all|filter|map)$/
const SAME = /^(?:in|==|!=)$/

/** What an expression compares a fact with that no such fact ever holds, in words; null where all are known. */
function unknownWord(node: ASTNode, facts: Readonly<Record<string, Words>>): string | null {
  if (node.op === 'call' && node.args[0] === 'atLeast')
    for (const one of node.args[1]) {
      const wrong = compared(one, facts.term, facts)
      if (wrong !== null) return wrong
    }
  if (SAME.test(node.op)) {
    const [left, right] = childrenOf(node)
    const wrong =
      left &&
      right &&
      (compared(left, vocabularyOf(right, facts), facts) ?? compared(right, vocabularyOf(left, facts), facts))
    if (wrong) return wrong
  }
  if (node.op === '[]') {
    const [map, key] = node.args
    const wrong = compared(key, vocabularyOf(map, facts)?.keys, facts)
    if (wrong !== null) return wrong
  }
  if (node.op === 'rcall') {
    const [name, receiver, args] = node.args
    const words = vocabularyOf(receiver, facts)
    const [first, ...rest] = args
    if (EACH.test(name) && words && first?.op === 'id') {
      const inside = { ...facts, [first.args]: words }
      return rest.map(one => unknownWord(one, inside)).find(one => one !== null) ?? null
    }
    if (name === 'startsWith' && words && first?.op === 'value' && typeof first.args === 'string') {
      const begin = first.args
      if (!words.all.some(word => word.startsWith(begin))) return `no ${words.of} begins with "${begin}"`
    }
  }
  return (
    childrenOf(node)
      .map(one => unknownWord(one, facts))
      .find(one => one !== null) ?? null
  )
}

/** The words that what stands there may be. */
function vocabularyOf(node: ASTNode, facts: Readonly<Record<string, Words>>): Words | undefined {
  if (node.op === 'id') return facts[node.args]
  return node.op === '[]' ? vocabularyOf(node.args[0], facts) : undefined
}

/** The literals of a side of a comparison, held against the words of the other. */
function compared(node: ASTNode, words: Words | undefined, facts: Readonly<Record<string, Words>>): string | null {
  if (!words || words.all.length === 0) return null
  if (node.op === 'list') return node.args.map(one => compared(one, words, facts)).find(one => one !== null) ?? null
  if (node.op !== 'value' || typeof node.args !== 'string' || words.all.includes(node.args)) return null
  // a license that is not known goes by the name it has in a release
  if (words === facts.licenses && /\s/.test(node.args)) return null
  return `"${node.args}" is no ${words.of}: ${nearestTo(node.args, words)}`
}

/** Those that a word may have been meant for: with a part of it, else all where there are few. */
function nearestTo(word: string, { all }: Words): string {
  const parts = word
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(part => part.length > 2)
  const near = all.filter(one => parts.some(part => one.includes(part)))
  const shown = near.length > 0 ? near : all
  return shown.length > MOST_SHOWN
    ? `give one such as ${shown.slice(0, MOST_SHOWN).join(', ')}`
    : `give one of ${shown.join(', ')}`
}
const MOST_SHOWN = 9

const isNode = (value: unknown): value is ASTNode => typeof value === 'object' && value !== null && 'op' in value

/** The nodes below one, however its operator keeps them. */
function childrenOf({ args }: ASTNode): readonly ASTNode[] {
  const all: unknown[] = Array.isArray(args) ? args.flat(2) : [args]
  return all.filter(isNode)
}

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
