/** how a source says that nothing was opened to write the fact down */
const UNSOURCED = /\bfrom memory\b/i

/** a file of a repository at GitHub, as sources name it: `owner/name@revision path` */
const FILE = /^([\w.-]+\/[\w.-]+)(?:@([0-9a-f]{7,40}))? ([\w./+-]+)/

/** Where a person can open the text that facts were read in; undefined where that is not told. */
export function addressOf({ source, links }: { source: string; links: readonly string[] }): string | undefined {
  const [, repository, revision = 'HEAD', path] = FILE.exec(source) ?? []
  if (repository) return `https://github.com/${repository}/blob/${revision}/${path}`
  return links[0] && `https://${links[0]}`
}

/** Whether a fact has a source that a person can open and compare. */
export const isSourced = (source: string): boolean => !UNSOURCED.test(source)
