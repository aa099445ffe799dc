import { citeLines } from '../../documents/cite.ts'
import { HERE } from '../../evidence/evidence.ts'
import type { Evidence } from '../../evidence/index.ts'
import { isCard, isReadme } from '../../evidence/paths.ts'
import type { LegalFiles } from '../../knowledge/legal-files.ts'
import { legalNameOf } from '../../knowledge/legal-names.ts'
import type { LicenseReading } from '../../licenses/reading.ts'
import type { Text } from '../../release/release.ts'
import type { Cited, Clause, LineageStep } from '../../report/report.ts'
import type { Relation } from '../../report/vocabulary.ts'
import { lettersOf } from '../../text/letters.ts'

type Travelling = LineageStep['travels'][number]
type Seen = Omit<Travelling, 'clause'>

interface TraveledPlace {
  readonly evidence: Evidence
  readonly relation: Relation
  readonly legal: LegalFiles
  /** pages on which notices stand */
  readonly notices: readonly Text[]
  /** texts of licenses read in this release */
  readonly texts: readonly LicenseReading[]
}

/** How each duty that goes with derivatives is looked for; a duty that is not here cannot be seen in files. */
const DUTIES_LOOKED_FOR: Readonly<
  Record<string, (clause: Clause, base: LicenseReading, at: TraveledPlace) => Seen | null>
> = {
  'share.attribution_notice': licenseCopy,
  'share.branding': display,
  'share.naming': namePrefix,
  'use.policy_external': policyPassedOn,
}

/** The duties of a base that go with its derivatives, and whether this release shows that they are kept. */
export function travellingDuties(base: LicenseReading, at: TraveledPlace): Travelling[] {
  return base.license.clauses.flatMap(clause => {
    const seen = clause.mode === 'plea' ? null : DUTIES_LOOKED_FOR[clause.kind]?.(clause, base, at)
    return seen ? [{ clause: clause.kind, ...seen }] : []
  })
}

/** A copy of the license among the files. */
function licenseCopy(_: Clause, base: LicenseReading, { evidence, texts }: TraveledPlace): Seen {
  const name = base.license.name ?? base.license.id ?? 'its license'
  const copy = texts.find(
    ({ license }) =>
      license.text !== null &&
      (license.id === base.license.id ||
        (license.match.nearest === base.license.id &&
          license.match.kind !== 'related' &&
          license.match.kind !== 'none')),
  )
  return copy?.license.text
    ? { answer: 'met', because: `A copy of ${name} is here.`, cited: [{ path: copy.license.text.path }] }
    : notSeen(evidence, `No copy of ${name} was seen.`)
}

/** The words that must be shown, on the card or in a notice. */
function display({ parameters }: Clause, _: LicenseReading, { evidence, notices }: TraveledPlace): Seen | null {
  const words = parameters.text
  if (typeof words !== 'string') return null
  const found = lineWith(notices, words)
  return found
    ? { answer: 'met', because: `It shows “${words}”.`, cited: [found] }
    : notSeen(evidence, `“${words}” was not seen.`)
}

/** The name, which must begin as the base's license asks; a mere copy in another format keeps the name it had. */
function namePrefix({ parameters }: Clause, _: LicenseReading, { evidence, relation }: TraveledPlace): Seen | null {
  const prefix = parameters.prefix
  if (typeof prefix !== 'string') return null
  const { name } = evidence.release
  const begins = lettersOf(name).startsWith(lettersOf(prefix))
  if (!begins && relation === 'quantized')
    return {
      answer: 'needs-human',
      because: `Its name does not begin with “${prefix}”; whether a copy in another format needs that needs review.`,
      cited: [...evidence.weights.cited],
    }
  return {
    answer: begins ? 'met' : 'unmet',
    because: `Its name, ${name}, ${begins ? 'begins' : 'does not begin'} with “${prefix}”.`,
    cited: [...evidence.weights.cited],
  }
}

/** The use policy as a file, or its address. */
function policyPassedOn({ parameters }: Clause, _: LicenseReading, { evidence, notices, legal }: TraveledPlace): Seen {
  const file = evidence.release.files.find(({ path }) => legalNameOf(path, legal)?.role === 'policy')
  if (file) return { answer: 'met', because: 'A use policy is here.', cited: [{ path: file.path }] }
  const address = typeof parameters.url === 'string' ? lineWith(notices, parameters.url) : null
  return address
    ? { answer: 'met', because: 'It gives the address of the use policy.', cited: [address] }
    : notSeen(evidence, 'The use policy of the base was not seen.')
}

/** Pages of a release on which notices stand. */
export const noticesOf = (texts: ReadonlyMap<string, Text>): readonly Text[] =>
  [...texts.values()].filter(({ path }) => isReadme(path) || isCard(path) || /(^|\/)notice(\.\w+)?$/i.test(path))

/** The line of a page that has these words. */
export function lineWith(pages: readonly Text[], words: string): Cited[0] | null {
  const wanted = words.toLowerCase()
  const page = pages.find(({ content }) => content.toLowerCase().includes(wanted))
  const lines = page?.content.split('\n') ?? []
  const at = lines.findIndex(line => line.toLowerCase().includes(wanted))
  return page && at >= 0 ? citeLines(page.path, lines, at + 1) : null
}

/** Not there where the weights are here and the listing is whole; else not known: it may be where they are kept. */
function notSeen({ release, documents, weights: { offer } }: Evidence, because: string): Seen {
  const looked = [`${release.files.length} file names`, ...documents.slice(0, 4).map(({ path }) => path)]
  return { answer: release.complete && HERE.has(offer) ? 'unmet' : 'unknown', because, cited: [{ looked }] }
}
