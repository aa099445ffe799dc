import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import { readByInWords } from '@unwash/core/readings/power'
import type { Report, Term } from '@unwash/core/report/report'
import type { TermId } from '@unwash/core/report/vocabulary'
import { CONCLUSION_LABELS } from './words/labels.ts'
import { type Lines, originalOf } from './words/signers.ts'

/** Names for the ids in a report; an id that is not known stands for itself. */
export type Names = ReturnType<typeof knownNames>

/** The names that the knowledge gives. */
export function knownNames(
  knowledge: Pick<Knowledge, 'terms' | 'licenses' | 'clauses' | 'frameworks' | 'spdx' | 'hosts'>,
) {
  const own = (id: TermId) => knowledge.terms.get(id)?.origin === 'own'
  const short = (id: string) => {
    const [spdx, ...others] = knowledge.licenses.get(id)?.spdx ?? []
    if (spdx && others.length === 0) return spdx
    // a reference to a text of the release is best known by its name, where that has letters an id may have
    const name = id.replace(/^LicenseRef-/, '')
    return /[a-z0-9]/i.test(name) ? name : 'its own license'
  }
  const named = (id: string) => id.split(' AND ').map(short).join(' and ')
  const spelled = (id: string) => {
    const known = knowledge.licenses.get(id)
    const [spdx, ...others] = known?.spdx ?? []
    if (spdx && others.length === 0) return spdx
    if (known?.reference) return known.reference
    const named = id.replace(/^LicenseRef-/, '').replace(/[^A-Za-z0-9.-]+/g, '-')
    return knowledge.spdx.has(id) ? id : `LicenseRef-${/[A-Za-z0-9]/.test(named) ? named : 'its-own'}`
  }
  const requirements = new Map(
    [...knowledge.frameworks.values()].flatMap(({ requirements }) => requirements.map(one => [one.id, one])),
  )
  return {
    /** whether the term is a word of unwash's own */
    own,
    /** a license, or several joined by AND, as an SPDX license expression; null where none is named */
    expression: (id: string) =>
      id === 'NONE' || id === 'NOASSERTION' ? null : id.split(' AND ').map(spelled).join(' AND '),
    /** what stands beside the label of a term for whoever does not know it; null where nothing need */
    beside: (id: TermId) => knowledge.terms.get(id)?.beside ?? null,
    /** the label of an honest term, with a `*` when it is a word of unwash's own */
    term: (id: TermId) => `${knowledge.terms.get(id)?.label ?? id}${own(id) ? ' *' : ''}`,
    /** how far a term is proven, after its label: nothing, who read it so, ", presumed" or ", not proven" */
    proof: ({ id, floor, basis, readBy }: Pick<Term, 'id' | 'floor' | 'basis' | 'readBy'>) =>
      readBy ? `, ${readByInWords(readBy)}` : floor === id ? '' : basis === 'presumed' ? ', presumed' : ', not proven',
    /** a license in short: its SPDX id where there is exactly one; several joined by AND each in short */
    license: named,
    /** a license as concluded, in words where there is none or it is not known */
    concluded: (id: string) => (id === 'NONE' ? 'no license' : id === 'NOASSERTION' ? 'license not known' : named(id)),
    /** a license by its full name, or null */
    licenseName: (id: string) => knowledge.licenses.get(id)?.name ?? knowledge.spdx.get(id)?.name ?? null,
    clause: (kind: string) => knowledge.clauses.get(kind)?.name ?? kind,
    /** what a kind of clause is, in a sentence or two; null where the kind is not known */
    clauseAbout: (kind: string) => {
      const known = knowledge.clauses.get(kind)
      return known ? [known.definition, known.looksFor].filter(Boolean).join(' ') : null
    },
    /** what a framework comes to */
    conclusion: (id: string) => CONCLUSION_LABELS[id] ?? id,
    framework: (id: string) => knowledge.frameworks.get(id)?.name ?? id,
    /** a framework where there is little room */
    short: (id: string) => knowledge.frameworks.get(id)?.short ?? knowledge.frameworks.get(id)?.name ?? id,
    /** what a framework says of itself, such as whose reading it is; null where it says nothing */
    frameworkNote: (id: string) => knowledge.frameworks.get(id)?.note ?? null,
    /**
     * a requirement of a framework: which group it is in, and the words of law it rests on; null where it is not known
     */
    requirement: (id: string) => requirements.get(id) ?? null,
    /** the address of a file of a release where its publisher has it, at the revision that was read; null elsewhere */
    original: (release: Report['release'], at: Lines) => originalOf(release, at, knowledge.hosts.views),
    /** whether what a kind of clause asks for goes with each copy */
    carried: (kind: string) => knowledge.clauses.get(kind)?.obligation?.carried !== undefined,
    /** whether a requirement's answer is said in words, and not only counted */
    told: (id: string) => requirements.get(id)?.told === true,
  }
}
