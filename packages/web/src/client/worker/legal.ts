import type { Knowledge } from '@unwash/core/knowledge/knowledge'

/** In the place of what reads knowledge from files (`knowledge/load.ts`): what came to the page. */

let known: Pick<Knowledge, 'legalFiles' | 'hosts'> | undefined

/** Tells what was fetched to those who ask for it. */
export function tell(knowledge: Pick<Knowledge, 'legalFiles' | 'hosts'>): void {
  known = knowledge
}

const told = () => {
  if (known === undefined) throw new Error('what is known did not come yet')
  return known
}

/** What came of names of legal files. */
export const loadLegalFiles = () => told().legalFiles
/** What came of hosts. */
export const loadHosts = () => told().hosts
