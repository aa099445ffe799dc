import { KIND } from '@unwash/core/release/kind'
import { readSmall } from '../files/head.ts'

/** how an evidence file begins, whoever laid its spaces out anew */
const BEGINNING = new RegExp(`^\\s{0,16}\\{\\s{0,16}"kind"\\s{0,4}:\\s{0,4}"${KIND}"`)

/** Whether a file begins as evidence does; whether it holds is for who reads it. */
export async function isEvidence(path: string): Promise<boolean> {
  const beginning = await readSmall(path, 128)
  return beginning !== null && BEGINNING.test(beginning)
}
