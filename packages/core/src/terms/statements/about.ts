import type { Block } from '../../documents/index.ts'
import { LEGAL_LABEL, type TermsPointer } from './pointers.ts'
import type { Speaker } from './speaker.ts'
import type { SaidAbout, Statement } from './statement.ts'
import { readSubject, type Subject } from './subject.ts'

/** Where a pointer stands: its sentence, what came before it, and what the pointer before it was about. */
export interface PointerStanding {
  readonly block: Block
  readonly sentence: { readonly text: string; readonly start: number }
  /** the sentence before; '' for none */
  readonly previous: string
  readonly section: string
  /** the text between the last pointer, or the sentence's beginning, and this one */
  readonly before: string
  readonly last: readonly SaidAbout[]
  /** whether it is one of the family that the last pointer names: "a Creative Commons license, namely CC BY 4.0" */
  readonly narrows: boolean
  /** what the list under the sentence names, where the sentence speaks of that */
  readonly listed: readonly Found[]
}

type Found = Pick<Statement, 'about' | 'models'>

/** words by which something is put under terms */
const VERBS = new RegExp(
  'licen[cs]|releas|distribut|availab|provid|publish|open-?sourc|govern|subject|under|compl(?:y|ies)|' +
    String.raw`follow|accord|adher|agree|terms|use[ds]?\b|use of|adopt|accept|consent|采用|遵循|遵守|依照|基于|根据|按照|使用|授权|` +
    '开源|发布|ライセンス|라이선스|licencia|licen[çc]|lizenz|лиценз',
  'i',
)
/** a license that was, or that others' versions have */
const FORMER = new RegExp(
  String.raw`\b(?:chang\w+|switch\w*|moved?|migrat\w+|relicens\w+)\b.{0,60}\bfrom\b[^.]{0,40}$|\b(?:formerly|` +
    String.raw`previously|used to be|earlier versions?|older versions?)\b[^.]{0,60}$|由\s*\S{0,2}$`,
  'i',
)
/** a license that something is said not to have */
const DENIED = new RegExp(
  String.raw`\b(?:not|never|no longer)\s+(?:be |been |yet |currently )?(?:licen[cs]ed|released|covered|` +
    String.raw`distributed|available|published|governed|subject|under)\b[^.;]{0,60}$`,
  'i',
)
/** a plan gives nobody anything; of a restriction that is planned it is safer to think that it holds */
const PLANNED = new RegExp(
  String.raw`\b(?:plan|plans|planned|planning|intend|intends|hope|hopes|aim|aims|going) to\b|\bwill (?:soon |` +
    String.raw`later )?(?:be )?(?:releas|open-?sourc|publish|relicens)|\b(?:next|future|upcoming) (?:models?|` +
    String.raw`versions?|releases?)\b`,
  'i',
)
/** "the MIT license does not cover the weights" */
const EXCLUDES = /^[\s"'”)]{0,3}(?:does|do)(?: not|n['’]t) (?:apply|cover|extend|include|govern)\b/i
/** "under A and under B": the second belongs to what the first spoke of */
const JOINED = /^\s*(?:(?:,|and|or|\/|&|\(|和|或|及|under|with)\s*)*(?:(?:the|a|an)\s*)?$/i
/** "See LICENSE for details" says no more than that there is one */
const REFERS =
  /^(?:please )?(?:see|refer|check|view|read|for (?:more|full|complete)|details|a (?:full )?copy|you may obtain)\b/i
/** words that name nothing in particular: the release as a whole is meant */
const NOTHING_ELSE = new RegExp(
  '^(?:(?:licen[cs]es?d?|released|distributed|available|published|under|the|a|is|are|it|we|this|terms|' +
    String.raw`model|and|of|s|in|by|version|release)(?![a-z])|版权|许可|协议|本|采用|遵循|开源|\s)+$`,
  'i',
)

/** What a pointer's sentence says it is about, or null when it is not about this release or states nothing. */
export function subjectOfPointer(pointer: TermsPointer, standing: PointerStanding, speaker: Speaker): Found | null {
  const { before, block, sentence, section, last } = standing
  const inLicenseSection = LEGAL_LABEL.test(section)
  const said = subjectBefore(last.length > 0 ? afterBelongings(before) : before, speaker)
  if (said.others || FORMER.test(before) || DENIED.test(before)) return null
  if (pointer.license?.osiApproved && PLANNED.test(before)) return null
  const after = block.text.slice(pointer.end, sentence.start + sentence.text.length).slice(0, 120)
  // what a license is said to leave out, it does not reach: it is left for the code
  if (EXCLUDES.test(after)) return readSubject(after, speaker).about.includes('weights') ? CODE_ONLY : null
  const states =
    standing.narrows ||
    VERBS.test(before) ||
    isNameInBrackets(before, after, said) ||
    inLicenseSection ||
    (block.lead !== undefined && LEGAL_LABEL.test(block.lead)) ||
    LICENSED.test(pointer.spelled.slice(-9) + after) ||
    /^[\s"'”)]*(?:licen[cs]e|协议|许可|ライセンス|라이선스)/i.test(after) ||
    /licen[cs]e\s*[:：]\s*$/i.test(before)
  if (!states) return null
  if (standing.listed[0]) return standing.listed[0]
  // "the Fern Dataset License" is for data, whatever the sentence speaks of
  if (/data ?set|corpus/i.test(pointer.spelled)) return { about: ['data'], models: [] }
  const but = last.includes('weights') ? EXCEPT.exec(before) : null
  if (but?.[1]) return { about: ['weights'], models: [but[1].trim()] }
  const licensed =
    !ONE_OF_SEVERAL.test(before) && !NEWS.test(block.text) && LICENSED.exec(pointer.spelled.slice(-9) + after)?.[1]
  const so = licensed ? readSubject(licensed, speaker) : null
  if (so && !so.others && so.about.length > 0 && !so.about.includes('all')) return so
  // "under A (Heron 2B) or B (Heron 9B)"
  const inside = readSubject(BEHIND.exec(after)?.[1] ?? '', speaker)
  if (inside.models.length > 0 && !inside.others) return inside
  const bracketed = IN_BRACKETS.exec(after)?.[1]
  const named = bracketed && said.about.every(one => one === 'all') ? readSubject(bracketed, speaker).about : []
  if (named.length > 0) return { about: named, models: said.models }
  if (said.about.length > 0) return said
  if (last.length > 0 && (standing.narrows || JOINED.test(before))) return { about: last, models: [] }
  const around = aboutAround(standing, after, speaker)
  if (around) return around
  if (REFERS.test(sentence.text)) return null
  const plain = before.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return inLicenseSection || plain === '' || NOTHING_ELSE.test(plain) ? { about: ['all'], models: [] } : null
}

/** an item of news speaks of what came out on its day */
const NEWS = /^[^\p{L}\d]{0,12}\d{1,4}[-/.]\d{1,2}\b/u
/** "we released an Apache-2.0 licensed model": one, and nothing of the others */
const ONE_OF_SEVERAL = /\b(?:an?|one|two|another|new)\b[^.;:]{0,40}$/i
/** "MIT-licensed models and code" */
const LICENSED = /^[- ]?licen[cs]ed["'”*]{0,3}\s([^.,;:()]{3,60})/i

/** "the MIT License (code and weights)" */
const IN_BRACKETS = new RegExp(
  String.raw`^["'”]?\s?(?:licen[cs]es?)?\s?[(（]\s?((?:for |both |all |including )?(?:the |` +
    'our )?(?:model )?(?:code|models?|weights?|checkpoints?)[^)）]{0,60})[)）]',
  'i',
)

/** what stands in brackets right behind a license belongs to it */
const BEHIND = /^["'”]?\s?(?:licen[cs]es?)?\s?[(（]([^()（）]{3,80})[)）]/i

/** "except those trained on X, which are under": some of what was spoken of, by what tells them apart */
const EXCEPT = new RegExp(
  String.raw`\b(?:except(?: for)?|apart from|other than) (?:those|the ones|models?|versions?|` +
    String.raw`checkpoints?)\b ?([^,;]{0,80}),? ?(?:which|that)? (?:is|are|come|comes)\b`,
  'i',
)

/** "**Heron Base**: `marsh/heron` (CC BY 4.0)": what stands in brackets behind a model's name is its license */
const isNameInBrackets = (before: string, after: string, { models }: Subject): boolean =>
  models.length > 0 && before.length < LONGEST_ITEM && /[([（]\s*$/.test(before) && /^\s*[)\]）]/.test(after)
const LONGEST_ITEM = 160

const CODE_ONLY: Found = { about: ['code'], models: [] }

/** The last clause tells what a license is about, where it has a subject: "the code is A; the models are under B". */
function subjectBefore(before: string, speaker: Speaker): Subject {
  const last = readSubject(before.split(/[;；]/).at(-1) ?? '', speaker)
  return last.about.length > 0 || last.others ? last : readSubject(before, speaker)
}

/** What follows a license may belong to it: "the A license of the code, the weights are under B". */
const afterBelongings = (between: string) => between.replace(BEHIND, '').replace(/^\s*(?:for|of)\b[^,;]{0,60}[,;]/i, '')

/**
 * The subject where the words before the license name none: the list's lead, the sentence before, the heading, or what
 * follows.
 */
function aboutAround(
  { block, sentence, previous, section }: PointerStanding,
  after: string,
  speaker: Speaker,
): Found | null {
  const led = block.lead ? readSubject(block.lead, speaker) : null
  if (led && !led.others && led.about.length > 0) return led
  if (previous !== '' && /^(?:it|they|which|this|these)\b/i.test(sentence.text)) {
    const earlier = readSubject(previous, speaker)
    if (!earlier.others && earlier.about.length > 0) return earlier
  }
  // "Model license" as a heading speaks of the model
  const headed = readSubject(section.replace(/licen[cs]es?|agreements?|terms/gi, ' '), speaker)
  if (headed.about.length > 0 && !headed.about.includes('all')) return headed
  const behind = readSubject(after.split(/,|;|\b(?:but )?not\b|\bexcept\b/i, 1)[0] ?? '', speaker)
  return /^\s*(?:for|of|licen[cs]e for|applies to|covers|governs)\b/i.test(after) &&
    behind.about.length > 0 &&
    !behind.others
    ? behind
    : null
}
