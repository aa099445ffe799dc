import { citeMetadata, quoteSentence } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import { furtherCards } from '../../evidence/cards.ts'
import type { Metadata } from '../../evidence/evidence.ts'
import { citeHub } from '../../evidence/hub.ts'
import { cite } from '../../evidence/index.ts'
import { statedIn } from '../../evidence/metadata.ts'
import { isMain } from '../../evidence/weights.ts'
import type { Known } from '../../licenses/known.ts'
import { placeholderOf, resolveLink, resolveName } from '../../licenses/names.ts'
import { pathOf } from './pointers.ts'
import { type Restriction, restrictionIn } from './restrictions.ts'
import type { Setting } from './setting.ts'
import { type About, type Statement, state } from './statement.ts'

/** What the metadata states: `license`, with `license_name` and `license_link` where it says "other". */
export function metadataStatements(setting: Setting): Statement[] {
  const { metadata, release } = setting.evidence
  // of a dataset, the data are what the metadata speaks of
  const about: readonly About[] = release.hub?.kind === 'dataset' ? ['data', 'all'] : ['all']
  return [...licensesOf(metadata, { about, via: 'metadata' }, setting), ...tagStatements(setting)]
}

/** What the front matter of the cards of single models states, and the lines of theirs that begin with "License". */
export function cardStatements(setting: Setting, said: (card: Document) => readonly Statement[]): Statement[] {
  return furtherCards(setting.evidence, setting.knowledge.legalFiles).flatMap(({ document, name }) => {
    const of = { about: ['weights'], models: [name], via: 'card' } as const
    const stated = (key: string) => statedIn(document, key)
    const metadata = {
      licenses: [...stated('license'), ...stated('licence')],
      licenseName: stated('license_name')[0] ?? null,
      licenseLink: stated('license_link')[0] ?? null,
    }
    // what speaks for the release is read with its other sentences
    const fields = isMain(document) ? [] : said({ ...document, blocks: document.blocks.filter(isField) })
    return [...licensesOf(metadata, of, setting), ...fields.filter(isOfModel).map(one => ({ ...one, ...of }))]
  })
}

/** "**License:** MIT", as an item or a row of what a card lists of its model */
const isField = ({ kind, text }: Block): boolean => kind !== 'heading' && kind !== 'code' && FIELD.test(text)
const FIELD = /^\W{0,10}(?:model )?licen[cs]e(?:\(s\))?\s?(?:[:：|]|\t)/i
const isOfModel = ({ about }: Statement) => about.includes('all') || about.includes('weights')

type Licenses = Pick<Metadata, 'licenses' | 'licenseName' | 'licenseLink'>

function licensesOf(
  { licenses, licenseName, licenseLink }: Licenses,
  of: Pick<Statement, 'about' | 'via'> & Partial<Statement>,
  { evidence, knowledge, legal, known }: Setting,
): Statement[] {
  const link = licenseLink ? resolveLink(licenseLink.value, knowledge) : null
  const path = licenseLink ? pathOf(licenseLink.value, legal, evidence.release) : null
  return licenses.flatMap((stated): Statement[] => {
    const placeholder = placeholderOf(stated.value)
    const byName = placeholder && licenseName ? resolveName(licenseName.value, knowledge) : null
    const license = placeholder ? (byName ?? link) : resolveName(stated.value, knowledge)
    if (placeholder && !license && !licenseName && !licenseLink && placeholder !== 'other') return []
    return [
      state({
        ...of,
        license,
        path: placeholder ? path : null,
        // a sentence in place of a name
        restricts: license || placeholder ? null : valueRestricts(stated.value, known),
        url: !license && !path && licenseLink ? licenseLink.value : null,
        binds: true,
        spelled: placeholder ? (licenseName?.value ?? stated.value) : stated.value,
        cited: cite(stated.cited[0], ...(placeholder && licenseName ? licenseName.cited : [])),
      }),
    ]
  })
}

/** an adjective that is no sentence ("non-commercial") */
const ADJECTIVE = /^non ?commercial$/i
/** tags that are looked at */
const MOST_TAGS = 200

/** Tags that say for which purposes alone the weights are there ("research-only"). */
function tagStatements({ evidence, known }: Setting): Statement[] {
  const { card, metadata, release } = evidence
  const front = card?.frontMatter
  return metadata.tags.slice(0, MOST_TAGS).flatMap((tag): Statement[] => {
    const words = tag.replace(/[-_]+/g, ' ').trim()
    const restricts = restrictionIn(ADJECTIVE.test(words) ? `${words} use only` : words, GATE, known)
    if (!restricts?.clauses.some(({ kind }) => kind.startsWith('purpose.'))) return []
    const cited = front
      ? citeMetadata(card.path, front, 'tags')
      : release.hub
        ? citeHub(release.hub, 'tags', tag)
        : null
    if (cited === null) return []
    return [state({ about: ['weights'], restricts, binds: true, via: 'metadata', spelled: tag, cited: cite(cited) })]
  })
}

/** fewer words, or Chinese letters, ask for a name or a place */
const SENTENCE = /\S\s+\S+\s+\S+\s+\S|(?:\p{Script=Han}[^\p{Script=Han}]{0,20}){8}/u
/** whoever wants the weights must agree to what the prompt says */
const GATE = { heading: 'license', lead: '', named: false, ofWeights: true, asks: true } as const

/** How the words of a value restrict; of a few words only what was understood, since a name is none. */
export function valueRestricts(words: string, known: Known): Restriction | null {
  const restricts = restrictionIn(words, GATE, known)
  return restricts?.makes === 'unknown' && !SENTENCE.test(words) ? null : restricts
}

/** What a box that must be ticked before a download says: whoever ticks it agrees to it. */
export function gateStatements({ evidence, known }: Setting): Statement[] {
  const gate = evidence.metadata.form
  if (!gate) return []
  const { place } = gate
  return gate.fields.flatMap((field): Statement[] => {
    const restricts = valueRestricts(field, known)
    if (!restricts) return []
    return [
      state({
        about: ['weights'],
        restricts,
        binds: true,
        via: 'gate',
        spelled: field.slice(0, 120),
        cited: place
          ? cite({ path: place.path, ...quoteSentence(place.lines, place.line, place.endLine, field) })
          : gate.cited,
      }),
    ]
  })
}
