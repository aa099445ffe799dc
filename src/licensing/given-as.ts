import type { GivenText } from '../licenses/given/given.ts'
import { wantedAs } from '../sources/wanted.ts'
import { isPolicy } from './files.ts'

/** What a text is read as, by the name of its file: a card or another document is prose in which a license may stand. */
export function givenAs(path: string): GivenText['as'] {
  if (isPolicy(path)) return 'policy'
  return wantedAs(path.slice(path.lastIndexOf('/') + 1)) === 'card' ? 'prose' : 'legal'
}
