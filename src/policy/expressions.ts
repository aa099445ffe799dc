import { Environment } from '@marcbachmann/cel-js'
import type { Report } from '../report.ts'
import { reaches } from '../verdict/reaches.ts'
import { TERMS } from '../vocabulary.ts'
import { FACTS } from './facts.ts'

/** deeper or longer than any rule a person writes */
const LIMITS = { maxAstNodes: 1_000, maxDepth: 60 }

/** Whether an expression holds for a release. */
export type Expression = (report: Report) => boolean

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
export function compileExpression(source: string): Expression | { readonly wrong: string } {
  const checked = environment().check(source)
  if (!checked.valid) return { wrong: checked.error?.message ?? 'it cannot be read' }
  if (checked.type !== 'bool') return { wrong: `it gives ${checked.type}, and a rule must give bool` }
  const unknown = TERM_WORDS.exec(source)?.[2]
  if (unknown !== undefined && !isTerm(unknown))
    return { wrong: `"${unknown}" is no term: give one of ${TERMS.join(', ')}` }
  const run = environment().parse(source)
  return report => run(contextOf(report)) === true
}

/** a term that is compared with, as it is written in an expression */
const TERM_WORDS = /\b(atLeast\([^,]{1,60},|(?:term|floor|ceiling) [!=]=)\s*["']([^"']{0,60})["']/

const isTerm = (word: string) => TERMS.some(term => term === word)

const contextOf = (report: Report) =>
  Object.fromEntries(Object.entries(FACTS).map(([name, { of }]) => [name, of(report)]))

function atLeast(term: string, required: string): boolean {
  const [is, asked] = [term, required].map(word => TERMS.find(known => known === word))
  return is !== undefined && asked !== undefined && reaches(is, asked)
}
