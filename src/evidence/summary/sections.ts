/** The sections of the template for the public summary of training content, C(2025) 8311, by what their headings speak of. */
export const SECTIONS = [
  { id: '1.1', names: /\bprovider\b|\bcontact\b|\bauthori[sz]ed representative\b/i, optional: false },
  {
    id: '1.2',
    names:
      /\bmodel (?:identification|name|version|dependenc\w+)|\bversioned model|\bplac\w+ on the (?:union )?market\b/i,
    optional: false,
  },
  {
    id: '1.3',
    names:
      /\bmodalit(?:y|ies)\b|\boverall (?:training )?(?:data )?size\b|\bcharacteristics of the training data\b|\bsize of the training\b/i,
    optional: false,
  },
  {
    id: '2.1',
    names: /\bpublic(?:ly available)? (?:training )?datasets?\b|\bpublicly available data/i,
    optional: false,
  },
  {
    id: '2.2',
    names:
      /\bprivate\b.{0,40}\bdata|\bnon-public(?:ly)?\b.{0,30}\bdata|\blicensed data|\bthird[- ]part(?:y|ies)\b.{0,20}\bdata/i,
    optional: false,
  },
  { id: '2.3', names: /\bcrawl\w*|\bscrap(?:ed|ing)\b/i, optional: false },
  {
    id: '2.4',
    names: /\buser data\b|\bdata (?:from|of|collected from) users\b|\buser interactions?\b/i,
    optional: false,
  },
  { id: '2.5', names: /\bsynthetic(?:ally)?\b/i, optional: false },
  { id: '2.6', names: /\bother (?:data )?sources?\b|\bdata from other\b/i, optional: false },
  {
    id: '3.1',
    names:
      /\breservations? of rights\b|\brights reservations?\b|\btext and data mining\b|\btdm\b|\bopt-?outs?\b|\bcopyright\b/i,
    optional: false,
  },
  { id: '3.2', names: /\b(?:illegal|unlawful) content\b/i, optional: false },
  { id: '3.3', names: /\bother (?:relevant )?(?:information|aspects|measures)\b/i, optional: true },
] as const

export type SectionId = (typeof SECTIONS)[number]['id']

const NUMBER = /^\W{0,4}(?:(?:section|part) )?([123])\.([1-6])(?![\d])(?:\.[\dA-Z]{1,2}){0,3}(?:[.):\s|–—-]|$)/i

/** The section whose number a text begins with: `2.1`, `1.3.1.A`. */
export function sectionNumbered(text: string): SectionId | null {
  const [, chapter, section] = NUMBER.exec(text.slice(0, 40)) ?? []
  return SECTIONS.find(({ id }) => id === `${chapter}.${section}`)?.id ?? null
}

/** The section that a heading speaks of; its number, where it has one, must not say otherwise. */
export function sectionNamed(heading: string): SectionId | null {
  const numbered = sectionNumbered(heading)
  const named = SECTIONS.find(({ names }) => names.test(heading.slice(0, 200)))?.id ?? null
  return numbered && SECTIONS.find(({ id }) => id === numbered)?.names.test(heading.slice(0, 200)) ? numbered : named
}
