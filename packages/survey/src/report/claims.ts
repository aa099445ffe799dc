import { CLAIM_KINDS } from '@unwash/core/report/vocabulary'
import { STANDS } from '../store/query.ts'
import { type AskedFigure, chartRows, checkSeries, drawn, type Figure, NEWEST, termSeries } from './figure.ts'

/** What the kinds of claims say. */
export const CLAIM_LABELS = {
  'open-source': '“open source”',
  'open-weights': '“open weights”',
  'open-model': '“open model”',
  'fully-open': '“fully open”',
  'truly-open': '“truly open”',
  'osi-approved': '“OSI-approved”',
  'open-data': '“open data”',
  'open-training-code': '“open training code”',
  reproducible: '“reproducible”',
  released: 'a part is released',
  'commercial-use': 'commercial use is free',
  unrestricted: 'without restrictions',
  permissive: '“permissive”',
  'named-license': 'a license, by its name',
  'ai-act': 'exempt under the AI Act',
} as const satisfies Record<(typeof CLAIM_KINDS)[number], string>

const inOrder = `list_position([${CLAIM_KINDS.map(kind => `'${kind}'`).join(', ')}], label)`
const labelOf = (kind: string) => CLAIM_KINDS.flatMap(one => (one === kind ? [CLAIM_LABELS[one]] : []))[0] ?? kind

/** What publishers say of their releases, against what was seen. */
export async function claimsAgainstTerms({ ask, names }: AskedFigure): Promise<Figure> {
  const terms = await ask(
    `select * from (select kind as label, term as series, count(distinct r.id) as count
      from claims c join ${NEWEST} r on r.id = c.release group by all) order by ${inOrder}`,
  )
  const checks = await ask(
    `select * from (select kind as label, ${STANDS} as series, count(*) as count
      from claims c join ${NEWEST} r on r.id = c.release group by all) order by ${inOrder}`,
  )
  const heading = 'What is claimed, and what holds'
  if (terms.length === 0) return { id: 'claims', heading, says: ['No claims were found.'], shown: [] }
  const by = 'claim'
  return {
    id: 'claims',
    heading,
    says: [
      'Sentences in which a publisher says something of its own release. Above, releases with such a sentence by ' +
        'the honest term of the release; a release with several kinds is in several rows.',
      'Below, the sentences themselves: contradicted only where even the best reading falls short; a sentence holds ' +
        'only where what is proven suffices, and goes too far where it can be true of the weights alone.',
    ],
    shown: [
      drawn('bars', {
        id: 'claims',
        title: 'Releases by what is claimed and by honest term',
        by,
        series: termSeries(names),
        rows: chartRows(terms, labelOf),
      }),
      drawn('shares', {
        id: 'checks',
        title: 'Sentences by what is claimed and whether it holds',
        by,
        series: checkSeries,
        rows: chartRows(checks, labelOf),
      }),
    ],
  }
}
