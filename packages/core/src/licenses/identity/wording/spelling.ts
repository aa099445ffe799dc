import { hashWord } from './word.ts'

/** Spellings the SPDX license list matching guidelines (annex B) hold to be equal, each with the one we count. */
const EQUAL = `
  acknowledgment acknowledgement, acknowledgments acknowledgements, analogue analog, analyse analyze,
  artefact artifact, authorisation authorization, authorisations authorizations, authorise authorize,
  authorised authorized, authorising authorizing, calibre caliber, cancelled canceled,
  capitalisations capitalizations, catalogue catalog, categorise categorize, centre center, colour color,
  emphasised emphasized, favour favor, favourite favorite, fulfil fulfill, fulfilment fulfillment, honour honor,
  initialise initialize, judgement judgment, labelling labeling, labour labor, licence license, licenced licensed,
  licences licenses, licencing licensing, maximise maximize, modelled modeled, modelling modeling, offence offense,
  optimise optimize, organisation organization, organisations organizations, organise organize, owner holder,
  owners holders, practise practice, programme program, realise realize, recognise recognize, signalling signaling,
  sublicence sublicense, sublicences sublicenses, utilisation utilization, whilst while, wilful willful,
  wilfull willful
`

const CANON = new Map(
  EQUAL.split(',').map(pair => {
    const [from = '', to = ''] = pair.trim().split(' ')
    return [hashWord(from), hashWord(to)]
  }),
)
const SEEN = new Uint8Array(1 << 16)
for (const hash of CANON.keys()) SEEN[hash & 0xffff] = 1

/** The hash of the spelling that stands for this one. */
export const canonical = (hash: number): number => (SEEN[hash & 0xffff] === 1 ? (CANON.get(hash) ?? hash) : hash)

const SPELLINGS = new Map<number, number[]>()
for (const [hash, counted] of CANON) SPELLINGS.set(counted, [...(SPELLINGS.get(counted) ?? [counted]), hash])

/** The hashes of all spellings that one stands for, itself among them; none where another stands for it. */
export const spellingsOf = (hash: number): readonly number[] => (CANON.has(hash) ? [] : (SPELLINGS.get(hash) ?? [hash]))
