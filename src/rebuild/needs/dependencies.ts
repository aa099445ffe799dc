import { depth, fileName } from '../../evidence/paths.ts'
import type { Case } from '../../licensing/index.ts'
import { type Found, notFound } from '../found.ts'

const LOCKED =
  /^(?:uv\.lock|poetry\.lock|pdm\.lock|conda-lock\.ya?ml|pipfile\.lock|requirements[\w.-]{0,20}lock\.txt)$/i
const NAMED =
  /^(?:requirements[\w.-]{0,40}\.txt|pyproject\.toml|setup\.(?:py|cfg)|environment[\w.-]{0,20}\.ya?ml|pipfile|dockerfile(?:\.\w{1,20})?)$/i

/** The programs that the training needs, and whether their versions are named. */
export function dependencies({ evidence }: Case): Found {
  const { release } = evidence
  const files = [...release.files].sort((one, other) => depth(one.path) - depth(other.path))
  const locked = files.find(({ path }) => LOCKED.test(fileName(path)))
  if (locked)
    return {
      presence: 'released',
      says: `${locked.path} fixes the versions of what the code needs.`,
      cited: [{ path: locked.path }],
    }
  const named = files.find(({ path }) => NAMED.test(fileName(path)))
  if (!named) return notFound(evidence, 'a list of what the code needs')
  const lines = release.texts.get(named.path)?.content.split('\n') ?? []
  const packages = /\.txt$/i.test(named.path) ? lines.filter(line => /^\s{0,8}[A-Za-z]/.test(line)) : []
  const fixed = packages.filter(line => line.slice(0, 300).includes('=='))
  const says =
    packages.length === 0
      ? `${named.path} names what the code needs.`
      : `${named.path} names what the code needs: ${fixed.length} of ${packages.length} with their exact version.`
  return { presence: 'released', says, cited: [{ path: named.path }] }
}
