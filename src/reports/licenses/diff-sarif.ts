import type { Change, LicenseDiff } from '../../licenses/changes/change.ts'
import { shortHash } from '../../verdict/findings.ts'
import { plain } from '../foreign.ts'
import { inJson } from '../json.ts'
import { locationOf } from './sarif.ts'

/** For code scanning: a result for every change from one license text to another, at its place in the new one (SARIF 2.1.0). */
export function diffSarif({ changes }: LicenseDiff, version: string): string {
  const rules = [...new Set(changes.map(ruleOf))]
  return inJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'unwash',
            version,
            rules: rules.map(id => ({ id, shortDescription: { text: RULES[id] ?? id } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: changes.map(change => setChange(change, rules)),
      },
    ],
  })
}

const RULES: Readonly<Record<string, string>> = {
  'change.class': 'The class of the license changed',
  'change.clause': 'A clause came, went or changed',
  'change.grant': 'A grant came or went',
  'change.definition': 'A definition answers differently',
}

const ruleOf = ({ about }: Change): string => `change.${about}`

/** What is gone is shown where it stood. */
function setChange(change: Change, rules: readonly string[]): object {
  const ruleId = ruleOf(change)
  const [places, others] = change.after.length > 0 ? [change.after, change.before] : [change.before, []]
  const locations = places.flatMap(cited => locationOf(cited) ?? [])
  const relatedLocations = others.flatMap(cited => locationOf(cited) ?? [])
  return {
    ruleId,
    ruleIndex: rules.indexOf(ruleId),
    kind: change.about === 'definition' || change.about === 'class' ? 'review' : 'informational',
    level: 'none',
    message: { text: plain(change.says) },
    ...(locations.length > 0 ? { locations } : {}),
    ...(relatedLocations.length > 0 ? { relatedLocations } : {}),
    properties: { how: change.how, of: change.id },
    partialFingerprints: { 'unwash/v1': shortHash(`${ruleId} ${change.id} ${change.how} ${change.says}`) },
  }
}
