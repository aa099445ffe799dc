import { digestOf, readFindings } from './knowledge/findings.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import {
  loadFingerprints,
  loadKnowledge,
  loadLicenseKnowledge,
  readBuilt,
  readGrams,
  VERSION,
} from './knowledge/load.ts'
import { approvedIn } from './licenses/account/approved.ts'
import { rememberShipped } from './licenses/clauses/shipped.ts'
import { buildIndex, decodeFingerprints } from './licenses/identity/index.ts'
import type { Known } from './licenses/known.ts'
import { type SecondReader, secondReader } from './licenses/second-reader/index.ts'

let loaded: Promise<Known> | undefined

/** All knowledge and fingerprints, read once. */
export function loadKnown(): Promise<Known> {
  loaded ??= knownWith(loadKnowledge())
  return loaded
}

/** What is known of licenses, without the rest of the pipeline, which `unwash license` need not wait for. */
export const loadKnownLicenses = (): Promise<Known> => knownWith(loadLicenseKnowledge())

async function knownWith(facts: Promise<Knowledge>): Promise<Known> {
  const [knowledge, files] = await Promise.all([facts, loadFingerprints()])
  return {
    version: VERSION,
    knowledge,
    catalog: buildIndex(
      files.flatMap(bytes => decodeFingerprints(bytes)),
      readGrams,
    ),
    memory: rememberShipped(readFindings(), digestOf),
    isApproved: approvedIn(readBuilt('approved.bin')),
    ...secondOpinion(),
  }
}

/** Most texts need no second opinion: what it has learned is read for the first that does. */
function secondOpinion(): Pick<Known, 'second'> {
  const bytes = readBuilt('second-reader.bin')
  if (bytes === null) return {}
  let reader: SecondReader | undefined
  return {
    second: () => {
      reader ??= secondReader(bytes)
      return reader
    },
  }
}
