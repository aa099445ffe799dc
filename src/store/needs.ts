import { UnwashError } from '../sources/error.ts'

/** What is missing when a package that only surveys need is not installed. */
const MISSING = 'ERR_MODULE_NOT_FOUND'

/** Loads what needs DuckDB, which an ordinary audit does not: throws an UnwashError that says how to install it. */
export async function needsDuckdb<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null
    if (code !== MISSING || !String(cause).includes('@duckdb/node-api')) throw cause
    const todo = 'run npm install @duckdb/node-api where unwash is installed, with --global if unwash is'
    throw new UnwashError('surveys and dumps need a package that is not installed,', '@duckdb/node-api', todo, {
      cause,
    })
  }
}
