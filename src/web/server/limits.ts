/** The limits of the server on what is asked of it. Sizes in bytes, times in milliseconds. */

/** a long license is 60 KB and a long announcement 100 KB; several may come at once */
export const BODY = 2 * 1024 * 1024
/** a form names one release */
export const FORM = 10_000
/** texts in one question */
export const TEXTS = 20
/** releases side by side */
export const COMPARED = 5
/** headers must have come by then (CWE-400: slow headers) */
export const HEADERS_TIME = 10_000
/** the whole question must have come by then (slow body) */
export const QUESTION_TIME = 20_000
/** a connection waits so long for the next question: longer than a proxy before it keeps one, or it would be cut in its hands */
export const IDLE_TIME = 65_000
/** connections at once; more are turned away by the system */
export const CONNECTIONS = 1_000
/** what is under way when the server is told to end has so long to end: as long as a text may take to be read */
export const ENDING_TIME = 30_000
/** an answer that streams events ends by then; the client asks again */
export const EVENTS_TIME = 10 * 60_000
/** streams of events at once */
export const EVENTS = 200
