import { ONE } from '../../plots/index.ts'
import { TERMS } from '../../vocabulary.ts'
import { type Asking, counted, type Figure, NEWEST } from './figure.ts'

/** Releases by their honest term. */
export async function termsNow({ ask, names, releases, knowledge }: Asking): Promise<Figure> {
  const rows = await ask(
    `select term, count(*) as count, sum(downloads) as downloads, count(downloads) as known from ${NEWEST} group by term`,
  )
  const found = TERMS.map(term => ({ term, row: rows.find(row => row.term === term) })).filter(({ row }) => row)
  const downloads = found.some(({ row }) => Number(row?.known ?? 0) > 0)
  const one = (id: string, unit: string, column: 'count' | 'downloads', title: string) => ({
    as: 'bars' as const,
    chart: {
      id,
      title,
      unit,
      by: 'honest term',
      series: [{ id: 'count', label: unit, tone: ONE }],
      rows: found.map(({ term, row }) => ({ label: names.term(term), values: { count: Number(row?.[column] ?? 0) } })),
    },
  })
  const meaning = found.map(({ term }) => [names.term(term), knowledge.terms.get(term)?.meaning ?? ''])
  return {
    id: 'terms',
    heading: 'The honest term for what is released',
    says: [
      `The term that is proven for each of ${counted(releases)} releases, from the most open to the least. A term marked * is a word of unwash’s own; the others are of the G7 vision of May 2026.`,
    ],
    shown: [
      one('terms', 'releases', 'count', 'Releases by honest term'),
      ...(downloads ? [one('terms-downloads', 'downloads', 'downloads', 'Downloads by honest term')] : []),
      { as: 'table', caption: 'What the terms mean', head: ['term', 'meaning'], rows: meaning },
    ],
  }
}
