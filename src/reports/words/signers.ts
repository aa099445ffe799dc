import type { Report, Requirement } from '../../report.ts'
import { plain } from './foreign.ts'

/** signers named one by one; more are counted */
const NAMED = 2

/** Whose word the term rests on: "signed off by A and B"; null where it rests on nobody's. */
export function signersOf({ term, evaluations }: Pick<Report, 'term' | 'evaluations'>): string | null {
  const ids = term.signedOff ?? []
  if (ids.length === 0) return null
  const signed = evaluations.flatMap(({ requirements }) => requirements.filter(({ id }) => ids.includes(id)))
  const who = [...new Set(signed.flatMap(({ signoff }) => (signoff ? [plain(signoff.who)] : [])))]
  if (who.length === 0) return 'signed off'
  return `signed off by ${who.length > NAMED ? `${who.length} people` : who.join(' and ')}`
}

/** Whose answer to a requirement it is, when and why; empty where it is the program's. */
export const signoffWords = ({ signoff }: Pick<Requirement, 'signoff'>): string =>
  signoff ? ` (signed off by ${signoff.who} on ${signoff.on}: ${signoff.why})` : ''
