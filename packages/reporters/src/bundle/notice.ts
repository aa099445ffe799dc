import { noticeLines } from '@unwash/core/fix/notice'
import type { Carried, CarriedText, Terms } from './texts.ts'

/**
 * The notice: what the model is, whose, from where, under which terms, made from what; the lines and words that the
 * terms ask for; its own copyright lines and notices as they stand.
 */
export function noticeText(carried: Carried, notices: readonly CarriedText[]): string {
  const { report, knowledge, terms, purpose } = carried
  const { release, lineage } = report
  const lines = terms.flatMap(({ license }) => noticeLines(license.id, knowledge))
  const words = wordsAsked(terms)
  const parts = [
    [
      carried.name,
      ...(release.publisher === null ? [] : [`by ${release.publisher}`]),
      ...(carried.from === null ? [] : [carried.from]),
      ...(release.revision === null ? [] : [`revision ${release.revision}`]),
      ...terms.filter(({ base, license }) => base === null && isNamed(license)).map(underTerms),
      ...(terms.length > 0 ? ['These licenses say which warranties are disclaimed.'] : []),
      ...(purpose === 'fine-tune' ? ['It was changed: see CHANGES.md.'] : []),
    ].join('\n'),
    ...lines,
    ...words,
    ...(lineage.length > 0
      ? [['It is made from:', ...lineage.map(({ model }) => `- ${madeFrom(model, terms)}`)].join('\n')]
      : []),
    ...(terms.flatMap(one => holdersIn(one, carried)).length > 0
      ? [[...new Set(terms.flatMap(one => holdersIn(one, carried)))].join('\n')]
      : []),
    ...notices.map(({ content }) => content.trim()),
  ]
  return `${[...new Set(parts)].join('\n\n')}\n`
}

/** Words of the publisher that a product or page has to show. */
export const wordsAsked = (terms: readonly Terms[]): string[] => [
  ...new Set(terms.flatMap(one => parameter(one, 'text'))),
]

/** What clauses that ask something, or name what they ask, have under a name. */
export const parameter = ({ license }: Terms, name: string): string[] =>
  license.clauses.flatMap(({ mode, parameters }) => {
    const value = parameters[name]
    return mode === 'duty' && typeof value === 'string' && value !== '' ? value : []
  })

/** A sentence of the card limits, and is no license of its own. */
const isNamed = ({ id, text }: Terms['license']) => id !== null || text !== null

function underTerms({ license, name, files, url }: Terms): string {
  const where = [...files, ...(url === null ? [] : [url])].join(', ')
  const parts = license.covers.includes('weights') ? 'The model' : license.covers.join(', ')
  return `${parts}: under ${name}${where === '' ? '' : ` (${where})`}`
}

function madeFrom(model: string, terms: readonly Terms[]): string {
  const own = terms.find(({ base }) => base === model)
  return own ? `${model}, under ${own.name}${own.url === null ? '' : ` (${own.url})`}` : model
}

/** The lines of a text that say who holds the copyright, as they stand. */
function holdersIn({ license }: Terms, { textOf }: Carried): string[] {
  const { text, parts } = license
  const lines = (text && textOf(text.path, text.place)?.split('\n')) ?? []
  return (parts ?? []).flatMap(({ is, line, endLine }) =>
    is === 'holder' ? lines.slice(line - 1, endLine).map(one => one.trim()) : [],
  )
}
