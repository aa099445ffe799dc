import { type Paint, unpainted } from '@unwash/reporters/terminal/paint'
import colors from 'yoctocolors'

const painted: Paint = {
  plain: text => text,
  strong: colors.bold,
  faint: colors.dim,
  code: colors.cyan,
  place: colors.cyan,
  good: colors.green,
  bad: colors.red,
  ask: colors.yellow,
  title: text => colors.bold(colors.underline(text)),
  heading: colors.bold,
}

/** Colors for a stream: none into a pipe or with NO_COLOR (no-color.org), unless FORCE_COLOR asks for them. */
export function paintFor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Paint {
  const { FORCE_COLOR: force, NO_COLOR: no } = environment
  if (force !== undefined) return force === '0' || force === 'false' ? unpainted : painted
  if (no !== undefined && no !== '') return unpainted
  return stream.isTTY === true ? painted : unpainted
}
