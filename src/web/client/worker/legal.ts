import type { Knowledge } from '../../../knowledge/knowledge.ts'

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

export const loadLegalFiles = () => told().legalFiles
export const loadHosts = () => told().hosts
