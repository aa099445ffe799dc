import type { Citation, Report, Requirement } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'

/** signers named one by one; more are counted */
const SIGNERS_NAMED = 2

/** Whose word the term rests on: "signed off by A and B"; null where it rests on nobody's. */
export function signersOf({ term, evaluations }: Pick<Report, 'term' | 'evaluations'>): string | null {
  const ids = term.signedOff ?? []
  if (ids.length === 0) return null
  const signed = evaluations.flatMap(({ requirements }) => requirements.filter(({ id }) => ids.includes(id)))
  const who = [...new Set(signed.flatMap(({ signoff }) => (signoff ? [plain(signoff.who)] : [])))]
  if (who.length === 0) return 'signed off'
  return `signed off by ${who.length > SIGNERS_NAMED ? `${who.length} people` : who.join(' and ')}`
}

/** Whose answer to a requirement it is, when and why; empty where it is the program's. */
export const signoffWords = ({ signoff }: Pick<Requirement, 'signoff'>): string =>
  signoff ? ` (signed off by ${signoff.who} on ${signoff.on}: ${signoff.why})` : ''

/** A file of a release, and lines of it. */
export type Lines = { readonly path: string; readonly line?: number | undefined; readonly endLine?: number }

const steps = (path: string) => path.split('/').map(encodeURIComponent).join('/')

/** The address at which a host shows a file at the revision that was read; null at a place that is not known to. */
export function originalOf(
  { places: [place = ''], revision }: Report['release'],
  { path, line, endLine = line }: Lines,
  views: Readonly<Record<string, string>>,
): string | null {
  const url = URL.canParse(place) ? new URL(place) : null
  const view = url && Object.hasOwn(views, url.host) ? views[url.host] : undefined
  if (url?.protocol !== 'https:' || !view || revision === null) return null
  const repository = url.pathname.replace(/@[^/]*$|\/(?:releases\/|tree\/|blob\/).*$/g, '').replace(/\.git$|\/$/, '')
  const [file = '', at] = view.split('#')
  const filled = file.replace('{revision}', () => steps(revision)).replace('{path}', () => steps(path))
  const lines = line && at ? `#${at.replace('{line}', String(line)).replace('{end}', String(endLine))}` : ''
  return `${url.origin}${repository}${filled}${lines}`
}

/** The file and lines of a citation in a text of the release itself; null for any other. */
export const linesOf = (cited: Citation): Lines | null => ('path' in cited && cited.place === undefined ? cited : null)
