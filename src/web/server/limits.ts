/** The limits of the server on what is asked of it. Sizes in bytes, times in milliseconds. */

/** a long license is 60 KB and a long announcement 100 KB; several may come at once */
export const BODY = 2 * 1024 * 1024
/** a form names one release */
export const FORM = 10_000
/** a form of answers has an id, or a path, for each */
export const ANSWERS = 64_000
/** texts in one question */
export const TEXTS = 20
/** releases side by side */
export const COMPARED = 5
/** an answer that streams events ends by then; the client asks again */
export const EVENTS_TIME = 10 * 60_000
/** streams of events at once */
export const EVENTS = 200
