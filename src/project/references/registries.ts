import type { Loaders } from '../../knowledge/loaders.ts'
import type { Named } from './names.ts'

/** What a text names by its shape alone, in the list of some library: `yolov8n.pt`, `ggml-base.bin`. */
export function registryName(text: string, { registries }: Loaders): Named | null {
  const [bare = text] = text.split('?', 1)
  // a file is known by its name, wherever it lies
  const slash = bare.lastIndexOf('/')
  return nameIn(bare, registries) ?? (slash > 0 ? nameIn(bare.slice(slash + 1), registries) : null)
}

function nameIn(text: string, registries: Loaders['registries']): Named | null {
  for (const { host, begins, ends = [], names } of registries) {
    if (!begins.some(begin => text.startsWith(begin))) continue
    const end = ends.find(one => text.endsWith(one))
    const name = end === undefined ? text : text.slice(0, -end.length)
    if (end === undefined && ends.length > 0) continue
    if (!names || names.includes(name.replace(/-q\d\w*$/, ''))) return { id: name, host, revision: null }
  }
  return null
}
