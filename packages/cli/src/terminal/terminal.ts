import { shownOnTerminal } from '@unwash/core/text/foreign'

interface Stream {
  write(chunk: string | Uint8Array, ...rest: readonly unknown[]): unknown
}

/** back to the beginning of the line, which is erased: so begins what is told of progress */
export const ERASE = '\r\u001b[K'

/**
 * Whatever is written to a stream from now on is shown and never obeyed: a word of a release or a hub may be in any
 * message, and each of them would have to think of it.
 */
export function guardTerminal(stream: Stream, { colors }: { readonly colors: boolean }): void {
  const write = stream.write.bind(stream)
  stream.write = (chunk, ...rest) => {
    const text = typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk)
    const erase = text.startsWith(ERASE) ? ERASE : ''
    return write(erase + shownOnTerminal(text.slice(erase.length), colors), ...rest)
  }
}
