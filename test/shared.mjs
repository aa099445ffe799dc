// Material of others that tests and measurements use where it is there: license texts, schemas, a corpus. It lies in
// the folder that UNWASH_SHARED names, else in `shared` beside the repository.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const SHARED = process.env.UNWASH_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url))

export function shared(path, what) {
  const at = join(SHARED, path)
  if (existsSync(at)) return at
  console.warn(`${what}: skipped, ${path} is not in ${SHARED} (UNWASH_SHARED names another folder)`)
  return null
}

export function sharedSchema(path) {
  const at = shared(path, `the schema ${path.replace(/^.*\//, '')}`)
  return at && JSON.parse(readFileSync(at, 'utf8'))
}

export function sharedLicenses(most) {
  const folder = shared('licenses', 'other license texts')
  const paths = folder ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  return paths
    .filter(path => path.endsWith('.txt'))
    .slice(0, most)
    .map(path => [path.slice(0, -4), readFileSync(join(folder, path), 'utf8')])
}
