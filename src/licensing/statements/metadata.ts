import { cite } from '../../evidence/index.ts'
import { placeholderOf, resolveLink, resolveName } from '../../licenses/names.ts'
import { pathOf } from './pointers.ts'
import { restrictionIn } from './restrictions.ts'
import type { Setting } from './setting.ts'
import { type Statement, state } from './statement.ts'

/** What the metadata states: `license`, with `license_name` and `license_link` where it says "other". */
export function metadataStatements({ evidence, knowledge, legal }: Setting): Statement[] {
  const { licenses, licenseName, licenseLink } = evidence.metadata
  const link = licenseLink ? resolveLink(licenseLink.value, knowledge) : null
  const path = licenseLink ? pathOf(licenseLink.value, legal, evidence.release) : null
  return licenses.flatMap((stated): Statement[] => {
    const placeholder = placeholderOf(stated.value)
    const named = placeholder && licenseName ? resolveName(licenseName.value, knowledge) : null
    const license = placeholder ? (named ?? link) : resolveName(stated.value, knowledge)
    if (placeholder && !license && !licenseName && !licenseLink && placeholder !== 'other') return []
    return [
      state({
        // of a dataset, the data are what the metadata speaks of
        about: evidence.release.hub?.kind === 'dataset' ? ['data', 'all'] : ['all'],
        license,
        path: placeholder ? path : null,
        url: !license && !path && licenseLink ? licenseLink.value : null,
        binds: true,
        via: 'metadata',
        spelled: placeholder ? (licenseName?.value ?? stated.value) : stated.value,
        cited: cite(stated.cited[0], ...(placeholder && licenseName ? licenseName.cited : [])),
      }),
    ]
  })
}

/** more sentences than this are a license, which is read as one */
const MAX_SENTENCES = 40

/** a field of fewer words asks for a name or a place */
const SENTENCE = /\S\s+\S+\s+\S+\s+\S/
/** whoever wants the weights must agree to what the prompt says */
const GATE = { heading: 'license', lead: '', named: false, ofWeights: true, label: true } as const

/** What the prompt before a download demands, where it names no license: who wants the weights must agree to it. */
export function gateStatements({ evidence, known }: Setting): Statement[] {
  const gate = evidence.metadata.form
  const sentences = (gate?.prompt?.text ?? '').replace(/\s+/g, ' ').split(/(?<=[.!?])\s|(?<=[。！？；])/)
  if (!gate || sentences.length > MAX_SENTENCES) return []
  // a box that must be ticked says what whoever ticks it agrees to
  const said = [...sentences, ...gate.fields.filter(field => SENTENCE.test(field))].flatMap(sentence => {
    const restricts = restrictionIn(sentence, GATE, known)
    return restricts ? [{ sentence, restricts }] : []
  })
  const first = said.find(({ restricts }) => restricts.makes !== 'unknown') ?? said[0]
  if (first) {
    const { sentence, restricts } = first
    const spelled = sentence.slice(0, 120)
    return [state({ about: ['weights'], restricts, binds: true, via: 'gate', spelled, cited: gate.cited })]
  }
  return []
}
