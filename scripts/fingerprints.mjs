// npm run fingerprints -- <folder>: makes knowledge/fingerprints.bin from a folder of license texts. The texts stay
// where they are; only hashes of them are written. A text is named by its path without its ending.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
if (folder === undefined) {
  console.error('npm run fingerprints -- <folder>: give the folder with the license texts (.txt, .md or no ending)')
  process.exit(2)
}

const { decodeFingerprints, encodeFingerprints, fingerprint } = await import('../dist/licenses/identity/index.js')
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
const before = decodeFingerprints(readFileSync(file)).flatMap(({ names }) => names)
const bytes = encodeFingerprints(texts.map(({ path, name }) => fingerprint(name, readFileSync(path, 'utf8'))))
writeFileSync(file, bytes)
console.error(`fingerprints: ${texts.length} texts, ${bytes.length} bytes`)

const given = new Set(texts.map(({ name }) => name))
const gone = before.filter(name => !given.has(name))
if (gone.length > 0)
  console.error(
    `fingerprints: ${gone.length} that were in the file are gone, since their texts are not in this folder ` +
      `(${gone.slice(0, 3).join(', ')} …); git checkout knowledge/fingerprints.bin brings them back`,
  )
