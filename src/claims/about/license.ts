import type { ClaimSubject } from '../../knowledge/claim-language.ts'
import type { Speaker } from '../../licensing/statements/statement.ts'
import { readSubject } from '../../licensing/statements/subject.ts'
import type { Tongue } from '../tongue/index.ts'
import type { Hit } from '../tongue/phrases.ts'
import type { Named } from './joined.ts'

/** What the sentence puts under the license; the license alone where it does not say. */
export function ofLicense(
  hit: Hit,
  sentence: string,
  named: readonly Named[],
  { licenseWords }: Tongue,
): readonly ClaimSubject[] {
  const all = named.filter(one => one.end <= hit.end && one.subject !== 'license')
  // "the model is under the Wren License, the code under MIT": what stands before another license is under that
  const later = all.filter(one => !(licenseWords?.test(sentence.slice(one.end, Math.max(one.end, hit.start))) ?? false))
  const before = later.length > 0 ? later : all
  if (before.length === 0) {
    // "MIT-licensed checkpoints"
    const next = named.find(one => one.start >= hit.end && one.start - hit.end <= 2 && one.subject !== 'license')
    if (next) return [next.subject]
    if (isOfAll(sentence.slice(0, hit.start))) return ['all']
    return [NAMED.test(sentence.slice(0, hit.start)) ? 'model' : 'license']
  }
  const close = before.filter(one => sentence.slice(one.end, Math.max(one.end, hit.start)).search(/[;；]/) < 0)
  return close.length === 0 ? ['license'] : [...new Set(close.map(one => one.subject))]
}

/** "this work is licensed under": read as the statements of licenses are. */
const isOfAll = (text: string) => readSubject(text, NOBODY).about.join() === 'all'

const nothing = () => false
const NOBODY: Speaker = { name: '', models: [], title: '', owners: [], isPublisher: nothing, foreign: nothing }

/** a name with a digit or a hyphen in it, or with capitals inside, is a model's more often than anything else */
const NAMED = /(?<![\w/.-])(?=[\w.-]*(?:-|\d|[a-z][A-Z]))[A-Za-z][\w.-]*[A-Za-z\d]/
