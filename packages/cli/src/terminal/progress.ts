import { plain } from '@unwash/core/text/foreign'
import { ERASE } from './terminal.ts'

interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** Says on a terminal what is going on until the returned function is called; silent into a file. */
export function announce(what: string, stream: Terminal = process.stderr): () => void {
  if (stream.isTTY !== true) return () => {}
  stream.write(`${plain(what).slice(0, (stream.columns ?? 80) - 2)}…`)
  return () => {
    stream.write(ERASE)
  }
}
