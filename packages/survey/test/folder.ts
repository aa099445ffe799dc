import { join } from 'node:path'
import { add } from '../../../test/release.ts'

/** Writes a folder of invented releases that differ in license, data and claims, named `hedgerow--wren-0` and so on. */
export function writeReleases(folder: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const path = join(folder, `hedgerow--wren-${String(i).padStart(4, '0')}`)
    const license = LICENSES[i % LICENSES.length] ?? 'mit'
    const claim = CLAIMS[i % CLAIMS.length] ?? ''
    const prose =
      `# Wren ${i}\n\nWren ${i} is a language model for hedges. ${claim}\n\nIt was trained on ${i + 3} billion ` +
      'words of field notes.'
    add(path, {
      'README.md': `---\nlicense: ${license}\nlibrary_name: transformers\n---\n\n${prose}\n`,
      'config.json': '{"model_type": "llama", "hidden_size": 64}\n',
      'model.safetensors': '',
    })
    return path
  })
}

const LICENSES = ['apache-2.0', 'mit', 'cc-by-nc-4.0', 'llama3.1', 'openrail', 'other', 'gemma']
const CLAIMS = ['It is an open source model.', '', 'The weights are open.', 'Wren is fully open source.', '']
