import type { Knowledge } from './knowledge/knowledge.ts'
import {
  digestOf,
  loadFingerprints,
  loadKnowledge,
  loadLicenseKnowledge,
  readBuilt,
  readFindings,
  VERSION,
} from './knowledge/load.ts'
import { approvedIn } from './licenses/account/approved.ts'
import { rememberShipped } from './licenses/clauses/shipped.ts'
import { buildIndex, decodeFingerprints } from './licenses/identity/index.ts'
import type { Known } from './licenses/known.ts'
import { secondOpinion } from './licenses/second-reader/index.ts'

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
  const learned = readBuilt('second-reader.bin')
  return {
    version: VERSION,
    knowledge,
    catalog: buildIndex(
      files.flatMap(bytes => decodeFingerprints(bytes)),
      () => readBuilt('grams.bin'),
    ),
    memory: rememberShipped(readFindings(), digestOf),
    isApproved: approvedIn(readBuilt('approved.bin')),
    ...(learned ? { second: secondOpinion(learned) } : {}),
  }
}
