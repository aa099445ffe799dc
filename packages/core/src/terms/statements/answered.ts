import type { LegalFile } from '../../evidence/legal/index.ts'
import type { Answers } from '../../readings/answers.ts'
import type { Cited } from '../../report/report.ts'
import { type Statement, state } from './statement.ts'

const isOfWeights = ({ about }: Statement) => about.some(one => one === 'weights' || one === 'all' || one === 'others')

/**
 * What a release states, as somebody read it: which files of terms are for the weights, and which terms they are under.
 * These stand in place of what else is said of the weights; sentences that take something stay.
 */
export function asAnswered(said: readonly Statement[], answers: Answers, legal: readonly LegalFile[]): Statement[] {
  const told = (about: 'weights' | 'code', spelled: string, path: string | null, cited: Cited) =>
    state({ about: [about], path, binds: true, via: 'prose', spelled, cited })
  const files = legal.flatMap(({ path }) =>
    answers.of('about', path) === 'weights' ? [told('weights', path, path, [{ path }])] : [],
  )
  const binds = answers.of('binds', '')
  if (binds === undefined) return [...said, ...files]
  const isThat = ({ path, license }: Statement) => path === binds || license?.id === binds
  const rest = said.filter(one => one.restricts || one.models.length > 0 || !isOfWeights(one) || isThat(one))
  const file = legal.find(({ path }) => path === binds)
  if (file) return [...rest, ...files, told('weights', binds, binds, [{ path: binds }])]
  const named = said.find(isThat)
  if (named) return [...rest, ...files, { ...told('weights', binds, null, named.cited), license: named.license }]
  // none of them: what lies at the root is for the code
  const roots = legal.filter(({ standing, covers }) => standing === 'root' && covers.length === 0)
  return [...rest, ...files, ...roots.map(({ path }) => told('code', path, path, [{ path }]))]
}
