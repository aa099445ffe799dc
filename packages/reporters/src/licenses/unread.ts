import type { License } from '@unwash/core/report/report'
import { count } from '../words/counts.ts'

/** The parts of a text that nobody has understood: of some a reader that has learned says what they may be. */
export const unreadParts = ({ parts = [], text }: License) =>
  text === null ? [] : parts.filter(({ is }) => is === 'unread' || is === 'possible')

/** Whether they decide what the text is called: where it restricts anyway they change no answer. */
export const unreadDecides = ({ class: made }: License): boolean => made === 'unknown' || made === 'open-with-rider'

/** What follows from them. */
export const unreadMeans = (license: License): string =>
  unreadDecides(license)
    ? 'Until someone reads these words, the text is not called open.'
    : `It restricts whatever these say: ${count(unreadParts(license).length, 'part')} of it may restrict more.`
