import { type Lists, parsePattern } from '../../wordings/pattern.ts'
import type { HarmlessWordings } from '../harmless.ts'
import { type ClauseWordings, frameOf, type Modality } from '../wording.ts'
import { KnowledgeError } from './parse.ts'

/** Checks that every wording of `knowledge/` can be read. Throws a KnowledgeError that names the file and the wording. */
export function checkWordings(
  wordings: Readonly<Record<'wordings' | 'offers' | 'origins' | 'statements', readonly ClauseWordings[]>>,
  modalities: readonly Modality[],
  harmless: readonly HarmlessWordings[],
): void {
  for (const { id, frames, unless, lists } of modalities)
    for (const frame of [...Object.values(frames), ...Object.values(unless)].flatMap(some => some ?? []))
      read(`modality/${id}.yml`, frame.replaceAll('{}', '_'), lists)
  for (const [folder, file] of Object.entries(wordings).flatMap(([name, all]) =>
    all.map(one => [name, one] as const),
  )) {
    const lists = { ...modalities.find(({ id }) => id === file.language)?.lists, ...file.marks, ...file.lists }
    const own = file.wordings.flatMap(wording => [frameOf(wording).words, ...(wording.unless ?? [])])
    for (const words of [...own, ...file.unless, ...Object.values(file.marks).flat()])
      read(`${folder}/${folder === file.kind ? '' : `${file.kind}/`}${file.language}.yml`, words, lists)
  }
  for (const { id, lists, sentences } of harmless)
    for (const words of sentences.flatMap(({ words }) => words)) read(`harmless/${id}.yml`, words, lists)
}

function read(path: string, words: string, lists: Lists): void {
  try {
    parsePattern(words, lists)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new KnowledgeError(path, error.message)
  }
}
