import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { explain } from '../../../reports/explain/index.ts'
import { capital } from '../../../reports/words/counts.ts'
import { TERMS } from '../../../vocabulary.ts'
import { termAddress } from '../../addresses.ts'
import type { WebPage } from '../layout.tsx'
import { type Bearing, Known } from './known.tsx'

/** What an honest term means, when a release is called so, and which are. */
export function termPage(id: string, knowledge: Knowledge, bearing: Bearing | null): WebPage | null {
  const term = TERMS.find(one => one === id)
  const known = term ? knowledge.terms.get(term) : undefined
  const page = known ? explain(known.id, knowledge) : null
  if (!known || !page) return null
  return {
    frame: { title: known.label, description: capital(known.meaning), address: termAddress(id) },
    content: <Known page={page} bearing={bearing} />,
  }
}
