import { Option } from '@commander-js/extra-typings'
import { wholeNumber } from './terminal/numbers.ts'

/** Options that several commands have. */

/** How something is shown. */
export const format = <Formats extends readonly string[]>(formats: Formats, says = 'how to show it') =>
  new Option('--format <format>', says).choices(formats).default('terminal')

/** A use that is stated. */
export const uses = (says: string) => new Option('--use <use>', says)

/** How a release is called. */
export const named = () => new Option('--name <org/model>', 'what the release is called, where its folder does not say')

/** A day gone by. */
export const onDay = () => new Option('--on <day>', 'read it as of a day gone by, where it keeps its history')

/** What `--offline` says. */
export const OFFLINE = 'read what a hub gave before, and ask nothing'

/** How many audits are made at the same time. */
export const threads = () =>
  new Option('--threads <number>', 'audits at the same time; one for each processor').argParser(wholeNumber(256))

/** How long one release may take. */
export const limit = () =>
  new Option('--limit <seconds>', 'for one release; 120 unless told').argParser(wholeNumber(86_400))
