import type { Line } from '../page.ts'
import type { SectionOf } from './section.ts'

/** A publisher's reply, or a correction that was upheld, with date and outcome. */
export const corrections: SectionOf = ({ corrections: all }) =>
  all.length === 0
    ? null
    : {
        heading: 'Corrections and replies',
        blocks: [
          {
            kind: 'list',
            items: all.map((entry): [Line] => [
              [`${entry.date}: ${entry.says} (${[entry.outcome, ...(entry.about ?? [])].join(', ')})`],
            ]),
          },
        ],
      }
