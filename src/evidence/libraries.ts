import { citeLines } from '../documents/cite.ts'
import { type Document, lineAt } from '../documents/index.ts'
import type { PublicLibrary } from '../knowledge/knowledge.ts'
import type { Release } from '../sources/release.ts'
import type { LibrarySeen, Metadata } from './evidence.ts'

/**
 * The public library that runs the model: named in metadata, imported or called in a sample, or implied by the files.
 */
export function librarySeen(
  documents: readonly Document[],
  metadata: Metadata,
  release: Release,
  libraries: readonly PublicLibrary[],
): LibrarySeen | null {
  const named = metadata.library
  if (named) {
    const library = libraries.find(library => library.imports.includes(named.value.toLowerCase()))
    if (library) return { library, cited: named.cited[0] }
  }
  const byImport = new Map(libraries.flatMap(library => library.imports.map(word => [word, library] as const)))
  for (const document of documents.slice(0, 6))
    for (const block of document.blocks) {
      if (block.kind !== 'code') continue
      for (const match of block.text
        .slice(0, 20_000)
        .matchAll(/(?:\bimport|\bfrom|pip3? install(?: -U| --upgrade)?|\$)\s+([\w.-]{2,40})|^\s*([\w.-]{2,40})\s/g)) {
        const library = byImport.get((match[1] ?? match[2] ?? '').split('.')[0]?.toLowerCase().replace(/_/g, '-') ?? '')
        if (library)
          return {
            library,
            cited: citeLines(document.path, document.lines, lineAt(block, match.index)),
          }
      }
    }
  return byFile(release, libraries)
}

/** A file name can say which library wrote it: `config.json` with `architectures`, `model_index.json`, a GGUF file. */
function byFile(release: Release, libraries: readonly PublicLibrary[]): LibrarySeen | null {
  for (const [path, text] of release.texts) {
    const key = /(^|\/)config\.json$/.test(path)
      ? /"transformers_version"/
      : /(^|\/)model_index\.json$/.test(path)
        ? /"_diffusers_version"/
        : /(^|\/)adapter_config\.json$/.test(path)
          ? /"peft_type"/
          : null
    const found = key?.exec(text.content)
    const name = found?.[0].replace(/["_]|version/g, '').replace('type', '')
    const library = name ? libraries.find(library => library.imports.includes(name)) : undefined
    if (library && found) return { library, cited: { path, key: found[0].replace(/"/g, ''), value: library.name } }
  }
  const gguf = release.files.find(file => /\.gguf$/i.test(file.path))
  const runner = gguf ? libraries.find(library => library.imports.includes('gguf')) : undefined
  return gguf && runner ? { library: runner, cited: { path: gguf.path } } : null
}
