// npm run fingerprints -- <folder>: puts the license texts of a folder into knowledge/fingerprints.bin. The texts stay
// where they are; only hashes of them are written. A text is named by its path without its ending; one of a name that is
// there already takes its place, and all others stay. -- <folder> --anew keeps only those of the folder.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
if (folder === undefined) {
  console.error('npm run fingerprints -- <folder>: give the folder with the license texts (.txt, .md or no ending)')
  process.exit(2)
}

const { decodeFingerprints, encodeFingerprints, fingerprint } = await import('@unwash/core/licenses/identity/index')
const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /^[^.].*?(\.txt|\.md)$|^[^.]+$/.test(entry.name))
  .map(entry => join(entry.parentPath, entry.name))
  .map(path => ({
    path,
    name: path
      .slice(join(folder, '/').length)
      .replaceAll('\\', '/')
      .replace(/\.(txt|md)$/, ''),
  }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))

const file = new URL('../knowledge/fingerprints.bin', import.meta.url)
const given = texts.map(({ path, name }) => fingerprint(name, readFileSync(path, 'utf8')))
const names = new Set(texts.map(({ name }) => name))
const kept = process.argv.includes('--anew')
  ? []
  : decodeFingerprints(readFileSync(file)).filter(one => !one.names.some(name => names.has(name)))
const all = [...kept, ...given].sort((a, b) => (a.names[0] < b.names[0] ? -1 : 1))
const bytes = encodeFingerprints(all)
writeFileSync(file, bytes)
console.error(`fingerprints: put in ${[...names].join(', ')}; ${kept.length} kept, ${bytes.length} bytes`)
