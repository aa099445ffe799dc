import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import { approvedIn } from '@unwash/core/licenses/account/approved'
import { rememberShipped } from '@unwash/core/licenses/clauses/shipped'
import { buildIndex, decodeFingerprints } from '@unwash/core/licenses/identity/index'
import type { Known } from '@unwash/core/licenses/known'
import { secondOpinion } from '@unwash/core/licenses/second-reader/index'
import {
  digestOf,
  loadFingerprints,
  loadKnowledge,
  loadLicenseKnowledge,
  readBuilt,
  readFindings,
  VERSION,
} from '@unwash/knowledge/load'

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
