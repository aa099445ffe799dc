import { type Asking, counted, type Figure } from './figure.ts'

const KINDS: Readonly<Record<string, string>> = {
  unreadable: 'nothing could be read',
  time: 'it took too long',
  memory: 'it took too much memory',
  bug: 'a bug in unwash',
  lost: 'it ended every process that read it',
}

/** What could not be read: it is missing from every number above. */
export async function failures({ ask }: Asking): Promise<Figure> {
  const rows = await ask(
    'select kind, count(distinct target) as count from failures group by kind order by count desc, kind',
  )
  const total = rows.reduce((sum, { count }) => sum + Number(count), 0)
  return {
    id: 'failures',
    heading: 'What could not be read',
    says: [
      total === 0
        ? 'Every target of the survey could be read.'
        : `${counted(total)} targets could not be read, and are in none of the numbers above.`,
    ],
    shown:
      total === 0
        ? []
        : [
            {
              as: 'table',
              caption: 'Targets that failed, by reason',
              head: ['reason', 'targets'],
              rows: rows.map(({ kind, count }) => [KINDS[String(kind)] ?? String(kind), counted(Number(count))]),
            },
          ],
  }
}
