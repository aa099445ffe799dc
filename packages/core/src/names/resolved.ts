import type { Knowledge, KnownLicense } from '../knowledge/knowledge.ts'
import type { LicenseClass } from '../report/vocabulary.ts'
import { type Spelling, spellingsOf } from './spellings.ts'
import type { NameTree } from './tree.ts'
import { nameWords } from './words.ts'

/** A license that a name, an id, a link or a badge resolved to. */
export interface ResolvedLicense {
  /** our id, else the SPDX id; of a compound, the ids joined by AND and OR */
  readonly id: string
  readonly name: string
  readonly class: LicenseClass
  readonly osiApproved: boolean
  /** free software, as the Free Software Foundation sees it */
  readonly fsfFree: boolean
  /** null when only the SPDX list knows it, and for compounds */
  readonly known: KnownLicense | null
  /** the SPDX id it was spelled as, else the license's first */
  readonly spdx: string | null
  /** a family or version-less name: which text is meant is not known from the name alone */
  readonly family: boolean
  /** of a compound such as "Apache-2.0 AND MIT" */
  readonly compound: { readonly operator: 'and' | 'or'; readonly parts: readonly ResolvedLicense[] } | null
}

/** What is known of a license id, ours or SPDX's. */
export function resolveId(id: string, spdx: string | null, knowledge: Knowledge): ResolvedLicense | null {
  const known = knowledge.licenses.get(id)
  if (known) {
    return {
      id,
      name: known.name,
      class: known.class,
      osiApproved: known.osiApproved,
      fsfFree: known.fsfFree,
      known,
      spdx: spdx ?? known.spdx[0] ?? null,
      family: known.family,
      compound: null,
    }
  }
  const listed = knowledge.spdx.get(id)
  if (!listed) return null
  const fsfFree = knowledge.fsf.free.includes(id)
  return {
    id,
    name: listed.name,
    // the SPDX list says only whether OSI or the FSF approved it
    class: listed.osiApproved || fsfFree ? 'open-source' : 'unknown',
    osiApproved: listed.osiApproved,
    fsfFree,
    known: null,
    spdx: id,
    family: false,
    compound: null,
  }
}

/** The license whose name a text is, words such as "license" aside. */
export function resolveWords(value: string, knowledge: Knowledge): ResolvedLicense | null {
  let node: NameTree<Spelling> | undefined = spellingsOf(knowledge)
  for (const { text, legal } of nameWords(value)) if (!legal) node = node?.next.get(text)
  const spelling = node?.named[0]
  return spelling ? resolveId(spelling.id, spelling.spdx, knowledge) : null
}
