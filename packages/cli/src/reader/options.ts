import { InvalidArgumentError, Option } from '@commander-js/extra-typings'
import type { Price } from '@unwash/agents/reader/budget'
import { amount, wholeNumber } from '../terminal/numbers.ts'
import type { Around, OpenReader, ReaderFlags } from './index.ts'

const GROUP = 'Asking a language model (nothing is sent without --reader):'

const options = (): readonly Option[] => [
  new Option(
    '--reader [provider:model]',
    'ask it what could not be decided: openai:NAME, ollama:NAME, llamacpp:NAME, vllm:NAME or https://host/v1#NAME; ' +
      'alone: the one that UNWASH_READER names',
  ),
  new Option('--max-questions <number>', 'ask no more than so many').argParser(wholeNumber(999_999)).default(100),
  new Option('--price <in,out>', 'what a million tokens cost, sent and answered').argParser(price),
  new Option('--max-cost <amount>', 'with --price: spend no more than that').argParser(amount),
  new Option('--batch', 'the questions about one sentence in one request'),
  new Option('--yes', 'send without being asked first, as in CI'),
  new Option('--dry-run', 'print what would be sent, and send nothing'),
  new Option('--no-cache', 'neither take answers that were given before, nor keep these'),
]

/** Adds what a command needs that may ask a language model. */
export function withReader<Given extends { addOption(option: Option): unknown }>(command: Given): Given {
  for (const option of options()) command.addOption(option.helpGroup(GROUP))
  return command
}

/** What was given of these options. */
export const readerFlags = (command: { opts(): object }): ReaderFlags => command.opts() as ReaderFlags

function price(words: string): Price {
  const [, sent, answered] = /^([\d.]+),([\d.]+)$/.exec(words) ?? []
  if (sent === undefined || answered === undefined)
    throw new InvalidArgumentError('Give what a million tokens cost, sent and answered, such as 0.15,0.60.')
  return { in: amount(sent), out: amount(answered) }
}

/** The model that flags name, loaded where they name one; undefined where none is asked for. */
export async function modelOf(flags: ReaderFlags | undefined, around: Around): Promise<OpenReader | undefined> {
  if (flags === undefined || (flags.reader === undefined && !flags.dryRun)) return undefined
  const { openReader } = await import('./index.ts')
  return openReader(flags, around)
}
