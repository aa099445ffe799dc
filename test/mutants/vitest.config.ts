import { defineConfig, mergeConfig } from 'vitest/config'
import whole from '../../vitest.config.ts'
import { MUTANTS } from './mutants.ts'

/** The tests with one decision turned around: `MUTANT` is its id. The source on the disk stays as it is. */
export default defineConfig(async env => {
  const mutant = MUTANTS.find(({ id }) => id === process.env.MUTANT)
  if (!mutant) throw new Error(`no mutant is called ${process.env.MUTANT}`)
  const plugin = {
    name: 'mutant',
    enforce: 'pre' as const,
    transform: (code: string, id: string) =>
      id.endsWith(`/packages/core/src/${mutant.file}`) ? code.replace(mutant.from, () => mutant.to) : null,
  }
  return mergeConfig(await whole(env), { plugins: [plugin], test: { globalSetup: [] } })
})
