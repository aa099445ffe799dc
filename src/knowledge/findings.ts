import { hash } from 'node:crypto'
import { readBuilt } from './load.ts'

/** What the build found in the passages of the SPDX texts; null where it is not there. */
export function readFindings(): Uint8Array | null {
  return readBuilt('findings.bin')
}

/** The first 128 bits of the SHA-256 of a text, in hex digits: nobody can write a text that has those of another. */
export const digestOf = (text: string): string => hash('sha256', text, 'hex').slice(0, 32)
