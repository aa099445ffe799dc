import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { License, LineageStep, Wording } from '../../report/report.ts'
import { isDerived } from '../../report/vocabulary.ts'
import { type Facts, licenseName, licensesOf } from '../facts.ts'

/** how a hub's card calls a way of being made from a base; of others it has no word */
const RELATIONS: Readonly<Record<string, string>> = {
  finetune: 'finetune',
  adapter: 'adapter',
  merge: 'merge',
  quantized: 'quantized',
}

/** ways to stand to a base that leave the license of what was made from it open */
const UNSETTLED: ReadonlySet<string> = new Set(['wider', 'missing', 'incompatible'])

/**
 * What a card's front matter should say, by the hubs' keys: the license of the weights, and what they were made from.
 */
export function cardOf(facts: Facts, all: readonly LineageStep[], knowledge: Knowledge): Wording['card'] {
  const lineage = all.filter(isDerived)
  const bases = [...new Set(lineage.map(step => step.model).filter(model => /^[\w.-]+\/[\w.-]+$/.test(model)))]
  const relations = [...new Set(lineage.map(step => step.relation))]
  const relation = relations.length === 1 && bases.length > 0 ? RELATIONS[relations[0] ?? ''] : undefined
  return {
    // where the terms of a base are not kept, its publisher has to settle first which license it is
    ...(lineage.some(step => UNSETTLED.has(step.stands)) ? {} : licenseKeys(ownOf(facts, lineage), knowledge)),
    ...(bases.length === 0 ? {} : { base_model: bases.length === 1 ? (bases[0] ?? '') : bases }),
    ...(relation ? { base_model_relation: relation } : {}),
  }
}

/** The licenses the publisher put the weights under, without those that only come with a base. */
function ownOf(facts: Facts, lineage: readonly LineageStep[]): readonly License[] {
  const inherited = new Set(lineage.map(step => step.license))
  return licensesOf(facts, 'weights').filter(license => license.text !== null || !inherited.has(license.id ?? ''))
}

function licenseKeys(licenses: readonly License[], knowledge: Knowledge): Wording['card'] {
  const [first, ...others] = licenses
  if (!first) return {}
  const tag = first.id === null ? undefined : knowledge.licenses.get(first.id)?.huggingFace[0]
  if (tag !== undefined && others.length === 0) return { license: tag }
  return {
    license: 'other',
    license_name: slug(licenseName(first)),
    ...(first.text ? { license_link: first.text.path } : {}),
  }
}

/** As hubs want the name of a license: lower case, without spaces. */
const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.+]+/gu, '-')
    .replace(/^-|-$/g, '')
