import type { Loaders } from '../../knowledge/loaders.ts'
import type { Named } from './names.ts'

/** What a text names by its shape alone, in the list of some library: `yolov8n.pt`, `ggml-base.bin`. */
export function registryName(text: string, { registries }: Loaders): Named | null {
  // a file is known by its name, wherever it lies
  const slash = text.lastIndexOf('/')
  return nameIn(text, registries) ?? (slash > 0 ? nameIn(text.slice(slash + 1), registries) : null)
}

function nameIn(text: string, registries: Loaders['registries']): Named | null {
  for (const { host, begins, ends = [], names } of registries) {
    if (!begins.some(begin => text.startsWith(begin))) continue
    const end = ends.find(one => text.endsWith(one))
    const name = end === undefined ? text : text.slice(0, -end.length)
    if (names ? names.includes(name) : end !== undefined || ends.length === 0) return { id: name, host, revision: null }
  }
  return null
}
