import type { LegalFiles } from '../../knowledge/legal-files.ts'
import { legalNameOf } from '../../knowledge/legal-names.ts'
import type { GivenText } from '../../licenses/given/given.ts'
import { wantedAs } from '../../release/wanted.ts'

/**
 * What a text is read as, by the name of its file: a card or another document is prose in which a license may stand.
 */
export function givenAs(path: string, legal: LegalFiles): GivenText['as'] {
  if (legalNameOf(path, legal)?.role === 'policy') return 'policy'
  return wantedAs(path.slice(path.lastIndexOf('/') + 1), legal) === 'card' ? 'prose' : 'legal'
}
